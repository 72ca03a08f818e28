import Geometry
import Pictures
import Styles

/// Minima and maxima of a box's content size; the minima win.
struct SizeBounds {
  var minWidth = 0.0
  var maxWidth = Double.infinity
  var minHeight = 0.0
  var maxHeight = Double.infinity

  func clampWidth(_ width: Double) -> Double { max(minWidth, min(maxWidth, width)) }
  func clampHeight(_ height: Double) -> Double { max(minHeight, min(maxHeight, height)) }
}

/// The used content size of a replaced element (CSS 2.2, 10.3.2, 10.4, 10.6.2, 10.7; CSS Sizing 4, 4.1).
///
/// - Parameters:
///   - width: what `width` asks for; `nil` for `auto`.
///   - height: what `height` asks for; `nil` for `auto`, and for percentages of a height that is `auto`.
///   - natural: the picture's own dimensions, the ratio that holds for it among them.
///   - bounds: minima and maxima.
///   - room: the width of a picture that has a ratio and nothing else; 300 px where it may not depend on the container.
/// - Returns: the used size of the content box.
func replacedSize(width: Double?, height: Double?, natural: NaturalSize, bounds: SizeBounds, room: Double? = nil)
  -> Size
{
  switch (width, height) {
  case (let width?, let height?):
    return Size(width: bounds.clampWidth(width), height: bounds.clampHeight(height))
  case (let width?, nil):
    let used = bounds.clampWidth(width)
    return Size(width: used, height: bounds.clampHeight(natural.ratio.map { used / $0 } ?? natural.height ?? 112.5))
  case (nil, let height?):
    let used = bounds.clampHeight(height)
    return Size(width: bounds.clampWidth(natural.ratio.map { used * $0 } ?? natural.width ?? 225), height: used)
  case (nil, nil): return automaticSize(natural: natural, bounds: bounds, room: room ?? 225)
  }
}

/// Both sides `auto`: without dimensions of its own, a picture is 300 px by 150 px, or what its ratio makes of the room.
private func automaticSize(natural: NaturalSize, bounds: SizeBounds, room: Double) -> Size {
  guard let ratio = natural.ratio else {
    return Size(
      width: bounds.clampWidth(natural.width ?? 225),
      height: bounds.clampHeight(natural.height ?? 112.5)
    )
  }
  let width = natural.width ?? natural.height.map { $0 * ratio } ?? room
  return constrained(Size(width: width, height: width / ratio), bounds: bounds)
}

/// The table of constraint violations (CSS 2.2, 10.4): the ratio is kept as far as the bounds let it.
func constrained(_ size: Size, bounds: SizeBounds) -> Size {
  let (w, h) = (size.width, size.height)
  guard w > 0, h > 0 else { return Size(width: bounds.clampWidth(w), height: bounds.clampHeight(h)) }
  let maxWidth = max(bounds.minWidth, bounds.maxWidth)
  let maxHeight = max(bounds.minHeight, bounds.maxHeight)
  let (minWidth, minHeight) = (bounds.minWidth, bounds.minHeight)
  switch (w > maxWidth, w < minWidth, h > maxHeight, h < minHeight) {
  case (true, _, true, _) where maxWidth / w <= maxHeight / h:
    return Size(width: maxWidth, height: max(minHeight, maxWidth * h / w))
  case (true, _, true, _): return Size(width: max(minWidth, maxHeight * w / h), height: maxHeight)
  case (_, true, _, true) where minWidth / w <= minHeight / h:
    return Size(width: min(maxWidth, minHeight * w / h), height: minHeight)
  case (_, true, _, true): return Size(width: minWidth, height: min(maxHeight, minWidth * h / w))
  case (_, true, true, _): return Size(width: minWidth, height: maxHeight)
  case (true, _, _, true): return Size(width: maxWidth, height: minHeight)
  case (true, _, _, _): return Size(width: maxWidth, height: max(maxWidth * h / w, minHeight))
  case (_, true, _, _): return Size(width: minWidth, height: min(minWidth * h / w, maxHeight))
  case (_, _, true, _): return Size(width: max(maxHeight * w / h, minWidth), height: maxHeight)
  case (_, _, _, true): return Size(width: min(minHeight * w / h, maxWidth), height: minHeight)
  default: return size
  }
}
