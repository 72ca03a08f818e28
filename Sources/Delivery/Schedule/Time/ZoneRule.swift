import Vietnamese

/// When clocks are put forward and back each year: the text of POSIX's TZ (8.3), such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Sendable, Equatable {
  /// Seconds before UTC in winter.
  private var standard: Int
  /// Summer time; `nil` where there is none.
  private var summer: Summer?

  private struct Summer: Sendable, Equatable {
    var offset: Int
    var begins, ends: YearDay
  }

  /// A day of every year and a time of it.
  private struct YearDay: Sendable, Equatable {
    enum Day: Sendable, Equatable {
      /// `Mm.w.d`: the week's day `d` (0 for Sunday) for the `w`th time in the month, the last for 5.
      case weekday(month: Int, week: Int, day: Int)
      /// `Jn`: day 1 to 365, without 29 February.
      case withoutLeap(Int)
      /// `n`: day 0 to 365, with 29 February.
      case withLeap(Int)
    }

    var day: Day
    /// Seconds after midnight; RFC 8536 lets them leave the day.
    var second: Int
  }

  /// Reads the text; `nil` where it is not written so.
  init?(_ text: String) {
    var reader = Reader(rest: text[...])
    guard reader.name(), let west = reader.time(hours: 24) else { return nil }
    standard = -west
    if reader.rest.isEmpty { return }
    guard reader.name() else { return nil }
    var offset = standard + 3600
    if let first = reader.rest.first, first != "," {
      guard let given = reader.time(hours: 24) else { return nil }
      offset = -given
    }
    guard let begins = reader.yearDay(), let ends = reader.yearDay(), reader.rest.isEmpty else { return nil }
    summer = Summer(offset: offset, begins: begins, ends: ends)
  }

  func offset(at instant: Instant) -> Int {
    guard let summer else { return standard }
    let year = LocalTime(secondsAsUTC: instant.adding(standard).seconds).date.year
    let begins = moment(summer.begins, of: year) - standard
    let ends = moment(summer.ends, of: year) - summer.offset
    // South of the equator summer lasts over the new year.
    let isSummer =
      begins < ends
      ? begins <= instant.seconds && instant.seconds < ends : !(ends <= instant.seconds && instant.seconds < begins)
    return isSummer ? summer.offset : standard
  }

  /// Seconds since 1970 of a clock in UTC that shows the time.
  private func moment(_ time: YearDay, of year: Int) -> Int {
    let newYear = CalendarDate(clampedYear: year, month: 1, day: 1).dayNumber
    let day: Int
    switch time.day {
    case .withLeap(let number): day = newYear + number
    case .withoutLeap(let number):
      let hasLeap = CalendarDate.days(in: 2, of: year) == 29
      day = newYear + number - 1 + (hasLeap && number >= 60 ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = CalendarDate(clampedYear: year, month: month, day: 1)
      let ahead = (weekday - first.weekday % 7 + 7) % 7
      let last = CalendarDate.days(in: month, of: year)
      var dayOfMonth = 1 + ahead + (week - 1) * 7
      while dayOfMonth > last { dayOfMonth -= 7 }
      day = first.dayNumber + dayOfMonth - 1
    }
    return day * 86_400 + time.second
  }
}

extension ZoneRule {
  private struct Reader {
    var rest: Substring

    /// Three letters or more, or anything in `<>`.
    mutating func name() -> Bool {
      if rest.first == "<" {
        guard let end = rest.firstIndex(of: ">") else { return false }
        rest = rest[end...].dropFirst()
        return true
      }
      let letters = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(letters.count)
      return letters.count >= 3
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(hours limit: Int) -> Int? {
      var isNegative = false
      if let sign = rest.first, sign == "+" || sign == "-" {
        isNegative = sign == "-"
        rest = rest.dropFirst()
      }
      var parts = [0, 0, 0]
      for index in 0..<3 {
        if index > 0 {
          guard rest.first == ":" else { break }
          rest = rest.dropFirst()
        }
        guard let value = number(upTo: index == 0 ? limit : 59) else { return nil }
        parts[index] = value
      }
      let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
      return isNegative ? -seconds : seconds
    }

    mutating func yearDay() -> YearDay? {
      guard rest.first == "," else { return nil }
      rest = rest.dropFirst()
      guard let day = day() else { return nil }
      guard rest.first == "/" else { return YearDay(day: day, second: 2 * 3600) }
      rest = rest.dropFirst()
      return time(hours: 167).map { YearDay(day: day, second: $0) }
    }

    private mutating func day() -> YearDay.Day? {
      switch rest.first {
      case "J":
        rest = rest.dropFirst()
        return number(upTo: 365).flatMap { $0 > 0 ? .withoutLeap($0) : nil }
      case "M":
        var parts: [Int] = []
        for (mark, limit) in [("M", 12), (".", 5), (".", 6)] as [(Character, Int)] {
          guard rest.first == mark else { return nil }
          rest = rest.dropFirst()
          guard let part = number(upTo: limit) else { return nil }
          parts.append(part)
        }
        guard parts[0] > 0, parts[1] > 0 else { return nil }
        return .weekday(month: parts[0], week: parts[1], day: parts[2])
      default: return number(upTo: 365).map { .withLeap($0) }
      }
    }

    private mutating func number(upTo limit: Int) -> Int? {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      rest = rest.dropFirst(digits.count)
      guard let value = Int(digits), value <= limit else { return nil }
      return value
    }
  }
}
