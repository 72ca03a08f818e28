public import Geometry
import Styles

/// A gradient as used: where its colours run, relative to the left top corner of its image.
public struct GradientPaint: Sendable, Hashable {
  /// Where the offsets 0 and 1 of the stops are.
  public enum Shape: Sendable, Hashable {
    /// From one point to another.
    case linear(from: Point, to: Point)
    /// From a centre to an ellipse around it.
    case radial(center: Point, radii: Size)
  }

  /// Where its colours run.
  public var shape: Shape
  /// In order of their offsets, which run from 0 to 1; before the first and after the last the colour stays.
  public var stops: [ColorStop]

  /// The only colour, where there is one.
  public var solidColor: Color? {
    guard let first = stops.first, stops.allSatisfy({ $0.color == first.color }) else { return nil }
    return first.color
  }
}

/// A colour at an offset along a gradient.
public struct ColorStop: Sendable, Hashable {
  /// From 0 to 1 along the gradient's line.
  public var offset: Double
  /// The colour there.
  public var color: Color

  /// A colour at an offset.
  public init(offset: Double, color: Color) {
    self.offset = offset
    self.color = color
  }
}

extension GradientPaint {
  /// The gradient of an image of a size (CSS Images 3, 3).
  init(_ gradient: Gradient, size: Size) {
    switch gradient.shape {
    case .linear(let line):
      let (from, to) = gradientLine(line, size: size)
      let length = distance(from, to)
      let stops = resolveStops(gradient.stops, length: length)
      // The corners of the image are at 0 and 1.
      let span = fill(stops, isRepeating: gradient.isRepeating, reach: 1)
      shape = .linear(from: between(from, to, span.start), to: between(from, to, span.end))
      self.stops = span.stops
    case .radial(let radial):
      let center = Point(
        x: radial.center.x.used(of: size.width),
        y: radial.center.y.used(of: size.height)
      )
      let radii = endingRadii(radial, center: center, size: size)
      let stops = resolveStops(gradient.stops, length: radii.width)
      let reach = farthestReach(from: center, radii: radii, size: size)
      // A radius below 0 is none.
      let span = cutBelowZero(fill(stops, isRepeating: gradient.isRepeating, reach: reach))
      shape = .radial(center: center, radii: Size(width: radii.width * span.end, height: radii.height * span.end))
      self.stops = span.stops
    }
  }
}

/// The ends of a gradient line (CSS Images 3, 3.1.1).
func gradientLine(_ line: GradientLine, size: Size) -> (from: Point, to: Point) {
  let x: Double
  let y: Double
  switch line {
  case .angle(let degrees):
    let radians = degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
    (x, y) = (sine(radians), -cosine(radians))
  case .corner(let isRight, let isBottom):
    // Across the diagonal of the other two corners, so that these have the colour of the middle.
    let length = max(1e-9, (size.width * size.width + size.height * size.height).squareRoot())
    (x, y) = ((isRight ? size.height : -size.height) / length, (isBottom ? size.width : -size.width) / length)
  }
  let half = (abs(size.width * x) + abs(size.height * y)) / 2
  let (middleX, middleY) = (size.width / 2, size.height / 2)
  return (
    Point(x: middleX - x * half, y: middleY - y * half), Point(x: middleX + x * half, y: middleY + y * half)
  )
}

/// The radii of the ending shape (CSS Images 3, 3.2.1).
func endingRadii(_ shape: RadialShape, center: Point, size: Size) -> Size {
  let sides = [abs(center.x), abs(size.width - center.x), abs(center.y), abs(size.height - center.y)]
  let near = Size(width: min(sides[0], sides[1]), height: min(sides[2], sides[3]))
  let far = Size(width: max(sides[0], sides[1]), height: max(sides[2], sides[3]))
  func circle(_ radius: Double) -> Size { Size(width: radius, height: radius) }
  func diagonal(_ size: Size) -> Double { (size.width * size.width + size.height * size.height).squareRoot() }
  // An ellipse through a corner has the ratio of the one that touches the sides: √2 times as large.
  func throughCorner(_ size: Size) -> Size {
    Size(width: size.width * 2.0.squareRoot(), height: size.height * 2.0.squareRoot())
  }
  switch (shape.extent, shape.isCircle) {
  case (.radii(let width, let height), _):
    return Size(width: max(0, width.used(of: size.width)), height: max(0, height.used(of: size.height)))
  case (.closestSide, true): return circle(min(near.width, near.height))
  case (.farthestSide, true): return circle(max(far.width, far.height))
  case (.closestCorner, true): return circle(diagonal(near))
  case (.farthestCorner, true): return circle(diagonal(far))
  case (.closestSide, false): return near
  case (.farthestSide, false): return far
  case (.closestCorner, false): return throughCorner(near)
  case (.farthestCorner, false): return throughCorner(far)
  }
}

/// The offset of the image's farthest corner, where 1 is the ending shape.
private func farthestReach(from center: Point, radii: Size, size: Size) -> Double {
  guard radii.width > 0, radii.height > 0 else { return 1 }
  let x = max(abs(center.x), abs(size.width - center.x)) / radii.width
  let y = max(abs(center.y), abs(size.height - center.y)) / radii.height
  return (x * x + y * y).squareRoot()
}

private func distance(_ first: Point, _ second: Point) -> Double {
  let (x, y) = (second.x - first.x, second.y - first.y)
  return (x * x + y * y).squareRoot()
}

private func between(_ first: Point, _ second: Point, _ share: Double) -> Point {
  Point(x: first.x + (second.x - first.x) * share, y: first.y + (second.y - first.y) * share)
}
