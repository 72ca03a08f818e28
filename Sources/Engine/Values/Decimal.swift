/// An exact decimal number: `coefficient` × 10^-`scale`.
///
/// Equality and order are by value: 1.0 equals 1. The scale is kept as written, so that 1.50 prints as 1.50.
/// No operation traps: where a result does not fit, it is `nil`.
public struct Decimal: Sendable {
  /// The digits, with sign.
  public var coefficient: Int128
  /// Digits after the decimal mark, 0 to 18.
  public var scale: Int

  /// `coefficient` × 10^-`scale`.
  public init(coefficient: Int128, scale: Int) {
    self.coefficient = coefficient
    self.scale = scale
  }

  /// The whole number `integer`.
  public init(_ integer: Int) {
    self.init(coefficient: Int128(integer), scale: 0)
  }

  /// The most digits after the decimal mark.
  public static let maxScale = 18

  /// 0.
  public static let zero = Decimal(0)

  /// Whether there is no fraction: true for 2.00.
  public var isInteger: Bool {
    normalized.scale == 0
  }

  /// The value as `Int`; `nil` where it has a fraction or does not fit.
  public var integer: Int? {
    let value = normalized
    return value.scale == 0 ? Int(exactly: value.coefficient) : nil
  }

  /// The same value without zeros at the end of the fraction.
  public var normalized: Decimal {
    var result = self
    while result.scale > 0, result.coefficient % 10 == 0 {
      result.coefficient /= 10
      result.scale -= 1
    }
    return result
  }
}

extension Decimal: Hashable, Comparable {
  /// Whether two numbers have the same value, whatever their scales.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    if left.scale == right.scale { return left.coefficient == right.coefficient }
    let (a, b) = (left.normalized, right.normalized)
    return a.coefficient == b.coefficient && a.scale == b.scale
  }

  /// Whether `left` is the smaller value.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    // The widened products are exact, so that no alignment can overflow.
    let a = left.coefficient.multipliedFullWidth(by: powerOfTen(max(0, right.scale - left.scale)))
    let b = right.coefficient.multipliedFullWidth(by: powerOfTen(max(0, left.scale - right.scale)))
    return a.high == b.high ? a.low < b.low : a.high < b.high
  }

  /// Equal values hash alike.
  public func hash(into hasher: inout Hasher) {
    let value = normalized
    hasher.combine(value.coefficient)
    hasher.combine(value.scale)
  }
}

extension Decimal: CustomStringConvertible {
  /// Digits with a point, such as `-1234.50`; never an exponent.
  public var description: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return coefficient < 0 ? "-" + digits : digits
  }
}

/// 10 to the power of `exponent`, 0 to 38.
func powerOfTen(_ exponent: Int) -> Int128 {
  precondition((0...38).contains(exponent), "10^\(exponent) is not an Int128")
  var result: Int128 = 1
  for _ in 0..<exponent { result *= 10 }
  return result
}
