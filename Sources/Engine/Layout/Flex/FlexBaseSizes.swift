import Geometry
import Styles

extension LayoutSession {
  /// The flex base size and hypothetical main size of every item (CSS Flexbox 1, 9.2, step 3).
  mutating func measureBaseSizes(of plan: inout FlexPlan) {
    for index in plan.items.indices {
      var item = plan.items[index]
      let style = style(item.box)
      item.baseSize = bounded(baseSize(of: item, style: style, in: plan.container))
      setMainBounds(of: &item, style: style, in: plan.container)
      item.hypothetical = max(item.minMain, min(item.baseSize, item.maxMain))
      plan.items[index] = item
    }
  }

  private mutating func baseSize(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double {
    var extent = Extent.auto
    if case .extent(let basis) = style.flex.basis {
      extent = basis == .auto ? preferredMain(style, container.axis) : basis
    }
    if let definite = definiteMain(extent, of: item, style: style, in: container) { return definite }
    if container.axis.isRow {
      switch extent {
      case .minContent: return contentWidths(of: item).min
      case .maxContent: return contentWidths(of: item).max
      case .fitContent:
        let widths = contentWidths(of: item)
        let room = container.width - item.outerMainEdges(container.axis)
        return min(widths.max, max(widths.min, room))
      case .fitContentWithin(let limit):
        let widths = contentWidths(of: item)
        return min(widths.max, max(widths.min, limit.used(of: container.width)))
      case .auto, .length: break
      }
    }
    if let transferred = transferredMain(of: item, style: style, in: container) { return transferred }
    return container.axis.isRow ? contentWidths(of: item).max : contentHeight(of: item, style: style, in: container)
  }

  private func preferredMain(_ style: ComputedStyle, _ axis: FlexAxis) -> Extent {
    axis.isRow ? style.width : style.height
  }

  /// The content size that a main size property asks for; `nil` where it depends on the content.
  private mutating func definiteMain(
    _ extent: Extent,
    of item: FlexItem,
    style: ComputedStyle,
    in container: FlexContainer
  ) -> Double? {
    let axis = container.axis
    let size = length(extent, of: container.definiteMain, edges: item.mainEdges(axis), style: style)
    guard let size, !axis.isRow, tree[item.box].kind == .tableWrapper else { return size }
    // Captions stand above and below the height of a table.
    let width = columnItemWidth(of: item, style: style, in: container) + item.edges.horizontal
    return size + captionHeight(of: item.box, width: width)
  }

  /// Min-content and max-content widths of an item's content.
  mutating func contentWidths(of item: FlexItem) -> IntrinsicWidths {
    if let table = tableBox(of: item.box) {
      var widths = intrinsicWidths(of: table)
      let least = captionMinimum(of: item.box) - item.edges.horizontal
      widths.formUnion(IntrinsicWidths(min: least, max: least))
      return widths
    }
    return tree[item.box].kind == .replaced ? replacedWidths(of: item.box) : intrinsicWidths(of: item.box)
  }

  /// The content height of an item of a column, as wide as it will be.
  private mutating func contentHeight(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double {
    let width = columnItemWidth(of: item, style: style, in: container) + item.edges.horizontal
    let piece = flexPiece(item.box, SettledSize(width: width, height: .content), in: container)
    let height = piece.size.height - item.edges.vertical
    // A ratio makes the height that follows from the width an automatic one (CSS Sizing 4, 4.1).
    guard tree[item.box].kind != .replaced, !style.height.isIntrinsic else { return height }
    return max(height, ratioHeight(width: width - item.edges.horizontal, style: style, edges: item.edges) ?? 0)
  }

  /// The content width of an item of a column: its own, the line's where that is definite, or fit-content (9.2, 3 E).
  mutating func columnItemWidth(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double {
    let outer = item.edges.horizontal + item.edges.margin.horizontal
    let room = max(0, container.width - outer)
    var width = contentWidth(of: item.box, style: style, edges: item.edges, available: container.width)
    if width == nil, isStretchedAcross(item, style: style, in: container), let line = container.definiteLineCross {
      width = max(0, line - outer)
    }
    if width == nil, tree[item.box].kind != .replaced,
      let height = contentHeight(of: style, edges: item.edges, availableHeight: container.definiteHeight)
    {
      width = ratioWidth(of: item.box, style: style, edges: item.edges, height: height)
    }
    if width == nil {
      let widths = contentWidths(of: item)
      width = min(widths.max, max(widths.min, room))
    }
    return bounded(
      clampWidth(width ?? room, of: item.box, style: style, edges: item.edges, available: container.width)
    )
  }

  /// Whether an item takes its line's cross size (9.4, step 11).
  func isStretchedAcross(_ item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Bool {
    let size = container.axis.isRow ? style.height : style.width
    return item.alignment == .stretch && size == .auto && !item.hasAutoCrossMargin(container.axis)
  }

  /// The main size that follows from a definite cross size by the aspect ratio (9.2, 3 B).
  private mutating func transferredMain(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double?
  {
    guard let ratio = item.ratio, ratio > 0, let cross = definiteCross(of: item, style: style, in: container) else {
      return nil
    }
    return container.axis.isRow ? cross * ratio : cross / ratio
  }

  /// The cross size of an item where it does not depend on its content, within its bounds (9.8).
  private mutating func definiteCross(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double? {
    if container.axis.isRow {
      var height = length(style.height, of: container.definiteHeight, edges: item.edges.vertical, style: style)
      if height == nil, isStretchedAcross(item, style: style, in: container), let line = container.definiteLineCross {
        height = max(0, line - item.edges.vertical - item.edges.margin.vertical)
      }
      return height.map {
        clampHeight($0, style: style, edges: item.edges, availableHeight: container.definiteHeight)
      }
    }
    let isDefinite = isStretchedAcross(item, style: style, in: container) && container.definiteLineCross != nil
    guard style.width != .auto || isDefinite else { return nil }
    return columnItemWidth(of: item, style: style, in: container)
  }

  /// `min-width` and `max-width`, or `-height`, with the automatic minimum size (4.5).
  private mutating func setMainBounds(of item: inout FlexItem, style: ComputedStyle, in container: FlexContainer) {
    let axis = container.axis
    let most = axis.isRow ? style.maxWidth : style.maxHeight
    item.maxMain =
      keywordMain(most, of: item, axis) ?? definiteMain(most, of: item, style: style, in: container) ?? .infinity
    let least = axis.isRow ? style.minWidth : style.minHeight
    if least == .auto {
      item.minMain = automaticMinimum(of: item, style: style, in: container)
    } else {
      item.minMain =
        keywordMain(least, of: item, axis) ?? definiteMain(least, of: item, style: style, in: container) ?? 0
    }
    // A table holds its content, whatever it is asked to be (CSS Tables 3, 3.9.1 and 3.10.5).
    if tree[item.box].kind == .tableWrapper {
      item.minMain = max(item.minMain, contentSuggestion(of: item, style: style, in: container))
    }
    item.minMain = bounded(item.minMain)
    item.maxMain = max(item.minMain, item.maxMain)
  }

  /// The width that a keyword asks for in a row.
  private mutating func keywordMain(_ extent: Extent, of item: FlexItem, _ axis: FlexAxis) -> Double? {
    guard axis.isRow else { return nil }
    switch extent {
    case .minContent: return contentWidths(of: item).min
    case .maxContent, .fitContent: return contentWidths(of: item).max
    case .auto, .length, .fitContentWithin: return nil
    }
  }

  /// The content-based minimum size of an item that does not scroll.
  private mutating func automaticMinimum(of item: FlexItem, style: ComputedStyle, in container: FlexContainer) -> Double
  {
    if style.overflowX.isScrollable || style.overflowY.isScrollable { return 0 }
    let axis = container.axis
    var content = contentSuggestion(of: item, style: style, in: container)
    if let specified = definiteMain(preferredMain(style, axis), of: item, style: style, in: container) {
      content = min(specified, content)
    } else if tree[item.box].kind == .replaced,
      let transferred = transferredMain(of: item, style: style, in: container)
    {
      content = min(transferred, content)
    }
    return min(content, item.maxMain)
  }

  /// The min-content size along the main axis, within the bounds across as the aspect ratio hands them over.
  private mutating func contentSuggestion(of item: FlexItem, style: ComputedStyle, in container: FlexContainer)
    -> Double
  {
    let isReplaced = tree[item.box].kind == .replaced
    guard container.axis.isRow else {
      let height = contentHeight(of: item, style: style, in: container)
      guard let ratio = item.ratio, ratio > 0 else { return height }
      let least = length(style.minWidth, of: container.width, edges: item.edges.horizontal, style: style) ?? 0
      let most = length(style.maxWidth, of: container.width, edges: item.edges.horizontal, style: style) ?? .infinity
      return max(least / ratio, min(height, most / ratio))
    }
    let width = isReplaced ? contentWidths(of: item).max : contentWidths(of: item).min
    guard let ratio = item.ratio, ratio > 0 else { return width }
    let bounds = heightBounds(of: style, edges: item.edges, availableHeight: container.definiteHeight)
    let content = max(bounds.least * ratio, min(width, bounds.most * ratio))
    guard !isReplaced else { return content }
    // The width that a definite height gives by a ratio is that of its content, unless that needs more (CSS Sizing 4, 4.3).
    return max(content, transferredMain(of: item, style: style, in: container) ?? 0)
  }
}
