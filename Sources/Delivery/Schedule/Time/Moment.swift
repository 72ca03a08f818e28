import VanBan
import Vietnamese

/// A moment as users write it: with its distance from UTC, or as a clock of some time zone shows it.
package enum Moment: Sendable, Equatable {
  /// `2026-06-25T08:00:00+07:00`, `2026-06-25T01:00:00Z`.
  case exact(Instant)
  /// `2026-06-25 08:00`, `2026-06-25`: in the time zone of each job.
  case local(LocalTime)

  /// Reads a moment; `nil` where the text is none.
  package init?(_ text: String) {
    let day = text.prefix(10)
    guard day.utf8.count == 10, day.contains("-"), let date = CalendarDate(String(day)), date.year >= 1900 else {
      return nil
    }
    var rest = text.dropFirst(10)
    if rest.isEmpty {
      self = .local(LocalTime(date: date, second: 0))
      return
    }
    guard rest.first == " " || rest.first == "T" else { return nil }
    rest = rest.dropFirst()
    let time = rest.prefix { $0.isNumber || $0 == ":" }
    guard let second = secondOfDay(time) else { return nil }
    let local = LocalTime(date: date, second: second)
    switch rest[time.endIndex...] {
    case "": self = .local(local)
    case "Z": self = .exact(Instant(seconds: local.secondsAsUTC))
    case let distance:
      guard let offset = Zone.fixedOffset(String(distance)) else { return nil }
      self = .exact(Instant(seconds: local.secondsAsUTC - offset))
    }
  }

  /// The moment, where clocks of `zone` show a local one.
  package func instant(in zone: Zone) -> Instant {
    switch self {
    case .exact(let instant): instant
    case .local(let local): zone.instant(of: local)
    }
  }
}
