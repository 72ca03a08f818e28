import Geometry

extension Drawing {
  /// Adds a path as one shape.
  mutating func add(_ path: Path, fill: Fill? = nil, stroke: Stroke? = nil) {
    guard !path.steps.isEmpty, fill != nil || stroke != nil else { return }
    let start = Int32(steps.count)
    steps += path.steps
    shapes.append(Shape(steps: start..<Int32(steps.count), fill: fill, stroke: stroke))
  }
}
