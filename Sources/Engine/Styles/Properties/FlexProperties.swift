/// Flex containers and their items.
let flexProperties: [Property] = [
  Property("flex-direction", \.flex.direction, initial: "row"),
  Property("flex-wrap", \.flex.wrap, initial: "nowrap"),
  Property(
    "flex-grow",
    \.flex.grow,
    Definition("<number [0,∞]>", initial: "0", places: .boxes),
    value: { $0.number(.nonNegative).map(boundedFactor) }
  ),
  Property(
    "flex-shrink",
    \.flex.shrink,
    Definition("<number [0,∞]>", initial: "1", places: .boxes),
    value: { $0.number(.nonNegative).map(boundedFactor) }
  ),
  Property(
    "flex-basis",
    \.flex.basis,
    Definition("content | auto" + extentGrammar, initial: "auto", places: .boxes),
    computed: { reader in
      if reader.take("content") { return { _, _ in .content } }
      guard let extent = reader.extent(initial: "auto") else { return nil }
      return { .extent(extent($0, $1)) }
    }
  ),
  Property(
    "order",
    \.flex.order,
    Definition("<integer>", initial: "0", places: .boxes),
    value: { $0.integer() }
  ),
]

let flexShorthands: [Shorthand] = [
  Shorthand(
    "flex",
    "none | [ <'flex-grow'> <'flex-shrink'>? || <'flex-basis'> ]",
    ["flex-grow", "flex-shrink", "flex-basis"]
  ) { $0.flex() },
  Shorthand("flex-flow", "<'flex-direction'> || <'flex-wrap'>", ["flex-direction", "flex-wrap"]) { reader in
    reader.anyOrder([["flex-direction"], ["flex-wrap"]])
  },
]

/// A factor that sums of factors stay finite with.
private func boundedFactor(_ factor: Double) -> Double {
  factor.isNaN ? 0 : min(factor, 1e9)
}

extension ValueReader {
  /// CSS Flexbox 1, 7.1: what is left out is 1, 1 and 0, other than the longhands' initial values.
  fileprivate mutating func flex() -> [LonghandValue]? {
    if take("none") {
      return [.of("flex-grow", "0"), .of("flex-shrink", "0"), .of("flex-basis", "auto")]
    }
    var values: [String: LonghandValue] = [:]
    while !isAtEnd {
      // A number without unit is a factor, a zero too, unless two factors stand before it.
      if next?.kind == .number, values["flex-shrink"] == nil {
        guard values["flex-grow"] == nil, let grow = longhand("flex-grow") else { return nil }
        values["flex-grow"] = grow
        if next?.kind == .number { values["flex-shrink"] = longhand("flex-shrink") }
      } else {
        guard values["flex-basis"] == nil, let basis = longhand("flex-basis") else { return nil }
        values["flex-basis"] = basis
      }
    }
    guard !values.isEmpty else { return nil }
    return [
      values["flex-grow"] ?? .of("flex-grow", "1"),
      values["flex-shrink"] ?? .of("flex-shrink", "1"),
      values["flex-basis"] ?? .of("flex-basis", "0"),
    ]
  }
}
