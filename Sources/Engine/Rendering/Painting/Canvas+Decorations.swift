import CCairo
import Geometry
import Layout
import Styles

extension Canvas {
  /// Draws a line under, over or through text (CSS Text Decoration 3, 2.2).
  func paint(_ decoration: DecorationPaint) {
    let rect = decoration.rect
    guard decoration.color.alpha > 0, rect.size.width > 0, rect.size.height > 0 else { return }
    switch decoration.style {
    case .solid: fill(rect, with: decoration.color)
    case .double:
      // Two lines with a gap as wide as each, the first where the single one would be.
      fill(rect, with: decoration.color)
      var second = rect
      second.origin.y += 2 * rect.size.height
      fill(second, with: decoration.color)
    case .dotted:
      stroke(decoration, dashes: [0, 2 * rect.size.height], cap: CAIRO_LINE_CAP_ROUND) { addLine(rect, $0) }
    case .dashed:
      let dashes = [3 * rect.size.height, 2 * rect.size.height]
      stroke(decoration, dashes: dashes, cap: CAIRO_LINE_CAP_BUTT) { addLine(rect, $0) }
    case .wavy: stroke(decoration, dashes: [], cap: CAIRO_LINE_CAP_BUTT) { addWave(rect, $0) }
    }
  }

  private func stroke(
    _ decoration: DecorationPaint,
    dashes: [Double],
    cap: cairo_line_cap_t,
    path: (OpaquePointer) -> Void
  ) {
    surface.withContext { context in
      cairo_save(context)
      setSource(decoration.color, of: context)
      cairo_set_line_width(context, decoration.rect.size.height)
      cairo_set_line_cap(context, cap)
      cairo_set_dash(context, dashes, Int32(dashes.count), 0)
      path(context)
      cairo_stroke(context)
      cairo_restore(context)
    }
  }
}

private func addLine(_ rect: Rect, _ context: OpaquePointer) {
  let y = rect.top + rect.size.height / 2
  cairo_move_to(context, rect.left, y)
  cairo_line_to(context, rect.right, y)
}

/// Half waves of two thicknesses up and down, each a cubic curve; they end with the text.
private func addWave(_ rect: Rect, _ context: OpaquePointer) {
  let thickness = rect.size.height
  let y = rect.top + thickness / 2
  // A hair-thin line under a wide text must not become a million waves.
  let half = max(3 * thickness, rect.size.width / 2000)
  var x = rect.left
  var isUp = true
  cairo_rectangle(context, rect.left, y - 3 * thickness, rect.size.width, 6 * thickness)
  cairo_clip(context)
  cairo_move_to(context, x, y)
  while x < rect.right {
    let height = (isUp ? -2 : 2) * thickness
    cairo_curve_to(context, x + half / 2, y + height, x + half / 2, y + height, x + half, y)
    x += half
    isUp.toggle()
  }
}
