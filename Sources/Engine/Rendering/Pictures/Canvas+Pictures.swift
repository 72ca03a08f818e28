import CCairo
import Geometry
import Layout
import Pictures

extension Canvas {
  /// Draws a picture into its rectangle, clipped where it is larger than its box.
  func draw(_ image: ImagePaint) throws(RenderingError) {
    guard image.rect.size.width > 0, image.rect.size.height > 0 else { return }
    surface.withContext { context in
      cairo_save(context)
      if let clip = image.clip { clipTo(clip, of: context) }
    }
    defer { surface.withContext { cairo_restore($0) } }
    do throws(RenderingError) {
      if image.file.format == .svg { try drawVectors(of: image) } else { try drawPixels(of: image) }
    } catch {
      guard case .picture(let reason) = error else { throw error }
      throw .damagedPicture(number: image.number, reason: reason)
    }
  }

  private func drawVectors(of image: ImagePaint) throws(RenderingError) {
    let drawing = try pictures.drawing(image)
    let failure = surface.withContext { context -> RenderingError? in
      cairo_scale(context, 0.75, 0.75)
      do throws(RenderingError) {
        try drawing.draw(in: image.rect, on: context)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private func drawPixels(of image: ImagePaint) throws(RenderingError) {
    let picture = try pictures.picture(image)
    let isAgain = pictures.noteShown(image)
    surface.withContext { context in
      if isAgain { cairo_push_group(context) }
      cairo_translate(context, image.rect.left, image.rect.top)
      cairo_scale(context, image.rect.size.width, image.rect.size.height)
      var turn = image.file.orientation.matrix
      cairo_transform(context, &turn)
      cairo_scale(context, 1 / Double(picture.width), 1 / Double(picture.height))
      picture.withSurface { cairo_set_source_surface(context, $0, 0, 0) }
      setFilter(of: cairo_get_source(context), isPixelated: image.isPixelated)
      cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
      cairo_fill(context)
      if isAgain {
        cairo_pop_group_to_source(context)
        cairo_paint(context)
      }
    }
  }

  /// Smooth on pixels; in a PDF, where the reader scales, no /Interpolate: PDF/A forbids it.
  private func setFilter(of pattern: OpaquePointer?, isPixelated: Bool) {
    if pictures.kind == .pdf { return cairo_pattern_set_filter(pattern, CAIRO_FILTER_FAST) }
    if isPixelated { return cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST) }
    guard pictures.kind == .pixels else { return }
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
    // Edges are not to fade into what lies beside the picture.
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
  }
}

/// Keeps what is painted from now on inside a rectangle.
func clipTo(_ area: RoundedRect, of context: OpaquePointer) {
  addRounded(area, to: context)
  cairo_clip(context)
}

extension Orientation {
  /// Takes the unit square as stored to the unit square as looked at (EXIF 2.3, 4.6.4, tag 0x0112).
  fileprivate var matrix: cairo_matrix_t {
    switch self {
    case .upright: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: 1, x0: 0, y0: 0)
    case .mirrored: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: 1, x0: 1, y0: 0)
    case .upsideDown: cairo_matrix_t(xx: -1, yx: 0, xy: 0, yy: -1, x0: 1, y0: 1)
    case .flipped: cairo_matrix_t(xx: 1, yx: 0, xy: 0, yy: -1, x0: 0, y0: 1)
    case .transposed: cairo_matrix_t(xx: 0, yx: 1, xy: 1, yy: 0, x0: 0, y0: 0)
    case .turnedRight: cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: 1, y0: 0)
    case .transversed: cairo_matrix_t(xx: 0, yx: -1, xy: -1, yy: 0, x0: 1, y0: 1)
    case .turnedLeft: cairo_matrix_t(xx: 0, yx: -1, xy: 1, yy: 0, x0: 0, y0: 1)
    }
  }
}
