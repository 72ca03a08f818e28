import Geometry
import Styles

extension LayoutSession {
  /// Lays out a box as wide as its content wants and its containing block allows (CSS 2.2, 10.3.5): floats, inline-blocks.
  mutating func layOutShrinkToFit(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    guard tree[box].kind == .block || tree[box].kind == .flex else { return layOut(box, in: space, from: token) }
    let style = style(box)
    let edges = BoxEdges(of: style, available: space.available)
    let height = contentHeight(of: style, edges: edges, availableHeight: space.availableHeight)
    let width = shrinkToFitWidth(of: box, edges: edges, available: space.available, height: height)
    var measure = BlockMeasure(edges: edges, width: width)
    settleHeight(of: &measure, style: style, availableHeight: space.availableHeight)
    if token != nil { dropStart(of: &measure.edges, clones: style.clonesDecoration) }
    return layOutBlock(box, measure: measure, in: space, from: token)
  }

  /// The content width that `width` asks for, or a height with a ratio, else that of the content within what is available.
  mutating func shrinkToFitWidth(of box: Int32, edges: BoxEdges, available: Double, height: Double? = nil) -> Double {
    let style = style(box)
    let room = max(0, available - edges.margin.horizontal - edges.horizontal)
    var width = contentWidth(of: box, style: style, edges: edges, available: available)
    if width == nil, let height { width = ratioWidth(of: box, style: style, edges: edges, height: height) }
    if width == nil {
      let widths = intrinsicWidths(of: box)
      width = min(max(widths.min, room), widths.max)
    }
    return clampWidth(width ?? 0, of: box, style: style, edges: edges, available: available)
  }
}
