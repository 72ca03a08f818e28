import Schedule
import Testing
import Vietnamese

@Suite struct PeriodTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test(
    "a period has a key, a name and the days of the decree and of the calendar",
    arguments: [
      (.month, "2026-06", "tháng 6/2026", "2026-05-15 2026-06-14", "2026-06-01 2026-06-30"),
      (.month, "2025-01", "tháng 1/2025", "2024-12-15 2025-01-14", "2025-01-01 2025-01-31"),
      (.month, "2028-02", "tháng 2/2028", "2028-01-15 2028-02-14", "2028-02-01 2028-02-29"),
      (.quarter, "2026-Q1", "quý I/2026", "2025-12-15 2026-03-14", "2026-01-01 2026-03-31"),
      (.quarter, "2026-Q4", "quý IV/2026", "2026-09-15 2026-12-14", "2026-10-01 2026-12-31"),
      (.half, "2026-H1", "6 tháng đầu năm 2026", "2025-12-15 2026-06-14", "2026-01-01 2026-06-30"),
      (.half, "2026-H2", "6 tháng cuối năm 2026", "2026-06-15 2026-12-14", "2026-07-01 2026-12-31"),
      (.year, "2026", "năm 2026", "2025-12-15 2026-12-14", "2026-01-01 2026-12-31"),
      (.week, "2026-W26", "tuần 26/2026", "2026-06-22 2026-06-28", "2026-06-22 2026-06-28"),
      // ISO 8601: the week of 1 January 2027, a Friday, is the last one of 2026.
      (.week, "2026-W53", "tuần 53/2026", "2026-12-28 2027-01-03", "2026-12-28 2027-01-03"),
    ] as [(Cadence, String, String, String, String)]
  )
  func periods(cadence: Cadence, key: String, title: String, decree: String, calendar: String) throws {
    let period = try #require(Period(cadence, key: key))
    #expect(period.key == key)
    #expect(period.title == title)
    for (window, expected) in [(DataWindow.decree, decree), (.calendar, calendar)] {
      let days = window.days(of: period)
      #expect("\(days.first.isoForm) \(days.last.isoForm)" == expected)
      #expect(Period(cadence, holding: period.lastDay) == period)
      #expect(Period(cadence, holding: period.firstDay) == period)
    }
  }

  @Test(
    "what is no period of the kind is refused",
    arguments: [
      (.month, "2026-13"), (.month, "2026-6"), (.month, "2026-Q1"), (.month, "2026"), (.quarter, "2026-Q5"),
      (.quarter, "2026-01"), (.half, "2026-H0"), (.year, "26"), (.year, "2026-01"), (.week, "2025-W53"),
      (.week, "2026-W00"), (.month, "0000-01"), (.month, "2026-01-05"), (.month, ""), (.month, "２０２６-01"),
    ] as [(Cadence, String)]
  )
  func wrongKeys(cadence: Cadence, key: String) {
    #expect(Period(cadence, key: key) == nil)
  }

  @Test("the windows of periods touch: each day belongs to one", arguments: Cadence.allCases, DataWindow.allCases)
  func windowsTouch(cadence: Cadence, window: DataWindow) throws {
    var period = Period(cadence, holding: try day("2019-12-31"))
    for _ in 0..<120 {
      let next = period.advanced(by: 1)
      #expect(window.days(of: period).last.dayNumber + 1 == window.days(of: next).first.dayNumber)
      #expect(period.key < next.key)
      period = next
    }
  }
}
