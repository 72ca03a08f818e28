import Geometry
import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10; the footnote area has no edges.
@Suite("Room for footnotes beside what calls them")
struct FootnoteRoomTests {
  private func layOut(_ body: String, css: String = "", page: String = "") throws -> LaidOut {
    try LaidOut(
      body,
      css: """
        .n { float: footnote }
        .n::footnote-call { font-size: 10pt; vertical-align: baseline; line-height: 10pt }
        \(css)
        """,
      page: """
        size: 200pt 100pt; margin: 0;
        @footnote { margin: 0; padding: 0; border: 0; background: none; max-height: none }
        \(page)
        """
    )
  }

  private func lines(_ count: Int, _ name: String = "a") -> String {
    (0..<count).map { "\(name)\($0)" }.joined(separator: "<br/>")
  }

  @Test("a long note leaves room for the lines that stay with that of its call")
  func orphans() throws {
    // 60 are used; the paragraph of 2 lines takes 20 and leaves 2 lines of 5 to the note, not 3.
    let result = try layOut(
      #"<div style="height: 60pt"></div><p style="orphans: 2">a<span class="n">\#(lines(5, "n"))</span><br/>b</p>"#
    )
    #expect(result.texts[0] == ["a@0,60", "1@10,60", "b@0,70", "1. @0,80", "n0@30,80", "n1@0,90"])
    #expect(result.texts[1].first == "n2@0,70")
    // The last line would be alone: it stays too.
    let widows = try layOut(
      #"<div style="height: 60pt"></div><p style="widows: 2">a<span class="n">\#(lines(5, "n"))</span><br/>b</p>"#
    )
    #expect(widows.texts[0].contains("b@0,70"))
    #expect(result.codes + widows.codes == [])
  }

  @Test("notes called in a row that splits stand on the page of their call")
  func rows() throws {
    // 50 are left: three lines in each cell, a note of each.
    let cell = { (name: String) in
      "<td>\(name)<span class=\"n\">N</span><br/>\(self.lines(6, name))</td>"
    }
    let result = try layOut(
      "<div style=\"height: 50pt\"></div><table><tr>\(cell("b"))\(cell("c"))</tr></table>"
    )
    #expect(result.texts[0].suffix(4) == ["1. @0,80", "N@30,80", "2. @0,90", "N@30,90"])
    #expect(result.texts[0].contains("b1@0,70"))
    #expect(result.texts[1].first == "b2@0,0")
    #expect(result.codes == [])
  }

  @Test("notes of one flex item do not grow into the items beside it")
  func flex() throws {
    // The first item ends at 80: 20 are left for three lines.
    let result = try layOut(
      """
      <div style="display: flex"><div style="width: 50pt">\(lines(8))</div><div>b<span class="n">\(lines(3, "n"))</span></div></div>
      <p>c</p>
      """
    )
    #expect(result.texts[0].suffix(3) == ["1. @0,80", "n0@30,80", "n1@0,90"])
    #expect(result.texts[1] == ["c@0,0", "n2@0,90"])
    #expect(result.codes == [])
  }

  @Test("the note of a fixed box is on the first page, though the text goes on")
  func fixed() throws {
    let result = try layOut(
      #"<div style="position: fixed; top: 0">f<span class="n">N</span></div><p>x</p><p style="break-before: page">y</p>"#
    )
    #expect(result.texts[0].suffix(2) == ["1. @0,90", "N@30,90"])
    #expect(!result.texts[1].contains("N@30,90"))
    #expect(result.codes == [])
  }

  @Test("a note without call and marker is there all the same")
  func noCall() throws {
    let result = try layOut(
      #"<p><span class="n">N</span></p><p>y</p>"#,
      css: ".n::footnote-call, .n::footnote-marker { content: none }"
    )
    #expect(result.texts == [["y@0,0", "N@0,90"]])
    #expect(result.codes == [])
  }

  @Test("a footnote in a running element stands in its text, with a warning")
  func running() throws {
    let result = try layOut(
      #"<div style="position: running(h)">H<span class="n">N</span></div><p>y</p>"#,
      page: "margin-top: 40pt; @top-left { content: element(h) }"
    )
    #expect(result.texts[0].contains { $0.hasPrefix("N@") })
    #expect(result.codes == ["layout-misplaced-footnote"])
  }

  @Test("what an ellipsis stands for may be a picture or an inline-block: it is hidden whole")
  func ellipsis() throws {
    // 'ab…' is 30 of 50, the box of 40 has no room beside it; a first box stays.
    let css =
      "p { width: 50pt; overflow: hidden; text-overflow: ellipsis; white-space: nowrap } i { display: inline-block; width: 40pt; font-style: normal }"
    let result = try layOut("<p>ab<i>x</i>cd</p><p><i>y</i>cd</p><p><i style=\"width: 20pt\">z</i>cdef</p>", css: css)
    let atomics = result.pages[0].fragments.filter { $0.kind == .inlineBlock }
    #expect(atomics.map(\.borderBox.top) == [10, 20])
    #expect(result.texts[0].filter { $0.contains("…") } == ["ab…@0,0", "…@40,10", "cd…@20,20"])
    #expect(result.codes == [])
  }

  @Test("a line whose notes fit no page beside it is placed, its notes after it, and the row ends")
  func notesTooHighForTheirRow() throws {
    // Pages of 25: beside two notes of 10 there are 5, and the line is 10 high; the cell beside it goes over many pages.
    let note = "<span class='n'>n</span>"
    let result = try LaidOut(
      """
      <table><tr><td style='height: 60pt'></td><td style='padding: 70pt 0'>x</td><td>a\(note)\(note)<br/>b</td></tr>\
      <tr><td>c</td></tr></table>
      """,
      css: ".n { float: footnote } .n::footnote-call { font-size: 10pt; vertical-align: baseline; line-height: 10pt }",
      page: "size: 200pt 25pt; margin: 0; @footnote { margin: 0; padding: 0; background: none; max-height: none }"
    )
    let words = result.texts.joined().compactMap { $0.first }
    #expect(["a", "b", "c", "x"].allSatisfy { word in words.count { $0 == word } == 1 })
    #expect(words.count { $0 == "n" } == 2)
    #expect(result.pages.count < 15)
  }
}
