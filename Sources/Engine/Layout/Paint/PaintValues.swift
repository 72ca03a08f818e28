public import Geometry
public import Pictures

/// A rectangle with elliptic corners.
public struct RoundedRect: Sendable, Hashable {
  /// The rectangle on the page.
  public var rect: Rect
  /// Corner radii in points; top left, top right, bottom right, bottom left stand in top, right, bottom, left.
  public var radii: Sides<Size>

  /// A rectangle with sharp corners, unless radii are given.
  public init(_ rect: Rect, radii: Sides<Size> = Sides(all: .zero)) {
    self.rect = rect
    self.radii = radii
  }

  /// Whether any corner is round.
  public var isRounded: Bool {
    radii.map { $0.width > 0 && $0.height > 0 } != Sides(all: false)
  }

  /// The same with each side moved inwards: corners keep their centres (CSS Backgrounds 3, 4.2).
  public func inset(by edges: Edges) -> RoundedRect {
    func shrunk(_ radius: Size, _ horizontal: Double, _ vertical: Double) -> Size {
      guard radius.width > 0, radius.height > 0 else { return .zero }
      return Size(width: max(0, radius.width - horizontal), height: max(0, radius.height - vertical))
    }
    let inner = Rect(
      x: rect.left + edges.left,
      y: rect.top + edges.top,
      width: max(0, rect.size.width - edges.horizontal),
      height: max(0, rect.size.height - edges.vertical)
    )
    let corners = scaledRadii
    return RoundedRect(
      inner,
      radii: Sides(
        top: shrunk(corners.top, edges.left, edges.top),
        right: shrunk(corners.right, edges.right, edges.top),
        bottom: shrunk(corners.bottom, edges.right, edges.bottom),
        left: shrunk(corners.left, edges.left, edges.bottom)
      )
    )
  }

  /// The radii as used: those that would overlap are all scaled down (CSS Backgrounds 3, 4.5).
  public var scaledRadii: Sides<Size> {
    let (width, height) = (rect.size.width, rect.size.height)
    let sums = [
      (radii.top.width + radii.right.width, width), (radii.left.width + radii.bottom.width, width),
      (radii.top.height + radii.left.height, height), (radii.right.height + radii.bottom.height, height),
    ]
    let scale = sums.reduce(1.0) { $1.0 > $1.1 && $1.0 > 0 ? min($0, $1.1 / $1.0) : $0 }
    return scale == 1 ? radii : radii.map { Size(width: $0.width * scale, height: $0.height * scale) }
  }
}

/// One layer of a background that is more than the box's own colour.
public struct BackgroundPaint: Sendable {
  /// What it shows.
  public enum Content: Sendable {
    /// A colour all over.
    case color(Color)
    /// A picture, with the number of its file.
    case picture(PictureFile, number: Int32)
    /// A gradient, relative to the tile's corner.
    case gradient(GradientPaint)
  }

  /// What it shows.
  public var content: Content
  /// What is painted of it: the box of `background-clip`.
  public var area: RoundedRect
  /// One copy of the image.
  public var tile: Rect
  /// Distance from one copy to the next; 0 along an axis on which there is but one.
  public var period: Size
  /// Whether a picture's pixels are to be seen as squares.
  public var isPixelated = false
}

/// One shadow of a box (CSS Backgrounds 3, 6.1).
public struct ShadowPaint: Sendable, Hashable {
  /// The shadow's shape before it is blurred: the border box, or the padding box of an inset shadow, moved and spread.
  public var shape: RoundedRect
  /// What throws it: outer shadows are painted outside it only, inset ones inside it only.
  public var box: RoundedRect
  /// The blur radius: twice the standard deviation.
  public var blur: Double
  /// The colour.
  public var color: Color
  /// Whether it falls inside the box.
  public var isInset: Bool
}
