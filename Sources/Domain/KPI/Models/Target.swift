package import Values

/// What is to be reached: a number, a bound or a range.
package enum Target: Sendable, Equatable {
  /// A plain number; the indicator's direction says which side of it is good.
  case number(Decimal)
  /// "từ 90 trở lên", `>= 90`.
  case atLeast(Decimal)
  /// "trên 4", `> 4`.
  case above(Decimal)
  /// "không quá 3", `<= 3`.
  case atMost(Decimal)
  /// "dưới 3", `< 3`.
  case below(Decimal)
  /// "khoảng 4", `~ 4`.
  case about(Decimal)
  /// "6,6-6,8".
  case range(Decimal, Decimal)

  /// The number that a percentage is worked out from; `nil` for a range, which has no one number.
  package var number: Decimal? {
    switch self {
    case .number(let value), .atLeast(let value), .above(let value), .atMost(let value), .below(let value),
      .about(let value):
      value
    case .range: nil
    }
  }

  /// The target with its numbers changed alike; `nil` where one of them does not fit.
  package func map(_ change: (Decimal) -> Decimal?) -> Target? {
    switch self {
    case .number(let value): change(value).map { .number($0) }
    case .atLeast(let value): change(value).map { .atLeast($0) }
    case .above(let value): change(value).map { .above($0) }
    case .atMost(let value): change(value).map { .atMost($0) }
    case .below(let value): change(value).map { .below($0) }
    case .about(let value): change(value).map { .about($0) }
    case .range(let low, let high):
      if let low = change(low), let high = change(high) { .range(low, high) } else { nil }
    }
  }

  /// The form in which it is stored and exported: `> 4`, `6.6-6.8`.
  package var written: String {
    switch self {
    case .number(let value): writtenNumber(value)
    case .atLeast(let value): ">= " + writtenNumber(value)
    case .above(let value): "> " + writtenNumber(value)
    case .atMost(let value): "<= " + writtenNumber(value)
    case .below(let value): "< " + writtenNumber(value)
    case .about(let value): "~ " + writtenNumber(value)
    case .range(let low, let high): "\(writtenNumber(low))-\(writtenNumber(high))"
    }
  }

  /// The form on paper: `trên 4`, `6,6-6,8`; a plan is written with the decimals that it has.
  package var shown: String {
    func shown(_ value: Decimal) -> String { shownNumber(value, places: value.normalized.scale) }
    return switch self {
    case .number(let value): shown(value)
    case .atLeast(let value): "từ \(shown(value)) trở lên"
    case .above(let value): "trên \(shown(value))"
    case .atMost(let value): "không quá \(shown(value))"
    case .below(let value): "dưới \(shown(value))"
    case .about(let value): "khoảng \(shown(value))"
    case .range(let low, let high): "\(shown(low))-\(shown(high))"
    }
  }
}
