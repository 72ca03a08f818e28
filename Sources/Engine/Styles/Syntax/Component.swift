/// A component value (CSS Syntax 3, 5.3): a token, or a function or block with what stands in it.
struct Component: Sendable {
  enum Kind: UInt8, Sendable {
    case ident, function, atKeyword, hash, string, badString, url, badURL
    case delimiter, number, percentage, dimension, whitespace, colon, semicolon, comma
    case openSquare, closeSquare, openParenthesis, closeParenthesis, openBrace, closeBrace
    /// `<!--` and `-->`.
    case commentMark
    /// A block in square brackets, parentheses or braces; `children` holds its content.
    case squareBlock, parenthesisBlock, braceBlock
  }

  var kind: Kind
  /// The name of an ident, function or at-keyword; a string's or url's text; a dimension's unit; a delimiter.
  var text = ""
  /// The value of a number, percentage or dimension.
  var number = 0.0
  /// Whether the number was written without point and exponent.
  var isInteger = false
  /// What stands in a function or block.
  var children: [Component] = []
  /// First byte in the style sheet's text.
  var start: Int32
  /// The byte after the last.
  var end: Int32

  /// The text in lower case: CSS compares its own words without regard to ASCII case.
  var word: String {
    text.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? text.lowercased() : text
  }

  /// Whether this is the delimiter `character`.
  func isDelimiter(_ character: String) -> Bool {
    kind == .delimiter && text == character
  }

  /// Whether this is a call of the function `name`, which is in lower case.
  func isFunction(_ name: String) -> Bool {
    kind == .function && word == name
  }

  /// How messages quote it.
  var description: String {
    switch kind {
    case .function: text + "()"
    case .string: "\"" + text + "\""
    case .atKeyword: "@" + text
    case .hash: "#" + text
    case .number: numberText
    case .percentage: numberText + "%"
    case .dimension: numberText + text
    case .url, .badURL: "url(" + text + ")"
    default: text.isEmpty ? symbol : text
    }
  }

  private var numberText: String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private var symbol: String {
    switch kind {
    case .colon: ":"
    case .semicolon: ";"
    case .comma: ","
    case .openSquare, .squareBlock: "["
    case .closeSquare: "]"
    case .openParenthesis, .parenthesisBlock: "("
    case .closeParenthesis: ")"
    case .openBrace, .braceBlock: "{"
    case .closeBrace: "}"
    default: " "
    }
  }
}

/// A few kinds of components, as one bit each: asked for every token, where a hashed set would cost most of reading.
struct KindSet: ExpressibleByArrayLiteral, Sendable {
  private var bits: UInt64 = 0

  init(arrayLiteral kinds: Component.Kind...) {
    for kind in kinds { bits |= 1 << UInt64(kind.rawValue) }
  }

  func contains(_ kind: Component.Kind) -> Bool {
    bits >> UInt64(kind.rawValue) & 1 == 1
  }
}
