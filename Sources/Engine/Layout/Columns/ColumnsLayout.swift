import Geometry
import Styles

/// Where a broken multi-column container goes on.
struct ColumnsResume {
  /// Where the flow of the columns goes on; `nil` where it has not begun.
  var flow: BreakToken?
  /// The spanning box that comes before that, or -1.
  var spanner: Int32 = -1
  /// Where the spanning box goes on.
  var spannerToken: BreakToken?
  /// Whether the margin at the top of the next column stays (CSS Fragmentation 3, 5.2).
  var keepsMargin = false
}

/// A multi-column container while its rows of columns and its spanning boxes are placed.
struct ColumnStack {
  let box: Int32
  let measure: BlockMeasure
  let grid: ColumnGrid
  var children: [FragmentNode] = []
  var rules: [BorderRule] = []
  var height = 0.0
  /// Margins below the last spanning box: those of spanning boxes in a row collapse, with columns none does.
  var strut = MarginStrut()
}

extension LayoutSession {
  func isColumnContainer(_ box: Int32) -> Bool {
    tree[box].kind != .flex && tree[box].kind != .replaced && style(box).columns.isContainer
  }

  /// Lays out a multi-column container: rows of columns, and between them the boxes that span all columns
  /// (CSS Multi-column Layout 1, 2, 6).
  mutating func layOutColumns(
    _ box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    var resume = ColumnsResume()
    if let token {
      // Nothing but empty height goes on.
      guard case .columns(let found) = token.position else { return BlockContent() }
      resume = found
    }
    var stack = ColumnStack(box: box, measure: measure, grid: ColumnGrid(of: style(box), width: measure.width))
    while true {
      if resume.spanner >= 0 {
        if let end = placeSpanner(&resume, in: space, stack: &stack) { return end }
      } else {
        if let end = placeColumnRow(&resume, in: space, stack: &stack, consumed: token?.consumed ?? 0) { return end }
        if resume.spanner < 0 { break }
      }
      guard resume.spanner >= 0 || goesOn(resume.flow) else { break }
    }
    return stack.content(.complete)
  }

  /// Whether anything of the flow stands behind a token.
  private func goesOn(_ token: BreakToken?) -> Bool {
    guard let token, token.floats.isEmpty, token.parallel.isEmpty, case .child(-1, _) = token.position else {
      return true
    }
    return false
  }

  /// Places a box across all columns; gives the container's content where the page ends before or in it.
  private mutating func placeSpanner(_ resume: inout ColumnsResume, in space: ConstraintSpace, stack: inout ColumnStack)
    -> BlockContent?
  {
    let spanner = resume.spanner
    let available = stack.measure.width
    var strut = stack.strut
    let isResumed = resume.spannerToken != nil
    if !isResumed { strut.add(BoxEdges(of: style(spanner), available: available).margin.top) }
    let y = stack.height + strut.sum
    var inner = ConstraintSpace(available: available)
    inner.availableHeight = stack.measure.isHeightIndefinite ? nil : stack.measure.height
    inner.remaining = space.remaining.map { $0 - y }
    inner.isInsideAvoid = space.isInsideAvoid
    let point = BreakPoint.before(spanner)
    let isFirst = stack.children.isEmpty
    if !isFirst, space.remaining != nil {
      if fragmentainer.target == point { return stop(resume, at: point, stack: stack) }
      let avoids = space.isInsideAvoid || isAvoided(startBreak(of: spanner))
      fragmentainer.record(point, appeal: avoids ? .violatingAvoid : .perfect)
    }
    let outer = (floats, columnDepth)
    floats = FloatContext()
    columnDepth = 0
    var result = layOut(spanner, in: inner, from: resume.spannerToken)
    (floats, columnDepth) = outer
    switch result.status {
    case .outOfSpace:
      guard !isFirst, fragmentainer.best == point else { return BlockContent(status: .outOfSpace) }
      return stop(resume, at: point, stack: stack)
    case .broken(let next): resume.spannerToken = next
    case .complete:
      resume.spanner = -1
      resume.spannerToken = nil
    }
    result.fragment.offset = Point(x: result.fragment.margin.left, y: y)
    stack.children.append(result.fragment)
    stack.height = y + result.fragment.size.height
    stack.strut = result.bottomMargin
    guard resume.spanner < 0 else { return stack.content(.broken(resume.token(of: stack.box))) }
    resume.keepsMargin = true
    return nil
  }

