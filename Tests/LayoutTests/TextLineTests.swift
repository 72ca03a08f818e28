import Geometry
import Layout
import Styles
import Testing
import Text

@Suite("Text in lines")
struct TextLineTests {
  @Test("superscripts, subscripts and marks leave the pitch of the lines as it is")
  func pitch() throws {
    let result = try LaidOut(
      "<p style='width: 60pt; line-height: 15pt'>aa b<sup>2</sup><br/>c<sub>2</sub> dd<br/><mark>ee</mark> f</p>"
    )
    let lines = result.pages[0].fragments.filter { $0.kind == .line }
    #expect(lines.map(\.origin.y) == [0, 15, 30])
    #expect(lines.map(\.content.height) == [15, 15, 15])
  }

  @Test("a box lower than the line does not change its pitch")
  func lowBox() throws {
    let box = "<span style='display: inline-block; width: 5pt; height: 6pt'/>"
    let result = try LaidOut("<p style='width: 40pt; line-height: 15pt'>aa \(box)<br/>bb</p>")
    // The box stands on the baseline: 6 of the 10.5 points above it.
    #expect(result.pages[0].fragments.filter { $0.kind == .line }.map(\.content.height) == [15, 15])
  }

  @Test("English is hyphenated where it says so, and Vietnamese is not")
  func hyphenation() throws {
    let css = "p { width: 70pt; hyphens: auto; hyphenate-character: '-' }"
    let english = try LaidOut("<p lang='en'>hyphenation</p>", css: css)
    #expect(english.texts == [["hyphen\u{AD}@0,0", "ation@0,10"]])
    #expect(english.codes == [])
    let vietnamese = try LaidOut("<p lang='vi'>hyphenation</p>", css: css)
    #expect(vietnamese.codes == ["layout-line-overflows"])
  }

  @Test("a balanced title has lines of like length")
  func balance() throws {
    let result = try LaidOut("<h1 style='width: 110pt; text-wrap: balance'>aa bb cc dd ee</h1>")
    #expect(result.texts == [["aa bb cc@0,0", "dd ee@0,10"]])
  }

  @Test("what an ellipsis stands for is cut off without a warning, and keeps its room")
  func ellipsis() throws {
    let css = "p { width: 45pt; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"
    let result = try LaidOut("<p>abcdefgh</p>", css: css)
    #expect(result.texts == [["abc…@0,0"]])
    #expect(result.pages[0].fragments.filter { $0.kind == .text }.map(\.content.width) == [80])
    #expect(result.codes == [])
  }

  @Test("a long word is broken where the line is full")
  func overflowWrap() throws {
    let result = try LaidOut("<p style='width: 40pt; overflow-wrap: break-word'>abcdefgh</p>")
    #expect(result.texts == [["abcd@0,0", "efgh@0,10"]])
    #expect(result.codes == [])
  }

  @Test("a tab leads to the next stop of tab-size")
  func tabs() throws {
    let result = try LaidOut("<p style='white-space: pre; tab-size: 4'>ab\tc</p>")
    #expect(result.pages[0].placed.glyphs.map(\.x) == [0, 10, 20, 40])
  }

  @Test("text-justify: none leaves the words where they are; inter-character spreads them")
  func textJustify() throws {
    let css = "p { width: 58pt; text-align: justify }"
    let none = try LaidOut("<p style='text-justify: none'>abcde fg</p>", css: css)
    #expect(none.pages[0].placed.glyphs.prefix(5).map(\.x) == [0, 10, 20, 30, 40])
    let spread = try LaidOut("<p style='text-justify: inter-character'>abcde fg</p>", css: css)
    #expect(spread.pages[0].placed.glyphs.prefix(5).map(\.x) == [0, 12, 24, 36, 48])
  }

  @Test("an underline keeps its offset and its style")
  func underline() throws {
    let result = try LaidOut(
      "<p style='text-decoration: underline wavy 1pt; text-underline-offset: 2pt'>ab</p>"
    )
    let decoration = result.pages[0].decorations[0]
    // The baseline is at 8 of 10: the line begins 2 below it.
    #expect(decoration.rect.origin.y == 10)
    #expect(decoration.rect.size.height == 1)
    #expect(decoration.style == .wavy)
  }

  @Test("text-indent: hanging indents all lines but the first, beside floats too") func hangingIndent() throws {
    let page = "size: 60pt 100pt; margin: 0"
    let plain = try LaidOut("<p>aaaa bbbb cccc</p>", css: "p { text-indent: 20pt hanging }", page: page)
    #expect(plain.texts == [["aaaa@0,0", "bbbb@20,10", "cccc@20,20"]])
    let css = "p { text-indent: hanging 20pt } i { float: right; width: 10pt; height: 10pt }"
    let beside = try LaidOut("<p><i></i>aaaa bbb ccc</p>", css: css, page: page)
    #expect(beside.texts == [["aaaa@0,0", "bbb@20,10", "ccc@20,20"]])
    #expect(plain.codes + beside.codes == [])
  }

  @Test("text-indent: each-line indents lines after forced breaks") func eachLineIndent() throws {
    let page = "size: 60pt 100pt; margin: 0"
    let css = "p { text-indent: 20pt each-line } i { float: right; width: 10pt; height: 10pt }"
    let plain = try LaidOut("<p>aaaa bb<br/>cccc dd</p>", css: css, page: page)
    #expect(plain.texts == [["aaaa@20,0", "bb@0,10", "cccc@20,20", "dd@0,30"]])
    let beside = try LaidOut("<p><i></i>aaa bb<br/>cccc dd</p>", css: css, page: page)
    #expect(beside.texts == [["aaa@20,0", "bb@0,10", "cccc@20,20", "dd@0,30"]])
    #expect(plain.codes + beside.codes == [])
  }
}
