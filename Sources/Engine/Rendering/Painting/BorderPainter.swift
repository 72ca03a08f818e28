import CCairo
import Geometry
import Layout
import Styles

/// Paints the borders of one box (CSS Backgrounds 3, 4).
struct BorderPainter {
  let box: BoxPaint
  let context: OpaquePointer

  func paint(hasRadii: Bool) {
    if isUniform {
      setSource(box.colors.top, of: context)
      addOuter(hasRadii: hasRadii)
      addInner(hasRadii: hasRadii)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_fill(context)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      return
    }
    if hasRadii, isUniformlyMarked { return strokeRing(box.styles.top, color: box.colors.top, width: box.widths.top) }
    for side in Side.allCases where box.widths[side] > 0 { paint(side, hasRadii: hasRadii) }
  }

  /// Whether one ring in one colour is all there is to paint.
  private var isUniform: Bool {
    let colors = box.colors
    return box.styles == Sides(all: .solid) && colors == Sides(all: colors.top) && box.widths.top > 0
      && box.widths.right > 0 && box.widths.bottom > 0 && box.widths.left > 0
  }

  /// Whether round dots or dashes of one kind run around the box.
  private var isUniformlyMarked: Bool {
    (box.styles == Sides(all: .dotted) || box.styles == Sides(all: .dashed))
      && box.colors == Sides(all: box.colors.top) && box.widths == Edges(all: box.widths.top)
  }

  private var inner: Rect {
    Rect(
      x: box.box.left + box.widths.left,
      y: box.box.top + box.widths.top,
      width: max(0, box.box.size.width - box.widths.horizontal),
      height: max(0, box.box.size.height - box.widths.vertical)
    )
  }

  private func addOuter(hasRadii: Bool) {
    addRounded(RoundedRect(box.box, radii: box.radii), to: context)
  }

  private func addInner(hasRadii: Bool) {
    addRounded(RoundedRect(box.box, radii: box.radii).inset(by: box.widths), to: context)
  }

  private func paint(_ side: Side, hasRadii: Bool) {
    let style = box.styles[side]
    guard style != .none, style != .hidden else { return }
    if style == .solid, !hasRadii, isAlone(side) {
      setSource(box.colors[side], of: context)
      addFilled(band(of: side, from: 0, to: 1), to: context)
      return cairo_fill(context)
    }
    cairo_save(context)
    if hasRadii {
      addOuter(hasRadii: true)
      addInner(hasRadii: true)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
      cairo_clip(context)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    }
    addTrapezoid(side)
    cairo_clip(context)
    fill(side, style: style, hasRadii: hasRadii)
    cairo_restore(context)
  }

  /// Whether no neighbour shares a corner with the side: a plain bar is enough.
  private func isAlone(_ side: Side) -> Bool {
    switch side {
    case .top, .bottom: box.widths.left == 0 && box.widths.right == 0
    case .left, .right: box.widths.top == 0 && box.widths.bottom == 0
    }
  }

  private func fill(_ side: Side, style: BorderStyle, hasRadii: Bool) {
    let color = box.colors[side]
    func fill(from start: Double, to end: Double, _ color: Color) {
      guard hasRadii else { return self.fill(band(of: side, from: start, to: end), color) }
      fillRing(from: start, to: end, color)
    }
    switch style {
    case .none, .hidden: break
    case .solid: fill(from: 0, to: 1, color)
    case .double:
      fill(from: 0, to: 1.0 / 3, color)
      fill(from: 2.0 / 3, to: 1, color)
    case .dotted, .dashed:
      if hasRadii { return strokeRing(style, color: color, width: box.widths[side]) }
      stroke(side, style: style, color: color)
    case .inset: fill(from: 0, to: 1, isLit(side) ? color.darkened : color)
    case .outset: fill(from: 0, to: 1, isLit(side) ? color : color.darkened)
    case .groove, .ridge:
      let outerIsDark = (style == .groove) == isLit(side)
      fill(from: 0, to: 0.5, outerIsDark ? color.darkened : color)
      fill(from: 0.5, to: 1, outerIsDark ? color : color.darkened)
    }
  }

  /// The border box moved inwards by a share of the border's widths.
  private func outline(at share: Double) -> RoundedRect {
    let widths = box.widths
    let edges = Edges(
      top: widths.top * share,
      right: widths.right * share,
      bottom: widths.bottom * share,
      left: widths.left * share
    )
    return RoundedRect(box.box, radii: box.radii).inset(by: edges)
  }

  /// The part of the ring between two shares of its widths, round at the corners; what is clipped to a side is seen.
  private func fillRing(from start: Double, to end: Double, _ color: Color) {
    setSource(color, of: context)
    addRounded(outline(at: start), to: context)
    addRounded(outline(at: end), to: context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD)
    cairo_fill(context)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
  }

