/// Alignment, spacing, decoration and white space.
let textProperties: [Property] = [
  Property(
    "text-align",
    \.textAlign,
    Definition("start | end | left | right | center | justify", initial: "start", .inherited),
    value: { reader in reader.next?.word == "auto" ? nil : reader.keyword(of: TextAlign.self) }
  ),
  Property("text-align-last", \.textAlignLast, initial: "auto", .inherited),
  Property(
    "text-indent",
    \.textIndent,
    Definition("<length-percentage>", initial: "0", .inherited),
    computed: { reader in
      guard let length = reader.length() else { return nil }
      return { length.lengthPercentage($0, $1) }
    }
  ),
  Property("text-transform", \.textTransform, initial: "none", .inherited),
  Property(
    "text-decoration-line",
    \.decorationLines,
    Definition("none | [ underline || overline || line-through ]", initial: "none"),
    value: { $0.decorationLines() }
  ),
  Property(
    "text-decoration-color",
    \.decorationColor,
    Definition("<color>", initial: "currentcolor"),
    computed: { $0.optionalColor() }
  ),
  Property(
    "text-decoration-thickness",
    \.decorationThickness,
    Definition("auto | from-font | <length-percentage [0,∞]>", initial: "auto"),
    computed: { reader in
      if reader.take("auto") || reader.take("from-font") { return { _, _ in .fromFont } }
      guard let length = reader.length(.allowed, .nonNegative) else { return nil }
      return { .length(max(0, length.points($0, $1, reference: $0.fontSize))) }
    }
  ),
  spacing("letter-spacing", \.letterSpacing),
  spacing("word-spacing", \.wordSpacing),
  Property("white-space", \.whiteSpace, initial: "normal", .inherited),
  Property(
    "vertical-align",
    \.verticalAlign,
    Definition(
      "baseline | sub | super | top | text-top | middle | bottom | text-bottom | <length-percentage>",
      initial: "baseline",
      places: .boxes
    ),
    computed: { $0.verticalAlign() }
  ),
]

let textShorthands: [Shorthand] = [
  Shorthand(
    "text-decoration",
    "<'text-decoration-line'> || <'text-decoration-color'> || <'text-decoration-thickness'>",
    ["text-decoration-line", "text-decoration-color", "text-decoration-thickness"]
  ) { reader in
    reader.anyOrder([["text-decoration-line"], ["text-decoration-color"], ["text-decoration-thickness"]])
  },
  Shorthand(
    "font",
    "[ <'font-style'> || <'font-variant'> || <'font-weight'> ]? <'font-size'> [ / <'line-height'> ]? <'font-family'>",
    ["font-style", "font-variant", "font-weight", "font-size", "line-height", "font-family"]
  ) { $0.font() },
  Shorthand(
    "list-style",
    "<'list-style-type'> || <'list-style-position'>",
    ["list-style-type", "list-style-position"]
  ) { reader in
    reader.anyOrder([["list-style-position"], ["list-style-type"]])
  },
]

private func spacing(_ name: String, _ field: StylePath<Double>) -> Property {
  Property(
    name,
    field,
    Definition("normal | <length>", initial: "normal", .inherited),
    computed: { reader in
      if reader.take("normal") { return { _, _ in 0 } }
      guard let length = reader.length(.refused) else { return nil }
      return { length.points($0, $1) }
    }
  )
}

extension ValueReader {
  fileprivate mutating func decorationLines() -> DecorationLines? {
    if take("none") { return [] }
    let words: KeyValuePairs<String, DecorationLines> = [
      "underline": .underline, "overline": .overline, "line-through": .lineThrough,
    ]
    var lines: DecorationLines = []
    while let line = keyword(words) {
      guard !lines.contains(line) else { return nil }
      lines.insert(line)
    }
    return lines.isEmpty ? nil : lines
  }

  fileprivate mutating func verticalAlign() -> Computation<VerticalAlign>? {
    let words: KeyValuePairs<String, VerticalAlign> = [
      "baseline": .baseline, "sub": .sub, "super": .super, "top": .top, "text-top": .textTop, "middle": .middle,
      "bottom": .bottom, "text-bottom": .textBottom,
    ]
    if let align = keyword(words) { return { _, _ in align } }
    guard let length = length() else { return nil }
    if case .percent(let percent) = length { return { _, _ in .percent(percent) } }
    return { style, context in
      // A percentage refers to the line height (CSS 2.2, 10.8.1); in a sum with lengths it is settled here.
      .length(length.points(style, context, reference: context.lineHeight(of: style)))
    }
  }

  fileprivate mutating func font() -> [LonghandValue]? {
    var values: [LonghandValue] = []
    var open = ["font-style", "font-variant", "font-weight"]
    while !open.isEmpty {
      if take("normal") { continue }
      guard let found = open.firstIndex(where: { take(longhand: $0, into: &values) }) else { break }
      open.remove(at: found)
    }
    guard take(longhand: "font-size", into: &values) else { return nil }
    if takeSlash(), !take(longhand: "line-height", into: &values) { return nil }
    return take(longhand: "font-family", into: &values) ? values : nil
  }

  private mutating func take(longhand: String, into values: inout [LonghandValue]) -> Bool {
    let index = PropertyTable.index(longhand)
    // `font: 12pt ...`: a weight is a number without unit, a size is none.
    if longhand == "font-weight", let next, next.kind != .ident, next.kind != .number { return false }
    guard let setter = PropertyTable.rows[index].parse(&self) else { return false }
    values.append(LonghandValue(index: index, setter: setter))
    return true
  }
}
