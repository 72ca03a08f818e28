package import VanBan
import Vietnamese

/// Periods from one to another, as users write them: `2026-01..2026-05`.
package struct PeriodRange: Sendable, Equatable {
  /// The periods, in order.
  package let periods: [Period]

  /// So many periods at most: a slip of a digit must not fill a disk.
  private static let limit = 1200

  /// Reads the text; each end is a key of the job's kind, or a year, month or day in the period that is meant.
  ///
  /// - Throws: ``RenderError`` also where a period is not due yet at `now`.
  package init(_ text: String, of job: Job, now: Instant) throws(RenderError) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(ends.count), let first = Self.period(ends[0], job.rule.cadence, isLast: false),
      let last = Self.period(ends[ends.count - 1], job.rule.cadence, isLast: true)
    else {
      let now = Period(job.rule.cadence, holding: CalendarDate(clampedYear: 2026, month: 1, day: 15))
      throw RenderError(
        .input,
        "'\(text)' names no periods of a \(job.rule.cadence.rawValue)",
        help: "write the first and the last one, such as \(now.key)..\(now.advanced(by: 3).key)"
      )
    }
    guard first.ordinal <= last.ordinal else {
      throw RenderError(.input, "'\(text)' ends before it begins", help: "write \(last.key)..\(first.key)")
    }
    guard last.ordinal - first.ordinal < Self.limit else {
      throw RenderError(.input, "'\(text)' are more than \(Self.limit) periods", help: "ask for fewer at a time")
    }
    periods = (first.ordinal...last.ordinal).map { Period(job.rule.cadence, ordinal: $0) }
    let run = try job.timetable().run(of: last)
    guard run.due <= now else {
      throw RenderError(
        .input,
        "\(last.title) is not due before \(run.local)",
        help: "end with \(try job.timetable().lastRun(at: now).period.key)"
      )
    }
  }

  private static func period(_ text: String, _ cadence: Cadence, isLast: Bool) -> Period? {
    if let period = Period(cadence, key: text) { return period }
    if let date = CalendarDate(text), date.isoForm == text { return Period(cadence, holding: date) }
    // A longer or shorter period: the first or the last one in it.
    for other in [Cadence.year, .half, .quarter, .month] {
      guard let period = Period(other, key: text) else { continue }
      return Period(cadence, holding: isLast ? period.lastDay : period.firstDay)
    }
    return nil
  }
}
