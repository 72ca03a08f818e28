import Geometry
import Styles

/// A piece of a table under way.
struct TablePiece {
  var box: Int32
  var table: TableLayout
  var space: ConstraintSpace
  var flow: RowFlow
  /// The rows that are placed in turn: neither repeated above nor below.
  var body = 0..<0
  var next = 0
  /// The table's edges that this piece has.
  var edges = BoxEdges()
  /// How far from the top of the content box rows may reach; `nil` where nothing is broken.
  var room: Double?
}

/// A row that is split: the piece of this page, and what is left.
struct RowSplit {
  var draft: RowDraft
  var appeal: BreakAppeal
  var forced: BreakBetween?
  /// Height of the row that is used up with this piece, where the row asks for a height.
  var consumed: Double
  /// Height that the row asks for and that is not placed yet.
  var rest: Double
}

extension LayoutSession {
  /// Fills the cells of a row that does not fit as far as there is room; `nil` where none of them makes progress.
  mutating func splitRow(_ row: Int, of piece: TablePiece, resumed: TableBreak?, room: CellRoom) -> RowSplit? {
    var draft = draftRow(row, of: piece.table, resumed: resumed, room: room)
    let height = max(0, room.height ?? 0)
    let wanted = draft.height
    let progresses = draft.cells.contains { !$0.state.isFinished && !$0.isStuck }
    let isHigher = wanted > height && draft.cells.allSatisfy(\.isComplete) && !draft.isAuto
    guard height > 0, progresses || isHigher else { return nil }
    var split = RowSplit(draft: draft, appeal: .perfect, forced: nil, consumed: 0, rest: max(0, wanted - height))
    split.consumed = (resumed?.consumed ?? 0) + height
    for cell in draft.cells where !cell.isComplete {
      split.appeal = min(split.appeal, cell.appeal)
      if split.forced == nil { split.forced = cell.forced }
    }
    // What is left of the page belongs to the row (CSS Fragmentation 3, 5.3); its content stands at the top.
    draft.height = height
    draft.goesOn = true
    for index in draft.cells.indices {
      draft.cells[index].goesOn = true
      draft.cells[index].baseline = nil
    }
    split.draft = draft
    return split
  }

  /// Whether a row asks to be kept whole, by `break-inside` or because it is low (CSS Tables 3, 6.1).
  mutating func avoidsSplit(_ row: Int, of piece: TablePiece, resumed: TableBreak?) -> Bool {
    let gridRow = piece.table.grid.rows[row]
    if piece.space.isInsideAvoid || style(gridRow.box).breakInside != .auto
      || style(gridRow.group).breakInside != .auto
    {
      return true
    }
    guard resumed?.isRowStarted != true, piece.flow.open.isEmpty,
      piece.table.grid.cells(ofRow: row).allSatisfy({ $0.rowSpan == 1 })
    else { return false }
    let limit = min(fragmentainerSize.width, fragmentainerSize.height) / 2
    let draft = draftRow(row, of: piece.table, resumed: resumed, room: CellRoom(height: limit))
    return draft.height <= limit + tolerance && draft.cells.allSatisfy(\.isComplete)
  }
}
