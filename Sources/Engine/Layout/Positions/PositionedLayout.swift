import Geometry
import Styles

/// The used values of one axis of a positioned box (CSS 2.2, 10.3.7, 10.6.4).
private struct Axis {
  /// Insets and margins as specified; `nil` is `auto`.
  var start: Double?
  var end: Double?
  var marginStart: Double?
  var marginEnd: Double?
  /// Border and padding.
  var edges: Double
  /// Size of the containing block.
  var room: Double
  /// Whether the size asked for is that of the content, which insets do not stretch.
  var isIntrinsic = false

  /// The content size between two insets that are given.
  var stretched: Double? {
    guard let start, let end, !isIntrinsic else { return nil }
    return max(0, room - start - end - (marginStart ?? 0) - (marginEnd ?? 0) - edges)
  }

  /// The room for content where it is as large as it wants to be, from its static position on where it has no insets.
  func available(toSide: Double) -> Double {
    let free = max(0, room - (start ?? 0) - (end ?? 0) - (marginStart ?? 0) - (marginEnd ?? 0) - edges)
    return start == nil && end == nil ? free - max(0, toSide) : free
  }

  /// The place of the border edge and the used margins, once the content size is known; `fallback` is the static position.
  func place(content: Double, fallback: Double, mayCenter: Bool) -> (position: Double, start: Double, end: Double) {
    let rest = room - content - edges
    guard let start, let end else {
      let (before, after) = (marginStart ?? 0, marginEnd ?? 0)
      if let start { return (start + before, before, after) }
      if let end { return (rest - end - after, before, after) }
      return (fallback + before, before, after)
    }
    let free = rest - start - end
    switch (marginStart, marginEnd) {
    case (nil, nil):
      // Margins of equal size; where that is negative, the box starts at its inset (CSS 2.2, 10.3.7).
      let half = mayCenter && free < 0 ? 0 : free / 2
      return (start + half, half, free - half)
    case (nil, let after?): return (start + free - after, free - after, after)
    case (let before?, nil): return (start + before, before, free - before)
    // Over-constrained: the end inset is ignored.
    case (let before?, let after?): return (start + before, before, after)
    }
  }
}

extension LayoutSession {
  /// Lays out an absolutely positioned box in one piece.
  ///
  /// - Parameters:
  ///   - box: the box.
  ///   - block: what its insets refer to.
  ///   - staticPosition: where it would stand in the flow, in the page area.
  ///   - alignment: how it would stand there.
  /// - Returns: its fragment; the offset is in the page area.
  mutating func layOutPositioned(
    _ box: Int32,
    in block: PositioningBlock,
    staticPosition: Point,
    alignment: StaticAlignment = StaticAlignment()
  ) -> FragmentNode {
    let outer = (fragmentainer, floats)
    fragmentainer = FragmentainerProgress()
    floats = FloatContext()
    defer { (fragmentainer, floats) = outer }
    let style = style(box)
    let size = block.rect.size
    let edges = BoxEdges(of: style, available: size.width)
    let (inset, margin) = (style.inset, style.margin)
    var horizontal = axis((inset.left, inset.right), (margin.left, margin.right), room: size.width, width: size.width)
    var vertical = axis((inset.top, inset.bottom), (margin.top, margin.bottom), room: size.height, width: size.width)
    horizontal.edges = edges.horizontal
    vertical.edges = edges.vertical
    vertical.isIntrinsic = style.height.isIntrinsic
    var toSide = staticPosition.x - block.rect.left
    // A box that is not aligned at the start may be as wide as the block around: it grows to both sides.
    let reach = alignment.x > 0 ? 0 : toSide
    var fragment = layOutContent(of: box, edges: edges, horizontal, vertical, toSide: reach, size: size)
    let shift = alignment.offset(
      of: Size(
        width: fragment.size.width + (horizontal.marginStart ?? 0) + (horizontal.marginEnd ?? 0),
        height: fragment.size.height + (vertical.marginStart ?? 0) + (vertical.marginEnd ?? 0)
      )
    )
    toSide += shift.x
    let x = horizontal.place(
      content: fragment.size.width - fragment.border.horizontal - fragment.padding.horizontal,
      fallback: toSide,
      mayCenter: true
    )
    let y = vertical.place(
      content: fragment.size.height - fragment.border.vertical - fragment.padding.vertical,
      fallback: staticPosition.y + shift.y - block.rect.top,
      mayCenter: false
    )
    fragment.margin = Edges(top: y.start, right: x.end, bottom: y.end, left: x.start)
    fragment.offset = Point(x: block.rect.left + x.position, y: block.rect.top + y.position)
    return fragment
  }

  /// The box at its used size; its place is not settled.
  private mutating func layOutContent(
    of box: Int32,
    edges: BoxEdges,
    _ horizontal: Axis,
    _ vertical: Axis,
    toSide: Double,
    size: Size
  ) -> FragmentNode {
    var space = ConstraintSpace(available: size.width)
    space.availableHeight = size.height
    guard tree[box].kind == .block || tree[box].kind == .flex else {
      // A table is as wide as its columns ask for, also between two insets.
      if tree[box].kind == .tableWrapper { space.widestBox = horizontal.available(toSide: toSide) + edges.horizontal }
      return layOutShrinkToFit(box, in: space, from: nil).fragment
    }
    let style = style(box)
    var width = contentWidth(of: box, style: style, edges: edges, available: size.width)
    if width == nil { width = horizontal.stretched }
    var height = contentHeight(of: style, edges: edges, availableHeight: size.height)
    if height == nil, let stretched = vertical.stretched {
      height = clampHeight(stretched, style: style, edges: edges, availableHeight: size.height)
    }
    if width == nil, let height { width = ratioWidth(of: box, style: style, edges: edges, height: height) }
    if width == nil {
      let widths = intrinsicWidths(of: box)
      width = min(max(widths.min, horizontal.available(toSide: toSide)), widths.max)
    }
    let used = clampWidth(width ?? 0, of: box, style: style, edges: edges, available: size.width)
    var measure = BlockMeasure(edges: edges, width: used, height: height)
    if height == nil { settleHeight(of: &measure, style: style, availableHeight: size.height) }
    return layOutBlock(box, measure: measure, in: space, from: nil).fragment
  }

  /// The specified values of one axis; margins in percent refer to the width of the containing block on both.
  private func axis(_ inset: (Margin, Margin), _ margin: (Margin, Margin), room: Double, width: Double) -> Axis {
    func used(_ value: Margin, of reference: Double) -> Double? {
      guard case .length(let length) = value else { return nil }
      return length.used(of: reference)
    }
    return Axis(
      start: used(inset.0, of: room),
      end: used(inset.1, of: room),
      marginStart: used(margin.0, of: width),
      marginEnd: used(margin.1, of: width),
      edges: 0,
      room: room
    )
  }
}
