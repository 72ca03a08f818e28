import Geometry
import Styles

extension LayoutSession {
  /// The cross sizes of items and lines before items stretch (CSS Flexbox 1, 9.4, steps 7 to 9).
  mutating func measureCrossSizes(of plan: inout FlexPlan) {
    for index in plan.items.indices { measureCross(of: &plan.items[index], in: plan.container) }
    for index in plan.lines.indices { measureLine(index, of: &plan) }
    settleCross(of: &plan)
  }

  /// Lays out an item as long as it is, and as thick as its content or its own size makes it.
  private mutating func measureCross(of item: inout FlexItem, in container: FlexContainer) {
    let style = style(item.box)
    item.isStretched = isStretchedAcross(item, style: style, in: container)
    let axis = container.axis
    var size = settledSize(of: item, style: style, in: container)
    if !axis.isRow {
      item.cross = columnItemWidth(of: item, style: style, in: container)
      size.width = item.cross + item.edges.horizontal
    }
    item.settled = size
    item.fragment = flexPiece(item.box, size, in: container)
    if axis.isRow { item.cross = max(0, item.fragment.size.height - item.edges.vertical) }
    item.baselines = flexBaselines(of: item.fragment)
  }

  /// The border box of an item whose main size is known, its cross size if it is used.
  private func settledSize(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> SettledSize {
    if container.axis.isRow { return SettledSize(width: item.main + item.edges.horizontal) }
    // The main size of an item is definite where the container's is, or where it cannot flex (9.8); an item that asks for a
    // height has a definite one in any case (CSS 2.2, 10.5), and percentages refer to what becomes of it.
    let isInflexible = item.grow == 0 && item.shrink == 0
    func isLength(_ extent: Extent) -> Bool {
      length(extent, of: container.definiteHeight, edges: 0, style: style) != nil
    }
    var hasDefiniteBasis = isLength(style.height)
    if case .extent(let basis) = style.flex.basis, basis != .auto, isInflexible { hasDefiniteBasis = isLength(basis) }
    let isDefinite = container.definiteHeight != nil || hasDefiniteBasis
    let height = SettledSize.Height.fixed(item.main + item.edges.vertical, isDefinite: isDefinite)
    return SettledSize(width: item.cross + item.edges.horizontal, height: height)
  }

  /// Baselines of an item; where it has none, its border edges are taken for them (8.5).
  private func flexBaselines(of fragment: FragmentNode) -> Baselines {
    Baselines(
      first: fragment.kind == .replaced ? fragment.size.height : fragment.firstBaseline ?? fragment.size.height,
      last: fragment.kind == .replaced ? fragment.size.height : fragment.lastBaseline ?? fragment.size.height
    )
  }

  private func measureLine(_ index: Int, of plan: inout FlexPlan) {
    let container = plan.container
    if !container.axis.wraps, let cross = container.cross {
      plan.lines[index].cross = cross
      alignBaselines(of: index, in: &plan)
      return
    }
    let aligned = alignBaselines(of: index, in: &plan)
    var cross = aligned
    for item in plan.items[plan.lines[index].items] { cross = max(cross, item.outerCross(container.axis)) }
    plan.lines[index].cross = container.axis.wraps ? cross : container.clampCross(cross)
  }

  /// Finds the shared baselines of a line; gives the extent of the items that are aligned by them (9.4, step 8).
  @discardableResult
  private func alignBaselines(of index: Int, in plan: inout FlexPlan) -> Double {
    let axis = plan.container.axis
    guard axis.isRow else { return 0 }
    var (above, below) = (0.0, 0.0)
    var (aboveLast, belowLast) = (0.0, 0.0)
    var (hasFirst, hasLast) = (false, false)
    for item in plan.items[plan.lines[index].items] where !item.hasAutoCrossMargin(axis) {
      let outer = item.outerCross(axis)
      if item.alignment == .baseline {
        let start = item.baselineFromStart(axis, \.first)
        above = hasFirst ? max(above, start) : start
        below = hasFirst ? max(below, outer - start) : outer - start
        hasFirst = true
      } else if item.alignment == .lastBaseline {
        let start = item.baselineFromStart(axis, \.last)
        aboveLast = hasLast ? max(aboveLast, start) : start
        belowLast = hasLast ? max(belowLast, outer - start) : outer - start
        hasLast = true
      }
    }
    if hasFirst { plan.lines[index].firstBaseline = above }
    if hasLast { plan.lines[index].lastBaseline = belowLast }
    return max(hasFirst ? above + below : 0, hasLast ? aboveLast + belowLast : 0)
  }

  /// The container's cross size, and lines stretched to fill it (9.4, step 9; 9.6, step 15).
  private func settleCross(of plan: inout FlexPlan) {
    let container = plan.container
    let gaps = Double(max(0, plan.lines.count - 1)) * container.crossGap
    let sum = plan.lines.reduce(gaps) { $0 + $1.cross }
    plan.cross = container.cross ?? container.clampCross(sum)
    let free = plan.cross - sum
    let alignment = container.alignment.alignContent
    guard container.axis.wraps, free > 0, alignment == .normal || alignment == .stretch else { return }
    for index in plan.lines.indices { plan.lines[index].cross += free / Double(plan.lines.count) }
  }

  /// Makes lines as thick as collapsed items had them (9.4, step 10).
  func applyStruts(to plan: inout FlexPlan) {
    let container = plan.container
    for index in plan.lines.indices { plan.lines[index].cross = max(plan.lines[index].cross, plan.lines[index].strut) }
    guard container.cross == nil else { return }
    let gaps = Double(max(0, plan.lines.count - 1)) * container.crossGap
    plan.cross = container.clampCross(plan.lines.reduce(gaps) { $0 + $1.cross })
  }

  /// The used cross size of items, laid out anew where they stretch (9.4, step 11).
  mutating func stretchFlexItems(of plan: inout FlexPlan) {
    let container = plan.container
    for line in plan.lines {
      for index in line.items {
        var item = plan.items[index]
        let measured = item.settled
        if item.isStretched { stretch(&item, to: line.cross, in: container) }
        let sizes = measured == item.settled ? [measured] : [measured, item.settled]
        reportFlexPiece(item.box, sizes, in: container)
        plan.items[index] = item
      }
    }
  }

  private mutating func stretch(_ item: inout FlexItem, to line: Double, in container: FlexContainer) {
    let axis = container.axis
    let style = style(item.box)
    let cross = max(0, line - item.crossEdges(axis) - axis.cross(item.edges.margin))
    if axis.isRow {
      item.cross = clampHeight(
        cross,
        style: style,
        edges: item.edges,
        availableHeight: container.definiteHeight
      )
    } else {
      item.cross = clampWidth(cross, of: item.box, style: style, edges: item.edges, available: container.width)
    }
    item.cross = bounded(item.cross)
    if axis.isRow {
      item.settled.height = .fixed(item.cross + item.edges.vertical, isDefinite: true)
    } else {
      item.settled.width = item.cross + item.edges.horizontal
    }
    item.fragment = flexPiece(item.box, item.settled, in: container)
    item.baselines = flexBaselines(of: item.fragment)
  }
}

extension FlexItem {
  /// Distance of a baseline from the margin edge at cross-start.
  func baselineFromStart(_ axis: FlexAxis, _ which: KeyPath<Baselines, Double>) -> Double {
    let fromTop = edges.margin.top + (baselines?[keyPath: which] ?? cross + edges.vertical)
    return axis.isCrossReversed ? outerCross(axis) - fromTop : fromTop
  }
}
