/// The names of counter styles (CSS Counter Styles 3, section 6, and our own).
let counterStyles: KeyValuePairs<String, ListStyleType> = [
  "none": .none, "disc": .disc, "circle": .circle, "square": .square, "decimal": .decimal,
  "decimal-leading-zero": .decimalLeadingZero, "lower-roman": .lowerRoman, "upper-roman": .upperRoman,
  "lower-alpha": .lowerAlpha, "lower-latin": .lowerAlpha, "upper-alpha": .upperAlpha, "upper-latin": .upperAlpha,
  "lower-greek": .lowerGreek, "vb-lower-vietnamese": .lowerVietnamese, "vb-upper-vietnamese": .upperVietnamese,
]

extension ValueReader {
  mutating func listStyleType() -> ListStyleType? {
    if let style = keyword(counterStyles) { return style }
    if let name = customIdent() { return .named(name) }
    if next?.isFunction("symbols") == true { return symbolsFunction().map { .custom($0) } }
    return string().map(ListStyleType.text)
  }

  /// CSS Counter Styles 3, 6.4 (the function): nothing before, a space after.
  private mutating func symbolsFunction() -> CounterStyle? {
    guard let call = next, var inner = arguments(of: "symbols") else { return nil }
    let systems: KeyValuePairs<String, CounterStyle.System> = [
      "cyclic": .cyclic, "numeric": .numeric, "alphabetic": .alphabetic, "symbolic": .symbolic,
      "fixed": .fixed(first: 1),
    ]
    var style = CounterStyle(system: inner.keyword(systems) ?? .symbolic)
    while let symbol = inner.string() { style.symbols.append(symbol) }
    let least = style.system == .numeric || style.system == .alphabetic ? 2 : 1
    guard inner.isAtEnd, style.symbols.count >= least else {
      let help = "write symbols(cyclic \"*\" \"+\"); numeric and alphabetic take two or more"
      note(.wrongValue, "symbols() cannot be read", at: inner.culprit ?? call, help: help)
      return nil
    }
    style.suffix = " "
    return style
  }
}

extension ListStyleType {
  /// The text of a counter's value, without the marker's suffix.
  ///
  /// Values outside a style's range are written in decimal (CSS Counter Styles 3, 2.1).
  public func text(for value: Int) -> String {
    switch self {
    case .none: ""
    case .disc: "•"
    case .circle: "◦"
    case .square: "▪"
    case .decimal: String(value)
    case .decimalLeadingZero: leadingZero(value)
    case .lowerRoman: roman(value)?.lowercased() ?? String(value)
    case .upperRoman: roman(value) ?? String(value)
    case .lowerAlpha: bijective(value, latinLetters) ?? String(value)
    case .upperAlpha: bijective(value, latinLetters)?.uppercased() ?? String(value)
    case .lowerGreek: bijective(value, greekLetters) ?? String(value)
    case .lowerVietnamese: bijective(value, vietnameseLetters) ?? String(value)
    case .upperVietnamese: bijective(value, vietnameseLetters)?.uppercased() ?? String(value)
    case .text(let text): text
    case .custom(let style): style.text(for: value)
    case .named: String(value)
    }
  }

  /// The text of a list item's marker: the counter's text with its suffix; empty for `none`.
  public func markerText(for value: Int) -> String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .custom(let style): style.prefix + style.text(for: value) + style.suffix
    case .disc, .circle, .square: text(for: value) + " "
    default: text(for: value) + ". "
    }
  }
}

private let latinLetters = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
private let greekLetters = Array("αβγδεζηθικλμνξοπρστυφχψω").map(String.init)

/// The letters by which points of Vietnamese documents are counted: the alphabet without letters that only differ
/// from another by a mark, except đ.
private let vietnameseLetters = Array("abcdđeghiklmnopqrstuvxy").map(String.init)

/// Letters as digits without zero: after the last one come two letters, and so on.
private func bijective(_ value: Int, _ letters: [String]) -> String? {
  guard value > 0 else { return nil }
  var rest = value
  var text = ""
  while rest > 0 {
    text = letters[(rest - 1) % letters.count] + text
    rest = (rest - 1) / letters.count
  }
  return text
}

private func roman(_ value: Int) -> String? {
  guard (1...3999).contains(value) else { return nil }
  let steps: KeyValuePairs<Int, String> = [
    1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V",
    4: "IV", 1: "I",
  ]
  var rest = value
  var text = ""
  for (step, letters) in steps {
    while rest >= step {
      text += letters
      rest -= step
    }
  }
  return text
}

private func leadingZero(_ value: Int) -> String {
  abs(value) < 10 ? (value < 0 ? "-0" : "0") + String(abs(value)) : String(value)
}
