/// A chart or a code: shapes, and texts over them.
public struct DrawingPaint: Sendable, Hashable {
  /// Into the page's `shapes`.
  public var shapes: Range<Int32>
  /// Into the page's `texts`.
  public var texts: Range<Int32>

  /// A drawing of its parts.
  public init(shapes: Range<Int32>, texts: Range<Int32>) {
    self.shapes = shapes
    self.texts = texts
  }
}
