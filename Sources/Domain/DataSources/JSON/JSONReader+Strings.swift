import Diagnostics
import Values

extension JSONReader {
  /// Reads a string from its opening quote to behind its closing one (RFC 8259, 7).
  mutating func readString() throws(JSONStop) -> String {
    let start = position
    position += 1
    var bytes: [UInt8] = []
    while let next = byte {
      switch next {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "\\"): bytes.append(contentsOf: try readEscape())
      case 0..<0x20:
        throw stop("a line break or control character in a string", help: "close the quote, or write \\n")
      default:
        bytes.append(next)
        position += 1
      }
    }
    position = start
    throw stop("the string is never closed", help: "add the closing quote")
  }

  private mutating func readEscape() throws(JSONStop) -> [UInt8] {
    let escapes: [UInt8: UInt8] = [0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 8, 0x66: 12, 0x6E: 10, 0x72: 13, 0x74: 9]
    let letter = position + 1 < text.bytes.endIndex ? text.bytes[position + 1] : 0
    if let plain = escapes[letter] {
      position += 2
      return [plain]
    }
    guard letter == UInt8(ascii: "u") else {
      throw stop("an unknown escape", help: "a backslash is written \\\\")
    }
    let unit = try readUnit()
    if let scalar = Unicode.Scalar(unit) { return Array(String(Character(scalar)).utf8) }
    // A character beyond U+FFFF is a pair of surrogates.
    guard unit < 0xDC00, byte == UInt8(ascii: "\\") else {
      throw stop("half a surrogate pair", help: "write the character")
    }
    let second = try readUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00))
    else { throw stop("half a surrogate pair", help: "write the character itself") }
    return Array(String(Character(scalar)).utf8)
  }

  /// Reads `\uXXXX`.
  private mutating func readUnit() throws(JSONStop) -> UInt32 {
    let digits = text.bytes[position...].dropFirst(2).prefix(4)
    let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    guard digits.count == 4, text.bytes[position + 1] == UInt8(ascii: "u"), let unit else {
      throw stop("\\u takes four hexadecimal digits", help: "such as \\u0111")
    }
    position += 6
    return unit
  }
}
