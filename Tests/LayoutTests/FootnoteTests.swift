import Geometry
import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10; calls and markers are as large as the text, the footnote area has no edges.
@Suite("Footnotes")
struct FootnoteTests {
  private static let css = """
    .n { float: footnote }
    .n::footnote-call { font-size: 10pt; vertical-align: baseline; line-height: 10pt }
    """

  private func layOut(_ body: String, css: String = "", area: String = "", page: String = "") throws -> LaidOut {
    let page = """
      size: 200pt 100pt; margin: 0; \(page)
      @footnote { margin: 0; padding: 0; background: none; max-height: none; \(area) }
      """
    return try LaidOut(body, css: Self.css + css, page: page)
  }

  /// Lines of one word each: 'a0', 'a1' ...
  private func lines(_ count: Int, from first: Int = 0) -> String {
    (first..<first + count).map { "a\($0)" }.joined(separator: "<br/>")
  }

  @Test("a note stands at the foot of the page, its number in the text (CSS GCPM 3, 2.1)")
  func simple() throws {
    // The call is 1 wide letter after 'ab'; the note's line is the last of the page: 100 - 10.
    let result = try layOut(#"<p>ab<span class="n" id="n">note</span> cd</p>"#)
    #expect(result.texts == [["ab@0,0", "1@20,0", " cd@30,0", "1. @0,90", "note@30,90"]])
    #expect(result.box("n") == "0,90 200×10")
    #expect(result.pages[0].fragments.filter { $0.kind == .footnote }.count == 1)
    #expect(result.codes == [])
  }

  @Test("notes follow each other in the order of their calls, numbered through the document")
  func order() throws {
    let result = try layOut(
      #"<p>a<span class="n">x</span></p><p>b<span class="n">y</span></p><p style="break-before: page">c<span class="n">z</span></p>"#
    )
    #expect(
      result.texts.map { $0.filter { $0.hasSuffix("80") || $0.hasSuffix("90") } } == [
        ["1. @0,80", "x@30,80", "2. @0,90", "y@30,90"], ["3. @0,90", "z@30,90"],
      ]
    )
    #expect(result.codes == [])
  }

  @Test("the area has margins, borders and padding of its own, and touches the bottom of the page area")
  func areaEdges() throws {
    // 3 padding + 2 border + 4 margin above the note's line, 5 margin below: the border box is 100 - 5 - 15 = 80 to 95.
    let result = try layOut(
      #"<p>a<span class="n" id="n">x</span></p>"#,
      area: "margin: 4pt 0 5pt; border-top: 2pt solid; padding-top: 3pt"
    )
    let area = try #require(result.pages[0].fragments.first { $0.kind == .footnoteArea })
    #expect(area.borderBox.top == 80)
    #expect(area.borderBox.size.height == 15)
    #expect(result.box("n") == "0,85 200×10")
    #expect(result.codes == [])
  }

  @Test("notes take their room from the lines: what has no room goes on the next page")
  func room() throws {
    // 10 lines of 10 on a page of 100: one of them is the note's.
    let result = try layOut("<p>a<span class=\"n\">x</span><br/>\(lines(10))</p>")
    #expect(result.texts.map(\.count) == [2 + 8 + 2, 2])
    #expect(result.texts[1].first == "a8@0,0")
    #expect(result.codes == [])
  }

  @Test("a line whose note does not fit goes on the next page with it (CSS GCPM 3, 2.7)")
  func callMoves() throws {
    // After 9 lines there are 10 left: enough for the line, not for its note.
    let result = try layOut("<p>\(lines(9))<br/>b<span class=\"n\">x</span></p>")
    #expect(result.texts[0].count == 9)
    #expect(result.texts[1] == ["b@0,0", "1@10,0", "1. @0,90", "x@30,90"])
    #expect(result.codes == [])
  }

