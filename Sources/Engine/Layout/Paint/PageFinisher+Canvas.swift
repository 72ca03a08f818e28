import Geometry
import Markup
import Styles

extension PageFinisher {
  /// Paints the canvas: the page's own background, and over it that of the root element or of its body (CSS Backgrounds 3,
  /// 2.11.2); then the page's border.
  ///
  /// `root` is the root element's border box on this page: what the images of its background are placed in.
  mutating func paintCanvas(_ style: PageStyle, root: Rect?) {
    let bleed = page.bleed
    let sheet = Rect(
      x: -bleed,
      y: -bleed,
      width: page.size.width + 2 * bleed,
      height: page.size.height + 2 * bleed
    )
    var paint = BoxPaint(box: sheet, background: .transparent)
    addBackground(of: style.box, edges: BoxEdges(), to: &paint)
    paint.colorArea = nil
    if let source = canvasSource {
      canvasNode = source
      let propagated = styles[document.styleIndices[Int(source)]]
      var canvas = BoxPaint(box: sheet, background: .transparent)
      addBackground(of: propagated, edges: BoxEdges(), to: &canvas, root: root ?? sheet)
      canvas.colorArea = nil
      append(under: paint, over: canvas)
    } else if style.box.hasBackground {
      append(under: paint, over: nil)
    }
    let first = Int32(page.boxPaints.count)
    addPageBorder(style)
    for mark in page.printersMarks { page.boxPaints.append(BoxPaint(box: mark, background: .black)) }
    page.rules = first..<Int32(page.boxPaints.count)
  }

  /// The element whose background the canvas takes.
  private var canvasSource: Int32? {
    guard let root = document.styleIndices.first else { return nil }
    if styles[root].hasBackground { return 0 }
    guard let body = document.tree.nodes.firstIndex(where: { $0.kind == .body }),
      styles[document.styleIndices[body]].hasBackground
    else { return nil }
    return Int32(body)
  }

  private mutating func append(under: BoxPaint, over: BoxPaint?) {
    guard var paint = over else {
      page.boxPaints.append(under)
      page.paint = Int32(page.boxPaints.count - 1)
      return
    }
    // One paint for the ground: what the page has itself goes under the propagated colour.
    let first = Int32(page.backgrounds.count)
    if under.background.alpha > 0 {
      page.backgrounds.append(
        BackgroundPaint(
          content: .color(under.background),
          area: RoundedRect(under.box),
          tile: under.box,
          period: .zero
        )
      )
    }
    for index in under.layers { page.backgrounds.append(page.backgrounds[Int(index)]) }
    paint.under = first..<Int32(page.backgrounds.count)
    page.boxPaints.append(paint)
    page.paint = Int32(page.boxPaints.count - 1)
  }

  private mutating func addPageBorder(_ style: PageStyle) {
    guard page.border != .zero else { return }
    let margin = page.margin
    var box = BoxPaint(
      box: Rect(
        x: margin.left,
        y: margin.top,
        width: page.size.width - margin.horizontal,
        height: page.size.height - margin.vertical
      ),
      background: .transparent
    )
    box.widths = page.border
    box.styles = style.box.borderStyle
    box.colors = style.box.borderColor
    page.boxPaints.append(box)
  }
}
