/// Shares a width out among columns (CSS Tables 3, 3.9.3).
struct ColumnDistribution {
  private let columns: ArraySlice<ColumnMeasure>

  init(_ columns: ArraySlice<ColumnMeasure>) {
    self.columns = columns
  }

  /// The used widths of columns that together take `assignable` points, or their least width where that is more.
  func widths(_ assignable: Double) -> [Double] {
    let guesses = [minContent, percentage(of: assignable), specified(of: assignable), maxContent(of: assignable)]
    var lower = guesses[0]
    var lowerSum = lower.reduce(0, +)
    guard assignable > lowerSum else { return lower }
    for upper in guesses.dropFirst() {
      let upperSum = upper.reduce(0, +)
      if assignable <= upperSum {
        guard upperSum > lowerSum else { return upper }
        // Between two guesses in a row (3.9.3: the linear combination that fills the width).
        let share = (assignable - lowerSum) / (upperSum - lowerSum)
        return zip(lower, upper).map { $0 + ($1 - $0) * share }
      }
      lower = upper
      lowerSum = upperSum
    }
    return excess(assignable - lowerSum, over: lower)
  }

  private var minContent: [Double] { columns.map(\.widths.min) }

  private func percentage(of assignable: Double) -> [Double] {
    columns.map { $0.percent > 0 ? max($0.percent / 100 * assignable, $0.widths.min) : $0.widths.min }
  }

  private func specified(of assignable: Double) -> [Double] {
    zip(columns, percentage(of: assignable)).map { $0.percent == 0 && $0.isConstrained ? $0.widths.max : $1 }
  }

  private func maxContent(of assignable: Double) -> [Double] {
    zip(columns, percentage(of: assignable)).map { $0.percent == 0 ? $0.widths.max : $1 }
  }

  /// Adds what is more than columns ask for (3.9.3.2).
  func excess(_ excess: Double, over widths: [Double]) -> [Double] {
    guard excess > 0, !widths.isEmpty else { return widths }
    let weights = self.weights
    let sum = weights.reduce(0, +)
    return zip(widths, weights).map { $0 + excess * $1 / sum }
  }

  /// How much of the excess each column takes: the first rule that any column meets.
  private var weights: [Double] {
    let rules: [(ColumnMeasure) -> Double] = [
      { !$0.isConstrained && $0.hasCells && $0.percent == 0 ? $0.widths.max : 0 },
      { !$0.isConstrained && $0.hasCells && $0.percent == 0 ? 1 : 0 },
      { $0.isConstrained && $0.percent == 0 ? $0.widths.max : 0 },
      { $0.percent },
      { $0.hasCells ? 1 : 0 },
    ]
    for rule in rules {
      let weights = columns.map(rule)
      if weights.contains(where: { $0 > 0 }) { return weights }
    }
    return columns.map { _ in 1 }
  }
}
