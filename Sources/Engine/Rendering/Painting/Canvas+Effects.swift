import CCairo
import Geometry
import Layout

extension Canvas {
  /// Begins a group that is moved by a transform and shown with an opacity.
  func begin(transform: Transform?, opacity: Double) {
    surface.withContext { context in
      cairo_save(context)
      if let transform { apply(transform, to: context) }
      if opacity < 1 { cairo_push_group(context) }
    }
  }

  /// Ends what `begin` began.
  func end(opacity: Double) {
    surface.withContext { context in
      if opacity < 1 {
        cairo_pop_group_to_source(context)
        cairo_paint_with_alpha(context, max(0, opacity))
      }
      cairo_restore(context)
    }
  }

  /// Keeps what comes inside an area.
  func beginClip(_ area: RoundedRect?) {
    surface.withContext { context in
      cairo_save(context)
      if let area { clipTo(area, of: context) }
    }
  }

  /// Ends what `beginClip` began.
  func endClip() {
    surface.withContext { cairo_restore($0) }
  }

  private func apply(_ transform: Transform, to context: OpaquePointer) {
    guard transform.isInvertible else {
      // Flattened to a line, or beyond all bounds: nothing of it is seen.
      cairo_rectangle(context, 0, 0, 0, 0)
      cairo_clip(context)
      return
    }
    var matrix = cairo_matrix_t(
      xx: transform.a,
      yx: transform.b,
      xy: transform.c,
      yy: transform.d,
      x0: transform.e,
      y0: transform.f
    )
    cairo_transform(context, &matrix)
  }
}
