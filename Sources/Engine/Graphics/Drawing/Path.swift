import Geometry

/// A path under construction.
struct Path {
  private(set) var steps: [PathStep] = []

  /// An upright rectangle.
  static func rectangle(_ rect: Rect) -> Path {
    var path = Path()
    path.add(rect)
    return path
  }

  /// A straight line.
  static func line(from start: Point, to end: Point) -> Path {
    var path = Path()
    path.move(to: start)
    path.line(to: end)
    return path
  }

  /// A closed polygon.
  static func polygon(_ corners: [Point]) -> Path {
    var path = Path()
    for (index, corner) in corners.enumerated() { index == 0 ? path.move(to: corner) : path.line(to: corner) }
    path.close()
    return path
  }

  /// A whole circle.
  static func circle(at center: Point, radius: Double) -> Path {
    var path = Path()
    path.move(to: Point(x: center.x + radius, y: center.y))
    path.arc(around: center, radius: radius, from: 0, to: 2 * .pi)
    path.close()
    return path
  }

  /// A piece of a ring, or of a disc where `inner` is 0; angles clockwise from the right, in radians.
  static func sector(at center: Point, inner: Double, outer: Double, angles: ClosedRange<Double>) -> Path {
    var path = Path()
    path.move(to: inner > 0 ? polar(center, inner, angles.lowerBound) : center)
    path.line(to: polar(center, outer, angles.lowerBound))
    path.arc(around: center, radius: outer, from: angles.lowerBound, to: angles.upperBound)
    if inner > 0 {
      path.line(to: polar(center, inner, angles.upperBound))
      path.arc(around: center, radius: inner, from: angles.upperBound, to: angles.lowerBound)
    }
    path.close()
    return path
  }

  /// A whole ring: a circle, and one the other way round inside it.
  static func ring(at center: Point, inner: Double, outer: Double) -> Path {
    var path = circle(at: center, radius: outer)
    path.move(to: Point(x: center.x + inner, y: center.y))
    path.arc(around: center, radius: inner, from: 0, to: -2 * .pi)
    path.close()
    return path
  }

  mutating func move(to point: Point) { steps.append(.move(point)) }

  mutating func line(to point: Point) { steps.append(.line(point)) }

  mutating func close() { steps.append(.close) }

  mutating func add(_ rect: Rect) {
    steps += [
      .move(rect.origin), .line(Point(x: rect.right, y: rect.top)), .line(Point(x: rect.right, y: rect.bottom)),
      .line(Point(x: rect.left, y: rect.bottom)), .close,
    ]
  }

  /// Goes on along a circle, from where the path stands; each quarter is one Bézier curve, 0.03 % off at most.
  mutating func arc(around center: Point, radius: Double, from start: Double, to end: Double) {
    let count = max(1, Int((abs(end - start) / (.pi / 2)).rounded(.up)))
    let turn = (end - start) / Double(count)
    let reach = radius * 4 / 3 * tangent(turn / 4)
    for index in 0..<count {
      let (from, to) = (start + Double(index) * turn, start + Double(index + 1) * turn)
      let (first, last) = (polar(center, radius, from), polar(center, radius, to))
      let (alongFirst, alongLast) = (polar(.zero, reach, from + .pi / 2), polar(.zero, reach, to + .pi / 2))
      steps.append(
        .curve(
          Point(x: first.x + alongFirst.x, y: first.y + alongFirst.y),
          Point(x: last.x - alongLast.x, y: last.y - alongLast.y),
          last
        )
      )
    }
  }
}
