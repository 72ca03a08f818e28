import Geometry
import Styles

extension LayoutSession {
  /// Places the items of one line of a column container one below the other until the page ends.
  mutating func placeColumn(
    _ plan: FlexPlan,
    line number: Int,
    in room: FlexRoom,
    from part: FlexResume.Part?
  ) -> BlockContent {
    let line = plan.lines[number]
    // From the top, whichever end main-start is at.
    let items = plan.container.axis.isMainReversed ? Array(line.items.reversed()) : Array(line.items)
    var stack = FlexStack()
    let start = part?.item ?? 0
    if part != nil, start < items.count {
      let first = plan.items[items[start]]
      stack.shift = -first.fragment.offset.y
      // After a forced break the margin stays (CSS Fragmentation 3, 5.2).
      if part?.token == nil, fragmentainer.keepsMarginAtStart { stack.shift += first.edges.margin.top }
    }
    for place in start..<max(start, items.count) {
      let item = plan.items[items[place]]
      var token = place == start ? part?.token : nil
      if place > start, endsPage(before: item.box, after: plan.items[items[place - 1]].box, in: room) {
        return finish(stack, at: place, token: nil, of: plan)
      }
      if token == nil, fitsUnbroken(item, shift: stack.shift, in: room) {
        stack.place(items[place], item.fragment.moved(by: Point(x: 0, y: stack.shift)))
        continue
      }
      let y = token == nil ? item.fragment.offset.y + stack.shift : 0
      let before = fragmentainer.best
      var result = layOut(item.box, in: space(of: item, at: y, in: room, plan: plan), from: token)
      if case .outOfSpace = result.status {
        let point = BreakPoint.before(item.box)
        guard place > start, before == point, fragmentainer.best == point else {
          return BlockContent(status: .outOfSpace)
        }
        fragmentainer.actual = point
        return finish(stack, at: place, token: nil, of: plan)
      }
      let isResumed = token != nil
      token = nil
      if case .broken(let next) = result.status { token = next }
      result.fragment.offset = Point(x: item.fragment.offset.x, y: y)
      result.fragment.margin.left = item.edges.margin.left
      result.fragment.margin.right = item.edges.margin.right
      result.fragment.margin.top = isResumed ? 0 : item.edges.margin.top
      result.fragment.margin.bottom = token == nil ? item.edges.margin.bottom : 0
      stack.place(items[place], result.fragment)
      if let token { return finish(stack, at: place, token: token, of: plan) }
      let planned = item.fragment.offset.y + item.fragment.size.height
      stack.shift = y + result.fragment.size.height - planned
    }
    return stack.content(of: plan, height: max(0, plan.main + stack.shift), status: .complete)
  }

  /// Whether a break between two items is forced or has been chosen; else notes the place.
  private mutating func endsPage(before next: Int32, after previous: Int32, in room: FlexRoom) -> Bool {
    let point = BreakPoint.before(next)
    if let forced = forcedBreak(between: previous, and: next) {
      fragmentainer.forced = forced
      fragmentainer.actual = point
      return true
    }
    if fragmentainer.target == point {
      fragmentainer.actual = point
      return true
    }
    let avoids = room.space.isInsideAvoid || avoidsBreak(between: previous, and: next)
    fragmentainer.record(point, appeal: avoids ? .violatingAvoid : .perfect)
    return false
  }

  private func finish(_ stack: FlexStack, at place: Int, token: BreakToken?, of plan: FlexPlan) -> BlockContent {
    let resume = FlexResume(parts: [FlexResume.Part(item: place, token: token)])
    let next = BreakToken(box: plan.container.box, position: .flex(resume))
    return stack.content(of: plan, height: stack.bottom, status: .broken(next))
  }

  /// Places several lines of a column container side by side, each at breaks of its own.
  mutating func placeColumnsOfItems(_ plan: FlexPlan, in room: FlexRoom, from resume: FlexResume?) -> BlockContent {
    var parts = resume?.parts ?? plan.lines.map { _ in FlexResume.Part() }
    var children: [FragmentNode] = []
    var height = 0.0
    var worst = BreakAppeal.perfect
    for number in plan.lines.indices where !parts[number].isDone {
      let part = resume == nil ? nil : parts[number]
      let start = FragmentainerStart(mustProgress: !fragmentainer.canBreakEarlier)
      var content = BlockContent()
      let filled = fillFragmentainer(start) { session in
        content = session.placeColumn(plan, line: number, in: room, from: part)
        return LayoutResult(fragment: FragmentNode(kind: .flex, node: -1, style: 0), status: content.status)
      }
      switch filled.result.status {
      case .outOfSpace: return BlockContent(status: .outOfSpace)
      case .complete: parts[number] = FlexResume.Part(isDone: true)
      case .broken(let next):
        worst = min(worst, filled.appeal)
        fragmentainer.forced = fragmentainer.forced ?? filled.forced
        if case .flex(let inner) = next.position, let part = inner.parts.first { parts[number] = part }
      }
      children += content.children
      height = max(height, content.height)
    }
    var content = BlockContent(children: children, height: height)
    guard parts.contains(where: { !$0.isDone }) else { return content }
    fragmentainer.record(.inside(plan.container.box), appeal: worst)
    fragmentainer.actual = .inside(plan.container.box)
    content.status = .broken(BreakToken(box: plan.container.box, position: .flex(FlexResume(parts: parts))))
    return content
  }
}
