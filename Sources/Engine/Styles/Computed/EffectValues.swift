public import Geometry

/// One function of `transform` (CSS Transforms 1, 13); the first of the list is the outermost.
public enum TransformFunction: Sendable, Hashable {
  /// Percentages are of the border box.
  case translate(x: LengthPercentage, y: LengthPercentage)
  case scale(x: Double, y: Double)
  /// Degrees clockwise.
  case rotate(Double)
  /// Degrees by which the axes are turned.
  case skew(x: Double, y: Double)
  /// `matrix(a, b, c, d, e, f)`, with e and f in points.
  case matrix(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double)
}

/// The radii of one corner.
public struct CornerRadius: Sendable, Hashable {
  /// To the right; a percentage is of the border box's width.
  public var x: LengthPercentage
  /// Downwards; a percentage is of the border box's height.
  public var y: LengthPercentage

  /// A radius of its parts.
  public init(x: LengthPercentage, y: LengthPercentage) {
    self.x = x
    self.y = y
  }

  /// A right corner.
  public static let zero = CornerRadius(x: .zero, y: .zero)
}

/// `outline-*` (CSS Basic User Interface 4, 3).
public struct OutlineStyle: Sendable, Hashable {
  /// `outline-width` as computed: 0 where the style is none.
  public var width = 0.0
  /// `outline-style`; `auto` is solid.
  public var style = BorderStyle.none
  /// `outline-color`; `nil` is currentcolor, which `auto` is too.
  public var color: Color?
  /// `outline-offset`, which may be negative.
  public var offset = 0.0

  /// All at their initial values.
  public init() {}
}

/// One shadow of `box-shadow`; the first is on top.
public struct BoxShadow: Sendable, Hashable {
  /// `nil` is currentcolor.
  public var color: Color?
  /// To the right.
  public var x: Double
  /// Downwards.
  public var y: Double
  /// The blur radius.
  public var blur: Double
  /// By how much the shadow is larger than the box.
  public var spread: Double
  /// Whether it is inside the box.
  public var isInset: Bool
}
