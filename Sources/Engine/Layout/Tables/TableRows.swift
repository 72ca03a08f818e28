import Diagnostics
import Geometry
import Styles

extension LayoutSession {
  /// Places the rows of a table until the page ends, its head repeated above and its foot below.
  mutating func layOutRows(
    of box: Int32,
    table: TableLayout,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    tableDepth += 1
    defer { tableDepth -= 1 }
    var resumed: TableBreak?
    if case .row(let position) = token?.position, !position.beginsGroup { resumed = position }
    let head = repeatable(0..<table.grid.headerRows, of: table, in: space)
    let foot = repeatable(table.grid.rows.count - table.grid.footerRows..<table.grid.rows.count, of: table, in: space)
    let hasStart = resumed == nil || head != nil || style(box).clonesDecoration
    var piece = TablePiece(box: box, table: table, space: space, flow: RowFlow(table: table, hasStart: hasStart))
    let headEnd = table.grid.headerRows
    piece.body =
      (head == nil ? 0 : headEnd)..<(table.grid.rows.count - (foot == nil ? 0 : table.grid.footerRows))
    piece.next = resumed?.row ?? piece.body.lowerBound
    piece.sums = resumed?.sums ?? SumState(count: tree.tableSums[box]?.names.count ?? 0)
    // A head that began as ordinary rows is not repeated before it has ended.
    if let head, piece.next >= headEnd {
      place(showing(piece.sums, in: head, of: piece), isRepeated: resumed != nil, in: &piece.flow)
    }
    if resumed != nil {
      let carried = carriedRows(.head, of: table, in: space)
      place(showing(piece.sums, in: carried, of: piece), isRepeated: true, in: &piece.flow)
    }
    piece.edges = pieceEdges(
      of: box,
      table: table,
      isResumed: resumed != nil,
      hasHead: head != nil,
      hasFoot: foot != nil
    )
    if space.remaining != nil { reportWidth(of: table, box: box, available: space.available) }
    let footHeight = foot.map { height(of: $0, in: table) } ?? 0
    let carried = carriedRows(.foot, of: table, in: space)
    piece.carryHeight = height(of: carried, in: table)
    piece.room = space.remaining.map {
      $0 - piece.edges.vertical - footHeight - piece.carryHeight - table.spacing.height
    }
    if foot == nil, table.borders == nil, !style(box).clonesDecoration { piece.endRoom = piece.edges.bottom }
    takeNotes(of: resumed == nil ? (head ?? []) + (foot ?? []) : [], in: &piece)
    if resumed == nil, let room = piece.room, piece.flow.height > room + table.spacing.height + tolerance,
      fragmentainer.canBreakEarlier
    {
      return outOfSpace(box)
    }
    var status = place(&piece, from: resumed)
    if case .outOfSpace = status { return outOfSpace(box) }
    flush(&piece.flow)
    let isBroken = if case .broken = status { true } else { false }
    let sums = settleSums(of: piece, resumed: resumed, status: &status)
    if isBroken { place(showing(sums, in: carried, of: piece), isRepeated: true, in: &piece.flow) }
    if let foot { place(showing(sums, in: foot, of: piece), isRepeated: isBroken, in: &piece.flow) }
    settleSplit(of: piece, status: &status)
    if case .complete = status { tables[box] = nil }
    return LayoutResult(fragment: assemble(piece, continuesAfter: isBroken), status: status)
  }