  /// Dots and dashes along the middle of the ring, spaced evenly around it.
  private func strokeRing(_ style: BorderStyle, color: Color, width: Double) {
    let middle = outline(at: 0.5)
    let radii = middle.scaledRadii
    let corners = [radii.top, radii.right, radii.bottom, radii.left]
    // A quarter of an ellipse is about a quarter of the circle of its mean radius.
    let saved = corners.reduce(0) { $0 + ($1.width + $1.height) * (1 - .pi / 4) }
    let length = 2 * (middle.rect.size.width + middle.rect.size.height) - saved
    let mark = style == .dotted ? 0 : 3 * width
    let period = style == .dotted ? 2 * width : 6 * width
    guard length > 0, width > 0, length / period < 100_000 else { return }
    let step = length / max(1, (length / period).rounded())
    cairo_save(context)
    setSource(color, of: context)
    cairo_set_line_width(context, width)
    cairo_set_line_cap(context, style == .dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(context, [mark, max(0.01, step - mark)], 2, 0)
    addRounded(middle, to: context)
    cairo_stroke(context)
    cairo_restore(context)
  }

  private func isLit(_ side: Side) -> Bool { side == .top || side == .left }

  private func fill(_ rect: Rect, _ color: Color) {
    setSource(color, of: context)
    addFilled(rect, to: context)
    cairo_fill(context)
  }

  /// Dots and dashes along the middle of a side, spaced so that they fill its length evenly.
  private func stroke(_ side: Side, style: BorderStyle, color: Color) {
    let width = box.widths[side]
    let isHorizontal = side == .top || side == .bottom
    let length = isHorizontal ? box.box.size.width : box.box.size.height
    let mark = style == .dotted ? 0 : 3 * width
    let period = style == .dotted ? 2 * width : 6 * width
    let count = max(1, ((length - width) / period).rounded())
    let step = max(0.01, (length - (style == .dotted ? width : mark)) / count)
    setSource(color, of: context)
    cairo_set_line_width(context, width)
    cairo_set_line_cap(context, style == .dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    let pattern = [mark, max(0.01, step - mark)]
    cairo_set_dash(context, pattern, 2, 0)
    let middle = band(of: side, from: 0.5, to: 0.5)
    let inset = style == .dotted ? width / 2 : 0
    let start = (isHorizontal ? box.box.left : box.box.top) + inset
    let end = start - 2 * inset + length + 0.001
    guard let seen = seenPart(from: start, to: end, step: step, isHorizontal: isHorizontal) else { return }
    if isHorizontal {
      cairo_move_to(context, seen.lowerBound, middle.top)
      cairo_line_to(context, seen.upperBound, middle.top)
    } else {
      cairo_move_to(context, middle.left, seen.lowerBound)
      cairo_line_to(context, middle.left, seen.upperBound)
    }
    cairo_stroke(context)
    cairo_set_dash(context, nil, 0, 0)
  }

  /// The part of a row of marks that can be seen, whole steps from its start: Cairo would make the others one by one.
  private func seenPart(from start: Double, to end: Double, step: Double, isHorizontal: Bool) -> ClosedRange<Double>? {
    var (left, top, right, bottom) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &left, &top, &right, &bottom)
    let (low, high) = isHorizontal ? (left, right) : (top, bottom)
    let first = start < low ? start + max(0, ((low - start) / step).rounded(.down) - 1) * step : start
    let last = min(end, high + 2 * step)
    return first < last ? first...last : nil
  }

  /// A band of the side's thickness: 0 is its outer edge, 1 its inner edge.
  private func band(of side: Side, from start: Double, to end: Double) -> Rect {
    let rect = box.box
    let width = box.widths[side]
    let thickness = width * (end - start)
    switch side {
    case .top: return Rect(x: rect.left, y: rect.top + width * start, width: rect.size.width, height: thickness)
    case .bottom: return Rect(x: rect.left, y: rect.bottom - width * end, width: rect.size.width, height: thickness)
    case .left: return Rect(x: rect.left + width * start, y: rect.top, width: thickness, height: rect.size.height)
    case .right: return Rect(x: rect.right - width * end, y: rect.top, width: thickness, height: rect.size.height)
    }
  }

  /// The part of the ring that belongs to a side: corners are cut from outer to inner corner.
  private func addTrapezoid(_ side: Side) {
    let outer = box.box
    let inner = inner
    let points: [Point]
    switch side {
    case .top: points = [corner(outer, 0), corner(outer, 1), corner(inner, 1), corner(inner, 0)]
    case .right: points = [corner(outer, 1), corner(outer, 2), corner(inner, 2), corner(inner, 1)]
    case .bottom: points = [corner(outer, 2), corner(outer, 3), corner(inner, 3), corner(inner, 2)]
    case .left: points = [corner(outer, 3), corner(outer, 0), corner(inner, 0), corner(inner, 3)]
    }
    for point in points { cairo_line_to(context, point.x, point.y) }
    cairo_close_path(context)
  }

  /// Corners clockwise from the top left.
  private func corner(_ rect: Rect, _ index: Int) -> Point {
    Point(x: index == 0 || index == 3 ? rect.left : rect.right, y: index < 2 ? rect.top : rect.bottom)
  }
}

extension Color {
  /// The shaded side of a three-dimensional border: CSS leaves the amount open (CSS Backgrounds 3, 4.2).
  fileprivate var darkened: Color {
    Color(red: red / 2, green: green / 2, blue: blue / 2, alpha: alpha)
  }
}
