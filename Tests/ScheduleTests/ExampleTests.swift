import Schedule
import Testing

/// The example of the target's catalogue: `Schedule.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let rule = try DueRule("day 25 08:00", every: .month)
    let timetable = Timetable(rule: rule, zone: try Zone(named: "Asia/Ho_Chi_Minh"), window: .decree)
    let run = timetable.nextRun(after: Instant(seconds: 1_781_000_000))
    print("\(run.local): \(run.period.title), \(run.firstDay.isoForm) to \(run.lastDay.isoForm)")
    // 1,781,000,000 is 2026-06-09 17:13:20 in Viet Nam.
    #expect(run.local.description == "2026-06-25 08:00")
    #expect(run.period.title == "tháng 6/2026")
    #expect(run.firstDay.isoForm == "2026-05-15")
    #expect(run.lastDay.isoForm == "2026-06-14")
  }
}
