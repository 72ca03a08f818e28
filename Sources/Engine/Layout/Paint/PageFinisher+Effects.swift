import Geometry
import Markup
import Styles

extension PageFinisher {
  /// The index of a fragment's effect, or -1 where it is painted plainly in its turn.
  mutating func effect(of node: FragmentNode, at corner: Point) -> Int32 {
    // A table's wrapper takes what the table says; text and lines have no boxes of their own.
    guard isBox(node.kind), node.kind != .table, !node.isAnonymous else { return -1 }
    let style = styles[node.style]
    guard style.hasEffects || node.clipsContent else { return -1 }
    let box = Rect(x: corner.x, y: corner.y, width: node.size.width, height: node.size.height)
    var effect = FragmentEffect()
    effect.opacity = style.opacity
    if node.kind != .inline { effect.transform = transform(of: style, box: box) }
    effect.clip = clip(of: node, style: style, box: box)
    effect.outline = outline(of: style, box: box, radii: radii(of: node, style: style, box: box.size))
    settleLayer(of: &effect, node: node, style: style)
    guard effect != FragmentEffect() else { return -1 }
    page.effects.append(effect)
    return Int32(page.effects.count - 1)
  }

  /// What makes a stacking context: CSS Positioned Layout 3, 3.1; CSS Color 4, 4.3; CSS Transforms 1, 3; Flexbox 1, 5.4.
  private func settleLayer(of effect: inout FragmentEffect, node: FragmentNode, style: ComputedStyle) {
    let isPositioned = style.position == .relative || style.position.isAbsolute
    let takesIndex = isPositioned || isFlexItem(node)
    if takesIndex, let index = style.zIndex {
      effect.layer = .context
      effect.zIndex = index
    } else if style.position == .fixed || effect.opacity < 1 || effect.transform != nil {
      effect.layer = .context
    } else if isPositioned {
      effect.layer = .positioned
    } else if style.float == .left || style.float == .right, node.marginBox == nil {
      effect.layer = .float
    }
  }

  private func isFlexItem(_ node: FragmentNode) -> Bool {
    guard node.node >= 0, node.pseudo == nil else { return false }
    let parent = document.tree.nodes[Int(node.node)].parent
    guard parent >= 0 else { return false }
    let display = styles[document.styleIndices[Int(parent)]].display
    return display == .flex || display == .inlineFlex
  }

  /// The functions of `transform` around their origin, in the page's coordinates (CSS Transforms 1, 4).
  private func transform(of style: ComputedStyle, box: Rect) -> Transform? {
    guard !style.transform.isEmpty else { return nil }
    let origin = Point(
      x: box.left + style.transformOrigin.x.used(of: box.size.width),
      y: box.top + style.transformOrigin.y.used(of: box.size.height)
    )
    var result = Transform.translation(x: origin.x, y: origin.y)
    for function in style.transform { result = result.applied(after: matrix(of: function, box: box.size)) }
    return result.applied(after: .translation(x: -origin.x, y: -origin.y))
  }

  private func matrix(of function: TransformFunction, box: Size) -> Transform {
    switch function {
    case .translate(let x, let y): return .translation(x: x.used(of: box.width), y: y.used(of: box.height))
    case .scale(let x, let y): return Transform(a: x, b: 0, c: 0, d: y, e: 0, f: 0)
    case .rotate(let degrees):
      let (sine, cosine) = (sine(radians(degrees)), cosine(radians(degrees)))
      return Transform(a: cosine, b: sine, c: -sine, d: cosine, e: 0, f: 0)
    case .skew(let x, let y):
      return Transform(a: 1, b: tangent(radians(y)), c: tangent(radians(x)), d: 1, e: 0, f: 0)
    case .matrix(let a, let b, let c, let d, let e, let f): return Transform(a: a, b: b, c: c, d: d, e: e, f: f)
    }
  }

  private func radians(_ degrees: Double) -> Double {
    degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
  }

  /// The padding box where `overflow` hides what reaches out of it (CSS Overflow 3, 3).
  private func clip(of node: FragmentNode, style: ComputedStyle, box: Rect) -> RoundedRect? {
    let clips = style.overflowX != .visible || style.overflowY != .visible
    guard node.clipsContent || clips && clipsOverflow(node) else { return nil }
    var area = RoundedRect(box, radii: radii(of: node, style: style, box: box.size)).inset(by: node.border)
    guard !node.clipsContent else { return area }
    // Only `clip` can stand beside `visible`: the other axis is open.
    let far = 1e5
    if style.overflowX == .visible {
      area = RoundedRect(Rect(x: -far, y: area.rect.top, width: 2 * far, height: area.rect.size.height))
    } else if style.overflowY == .visible {
      area = RoundedRect(Rect(x: area.rect.left, y: -far, width: area.rect.size.width, height: 2 * far))
    }
    return area
  }

  /// Whether `overflow` applies to a fragment's own box: the root's, or else the body's, is the page's, which shows all.
  private func clipsOverflow(_ node: FragmentNode) -> Bool {
    switch node.kind {
    case .inline, .row, .rowGroup, .tableWrapper, .replaced: return false
    default: break
    }
    guard node.node >= 0, node.pseudo == nil else { return true }
    if node.node == 0 { return false }
    guard document.tree.nodes[Int(node.node)].kind == .body else { return true }
    let root = styles[document.styleIndices[0]]
    return root.overflowX != .visible || root.overflowY != .visible
  }

  /// The outline around the border box, as a box with borders alone (CSS UI 4, 3).
  private mutating func outline(of style: ComputedStyle, box: Rect, radii: Sides<Size>) -> Int32 {
    let width = style.outline.width
    guard width > 0, style.outline.style != .none, style.visibility == .visible else { return -1 }
    // An offset never makes the outline smaller than nothing.
    let least = -min(box.size.width, box.size.height) / 2
    let distance = width + max(style.outline.offset, least)
    let outer = RoundedRect(box, radii: radii).grown(by: distance)
    var paint = BoxPaint(box: outer.rect, background: .transparent)
    paint.radii = outer.radii
    paint.widths = Edges(all: width)
    paint.styles = Sides(all: style.outline.style)
    paint.colors = Sides(all: style.outline.color ?? style.color)
    page.boxPaints.append(paint)
    return Int32(page.boxPaints.count - 1)
  }
}

extension ComputedStyle {
  /// Whether any property asks for an effect.
  fileprivate var hasEffects: Bool {
    position != .static || float != .none || zIndex != nil || opacity < 1 || !transform.isEmpty
      || overflowX != .visible || overflowY != .visible || outline.width > 0
  }
}
