import Geometry
import Styles

/// A line of a row container from its top edge.
private struct FlexRow {
  var items: Range<Int>
  var top: Double
  var height: Double
}

extension LayoutSession {
  /// Places the lines of a row container one below the other until the page ends.
  mutating func placeRows(_ plan: FlexPlan, in room: FlexRoom, from resume: FlexResume?) -> BlockContent {
    let rows = self.rows(of: plan)
    var stack = FlexStack()
    let start = resume?.line ?? 0
    if resume != nil, start < rows.count { stack.shift = -rows[start].top }
    for index in start..<max(start, rows.count) {
      let row = rows[index]
      var parts = index == start ? resume?.parts ?? [] : []
      if index > start, endsPage(before: row, after: rows[index - 1], of: plan, in: room) {
        return stop(stack, at: FlexResume(line: index), of: plan)
      }
      if parts.isEmpty, fitUnbroken(plan.items[row.items], shift: stack.shift, in: room) {
        for item in row.items { stack.place(item, plan.items[item].fragment.moved(by: Point(x: 0, y: stack.shift))) }
        continue
      }
      if parts.isEmpty { parts = row.items.map { _ in FlexResume.Part() } }
      let consumed = index == start ? resume?.consumed ?? 0 : 0
      var filling = FlexRowFilling(
        row: row.top + stack.shift,
        plannedTop: row.top,
        consumed: consumed,
        parts: parts,
        isFirst: index == start
      )
      guard fill(row.items, of: plan, in: room, filling: &filling) else {
        if index > start { return stop(stack, at: FlexResume(line: index), of: plan) }
        return BlockContent(status: .outOfSpace)
      }
      for (item, fragment) in filling.placed { stack.place(item, fragment) }
      guard filling.parts.allSatisfy(\.isDone) else {
        fragmentainer.actual = .inside(plan.container.box)
        let used = room.remaining - filling.row
        let next = FlexResume(line: index, consumed: consumed + max(0, used), parts: filling.parts)
        return finish(stack, at: next, of: plan)
      }
      let left = max(0, row.height - consumed)
      let bottom = max(filling.bottom, filling.row + left)
      // What follows stands below it as it did.
      stack.shift = bottom - row.top - row.height
    }
    return stack.content(of: plan, height: max(0, plan.cross + stack.shift), status: .complete)
  }

  private func rows(of plan: FlexPlan) -> [FlexRow] {
    let rows = plan.lines.map { line in
      let top = plan.container.axis.isCrossReversed ? plan.cross - line.offset - line.cross : line.offset
      return FlexRow(items: line.items, top: top, height: line.cross)
    }
    return plan.container.axis.isCrossReversed ? rows.reversed() : rows
  }

  /// Whether a break between two lines is forced or has been chosen; else notes the place.
  private mutating func endsPage(before row: FlexRow, after previous: FlexRow, of plan: FlexPlan, in room: FlexRoom)
    -> Bool
  {
    guard let first = row.items.first else { return false }
    var avoids = room.space.isInsideAvoid
    var forced: BreakBetween?
    for item in previous.items {
      let value = endBreak(of: plan.items[item].box)
      if isForced(value) { forced = value }
      avoids = avoids || isAvoided(value)
    }
    for item in row.items {
      let value = startBreak(of: plan.items[item].box)
      if isForced(value) { forced = value }
      avoids = avoids || isAvoided(value)
    }
    let point = BreakPoint.before(plan.items[first].box)
    if let forced {
      fragmentainer.forced = forced
      fragmentainer.actual = point
      return true
    }
    if fragmentainer.target == point {
      fragmentainer.actual = point
      return true
    }
    fragmentainer.record(point, appeal: avoids ? .violatingAvoid : .perfect)
    return false
  }

  private mutating func stop(_ stack: FlexStack, at resume: FlexResume, of plan: FlexPlan) -> BlockContent {
    if let first = rows(of: plan)[resume.line].items.first { fragmentainer.actual = .before(plan.items[first].box) }
    return finish(stack, at: resume, of: plan)
  }

