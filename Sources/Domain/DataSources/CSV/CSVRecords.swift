/// One field and the bytes it stands in, quotes included.
struct CSVField {
  var text: String
  var start: Int
  var end: Int
}

/// Why a record cannot be read.
struct CSVFailure: Error {
  var message: String
  var help: String
  var start: Int
}

/// Splits a text into records; blank lines are none.
struct CSVRecords {
  private let bytes: ArraySlice<UInt8>
  private let separator: UInt8
  private var position: Int

  init(_ text: SourceText) {
    bytes = text.bytes
    position = bytes.startIndex
    // Excel writes and obeys a first line that names the separator.
    let line = bytes.prefix { !isLineEnd($0) }
    if line.count == 5, line.starts(with: "sep=".utf8), let named = line.last {
      separator = named
      position = line.endIndex
    } else {
      separator = sniffedSeparator(in: bytes)
    }
  }

  /// The fields of the next record; `nil` at the end.
  mutating func next() throws(CSVFailure) -> [CSVField]? {
    while position < bytes.endIndex, isLineEnd(bytes[position]) { position += 1 }
    guard position < bytes.endIndex else { return nil }
    var fields = [try readField()]
    while position < bytes.endIndex, bytes[position] == separator {
      position += 1
      fields.append(try readField())
    }
    return fields
  }

  private mutating func readField() throws(CSVFailure) -> CSVField {
    let start = position
    if position < bytes.endIndex, bytes[position] == quote { return try readQuotedField() }
    while position < bytes.endIndex, bytes[position] != separator, !isLineEnd(bytes[position]) {
      if bytes[position] == quote {
        throw CSVFailure(
          message: "a quote inside a field that does not begin with one",
          help: "put the whole field in quotes, and double the quotes inside",
          start: position
        )
      }
      position += 1
    }
    return CSVField(text: trimmed(bytes[start..<position]), start: start, end: position)
  }

  private mutating func readQuotedField() throws(CSVFailure) -> CSVField {
    let start = position
    var content: [UInt8] = []
    position += 1
    while position < bytes.endIndex {
      let byte = bytes[position]
      position += 1
      if byte != quote {
        content.append(byte)
      } else if position < bytes.endIndex, bytes[position] == quote {
        content.append(quote)
        position += 1
      } else if position == bytes.endIndex || bytes[position] == separator || isLineEnd(bytes[position]) {
        return CSVField(text: String(decoding: content, as: UTF8.self), start: start, end: position)
      } else {
        throw CSVFailure(
          message: "text after the closing quote of a field",
          help: "double the quotes inside the field",
          start: position
        )
      }
    }
    throw CSVFailure(message: "the quote is never closed", help: "add the closing quote", start: start)
  }
}

private let quote = UInt8(ascii: "\"")

private func isLineEnd(_ byte: UInt8) -> Bool {
  byte == 0x0A || byte == 0x0D
}

/// The field without spaces around it, which spreadsheets never mean.
private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
  var bytes = bytes
  while bytes.first == 0x20 { bytes.removeFirst() }
  while bytes.last == 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

private func sniffedSeparator(in bytes: ArraySlice<UInt8>) -> UInt8 {
  var counts = (comma: 0, semicolon: 0, tab: 0)
  var isQuoted = false
  for byte in bytes {
    if byte == quote { isQuoted.toggle() }
    if isQuoted { continue }
    if isLineEnd(byte) { break }
    switch byte {
    case UInt8(ascii: ","): counts.comma += 1
    case UInt8(ascii: ";"): counts.semicolon += 1
    case UInt8(ascii: "\t"): counts.tab += 1
    default: break
    }
  }
  if counts.tab > counts.comma, counts.tab > counts.semicolon { return UInt8(ascii: "\t") }
  return counts.semicolon > counts.comma ? UInt8(ascii: ";") : UInt8(ascii: ",")
}
