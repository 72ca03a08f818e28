package import Values

/// What is measured: how it is named, counted and judged.
package struct Indicator: Sendable, Equatable {
  /// Which way is better.
  package enum Direction: String, Sendable, CaseIterable {
    /// More is better.
    case up
    /// Less is better.
    case down
  }

  /// How the values of several periods make one.
  package enum Aggregation: String, Sendable, CaseIterable {
    /// They are added: documents received, money collected.
    case sum
    /// The last one holds: a stock, a rate, a value that was counted from the beginning of the year already.
    case last
    /// Their mean: points of satisfaction.
    case average
  }

  /// How much of a year's target is asked for before the year is over.
  package enum Pace: String, Sendable, CaseIterable {
    /// A twelfth for every month that is over.
    case linear
    /// All of it at any time.
    case full
  }

  /// The short name by which files call it.
  package var code: String
  /// The name on paper.
  package var name: String
  /// The unit; empty for a bare number.
  package var unit: String = ""
  /// Which way is better.
  package var direction = Direction.up
  /// Digits after the decimal mark on paper, 0 to 18; `nil` shows those that the values have.
  package var places: Int?
  /// How the values of several periods make one.
  package var aggregation = Aggregation.sum
  /// How much of a year's target is asked for early in the year; `nil` goes by the aggregation.
  package var givenPace: Pace?
  /// Whether it stands among the headline figures and has a chart.
  package var isHeadline = false

  /// An indicator of a code and a name.
  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// How much of a year's target is asked for early in the year: for sums the share that is over, else all of it.
  package var pace: Pace { givenPace ?? (aggregation == .sum ? .linear : .full) }

  /// Whether its values are percentages, whose changes are told in percentage points.
  package var isPercentage: Bool {
    ["%", "phần trăm", "tỷ lệ %", "tỉ lệ %"].contains(unit.lowercased())
  }

  /// The sum, last or mean of values; `nil` for none and where it does not fit.
  package func combined(_ values: [Decimal]) -> Decimal? {
    guard let last = values.last else { return nil }
    if aggregation == .last { return last }
    var sum = Decimal.zero
    for value in values {
      guard let next = sum.adding(value) else { return nil }
      sum = next
    }
    return aggregation == .sum ? sum : sum.divided(by: Decimal(values.count))
  }
}
