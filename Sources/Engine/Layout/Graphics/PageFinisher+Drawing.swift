import Geometry
import Graphics
import Text

extension Page {
  /// Adds a drawing with its left top corner at `place`.
  ///
  /// - Returns: its index in `drawings`.
  mutating func add(_ drawing: Drawing, at place: Point) -> Int32 {
    let (firstShape, firstStep) = (Int32(shapes.count), Int32(steps.count))
    let (firstText, firstGlyph) = (Int32(texts.count), Int32(placed.glyphs.count))
    let (firstCluster, firstByte) = (Int32(placed.clusters.count), Int32(placed.utf8.count))
    steps += drawing.steps.map { $0.moved(by: place) }
    for var shape in drawing.shapes {
      shape.steps = shape.steps.moved(by: firstStep)
      shapes.append(shape)
    }
    for var glyph in drawing.placed.glyphs {
      glyph.x += place.x
      glyph.y += place.y
      placed.glyphs.append(glyph)
    }
    placed.clusters += drawing.placed.clusters
    placed.utf8 += drawing.placed.utf8
    for text in drawing.texts {
      texts.append(
        TextPaint(
          face: text.face,
          size: text.size,
          color: text.color,
          glyphs: text.glyphs.moved(by: firstGlyph),
          clusters: text.clusters.moved(by: firstCluster),
          utf8: text.utf8.moved(by: firstByte),
          decorations: 0..<0
        )
      )
    }
    drawings.append(
      DrawingPaint(shapes: firstShape..<Int32(shapes.count), texts: firstText..<Int32(texts.count))
    )
    return Int32(drawings.count - 1)
  }
}

extension Range<Int32> {
  fileprivate func moved(by distance: Int32) -> Range<Int32> {
    lowerBound + distance..<upperBound + distance
  }
}

extension PathStep {
  fileprivate func moved(by place: Point) -> PathStep {
    func moved(_ point: Point) -> Point { Point(x: point.x + place.x, y: point.y + place.y) }
    return switch self {
    case .move(let point): .move(moved(point))
    case .line(let point): .line(moved(point))
    case .curve(let first, let second, let end): .curve(moved(first), moved(second), moved(end))
    case .close: .close
    }
  }
}
