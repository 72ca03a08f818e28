/// A reporting period: a month, a quarter, a half or a year.
package struct Period: Sendable, Hashable {
  /// The kinds of periods, by length.
  package enum Kind: Int, Sendable, CaseIterable {
    case month = 1
    case quarter = 3
    case half = 6
    case year = 12

    /// Months in a period of the kind.
    package var months: Int { rawValue }
    /// Periods of the kind in a year.
    package var countInYear: Int { 12 / rawValue }
  }

  /// How long it is.
  package let kind: Kind
  /// The year it belongs to, 1 to 9999.
  package let year: Int
  /// Which of its kind in the year, from 1; 1 for a year.
  package let number: Int

  /// The period; `nil` where the year has no such one.
  package init?(_ kind: Kind, year: Int, number: Int = 1) {
    guard (1...9999).contains(year), (1...kind.countInYear).contains(number) else { return nil }
    self.kind = kind
    self.year = year
    self.number = number
  }

  private init(unchecked kind: Kind, year: Int, number: Int) {
    self.kind = kind
    self.year = year
    self.number = number
  }

  /// The first month of it, 1 to 12.
  package var firstMonth: Int { (number - 1) * kind.months + 1 }
  /// The last month of it, 1 to 12.
  package var lastMonth: Int { number * kind.months }

  /// The year it belongs to as a period.
  package var wholeYear: Period { Period(unchecked: .year, year: year, number: 1) }

  /// The period of the same kind `count` later, or earlier for a negative count.
  ///
  /// `nil` outside the years 1 to 9999.
  package func advanced(by count: Int) -> Period? {
    // Counted from the year 0, so that the division is one of non-negative numbers for all years that exist.
    let (ordinal, overflow) = (year * kind.countInYear + number - 1).addingReportingOverflow(count)
    guard !overflow, ordinal >= 0 else { return nil }
    return Period(kind, year: ordinal / kind.countInYear, number: ordinal % kind.countInYear + 1)
  }

  /// The same period of the year before.
  package var yearBefore: Period? { Period(kind, year: year - 1, number: number) }

  /// The periods of the same kind from the beginning of the year to this one, in order.
  package var yearToDate: [Period] {
    (1...number).map { Period(unchecked: kind, year: year, number: $0) }
  }

  /// The periods of a shorter kind that make it up, in order; none for a kind that is not shorter.
  package func parts(_ shorter: Kind) -> [Period] {
    guard shorter.months < kind.months else { return [] }
    let first = (firstMonth - 1) / shorter.months + 1
    return (first...(lastMonth / shorter.months)).map { Period(unchecked: shorter, year: year, number: $0) }
  }

  /// The share of the year that is over at its end, as twelfths.
  package var monthsToDate: Int { lastMonth }
}

extension Period: Comparable {
  /// By the month of their end, then the shorter first.
  package static func < (left: Period, right: Period) -> Bool {
    (left.year, left.lastMonth, left.kind.months) < (right.year, right.lastMonth, right.kind.months)
  }
}

extension Period: CustomStringConvertible {
  /// The form in which it is stored: `2025-06`, `2025-Q2`, `2025-H1`, `2025`.
  package var description: String {
    let digits = String(year)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return switch kind {
    case .month: padded + (number < 10 ? "-0" : "-") + String(number)
    case .quarter: "\(padded)-Q\(number)"
    case .half: "\(padded)-H\(number)"
    case .year: padded
    }
  }
}
