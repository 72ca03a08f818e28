package import Diagnostics
package import Values

/// Reads one JSON document (RFC 8259).
///
/// - Returns: `nil` where it is not well formed. Duplicate keys are reported and reading goes on.
package func readJSON(_ text: SourceText, pointer: String = "", diagnostics: inout DiagnosticList) -> Value? {
  var reader = JSONReader(text)
  let value = try? reader.readDocument(pointer: pointer)
  if let error = reader.failure { diagnostics.report(error) }
  diagnostics.report(contentsOf: reader.diagnostics)
  return value
}

/// Reading ended early; ``JSONReader/failure`` says why.
struct JSONStop: Error {}

/// Reads bytes from first to last.
struct JSONReader {
  private(set) var failure: Diagnostic?
  private(set) var diagnostics = DiagnosticList()

  let text: SourceText
  var position: Int

  /// Deeper data is refused: the reader recurses.
  private static let maxDepth = 256

  init(_ text: SourceText) {
    self.text = text
    position = text.bytes.startIndex
  }

  mutating func readDocument(pointer: String) throws(JSONStop) -> Value {
    let value = try readValue(pointer: pointer, depth: 0)
    skipSpace()
    if position < text.bytes.endIndex {
      throw stop("there is more after the end of the value", help: "keep one value a file")
    }
    return value
  }

  private mutating func readValue(pointer: String, depth: Int) throws(JSONStop) -> Value {
    skipSpace()
    let start = position
    let kind: Value.Kind
    switch byte {
    case UInt8(ascii: "{"): return try readMap(pointer: pointer, depth: depth)
    case UInt8(ascii: "["): return try readList(pointer: pointer, depth: depth)
    case UInt8(ascii: "\""): kind = .text(try readString())
    case UInt8(ascii: "-"): kind = try readNumber(pointer: pointer)
    case let digit? where digit >= 0x30 && digit <= 0x39: kind = try readNumber(pointer: pointer)
    case UInt8(ascii: "t"): kind = try readWord("true", .bool(true))
    case UInt8(ascii: "f"): kind = try readWord("false", .bool(false))
    case UInt8(ascii: "n"): kind = try readWord("null", .null)
    case UInt8(ascii: "'"): throw stop("single quotes", help: "JSON takes double quotes only")
    case UInt8(ascii: "/"): throw stop("a comment", help: "JSON has no comments")
    case nil: throw stop("the file ends where a value is wanted", help: "was it cut off?")
    default: throw stop("a value is wanted here", help: "texts stand in double quotes")
    }
    return Value(kind, place: ValuePlace(span: text.span(from: start, to: position), pointer: pointer))
  }

  private mutating func readMap(pointer: String, depth: Int) throws(JSONStop) -> Value {
    let place = try open(pointer: pointer, depth: depth)
    var map = ValueMap()
    var keySpans: [String: SourceSpan] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return Value(.map(map), place: place) }
    while true {
      skipSpace()
      let start = position
      guard byte == UInt8(ascii: "\"") else {
        throw stop("a key in double quotes is wanted here", help: "JSON allows no comma after the last member")
      }
      let key = try readString()
      let span = text.span(from: start, to: position)
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw stop("':' is wanted after the key '\(key)'", help: "write \"key\": value")
      }
      var value = try readValue(pointer: jsonPointer(pointer, key), depth: depth + 1)
      value.place?.key = span
      if let first = keySpans[key] {
        diagnostics.report(.duplicateKey(key, span: span, first: first))
      } else {
        keySpans[key] = span
        map[key] = value
      }
      skipSpace()
      if take(UInt8(ascii: "}")) { return Value(.map(map), place: place) }
      guard take(UInt8(ascii: ",")) else {
        throw stop("',' or '}' is wanted here", help: "members are parted by commas")
      }
    }
  }

  private mutating func readList(pointer: String, depth: Int) throws(JSONStop) -> Value {
    let place = try open(pointer: pointer, depth: depth)
    var items: [Value] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return Value(.list(items), place: place) }
    while true {
      skipSpace()
      if byte == UInt8(ascii: "]") {
        throw stop("a value is wanted after the comma", help: "JSON allows no comma after the last item")
      }
      items.append(try readValue(pointer: "\(pointer)/\(items.count)", depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return Value(.list(items), place: place) }
      guard take(UInt8(ascii: ",")) else { throw stop("',' or ']' is wanted here", help: "items are parted by commas") }
    }
  }

  private mutating func open(pointer: String, depth: Int) throws(JSONStop) -> ValuePlace {
    let place = ValuePlace(span: text.span(from: position, to: position + 1), pointer: pointer)
    guard depth < Self.maxDepth else {
      failure = .tooDeep(place, limit: Self.maxDepth)
      throw JSONStop()
    }
    position += 1
    return place
  }

  private mutating func readNumber(pointer: String) throws(JSONStop) -> Value.Kind {
    let start = position
    while let next = byte, isNumberByte(next) { position += 1 }
    let digits = String(decoding: text.bytes[start..<position], as: UTF8.self)
    guard looksNumeric(digits) else {
      position = start
      throw stop("'\(digits)' is no JSON number", help: "quote codes and telephone numbers to keep them as texts")
    }
    if let number = Decimal(digits) { return .number(number) }
    let place = ValuePlace(span: text.span(from: start, to: position), pointer: pointer)
    diagnostics.report(.inexactNumber(digits, place: place))
    return .text(digits)
  }

  private mutating func readWord(_ word: String, _ kind: Value.Kind) throws(JSONStop) -> Value.Kind {
    guard text.bytes[position...].starts(with: word.utf8) else {
      throw stop("a value is wanted here", help: "did you mean \(word)? texts stand in double quotes")
    }
    position += word.utf8.count
    return kind
  }

  mutating func stop(_ message: String, help: String) -> JSONStop {
    let end = min(position + 1, text.bytes.endIndex)
    let span = text.span(from: position, to: end)
    failure = Diagnostic(code: DataDiagnostic.jsonSyntax, message: message, span: span, help: help)
    return JSONStop()
  }

  var byte: UInt8? {
    position < text.bytes.endIndex ? text.bytes[position] : nil
  }

  private mutating func take(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let next = byte, next == 0x20 || next == 0x0A || next == 0x0D || next == 0x09 { position += 1 }
  }
}

private func isNumberByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
  default: false
  }
}
