import Diagnostics
import Geometry
import Testing

@testable import Styles

@Suite struct DefaultSheetTests {
  @Test("the default style sheet has no mistakes")
  func isClean() {
    #expect(DefaultSheet.shared.diagnostics.all.map { "\($0.span?.offset ?? 0) \($0.message)" } == [])
  }

  @Test("initial values of the table are those of a new style")
  func initialValues() {
    let context = ComputeContext(
      parent: ComputedStyle(),
      rootFontSize: 12,
      rootLineHeight: 12,
      pageSize: .a4,
      fontMetrics: { _, _, _ in FontRelativeMetrics() }
    )
    var initial = ComputedStyle()
    initial.fontFamily = ["serif"]
    for row in PropertyTable.rows {
      var style = initial
      row.readInitial()(&style, context)
      // The widths of borders and rules that are not drawn are settled last.
      style.borderWidth = .zero
      style.columns.ruleWidth = 0
      style.outline.width = 0
      #expect(style == initial, "\(row.name)")
    }
  }

  @Test("headings are bold, spaced and bookmarked")
  func headings() throws {
    let result = styled(css: "", body: "<h2 id=\"x\">A</h2>")
    let style = try #require(result.style("x"))
    #expect(result.report == [])
    #expect(style.display == .block)
    #expect(style.fontSize == 18)  // 1.5 × 12
    #expect(style.fontWeight == 700)
    #expect(style.bookmarkLevel == 2)
    #expect(style.breakAfter == .avoid)
    #expect(style.margin.top == .length(LengthPercentage(points: 18 * 0.83)))
  }
}
