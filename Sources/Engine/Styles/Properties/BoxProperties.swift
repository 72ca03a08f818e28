import Geometry

/// Display, sizes, margins, padding and background.
let boxProperties: [Property] =
  [
    Property("display", \.display, initial: "inline", places: .element),
    Property(
      "box-sizing",
      \.sizesBorderBox,
      Definition("content-box | border-box", initial: "content-box"),
      value: { $0.keyword(["content-box": false, "border-box": true]) }
    ),
    extent("width", \.width, initial: "auto"),
    extent("height", \.height, initial: "auto"),
    extent("min-width", \.minWidth, initial: "auto"),
    extent("min-height", \.minHeight, initial: "auto"),
    extent("max-width", \.maxWidth, initial: "none"),
    extent("max-height", \.maxHeight, initial: "none"),
    margin("margin-top", \.margin.top),
    margin("margin-right", \.margin.right),
    margin("margin-bottom", \.margin.bottom),
    margin("margin-left", \.margin.left),
    padding("padding-top", \.padding.top),
    padding("padding-right", \.padding.right),
    padding("padding-bottom", \.padding.bottom),
    padding("padding-left", \.padding.left),
    Property(
      "box-decoration-break",
      \.clonesDecoration,
      Definition("slice | clone", initial: "slice", places: .boxes),
      value: { $0.keyword(["slice": false, "clone": true]) }
    ),
    Property(
      "background-color",
      \.backgroundColor,
      Definition("<color>", initial: "transparent"),
      computed: { reader in
        guard let color = reader.color() else { return nil }
        return { style, _ in color.computed(style) }
      }
    ),
  ]

let boxShorthands: [Shorthand] = [
  .sides("margin", before: "margin-"),
  .sides("padding", before: "padding-"),
  backgroundShorthand,
]

/// A field of a style.
typealias StylePath<Value> = any WritableKeyPath<ComputedStyle, Value> & Sendable

private func margin(_ name: String, _ field: StylePath<Margin>) -> Property {
  Property(
    name,
    field,
    Definition("auto | <length-percentage>", initial: "0"),
    computed: { reader in
      if reader.take("auto") { return { _, _ in .auto } }
      guard let length = reader.length() else { return nil }
      return { .length(length.lengthPercentage($0, $1)) }
    }
  )
}

private func padding(_ name: String, _ field: StylePath<LengthPercentage>) -> Property {
  Property(
    name,
    field,
    Definition("<length-percentage [0,∞]>", initial: "0"),
    computed: { reader in
      guard let length = reader.length(.allowed, .nonNegative) else { return nil }
      return { length.lengthPercentage($0, $1) }
    }
  )
}

func extent(_ name: String, _ field: StylePath<Extent>, initial: String) -> Property {
  let definition = Definition(initial + extentGrammar, initial: initial)
  return Property(name, field, definition, computed: { $0.extent(initial: initial) })
}

/// What sizes take besides their own `auto` or `none`.
let extentGrammar =
  " | <length-percentage [0,∞]> | min-content | max-content | fit-content | fit-content( <length-percentage [0,∞]> )"

extension ValueReader {
  /// A size; `initial` is the word for no size of its own.
  mutating func extent(initial: String) -> Computation<Extent>? {
    if take(initial) { return { _, _ in .auto } }
    let words: KeyValuePairs<String, Extent> = [
      "min-content": .minContent, "max-content": .maxContent, "fit-content": .fitContent,
    ]
    if let extent = keyword(words) { return { _, _ in extent } }
    if next?.isFunction("fit-content") == true { return fitContent() }
    guard let length = length(.allowed, .nonNegative) else { return nil }
    return { .length(length.lengthPercentage($0, $1).clamped) }
  }

  private mutating func fitContent() -> Computation<Extent>? {
    guard let call = next, var inner = arguments(of: "fit-content") else { return nil }
    guard let limit = inner.length(.allowed, .nonNegative), inner.isAtEnd else {
      note(.wrongValue, "fit-content() cannot be read", at: inner.culprit ?? call, help: "write fit-content(10cm)")
      return nil
    }
    return { .fitContentWithin(limit.lengthPercentage($0, $1).clamped) }
  }
}

extension LengthPercentage {
  /// Not below 0, where that can be told without knowing what the percentage is of (CSS Values 4, 10.12).
  var clamped: LengthPercentage {
    LengthPercentage(
      points: percent == 0 ? max(0, points) : points,
      percent: points == 0 ? max(0, percent) : percent
    )
  }
}
