import Geometry
import Styles

extension LayoutSession {
  /// Min-content and max-content widths of a flex container's content (CSS Flexbox 1, 9.9).
  ///
  /// Differs: 9.9.1 looks for the least width at which every item can flex to its contribution. That keeps a container
  /// with one long and one short item from ever shrinking, and no browser does it: contributions are summed.
  mutating func flexIntrinsicWidths(of box: Int32) -> IntrinsicWidths {
    let container = FlexContainer(
      of: box,
      style: style(box),
      measure: BlockMeasure(edges: BoxEdges(), width: 0)
    )
    let items = collectFlexItems(of: container).filter { !$0.isCollapsed }
    var widths = IntrinsicWidths()
    guard container.axis.isRow else {
      for item in items { widths.formUnion(contribution(of: item.box)) }
      guard container.axis.wraps, let height = columnHeight(of: box) else { return widths }
      return IntrinsicWidths(
        min: columnLinesWidth(of: box, available: widths.min, height: height),
        max: columnLinesWidth(of: box, available: widths.max, height: height)
      )
    }
    let gaps = Double(max(0, items.count - 1)) * container.mainGap
    widths.max = gaps
    widths.min = container.axis.wraps ? 0 : gaps
    for item in items {
      let own = flexContribution(of: item)
      widths.max += own.max
      // Lines of one item each are the narrowest.
      widths.min = container.axis.wraps ? max(widths.min, own.min) : widths.min + own.min
    }
    return widths
  }

  /// The content height at which the items of a column container break into lines, where it has one.
  private func columnHeight(of box: Int32) -> (height: Double?, most: Double)? {
    let style = style(box)
    let edges = BoxEdges(of: style, available: 0)
    let height = contentHeight(of: style, edges: edges, availableHeight: nil)
    let most = heightBounds(of: style, edges: edges, availableHeight: nil).most
    return height == nil && most == .infinity ? nil : (height, most)
  }

  /// The width of all lines of a column container whose items have `available` points across each (9.9.2).
  private mutating func columnLinesWidth(
    of box: Int32,
    available: Double,
    height: (height: Double?, most: Double)
  ) -> Double {
    var measure = BlockMeasure(edges: BoxEdges(), width: available, height: height.height)
    measure.bounds = HeightBounds(least: 0, most: height.most)
    let container = FlexContainer(of: box, style: style(box), measure: measure)
    let plan = settledPlan(of: container)
    let gaps = Double(max(0, plan.lines.count - 1)) * container.crossGap
    return plan.lines.reduce(gaps) { sum, line in
      sum + plan.items[line.items].reduce(0) { max($0, $1.outerCross(container.axis)) }
    }
  }

  /// An item's outer contributions, within what it can flex to (9.9.3).
  private mutating func flexContribution(of item: FlexItem) -> IntrinsicWidths {
    let style = style(item.box)
    let outer = item.edges.horizontal + item.edges.margin.horizontal
    var widths = contribution(of: item.box)
    let base = (flexBasis(of: item, style: style) ?? contentWidths(of: item).max) + outer
    if item.grow == 0 {
      widths.min = min(widths.min, base)
      widths.max = min(widths.max, base)
    }
    if item.shrink == 0 {
      widths.min = max(widths.min, base)
      widths.max = max(widths.max, base)
    }
    let least = leastContribution(of: item, style: style) + outer
    let most = (length(style.maxWidth, of: nil, edges: item.edges.horizontal, style: style) ?? .infinity) + outer
    widths.min = max(least, min(widths.min, most))
    widths.max = max(least, min(widths.max, most))
    return widths
  }

  /// The `min-width` of an item while the container's width is not known: that of its content for `auto` (4.5).
  private mutating func leastContribution(of item: FlexItem, style: ComputedStyle) -> Double {
    let content = contentWidths(of: item)
    func asked(by extent: Extent) -> Double? {
      content.asked(by: extent, length: length(extent, of: nil, edges: item.edges.horizontal, style: style))?.min
    }
    guard style.minWidth == .auto else { return asked(by: style.minWidth) ?? 0 }
    guard !style.overflowX.isScrollable, !style.overflowY.isScrollable else { return 0 }
    let least = tree[item.box].kind == .replaced ? content.max : content.min
    return min(least, asked(by: style.width) ?? .infinity, asked(by: style.maxWidth) ?? .infinity)
  }

  /// The definite flex basis of an item of a row whose own width is not known.
  private func flexBasis(of item: FlexItem, style: ComputedStyle) -> Double? {
    guard case .extent(let basis) = style.flex.basis else { return nil }
    return length(basis == .auto ? style.width : basis, of: nil, edges: item.edges.horizontal, style: style)
  }
}
