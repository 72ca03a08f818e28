import Geometry
import Layout
import Testing

/// Line numbers, change bars and indexes on pages of 200 by 100 points with 40 points of margin at the left and right.
@Suite("Drafts and indexes")
struct DraftTests {
  private let page = "size: 280pt 100pt; margin: 0 40pt"

  private func lines(_ count: Int) -> String { Array(repeating: "a", count: count).joined(separator: "<br/>") }

  @Test("lines are numbered in the margin, every n-th, per page or through the document")
  func lineNumbers() throws {
    let body = "<p>\(lines(7))</p><table><tr><td>t</td></tr></table><p>\(lines(6))</p>"
    let perPage = try LaidOut(body, css: "body { vb-line-numbers: page 3 }", page: page)
    // The numbers are 9 points wide and end 12 before the text at 40: they begin at 19. Letters stand on 8 of 10 points.
    #expect(
      perPage.texts.map { $0.filter { !$0.hasPrefix("a") && !$0.hasPrefix("t") } } == [
        ["3@19,20.8", "6@19,50.8", "9@19,90.8"], ["3@19,20.8"],
      ]
    )
    let whole = try LaidOut(body, css: "body { vb-line-numbers: document 5 }", page: page)
    #expect(
      whole.texts.map { $0.filter { !$0.hasPrefix("a") && !$0.hasPrefix("t") }.map { $0.prefix { $0 != "@" } } } == [
        ["5"], ["10"],
      ]
    )
    #expect(perPage.codes == [])
    let numbers = perPage.pages[0].fragments.filter { $0.node < 0 && $0.kind == .text }
    #expect(numbers.allSatisfy { $0.role == .artifact })
  }

  @Test("a change bar stands in the outer margin, over page breaks")
  func changeBars() throws {
    let body = "<p>\(lines(8))</p><p style='vb-change-bar: 2pt red'>\(lines(4))</p>"
    let result = try LaidOut(body, page: page)
    let bars = result.pages.map { page in
      page.fragments.filter { $0.node < 0 }.map { fragment in
        let box = fragment.borderBox
        return "\(short(box.left)),\(short(box.top)) \(short(box.size.width))×\(short(box.size.height))"
      }
    }
    // Right of the right page's text (240 + 6), left of the left one's (40 - 6 - 2).
    #expect(result.pages.allSatisfy { page in page.fragments.contains { $0.node < 0 && $0.paint >= 0 } })
    #expect(bars == [["246,80 2×20"], ["32,0 2×20"]])
    #expect(result.codes == [])
  }

  @Test("an index gathers terms in Vietnamese order, with ranges of pages and links")
  func index() throws {
    let css = """
      .t { vb-index: i content() } .n { break-before: page } #list { vb-index-list: i; break-before: page }
      #list::before { content: "Z"; display: block }
      """
    let term = { (text: String) in "<span class='t'>\(text)</span>" }
    let body = """
      <p>\(term("đá"))</p><p>\(term("dạ"))</p><p class='n'>\(term("đá"))\(term("bò"))</p><p class='n'>\(term("đá"))</p>
      <p class='n'>\(term("bò"))</p><div id='list'></div>
      """
    let result = try LaidOut(body, css: css)
    let list = result.texts[result.texts.count - 1].map { $0.prefix { $0 != "@" } }
    #expect(list == ["Z", "B", "bò, ", "2", ", ", "4", "D", "dạ, ", "1", "Đ", "đá, ", "1–3"])
    #expect(result.pages.last?.links.map(\.target).count == 4)
    #expect(result.codes == [])
    #expect(result.summary.passes == 2)  // The list begins where its empty first try did.
  }

  @Test("an index without terms, and one before its terms, are settled")
  func earlyIndex() throws {
    let css = ".t { vb-index: i content() } .n { break-before: page } #list { vb-index-list: i }"
    let early = try LaidOut("<div id='list'></div><p class='n'><span class='t'>ă</span></p>", css: css)
    #expect(early.texts[0].map { $0.prefix { $0 != "@" } } == ["Ă", "ă, ", "2"])
    #expect(early.codes == [])
    #expect(try LaidOut("<p>a</p><div id='list'></div>", css: css).texts == [["a@0,0"]])
  }
}
