package import Vietnamese

/// How often a report is made.
package enum Cadence: String, Sendable, CaseIterable {
  case week, month, quarter, half, year

  /// How many of them a year has; weeks are counted by ISO 8601 instead.
  var perYear: Int {
    switch self {
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .half: 2
    case .year: 1
    }
  }

  /// How many months one of them has; 0 for weeks.
  var months: Int { self == .week ? 0 : 12 / perYear }
}

/// A week, month, quarter, half-year or year that a report is about.
package struct Period: Sendable, Hashable {
  /// What kind of period.
  package let cadence: Cadence
  /// Its number in the row of all periods of the kind, so that the next one is one more.
  ///
  /// `year × periods a year + index`; weeks are counted from the one that began on 1969-12-29.
  package let ordinal: Int

  /// The period of a number; those outside the years 1 to 9999 are held at the ends by their days.
  package init(_ cadence: Cadence, ordinal: Int) {
    self.cadence = cadence
    self.ordinal = ordinal
  }

  /// The period that holds a day.
  package init(_ cadence: Cadence, holding date: CalendarDate) {
    self.cadence = cadence
    ordinal =
      cadence == .week
      ? (date.dayNumber + 3).flooredQuotient(by: 7) : date.year * cadence.perYear + (date.month - 1) / cadence.months
  }

  /// The period so many further on.
  package func advanced(by count: Int) -> Period {
    Period(cadence, ordinal: ordinal + count)
  }

  /// Its year; of a week the year of ISO 8601, in which the week's Thursday lies.
  package var year: Int {
    cadence == .week ? thursday.year : ordinal.flooredQuotient(by: cadence.perYear)
  }

  /// Its number in the year, from 1.
  package var index: Int {
    guard cadence == .week else { return ordinal - year * cadence.perYear + 1 }
    let newYear = CalendarDate(clampedYear: thursday.year, month: 1, day: 1)
    return (thursday.dayNumber - newYear.dayNumber) / 7 + 1
  }

  /// Its first month; of a week that of its Monday.
  package var firstMonth: Int {
    cadence == .week ? firstDay.month : (index - 1) * cadence.months + 1
  }

  /// Its last month; of a week that of its Sunday.
  package var lastMonth: Int {
    cadence == .week ? lastDay.month : firstMonth + cadence.months - 1
  }

  /// Its first day.
  package var firstDay: CalendarDate {
    cadence == .week ? CalendarDate(dayNumber: monday) : CalendarDate(clampedYear: year, month: firstMonth, day: 1)
  }

  /// Its last day.
  package var lastDay: CalendarDate {
    cadence == .week ? CalendarDate(dayNumber: monday + 6) : CalendarDate(clampedYear: year, month: lastMonth, day: 31)
  }

  private var monday: Int { ordinal * 7 - 3 }
  private var thursday: CalendarDate { CalendarDate(dayNumber: monday + 3) }
}

extension Period {
  /// Its short name, by which it is stored, sorted and put into names of files: `2026-06`, `2026-Q2`, `2026-H1`, `2026`,
  /// `2026-W26`.
  package var key: String {
    let digits = String(year)
    let year = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    switch cadence {
    case .week: return "\(year)-W\(twoDigits(index))"
    case .month: return "\(year)-\(twoDigits(index))"
    case .quarter: return "\(year)-Q\(index)"
    case .half: return "\(year)-H\(index)"
    case .year: return year
    }
  }

  /// Reads a ``key``; `nil` where it is no period of the kind.
  package init?(_ cadence: Cadence, key: String) {
    let parts = key.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == (cadence == .year ? 1 : 2), parts[0].utf8.count == 4, let year = Self.number(parts[0]),
      year >= 1
    else { return nil }
    guard cadence != .year else {
      self.init(.year, ordinal: year)
      return
    }
    let letters: [Cadence: String] = [.week: "W", .quarter: "Q", .half: "H"]
    let letter = letters[cadence] ?? ""
    guard parts[1].hasPrefix(letter), let index = Self.number(parts[1].dropFirst(letter.count)), index > 0 else {
      return nil
    }
    let period =
      cadence == .week
      // 4 January always lies in the first week (ISO 8601).
      ? Period(.week, holding: CalendarDate(clampedYear: year, month: 1, day: 4)).advanced(by: index - 1)
      : Period(cadence, ordinal: year * cadence.perYear + index - 1)
    // Also refuses a month 13 or a week that the year does not have.
    guard period.key == key else { return nil }
    self = period
  }

  /// Its name as official papers write it: `tháng 6/2026`, `quý II/2026`, `6 tháng đầu năm 2026`.
  package var title: String {
    switch cadence {
    case .week: "tuần \(index)/\(year)"
    case .month: "tháng \(index)/\(year)"
    case .quarter: "quý \(["I", "II", "III", "IV"][index - 1])/\(year)"
    case .half: "6 tháng \(index == 1 ? "đầu" : "cuối") năm \(year)"
    case .year: "năm \(year)"
    }
  }

  private static func number(_ text: Substring) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } && text.utf8.count <= 4 ? Int(text) : nil
  }
}

/// Which days' data a report of a period holds.
package enum DataWindow: String, Sendable, CaseIterable {
  /// From the 15th of the month before the period to the 14th of its last month: Decree 09/2019/NĐ-CP, article 12.
  case decree
  /// From the period's first day to its last: Decree 60/2018/NĐ-CP, for statistics.
  case calendar

  /// The first and the last day whose data a report of the period holds.
  ///
  /// Weeks are those of the calendar in either case: the decree knows none.
  package func days(of period: Period) -> (first: CalendarDate, last: CalendarDate) {
    guard self == .decree, period.cadence != .week else { return (period.firstDay, period.lastDay) }
    let isJanuary = period.firstMonth == 1
    return (
      CalendarDate(
        clampedYear: isJanuary ? period.year - 1 : period.year,
        month: isJanuary ? 12 : period.firstMonth - 1,
        day: 15
      ),
      CalendarDate(clampedYear: period.year, month: period.lastMonth, day: 14)
    )
  }
}
