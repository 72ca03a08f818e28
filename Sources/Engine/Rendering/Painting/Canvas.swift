import CCairo
import Fonts
import Geometry
import Layout
import Styles
import Text

/// Draws on one surface: boxes, borders, bars, glyphs, pictures.
///
/// Knows nothing of tags or pages.
///
/// Not Sendable: holds the surface's context for one render.
struct Canvas {
  let surface: Surface
  let faces: FaceCache
  let pictures: PictureCache

  init(surface: Surface, faces: FaceCache, pictures: PictureCache) {
    self.surface = surface
    self.faces = faces
    self.pictures = pictures
    surface.withContext { context in
      let options = cairo_font_options_create()
      // Glyphs stand where layout put them: no hinting of shapes or advances.
      cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
      cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
      cairo_set_font_options(context, options)
      cairo_font_options_destroy(options)
    }
  }

  /// Fills a rectangle.
  func fill(_ rect: Rect, with color: Color) {
    guard color.alpha > 0, rect.size.width > 0, rect.size.height > 0 else { return }
    surface.withContext { context in
      setSource(color, of: context)
      addFilled(rect, to: context)
      cairo_fill(context)
    }
  }

  /// Draws glyphs in one call, with the text that they show.
  func show(_ text: TextPaint, of page: Page) throws(RenderingError) {
    let face = try faces.face(text.face)
    surface.withContext { context in
      guard isScalable(text.size, in: context) else { return }
      setFont(text, face, of: context)
      setSource(text.color, of: context)
      let range = Int(text.glyphs.lowerBound)..<Int(text.glyphs.upperBound)
      let glyphs = page.placed.glyphs[range].map { cairo_glyph_t(index: UInt($0.glyphID), x: $0.x, y: $0.y) }
      let clusterRange = Int(text.clusters.lowerBound)..<Int(text.clusters.upperBound)
      let clusters = page.placed.clusters[clusterRange].map {
        cairo_text_cluster_t(num_bytes: $0.bytes, num_glyphs: $0.glyphs)
      }
      page.placed.utf8[Int(text.utf8.lowerBound)..<Int(text.utf8.upperBound)].withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        cairo_show_text_glyphs(
          context,
          start,
          Int32(bytes.count),
          glyphs,
          Int32(glyphs.count),
          clusters,
          Int32(clusters.count),
          cairo_text_cluster_flags_t(rawValue: 0)
        )
      }
      if text.synthesis.isBold { thicken(glyphs, size: text.size, of: context) }
    }
  }
}

/// Sets the face, its size, and its slant where that is made.
private func setFont(_ text: TextPaint, _ face: OpaquePointer, of context: OpaquePointer) {
  cairo_set_font_face(context, face)
  guard text.synthesis.isOblique else { return cairo_set_font_size(context, text.size) }
  var matrix = cairo_matrix_t()
  // y points down: what stands above the baseline moves to the right.
  cairo_matrix_init(&matrix, text.size, 0, -text.size * FaceSynthesis.slope, text.size, 0, 0)
  cairo_set_font_matrix(context, &matrix)
}

/// Draws the outlines of glyphs that have been filled: a path, so that the text is found once in a PDF.
private func thicken(_ glyphs: [cairo_glyph_t], size: Double, of context: OpaquePointer) {
  cairo_save(context)
  cairo_new_path(context)
  cairo_glyph_path(context, glyphs, Int32(glyphs.count))
  cairo_set_dash(context, nil, 0, 0)
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
  cairo_set_line_width(context, size * FaceSynthesis.emboldening)
  cairo_stroke(context)
  cairo_restore(context)
}

/// Whether FreeType can scale a face so far: 65,535 units to the em are its limit, and no page shows such a letter.
private func isScalable(_ size: Double, in context: OpaquePointer) -> Bool {
  var (width, height) = (size, size)
  cairo_user_to_device_distance(context, &width, &height)
  return size > 1e-6 && abs(width) < 60_000 && abs(height) < 60_000
}

/// Sets the colour of the next drawing.
func setSource(_ color: Color, of context: OpaquePointer) {
  if color.alpha == 1 {
    cairo_set_source_rgb(context, color.red, color.green, color.blue)
  } else {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }
}

/// Adds an upright rectangle to the path.
func addRectangle(_ rect: Rect, to context: OpaquePointer) {
  cairo_rectangle(context, rect.left, rect.top, rect.size.width, rect.size.height)
}

/// Adds an upright rectangle that is to be filled to the path.
///
/// Cairo 1.16 forgets all that came before one opaque rectangle over a whole page, the tags of a PDF with it: there it is two
/// halves.
func addFilled(_ rect: Rect, to context: OpaquePointer) {
  guard cairo_surface_get_type(cairo_get_target(context)) == CAIRO_SURFACE_TYPE_PDF, coversAll(rect, of: context) else {
    return addRectangle(rect, to: context)
  }
  let half = rect.size.width / 2
  addRectangle(Rect(x: rect.left, y: rect.top, width: half, height: rect.size.height), to: context)
  addRectangle(Rect(x: rect.left + half, y: rect.top, width: half, height: rect.size.height), to: context)
}

/// Whether nothing outside a rectangle can be painted on.
private func coversAll(_ rect: Rect, of context: OpaquePointer) -> Bool {
  var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
  cairo_clip_extents(context, &left, &top, &right, &bottom)
  return rect.left <= left && rect.top <= top && rect.right >= right && rect.bottom >= bottom
}

/// Adds a rectangle with elliptic corners, clockwise.
func addRounded(_ area: RoundedRect, to context: OpaquePointer) {
  guard area.isRounded else { return addRectangle(area.rect, to: context) }
  let rect = area.rect
  let corners = area.scaledRadii
  cairo_new_sub_path(context)
  addCorner(x: rect.left, y: rect.top, corners.top, from: .pi, signs: (1, 1), to: context)
  addCorner(x: rect.right, y: rect.top, corners.right, from: 1.5 * .pi, signs: (-1, 1), to: context)
  addCorner(x: rect.right, y: rect.bottom, corners.bottom, from: 0, signs: (-1, -1), to: context)
  addCorner(x: rect.left, y: rect.bottom, corners.left, from: 0.5 * .pi, signs: (1, -1), to: context)
  cairo_close_path(context)
}

private func addCorner(
  x: Double,
  y: Double,
  _ radius: Size,
  from angle: Double,
  signs: (Double, Double),
  to context: OpaquePointer
) {
  // A scale by less cannot be inverted.
  guard min(radius.width, radius.height) > 1e-6 else { return cairo_line_to(context, x, y) }
  cairo_save(context)
  cairo_translate(context, x + signs.0 * radius.width, y + signs.1 * radius.height)
  cairo_scale(context, radius.width, radius.height)
  cairo_arc(context, 0, 0, 1, angle, angle + .pi / 2)
  cairo_restore(context)
}
