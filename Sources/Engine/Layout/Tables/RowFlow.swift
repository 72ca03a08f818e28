import Geometry

/// A row, or a piece of one, at its place in a piece of a table.
struct PlacedRow {
  var row: Int
  var fragment: FragmentNode
  var isRepeated: Bool
}

/// The rows of one piece of a table, from its top down.
///
/// Rows wait as drafts while cells reach out of them; when these have ended, the heights of their rows are final.
struct RowFlow {
  let table: TableLayout
  private(set) var rows: [PlacedRow] = []
  /// Bottom of the last row and the space below it, from the top of the table's content box.
  private(set) var height: Double
  private(set) var drafts: [RowDraft] = []
  /// Cells that reach into rows to come: which draft and which of its cells.
  private(set) var open: [(draft: Int, cell: Int)] = []
  /// Top of the first draft.
  private var draftsTop: Double

  /// - Parameters:
  ///   - table: the table as this piece shows it.
  ///   - hasStart: whether there is space above the first row: not where the piece goes on from an earlier one.
  init(table: TableLayout, hasStart: Bool = true) {
    self.table = table
    height = hasStart ? table.spacing.height : 0
    draftsTop = height
  }

  /// The bottom of what is placed, where rows could end.
  var bottom: Double { rows.isEmpty && drafts.isEmpty ? height : height - table.spacing.height }

  /// Whether a break here would cut cells that reach over it.
  var isInsideSpan: Bool { !open.isEmpty }

  /// Height of the rows that stand together because cells reach over them.
  var openHeight: Double { open.isEmpty ? 0 : height - draftsTop }

  /// Adds a row, and widens rows for the cells that end in it; gives `false`, and does nothing, where it does not fit.
  mutating func add(_ draft: RowDraft, room: Double?) -> Bool {
    let before = (height, open)
    drafts.append(draft)
    if !isCollapsed(draft) { height += draft.height + table.spacing.height }
    for (index, cell) in draft.cells.enumerated() where cell.state.cell.rows.upperBound > draft.row + 1 {
      open.append((drafts.count - 1, index))
    }
    let end = draft.row + 1
    let ended = open.filter { self.cell($0).state.cell.rows.upperBound == end }
    var heights: [Double] = []
    if !ended.isEmpty {
      heights = drafts.map(\.height)
      open = open.filter { cell($0).state.cell.rows.upperBound > end }
      // Narrow spans first.
      for item in ended.sorted(by: { ($1.draft, $0.cell) < ($0.draft, $1.cell) }) {
        grow(from: item.draft, toHold: max(cell(item).height, cell(item).leastHeight))
      }
      settleHeight()
    }
    let isWhole = draft.cells.allSatisfy { $0.isComplete || $0.state.cell.rows.upperBound > end }
    guard let room, !isWhole || !ended.allSatisfy({ cell($0).isComplete }) || bottom > room + tolerance else {
      return true
    }
    drafts.removeLast()
    for (index, height) in heights.dropLast().enumerated() { drafts[index].height = height }
    (height, open) = before
    return false
  }

  private func cell(_ item: (draft: Int, cell: Int)) -> CellDraft { drafts[item.draft].cells[item.cell] }

  private mutating func settleHeight() {
    height = draftsTop
    for draft in drafts where !isCollapsed(draft) { height += draft.height + table.spacing.height }
  }

  private func isCollapsed(_ draft: RowDraft) -> Bool { table.grid.rows[draft.row].isCollapsed }

  /// The top of a draft in the table's content box.
  func top(ofDraft index: Int) -> Double {
    drafts[..<index].reduce(draftsTop) { $0 + (isCollapsed($1) ? 0 : $1.height + table.spacing.height) }
  }

  /// Makes rows from a draft on to the last one as high as a cell that spans them wants (CSS Tables 3, 3.10.2).
  private mutating func grow(from first: Int, toHold height: Double) {
    let gaps = table.spacing.height * Double(drafts.count - 1 - first)
    let missing = height - gaps - drafts[first...].reduce(0) { $0 + $1.height }
    guard missing > tolerance else { return }
    let rules: [(RowDraft) -> Double] = [
      { $0.isAuto ? $0.height : 0 },
      { $0.isAuto ? 1 : 0 },
      { $0.height },
    ]
    for rule in rules {
      let sum = drafts[first...].reduce(0) { $0 + rule($1) }
      guard sum > 0 else { continue }
      for index in drafts.indices[first...] { drafts[index].height += missing * rule(drafts[index]) / sum }
      return
    }
    for index in drafts.indices[first...] { drafts[index].height += missing / Double(drafts.count - first) }
  }

  /// Replaces a cell that reaches into rows to come by the piece of it that this page holds.
  mutating func replace(_ item: (draft: Int, cell: Int), by piece: CellDraft) {
    drafts[item.draft].cells[item.cell] = piece
  }

  /// Adds the last piece of this page of a row that is split.
  mutating func addSplit(_ draft: RowDraft) {
    drafts.append(draft)
    settleHeight()
  }

  /// Adds the rows of a head or foot.
  mutating func append(_ fragments: [PlacedRow], height: Double) {
    rows.append(contentsOf: fragments)
    self.height += height
    draftsTop = self.height
  }

  /// Takes over the drafts as placed rows.
  mutating func take(_ fragments: [PlacedRow]) {
    rows.append(contentsOf: fragments)
    drafts.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    draftsTop = height
  }
}
