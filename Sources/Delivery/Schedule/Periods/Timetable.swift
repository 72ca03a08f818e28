package import Vietnamese

/// One report that is due: when, and about what.
package struct DueRun: Sendable, Equatable {
  /// The moment from which it is due.
  package var due: Instant
  /// The same as a clock of the job's time zone shows it.
  package var local: LocalTime
  /// The period that it is about.
  package var period: Period
  /// The first day whose data it holds.
  package var firstDay: CalendarDate
  /// The last day whose data it holds.
  package var lastDay: CalendarDate
}

/// When the reports of a job are due.
package struct Timetable: Sendable {
  /// On which day, and at what time.
  package let rule: DueRule
  /// Where the clock hangs.
  package let zone: Zone
  /// Which days' data a report holds.
  package let window: DataWindow

  /// How far the period of a report lies before the one in which it is due: 0 or 1.
  private let lag: Int

  /// A timetable of its parts.
  package init(rule: DueRule, zone: Zone, window: DataWindow) {
    self.rule = rule
    self.zone = zone
    self.window = window
    lag = Self.lag(rule, window)
  }

  /// A report is about the last period whose data days are over, or end, on the due day: on day 25 the month itself (its
  /// data days end on the 14th), on day 5 the month before.
  ///
  /// It must be the same for all, or a period would be made twice and another never (day 30 in months of 31 days): so two
  /// years are looked through, one of them a leap year.
  private static func lag(_ rule: DueRule, _ window: DataWindow) -> Int {
    let first = Period(rule.cadence, holding: CalendarDate(clampedYear: 2023, month: 1, day: 1))
    let isEarly = (0..<rule.cadence.perYear * 2).contains { step in
      let period = first.advanced(by: step)
      return rule.date(in: period).dayNumber < window.days(of: period).last.dayNumber
    }
    return isEarly ? 1 : 0
  }

  /// The run that makes a period.
  package func run(of period: Period) -> DueRun {
    let local = LocalTime(date: rule.date(in: period.advanced(by: lag)), second: rule.second)
    let due = zone.instant(of: local)
    let days = window.days(of: period)
    // Shown again by the zone: a time that its clocks skip is not the one on which the run begins.
    return DueRun(due: due, local: zone.local(of: due), period: period, firstDay: days.first, lastDay: days.last)
  }

  /// The last run that is due at a moment or before.
  ///
  /// Moments outside the years 1000 to 9990 are held at these: days beyond 1 to 9999 do not exist here.
  package func lastRun(at instant: Instant) -> DueRun {
    let instant = Self.held(instant)
    let here = Period(rule.cadence, holding: zone.local(of: instant).date)
    // A due time that clocks skip may move over midnight: one period more is looked at on either side.
    var run = run(of: here.advanced(by: 1 - lag))
    while run.due > instant { run = self.run(of: run.period.advanced(by: -1)) }
    return run
  }

  private static func held(_ instant: Instant) -> Instant {
    min(max(instant, Instant(seconds: -30_610_224_000)), Instant(seconds: 253_086_681_600))
  }

  /// The first run that is due after a moment.
  package func nextRun(after instant: Instant) -> DueRun {
    run(of: lastRun(at: instant).period.advanced(by: 1))
  }

  /// The first `count` runs that are due after a moment.
  package func nextRuns(_ count: Int, after instant: Instant) -> [DueRun] {
    let first = nextRun(after: instant).period
    return (0..<count).map { run(of: first.advanced(by: $0)) }
  }

  /// The runs due from one moment to another, both included, in order.
  package func runs(from first: Instant, through last: Instant) -> [DueRun] {
    let last = Self.held(last)
    guard first <= last else { return [] }
    var runs: [DueRun] = []
    var run = nextRun(after: first.adding(-1))
    while run.due <= last {
      runs.append(run)
      run = self.run(of: run.period.advanced(by: 1))
    }
    return runs
  }
}
