/// `aspect-ratio` (CSS Sizing 4, 4).
public struct AspectRatio: Sendable, Hashable {
  /// Whether `auto` is written: replaced elements then use their natural ratio where they have one.
  public var isAuto = true
  /// Width by height; `nil` where only `auto` is written or the ratio is degenerate.
  public var ratio: Double?

  /// `auto`.
  public init() {}
}

/// `object-fit`.
public enum ObjectFit: String, Sendable, CaseIterable {
  case fill, contain, cover, none
  case scaleDown = "scale-down"
}

/// A `<position>`: where a picture stands in its area (CSS Values 4, 8.3).
///
/// A percentage is of the area's size less the picture's; it may be negative.
public struct RelativePosition: Sendable, Hashable {
  /// From the left.
  public var x: LengthPercentage
  /// From the top.
  public var y: LengthPercentage

  /// A position of its parts.
  public init(x: LengthPercentage, y: LengthPercentage) {
    self.x = x
    self.y = y
  }

  /// `0% 0%`.
  public static let zero = RelativePosition(x: .zero, y: .zero)
  /// `50% 50%`.
  public static let center = RelativePosition(x: LengthPercentage(percent: 50), y: LengthPercentage(percent: 50))
}
