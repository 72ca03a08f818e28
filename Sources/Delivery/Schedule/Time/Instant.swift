import Glibc
package import Vietnamese

/// A moment, in whole seconds since 1970 in UTC.
package struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z; leap seconds are not counted (POSIX).
  package var seconds: Int

  /// The moment `seconds` after the beginning of 1970.
  package init(seconds: Int) {
    self.seconds = seconds
  }

  /// What the system's clock says.
  package static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(seconds: time.tv_sec)
  }

  /// Whether one moment is before another.
  package static func < (left: Instant, right: Instant) -> Bool {
    left.seconds < right.seconds
  }

  /// The moment `seconds` later; the last or first there is where that would be beyond them.
  package func adding(_ seconds: Int) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return overflow ? Instant(seconds: seconds > 0 ? .max : .min) : Instant(seconds: sum)
  }
}

/// A day and a time as a clock on the wall shows them.
package struct LocalTime: Sendable, Equatable {
  /// The day.
  package var date: CalendarDate
  /// Seconds since midnight, 0 to 86,399.
  package var second: Int

  /// A day and a time of it.
  package init(date: CalendarDate, second: Int) {
    self.date = date
    self.second = second
  }

  /// Seconds since 1970 of a clock in UTC that shows this time.
  var secondsAsUTC: Int { date.dayNumber * 86_400 + second }

  /// The time that a clock in UTC shows; years beyond 1 to 9999 are held at the ends.
  init(secondsAsUTC seconds: Int) {
    let day = seconds.flooredQuotient(by: 86_400)
    date = CalendarDate(dayNumber: day)
    second = seconds - day * 86_400
  }

  /// `08:00`, with seconds only where there are some.
  package var timeText: String {
    let minutes = twoDigits(second / 3600) + ":" + twoDigits(second / 60 % 60)
    return second.isMultiple(of: 60) ? minutes : minutes + ":" + twoDigits(second % 60)
  }
}

extension LocalTime: CustomStringConvertible {
  /// `2026-06-25 08:00`.
  package var description: String { "\(date.isoForm) \(timeText)" }
}

extension Int {
  /// The quotient rounded down, so that days before 1970 count on without a seam.
  func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}

/// A number of 0 to 99 in two digits.
func twoDigits(_ number: Int) -> String {
  number < 10 ? "0\(number)" : String(number)
}
