import CCairo
import Geometry
import Glibc
import Layout

extension Canvas {
  /// Paints one shadow: nothing of it shows inside the box that throws it, or outside where it is inset.
  func paint(_ shadow: ShadowPaint) {
    guard shadow.color.alpha > 0 else { return }
    surface.withContext { context in
      cairo_save(context)
      if shadow.isInset {
        clipTo(shadow.box, of: context)
      } else {
        clipOutside(shadow.box, reach: shadow.reach, of: context)
      }
      setSource(shadow.color, of: context)
      if shadow.blur == 0 {
        fillSharp(shadow, of: context)
      } else if let mask = BlurMask(shadow) {
        mask.paint(on: context)
      }
      cairo_restore(context)
    }
  }

  private func clipOutside(_ box: RoundedRect, reach: Rect, of context: OpaquePointer) {
    addRectangle(reach, to: context)
    addRounded(box, to: context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_clip(context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
  }

  private func fillSharp(_ shadow: ShadowPaint, of context: OpaquePointer) {
    if shadow.isInset { addRectangle(shadow.reach, to: context) }
    addRounded(shadow.shape, to: context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_fill(context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
  }
}

extension ShadowPaint {
  /// A rectangle that holds the shadow and its box with room to spare.
  fileprivate var reach: Rect {
    let room = blur + 1
    let left = min(shape.rect.left, box.rect.left) - room
    let top = min(shape.rect.top, box.rect.top) - room
    let right = max(shape.rect.right, box.rect.right) + room
    let bottom = max(shape.rect.bottom, box.rect.bottom) + room
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// A blurred shadow as a mask of opacities: Cairo has no blur of its own.
///
/// Three box blurs come near to the Gaussian curve that the specification asks for (CSS Backgrounds 3, 6.1.1).
private struct BlurMask {
  private let area: Rect
  private let scale: Double
  private let mask: OpaquePointer

  init?(_ shadow: ShadowPaint) {
    area = shadow.reach
    // Enough for a smooth curve, and never more than two million cells.
    let largest = max(area.size.width, area.size.height)
    scale = min(2, 1400 / max(1, largest), max(0.5, 12 / shadow.blur))
    let width = Int((area.size.width * scale).rounded(.up))
    let height = Int((area.size.height * scale).rounded(.up))
    guard width > 0, height > 0, let mask = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS, let context = cairo_create(mask)
    else { return nil }
    self.mask = mask
    cairo_scale(context, scale, scale)
    cairo_translate(context, -area.left, -area.top)
    cairo_set_source_rgba(context, 0, 0, 0, 1)
    if shadow.isInset { addRectangle(area, to: context) }
    addRounded(shadow.shape, to: context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_fill(context)
    cairo_destroy(context)
    cairo_surface_flush(mask)
    guard let cells = cairo_image_surface_get_data(mask) else { return }
    let stride = Int(cairo_image_surface_get_stride(mask))
    // Three boxes of width d have the variance 3 (d² - 1) / 12: that of the deviation blur / 2.
    let deviation = shadow.blur / 2 * scale
    let box = max(1, Int((4 * deviation * deviation + 1).squareRoot().rounded()) | 1)
    let edge: UInt8 = shadow.isInset ? 255 : 0
    for _ in 0..<3 {
      for row in 0..<height { blur(cells + row * stride, count: width, step: 1, box: box, edge: edge) }
      for column in 0..<width { blur(cells + column, count: height, step: stride, box: box, edge: edge) }
    }
    cairo_surface_mark_dirty(mask)
  }

  /// Masks the context's source, and lets the mask go.
  func paint(on context: OpaquePointer) {
    let pattern = cairo_pattern_create_for_surface(mask)
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, scale, scale)
    cairo_matrix_translate(&matrix, -area.left, -area.top)
    cairo_pattern_set_matrix(pattern, &matrix)
    // No /Interpolate in a PDF: PDF/A forbids it.
    let isImage = cairo_surface_get_type(cairo_get_group_target(context)) == CAIRO_SURFACE_TYPE_IMAGE
    cairo_pattern_set_filter(pattern, isImage ? CAIRO_FILTER_GOOD : CAIRO_FILTER_FAST)
    cairo_mask(context, pattern)
    cairo_pattern_destroy(pattern)
    cairo_surface_destroy(mask)
  }
}

/// Replaces each cell of a row or column by the mean of the `box` cells around it.
private func blur(_ cells: UnsafeMutablePointer<UInt8>, count: Int, step: Int, box: Int, edge: UInt8) {
  let half = box / 2
  var source = [UInt8](repeating: edge, count: count + 2 * half)
  for index in 0..<count { source[index + half] = cells[index * step] }
  var sum = 0
  for index in 0..<min(box, source.count) { sum += Int(source[index]) }
  for index in 0..<count {
    cells[index * step] = UInt8((sum + half) / box)
    if index + 1 < count { sum += Int(source[index + box]) - Int(source[index]) }
  }
}
