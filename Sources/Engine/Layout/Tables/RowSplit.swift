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
  /// What a piece that goes on has more room for, because it has no edges at its end.
  var endRoom = 0.0
  /// Height that is kept free for the rows at the foot of a piece that goes on.
  var carryHeight = 0.0
  /// The sums before the first row of the piece.
  var sums = SumState(count: 0)

  /// How far a row may reach: the last one leaves room for the edges at the table's end.
  func room(for row: Int) -> Double? {
    let isLast = row + 1 >= body.upperBound
    return room.map { isLast ? $0 : $0 + endRoom }
  }
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

  /// What of a row that does not fit fills `height`; `nil` where none of its cells makes progress.
  init?(of row: RowDraft, resumed: TableBreak?, height: Double) {
    draft = row
    let progresses = row.cells.contains { !$0.state.isFinished && !$0.isStuck }
    let isHigher = row.height > height && row.cells.allSatisfy(\.isComplete) && !row.isAuto
    guard height > 0, progresses || isHigher else { return nil }
    appeal = .perfect
    rest = max(0, row.height - height)
    consumed = (resumed?.consumed ?? 0) + height
    for cell in row.cells where !cell.isComplete {
      appeal = min(appeal, cell.appeal)
      if forced == nil { forced = cell.forced }
    }
    // What is left of the page belongs to the row (CSS Fragmentation 3, 5.3); its content stands at the top.
    draft.height = height
    draft.goesOn = true
    for index in draft.cells.indices {
      draft.cells[index].goesOn = true
      draft.cells[index].baseline = nil
    }
  }
}

extension LayoutSession {
  /// Whether a row asks to be kept whole, by `break-inside` or because it is low (CSS Tables 3, 6.1).
  mutating func avoidsSplit(_ row: Int, of piece: TablePiece, resumed: TableBreak?) -> Bool {
    let gridRow = piece.table.grid.rows[row]
    if piece.space.isInsideAvoid || style(gridRow.box).breakInside != .auto
      || style(gridRow.group).breakInside != .auto
    {
      return true
    }
    // Deep inside other tables nothing is laid out only to be measured: every level would double the work.
    guard tableDepth <= deepestTries, resumed?.isRowStarted != true, piece.flow.open.isEmpty,
      piece.table.grid.cells(ofRow: row).allSatisfy({ $0.rowSpan == 1 })
    else { return false }
    let limit = min(fragmentainerSize.width, fragmentainerSize.height) / 2
    let draft = draftRow(row, of: piece.table, resumed: resumed, room: CellRoom(height: limit))
    return draft.height <= limit + tolerance && draft.cells.allSatisfy(\.isComplete)
  }
}
