import Geometry
import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10; lines are 10 high.
@Suite("Positioned boxes over pages")
struct BrokenPositionTests {
  private func lines(_ count: Int) -> String { (0..<count).map { "<p>a\($0)</p>" }.joined() }

  private func layOut(_ style: String, _ content: String, css: String = "") throws -> LaidOut {
    try LaidOut("<div id=\"a\" style=\"position: absolute; \(style)\">\(content)</div><p>x</p>", css: css)
  }

  /// The places of the texts of a page, first and last.
  private func ends(_ result: LaidOut) -> [[String]] {
    result.texts.map { texts in
      let own = texts.filter { $0.hasPrefix("a") }
      return [own.first ?? "", own.last ?? ""]
    }
  }

  @Test("a box that reaches below the page area goes on at the top of the next page (CSS 2.2, 13.2.1)")
  func over() throws {
    // 3 of 15 lines below 70, 10 on the second page, which holds nothing else, and 2 on the third.
    let result = try layOut("top: 70pt; left: 20pt", lines(15))
    #expect(ends(result) == [["a0@20,70", "a2@20,90"], ["a3@20,0", "a12@20,90"], ["a13@20,0", "a14@20,10"]])
    #expect(result.box("a", page: 3) == "20,0 30×20")
    #expect(result.codes == [])
  }

  @Test("tables and flex containers break as well, and what is positioned in them finds its part")
  func kinds() throws {
    let rows = (0..<5).map { "<tr><td>a\($0)</td></tr>" }.joined()
    let table = try LaidOut("<table style=\"position: absolute; top: 70pt; left: 5pt\">\(rows)</table><p>x</p>")
    #expect(ends(table) == [["a0@5,70", "a2@5,90"], ["a3@5,0", "a4@5,10"]])
    let flex = try layOut("display: flex; top: 70pt", "<div>\(lines(5))</div><div>b</div>")
    #expect(ends(flex) == [["a0@0,70", "a2@0,90"], ["a3@0,0", "a4@0,10"]])
    let nested = try layOut("top: 70pt", lines(5) + #"<div style="position: absolute; bottom: 0; left: 50pt">z</div>"#)
    #expect(nested.texts[1].last == "z@50,10")
    #expect(table.codes + flex.codes + nested.codes == [])
  }

  @Test("a box that asks to be kept whole, stands by its bottom or begins below the page area is not broken")
  func whole() throws {
    let kept = try layOut("top: 70pt; break-inside: avoid", lines(5))
    #expect(kept.texts.count == 1)
    let bottom = try layOut("bottom: 0", lines(12))
    #expect(ends(bottom) == [["a0@0,-20", "a11@0,90"]])
    let below = try layOut("top: 100pt", lines(2))
    #expect(ends(below) == [["a0@0,100", "a1@0,110"]])
    let turned = try layOut("top: 70pt; transform: rotate(90deg)", lines(5))
    #expect(turned.texts.count == 2)  // the transform is the box's own: its place is that of the page
    let inside = try LaidOut(
      "<div style=\"transform: rotate(90deg); height: 10pt\"><div style=\"position: absolute; top: 70pt\">\(lines(5))</div></div>"
    )
    #expect(inside.texts.count == 1)
    #expect(kept.codes + bottom.codes + below.codes + turned.codes + inside.codes == [])
  }
}
