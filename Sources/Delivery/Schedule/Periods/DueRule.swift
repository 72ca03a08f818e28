import Diagnostics
package import VanBan
import Vietnamese

/// On which day of each period, and when on it, a report is due: `day 25 08:00`, `last day 17:00`, `monday 08:00`,
/// `month 2 day 10 08:00`.
package struct DueRule: Sendable, Hashable {
  /// Which day.
  package enum Day: Sendable, Hashable {
    /// A day of the month, from 1; in shorter months their last day.
    case number(Int)
    /// The month's last day.
    case last
    /// A day of the week: 1 for Monday to 7 for Sunday.
    case weekday(Int)
  }

  /// How often.
  package let cadence: Cadence
  /// The month in the period, from 1; the last one where the rule names none.
  ///
  /// Unused for weeks.
  package let month: Int
  /// The day.
  package let day: Day
  /// Seconds since midnight.
  package let second: Int

  private let namesMonth: Bool

  /// The day of a period on which the report is due.
  func date(in period: Period) -> CalendarDate {
    switch day {
    case .weekday(let weekday): CalendarDate(dayNumber: period.firstDay.dayNumber + weekday - 1)
    case .number(let number):
      CalendarDate(clampedYear: period.year, month: period.firstMonth + month - 1, day: number)
    case .last: CalendarDate(clampedYear: period.year, month: period.firstMonth + month - 1, day: 31)
    }
  }
}

extension DueRule: CustomStringConvertible {
  /// The rule as one writes it.
  package var description: String {
    let time = LocalTime(date: CalendarDate(dayNumber: 0), second: second).timeText
    let prefix = namesMonth ? "month \(month) " : ""
    switch day {
    case .number(let number): return "\(prefix)day \(number) \(time)"
    case .last: return "\(prefix)last day \(time)"
    case .weekday(let weekday): return "\(weekdayNames[weekday - 1]) \(time)"
    }
  }
}

extension DueRule {
  /// Reads a rule; the time is 08:00 where none is given.
  ///
  /// - Throws: ``RenderError`` of kind input that says what is wrong with the text.
  package init(_ text: String, every cadence: Cadence) throws(RenderError) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)[...]
    second = try Self.takeTime(&words, of: text) ?? 8 * 3600
    let month = try Self.takeMonth(&words, of: text, cadence: cadence)
    namesMonth = month != nil
    self.month = month ?? max(1, cadence.months)
    self.cadence = cadence
    switch (words.first, words.dropFirst().first) {
    case ("day", "last"), ("last", "day"):
      day = .last
      words = words.dropFirst(2)
    case ("day", let number?):
      guard let number = Int(number), (1...31).contains(number) else {
        throw Self.mistake(text, "'\(number)' is no day of a month", help: "write a day of 1 to 31, or last day")
      }
      day = .number(number)
      words = words.dropFirst(2)
    case (let word?, _):
      guard let index = weekdayNames.firstIndex(where: { $0 == word || $0.prefix(3) == word }) else {
        let nearest = nearestName(to: word, in: weekdayNames + ["day", "month", "last"])
        throw Self.mistake(text, "'\(word)' is not understood", help: nearest.map { "did you mean '\($0)'?" })
      }
      day = .weekday(index + 1)
      words = words.dropFirst()
    case (nil, _): throw Self.mistake(text, "no day is named")
    }
    if let word = words.first { throw Self.mistake(text, "'\(word)' is not understood") }
    if case .weekday = day {
      guard cadence == .week else { throw Self.mistake(text, "a weekday is for --every week") }
    } else if cadence == .week {
      throw Self.mistake(text, "a week has no day of the month", help: "write a weekday, such as 'monday 08:00'")
    }
  }

  private static func takeTime(_ words: inout ArraySlice<String>, of text: String) throws(RenderError) -> Int? {
    guard let word = words.last, word.contains(":") else { return nil }
    guard let second = secondOfDay(word) else {
      throw mistake(text, "'\(word)' is no time", help: "write hours and minutes, such as 08:00")
    }
    words.removeLast()
    return second
  }

  private static func takeMonth(
    _ words: inout ArraySlice<String>,
    of text: String,
    cadence: Cadence
  ) throws(RenderError) -> Int? {
    guard words.first == "month" else { return nil }
    words.removeFirst()
    guard cadence.months > 1 else { throw mistake(text, "a \(cadence.rawValue) has no months to choose from") }
    guard let word = words.first, let month = Int(word), (1...cadence.months).contains(month) else {
      throw mistake(
        text,
        "'\(words.first ?? "")' is no month of a \(cadence.rawValue)",
        help: "write 1 to \(cadence.months): months are counted from the beginning of the \(cadence.rawValue)"
      )
    }
    words.removeFirst()
    return month
  }

  private static func mistake(_ text: String, _ reason: String, help: String? = nil) -> RenderError {
    RenderError(
      .input,
      "'\(text)' says no due day: \(reason)",
      help: help ?? "write 'day 25 08:00', 'last day 17:00', 'month 2 day 10 08:00', or for weeks 'monday 08:00'"
    )
  }
}

/// Reads `08:00` or `08:00:30` as seconds since midnight; `nil` where it is no time of a day.
func secondOfDay(_ text: some StringProtocol) -> Int? {
  let parts = text.split(separator: ":", omittingEmptySubsequences: false)
  guard (2...3).contains(parts.count) else { return nil }
  var second = 0
  for (part, limit) in zip(parts, [23, 59, 59]) {
    guard (1...2).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }), let value = Int(part),
      value <= limit
    else { return nil }
    second = second * 60 + value
  }
  return parts.count == 2 ? second * 60 : second
}

private let weekdayNames = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