  /// Places rows until all are placed or the page ends.
  private mutating func place(_ piece: inout TablePiece, from token: TableBreak?) -> LayoutResult.Status {
    var resumed = token
    let first = piece.next
    while piece.next < piece.body.upperBound {
      let row = piece.next
      guard piece.table.grid.rows[row].carry == .none else {
        piece.next += 1
        continue
      }
      if row > first, piece.space.remaining != nil, endsPage(before: row, in: piece) {
        return stop(before: row, in: &piece)
      }
      let room = piece.room(for: row).map { $0 - piece.flow.height }
      let draft = draftRow(row, of: piece.table, resumed: resumed, room: CellRoom(height: room))
      // Kept only where the row may have to be taken back: a copy for each row would be quadratic.
      let before = notes(of: draft).isEmpty ? nil : piece.flow
      if piece.flow.add(draft, room: piece.room(for: row)) {
        if let before, !placeNotes(of: draft, in: &piece) {
          let box = piece.table.grid.rows[row].box
          if row > first || fragmentainer.canBreakEarlier {
            piece.flow = before
            let isBest = row > first && (fragmentainer.best == .before(box) || !fragmentainer.canBreakEarlier)
            return isBest ? stop(before: row, in: &piece) : .outOfSpace
          }
          forceNotes(of: [draft], in: &piece)
        }
        if piece.flow.open.isEmpty { flush(&piece.flow) }
        resumed = nil
        piece.next += 1
        continue
      }
      if finishes(&piece, at: row, resumed: resumed) { return .complete }
      let mark = footnotes.mark
      let fit = fitNotes(draft, of: piece, isFirst: row == first, resumed: resumed, room: room ?? 0)
      let status = end(&piece, at: fit.draft, isFirst: row == first, resumed: resumed, room: fit.room)
      if !isInside(row, status) { footnotes.revert(to: mark) }
      if let status { return status }
      resumed = nil
      piece.next += 1
    }
    return .complete
  }

  /// Whether a page ends inside a row.
  private func isInside(_ row: Int, _ status: LayoutResult.Status?) -> Bool {
    guard case .broken(let token) = status, case .row(let position) = token.position else { return false }
    return position.row == row && position.isRowStarted
  }

  /// Ends the page in or before a row that does not fit; gives `nil` where all of it could be placed after all.
  private mutating func end(
    _ piece: inout TablePiece,
    at draft: RowDraft,
    isFirst: Bool,
    resumed: TableBreak?,
    room: Double
  ) -> LayoutResult.Status? {
    let row = draft.row
    let box = piece.table.grid.rows[row].box
    let split = RowSplit(of: draft, resumed: resumed, height: room)
    if let split {
      if let forced = split.forced {
        fragmentainer.forced = forced
        return stop(inside: row, split: split, in: &piece, room: room)
      }
      let isKept = avoidsSplit(row, of: piece, resumed: resumed)
      fragmentainer.record(.inside(box), appeal: isKept ? .violatingAvoid : split.appeal)
    }
    if split != nil, fragmentainer.best == .inside(box) || fragmentainer.target == .inside(box) {
      return stop(inside: row, split: split, in: &piece, room: room)
    }
    if !isFirst, fragmentainer.best == .before(box) || !fragmentainer.canBreakEarlier {
      return stop(before: row, in: &piece)
    }
    if fragmentainer.canBreakEarlier { return .outOfSpace }
    if let split, !split.draft.cells.allSatisfy(\.isComplete) || split.rest > tolerance {
      return stop(inside: row, split: split, in: &piece, room: room)
    }
    return overflow(&piece, draft, resumed: resumed, room: room)
  }

  /// Places as much of a row as must be, though it fits nowhere; gives `nil` where that is all of it.
  private mutating func overflow(
    _ piece: inout TablePiece,
    _ tried: RowDraft,
    resumed: TableBreak?,
    room: Double
  ) -> LayoutResult.Status? {
    let row = tried.row
    var draft = tried
    // Deep inside other tables the first try has overflowed already.
    if tableDepth <= deepestTries {
      let mustProgress = CellRoom(height: room, mustProgress: true)
      draft = draftRow(row, of: piece.table, resumed: resumed, room: mustProgress)
    }
    report(tall: draft.height, row: piece.table.grid.rows[row].box, room: room)
    let isWhole = draft.cells.allSatisfy { $0.isComplete || $0.state.cell.rows.upperBound > row + 1 }
    if !isWhole, let split = RowSplit(of: draft, resumed: resumed, height: max(room, draft.height, tolerance)) {
      return stop(inside: row, split: split, in: &piece, room: room)
    }
    _ = piece.flow.add(draft, room: nil)
    if piece.flow.open.isEmpty { flush(&piece.flow) }
    return nil
  }

