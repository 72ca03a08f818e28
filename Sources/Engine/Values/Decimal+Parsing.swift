extension Decimal {
  /// Reads a number such as `-1234.5` or `1.5e3`.
  ///
  /// `nil` where the text is no number, or one that cannot be kept exactly (more than 18 digits after the mark, or more
  /// than about 38 in all). Leading zeros are read; who must keep them asks ``isCanonical(_:)`` first.
  public init?(_ text: String) {
    guard let value = Decimal.parse(Array(text.utf8)) else { return nil }
    self = value
  }

  /// Whether a text is a number as one writes it: `0`, `-12`, `1234.50`.
  ///
  /// Leading zeros (`01`, phone numbers), a plus sign, an exponent and separators make it a text.
  public static func isCanonical(_ text: String) -> Bool {
    var digits = Array(text.utf8)[...]
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return false }
    return parts[0].count == 1 || parts[0].first != UInt8(ascii: "0")
  }

  private static func parse(_ bytes: [UInt8]) -> Decimal? {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
    guard var number = readMantissa(bytes, &position) else { return nil }
    if position < bytes.count {
      guard let exponent = readExponent(bytes, position) else { return nil }
      number.scale -= exponent
    }
    return fitted(coefficient: isNegative ? -number.coefficient : number.coefficient, scale: number.scale)
  }

  /// Digits with at most one point among them.
  ///
  /// Zeros at the end of a long fraction are dropped while reading.
  private static func readMantissa(_ bytes: [UInt8], _ position: inout Int) -> Decimal? {
    var result = Decimal.zero
    var (digits, pendingZeros) = (0, 0)
    var isFraction = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "."), !isFraction, digits > 0 {
        isFraction = true
        digits = 0
      } else if isDigit(byte) {
        digits += 1
        if isFraction, byte == UInt8(ascii: "0"), result.scale + pendingZeros >= maxScale {
          pendingZeros += 1
        } else {
          guard let next = result.appending(byte - UInt8(ascii: "0"), isFraction: isFraction), pendingZeros == 0 else {
            return nil
          }
          result = next
        }
      } else {
        break
      }
      position += 1
    }
    return digits > 0 ? result : nil
  }

  private func appending(_ digit: UInt8, isFraction: Bool) -> Decimal? {
    let (tenfold, overflow) = coefficient.multipliedReportingOverflow(by: 10)
    let (sum, carry) = tenfold.addingReportingOverflow(Int128(digit))
    return overflow || carry ? nil : Decimal(coefficient: sum, scale: scale + (isFraction ? 1 : 0))
  }

  private static func readExponent(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    // Int reads the sign; three digits are more than any number here can use.
    let text = String(decoding: bytes[(start + 1)...], as: UTF8.self)
    guard let exponent = Int(text), exponent.magnitude < 1000 else { return nil }
    return exponent
  }

  private static func fitted(coefficient: Int128, scale: Int) -> Decimal? {
    if coefficient == 0 { return Decimal(coefficient: 0, scale: min(max(scale, 0), maxScale)) }
    if scale < 0 {
      guard scale >= -38 else { return nil }
      let (value, overflow) = coefficient.multipliedReportingOverflow(by: powerOfTen(-scale))
      return overflow ? nil : Decimal(coefficient: value, scale: 0)
    }
    var result = Decimal(coefficient: coefficient, scale: scale)
    while result.scale > maxScale, result.coefficient % 10 == 0 {
      result.coefficient /= 10
      result.scale -= 1
    }
    return result.scale <= maxScale ? result : nil
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
