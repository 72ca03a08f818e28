package import Vietnamese

/// Which days a period covers.
///
/// Decree 09/2019/NĐ-CP, article 12: a report of a month covers the 15th of the month before to the 14th of the month;
/// longer periods begin and end on the same days. Statistical reports cover whole calendar months (first day 1).
package struct ReportingWindow: Sendable, Equatable {
  /// The day on which a period begins: of the month before, or of the month itself where it is 1.
  package let firstDay: Int

  /// The window of the decree.
  package static let decree = ReportingWindow(uncheckedFirstDay: 15)

  /// A window that begins on the day; `nil` outside 1 to 28, the days that every month has.
  package init?(firstDay: Int) {
    guard (1...28).contains(firstDay) else { return nil }
    self.firstDay = firstDay
  }

  private init(uncheckedFirstDay: Int) {
    firstDay = uncheckedFirstDay
  }

  /// The first and the last day of a period; `nil` only for January of the year 1, whose first day does not exist.
  package func days(of period: Period) -> (first: CalendarDate, last: CalendarDate)? {
    let months = (period.firstMonth, period.lastMonth)
    if firstDay == 1 {
      guard let first = CalendarDate(year: period.year, month: months.0, day: 1),
        let last = lastDay(year: period.year, month: months.1)
      else { return nil }
      return (first, last)
    }
    let isJanuary = months.0 == 1
    guard
      let first = CalendarDate(
        year: isJanuary ? period.year - 1 : period.year,
        month: isJanuary ? 12 : months.0 - 1,
        day: firstDay
      ),
      let last = CalendarDate(year: period.year, month: months.1, day: firstDay - 1)
    else { return nil }
    return (first, last)
  }

  private func lastDay(year: Int, month: Int) -> CalendarDate? {
    [31, 30, 29, 28].lazy.compactMap { CalendarDate(year: year, month: month, day: $0) }.first
  }
}
