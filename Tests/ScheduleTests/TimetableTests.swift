import Schedule
import Testing
import VanBan
import Vietnamese

@Suite struct TimetableTests {
  private func timetable(
    _ cadence: Cadence,
    _ rule: String,
    zone: String = "Asia/Ho_Chi_Minh",
    window: DataWindow = .decree
  ) throws -> Timetable {
    Timetable(rule: try DueRule(rule, every: cadence), zone: try Zone(named: zone), window: window)
  }

  /// The moment at which clocks in Viet Nam show the time.
  private func moment(_ date: String, _ hour: Int = 0, _ minute: Int = 0) throws -> Instant {
    let day = try #require(CalendarDate(date))
    return Instant(seconds: day.dayNumber * 86_400 + (hour - 7) * 3600 + minute * 60)
  }

  @Test("a run on 25 June makes month 6, whose data days are 15 May to 14 June")
  func month() throws {
    let timetable = try timetable(.month, "day 25 08:00")
    let runs = timetable.nextRuns(5, after: try moment("2026-06-25", 7, 59))
    #expect(runs[0].due == (try moment("2026-06-25", 8)))
    #expect(runs.map(\.period.key) == ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"])
    #expect(runs[0].firstDay.isoForm == "2026-05-15" && runs[0].lastDay.isoForm == "2026-06-14")
    // At the due moment itself the next run is the following one, and the last one is this.
    #expect(timetable.nextRun(after: runs[0].due).period.key == "2026-07")
    #expect(timetable.lastRun(at: runs[0].due).period.key == "2026-06")
    #expect(timetable.lastRun(at: runs[0].due.adding(-1)).period.key == "2026-05")
  }

  @Test("a day that a month does not have is its last one")
  func monthEnds() throws {
    for rule in ["day 31 17:00", "last day 17:00", "day last 17:00"] {
      let runs = try timetable(.month, rule).nextRuns(3, after: try moment("2028-01-31", 18))
      // 2028 is a leap year.
      #expect(runs.map(\.local.description) == ["2028-02-29 17:00", "2028-03-31 17:00", "2028-04-30 17:00"])
    }
    let common = try timetable(.month, "day 30 00:00").nextRun(after: try moment("2026-02-01"))
    #expect(common.local.description == "2026-02-28 00:00")
  }

  @Test(
    "a report is about the last period whose data days are over or end on the due day",
    arguments: [
      (.month, "day 25 08:00", .decree, "2026-06-25 08:00", "2026-06"),
      (.month, "day 14 17:00", .decree, "2026-06-14 17:00", "2026-06"),
      (.month, "day 13 17:00", .decree, "2026-06-13 17:00", "2026-05"),
      (.month, "day 5 08:00", .decree, "2026-06-05 08:00", "2026-05"),
      (.month, "last day 17:00", .calendar, "2026-06-30 17:00", "2026-06"),
      // Day 30 comes before the end of months of 31 days, so that all reports are about the month before.
      (.month, "day 30 17:00", .calendar, "2026-06-30 17:00", "2026-05"),
      (.quarter, "day 25 08:00", .decree, "2026-06-25 08:00", "2026-Q2"),
      (.quarter, "month 1 day 10 08:00", .decree, "2026-07-10 08:00", "2026-Q2"),
      (.half, "day 20 08:00", .decree, "2026-06-20 08:00", "2026-H1"),
      (.half, "month 2 day 10 08:00", .decree, "2026-08-10 08:00", "2026-H1"),
      (.year, "month 12 day 20 08:00", .decree, "2026-12-20 08:00", "2026"),
      (.year, "month 2 day 10 08:00", .decree, "2027-02-10 08:00", "2026"),
      (.year, "day 25", .decree, "2026-12-25 08:00", "2026"),
      (.week, "monday 08:00", .decree, "2026-06-29 08:00", "2026-W26"),
      (.week, "sun 17:30", .decree, "2026-06-28 17:30", "2026-W26"),
      (.week, "friday 16:00", .decree, "2026-06-26 16:00", "2026-W25"),
    ] as [(Cadence, String, DataWindow, String, String)]
  )
  func periods(cadence: Cadence, rule: String, window: DataWindow, local: String, key: String) throws {
    let timetable = try timetable(cadence, rule, window: window)
    let run = timetable.run(of: try #require(Period(cadence, key: key)))
    #expect(run.local.description == local)
    #expect(run.period.key == key)
    #expect(timetable.lastRun(at: run.due) == run)
    #expect(timetable.nextRun(after: run.due.adding(-1)) == run)
  }

  @Test("no period is left out or made twice, whatever the rule", arguments: DataWindow.allCases)
  func oneEach(window: DataWindow) throws {
    for day in 1...31 {
      let timetable = try timetable(.month, "day \(day) 23:59:59", zone: "America/New_York", window: window)
      let runs = timetable.runs(from: try moment("2023-01-01"), through: try moment("2029-01-01"))
      // Six years of twelve months; at the ends a due day may lie one month further on.
      #expect((71...73).contains(runs.count))
      for (run, next) in zip(runs, runs.dropFirst()) {
        #expect(next.period == run.period.advanced(by: 1))
        #expect(run.due < next.due)
        #expect(run.lastDay.dayNumber <= run.local.date.dayNumber)
      }
    }
  }

  @Test("missed runs are listed in order, both ends included")
  func missed() throws {
    let timetable = try timetable(.month, "day 25 08:00")
    let runs = timetable.runs(from: try moment("2026-03-25", 8), through: try moment("2026-06-25", 8))
    #expect(runs.map(\.period.key) == ["2026-03", "2026-04", "2026-05", "2026-06"])
    #expect(timetable.runs(from: try moment("2026-06-25", 8), through: try moment("2026-03-25", 8)) == [])
    #expect(timetable.runs(from: try moment("2026-06-25", 9), through: try moment("2026-07-25", 7)) == [])
  }

  @Test("moments beyond the calendar give runs at its ends and no endless search")
  func ends() throws {
    let timetable = try timetable(.week, "monday 08:00")
    #expect(timetable.lastRun(at: Instant(seconds: .min)).period.year == 999)
    #expect(timetable.lastRun(at: Instant(seconds: .max)).period.year == 9989)
  }

  @Test(
    "a rule that cannot be is refused with the reason",
    arguments: [
      (.month, "day 32 08:00", "'32' is no day of a month"), (.month, "day 25 24:00", "'24:00' is no time"),
      (.month, "monday 08:00", "a weekday is for --every week"), (.week, "day 5 08:00", "a week has no day"),
      (.month, "month 2 day 5", "a month has no months to choose from"), (.quarter, "month 4 day 5", "'4' is no month"),
      (.month, "", "no day is named"), (.month, "day", "'day' is not understood"),
      (.week, "moonday 08:00", "'moonday'"),
      (.month, "day 25 08:00 sharp", "no time"), (.month, "day 25 8", "'8' is not understood"),
    ] as [(Cadence, String, String)]
  )
  func mistakes(cadence: Cadence, text: String, reason: String) throws {
    let error = #expect(throws: RenderError.self) { try DueRule(text, every: cadence) }
    #expect(error?.kind == .input)
    if !text.hasSuffix("sharp") { #expect(error?.message.contains(reason) == true, "\(error?.message ?? "")") }
  }

  @Test("a rule is written as it is read", arguments: ["day 25 08:00", "last day 17:30", "month 2 day 10 08:00:05"])
  func description(text: String) throws {
    #expect(try DueRule(text, every: .year).description == text)
  }
}
