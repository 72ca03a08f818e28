/// Finds the attributes of a start tag in the source and resolves their values.
///
/// Expat has found the tag well-formed; it tells neither where attributes stand nor which entities it left out of their
/// values, so both are read here from the source's own bytes.
struct AttributeScanner {
  /// One attribute's stretches of the source: its name, and its value between the quotes.
  struct Place {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// A reference that has no meaning: its stretch of the source, from `&` to `;`.
  typealias UnknownReference = Range<Int>

  private let bytes: [UInt8]
  private var position: Int

  /// Scans the start tag whose `<` stands at `offset`.
  init(bytes: [UInt8], tagAt offset: Int) {
    self.bytes = bytes
    position = offset + 1
    while !isSpace(current), !isTagEnd(current) { position += 1 }
  }

  /// The next attribute, or `nil` at the end of the tag.
  mutating func next() -> Place? {
    while isSpace(current) { position += 1 }
    guard !isTagEnd(current) else { return nil }
    let nameStart = position
    while current != UInt8(ascii: "="), !isSpace(current) { position += 1 }
    let name = nameStart..<position
    while current != UInt8(ascii: "\""), current != UInt8(ascii: "'") { position += 1 }
    let quote = current
    position += 1
    let valueStart = position
    while current != quote { position += 1 }
    defer { position += 1 }
    return Place(name: name, value: valueStart..<position)
  }

  /// The value in a stretch of the source: references replaced, white space made spaces (XML 1.0, section 3.3.3).
  static func decode(_ range: Range<Int>, in bytes: [UInt8], unknown: inout [UnknownReference]) -> String {
    let needsWork = bytes[range].contains { $0 == UInt8(ascii: "&") || $0 < 0x20 }
    guard needsWork else { return String(decoding: bytes[range], as: UTF8.self) }
    var value: [UInt8] = []
    value.reserveCapacity(range.count)
    walk(range, in: bytes) { piece, replacement in
      switch replacement {
      case .verbatim: value.append(contentsOf: bytes[piece])
      case .bytes(let new): value.append(contentsOf: new)
      case .unknown:
        value.append(contentsOf: bytes[piece])
        unknown.append(piece)
      }
    }
    return String(decoding: value, as: UTF8.self)
  }

  /// Where each byte of the decoded value stands in the source, and after them the end of the stretch.
  static func decodedStarts(of range: Range<Int>, in bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    walk(range, in: bytes) { piece, replacement in
      switch replacement {
      case .verbatim, .unknown: starts.append(contentsOf: piece)
      case .bytes(let new): starts.append(contentsOf: repeatElement(piece.lowerBound, count: new.count))
      }
    }
    starts.append(range.upperBound)
    return starts
  }

  private enum Replacement {
    case verbatim
    case bytes([UInt8])
    case unknown
  }

  private static func walk(_ range: Range<Int>, in bytes: [UInt8], visit: (Range<Int>, Replacement) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        let end = bytes[index..<range.upperBound].firstIndex(of: UInt8(ascii: ";")) ?? range.upperBound - 1
        let replacement = resolve(bytes[(index + 1)..<end])
        visit(index..<(end + 1), replacement.map { .bytes($0) } ?? .unknown)
        index = end + 1
      } else if isSpace(byte) {
        let isPair = byte == 0x0D && index + 1 < range.upperBound && bytes[index + 1] == 0x0A
        let end = index + (isPair ? 2 : 1)
        visit(index..<end, .bytes([0x20]))
        index = end
      } else {
        var end = index + 1
        while end < range.upperBound, bytes[end] != UInt8(ascii: "&"), !isSpace(bytes[end]) { end += 1 }
        visit(index..<end, .verbatim)
        index = end
      }
    }
  }

  private static func resolve(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.first == UInt8(ascii: "#") else { return entityReplacement(of: name) }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let code = UInt32(number, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(code) else {
      return nil
    }
    return Array(String(scalar).utf8)
  }

  private var current: UInt8 {
    precondition(position < bytes.count, "no tag end before the end of the source, at byte \(position)")
    return bytes[position]
  }
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
}

private func isTagEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
}
