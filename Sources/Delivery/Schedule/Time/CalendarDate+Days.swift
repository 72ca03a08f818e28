package import Vietnamese

// Exact arithmetic of the Gregorian calendar: no locale, no time zone, no table of the system.
extension CalendarDate {
  /// Days since 1970-01-01, which is day 0.
  ///
  /// The year is taken to begin in March, so that the day of a leap year comes last in it.
  package var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day so many days after 1970-01-01; days outside the years 1 to 9999 become the first or the last of them.
  package init(dayNumber: Int) {
    let shifted = min(max(dayNumber, Self.firstDay), Self.lastDay) + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    self.init(
      clampedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * fromMarch + 2) / 5 + 1
    )
  }

  /// The day of a month, or the month's last day where it has no such day.
  package init(clampedYear year: Int, month: Int, day: Int) {
    let year = min(max(year, 1), 9999)
    let month = min(max(month, 1), 12)
    let day = min(max(day, 1), Self.days(in: month, of: year))
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is a day by construction")
    }
    self = date
  }

  /// How many days a month has.
  package static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// The day of the week: 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int {
    // 1970-01-01 was a Thursday.
    let fromMonday = dayNumber + 3
    return fromMonday - fromMonday.flooredQuotient(by: 7) * 7 + 1
  }

  /// `2026-06-25`.
  package var isoForm: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "-" + twoDigits(month) + "-"
      + twoDigits(day)
  }

  private static let firstDay = -719_162  // 0001-01-01
  private static let lastDay = 2_932_896  // 9999-12-31
}