  /// Whether a break before a row is forced or has been chosen; else notes the place.
  mutating func endsPage(before row: Int, in piece: TablePiece) -> Bool {
    let grid = piece.table.grid
    let next = grid.rows[row]
    let previous = grid.rows[row - 1]
    var before = [style(next.box).breakBefore]
    var after = [style(previous.box).breakAfter]
    var avoids = piece.space.isInsideAvoid
    if next.group != previous.group {
      before.append(style(next.group).breakBefore)
      after.append(style(previous.group).breakAfter)
    } else {
      avoids = avoids || style(next.group).breakInside != .auto
    }
    if let forced = before.first(where: isForced) ?? after.first(where: isForced) {
      fragmentainer.forced = forced
      return true
    }
    let point = BreakPoint.before(next.box)
    if fragmentainer.target == point { return true }
    var appeal = BreakAppeal.perfect
    // A few rows that a cell ties together are better moved together.
    if piece.flow.isInsideSpan, piece.flow.openHeight < fragmentainerSize.height / 4 {
      appeal = .violatingOrphansAndWidows
    }
    if avoids || before.contains(where: isAvoided) || after.contains(where: isAvoided) { appeal = .violatingAvoid }
    fragmentainer.record(point, appeal: appeal)
    return false
  }

  /// Ends the page before a row; cells that reach over the break go on.
  private mutating func stop(before row: Int, in piece: inout TablePiece) -> LayoutResult.Status {
    fragmentainer.actual = .before(piece.table.grid.rows[row].box)
    var position = TableBreak(row: row)
    position.cells = cutOpenCells(of: &piece, at: piece.flow.bottom)
    return .broken(BreakToken(box: piece.box, position: .row(position)))
  }

  /// Ends the page inside a row.
  private mutating func stop(
    inside row: Int,
    split: RowSplit?,
    in piece: inout TablePiece,
    room: Double
  ) -> LayoutResult.Status {
    guard let split else { return .outOfSpace }
    fragmentainer.actual = .inside(piece.table.grid.rows[row].box)
    var position = TableBreak(row: row, isRowStarted: true, consumed: split.consumed)
    position.cells = cutOpenCells(of: &piece, at: piece.flow.height + split.draft.height)
    position.cells.append(contentsOf: split.draft.cells.map(\.next))
    position.cells.sort { $0.cell.column < $1.cell.column }
    piece.flow.addSplit(split.draft)
    return .broken(BreakToken(box: piece.box, position: .row(position)))
  }

  /// Cuts the cells that reach below `bottom` there; gives what goes on.
  private mutating func cutOpenCells(of piece: inout TablePiece, at bottom: Double) -> [CellState] {
    var states: [CellState] = []
    for item in piece.flow.open {
      let whole = piece.flow.drafts[item.draft].cells[item.cell]
      let height = bottom - piece.flow.top(ofDraft: item.draft)
      var cut = whole
      if !whole.isComplete || whole.height > height + tolerance {
        let room = CellRoom(height: height)
        cut = draftCell(whole.state, of: piece.table, isContinued: whole.isContinued, room: room)
      }
      cut.goesOn = true
      piece.flow.replace(item, by: cut)
      states.append(cut.next)
    }
    return states
  }

  private func outOfSpace(_ box: Int32) -> LayoutResult {
    LayoutResult(
      fragment: FragmentNode(kind: .table, node: tree[box].node, style: tree[box].style),
      status: .outOfSpace
    )
  }

  private mutating func report(tall height: Double, row: Int32, room: Double) {
    guard height > room + tolerance else { return }
    diagnostics.report(
      .contentTooTall(page: pageNumber, height: height, room: room, span: span(ofNode: tree[row].node))
    )
  }
}