  @Test("with widows the line that calls takes the one before along")
  func widows() throws {
    let result = try layOut("<p style=\"widows: 2\">\(lines(9))<br/>b<span class=\"n\">x</span></p>")
    #expect(result.texts[0].count == 8)
    #expect(result.texts[1] == ["a8@0,0", "b@0,10", "1@10,10", "1. @0,90", "x@30,90"])
    #expect(result.codes == [])
  }

  @Test("a long note breaks; its rest comes first on the next page")
  func longNote() throws {
    // 6 lines and the one with the call leave 30: three lines of the note, the marker in the first of them.
    let result = try layOut(
      "<p>\(lines(6))<br/>b<span class=\"n\">\(lines(5, from: 10))</span><br/>c<span class=\"n\">y</span></p>"
    )
    #expect(result.texts[0].suffix(4) == ["1. @0,70", "a10@30,70", "a11@0,80", "a12@0,90"])
    #expect(result.texts[1] == ["c@0,0", "2@10,0", "a13@0,70", "a14@0,80", "2. @0,90", "y@30,90"])
    let pieces = result.pages.map { $0.fragments.first { $0.kind == .footnote } }
    #expect(pieces.map { $0?.continuesAfter } == [true, false])
    #expect(pieces.map { $0?.continuesBefore } == [false, true])
    #expect(result.codes == [])
  }

  @Test("footnote-policy: line keeps the note whole with its line, block with its paragraph")
  func policies() throws {
    let body = "<p>\(lines(4))</p><p>c<br/>b<span class=\"n\">\(lines(5, from: 10))</span></p>"
    // auto: 6 lines leave 40 for a note of 50.
    let auto = try layOut(body)
    #expect(auto.texts.map(\.count) == [4 + 3 + 5, 1])
    let line = try layOut(body, css: ".n { footnote-policy: line }")
    #expect(line.texts.map(\.count) == [5, 2 + 6])
    #expect(line.texts[1].first == "b@0,0")
    let block = try layOut(body, css: ".n { footnote-policy: block }")
    #expect(block.texts.map(\.count) == [4, 3 + 6])
    #expect(block.texts[1].first == "c@0,0")
    #expect(auto.codes + line.codes + block.codes == [])
  }

  @Test("max-height limits the area; pages of notes only follow where the text has ended (CSS GCPM 3, 2.3.2)")
  func maxHeight() throws {
    // 3 of 12 lines on the first page; then the text has ended, and the rest of 9 has a page of its own.
    let result = try layOut("<p>a<span class=\"n\">\(lines(12))</span></p>", area: "max-height: 30pt")
    #expect(result.texts.map(\.count) == [2 + 1 + 3, 9])
    #expect(result.texts[1].first == "a3@0,10")
    #expect(result.codes == [])
  }

  @Test("notes that were put off leave room for at least a line of text")
  func fullPages() throws {
    // 9 lines of the note beside the call's line, then all that is left of it but one line, which 'b' needs.
    let result = try layOut("<p>a<span class=\"n\">\(lines(25))</span><br/>b</p>")
    #expect(result.texts.first?.count == 2 + 1 + 9)
    let words = result.texts.joined().filter { $0.hasPrefix("a") }
    #expect(words.count == 1 + 25)
    #expect(result.texts[1].first == "b@0,0")
    #expect(result.codes == [])
  }

  @Test("pages may number their notes: @page { counter-reset: footnote } (CSS GCPM 3, 2.5.2)")
  func numberedByPage() throws {
    let paragraph = { (name: String) in
      "<p style=\"break-before: page\">\(name)<span class=\"n\">x</span><span class=\"n\">y</span></p>"
    }
    let result = try layOut(paragraph("a") + paragraph("b"), page: "counter-reset: footnote;")
    #expect(result.texts[1] == ["b@0,0", "1@10,0", "2@20,0", "1. @0,80", "x@30,80", "2. @0,90", "y@30,90"])
    #expect(result.summary.passes == 2)
    #expect(result.codes == [])
  }

