import Geometry
import Pictures
import Styles

/// Where the copies of a background image stand.
struct TilePlacement: Equatable {
  /// One copy.
  var tile: Rect
  /// Distance from one copy to the next; 0 along an axis on which there is but one.
  var period: Size
}

/// Places a background image (CSS Backgrounds 3, 2.4 to 2.9).
///
/// - Parameters:
///   - layer: size, position and repetition.
///   - area: the positioning area on the page.
///   - natural: the image's own dimensions; none for a gradient.
/// - Returns: `nil` where the image has no extent.
func placeBackground(_ layer: BackgroundLayer, in area: Rect, natural: NaturalSize) -> TilePlacement? {
  var size = backgroundSize(layer.size, area: area.size, natural: natural)
  guard size.width > 0, size.height > 0, area.size.width >= 0, area.size.height >= 0 else { return nil }
  let isRoundX = layer.tiling.x == .round
  let isRoundY = layer.tiling.y == .round
  let before = size
  if isRoundX, area.size.width > 0 { size.width = rounded(size.width, into: area.size.width) }
  if isRoundY, area.size.height > 0 { size.height = rounded(size.height, into: area.size.height) }
  // Where only one axis is rounded and the other is auto, the image keeps its ratio (2.9, step 4).
  if case .size(let width, let height) = layer.size {
    if isRoundX, !isRoundY, height == nil { size.height = before.height * size.width / before.width }
    if isRoundY, !isRoundX, width == nil { size.width = before.width * size.height / before.height }
  }
  let x = placeAxis(layer.tiling.x, tile: size.width, area: area.size.width, at: layer.position.x)
  let y = placeAxis(layer.tiling.y, tile: size.height, area: area.size.height, at: layer.position.y)
  return TilePlacement(
    tile: Rect(x: area.left + x.start, y: area.top + y.start, width: size.width, height: size.height),
    period: Size(width: x.period, height: y.period)
  )
}

private func placeAxis(_ tiling: BackgroundRepeat.Axis, tile: Double, area: Double, at position: LengthPercentage)
  -> (start: Double, period: Double)
{
  let start = position.used(of: area - tile)
  switch tiling {
  case .noRepeat: return (start, 0)
  case .repeat, .round: return (start, tile)
  case .space:
    // Copies that do not fit are left out, and those that do take the room between them.
    let count = ((area + 1e-6) / tile).rounded(.down)
    guard count >= 2 else { return (start, 0) }
    return (0, tile + (area - count * tile) / (count - 1))
  }
}

/// The length nearest to `tile` that fits a whole number of times.
private func rounded(_ tile: Double, into area: Double) -> Double {
  area / max(1, (area / tile).rounded())
}

/// The size of one copy before it is rounded (CSS Backgrounds 3, 2.9; CSS Images 3, 4.3).
func backgroundSize(_ size: BackgroundSize, area: Size, natural: NaturalSize) -> Size {
  switch size {
  case .cover, .contain:
    guard let ratio = natural.ratio else { return area }
    return fitted(ratio: ratio, into: area, covers: size == .cover)
  case .size(let width, let height):
    return concreteSize(
      width: width.map { max(0, $0.used(of: area.width)) },
      height: height.map { max(0, $0.used(of: area.height)) },
      natural: natural,
      area: area
    )
  }
}

/// The default sizing algorithm (CSS Images 3, 4.3.1): what is asked for, the natural dimensions, else the area.
func concreteSize(width: Double?, height: Double?, natural: NaturalSize, area: Size) -> Size {
  switch (width, height) {
  case (let width?, let height?): return Size(width: width, height: height)
  case (let width?, nil):
    return Size(width: width, height: natural.ratio.map { width / $0 } ?? natural.height ?? area.height)
  case (nil, let height?):
    return Size(width: natural.ratio.map { height * $0 } ?? natural.width ?? area.width, height: height)
  case (nil, nil):
    if natural.width != nil || natural.height != nil {
      return concreteSize(width: natural.width, height: natural.height, natural: natural, area: area)
    }
    return natural.ratio.map { fitted(ratio: $0, into: area, covers: false) } ?? area
  }
}

/// The largest size of a ratio inside an area, or the smallest that covers it.
func fitted(ratio: Double, into area: Size, covers: Bool) -> Size {
  let byWidth = Size(width: area.width, height: area.width / ratio)
  let byHeight = Size(width: area.height * ratio, height: area.height)
  return (byWidth.height <= area.height) != covers ? byWidth : byHeight
}

/// Where a picture is drawn inside its content box (CSS Images 3, 5.5, 5.6).
func objectRect(of natural: NaturalSize, in box: Rect, fit: ObjectFit, position: RelativePosition) -> Rect {
  let own = concreteSize(width: nil, height: nil, natural: natural, area: box.size)
  let size: Size
  switch fit {
  case .fill: size = box.size
  case .contain: size = natural.ratio.map { fitted(ratio: $0, into: box.size, covers: false) } ?? box.size
  case .cover: size = natural.ratio.map { fitted(ratio: $0, into: box.size, covers: true) } ?? box.size
  case .none: size = own
  case .scaleDown:
    let contained = natural.ratio.map { fitted(ratio: $0, into: box.size, covers: false) } ?? box.size
    size = own.width <= contained.width && own.height <= contained.height ? own : contained
  }
  return Rect(
    x: box.left + position.x.used(of: box.size.width - size.width),
    y: box.top + position.y.used(of: box.size.height - size.height),
    width: size.width,
    height: size.height
  )
}
