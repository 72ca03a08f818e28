/// `font-*`.
///
/// The sizes come last: `ex` and `ch` of the parent's face count there, but the rest refers to the own one.
let fontProperties: [Property] = [
  Property(
    "font-family",
    \.fontFamily,
    Definition("[ <string> | <custom-ident>+ ]#", initial: "serif", .inherited),
    value: { $0.familyNames() }
  ),
  Property("font-style", \.fontStyle, initial: "normal", .inherited),
  Property(
    "font-weight",
    \.fontWeight,
    Definition("normal | bold | bolder | lighter | <integer [1,1000]>", initial: "normal", .inherited),
    computed: { $0.fontWeight() }
  ),
  Property(
    "font-size",
    \.fontSize,
    Definition(
      "xx-small | x-small | small | medium | large | x-large | xx-large | xxx-large | smaller | larger "
        + "| <length-percentage [0,∞]>",
      initial: "medium",
      .inherited
    ),
    computed: { $0.fontSize() }
  ),
]

let lineHeightProperty = Property(
  "line-height",
  \.lineHeight,
  Definition("normal | <number [0,∞]> | <length-percentage [0,∞]>", initial: "normal", .inherited),
  computed: { $0.lineHeight() }
)

let colorProperty = Property(
  "color",
  \.color,
  Definition("<color>", initial: "black", .inherited),
  computed: { reader in
    guard let color = reader.color() else { return nil }
    // The style's own colour is still the parent's here, which is what currentcolor means for `color`.
    return { style, _ in color.computed(style) }
  }
)

extension ValueReader {
  mutating func familyNames() -> [String]? {
    var names: [String] = []
    repeat {
      if let name = string() {
        names.append(name)
      } else {
        var words: [String] = []
        while let word = customIdent() { words.append(word) }
        guard !words.isEmpty else { return nil }
        names.append(words.joined(separator: " "))
      }
    } while takeComma()
    return names
  }

  mutating func fontWeight() -> Computation<Int>? {
    if let weight = keyword(["normal": 400, "bold": 700]) { return { _, _ in weight } }
    if take("bolder") { return { _, context in bolder(context.parent.fontWeight) } }
    if take("lighter") { return { _, context in lighter(context.parent.fontWeight) } }
    guard let next, let weight = integer(atLeast: 1) else { return nil }
    guard weight <= 1000 else {
      note(.wrongValue, "\(weight) is more than 1000", at: next, help: "write 1 to 1000; 700 is bold")
      return nil
    }
    return { _, _ in weight }
  }

  mutating func fontSize() -> Computation<Double>? {
    // Steps of HTML and CSS Fonts 4, 2.5: medium is 16 px.
    let steps: KeyValuePairs<String, Double> = [
      "xx-small": 7.2, "x-small": 9, "small": 12 * 8 / 9, "medium": 12, "large": 14.4, "x-large": 18, "xx-large": 24,
      "xxx-large": 36,
    ]
    if let size = keyword(steps) { return { _, _ in size } }
    if take("larger") { return { _, context in usedFontSize(context.parent.fontSize * 1.2) } }
    if take("smaller") { return { _, context in context.parent.fontSize / 1.2 } }
    guard let length = length(.allowed, .nonNegative) else { return nil }
    return { _, context in
      usedFontSize(length.points(context.parent, context, reference: context.parent.fontSize))
    }
  }

  mutating func lineHeight() -> Computation<LineHeight>? {
    if take("normal") { return { _, _ in .normal } }
    if let number = number(.nonNegative) { return { _, _ in .number(number) } }
    guard let length = length(.allowed, .nonNegative) else { return nil }
    return { style, context in
      .length(max(0, length.points(style, context, reference: style.fontSize)))
    }
  }
}

/// CSS Fonts 4, 2.2.1.
private func bolder(_ weight: Int) -> Int {
  switch weight {
  case ..<350: 400
  case ..<550: 700
  default: max(weight, 900)
  }
}

private func lighter(_ weight: Int) -> Int {
  switch weight {
  case ..<100: weight
  case ..<550: 100
  case ..<750: 400
  default: 700
  }
}

/// A font size as far as faces can be scaled: 10,000 pt are letters of three metres.
private func usedFontSize(_ points: Double) -> Double {
  max(0, min(points, 10_000))
}
