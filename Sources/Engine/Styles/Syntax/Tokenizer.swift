/// Cuts a style sheet's UTF-8 into tokens (CSS Syntax 3, section 4).
struct Tokenizer {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// All tokens; comments are dropped.
  mutating func tokens() -> [Component] {
    var result: [Component] = []
    result.reserveCapacity(bytes.count / 4 + 4)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while true {
      skipComments()
      guard position < bytes.count else { return result }
      result.append(next())
    }
  }

  func peek(_ ahead: Int = 0) -> UInt8 {
    let index = position + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  func token(_ kind: Component.Kind, from start: Int, text: String = "") -> Component {
    Component(kind: kind, text: text, start: Int32(start), end: Int32(position))
  }

  private mutating func skipComments() {
    while peek() == slash, peek(1) == asterisk {
      position += 2
      while position < bytes.count, !(peek() == asterisk && peek(1) == slash) { position += 1 }
      position = min(position + 2, bytes.count)
    }
  }

  private mutating func next() -> Component {
    let start = position
    let byte = peek()
    switch byte {
    case _ where isSpace(byte):
      while isSpace(peek()) { position += 1 }
      return token(.whitespace, from: start)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return string()
    case UInt8(ascii: "#") where isNameByte(peek(1)) || startsEscape(at: 1):
      position += 1
      let text = name()
      return token(.hash, from: start, text: text)
    case UInt8(ascii: "@") where startsName(at: 1):
      position += 1
      let text = name()
      return token(.atKeyword, from: start, text: text)
    // Before names: two hyphens begin a name too.
    case hyphen where matches("-->"):
      return mark(byte)
    case _ where startsNumber():
      return numeric()
    case _ where startsName(at: 0):
      return identLike()
    default:
      return mark(byte)
    }
  }

  private mutating func mark(_ byte: UInt8) -> Component {
    let start = position
    if byte == UInt8(ascii: "<") || byte == hyphen, matches("<!--") || matches("-->") {
      position += byte == UInt8(ascii: "<") ? 4 : 3
      return token(.commentMark, from: start)
    }
    position += 1
    switch byte {
    case UInt8(ascii: ":"): return token(.colon, from: start)
    case UInt8(ascii: ";"): return token(.semicolon, from: start)
    case UInt8(ascii: ","): return token(.comma, from: start)
    case UInt8(ascii: "["): return token(.openSquare, from: start)
    case UInt8(ascii: "]"): return token(.closeSquare, from: start)
    case UInt8(ascii: "("): return token(.openParenthesis, from: start)
    case UInt8(ascii: ")"): return token(.closeParenthesis, from: start)
    case UInt8(ascii: "{"): return token(.openBrace, from: start)
    case UInt8(ascii: "}"): return token(.closeBrace, from: start)
    default: return token(.delimiter, from: start, text: String(decoding: [byte], as: UTF8.self))
    }
  }

  private func matches(_ text: StaticString) -> Bool {
    let wanted = text.description.utf8
    return bytes[position...].starts(with: wanted)
  }

  private mutating func identLike() -> Component {
    let start = position
    let text = name()
    guard peek() == UInt8(ascii: "(") else { return token(.ident, from: start, text: text) }
    position += 1
    guard text.lowercased() == "url" else { return token(.function, from: start, text: text) }
    var ahead = 0
    while isSpace(peek(ahead)) { ahead += 1 }
    let quote = peek(ahead)
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { return token(.function, from: start, text: text) }
    return url(from: start)
  }

  private mutating func url(from start: Int) -> Component {
    while isSpace(peek()) { position += 1 }
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = peek()
      if byte == UInt8(ascii: ")") {
        position += 1
        while let last = text.last, isSpace(last) { text.removeLast() }
        return token(.url, from: start, text: String(decoding: text, as: UTF8.self))
      }
      if byte == backslash, startsEscape(at: 0) {
        position += 1
        appendEscape(to: &text)
      } else {
        text.append(byte)
        position += 1
      }
    }
    return token(.badURL, from: start, text: String(decoding: text, as: UTF8.self))
  }

  private mutating func string() -> Component {
    let start = position
    let quote = peek()
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      let byte = peek()
      if byte == quote {
        position += 1
        return token(.string, from: start, text: String(decoding: text, as: UTF8.self))
      }
      if byte == newline { break }
      position += 1
      if byte != backslash {
        text.append(byte)
      } else if peek() == newline {
        position += 1
      } else {
        appendEscape(to: &text)
      }
    }
    return token(.badString, from: start, text: String(decoding: text, as: UTF8.self))
  }

  private mutating func numeric() -> Component {
    let start = position
    let (value, isInteger) = number()
    var kind = Component.Kind.number
    var unit = ""
    if peek() == UInt8(ascii: "%") {
      position += 1
      kind = .percentage
    } else if startsName(at: 0) {
      unit = name()
      kind = .dimension
    }
    var result = token(kind, from: start, text: unit)
    result.number = value
    result.isInteger = isInteger
    return result
  }
}

let newline = UInt8(ascii: "\n")
let backslash = UInt8(ascii: "\\")
let hyphen = UInt8(ascii: "-")
private let slash = UInt8(ascii: "/")
private let asterisk = UInt8(ascii: "*")

/// Whether a byte is CSS white space; form feed and carriage return count (CSS Syntax 3, 3.3 turns them to newlines).
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == newline || byte == 0x09 || byte == 0x0D || byte == 0x0C
}