  @Test("notes called from floats, inline blocks and positioned boxes are on their page, once each")
  func nested() throws {
    let result = try layOut(
      """
      <div style="float: left">f<span class="n">F</span></div><p>t<span class="n">T</span></p>
      <p><span style="display: inline-block">i<span class="n">I</span></span></p>
      <div style="position: absolute; top: 40pt; left: 0">p<span class="n">P</span></div>
      """
    )
    let notes = result.texts[0].filter { $0.contains("@30,") && "FTIP".contains($0.prefix(1)) }
    #expect(notes == ["F@30,60", "T@30,70", "I@30,80", "P@30,90"])
    #expect(result.codes == [])
  }

  @Test("notes called from positioned boxes that stand in a line are on its page")
  func calledFromPositionedInline() throws {
    let result = try layOut(
      #"<p>ab<i style="position: absolute; left: 100pt">c<span class="n">note</span></i>d</p>"#
    )
    #expect(result.texts == [["ab@0,0", "c@100,0", "1@110,0", "d@20,0", "1. @0,90", "note@30,90"]])
    #expect(result.codes == [])
  }

  @Test("a note may call a note: it follows")
  func noteInNote() throws {
    let result = try layOut(#"<p>a<span class="n">x<span class="n">y</span></span></p>"#)
    #expect(result.texts[0] == ["a@0,0", "1@10,0", "1. @0,80", "x@30,80", "2@40,80", "2. @0,90", "y@30,90"])
    #expect(result.codes == [])
  }

  @Test("notes called in cells stand on the page of their row; a repeated head calls its notes once")
  func tables() throws {
    let row = { (name: String) in "<tr><td>\(name)<span class=\"n\">\(name)\(name)</span></td></tr>" }
    let result = try layOut(
      "<table><thead><tr><th>h<span class=\"n\">hh</span></th></tr></thead>\(row("p"))\(row("q"))\(row("r"))\(row("s"))\(row("t"))</table>"
    )
    // A head and four rows with a note each are 10 lines of 10.
    let words = result.texts.map { $0.map { String($0.split(separator: "@")[0]) } }
    #expect(words[0].filter { $0.count == 2 } == ["hh", "pp", "qq", "rr", "ss"])
    #expect(words[1].filter { $0.count == 2 } == ["tt"])
    #expect(result.codes == [])
  }

  @Test("a float is not covered: notes of lines beside it stay below it")
  func besideFloat() throws {
    // The float ends at 85: 15 are left, one line of a note of two; orphans and widows of 1 let it break.
    let result = try layOut(
      #"<div style="float: left; width: 50pt; height: 85pt"></div><p>a<span class="n">x<br/>y</span></p>"#
    )
    #expect(result.texts[0] == ["a@50,0", "1@60,0", "1. @0,90", "x@30,90"])
    #expect(result.texts[1] == ["y@0,90"])
    #expect(result.codes == [])
  }

  @Test("notes of all columns stand at the foot of the page, across the columns")
  func columns() throws {
    // 12 lines in two columns of 6; the note of the last line is below both.
    let result = try layOut(
      "<div style=\"columns: 2; column-gap: 0\">\(lines(11))<br/>b<span class=\"n\" id=\"n\">x</span></div>"
    )
    #expect(result.box("n") == "0,90 200×10")
    #expect(result.texts[0].contains("b@100,50"))
    // 20 lines would fill two columns of 10: with two notes there are 8 lines in each, and the rest on the next page.
    let full = try layOut(
      "<div style=\"columns: 2; column-gap: 0\">b<span class=\"n\">x</span><br/>\(lines(12))<br/>c<span class=\"n\">y</span><br/>\(lines(6, from: 20))</div>"
    )
    #expect(full.texts[0].suffix(4) == ["1. @0,80", "x@30,80", "2. @0,90", "y@30,90"])
    #expect(full.texts[0].contains("c@100,50"))
    #expect(full.texts.count == 2)
    #expect(result.codes + full.codes == [])
  }
}
