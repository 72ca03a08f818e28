/// What happens to a half when digits are dropped.
public enum Rounding: Sendable {
  /// 0.5 to 0, 1.5 to 2: the halves of many numbers cancel out.
  case halfEven
  /// 0.5 to 1, -0.5 to -1: as people round by hand.
  case halfAwayFromZero
}

extension Decimal {
  /// The exact sum; `nil` where it does not fit.
  public func adding(_ other: Decimal) -> Decimal? {
    if let sum = aligned(with: other, { $0.addingReportingOverflow($1) }) { return sum }
    return normalized.aligned(with: other.normalized) { $0.addingReportingOverflow($1) }
  }

  /// The exact difference; `nil` where it does not fit.
  public func subtracting(_ other: Decimal) -> Decimal? {
    other.negated.flatMap(adding)
  }

  /// The product: exact within 18 digits after the mark, else rounded half to even there; `nil` where it does not fit.
  public func multiplied(by other: Decimal) -> Decimal? {
    let wide = coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude)
    let isNegative = (coefficient < 0) != (other.coefficient < 0)
    if scale + other.scale <= Self.maxScale, wide.high == 0 {
      return Decimal(magnitude: wide.low, isNegative: isNegative, scale: scale + other.scale)
    }
    let (a, b) = (normalized, other.normalized)
    let product = a.coefficient.magnitude.multipliedFullWidth(by: b.coefficient.magnitude)
    let dropped = max(0, a.scale + b.scale - Self.maxScale)
    let divisor = powerOfTen(dropped).magnitude
    guard product.high < divisor else { return nil }
    let quotient = roundedQuotient(of: product, by: divisor)
    return quotient.flatMap {
      Decimal(magnitude: $0, isNegative: isNegative, scale: a.scale + b.scale - dropped)
    }
  }

  /// The quotient: exact where it ends within 18 digits after the mark, else rounded half to even there (or at the last
  /// digit that fits); `nil` for a division by zero and where it does not fit.
  public func divided(by other: Decimal) -> Decimal? {
    guard other.coefficient != 0 else { return nil }
    let isNegative = (coefficient < 0) != (other.coefficient < 0)
    let (a, b) = (normalized, other.normalized)
    for places in stride(from: Self.maxScale, through: 0, by: -1) where places + b.scale >= a.scale {
      let factor = powerOfTen(places + b.scale - a.scale).magnitude
      let dividend = a.coefficient.magnitude.multipliedFullWidth(by: factor)
      let divisor = b.coefficient.magnitude
      guard dividend.high < divisor, let quotient = roundedQuotient(of: dividend, by: divisor) else { continue }
      if let result = Decimal(magnitude: quotient, isNegative: isNegative, scale: places) { return result.normalized }
    }
    return nil
  }

  /// The remainder of a division whose quotient is cut to a whole number; it has the sign of `self`.
  ///
  /// `nil` for a division by zero and where the numbers cannot be aligned.
  public func remainder(dividingBy other: Decimal) -> Decimal? {
    guard other.coefficient != 0 else { return nil }
    // A remainder by -1 of the least Int128 would overflow; every remainder by ±1 unit is 0.
    return normalized.aligned(with: other.normalized) { $1.magnitude == 1 ? (0, false) : ($0 % $1, false) }
  }

  /// The number with the other sign; `nil` only for the least of all.
  public var negated: Decimal? {
    let (value, overflow) = Int128(0).subtractingReportingOverflow(coefficient)
    return overflow ? nil : Decimal(coefficient: value, scale: scale)
  }

  /// The number with exactly `places` digits after the mark (0 to 18): dropped digits are rounded, missing ones are
  /// zeros; `nil` where it does not fit.
  public func rounded(to places: Int, _ rounding: Rounding = .halfAwayFromZero) -> Decimal? {
    precondition((0...Self.maxScale).contains(places), "rounded to \(places) places")
    if places >= scale {
      let (value, overflow) = coefficient.multipliedReportingOverflow(by: powerOfTen(places - scale))
      return overflow ? nil : Decimal(coefficient: value, scale: places)
    }
    let divisor = powerOfTen(scale - places)
    let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: divisor)
    let half = divisor / 2
    let isUp =
      switch rounding {
      case .halfEven: rest.magnitude > half.magnitude || (rest.magnitude == half.magnitude && quotient % 2 != 0)
      case .halfAwayFromZero: rest.magnitude >= half.magnitude
      }
    return Decimal(coefficient: isUp ? quotient + coefficient.signum() : quotient, scale: places)
  }

  private init?(magnitude: UInt128, isNegative: Bool, scale: Int) {
    guard let value = Int128(exactly: magnitude) else { return nil }
    self.init(coefficient: isNegative ? -value : value, scale: scale)
  }

  private func aligned(
    with other: Decimal,
    _ combine: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
  ) -> Decimal? {
    let common = max(scale, other.scale)
    let left = coefficient.multipliedReportingOverflow(by: powerOfTen(common - scale))
    let right = other.coefficient.multipliedReportingOverflow(by: powerOfTen(common - other.scale))
    guard !left.overflow, !right.overflow else { return nil }
    let result = combine(left.partialValue, right.partialValue)
    return result.overflow ? nil : Decimal(coefficient: result.partialValue, scale: common)
  }
}

/// A quotient rounded half to even; `nil` where rounding up overflows.
///
/// The high word must be below the divisor.
private func roundedQuotient(of dividend: (high: UInt128, low: UInt128), by divisor: UInt128) -> UInt128? {
  let (quotient, rest) = divisor.dividingFullWidth(dividend)
  let other = divisor - rest
  guard rest > other || (rest == other && quotient % 2 == 1) else { return quotient }
  let (next, overflow) = quotient.addingReportingOverflow(1)
  return overflow ? nil : next
}
