import Geometry

/// Widths, styles, colours and radii of borders.
let borderProperties: [Property] = [
  width("top", \.borderWidth.top),
  width("right", \.borderWidth.right),
  width("bottom", \.borderWidth.bottom),
  width("left", \.borderWidth.left),
  Property("border-top-style", \.borderStyle.top, initial: "none"),
  Property("border-right-style", \.borderStyle.right, initial: "none"),
  Property("border-bottom-style", \.borderStyle.bottom, initial: "none"),
  Property("border-left-style", \.borderStyle.left, initial: "none"),
  color("top", \.borderColor.top),
  color("right", \.borderColor.right),
  color("bottom", \.borderColor.bottom),
  color("left", \.borderColor.left),
  radius("top-left", \.borderRadius.top),
  radius("top-right", \.borderRadius.right),
  radius("bottom-right", \.borderRadius.bottom),
  radius("bottom-left", \.borderRadius.left),
]

let borderShorthands: [Shorthand] =
  sideNames.map { side in
    let longhands = ["border-\(side)-width", "border-\(side)-style", "border-\(side)-color"]
    return Shorthand("border-\(side)", "<line-width> || <line-style> || <color>", longhands) { reader in
      reader.anyOrder(longhands.map { [$0] })
    }
  } + [
    .sides("border-width", before: "border-", after: "-width"),
    .sides("border-style", before: "border-", after: "-style"),
    .sides("border-color", before: "border-", after: "-color"),
    border,
    Shorthand(
      "border-radius",
      "<length-percentage [0,∞]>{1,4} [ / <length-percentage [0,∞]>{1,4} ]?",
      ["border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius"]
    ) { $0.borderRadius() },
    outlineShorthand,
  ]

private let border: Shorthand = {
  let groups = ["width", "style", "color"].map { part in sideNames.map { "border-\($0)-\(part)" } }
  return Shorthand("border", "<line-width> || <line-style> || <color>", groups.flatMap { $0 }) { reader in
    reader.anyOrder(groups)
  }
}()

private func width(_ side: String, _ field: StylePath<Double>) -> Property {
  Property(
    "border-\(side)-width",
    field,
    Definition(lineWidthGrammar, initial: "medium"),
    computed: { $0.lineWidth() }
  )
}

/// `medium` of `<line-width>`, in points: the initial width of all rules and borders.
let mediumLine = 2.25

/// `<line-width>` of CSS Backgrounds 3.
let lineWidthGrammar = "thin | medium | thick | <length [0,∞]>"

extension ValueReader {
  mutating func lineWidth() -> Computation<Double>? {
    // CSS Backgrounds 3, 3.3 leaves the three widths to the engine: 1, 3 and 5 px, as everywhere.
    let words: KeyValuePairs<String, Double> = ["thin": 0.75, "medium": mediumLine, "thick": 3.75]
    if let points = keyword(words) { return { _, _ in points } }
    guard let length = length(.refused, .nonNegative) else { return nil }
    return { max(0, length.points($0, $1)) }
  }

  /// A colour where `nil` stands for currentcolor.
  mutating func optionalColor() -> Computation<Color?>? {
    guard let color = color() else { return nil }
    if case .color(let color) = color { return { _, _ in color } }
    return { _, _ in nil }
  }
}

private func color(_ side: String, _ field: StylePath<Color>) -> Property {
  let definition = Definition("<color>", initial: "currentcolor")
  return Property(
    "border-\(side)-color",
    field,
    definition,
    computed: { reader in
      guard let color = reader.color() else { return nil }
      return { style, _ in color.computed(style) }
    }
  )
}

private func radius(_ corner: String, _ field: StylePath<CornerRadius>) -> Property {
  let definition = Definition("<length-percentage [0,∞]>{1,2}", initial: "0")
  return Property(
    "border-\(corner)-radius",
    field,
    definition,
    computed: { reader in
      guard let x = reader.length(.allowed, .nonNegative) else { return nil }
      let y = reader.isAtEnd ? x : reader.length(.allowed, .nonNegative)
      guard let y else { return nil }
      return cornerRadius(x, y)
    }
  )
}

private func cornerRadius(_ x: Calculation, _ y: Calculation) -> Computation<CornerRadius> {
  { CornerRadius(x: x.lengthPercentage($0, $1).clamped, y: y.lengthPercentage($0, $1).clamped) }
}

extension ValueReader {
  /// CSS Backgrounds 3, 4.4: the values before the slash go to the right, those after it downwards.
  fileprivate mutating func borderRadius() -> [LonghandValue]? {
    guard let x = corners() else { return nil }
    var y = x
    if takeSlash() {
      guard let written = corners() else { return nil }
      y = written
    }
    let fields: [(String, StylePath<CornerRadius>)] = [
      ("border-top-left-radius", \.borderRadius.top), ("border-top-right-radius", \.borderRadius.right),
      ("border-bottom-right-radius", \.borderRadius.bottom), ("border-bottom-left-radius", \.borderRadius.left),
    ]
    return fields.enumerated().map { index, row in
      let (field, radius) = (row.1, cornerRadius(x[index], y[index]))
      return LonghandValue(index: PropertyTable.index(row.0)) { $0[keyPath: field] = radius($0, $1) }
    }
  }

  /// One to four radii, made four: what is missing is the opposite corner's.
  private mutating func corners() -> [Calculation]? {
    var values: [Calculation] = []
    while values.count < 4, let next, !next.isDelimiter("/"), let value = length(.allowed, .nonNegative) {
      values.append(value)
    }
    switch values.count {
    case 0: return nil
    case 1: return [values[0], values[0], values[0], values[0]]
    case 2: return [values[0], values[1], values[0], values[1]]
    case 3: return [values[0], values[1], values[2], values[1]]
    default: return values
    }
  }
}
