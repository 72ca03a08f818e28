import Geometry
import Layout

/// Paints a page without tags, for pixels and SVG: boxes, then text and pictures, in the order of fragments.
struct PagePainter {
  let canvas: Canvas
  let page: Page

  /// Paints everything.
  func paint() throws(RenderingError) {
    try paintBoxes()
    for fragment in page.fragments {
      try paintContent(of: fragment)
    }
  }

  /// Paints backgrounds, borders, collapsed borders and the bars of decorations.
  func paintBoxes() throws(RenderingError) {
    if page.paint >= 0 { try canvas.paint(page.boxPaints[Int(page.paint)], of: page) }
    try paint(page.rules)
    // Collapsed borders lie over the cells' backgrounds: each table's are painted when its last fragment has been.
    var waiting: [(end: Int32, rules: Range<Int32>)] = []
    for (index, fragment) in page.fragments.enumerated() {
      while let last = waiting.last, last.end <= index { try paint(waiting.removeLast().rules) }
      if fragment.paint >= 0 { try canvas.paint(page.boxPaints[Int(fragment.paint)], of: page) }
      if !fragment.rules.isEmpty { waiting.append((fragment.end, fragment.rules)) }
    }
    while let last = waiting.popLast() { try paint(last.rules) }
    for decoration in page.decorations { canvas.paint(decoration) }
  }

  /// Whether `paintBoxes` would paint anything.
  var hasBoxes: Bool {
    !page.boxPaints.isEmpty || !page.decorations.isEmpty
  }

  private func paint(_ rules: Range<Int32>) throws(RenderingError) {
    for rule in rules { try canvas.paint(page.boxPaints[Int(rule)], of: page) }
  }

  /// Paints the text or the picture of one fragment.
  func paintContent(of fragment: Fragment) throws(RenderingError) {
    if fragment.drawing >= 0 { try canvas.paint(page.drawings[Int(fragment.drawing)], of: page) }
    guard fragment.contentPaint >= 0 else { return }
    switch fragment.kind {
    case .text: try canvas.show(page.texts[Int(fragment.contentPaint)], of: page)
    case .replaced: try canvas.draw(page.images[Int(fragment.contentPaint)])
    default: break
    }
  }
}
