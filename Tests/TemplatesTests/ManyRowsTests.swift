import Diagnostics
import Markup
import Testing
import Values

@Suite struct ManyRowsTests {
  @Test("ten thousand rows of one vb:each come out, each with its own values")
  func rows() throws {
    let rows = (1...10_000).map { map(["name": text("N\($0)"), "votes": number("\($0)")]) }
    let result = try expanding(
      "<p vb:each=\"r in rows\" class=\"c{{ loop.index }}\">{{ r.name }}: {{ r.votes | number(0) }}</p>",
      with: map(["rows": Value(.list(rows))])
    )
    #expect(result.mistakes == [])
    #expect(result.tree.nodes.count == 2 + 2 * 10_000)
    #expect(result.markup.hasSuffix("<p class=\"c10000\">N10000: 10.000</p>"))
  }
}
