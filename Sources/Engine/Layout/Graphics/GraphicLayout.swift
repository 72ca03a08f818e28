import Diagnostics
import Fonts
import Geometry
import Graphics
import Styles
import Text

/// A drawing that was made for a size, kept while its page is tried again.
struct SizedDrawing {
  var size: Size
  var drawing: Drawing
}

extension LayoutSession {
  /// What a replaced box shows, drawn for the size of its content; `nil` where it is a picture.
  mutating func drawing(of box: Int32, size: Size) -> Drawing? {
    guard let graphic = tree.graphics[tree[box].node] else { return nil }
    if let known = drawings[box], known.size == size { return known.drawing }
    let style = graphicStyle(tree[box].style)
    let made = graphic.draw(size: size, style: style, shaper: shaper, diagnostics: &diagnostics)
    drawings[box] = SizedDrawing(size: size, drawing: made)
    return made
  }

  private mutating func graphicStyle(_ index: Int32) -> GraphicStyle {
    let metrics = metrics(ofStyle: index)
    var text = styles.textStyles[Int(styles.text(index))]
    text.wraps = true
    text.preservesSpaces = false
    return GraphicStyle(
      text: text,
      ascent: metrics.face.ascent,
      descent: metrics.face.descent,
      capHeight: metrics.face.capHeight,
      color: styles[index].color
    )
  }
}

extension LayoutSession {
  /// Content widths of a picture, a chart or a code.
  mutating func replacedWidths(of box: Int32) -> IntrinsicWidths {
    guard let graphic = tree.graphics[tree[box].node] else { return pictureWidths(of: box) }
    let style = graphicStyle(tree[box].style)
    return IntrinsicWidths(min: graphic.minimalWidth(style: style), max: graphic.preferredWidth(style: style))
  }

  /// The used size (CSS 2.2, 10.3.2 and 10.6.2): a chart with axes has no width of its own, and takes what there is.
  mutating func graphicSize(
    of graphic: Graphic,
    box: Int32,
    edges: BoxEdges,
    in space: ConstraintSpace
  ) -> Size {
    let style = style(box)
    let drawn = graphicStyle(tree[box].style)
    let height = contentHeight(of: style, edges: edges, availableHeight: space.availableHeight)
    var width = contentWidth(of: box, style: style, edges: edges, available: space.available)
    if width == nil, let height { width = graphic.width(forHeight: height) }
    let room = max(0, space.available - edges.margin.horizontal - edges.horizontal)
    let preferred = graphic.fillsItsLine ? room : min(graphic.preferredWidth(style: drawn), room)
    let used = clampWidth(width ?? preferred, of: box, style: style, edges: edges, available: space.available)
    let natural = graphic.naturalHeight(width: used, style: drawn, shaper: shaper)
    return Size(
      width: used,
      height: clampHeight(height ?? natural, style: style, edges: edges, availableHeight: space.availableHeight)
    )
  }

  /// The height that a chart or a code takes at a width that its parent has settled.
  mutating func graphicHeight(of graphic: Graphic, box: Int32, width: Double) -> Double {
    graphic.naturalHeight(width: width, style: graphicStyle(tree[box].style), shaper: shaper)
  }
}
