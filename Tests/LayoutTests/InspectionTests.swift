import Foundation
import Layout
import Testing

@Suite("Inspection")
struct InspectionTests {
  /// Every fragment of all pages as `inspect` writes it, in order, its children left out.
  private func fragments(_ body: String, css: String = "") throws -> [[String: Any]] {
    let result = try LaidOut(body, css: css)
    var inspection = PageInspection(tree: result.tree) { _ in "Square" }
    for page in result.pages { inspection.add(page) }
    inspection.finish()
    let json = try JSONSerialization.jsonObject(with: Data(inspection.takeBytes()))
    let pages = try #require((json as? [String: Any])?["pages"] as? [[String: Any]])
    var waiting = Array(pages.reversed())
    var found: [[String: Any]] = []
    while var next = waiting.popLast() {
      waiting.append(contentsOf: (next["children"] as? [[String: Any]] ?? []).reversed())
      next["children"] = nil
      if next["kind"] != nil { found.append(next) }
    }
    return found
  }

  @Test("an element's boxes carry its id and class, texts their font, size and baseline")
  func names() throws {
    let found = try fragments("<p id='p1' class='a b'>x<b>y</b></p>", css: "b { font: inherit }")
    let paragraph = try #require(found.first { $0["element"] as? String == "p" && $0["kind"] as? String == "block" })
    #expect(paragraph["id"] as? String == "p1")
    #expect(paragraph["class"] as? String == "a b")
    let text = try #require(found.first { $0["kind"] as? String == "text" })
    #expect(text["text"] as? String == "x")
    #expect(text["element"] as? String == "p")
    #expect(text["id"] as? String == "p1")
    #expect(text["font"] as? String == "Square")
    // 10 pt are 13.333 px; the square font's baseline lies 0.8 em below its top: 8 pt, 10.667 px.
    #expect(text["size"] as? Double == 13.333)
    #expect(text["baseline"] as? Double == 10.667)
    let body = try #require(found.first { $0["element"] as? String == "body" })
    #expect(body["id"] == nil)
  }

  @Test("cells say how many columns and rows they take as they are laid out")
  func spans() throws {
    let body = "<table><tr><td colspan='0'>a</td><td colspan='5000' rowspan='0'>b</td></tr><tr><td>c</td></tr></table>"
    let cells = try fragments(body).filter { $0["kind"] as? String == "cell" }
    #expect(cells.map { $0["colspan"] as? Int } == [1, 1000, 1])
    #expect(cells.map { $0["rowspan"] as? Int } == [1, 2, 1])
  }

  @Test("generated parts of a table say which pseudo-element they are")
  func pseudoElements() throws {
    let found = try fragments("<p>x</p>", css: "p::before { content: 'A'; display: table }")
    let pseudo = found.filter { $0["pseudo"] as? String == "before" }.compactMap { $0["kind"] as? String }
    #expect(pseudo.prefix(2) == ["table-wrapper", "table"])
  }
}
