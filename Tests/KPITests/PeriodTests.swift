import KPI
import Testing
import Vietnamese

@Suite struct PeriodTests {
  @Test(
    "the window of a period runs from the 15th before it to the 14th of its last month",
    arguments: [
      (Period.Kind.month, 6, "15/5/2025", "14/6/2025"),
      (.month, 1, "15/12/2024", "14/01/2025"),
      (.month, 3, "15/02/2025", "14/3/2025"),
      (.quarter, 1, "15/12/2024", "14/3/2025"),
      (.quarter, 3, "15/6/2025", "14/9/2025"),
      (.half, 1, "15/12/2024", "14/6/2025"),
      (.half, 2, "15/6/2025", "14/12/2025"),
      (.year, 1, "15/12/2024", "14/12/2025"),
    ]
  )
  func decreeWindow(kind: Period.Kind, number: Int, first: String, last: String) throws {
    let period = try #require(Period(kind, year: 2025, number: number))
    let days = try #require(ReportingWindow.decree.days(of: period))
    #expect(days.first.shortForm == first)
    #expect(days.last.shortForm == last)
  }

  @Test("a window from day 1 is the calendar month, leap years included")
  func calendarWindow() throws {
    let window = try #require(ReportingWindow(firstDay: 1))
    let february = try #require(Period(.month, year: 2024, number: 2))
    let days = try #require(window.days(of: february))
    #expect(days.first.shortForm == "01/02/2024")
    #expect(days.last.shortForm == "29/02/2024")
    #expect(ReportingWindow(firstDay: 29) == nil)
    #expect(ReportingWindow(firstDay: 0) == nil)
  }

  @Test("periods advance over the year's end, and stop where the years do")
  func advances() throws {
    let november = try #require(Period(.month, year: 2024, number: 11))
    #expect(november.advanced(by: 3)?.description == "2025-02")
    #expect(november.advanced(by: -12)?.description == "2023-11")
    #expect(november.yearBefore?.description == "2023-11")
    #expect(Period(.quarter, year: 2025, number: 1)?.advanced(by: -1)?.description == "2024-Q4")
    #expect(Period(.year, year: 9999)?.advanced(by: 1) == nil)
    #expect(Period(.year, year: 1)?.advanced(by: -1) == nil)
    #expect(november.advanced(by: Int.max) == nil)
    #expect(november.advanced(by: Int.min) == nil)
    #expect(Period(.month, year: 2024, number: 13) == nil)
  }

  @Test("longer periods are made of shorter ones")
  func parts() throws {
    let second = try #require(Period(.half, year: 2025, number: 2))
    #expect(second.parts(.month).map(\.description) == (7...12).map { $0 < 10 ? "2025-0\($0)" : "2025-\($0)" })
    #expect(second.parts(.quarter).map(\.description) == ["2025-Q3", "2025-Q4"])
    #expect(second.parts(.half).isEmpty)
    #expect(second.parts(.year).isEmpty)
    #expect(second.yearToDate.map(\.description) == ["2025-H1", "2025-H2"])
  }

  @Test("periods are ordered by their end, the shorter first")
  func order() {
    let periods = [
      Period(.year, year: 2024), Period(.month, year: 2024, number: 12), Period(.quarter, year: 2024, number: 4),
      Period(.month, year: 2025, number: 1), Period(.half, year: 2024, number: 2),
    ].compactMap(\.self)
    #expect(periods.sorted().map(\.description) == ["2024-12", "2024-Q4", "2024-H2", "2024", "2025-01"])
  }
}
