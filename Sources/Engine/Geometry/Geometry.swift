/// A place in points; y grows downwards.
///
/// Which corner is the origin is said by whoever holds the point.
public struct Point: Sendable, Hashable {
  /// Distance from the left, in points.
  public var x: Double
  /// Distance from the top, in points.
  public var y: Double

  /// A point at `x`, `y`.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// The origin.
  public static let zero = Point(x: 0, y: 0)
}

/// A width and a height in points.
public struct Size: Sendable, Hashable {
  /// Extent to the right, in points.
  public var width: Double
  /// Extent downwards, in points.
  public var height: Double

  /// A size of `width` by `height`.
  public init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Nothing wide and nothing high.
  public static let zero = Size(width: 0, height: 0)
}

/// An upright rectangle: its left top corner and its size, in points.
public struct Rect: Sendable, Hashable {
  /// The left top corner.
  public var origin: Point
  /// The extent to the right and downwards.
  public var size: Size

  /// A rectangle with its left top corner at `x`, `y`.
  public init(x: Double, y: Double, width: Double, height: Double) {
    origin = Point(x: x, y: y)
    size = Size(width: width, height: height)
  }

  /// The left edge.
  public var left: Double { origin.x }
  /// The top edge.
  public var top: Double { origin.y }
  /// The right edge.
  public var right: Double { origin.x + size.width }
  /// The bottom edge.
  public var bottom: Double { origin.y + size.height }
}

/// A side of a box, clockwise from the top.
public enum Side: Sendable, CaseIterable {
  case top, right, bottom, left
}

/// One value for each of the four sides, in the order of CSS: top, right, bottom, left.
public struct Sides<Value> {
  /// The value of the top side.
  public var top: Value
  /// The value of the right side.
  public var right: Value
  /// The value of the bottom side.
  public var bottom: Value
  /// The value of the left side.
  public var left: Value

  /// Four values, in the order of CSS.
  public init(top: Value, right: Value, bottom: Value, left: Value) {
    self.top = top
    self.right = right
    self.bottom = bottom
    self.left = left
  }

  /// The same value on all sides.
  public init(all value: Value) {
    self.init(top: value, right: value, bottom: value, left: value)
  }

  /// The value of one side.
  public subscript(side: Side) -> Value {
    switch side {
    case .top: top
    case .right: right
    case .bottom: bottom
    case .left: left
    }
  }

  /// The four values after `transform`.
  public func map<Other>(_ transform: (Value) -> Other) -> Sides<Other> {
    Sides<Other>(top: transform(top), right: transform(right), bottom: transform(bottom), left: transform(left))
  }
}

extension Sides: Sendable where Value: Sendable {}
extension Sides: Equatable where Value: Equatable {}
extension Sides: Hashable where Value: Hashable {}

/// Four widths in points: margins, borders or padding as used.
public typealias Edges = Sides<Double>

extension Sides where Value == Double {
  /// No width on any side.
  public static let zero = Sides(all: 0)
  /// Left and right together.
  public var horizontal: Double { left + right }
  /// Top and bottom together.
  public var vertical: Double { top + bottom }

  /// Side by side sum.
  public static func + (first: Sides, second: Sides) -> Sides {
    Sides(
      top: first.top + second.top,
      right: first.right + second.right,
      bottom: first.bottom + second.bottom,
      left: first.left + second.left
    )
  }
}