  private mutating func stop(_ resume: ColumnsResume, at point: BreakPoint, stack: ColumnStack) -> BlockContent {
    fragmentainer.actual = point
    return stack.content(.broken(resume.token(of: stack.box)))
  }

  /// Places a row of columns; gives the container's content where the page ends before or in it.
  private mutating func placeColumnRow(
    _ resume: inout ColumnsResume,
    in space: ConstraintSpace,
    stack: inout ColumnStack,
    consumed: Double
  ) -> BlockContent? {
    let top = stack.height + stack.strut.sum
    let room = rowRoom(of: stack, top: top, consumed: consumed, in: space)
    let isFirst = stack.children.isEmpty
    let mustProgress = room.isOwn || (isFirst && !fragmentainer.canBreakEarlier)
    let request = ColumnRowRequest(
      measure: stack.measure,
      grid: stack.grid,
      room: room,
      flow: resume.flow,
      keepsMargin: resume.flow == nil ? false : resume.keepsMargin,
      mustProgress: mustProgress,
      isInsideAvoid: space.isInsideAvoid
    )
    guard let row = layOutColumnRow(of: stack.box, request, free: space.remaining.map { $0 - top }) else {
      if isFirst { return BlockContent(status: .outOfSpace) }
      let point = BreakPoint.inside(stack.box)
      fragmentainer.record(point, appeal: space.isInsideAvoid ? .violatingAvoid : .perfect)
      return stop(resume, at: point, stack: stack)
    }
    if row.holdsContent {
      let height = stack.height
      stack.add(row, at: top, style: style(stack.box))
      // Places of positioned boxes alone do not keep the margins of spanning boxes apart.
      if row.height > 0 { stack.strut = MarginStrut() } else { stack.height = height }
    }
    resume.flow = row.next
    resume.keepsMargin = row.forced != nil
    if let next = row.next, let spanner = spanner(at: next) {
      resume.spanner = spanner
      resume.flow = afterSpanner(next)
      return nil
    }
    guard row.next != nil else { return nil }
    let point = BreakPoint.inside(stack.box)
    if let forced = row.forced { fragmentainer.forced = forced == .column ? .page : forced }
    fragmentainer.record(point, appeal: space.isInsideAvoid ? .violatingAvoid : row.appeal)
    return stop(resume, at: point, stack: stack)
  }

  /// How high the columns of a row may be, and what says so.
  private func rowRoom(of stack: ColumnStack, top: Double, consumed: Double, in space: ConstraintSpace) -> ColumnRoom {
    var room = ColumnRoom()
    if let remaining = space.remaining { room.height = max(0, remaining - top) }
    let limit = stack.measure.height ?? stack.measure.bounds.map(\.most) ?? .infinity
    let own = max(0, limit - consumed - top)
    if own < room.height {
      room.height = own
      room.isOwn = true
    }
    // Where nothing is broken, columns have nowhere else to go either.
    room.isUnbroken = space.remaining == nil
    room.isOwn = room.isOwn || room.isUnbroken
    room.isBalanced = style(stack.box).columns.fill != .auto
    room.fillsHeight = stack.measure.height != nil
    room.balancesAll = style(stack.box).columns.fill == .balanceAll
    return room
  }
}

extension ColumnStack {
  /// Adds the columns of a row, and the rules between those that have content (CSS Multi-column Layout 1, 4).
  mutating func add(_ row: ColumnRow, at top: Double, style: ComputedStyle) {
    let rule = style.columns
    for (index, column) in row.columns.enumerated() {
      var fragment = column
      let x = Double(index) * (grid.width + grid.gap)
      fragment.offset = Point(x: x, y: top)
      fragment.size = Size(width: grid.width, height: row.height)
      children.append(fragment)
      guard index > 0, rule.ruleWidth > 0 else { continue }
      let left = x - grid.gap / 2 - rule.ruleWidth / 2
      rules.append(
        BorderRule(
          rect: Rect(x: left, y: top, width: rule.ruleWidth, height: row.height),
          isHorizontal: false,
          style: rule.ruleStyle,
          color: rule.ruleColor ?? style.color
        )
      )
    }
    height = top + row.height
  }

  func content(_ status: LayoutResult.Status) -> BlockContent {
    var content = BlockContent(children: children, height: height, status: status)
    if case .complete = status { content.height = max(0, height + strut.sum) }
    content.rules = rules
    return content
  }
}

extension ColumnsResume {
  func token(of box: Int32) -> BreakToken { BreakToken(box: box, position: .columns(self)) }
}
