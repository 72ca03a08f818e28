import Geometry
import Layout

/// What a tagged page with effects paints, in turn: steps of its ``PaintOrder`` with the groups and clips around each.
///
/// Cairo 1.16 writes the structure tree in the order of painting and opens no element twice. So content is painted in
/// reading order wherever that shows the same as the painting order, that is where nothing that changes places overlaps.
/// What lies over what comes later in the document is painted late, and elements whose content is painted in parts are
/// written in parts.
struct TagOrder {
  /// One thing to paint.
  struct Item {
    var step: PaintStep
    var fragment: Int
    /// Index into `scopes` of the innermost group or clip, or -1.
    var scope: Int
    /// Whether it is content of the structure, not decoration or furniture.
    var isContent: Bool
  }

  /// A group or a clip.
  struct Scope {
    var step: PaintStep
    var parent: Int
    var depth: Int
    /// Whether it or one around it has an opacity: the outermost such scope, or -1.
    var opacity: Int
  }

  private(set) var items: [Item] = []
  private(set) var scopes: [Scope] = []
  /// Whether content follows the reading order, so that every element is written once.
  private(set) var isLogical = true

  init(of page: Page, isContent: (Int) -> Bool) {
    collect(PaintOrder(of: page).steps, of: page, isContent: isContent)
    guard !isInReadingOrder(items) else { return }
    if let logical = logicalOrder(of: page) { items = logical }
    isLogical = isInReadingOrder(items)
  }

  private mutating func collect(_ steps: [PaintStep], of page: Page, isContent: (Int) -> Bool) {
    var scope = -1
    for step in steps {
      switch step {
      case .begin(let index), .beginClip(let index):
        let around = scope >= 0 ? scopes[scope] : nil
        var opacity = around?.opacity ?? -1
        if opacity < 0, case .begin = step, (page.effect(of: index)?.opacity ?? 1) < 1 { opacity = scopes.count }
        scopes.append(Scope(step: step, parent: scope, depth: (around?.depth ?? 0) + 1, opacity: opacity))
        scope = scopes.count - 1
      case .end, .endClip: scope = scope >= 0 ? scopes[scope].parent : -1
      case .box(let index), .rules(let index), .outline(let index):
        items.append(Item(step: step, fragment: index, scope: scope, isContent: false))
      case .decorations(let index), .strikes(let index):
        guard page.holdsDecorations(of: index, isOverText: step == .strikes(index)) else { continue }
        items.append(Item(step: step, fragment: index, scope: scope, isContent: false))
      case .content(let index):
        items.append(Item(step: step, fragment: index, scope: scope, isContent: isContent(index)))
      }
    }
  }

  private func isInReadingOrder(_ items: [Item]) -> Bool {
    var last = -1
    for item in items where item.isContent {
      if item.fragment < last { return false }
      last = item.fragment
    }
    return true
  }

  /// The items with content in reading order as far as that shows the same: before an item comes all that it may cover.
  ///
  /// `nil` where there is too much to compare.
  private func logicalOrder(of page: Page) -> [Item]? {
    let units = units(on: page)
    var isDone = Array(repeating: false, count: units.count)
    var result: [Item] = []
    result.reserveCapacity(items.count)
    func add(_ unit: Int) {
      isDone[unit] = true
      result += items[units[unit].items]
    }
    // Decoration before all content, most of the page's boxes: as one artifact.
    for unit in units.indices.prefix(while: { units[$0].content == nil }) { add(unit) }
    let contents = units.indices.filter { units[$0].content != nil }
      .sorted { (units[$0].content ?? 0, $0) < (units[$1].content ?? 0, $1) }
    var comparisons = 0
    for unit in contents where !isDone[unit] {
      var needed = [unit]
      for earlier in (0..<unit).reversed() where !isDone[earlier] {
        comparisons += needed.count
        if needed.contains(where: { units[$0].rect.overlaps(units[earlier].rect) }) { needed.append(earlier) }
      }
      guard comparisons < 4_000_000 else { return nil }
      for unit in needed.reversed() { add(unit) }
    }
    for unit in units.indices where !isDone[unit] { add(unit) }
    return result
  }

  /// Items that stay together: those of one opacity, else each alone.
  private struct Unit {
    var items: Range<Int>
    var rect: Rect
    /// The first fragment with content, in reading order.
    var content: Int?
  }

  private func units(on page: Page) -> [Unit] {
    var units: [Unit] = []
    var group = -1
    for (index, item) in items.enumerated() {
      let rect = page.seen(item.rect(on: page), of: item.fragment)
      let opacity = item.scope >= 0 ? scopes[item.scope].opacity : -1
      let content = item.isContent ? item.fragment : nil
      if opacity >= 0, opacity == group, let last = units.indices.last {
        units[last].items = units[last].items.lowerBound..<index + 1
        units[last].rect = units[last].rect.union(rect)
        units[last].content = [units[last].content, content].compactMap { $0 }.min()
      } else {
        units.append(Unit(items: index..<index + 1, rect: rect, content: content))
      }
      group = opacity
    }
    return units
  }
}

extension Page {
  /// Whether the text of a fragment has lines over it, or under it.
  fileprivate func holdsDecorations(of index: Int, isOverText: Bool) -> Bool {
    let text = fragments[index].contentPaint
    guard text >= 0 else { return false }
    return texts[Int(text)].decorations.contains { decorations[Int($0)].isOverText == isOverText }
  }
}

extension TagOrder.Item {
  fileprivate func rect(on page: Page) -> Rect {
    let fragment = page.fragments[fragment]
    switch step {
    case .box where fragment.paint >= 0: return page.boxPaints[Int(fragment.paint)].box
    case .outline: return fragment.effect >= 0 ? outlineRect(on: page, of: fragment) : fragment.borderBox
    default: return fragment.borderBox
    }
  }

  private func outlineRect(on page: Page, of fragment: Fragment) -> Rect {
    let outline = page.effects[Int(fragment.effect)].outline
    return outline >= 0 ? page.boxPaints[Int(outline)].box : fragment.borderBox
  }
}

extension Rect {
  fileprivate func union(_ other: Rect) -> Rect {
    let (left, top) = (min(left, other.left), min(top, other.top))
    return Rect(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  fileprivate func overlaps(_ other: Rect) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
