import CCairo
import Geometry
import Graphics
import Layout

/// Charts and codes: paths, filled with colours and patterns.
extension Canvas {
  /// Paints a drawing: its shapes, then its texts.
  func paint(_ drawing: DrawingPaint, of page: Page) throws(RenderingError) {
    for index in drawing.shapes { paint(page.shapes[Int(index)], of: page) }
    for index in drawing.texts { try show(page.texts[Int(index)], of: page) }
  }

  private func paint(_ shape: Shape, of page: Page) {
    let steps = page.steps[Int(shape.steps.lowerBound)..<Int(shape.steps.upperBound)]
    surface.withContext { context in
      if let fill = shape.fill {
        add(steps, to: context)
        setSource(fill.ground, of: context)
        cairo_fill(context)
        if fill.pattern != .solid {
          cairo_save(context)
          add(steps, to: context)
          cairo_clip(context)
          PatternPainter(context: context, fill: fill, bounds: bounds(of: steps)).paint()
          cairo_restore(context)
        }
      }
      if let stroke = shape.stroke {
        add(steps, to: context)
        draw(stroke, on: context)
      }
    }
  }

  private func draw(_ stroke: Stroke, on context: OpaquePointer) {
    cairo_save(context)
    setSource(stroke.color, of: context)
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_join(context, stroke.isRound ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_line_cap(context, stroke.isRound ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    if !stroke.dashes.isEmpty { cairo_set_dash(context, stroke.dashes, Int32(stroke.dashes.count), 0) }
    cairo_stroke(context)
    cairo_restore(context)
  }

  private func add(_ steps: ArraySlice<PathStep>, to context: OpaquePointer) {
    for step in steps {
      switch step {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let point): cairo_line_to(context, point.x, point.y)
      case .curve(let first, let second, let end):
        cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  /// A rectangle around all points, control points included.
  private func bounds(of steps: ArraySlice<PathStep>) -> Rect {
    var (left, top) = (Double.infinity, Double.infinity)
    var (right, bottom) = (-Double.infinity, -Double.infinity)
    func take(_ point: Point) {
      (left, right) = (min(left, point.x), max(right, point.x))
      (top, bottom) = (min(top, point.y), max(bottom, point.y))
    }
    for step in steps {
      switch step {
      case .move(let point), .line(let point): take(point)
      case .curve(let first, let second, let end):
        take(first)
        take(second)
        take(end)
      case .close: break
      }
    }
    guard left <= right else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

/// Draws a pattern over a rectangle; the context is clipped to the shape.
///
/// Lines and dots stand on a grid of the page, not of the shape, so that pieces side by side look alike.
private struct PatternPainter {
  let context: OpaquePointer
  let fill: Fill
  let bounds: Rect

  private let pitch = 3.6
  private let thickness = 0.8
  /// A shape larger than the page has its pattern where the page is.
  private let most = 4000.0

  func paint() {
    guard bounds.size.width > 0, bounds.size.height > 0 else { return }
    setSource(fill.ink, of: context)
    cairo_set_line_width(context, thickness)
    switch fill.pattern {
    case .solid: break
    case .hatch: slanted(-1)
    case .backhatch: slanted(1)
    case .crosshatch:
      slanted(-1)
      slanted(1)
    case .horizontal: level()
    case .vertical: upright()
    case .grid:
      level()
      upright()
    case .dots: dots()
    }
  }

  private func level() {
    for y in grid(bounds.top, bounds.bottom, by: pitch) {
      cairo_move_to(context, bounds.left, y)
      cairo_line_to(context, bounds.right, y)
    }
    cairo_stroke(context)
  }

  private func upright() {
    for x in grid(bounds.left, bounds.right, by: pitch) {
      cairo_move_to(context, x, bounds.top)
      cairo_line_to(context, x, bounds.bottom)
    }
    cairo_stroke(context)
  }

  /// Lines at 45 degrees: `slope` is 1 for falling and -1 for rising to the right.
  private func slanted(_ slope: Double) {
    let step = pitch * 1.4142135623730951
    let ends = [bounds.top - slope * bounds.left, bounds.top - slope * bounds.right]
    let start = min(ends[0], ends[1])
    for offset in grid(start, max(ends[0], ends[1]) + bounds.size.height, by: step) {
      cairo_move_to(context, bounds.left, offset + slope * bounds.left)
      cairo_line_to(context, bounds.right, offset + slope * bounds.right)
    }
    cairo_stroke(context)
  }

  private func dots() {
    var isOdd = false
    for y in grid(bounds.top - pitch, bounds.bottom + pitch, by: pitch * 0.8) {
      isOdd.toggle()
      for x in grid(bounds.left - pitch, bounds.right + pitch, by: pitch * 1.1) {
        cairo_new_sub_path(context)
        cairo_arc(context, x + (isOdd ? pitch * 0.55 : 0), y, thickness * 0.75, 0, 2 * .pi)
      }
    }
    cairo_fill(context)
  }

  /// Multiples of a distance between two places.
  private func grid(_ start: Double, _ end: Double, by step: Double) -> StrideTo<Double> {
    let first = (max(start, -most) / step).rounded(.up) * step
    return stride(from: first, to: min(end, most), by: step)
  }
}
