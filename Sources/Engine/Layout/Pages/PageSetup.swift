import Geometry
import Styles

/// The page that comes next: its style and the room that it gives.
struct PageSetup {
  var context: PageContext
  var style: PageStyle
  var margin: Edges
  var edges: BoxEdges
  /// The page area: where content is laid out.
  var area: Rect

  init(context: PageContext, style: PageStyle) {
    self.context = context
    self.style = style
    // Vertical percentages refer to the page's height (CSS Paged Media 3, 6.1).
    edges = BoxEdges(of: style.box, available: style.size.width)
    let vertical = BoxEdges(of: style.box, available: style.size.height)
    let box = style.box
    let across = PageAxis(
      page: style.size.width,
      edges: edges.horizontal,
      margins: (edges.margin.left, edges.margin.right),
      areAuto: (box.margin.left == .auto, box.margin.right == .auto)
    ).settled(box.width, least: box.minWidth, most: box.maxWidth, sizesBorderBox: box.sizesBorderBox)
    let down = PageAxis(
      page: style.size.height,
      edges: edges.vertical,
      margins: (vertical.margin.top, vertical.margin.bottom),
      areAuto: (box.margin.top == .auto, box.margin.bottom == .auto)
    ).settled(box.height, least: box.minHeight, most: box.maxHeight, sizesBorderBox: box.sizesBorderBox)
    edges.margin = Edges(top: down.start, right: across.end, bottom: down.end, left: across.start)
    margin = edges.margin
    area = Rect(
      x: margin.left + edges.left,
      y: margin.top + edges.top,
      width: across.size,
      height: down.size
    )
  }
}

/// One axis of a page box: the page area and its margins fill the page (CSS Paged Media 3, 6.2; CSS 2.2, 10.3.3).
private struct PageAxis {
  /// The page's size.
  var page: Double
  /// Border and padding.
  var edges: Double
  var margins: (start: Double, end: Double)
  var areAuto: (start: Bool, end: Bool)

  /// The size of the page area and the used margins.
  func settled(_ extent: Extent, least: Extent, most: Extent, sizesBorderBox: Bool)
    -> (size: Double, start: Double, end: Double)
  {
    func length(_ extent: Extent) -> Double? {
      guard case .length(let length) = extent else { return nil }
      return max(0, length.used(of: page) - (sizesBorderBox ? edges : 0))
    }
    let filling = page - edges - margins.start - margins.end
    var size = length(extent)
    if let most = length(most), size ?? filling > most { size = most }
    if let least = length(least), size ?? filling < least { size = least }
    guard let size else { return (filling, margins.start, margins.end) }
    let rest = page - edges - size
    switch areAuto {
    case (true, true): return (size, rest / 2, rest / 2)
    case (true, false): return (size, rest - margins.end, margins.end)
    // Over-constrained, the margin at the end gives way.
    case (false, _): return (size, margins.start, rest - margins.start)
    }
  }
}
