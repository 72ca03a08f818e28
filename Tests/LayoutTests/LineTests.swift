import Geometry
import Layout
import Testing
import Text

@Suite("Lines")
struct LineTests {
  @Test(
    "text-align places the lines",
    arguments: [
      ("left", ["aaaa bbbb@0,0", "cc@0,10"]),
      ("right", ["aaaa bbbb@10,0", "cc@80,10"]),
      ("center", ["aaaa bbbb@5,0", "cc@40,10"]),
    ]
  )
  func alignment(align: String, lines: [String]) throws {
    let result = try LaidOut(#"<p style="width: 100pt; text-align: \#(align)">aaaa bbbb cc</p>"#)
    #expect(result.texts == [lines])
  }

  @Test("a justified line fills its measure and the last does not")
  func justification() throws {
    let result = try LaidOut(#"<p id="p" style="width: 100pt; text-align: justify">aaaa bbbb cc</p>"#)
    let page = result.pages[0]
    // 9 letters of 10 leave 10 points to the one space.
    #expect(page.placed.glyphs.prefix(9).map(\.x) == [0, 10, 20, 30, 40, 60, 70, 80, 90])
    #expect(result.texts[0][1] == "cc@0,10")
  }

  @Test("a first line is indented, also when it is centred")
  func indent() throws {
    let left = try LaidOut(#"<p style="width: 100pt; text-indent: 30pt">aaaa bbbb</p>"#)
    #expect(left.texts == [["aaaa@30,0", "bbbb@0,10"]])
    let centred = try LaidOut(#"<p style="width: 100pt; text-indent: 30pt; text-align: center">aaaa</p>"#)
    #expect(centred.texts == [["aaaa@45,0"]])  // 30 + (70 - 40) / 2
  }

  @Test("white space collapses over inline boxes and at the ends")
  func whiteSpace() throws {
    let result = try LaidOut("<p>  a <b> b</b>\n c  </p>")
    #expect(result.texts == [["a @0,0", "b@20,0", " c@30,0"]])
  }

  @Test("preserved white space and line ends stay")
  func preserved() throws {
    let result = try LaidOut("<pre style='margin: 0; font: inherit'>a  b\n\nc</pre>")
    #expect(result.texts == [["a  b@0,0", "c@0,20"]])
  }

  @Test("br ends a line, and one at the end makes no line more")
  func forcedBreaks() throws {
    let result = try LaidOut(#"<p id="p">a<br/>b<br/></p><p>c</p>"#)
    #expect(result.texts == [["a@0,0", "b@0,10", "c@0,20"]])
    #expect(result.box("p") == "0,0 200×20")
  }

  @Test("padding, border and margin of an inline box take room in the line")
  func inlineEdges() throws {
    let result = try LaidOut(#"<p>a<span id="s" style="margin: 0 1pt; border: 2pt solid; padding: 3pt">b</span>c</p>"#)
    #expect(result.texts == [["a@0,0", "b@16,0", "c@32,0"]])  // 10 + 1 + 2 + 3; then 10 + 3 + 2 + 1
    #expect(result.box("s") == "11,-5 20×20")
  }

  @Test(
    "vertical-align moves boxes and the line grows to hold them",
    arguments: [
      ("4pt", "0,0 200×14", 0.0),
      ("-4pt", "0,0 200×14", 4.0),
      ("top; line-height: 20pt", "0,0 200×20", 5.0),
    ]
  )
  func verticalAlign(value: String, paragraph: String, top: Double) throws {
    let result = try LaidOut(#"<p id="p">a<span id="s" style="vertical-align: \#(value)">b</span></p>"#)
    #expect(result.box("p") == paragraph)
    let span = result.pages[0].fragments.first { $0.kind == .inline }
    #expect(span?.origin.y == top)
  }

  @Test("an inline-block shrinks to its content and sits on the baseline")
  func inlineBlock() throws {
    let result = try LaidOut(
      #"<p id="p">a<span id="s" style="display: inline-block; padding: 5pt">bb<br/>c</span>d</p>"#
    )
    #expect(result.box("s") == "10,0 30×30")
    // Its last line's baseline is the line's: 5 + 10 + 8 below the top.
    #expect(result.texts == [["a@0,15", "bb@15,5", "c@15,15", "d@40,15"]])
  }

  @Test("text-transform knows Vietnamese letters")
  func transform() throws {
    let result = try LaidOut(#"<p style="text-transform: uppercase; white-space: nowrap">đảng ủy</p>"#)
    #expect(result.texts == [["ĐẢNG ỦY@0,0"]])
  }

  @Test("a word wider than its line is placed and reported")
  func overflow() throws {
    let result = try LaidOut(#"<p style="width: 30pt">aaaaaa b</p>"#)
    #expect(result.texts == [["aaaaaa@0,0", "b@0,10"]])
    #expect(result.codes == ["layout-line-overflows"])
  }

  @Test("an underline is drawn once for all that is inside it, at one height")
  func underline() throws {
    let result = try LaidOut(#"<p>a<u>b<sub>c</sub></u></p>"#)
    let bars = result.pages[0].decorations
    #expect(bars.count == 2)
    #expect(Set(bars.map(\.rect.origin.y)).count == 1)
  }
}
