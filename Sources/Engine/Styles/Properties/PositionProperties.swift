import Geometry

/// Position, floats, overflow and visibility.
let positionProperties: [Property] = [
  Property(
    "position",
    \.position,
    Definition("static | relative | absolute | fixed | running( <custom-ident> )", initial: "static", places: .boxes),
    value: { $0.positionScheme() }
  ),
  inset("top", \.inset.top),
  inset("right", \.inset.right),
  inset("bottom", \.inset.bottom),
  inset("left", \.inset.left),
  Property(
    "float",
    \.float,
    Definition("none | left | right | inline-start | inline-end | footnote", initial: "none", places: .boxes),
    value: { reader in
      // The footnote area has no other place than the page's bottom (CSS GCPM 3, 2.6).
      if reader.base?.isFootnoteArea == true, reader.take("bottom") { return FloatSide.none }
      return reader.keyword(["inline-start": .left, "inline-end": .right]) ?? reader.keyword(of: FloatSide.self)
    }
  ),
  Property(
    "clear",
    \.clear,
    Definition("none | left | right | both | inline-start | inline-end", initial: "none", places: .boxes),
    value: { reader in
      reader.keyword(["inline-start": .left, "inline-end": .right]) ?? reader.keyword(of: Clear.self)
    }
  ),
  Property(
    "z-index",
    \.zIndex,
    Definition("auto | <integer>", initial: "auto", places: .boxes),
    value: { reader -> Int?? in
      if reader.take("auto") { return .some(nil) }
      return reader.integer().map { .some($0) }
    }
  ),
  Property("overflow-x", \.overflowX, initial: "visible"),
  Property("overflow-y", \.overflowY, initial: "visible"),
  Property("visibility", \.visibility, initial: "visible", .inherited),
  Property(
    "opacity",
    \.opacity,
    Definition("<number> | <percentage>", initial: "1"),
    value: { $0.opacity() }
  ),
]

let positionShorthands: [Shorthand] = [
  .sides("inset"),
  .pair("overflow", "overflow-x", "overflow-y"),
]

private func inset(_ name: String, _ field: StylePath<Margin>) -> Property {
  Property(
    name,
    field,
    Definition("auto | <length-percentage>", initial: "auto", places: .boxes),
    computed: { reader in
      if reader.take("auto") { return { _, _ in .auto } }
      guard let length = reader.length() else { return nil }
      return { .length(length.lengthPercentage($0, $1)) }
    }
  )
}

extension ValueReader {
  fileprivate mutating func positionScheme() -> PositionScheme? {
    let words: KeyValuePairs<String, PositionScheme> = [
      "static": .static, "relative": .relative, "absolute": .absolute, "fixed": .fixed,
    ]
    if let scheme = keyword(words) { return scheme }
    if let next, next.kind == .ident, next.word == "sticky" {
      note(.laterValue, "sticky has no meaning on paper", at: next, help: "write relative")
      return nil
    }
    guard let call = next, var inner = arguments(of: "running") else { return nil }
    guard let name = inner.customIdent(), inner.isAtEnd else {
      note(.wrongValue, "running() names no element", at: inner.culprit ?? call, help: "write running(header)")
      return nil
    }
    return .running(name)
  }

  /// CSS Color 4, 3.2: a number or percentage, taken into 0 to 1.
  fileprivate mutating func opacity() -> Double? {
    guard let value = numeric() else { return nil }
    switch value {
    case .number(let number): return number.isNaN ? 0 : min(max(number, 0), 1)
    case .percent(let number): return number.isNaN ? 0 : min(max(number / 100, 0), 1)
    default: return nil
    }
  }
}
