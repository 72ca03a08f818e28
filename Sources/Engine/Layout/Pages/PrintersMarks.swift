import Geometry
import Styles

/// Crop and registration marks (CSS Paged Media 3, 7.2): outside of the bleed, so that no ink is left after cutting.
extension Page {
  /// How far the sheet goes beyond the page box on each side: the bleed, and the room of the marks.
  public var outset: Double { bleed + (marks.isEmpty ? 0 : markDistance + markLength) }

  /// The bars of all marks, in the coordinates of the page box.
  var printersMarks: [Rect] {
    guard !marks.isEmpty else { return [] }
    var result: [Rect] = []
    if marks.contains(.crop) { addCropMarks(to: &result) }
    if marks.contains(.cross) { addCrosses(to: &result) }
    return result
  }

  /// Eight lines that go on from the page's edges.
  private func addCropMarks(to bars: inout [Rect]) {
    let near = bleed + markDistance
    for y in [0, size.height] {
      for x in [-near - markLength, size.width + near] {
        bars.append(Rect(x: x, y: y - markWidth / 2, width: markLength, height: markWidth))
      }
    }
    for x in [0, size.width] {
      for y in [-near - markLength, size.height + near] {
        bars.append(Rect(x: x - markWidth / 2, y: y, width: markWidth, height: markLength))
      }
    }
  }

  /// A cross at the middle of each side.
  private func addCrosses(to bars: inout [Rect]) {
    let far = bleed + markDistance + markLength / 2
    let middle = Point(x: size.width / 2, y: size.height / 2)
    let centers = [
      Point(x: middle.x, y: -far), Point(x: size.width + far, y: middle.y), Point(x: middle.x, y: size.height + far),
      Point(x: -far, y: middle.y),
    ]
    for center in centers {
      let half = markLength / 2
      bars.append(Rect(x: center.x - half, y: center.y - markWidth / 2, width: markLength, height: markWidth))
      bars.append(Rect(x: center.x - markWidth / 2, y: center.y - half, width: markWidth, height: markLength))
    }
  }
}

/// Between the bleed and a mark.
private let markDistance = 3.0
private let markLength = 15.0
/// A hairline that every device shows.
private let markWidth = 0.25
