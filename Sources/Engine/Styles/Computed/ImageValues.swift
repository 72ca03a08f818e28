public import Diagnostics
public import Geometry

/// An `<image>` of a background or a list marker.
public enum ImageSource: Sendable, Hashable {
  case none
  /// `url(...)`.
  case file(ImageReference)
  case gradient(Gradient)
}

/// A file that a style sheet names.
public struct ImageReference: Sendable, Hashable {
  /// The name as written in `url()`.
  public var url: String
  /// The folder that relative names start from: that of the style sheet.
  public var folder: String
  /// Where the value stands, for diagnostics.
  public var span: SourceSpan?

  /// The file `url` seen from `folder`.
  public init(url: String, folder: String, span: SourceSpan?) {
    self.url = url
    self.folder = folder
    self.span = span
  }
}

/// A gradient (CSS Images 3, 3).
public struct Gradient: Sendable, Hashable {
  /// Where colours run along.
  public enum Shape: Sendable, Hashable {
    case linear(GradientLine)
    case radial(RadialShape)
  }

  /// Linear or radial.
  public var shape: Shape
  /// Whether the stops are repeated.
  public var isRepeating: Bool
  /// Two or more colours, perhaps with hints between them, in order.
  public var stops: [GradientStop]

  /// A gradient of its parts.
  public init(shape: Shape, isRepeating: Bool, stops: [GradientStop]) {
    self.shape = shape
    self.isRepeating = isRepeating
    self.stops = stops
  }
}

/// The direction of a linear gradient.
public enum GradientLine: Sendable, Hashable {
  /// Degrees clockwise from upwards: 180 is `to bottom`.
  case angle(Double)
  /// `to top left` and its kin: the 50 % line crosses the other two corners (CSS Images 3, 3.1.1).
  case corner(isRight: Bool, isBottom: Bool)
}

/// The ending shape of a radial gradient.
public struct RadialShape: Sendable, Hashable {
  /// How large the ending shape is.
  public enum Extent: Sendable, Hashable {
    case closestSide, farthestSide, closestCorner, farthestCorner
    /// Radii to the right and downwards; a circle has both equal.
    case radii(LengthPercentage, LengthPercentage)
  }

  /// Whether the shape is a circle, else an ellipse.
  public var isCircle: Bool
  /// How large it is.
  public var extent: Extent
  /// Where its centre is.
  public var center: RelativePosition

  /// A shape of its parts.
  public init(isCircle: Bool, extent: Extent, center: RelativePosition) {
    self.isCircle = isCircle
    self.extent = extent
    self.center = center
  }
}

/// A colour stop or, without a colour, a transition hint.
public struct GradientStop: Sendable, Hashable {
  /// `nil` for a hint.
  public var color: Color?
  /// Along the gradient, which a hint has; `nil` is between its neighbours.
  public var position: LengthPercentage?

  /// A stop of its parts.
  public init(color: Color?, position: LengthPercentage?) {
    self.color = color
    self.position = position
  }
}

/// `image-resolution`.
public struct ImageResolution: Sendable, Hashable {
  /// Whether the picture's own resolution counts where it has one.
  public var usesOwn = false
  /// Dots per CSS pixel: 1 is 96 dpi.
  public var dotsPerPixel = 1.0
  /// `snap`: a whole number of device dots for each dot.
  public var snaps = false

  /// `1dppx`.
  public init() {}
}

/// `image-rendering`.
public enum ImageRendering: String, Sendable, CaseIterable {
  case auto, smooth
  case crispEdges = "crisp-edges"
  case pixelated
}

extension ComputedStyle {
  /// The files that a box of this style shows: in its background, its generated content, its marker.
  public var imagesNamed: [ImageReference] {
    var found: [ImageReference] = []
    if !background.hasNoImages {
      for layer in background.layers { if case .file(let reference) = layer.image { found.append(reference) } }
    }
    if case .items(let items) = content {
      for item in items { if case .image(let reference) = item { found.append(reference) } }
    }
    if case .file(let reference) = listStyleImage { found.append(reference) }
    return found
  }
}
