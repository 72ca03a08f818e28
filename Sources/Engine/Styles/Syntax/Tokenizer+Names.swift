/// Names, escapes and numbers (CSS Syntax 3, 4.3.7 to 4.3.13).
extension Tokenizer {
  func startsEscape(at ahead: Int) -> Bool {
    peek(ahead) == backslash && peek(ahead + 1) != newline && position + ahead + 1 < bytes.count
  }

  func startsName(at ahead: Int) -> Bool {
    let first = peek(ahead)
    if first == hyphen {
      let second = peek(ahead + 1)
      return isNameStart(second) || second == hyphen || startsEscape(at: ahead + 1)
    }
    return isNameStart(first) || startsEscape(at: ahead)
  }

  func startsNumber() -> Bool {
    var ahead = 0
    if peek() == UInt8(ascii: "+") || peek() == hyphen { ahead = 1 }
    if isDigit(peek(ahead)) { return true }
    return peek(ahead) == UInt8(ascii: ".") && isDigit(peek(ahead + 1))
  }

  mutating func name() -> String {
    let start = position
    while isNameByte(peek()) { position += 1 }
    guard startsEscape(at: 0) else { return String(decoding: bytes[start..<position], as: UTF8.self) }
    var text = Array(bytes[start..<position])
    while true {
      if isNameByte(peek()) {
        text.append(peek())
        position += 1
      } else if startsEscape(at: 0) {
        position += 1
        appendEscape(to: &text)
      } else {
        return String(decoding: text, as: UTF8.self)
      }
    }
  }

  /// Reads what follows a backslash.
  mutating func appendEscape(to text: inout [UInt8]) {
    var value: UInt32 = 0
    var digits = 0
    while digits < 6, let digit = hexValue(peek()) {
      value = value * 16 + UInt32(digit)
      digits += 1
      position += 1
    }
    if digits == 0 {
      guard position < bytes.count else { return }
      text.append(peek())
      position += 1
      return
    }
    if isSpace(peek()) { position += 1 }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    text.append(contentsOf: String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// The number at the current place.
  ///
  /// Up to 18 digits are exact: an integer divided by a power of ten is rounded once.
  mutating func number() -> (value: Double, isInteger: Bool) {
    var sign = 1.0
    if peek() == hyphen { sign = -1 }
    if peek() == hyphen || peek() == UInt8(ascii: "+") { position += 1 }
    var digits = 0.0
    var scale = 0
    var isInteger = true
    while isDigit(peek()) { digits = digits * 10 + takeDigit() }
    if peek() == UInt8(ascii: "."), isDigit(peek(1)) {
      isInteger = false
      position += 1
      while isDigit(peek()) {
        let digit = takeDigit()
        guard scale < 15 else { continue }
        digits = digits * 10 + digit
        scale += 1
      }
    }
    let exponent = self.exponent()
    if exponent != 0 { isInteger = false }
    let power = exponent - scale
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= 10 }
    return (sign * (power < 0 ? digits / factor : digits * factor), isInteger)
  }

  private mutating func takeDigit() -> Double {
    defer { position += 1 }
    return Double(peek() - UInt8(ascii: "0"))
  }

  private mutating func exponent() -> Int {
    guard peek() | 0x20 == UInt8(ascii: "e") else { return 0 }
    var ahead = 1
    if peek(1) == hyphen || peek(1) == UInt8(ascii: "+") { ahead = 2 }
    guard isDigit(peek(ahead)) else { return 0 }
    let isNegative = peek(1) == hyphen
    position += ahead
    var value = 0
    while isDigit(peek()) { value = min(value * 10 + Int(takeDigit()), 400) }
    return isNegative ? -value : value
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  byte >= 0x30 && byte <= 0x39
}

func isNameStart(_ byte: UInt8) -> Bool {
  let lower = byte | 0x20
  return (lower >= 0x61 && lower <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
}

func isNameByte(_ byte: UInt8) -> Bool {
  isNameStart(byte) || isDigit(byte) || byte == hyphen
}

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x37
  case 0x61...0x66: byte - 0x57
  default: nil
  }
}
