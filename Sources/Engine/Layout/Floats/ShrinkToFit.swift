import Geometry
import Styles

extension LayoutSession {
  /// Lays out a box as wide as its content wants and its containing block allows (CSS 2.2, 10.3.5): floats, inline-blocks.
  mutating func layOutShrinkToFit(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    guard tree[box].kind == .block || tree[box].kind == .flex else { return layOut(box, in: space, from: token) }
    let style = style(box)
    var edges = BoxEdges(of: style, available: space.available)
    let width = shrinkToFitWidth(of: box, edges: edges, available: space.available)
    let height = contentHeight(of: style, edges: edges, availableHeight: space.availableHeight)
    if token != nil { dropStart(of: &edges) }
    return layOutBlock(
      box,
      measure: BlockMeasure(edges: edges, width: width, height: height),
      in: space,
      from: token
    )
  }

  /// The content width that `width` asks for, else that of the content within what is available.
  mutating func shrinkToFitWidth(of box: Int32, edges: BoxEdges, available: Double) -> Double {
    let style = style(box)
    let room = max(0, available - edges.margin.horizontal - edges.horizontal)
    var width = contentWidth(of: box, style: style, edges: edges, available: available)
    if width == nil {
      let widths = intrinsicWidths(of: box)
      width = min(max(widths.min, room), widths.max)
    }
    return clampWidth(width ?? 0, of: box, style: style, edges: edges, available: available)
  }
}
