import Geometry
import Styles

/// A flex container whose items have their sizes and places in an unbroken container (CSS Flexbox 1, 9).
///
/// Kept until its last item is placed.
struct FlexPlan {
  let container: FlexContainer
  /// In order-modified document order.
  var items: [FlexItem]
  /// From the cross-start side.
  var lines: [FlexLine] = []
  /// Inner sizes as used.
  var main = 0.0
  var cross = 0.0
  var baselines: Baselines?
}

/// A line of items.
struct FlexLine {
  var items: Range<Int>
  /// Cross size.
  var cross = 0.0
  /// The cross size that collapsed items keep for it.
  var strut = 0.0
  /// Distance of its cross-start edge from the container's.
  var offset = 0.0
  /// Distance of the shared first baseline from the line's cross-start edge, where items are aligned by it.
  var firstBaseline: Double?
  /// Distance of the shared last baseline from the line's cross-end edge.
  var lastBaseline: Double?
}

extension LayoutSession {
  /// Lays out the items of a flex container, as far as the page goes.
  mutating func layOutFlex(
    _ box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    var resume: FlexResume?
    if let token {
      // Nothing but empty height goes on.
      guard case .flex(let found) = token.position else { return BlockContent() }
      resume = found
    }
    let plan = flexPlans[box] ?? makeFlexPlan(of: box, measure: measure)
    var content = place(plan, in: space, from: resume)
    content.baselines = plan.baselines
    if token == nil { addPositioned(in: plan, to: &content) }
    if case .broken = content.status {
      flexPlans[box] = plan
    } else if space.remaining != nil {
      flexPlans[box] = nil
    }
    return content
  }

  /// The steps of the flex layout algorithm, for a container that is not broken.
  private mutating func makeFlexPlan(of box: Int32, measure: BlockMeasure) -> FlexPlan {
    var plan = settledPlan(of: FlexContainer(of: box, style: style(box), measure: measure))
    stretchFlexItems(of: &plan)
    placeInMainAxis(&plan)
    placeInCrossAxis(&plan)
    return plan
  }

  /// The items of a container in lines, before they stretch and have places.
  mutating func settledPlan(of container: FlexContainer) -> FlexPlan {
    var plan = FlexPlan(container: container, items: collectFlexItems(of: container))
    measureBaseSizes(of: &plan)
    settleLines(of: &plan)
    if plan.items.contains(where: \.isCollapsed) { takeOutCollapsed(of: &plan) }
    return plan
  }

  /// Breaks items into lines and flexes them, until the cross size of every line is known.
  private mutating func settleLines(of plan: inout FlexPlan) {
    let container = plan.container
    plan.main = container.main ?? container.clampMain(plan.outerMain(of: plan.items.indices, by: \.hypothetical))
    breakFlexLines(of: &plan)
    for line in plan.lines { plan.resolveFlexibleLengths(of: line) }
    measureCrossSizes(of: &plan)
  }

  /// Lays the items out once more as if there were no collapsed ones, but for the cross size of the lines that these were in
  /// (9.4, step 10).
  private mutating func takeOutCollapsed(of plan: inout FlexPlan) {
    var struts: [Int32: Double] = [:]
    for line in plan.lines {
      for item in plan.items[line.items] where item.isCollapsed { struts[item.box] = line.cross }
    }
    // They stay with the item before them, as they take no room along the line.
    var kept: [FlexItem] = []
    var followers: [Int: Double] = [:]
    for item in plan.items {
      guard item.isCollapsed else {
        kept.append(item)
        continue
      }
      followers[kept.count - 1] = max(followers[kept.count - 1] ?? 0, struts[item.box] ?? 0)
    }
    plan.items = kept
    plan.lines = []
    settleLines(of: &plan)
    for index in plan.lines.indices {
      var items = plan.lines[index].items
      if index == 0 { items = -1..<items.upperBound }
      plan.lines[index].strut = items.reduce(0) { max($0, followers[$1] ?? 0) }
    }
    applyStruts(to: &plan)
  }

  /// Positioned children stand as if each were the only item (4.1).
  private func addPositioned(in plan: FlexPlan, to content: inout BlockContent) {
    if case .outOfSpace = content.status { return }
    var child = tree[plan.container.box].firstChild
    while child >= 0 {
      if tree[child].outOfFlow == .absolute {
        let place = plan.container.staticAlignment(of: style(child), main: plan.main, cross: plan.cross)
        content.children.append(staticPosition(of: child, at: .zero, .aligned(place)))
      }
      child = tree[child].nextSibling
    }
  }

  /// Breaks the items into lines (9.3, step 5).
  private func breakFlexLines(of plan: inout FlexPlan) {
    guard plan.container.axis.wraps else {
      plan.lines = [FlexLine(items: plan.items.indices)]
      return
    }
    var start = 0
    var taken = 0.0
    for index in plan.items.indices {
      let outer = plan.outerHypothetical(of: index)
      let isFull = taken + plan.container.mainGap + outer > plan.main + tolerance
      if index > start, isFull || endsLine(between: plan.items[index - 1].box, and: plan.items[index].box) {
        plan.lines.append(FlexLine(items: start..<index))
        start = index
        taken = outer
      } else {
        taken += (index > start ? plan.container.mainGap : 0) + outer
      }
    }
    plan.lines.append(FlexLine(items: start..<plan.items.count))
  }

  /// A forced break between items ends their line (10).
  private func endsLine(between previous: Int32, and next: Int32) -> Bool {
    isForced(startBreak(of: next)) || isForced(endBreak(of: previous))
  }
}

extension FlexPlan {
  /// The outer hypothetical main size of an item.
  func outerHypothetical(of index: Int) -> Double {
    items[index].hypothetical + items[index].outerMainEdges(container.axis)
  }

  /// The sum of outer main sizes of some items with the gaps between them.
  func outerMain(of range: Range<Int>, by size: KeyPath<FlexItem, Double>) -> Double {
    guard !range.isEmpty else { return 0 }
    var sum = Double(range.count - 1) * container.mainGap
    for item in items[range] { sum += item[keyPath: size] + item.outerMainEdges(container.axis) }
    return sum
  }
}
