import Geometry
import Layout
import Styles
import Testing

/// A letter is as wide and as high as the font size, 8 tenths of it above the baseline; lines are 10 high.
@Suite("First lines")
struct FirstLineTests {
  @Test("the first line has the style of ::first-line, and ends where that lets it end (CSS Pseudo-Elements 4, 2.1)")
  func first() throws {
    // 20 wide letters: 'ABC' fills 60. Its half-leading is (10 - 20) / 2: 16 - 5 above the baseline, 2 of the strut below it.
    let result = try LaidOut(
      #"<p id="p" style="width: 60pt">abc def <b>ghi</b> jk</p>"#,
      css: "p::first-line { font-size: 20pt; text-transform: uppercase } b { font-weight: inherit }"
    )
    #expect(result.texts == [["ABC@0,-5", "def@0,13", "ghi@0,23", " jk@30,23"]])
    #expect(result.box("p") == "0,0 60×33")
    let line = try #require(result.pages[0].fragments.first { $0.pseudo == .firstLine && $0.kind == .inline })
    #expect(line.borderBox.size.width == 60)
    #expect(result.codes == [])
  }

  @Test("boxes in the line inherit from it, and keep what is their own")
  func inheritance() throws {
    let result = try LaidOut(
      "<p>a<i>b<u>c</u></i><s>d</s></p>",
      css:
        "p::first-line { color: red; letter-spacing: 5pt } i, u, s { font-style: normal } s { letter-spacing: 0 } u { color: blue }"
    )
    // 15 for each letter but 'd'.
    #expect(result.texts == [["a@0,0", "b@15,0", "c@30,0", "d@45,0"]])
    let colors = result.pages[0].fragments.filter { $0.kind == .text }.map { fragment in
      result.pages[0].texts[Int(fragment.contentPaint)].color
    }
    let red = Color(red: 1, green: 0, blue: 0)
    #expect(colors == [red, red, Color(red: 0, green: 0, blue: 1), red])
    #expect(result.codes == [])
  }

  @Test("it is that of the first block inside, and of no block after it, no float, no inline-block and no cell")
  func inner() throws {
    let css = "div::first-line { word-spacing: 5pt }"
    let blocks = try LaidOut("<div><p>a b</p><p>c d</p></div>", css: css)
    #expect(blocks.pages[0].fragments.filter { $0.pseudo == .firstLine && $0.kind == .inline }.count == 1)
    #expect(blocks.texts == [["a b@0,0", "c d@0,10"]])
    #expect(blocks.pages[0].fragments.filter { $0.kind == .text }.map(\.content.width) == [35, 30])
    let float = try LaidOut(#"<div><span style="float: right">a b</span>c d</div>"#, css: css)
    #expect(float.texts == [["c d@0,0", "a b@170,0"]])
    let atomic = try LaidOut(#"<div><span style="display: inline-block">a b</span>c d</div>"#, css: css)
    #expect(atomic.texts == [["a b@0,0", "c d@30,0"]])
    let cell = try LaidOut("<div><table><tr><td>a b</td></tr></table>c d</div>", css: css)
    #expect(cell.texts == [["a b@0,0", "c d@0,10"]])
    #expect(cell.pages[0].fragments.filter { $0.pseudo == .firstLine }.isEmpty)
    #expect(blocks.codes + float.codes + atomic.codes + cell.codes == [])
  }

  @Test("content is as wide as the first line would make it; beside floats the line has the room they leave")
  func widths() throws {
    let css = "p::first-line { font-size: 20pt }"
    let float = try LaidOut(#"<p id="p" style="float: left">abc d</p>"#, css: css)
    #expect(float.box("p") == "0,0 100×13")
    let beside = try LaidOut(
      #"<div style="float: left; width: 20pt; height: 20pt"></div><p style="width: 80pt; text-align: justify">ab c de fgh</p>"#,
      css: css
    )
    // 60 are left of 80: 'ab' and 40, not 'c' as well; then lines of 10 high letters, the last one below the float at 20.
    #expect(beside.texts == [["ab@20,-5", "c de@20,13", "fgh@0,23"]])
    #expect(float.codes + beside.codes == [])
  }

  @Test("a first letter belongs to one block only: the first inside")
  func letter() throws {
    let result = try LaidOut(
      "<div><p>ab</p><p>cd</p></div><div><p></p><p>ef</p></div>",
      css: "div::first-letter { color: red }"
    )
    let letters = result.pages[0].fragments.filter { $0.pseudo == .firstLetter && $0.kind == .inline }
    #expect(letters.map(\.borderBox.top) == [0, 20])
    #expect(result.codes == [])
  }
}
