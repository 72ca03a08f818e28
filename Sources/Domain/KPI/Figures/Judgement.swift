package import Values

/// How a value stands to its target.
package enum Judgement: String, Sendable, CaseIterable {
  /// Reached.
  case met
  /// Short of it by less than a tenth (a setting).
  case nearly
  /// Short of it by more.
  case notMet = "not-met"
  /// No value, no target, or a sum that lacks a part.
  case unknown

  /// The word on paper.
  package var word: String {
    switch self {
    case .met: "Đạt"
    case .nearly: "Gần đạt"
    case .notMet: "Không đạt"
    case .unknown: "Chưa đánh giá"
    }
  }

  /// The sign that tells the light also in grey: each has a form of its own.
  package var sign: String {
    switch self {
    case .met: "●"
    case .nearly: "▲"
    case .notMet: "■"
    case .unknown: "○"
    }
  }
}

extension Target {
  /// How a value stands to the target.
  ///
  /// Against a plain number the indicator's direction says which side is good; "about x" allows the tolerance on the
  /// other side of x; a range is reached at its nearer end and, as more is better, beyond it. Shares of a target make
  /// sense only where both numbers are above nought: elsewhere a target is met or not met, and never nearly.
  /// All comparisons are exact: 89,96 % is not 90 %, even where it is printed as 90,0 %.
  package func judge(_ value: Decimal, of indicator: Indicator, by settings: KPISettings) -> Judgement {
    let isUp = indicator.direction == .up
    let bound: Decimal
    let asksMore: Bool
    var isReached: Bool
    switch self {
    case .number(let number):
      (bound, asksMore, isReached) = (number, isUp, isUp ? value >= number : value <= number)
    case .atLeast(let number): (bound, asksMore, isReached) = (number, true, value >= number)
    case .above(let number): (bound, asksMore, isReached) = (number, true, value > number)
    case .atMost(let number): (bound, asksMore, isReached) = (number, false, value <= number)
    case .below(let number): (bound, asksMore, isReached) = (number, false, value < number)
    case .about(let number):
      let isNear = isWithin(settings.tolerance, value, of: number)
      (bound, asksMore, isReached) = (number, isUp, isNear || (isUp ? value > number : value < number))
    case .range(let low, let high):
      (bound, asksMore, isReached) = (isUp ? low : high, isUp, isUp ? value >= low : value <= high)
    }
    guard bound > .zero, value > .zero else { return isReached ? .met : .notMet }
    let (part, whole) = asksMore ? (value, bound) : (bound, value)
    if settings.met != Decimal(100) { isReached = isAtLeast(settings.met, percentOf: whole, part) }
    if isReached { return .met }
    return isAtLeast(settings.nearly, percentOf: whole, part) ? .nearly : .notMet
  }

  /// Whether a value goes beyond what was asked: more than a number that more is better than.
  package func isExceeded(by value: Decimal, of indicator: Indicator) -> Bool {
    switch self {
    case .number(let number), .about(let number):
      indicator.direction == .up ? value > number : value < number
    case .atLeast(let number): value > number
    case .atMost(let number): value < number
    case .above, .below: false
    case .range(let low, let high): indicator.direction == .up ? value > high : value < low
    }
  }
}

/// part ≥ percent % of whole, without a division.
private func isAtLeast(_ percent: Decimal, percentOf whole: Decimal, _ part: Decimal) -> Bool {
  guard let left = part.multiplied(by: Decimal(100)), let right = whole.multiplied(by: percent) else { return false }
  return left >= right
}

/// |value - number| ≤ percent % of |number|.
private func isWithin(_ percent: Decimal, _ value: Decimal, of number: Decimal) -> Bool {
  guard let distance = value.subtracting(number), let size = magnitude(distance), let whole = magnitude(number),
    let left = size.multiplied(by: Decimal(100)), let right = whole.multiplied(by: percent)
  else { return false }
  return left <= right
}

private func magnitude(_ number: Decimal) -> Decimal? {
  number < .zero ? number.negated : number
}
