import Geometry
import Layout

/// Paints a page without tags, for pixels and SVG: boxes, then text and pictures, in the order of fragments; pages with
/// effects in their ``PaintOrder``.
struct PagePainter {
  let canvas: Canvas
  let page: Page

  /// Paints everything.
  func paint() throws(RenderingError) {
    guard page.effects.isEmpty else {
      try paintGround()
      for step in PaintOrder(of: page).steps { try paint(step) }
      return
    }
    try paintBoxes()
    for fragment in page.fragments {
      try paintContent(of: fragment)
    }
    paintStrikes()
  }

  /// Paints backgrounds, borders, collapsed borders and the bars of decorations.
  func paintBoxes() throws(RenderingError) {
    try paintGround()
    // Collapsed borders lie over the cells' backgrounds: each table's are painted when its last fragment has been.
    var waiting: [(end: Int32, rules: Range<Int32>)] = []
    for (index, fragment) in page.fragments.enumerated() {
      while let last = waiting.last, last.end <= index { try paint(waiting.removeLast().rules) }
      if fragment.paint >= 0, !fragment.isHidden { try canvas.paint(page.boxPaints[Int(fragment.paint)], of: page) }
      if !fragment.rules.isEmpty { waiting.append((fragment.end, fragment.rules)) }
    }
    while let last = waiting.popLast() { try paint(last.rules) }
    guard !page.decorations.isEmpty else { return }
    for fragment in page.fragments { paintDecorations(of: fragment, overText: false) }
  }

  /// Paints the lines through all texts.
  func paintStrikes() {
    guard holdsStrikes else { return }
    for fragment in page.fragments { paintDecorations(of: fragment, overText: true) }
  }

  /// Whether `paintStrikes` would paint anything.
  var holdsStrikes: Bool { page.holdsStrikes }

  /// Paints the canvas and the page's border.
  func paintGround() throws(RenderingError) {
    if page.paint >= 0 { try canvas.paint(page.boxPaints[Int(page.paint)], of: page) }
    try paint(page.rules)
  }

  /// Paints one step of a page with effects.
  func paint(_ step: PaintStep) throws(RenderingError) {
    switch step {
    case .box(let index):
      let paint = page.fragments[index].paint
      if paint >= 0 { try canvas.paint(page.boxPaints[Int(paint)], of: page) }
    case .rules(let index): try paint(page.fragments[index].rules)
    case .decorations(let index): paintDecorations(of: page.fragments[index], overText: false)
    case .strikes(let index): paintDecorations(of: page.fragments[index], overText: true)
    case .content(let index): try paintContent(of: page.fragments[index])
    case .outline(let index):
      if let effect = page.effect(of: index) { try canvas.paint(page.boxPaints[Int(effect.outline)], of: page) }
    case .begin(let index):
      guard let effect = page.effect(of: index) else { return }
      canvas.begin(transform: effect.transform, opacity: effect.opacity)
    case .end(let index): canvas.end(opacity: page.effect(of: index)?.opacity ?? 1)
    case .beginClip(let index): canvas.beginClip(page.effect(of: index)?.clip)
    case .endClip: canvas.endClip()
    }
  }

  private func paintDecorations(of fragment: Fragment, overText: Bool) {
    guard fragment.kind == .text, fragment.contentPaint >= 0, !fragment.isHidden else { return }
    for index in page.texts[Int(fragment.contentPaint)].decorations
    where page.decorations[Int(index)].isOverText == overText {
      canvas.paint(page.decorations[Int(index)])
    }
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
    guard !fragment.isHidden else { return }
    if fragment.drawing >= 0 { try canvas.paint(page.drawings[Int(fragment.drawing)], of: page) }
    guard fragment.contentPaint >= 0 else { return }
    switch fragment.kind {
    case .text: try canvas.show(page.texts[Int(fragment.contentPaint)], of: page)
    case .replaced: try canvas.draw(page.images[Int(fragment.contentPaint)])
    default: break
    }
  }
}

extension Page {
  /// The effect of a fragment.
  func effect(of index: Int) -> FragmentEffect? {
    let effect = fragments[index].effect
    return effect >= 0 ? effects[Int(effect)] : nil
  }
}

extension Page {
  /// Whether lines go through any of the page's letters.
  var holdsStrikes: Bool { decorations.contains(where: \.isOverText) }
}
