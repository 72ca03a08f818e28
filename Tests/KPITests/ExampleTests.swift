import KPI
import Testing
import Vietnamese

/// The example of the target's catalogue: `KPI.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let june = try #require(Period(.month, year: 2025, number: 6))
    let days = try #require(ReportingWindow.decree.days(of: june))
    #expect("\(days.first.shortForm) - \(days.last.shortForm)" == "15/5/2025 - 14/6/2025")
    #expect(june.description == "2025-06")
  }
}
