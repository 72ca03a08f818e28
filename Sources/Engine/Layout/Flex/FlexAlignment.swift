import Geometry
import Styles

/// Where a row of things begins and what stands between them (CSS Box Alignment 3, 5).
private struct Distribution {
  var start = 0.0
  var between = 0.0

  /// Of `free` points, fewer than none where the things overflow; reversed is an axis that runs to the left or upwards.
  init(_ alignment: ContentAlignment, free: Double, count: Int, isReversed: Bool) {
    let spaces = Double(max(1, count))
    switch alignment {
    case .normal, .stretch, .flexStart: break
    case .flexEnd: start = free
    case .center: start = free / 2
    case .start, .left, .baseline: start = isReversed ? free : 0
    case .end, .right, .lastBaseline: start = isReversed ? 0 : free
    // Where nothing is left, the first falls back to flex-start, the others to safe center.
    case .spaceBetween: if free > 0, count > 1 { between = free / (spaces - 1) }
    case .spaceAround:
      if free > 0 {
        between = free / spaces
        start = between / 2
      } else if isReversed {
        start = free
      }
    case .spaceEvenly:
      if free > 0 {
        between = free / (spaces + 1)
        start = between
      } else if isReversed {
        start = free
      }
    }
  }
}

extension LayoutSession {
  /// Places the items of every line along the main axis (CSS Flexbox 1, 9.5).
  func placeInMainAxis(_ plan: inout FlexPlan) {
    for line in plan.lines { placeItems(of: line, in: &plan) }
  }

  private func placeItems(of line: FlexLine, in plan: inout FlexPlan) {
    let container = plan.container
    let axis = container.axis
    var free = plan.main - plan.outerMain(of: line.items, by: \.main)
    let autos = line.items.reduce(0) { count, index in
      let margins = plan.items[index].autoMargins
      return count + (axis.mainStart(margins) ? 1 : 0) + (axis.mainEnd(margins) ? 1 : 0)
    }
    if autos > 0 {
      if free > 0 {
        for index in line.items { plan.items[index].takeMainMargins(free / Double(autos), axis) }
      }
      free = min(0, free)
    }
    let alignment = autos > 0 && free >= 0 ? .flexStart : container.justification
    let spread = Distribution(alignment, free: free, count: line.items.count, isReversed: axis.isMainReversed)
    var position = spread.start
    for index in line.items {
      let item = plan.items[index]
      plan.items[index].mainOffset = position + axis.mainStart(item.edges.margin)
      position += item.main + item.outerMainEdges(axis) + container.mainGap + spread.between
    }
  }

  /// Places lines in the container, items in their lines, and gives all their places (CSS Flexbox 1, 9.6).
  func placeInCrossAxis(_ plan: inout FlexPlan) {
    placeLines(of: &plan)
    for index in plan.lines.indices {
      let line = plan.lines[index]
      for place in line.items { alignItem(&plan.items[place], in: line, axis: plan.container.axis) }
      for place in line.items { setOffset(of: place, in: line, of: &plan) }
    }
    plan.baselines = containerBaselines(of: plan)
  }

  private func placeLines(of plan: inout FlexPlan) {
    let container = plan.container
    let gaps = Double(max(0, plan.lines.count - 1)) * container.crossGap
    let free = plan.cross - plan.lines.reduce(gaps) { $0 + $1.cross }
    // The only line of a container that does not wrap fills it: there is nothing to align.
    let alignment = container.axis.wraps ? container.alignment.alignContent : .flexStart
    let spread = Distribution(
      alignment,
      free: free,
      count: plan.lines.count,
      isReversed: container.axis.isCrossReversed
    )
    var position = spread.start
    for index in plan.lines.indices {
      plan.lines[index].offset = position
      position += plan.lines[index].cross + container.crossGap + spread.between
    }
  }

