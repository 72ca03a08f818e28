import Geometry

/// The units of lengths (CSS Values 4, section 6).
enum LengthUnit: String, CaseIterable, Sendable {
  case px, pt, pc, mm, cm, `in`, q
  case em, rem, ex, ch, lh, rlh
  case vw, vh, vmin, vmax

  /// How many points an absolute unit has: 96 px, 72 pt, 6 pc, 2.54 cm are one inch.
  var points: Double? {
    switch self {
    case .px: 0.75
    case .pt: 1
    case .pc: 12
    case .mm: 72 / 25.4
    case .cm: 72 / 2.54
    case .in: 72
    case .q: 72 / 101.6
    default: nil
    }
  }
}

/// A specified number, length or percentage, or a calculation with them (CSS Values 4, section 10).
///
/// Numbers are constants, so that products and quotients are settled while reading.
indirect enum Calculation: Sendable {
  case number(Double)
  case length(Double, LengthUnit)
  /// 50 is 50 %.
  case percent(Double)
  case sum(Calculation, Calculation)
  case scaled(Calculation, by: Double)
  /// `min()`, `max()`: arguments of one kind.
  case least([Calculation])
  case greatest([Calculation])

  enum Kind { case number, length, percent, mixed }

  var kind: Kind {
    switch self {
    case .number: .number
    case .length: .length
    case .percent: .percent
    case .sum(let first, let second): first.kind == second.kind ? first.kind : .mixed
    case .scaled(let inner, _): inner.kind
    case .least(let parts), .greatest(let parts): parts.first?.kind ?? .number
    }
  }

  /// The literal value where no calculation is written: what can be checked against a range while reading.
  var literal: Double? {
    switch self {
    case .number(let value), .length(let value, _), .percent(let value): value
    default: nil
    }
  }

  /// The computed value, within what layout can add up: a length of 1e308 or 0 times infinity must not reach a page
  /// (CSS Values 4, 10.13: a range of the engine's own).
  func lengthPercentage(_ style: ComputedStyle, _ context: ComputeContext) -> LengthPercentage {
    let value = exactLengthPercentage(style, context)
    return LengthPercentage(points: withinRange(value.points), percent: withinRange(value.percent))
  }

  /// A plain number counts as points (only 0 gets here).
  private func exactLengthPercentage(_ style: ComputedStyle, _ context: ComputeContext) -> LengthPercentage {
    switch self {
    case .number(let value): return LengthPercentage(points: value)
    case .length(let value, let unit):
      return LengthPercentage(points: value * pointsPerUnit(unit, style, context))
    case .percent(let value): return LengthPercentage(percent: value)
    case .sum(let first, let second):
      let (one, other) = (first.exactLengthPercentage(style, context), second.exactLengthPercentage(style, context))
      return LengthPercentage(points: one.points + other.points, percent: one.percent + other.percent)
    case .scaled(let inner, let factor):
      let value = inner.exactLengthPercentage(style, context)
      return LengthPercentage(points: value.points * factor, percent: value.percent * factor)
    case .least(let parts): return extreme(of: parts, style, context) { $0 < $1 }
    case .greatest(let parts): return extreme(of: parts, style, context) { $0 > $1 }
    }
  }

  /// The computed length in points, where percentages were refused or refer to `reference`.
  func points(_ style: ComputedStyle, _ context: ComputeContext, reference: Double = 0) -> Double {
    lengthPercentage(style, context).used(of: reference)
  }

  private func extreme(
    of parts: [Calculation],
    _ style: ComputedStyle,
    _ context: ComputeContext,
    isBefore: (Double, Double) -> Bool
  ) -> LengthPercentage {
    // All parts are of one kind, so that points + percent orders them.
    let values = parts.map { $0.exactLengthPercentage(style, context) }
    return values.min { isBefore($0.points + $0.percent, $1.points + $1.percent) } ?? .zero
  }
}

/// A length of at most a million points (350 m), or as many percent; what is no number counts as none.
private func withinRange(_ value: Double) -> Double {
  value.isNaN ? 0 : min(max(value, -1_000_000), 1_000_000)
}

private func pointsPerUnit(_ unit: LengthUnit, _ style: ComputedStyle, _ context: ComputeContext) -> Double {
  if let points = unit.points { return points }
  switch unit {
  case .em: return style.fontSize
  case .rem: return context.rootFontSize
  case .ex: return context.metrics(of: style).xHeight * style.fontSize
  case .ch: return context.metrics(of: style).zeroAdvance * style.fontSize
  case .lh: return context.lineHeight(of: style)
  case .rlh: return context.rootLineHeight
  case .vw: return context.pageSize.width / 100
  case .vh: return context.pageSize.height / 100
  case .vmin: return min(context.pageSize.width, context.pageSize.height) / 100
  default: return max(context.pageSize.width, context.pageSize.height) / 100
  }
}
