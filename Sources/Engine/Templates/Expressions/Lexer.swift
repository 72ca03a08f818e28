import Values

/// A word or sign of an expression, as a range of bytes of the text it stands in.
struct Token {
  enum Kind: Equatable {
    case name(String)
    case text(String)
    case number(String)
    case sign(String)
    case end
    /// A text without its closing quote.
    case openText
    case stray(Character)
  }

  var kind: Kind
  var range: Range<Int>
}

/// Cuts the bytes of an expression into tokens, one at a time.
struct Lexer {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  mutating func next() -> Token {
    skipSpace()
    let start = position
    guard let (scalar, width) = scalar(at: position) else { return Token(kind: .end, range: start..<start) }
    let kind: Token.Kind
    switch scalar {
    case "'", "\"", "‘", "“": kind = readText(opening: scalar, width: width)
    case "0"..."9": kind = readNumber()
    case _ where startsName(scalar): kind = readName()
    default: kind = readSign(scalar, width: width)
    }
    return Token(kind: kind, range: start..<position)
  }

  private mutating func skipSpace() {
    while let (scalar, width) = scalar(at: position), scalar.properties.isWhitespace { position += width }
  }

  /// Typographic quotes are what editors make of plain ones: they are read alike.
  private mutating func readText(opening: Unicode.Scalar, width: Int) -> Token.Kind {
    let closing: Unicode.Scalar =
      switch opening {
      case "‘": "’"
      case "“": "”"
      default: opening
      }
    position += width
    let start = position
    while let (scalar, width) = scalar(at: position) {
      position += width
      if scalar == closing { return .text(String(decoding: bytes[start..<(position - width)], as: UTF8.self)) }
    }
    return .openText
  }

  private mutating func readNumber() -> Token.Kind {
    let start = position
    skipDigits()
    let isFraction =
      position + 1 < bytes.endIndex && bytes[position] == UInt8(ascii: ".") && isDigit(bytes[position + 1])
    if isFraction {
      position += 1
      skipDigits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func skipDigits() {
    while position < bytes.endIndex, isDigit(bytes[position]) { position += 1 }
  }

  private mutating func readName() -> Token.Kind {
    let start = position
    while let (scalar, width) = scalar(at: position), startsName(scalar) || continuesName(scalar) { position += width }
    return .name(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func readSign(_ scalar: Unicode.Scalar, width: Int) -> Token.Kind {
    let pair = String(decoding: bytes[position..<min(position + 2, bytes.endIndex)], as: UTF8.self)
    if ["==", "!=", "<=", ">=", "}}", "&&", "||"].contains(pair) {
      position += 2
      return .sign(pair)
    }
    position += width
    let known = "()[].,?:|+-*/%~<>=;"
    return known.unicodeScalars.contains(scalar) ? .sign(String(scalar)) : .stray(Character(scalar))
  }

  private func scalar(at index: Int) -> (Unicode.Scalar, width: Int)? {
    guard index < bytes.endIndex else { return nil }
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    var decoder = UTF8()
    var iterator = bytes[index..<min(index + 4, bytes.endIndex)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return (Unicode.Scalar(0xFFFD) ?? " ", 1) }
    return (scalar, UTF8.width(scalar))
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}

private func startsName(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_"
    || (scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic)
}

/// Marks are part of a name: decomposed text writes a tone as one.
private func continuesName(_ scalar: Unicode.Scalar) -> Bool {
  ("0"..."9").contains(scalar) || scalar.properties.canonicalCombiningClass != .notReordered
}
