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
    let items = collectFlexItems(of: container)
    var widths = IntrinsicWidths()
    guard container.axis.isRow else {
      for item in items { widths.formUnion(contribution(of: item.box)) }
      return widths
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
    let least = (length(style.minWidth, of: nil, edges: item.edges.horizontal, style: style) ?? 0) + outer
    let most = (length(style.maxWidth, of: nil, edges: item.edges.horizontal, style: style) ?? .infinity) + outer
    widths.min = max(least, min(widths.min, most))
    widths.max = max(least, min(widths.max, most))
    return widths
  }

  /// The definite flex basis of an item of a row whose own width is not known.
  private func flexBasis(of item: FlexItem, style: ComputedStyle) -> Double? {
    guard case .extent(let basis) = style.flex.basis else { return nil }
    return length(basis == .auto ? style.width : basis, of: nil, edges: item.edges.horizontal, style: style)
  }
}
