/// A two-dimensional affine transformation: x' = a·x + c·y + e, y' = b·x + d·y + f (CSS Transforms 1, 13.1).
public struct Transform: Sendable, Hashable {
  /// How x' grows with x.
  public var a: Double
  /// How y' grows with x.
  public var b: Double
  /// How x' grows with y.
  public var c: Double
  /// How y' grows with y.
  public var d: Double
  /// Where the origin's x goes, in points.
  public var e: Double
  /// Where the origin's y goes, in points.
  public var f: Double

  /// The transformation of CSS's `matrix(a, b, c, d, e, f)`.
  public init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
    self.e = e
    self.f = f
  }

  /// Everything stays where it is.
  public static let identity = Transform(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

  /// A move by `x` and `y` points.
  public static func translation(x: Double, y: Double) -> Transform {
    Transform(a: 1, b: 0, c: 0, d: 1, e: x, f: y)
  }

  /// What `inner` and then this one do.
  public func applied(after inner: Transform) -> Transform {
    Transform(
      a: a * inner.a + c * inner.b,
      b: b * inner.a + d * inner.b,
      c: a * inner.c + c * inner.d,
      d: b * inner.c + d * inner.d,
      e: a * inner.e + c * inner.f + e,
      f: b * inner.e + d * inner.f + f
    )
  }

  /// Where a point goes.
  public func apply(to point: Point) -> Point {
    Point(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
  }

  /// The upright rectangle around where a rectangle goes.
  public func bounds(of rect: Rect) -> Rect {
    let corners = [
      Point(x: rect.left, y: rect.top), Point(x: rect.right, y: rect.top), Point(x: rect.left, y: rect.bottom),
      Point(x: rect.right, y: rect.bottom),
    ].map { apply(to: $0) }
    var (left, right) = (corners[0].x, corners[0].x)
    var (top, bottom) = (corners[0].y, corners[0].y)
    for corner in corners.dropFirst() {
      (left, right) = (min(left, corner.x), max(right, corner.x))
      (top, bottom) = (min(top, corner.y), max(bottom, corner.y))
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// Whether it is finite and flattens nothing to a line.
  public var isInvertible: Bool {
    let determinant = a * d - b * c
    return determinant.isFinite && abs(determinant) > 1e-12 && e.isFinite && f.isFinite && abs(a) < 1e9 && abs(b) < 1e9
      && abs(c) < 1e9 && abs(d) < 1e9 && abs(e) < 1e9 && abs(f) < 1e9
  }
}