  /// Cross-axis margins and `align-self` (9.6, steps 13 and 14).
  private func alignItem(_ item: inout FlexItem, in line: FlexLine, axis: FlexAxis) {
    let free = line.cross - item.outerCross(axis)
    var shift = 0.0
    if item.hasAutoCrossMargin(axis) {
      item.takeCrossMargins(free, axis)
    } else {
      switch item.alignment {
      case .auto, .normal, .stretch, .flexStart: break
      case .start, .selfStart: shift = axis.isCrossReversed ? free : 0
      case .end, .selfEnd: shift = axis.isCrossReversed ? 0 : free
      case .flexEnd: shift = free
      case .center: shift = free / 2
      case .baseline:
        if let shared = line.firstBaseline { shift = shared - item.baselineFromStart(axis, \.first) }
      case .lastBaseline:
        if let shared = line.lastBaseline {
          shift = line.cross - shared - item.baselineFromStart(axis, \.last)
        } else {
          shift = max(0, free)
        }
      }
    }
    item.crossOffset = shift + axis.crossStart(item.edges.margin)
  }

  /// From main and cross to x and y, in the container's content box.
  private func setOffset(of index: Int, in line: FlexLine, of plan: inout FlexPlan) {
    let axis = plan.container.axis
    let item = plan.items[index]
    let size = item.fragment.size
    var main = item.mainOffset
    var cross = line.offset + item.crossOffset
    if axis.isMainReversed { main = plan.main - main - item.main - item.mainEdges(axis) }
    if axis.isCrossReversed { cross = plan.cross - cross - axis.cross(size) }
    plan.items[index].fragment.margin = item.edges.margin
    plan.items[index].fragment.offset = axis.isRow ? Point(x: main, y: cross) : Point(x: cross, y: main)
  }

  /// Baselines of the container from its content's top (8.5).
  private func containerBaselines(of plan: FlexPlan) -> Baselines? {
    guard let first = plan.lines.first?.items.first, let last = plan.lines.last?.items.last else { return nil }
    let axis = plan.container.axis
    var chosen = (first: first, last: last)
    if axis.isRow {
      chosen.first = plan.lines.first?.items.first { plan.items[$0].alignment == .baseline } ?? first
      chosen.last = plan.lines.last?.items.last { plan.items[$0].alignment == .lastBaseline } ?? last
    }
    func baseline(of index: Int, _ which: KeyPath<Baselines, Double>) -> Double {
      let fragment = plan.items[index].fragment
      return fragment.offset.y + (plan.items[index].baselines?[keyPath: which] ?? fragment.size.height)
    }
    return Baselines(first: baseline(of: chosen.first, \.first), last: baseline(of: chosen.last, \.last))
  }
}

extension FlexItem {
  /// Gives every `auto` margin along the main axis its share of the free space.
  mutating func takeMainMargins(_ share: Double, _ axis: FlexAxis) {
    if axis.isRow {
      if autoMargins.left { edges.margin.left = share }
      if autoMargins.right { edges.margin.right = share }
    } else {
      if autoMargins.top { edges.margin.top = share }
      if autoMargins.bottom { edges.margin.bottom = share }
    }
  }

  /// `auto` margins across share the free space; where there is none, the one at the end overflows (9.6, step 13).
  mutating func takeCrossMargins(_ free: Double, _ axis: FlexAxis) {
    let (start, end) = (axis.crossStart(autoMargins), axis.crossEnd(autoMargins))
    if free <= 0 {
      // Not positive: 0 at the start or at whichever side of the box is first, the rest at the other.
      setCrossMargins(start: start ? 0 : nil, end: end ? free : nil, axis)
    } else {
      let share = start && end ? free / 2 : free
      setCrossMargins(start: start ? share : nil, end: end ? share : nil, axis)
    }
  }

  private mutating func setCrossMargins(start: Double?, end: Double?, _ axis: FlexAxis) {
    let (before, after) = axis.isCrossReversed ? (end, start) : (start, end)
    if axis.isRow {
      if let before { edges.margin.top = before }
      if let after { edges.margin.bottom = after }
    } else {
      if let before { edges.margin.left = before }
      if let after { edges.margin.right = after }
    }
  }
}
