import Styles
import Values

/// Sums at one place of a table, in the order of ``TableSums/names``.
struct SumState {
  /// Of all rows so far.
  var carried: [Decimal]
  /// Of the rows of the page so far.
  var page: [Decimal]

  /// Nothing added up yet.
  init(count: Int) {
    carried = Array(repeating: .zero, count: count)
    page = carried
  }
}

extension TableGrid {
  /// Rows of a range that stand in their own place: what `vb-carry` takes out of it is not among them.
  func ordinary(_ range: Range<Int>) -> [Int] { range.filter { rows[$0].carry == .none } }

  /// Rows that `vb-carry` puts at the foot, or the head, of pieces.
  func carried(to place: CarryPlace) -> [Int] { carriedRows.filter { rows[$0].carry == place } }
}

extension LayoutSession {
  /// The rows that stand where a table is broken, laid out in their widest form; none where it is not to be broken.
  mutating func carriedRows(_ place: CarryPlace, of table: TableLayout, in space: ConstraintSpace) -> [RowDraft] {
    guard space.remaining != nil, !table.grid.carriedRows.isEmpty else { return [] }
    return table.grid.carried(to: place).map { draftRow($0, of: table, resumed: nil, room: CellRoom()) }
  }

  /// The sums at the end of a piece: rows count on the page where they begin.
  func sums(after state: SumState, rows: Range<Int>, of piece: TablePiece) -> SumState {
    guard let sums = tree.tableSums[piece.box] else { return state }
    var result = SumState(count: sums.names.count)
    result.carried = state.carried
    let grid = piece.table.grid
    let body = grid.headerRows..<max(grid.headerRows, grid.rows.count - grid.footerRows)
    for row in rows.clamped(to: body) where grid.rows[row].carry == .none {
      for cell in grid.cells(ofRow: row) {
        for addend in tree.sumAddends[cell.box] ?? [] {
          guard let index = sums.index(of: addend.name) else { continue }
          // What does not fit was left out of the total as well, and was reported then.
          result.carried[index] = result.carried[index].adding(addend.value) ?? result.carried[index]
          result.page[index] = result.page[index].adding(addend.value) ?? result.page[index]
        }
      }
    }
    return result
  }

  /// The sums at the end of a piece, which the token of a piece that goes on keeps.
  func settleSums(of piece: TablePiece, resumed: TableBreak?, status: inout LayoutResult.Status) -> SumState {
    guard tree.tableSums[piece.box] != nil else { return piece.sums }
    let start = resumed.map { $0.isRowStarted ? $0.row + 1 : $0.row } ?? piece.body.lowerBound
    guard case .broken(var token) = status, case .row(var position) = token.position else {
      return sums(after: piece.sums, rows: start..<max(start, piece.body.upperBound), of: piece)
    }
    let end = position.isRowStarted ? position.row + 1 : position.row
    position.sums = sums(after: piece.sums, rows: start..<max(start, end), of: piece)
    token.position = .row(position)
    status = .broken(token)
    return position.sums
  }

  /// Rows laid out again, as high as they were, with the sums that they show at this place.
  mutating func showing(_ state: SumState, in drafts: [RowDraft], of piece: TablePiece) -> [RowDraft] {
    guard let sums = tree.tableSums[piece.box], !tree.sumRows.isEmpty else { return drafts }
    let shown = ShownSums(sums: sums, carried: state.carried, page: state.page)
    return drafts.map { draft in
      let box = piece.table.grid.rows[draft.row].box
      guard let source = tree.sumRows[box] else { return draft }
      let cells = sumCells(of: source, showing: shown, row: box)
      let states = zip(piece.table.grid.cells(ofRow: draft.row), cells).map { cell, box in
        CellState(cell: GridCell(box: box, columns: cell.columns, rows: cell.rows))
      }
      var result = draftCells(states, ofRow: draft.row, of: piece.table)
      result.height = max(result.height, draft.height)
      return result
    }
  }

  /// The boxes of a row's cells, made anew with the sums of one place.
  private mutating func sumCells(of source: SumRow, showing sums: ShownSums, row: Int32) -> [Int32] {
    var builder = BoxBuilder(document: document, references: references, styles: styles)
    // Moved there and back: a copy of all boxes for each page would be quadratic.
    swap(&builder.tree, &tree)
    var box = Box(kind: .row, node: source.part.node, style: builder.tree[row].style)
    box.isAnonymous = true
    let made = builder.tree.append(box, to: -1)
    builder.build(source, showing: sums, in: made)
    styles = builder.styles
    swap(&builder.tree, &tree)
    return tree.children(of: made)
  }

  /// Places the rows that are left where they fit once no room is kept for rows at the foot; says whether they did.
  mutating func finishes(_ piece: inout TablePiece, at first: Int, resumed: TableBreak?) -> Bool {
    guard piece.carryHeight > 0, let room = piece.room.map({ $0 + piece.carryHeight }) else { return false }
    let progress = fragmentainer
    defer { fragmentainer = progress }
    var flow = piece.flow
    var resumed = resumed
    for row in first..<piece.body.upperBound where piece.table.grid.rows[row].carry == .none {
      if row > first, endsPage(before: row, in: piece) { return false }
      let left = CellRoom(height: room - flow.height)
      let draft = draftRow(row, of: piece.table, resumed: resumed, room: left)
      // A row with footnotes is left to the page that is filled in turn: they need room as well.
      guard notes(of: draft).isEmpty, flow.add(draft, room: room) else { return false }
      resumed = nil
    }
    piece.flow = flow
    piece.next = piece.body.upperBound
    flush(&piece.flow)
    return true
  }
}
