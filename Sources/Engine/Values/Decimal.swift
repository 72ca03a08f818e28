/// An exact decimal number: `coefficient` × 10^-`scale`.
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
}
