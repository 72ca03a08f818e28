import Diagnostics
import Geometry
import Styles

/// Rows placed so far in one piece of a table.
struct RowStack {
  struct Placed {
    var row: Int
    var fragment: FragmentNode
    var isRepeated: Bool
  }

  var rows: [Placed] = []
  /// Bottom of the last row and the space below it, from the top of the table's content box.
  var height: Double
}

extension LayoutSession {
  /// Places the rows of a table until the page ends, its head repeated above and its foot below.
  mutating func layOutRows(
    of box: Int32,
    table: TableLayout,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    let grid = table.grid
    var next = grid.body.lowerBound
    if case .row(let row) = token?.position { next = row }
    let footer = layOutGroup(grid.body.upperBound..<grid.rows.count, of: table)
    var room = space.remaining.map { $0 - table.edges.vertical - footer.height(spacing: table.spacing.height) }
    var stack = RowStack(height: table.spacing.height)
    addHead(of: table, room: &room, isRepeated: token != nil, to: &stack)
    if token == nil, let room, stack.height > room + tolerance, fragmentainer.canBreakEarlier {
      return outOfSpace(box, table: table)
    }
    let firstRow = next
    var status = LayoutResult.Status.complete
    while next < grid.body.upperBound {
      let end = grid.rows[(next + 1)..<grid.body.upperBound].firstIndex { !$0.isSpannedInto } ?? grid.body.upperBound
      if next > firstRow, space.remaining != nil, endsPage(before: next, in: table, space: space) {
        status = stop(before: next, of: box, in: table)
        break
      }
      let cluster = layOutGroup(next..<end, of: table)
      let height = cluster.height(spacing: table.spacing.height)
      if let room, stack.height + height > room + tolerance {
        if next > firstRow {
          status = stop(before: next, of: box, in: table)
          break
        }
        if fragmentainer.canBreakEarlier { return outOfSpace(box, table: table) }
        report(tall: height, row: grid.rows[next].box, room: room - stack.height)
      }
      place(cluster, from: next, isRepeated: false, spacing: table.spacing.height, on: &stack)
      next = end
    }
    let isBroken = if case .broken = status { true } else { false }
    place(footer, from: grid.body.upperBound, isRepeated: isBroken, spacing: table.spacing.height, on: &stack)
    if !isBroken { tables[box] = nil }
    return LayoutResult(fragment: assemble(stack, of: box, table: table), status: status)
  }

  private mutating func addHead(of table: TableLayout, room: inout Double?, isRepeated: Bool, to stack: inout RowStack)
  {
    let head = layOutGroup(0..<table.grid.headerRows, of: table)
    let height = head.height(spacing: table.spacing.height)
    // A head that would take most of the page is shown once.
    if isRepeated, let room, height > room / 2 { return }
    place(head, from: 0, isRepeated: isRepeated, spacing: table.spacing.height, on: &stack)
  }

  /// Whether a break before a row is forced or has been chosen; else notes the place.
  private mutating func endsPage(before row: Int, in table: TableLayout, space: ConstraintSpace) -> Bool {
    let next = table.grid.rows[row]
    let previous = table.grid.rows[row - 1]
    var before = style(next.box).breakBefore
    var after = style(previous.box).breakAfter
    var isInsideAvoid = space.isInsideAvoid
    if next.group != previous.group {
      if before == .auto { before = style(next.group).breakBefore }
      if after == .auto { after = style(previous.group).breakAfter }
    } else {
      isInsideAvoid = isInsideAvoid || style(next.group).breakInside != .auto
    }
    if before.isForced || after.isForced {
      fragmentainer.forced = before.isForced ? before : after
      return true
    }
    let point = BreakPoint.before(next.box)
    if fragmentainer.target == point { return true }
    let avoids = isInsideAvoid || before.isAvoided || after.isAvoided
    fragmentainer.record(point, appeal: avoids ? .violatingAvoid : .perfect)
    return false
  }

  private mutating func stop(before row: Int, of box: Int32, in table: TableLayout) -> LayoutResult.Status {
    fragmentainer.actual = .before(table.grid.rows[row].box)
    return .broken(BreakToken(box: box, position: .row(row)))
  }

  private func outOfSpace(_ box: Int32, table: TableLayout) -> LayoutResult {
    LayoutResult(
      fragment: FragmentNode(kind: .table, node: tree[box].node, style: tree[box].style),
      status: .outOfSpace
    )
  }

  private mutating func report(tall height: Double, row: Int32, room: Double) {
    diagnostics.report(
      .contentTooTall(page: pageNumber, height: height, room: room, span: span(ofNode: tree[row].node))
    )
  }

  private func place(_ group: RowPieces, from row: Int, isRepeated: Bool, spacing: Double, on stack: inout RowStack) {
    for (offset, piece) in group.rows.enumerated() {
      var fragment = piece
      fragment.offset.y = stack.height
      fragment.isRepeated = isRepeated
      stack.rows.append(RowStack.Placed(row: row + offset, fragment: fragment, isRepeated: isRepeated))
      stack.height += fragment.size.height + spacing
    }
  }

  /// The table's fragment: its rows in their groups, its collapsed borders.
  private func assemble(_ stack: RowStack, of box: Int32, table: TableLayout) -> FragmentNode {
    var fragment = FragmentNode(kind: .table, node: tree[box].node, style: tree[box].style)
    fragment.box = box
    fragment.isAnonymous = tree[box].isAnonymous
    fragment.border = table.edges.border
    fragment.padding = table.edges.padding
    let content = stack.rows.isEmpty ? 0 : stack.height
    fragment.size = Size(width: table.width + table.edges.horizontal, height: content + table.edges.vertical)
    if let borders = table.borders {
      fragment.rules = borders.rules(of: stack.rows, table: table)
    }
    var start = 0
    while start < stack.rows.count {
      let group = table.grid.rows[stack.rows[start].row].group
      let end = stack.rows[start...].firstIndex { table.grid.rows[$0.row].group != group } ?? stack.rows.count
      let rows = groupFragment(group, rows: Array(stack.rows[start..<end]), table: table)
      if tree[group].isAnonymous {
        // Rows of a table without groups stand in the table itself: the group was made to hold them for layout only.
        fragment.children.append(contentsOf: rows.children.map { $0.moved(by: rows.offset) })
      } else {
        fragment.children.append(rows)
      }
      start = end
    }
    return fragment
  }

  private func groupFragment(_ group: Int32, rows: [RowStack.Placed], table: TableLayout) -> FragmentNode {
    var fragment = FragmentNode(kind: .rowGroup, node: tree[group].node, style: tree[group].style)
    fragment.box = group
    fragment.isAnonymous = tree[group].isAnonymous
    fragment.isRepeated = rows.first?.isRepeated ?? false
    let all = table.grid.rows
    if let first = rows.first?.row, let last = rows.last?.row {
      fragment.continuesBefore = first > 0 && all[first - 1].group == group
      fragment.continuesAfter = last + 1 < all.count && all[last + 1].group == group
    }
    let top = rows.first?.fragment.offset.y ?? 0
    let bottom = rows.last.map { $0.fragment.offset.y + $0.fragment.size.height } ?? top
    fragment.offset = Point(x: table.edges.left + table.spacing.width, y: table.edges.top + top)
    fragment.size = Size(width: table.span(0..<table.widths.count), height: bottom - top)
    fragment.children = rows.map { row in
      var child = row.fragment
      child.offset.y -= top
      return child
    }
    return fragment
  }
}
