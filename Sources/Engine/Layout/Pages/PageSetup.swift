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
    edges.margin.top = vertical.margin.top
    edges.margin.bottom = vertical.margin.bottom
    margin = edges.margin
    area = Rect(
      x: margin.left + edges.left,
      y: margin.top + edges.top,
      width: style.size.width - margin.horizontal - edges.horizontal,
      height: style.size.height - margin.vertical - edges.vertical
    )
  }
}