  private func finish(_ stack: FlexStack, at resume: FlexResume, of plan: FlexPlan) -> BlockContent {
    let next = BreakToken(box: plan.container.box, position: .flex(resume))
    return stack.content(of: plan, height: stack.bottom, status: .broken(next))
  }

  /// Lays out the items of a line that reaches past the page's end, each at breaks of its own.
  ///
  /// - Returns: whether the line has a place on this page.
  private mutating func fill(
    _ items: Range<Int>,
    of plan: FlexPlan,
    in room: FlexRoom,
    filling: inout FlexRowFilling
  ) -> Bool {
    var worst = BreakAppeal.perfect
    var hasContent = false
    for (place, index) in items.enumerated() where !filling.parts[place].isDone {
      let item = plan.items[index]
      let isResumed = filling.parts[place].token != nil
      let y = isResumed ? filling.row : filling.top(of: item)
      if !isResumed, y > filling.row, y >= room.remaining - tolerance { continue }
      let space = space(of: item, at: y, in: room, plan: plan)
      let token = filling.parts[place].token
      let start = FragmentainerStart(mustProgress: filling.isFirst && !fragmentainer.canBreakEarlier)
      let filled = fillFragmentainer(start) { $0.layOut(item.box, in: space, from: token) }
      var fragment = filled.result.fragment
      switch filled.result.status {
      case .outOfSpace: return false
      case .complete: filling.parts[place] = FlexResume.Part(isDone: true)
      case .broken(let next):
        filling.parts[place].token = next
        worst = min(worst, filled.appeal)
        fragmentainer.forced = fragmentainer.forced ?? filled.forced
      }
      hasContent = true
      if !isResumed { fragment.margin = item.edges.margin }
      if isResumed { fragment.margin.top = 0 }
      if !filling.parts[place].isDone { fragment.margin.bottom = 0 }
      fragment.margin.left = item.edges.margin.left
      fragment.margin.right = item.edges.margin.right
      fragment.offset = Point(x: item.fragment.offset.x, y: y)
      filling.placed.append((index, fragment))
      filling.bottom = max(filling.bottom, y + fragment.size.height + fragment.margin.bottom)
      // Notes of items beside it do not grow into it.
      keepNotesClear(of: room.remaining - y - fragment.size.height)
    }
    if !filling.parts.allSatisfy(\.isDone) {
      guard hasContent else { return overflow(items, of: plan, filling: &filling) }
      fragmentainer.record(.inside(plan.container.box), appeal: worst)
    }
    return true
  }
}

extension LayoutSession {
  /// Places a line whose items all begin below the page's end where no page has more room for it.
  private func overflow(_ items: Range<Int>, of plan: FlexPlan, filling: inout FlexRowFilling) -> Bool {
    guard filling.isFirst, !fragmentainer.canBreakEarlier else { return false }
    for (place, index) in items.enumerated() where !filling.parts[place].isDone {
      let item = plan.items[index]
      let fragment = item.fragment.moved(by: Point(x: 0, y: filling.top(of: item) - item.fragment.offset.y))
      filling.placed.append((index, fragment))
      filling.bottom = max(filling.bottom, fragment.offset.y + fragment.size.height)
      filling.parts[place] = FlexResume.Part(isDone: true)
    }
    return true
  }
}

/// A line of items while they are laid out at breaks of their own.
private struct FlexRowFilling {
  /// The line's top on this page.
  var row: Double
  /// The line's top in the unbroken container.
  var plannedTop: Double
  /// How much of the line earlier pages hold.
  var consumed: Double
  var parts: [FlexResume.Part]
  /// Whether nothing of the container stands above it on this page.
  var isFirst: Bool
  var placed: [(Int, FragmentNode)] = []
  var bottom = 0.0

  /// The top of an item that begins on this page.
  func top(of item: FlexItem) -> Double {
    max(row, row + item.fragment.offset.y - plannedTop - consumed)
  }
}
