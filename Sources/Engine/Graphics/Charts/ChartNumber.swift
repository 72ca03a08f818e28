/// A number as it is drawn and as it is printed.
public struct ChartNumber: Sendable, Hashable {
  /// For places on the axis.
  public var value: Double
  /// As it stands in the document: grouped, with a decimal comma, and with the digits that the data has.
  public var text: String

  /// The most that a number may be, so that no sum or difference of two overflows.
  static let most = 1e300

  /// Why a text is no number.
  enum Problem: Error {
    case notNumber, ambiguous, tooLarge
  }

  /// A number and its text.
  init(value: Double, text: String) {
    self.value = value
    self.text = text
  }

  /// A computed number with at most `decimals` digits after the comma.
  init(value: Double, decimals: Int) {
    self.value = value
    text = ChartNumber.format(value, decimals: decimals)
  }

  /// Reads digits with a decimal comma or point, dots between groups of three, and an exponent.
  ///
  /// `1.234` alone is ambiguous, and refused: what is meant is never guessed.
  init(_ written: String) throws(Problem) {
    var scanner = NumberScanner(Array(written.utf8))
    guard let parts = scanner.scan() else { throw .notNumber }
    guard !parts.isAmbiguous else { throw .ambiguous }
    let digits = "\(parts.sign)\(parts.whole)" + (parts.fraction.isEmpty ? "" : ".\(parts.fraction)")
    guard let value = Double(digits + "e\(parts.exponent)"), value.magnitude <= ChartNumber.most else {
      throw .tooLarge
    }
    self.value = value == 0 ? 0 : value
    guard parts.exponent == 0, parts.whole.utf8.count <= 15 else {
      text = ChartNumber.scientific(value)
      return
    }
    let isZero = value == 0 && !parts.fraction.contains { $0 != "0" }
    text = (parts.sign == "-" && !isZero ? minus : "") + grouped(parts.whole)
    if !parts.fraction.isEmpty { text += ",\(parts.fraction)" }
  }

  /// How many digits stand after the comma.
  var decimals: Int {
    guard let comma = text.utf8.firstIndex(of: UInt8(ascii: ",")) else { return 0 }
    return text.utf8.distance(from: comma, to: text.utf8.endIndex) - 1
  }

  /// A number in Vietnamese form, rounded half away from zero; numbers of more than 15 digits in powers of ten.
  static func format(_ value: Double, decimals: Int) -> String {
    let decimals = min(max(decimals, 0), 9)
    guard value.magnitude < 1e15 else { return scientific(value) }
    let scaled = (value.magnitude * powerOfTen(decimals)).rounded()
    guard scaled < 9e18, let whole = Int(exactly: scaled) else { return format(value, decimals: 0) }
    var digits = String(whole)
    if digits.utf8.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.utf8.count) + digits
    }
    let text = grouped(String(digits.dropLast(decimals))) + (decimals > 0 ? ",\(digits.suffix(decimals))" : "")
    return value < 0 && whole != 0 ? minus + text : text
  }

  /// Such as 1,5×10^20, with three digits at most.
  static func scientific(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return "0" }
    let exponent = decimalExponent(value.magnitude)
    // In two steps: ten to the power of -300 alone would lose digits, to that of 320 would be infinite.
    let mantissa = value / powerOfTen(exponent / 2) / powerOfTen(exponent - exponent / 2)
    var text = format(mantissa, decimals: 2)
    while text.contains(","), text.last == "0" || text.last == "," {
      if text.removeLast() == "," { break }
    }
    return "\(text)×10^\(exponent)"
  }
}

/// U+2212 MINUS SIGN, as wide as a plus: a hyphen before a figure is too short to be seen on a chart.
private let minus = "\u{2212}"

/// Dots between groups of three digits.
private func grouped(_ digits: String) -> String {
  var result = ""
  let count = digits.utf8.count
  for (index, digit) in digits.enumerated() {
    if index > 0, (count - index) % 3 == 0 { result.append(".") }
    result.append(digit)
  }
  return result.isEmpty ? "0" : result
}

/// Takes a written number apart.
private struct NumberScanner {
  struct Parts {
    var sign = ""
    var whole = ""
    var fraction = ""
    var exponent = 0
    var isAmbiguous = false
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The parts; `nil` where it is no number.
  mutating func scan() -> Parts? {
    var parts = Parts()
    skipSpaces()
    parts.sign = scanSign()
    var groups = [digits()]
    while take(UInt8(ascii: ".")) { groups.append(digits()) }
    if take(UInt8(ascii: ",")) {
      parts.fraction = digits()
      guard !parts.fraction.isEmpty else { return nil }
    }
    guard !groups.contains("") else { return nil }
    parts.whole = groups.joined()
    if groups.count == 2, parts.fraction.isEmpty {
      // One dot: a decimal point, unless it could just as well part thousands.
      parts.isAmbiguous = groups[1].utf8.count == 3 && groups[0].utf8.count <= 3 && groups[0].first != "0"
      (parts.whole, parts.fraction) = (groups[0], groups[1])
    } else if groups.count > 1 {
      guard groups[0].utf8.count <= 3, groups.dropFirst().allSatisfy({ $0.utf8.count == 3 }) else { return nil }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      let sign = scanSign()
      guard let exponent = Int(sign + digits()) else { return nil }
      parts.exponent = min(max(exponent, -100_000), 100_000)
      parts.isAmbiguous = false
    }
    skipSpaces()
    parts.whole = String(parts.whole.drop { $0 == "0" })
    if parts.whole.isEmpty { parts.whole = "0" }
    return index == bytes.count ? parts : nil
  }

  private mutating func scanSign() -> String {
    if take(UInt8(ascii: "-")) { return "-" }
    // U+2212 MINUS SIGN
    if bytes[index...].starts(with: [0xE2, 0x88, 0x92]) {
      index += 3
      return "-"
    }
    _ = take(UInt8(ascii: "+"))
    return ""
  }

  private mutating func digits() -> String {
    let start = index
    while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }
}
