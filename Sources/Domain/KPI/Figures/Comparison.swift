package import Values

/// A value beside an earlier one.
package struct Comparison: Sendable, Equatable {
  /// What it is compared with; `nil` where it is missing.
  package var base: Decimal?
  /// By how much it is more, in the indicator's unit; for percentages in percentage points.
  package var difference: Decimal?
  /// By how many percent it is more.
  ///
  /// `nil` for percentages, and where the base is nought or below: a share of it would say nothing.
  package var percent: Decimal?

  /// Compares a value with a base, each of which may be missing.
  package init(_ value: Decimal?, with base: Decimal?, of indicator: Indicator) {
    self.base = base
    guard let value, let base, let difference = value.subtracting(base) else { return }
    self.difference = difference
    if !indicator.isPercentage, base > .zero { percent = share(of: base, difference) }
  }
}

/// 100 × part ÷ whole; `nil` for a division by nought and where it does not fit.
func share(of whole: Decimal, _ part: Decimal) -> Decimal? {
  part.multiplied(by: Decimal(100))?.divided(by: whole)
}
