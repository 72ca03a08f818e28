import Geometry

/// Multi-column layout; `column-gap` is with the alignment.
let columnProperties: [Property] = [
  Property(
    "column-count",
    \.columns.count,
    Definition("auto | <integer [1,∞]>", initial: "auto"),
    value: { reader -> Int?? in
      if reader.take("auto") { return .some(nil) }
      return reader.integer(atLeast: 1).map { .some($0) }
    }
  ),
  Property(
    "column-width",
    \.columns.width,
    Definition("auto | <length [0,∞]>", initial: "auto"),
    computed: { reader in
      if reader.take("auto") { return { _, _ in nil } }
      guard let length = reader.length(.refused, .nonNegative) else { return nil }
      return { max(0, length.points($0, $1)) }
    }
  ),
  Property("column-fill", \.columns.fill, initial: "balance"),
  Property(
    "column-span",
    \.columns.spansAll,
    Definition("none | all", initial: "none"),
    value: { $0.keyword(["none": false, "all": true]) }
  ),
  Property(
    "column-rule-width",
    \.columns.ruleWidth,
    Definition(lineWidthGrammar, initial: "medium"),
    computed: { $0.lineWidth() }
  ),
  Property("column-rule-style", \.columns.ruleStyle, initial: "none"),
  Property(
    "column-rule-color",
    \.columns.ruleColor,
    Definition("<color>", initial: "currentcolor"),
    computed: { $0.optionalColor() }
  ),
]

let columnShorthands: [Shorthand] = [
  Shorthand("columns", "<'column-width'> || <'column-count'>", ["column-width", "column-count"]) { $0.columns() },
  Shorthand(
    "column-rule",
    "<line-width> || <line-style> || <color>",
    ["column-rule-width", "column-rule-style", "column-rule-color"]
  ) { reader in
    reader.anyOrder([["column-rule-width"], ["column-rule-style"], ["column-rule-color"]])
  },
]

extension ValueReader {
  /// A number is the count, a length the width, `auto` whichever is not written.
  fileprivate mutating func columns() -> [LonghandValue]? {
    var values: [LonghandValue] = []
    var names = ["column-count", "column-width"]
    var autos = 0
    while let next, autos + values.count < 2 {
      if take("auto") {
        autos += 1
        continue
      }
      let name = next.kind == .number ? "column-count" : "column-width"
      guard let place = names.firstIndex(of: name), let value = longhand(name) else { return nil }
      names.remove(at: place)
      values.append(value)
    }
    return values + names.map { .of($0, "auto") }
  }
}
