import Geometry
import Styles

/// A cell that goes on on the next page, because it has content left or because its rows have.
struct CellState {
  var cell: GridCell
  /// Where its content goes on; `nil` where it has not begun, or has ended.
  var token: BreakToken?
  var isFinished = false
  /// Whether a forced break ended its piece, so that the margin at the start stays.
  var keepsMargin = false
}

/// Where a table goes on.
struct TableBreak {
  /// The row to go on with.
  var row: Int
  /// Whether a part of that row has been placed.
  var isRowStarted = false
  /// Height of that row that has been placed.
  var consumed = 0.0
  /// Cells of that row, or cells that reach into it, that have begun.
  var cells: [CellState] = []
  /// The sums of the rows that have begun.
  var sums = SumState(count: 0)
  /// The groups of columns that the table is split into, and the one to go on with.
  var split = ColumnSplit()
  /// Whether that group has not begun.
  var beginsGroup = false
}

/// A cell laid out at the top of its row, whose height is not known yet.
struct CellDraft {
  var state: CellState
  var edges: BoxEdges
  var fragment: FragmentNode
  /// The border box's height as its content wants it.
  var height: Double
  /// The height that its own properties ask for where it spans rows.
  var leastHeight = 0.0
  /// From the top of the border box; `nil` for cells that are not aligned by it.
  var baseline: Double?
  /// Where the rest goes on, if the content did not fit.
  var rest: BreakToken?
  /// Whether nothing of the content fitted.
  var isStuck = false
  var appeal = BreakAppeal.perfect
  var forced: BreakBetween?
  /// Whether a part of it stands on an earlier page.
  var isContinued = false
  /// Whether a part of it stands on a later page.
  var goesOn = false

  var isComplete: Bool { rest == nil && !isStuck }

  /// What the next page has to know.
  var next: CellState {
    var next = state
    next.token = isStuck ? state.token : rest
    next.isFinished = isComplete
    next.keepsMargin = forced != nil
    return next
  }
}

/// A row on the page being filled, before the cells that reach out of it are settled.
struct RowDraft {
  var row: Int
  var cells: [CellDraft]
  var height: Double
  var baseline: Double
  /// Whether the row is only as high as its content (CSS Tables 3, 3.10.4).
  var isAuto: Bool
  var isContinued = false
  var goesOn = false
}

/// How far from the row's top a cell may reach, and whether it must.
struct CellRoom {
  /// `nil` where the content is not to be broken.
  var height: Double?
  /// Whether content that fits nowhere is placed all the same.
  var mustProgress = false
}

extension LayoutSession {
  /// Lays out the cells of a row: those that begin in it and those that go on from the page before.
  mutating func draftRow(
    _ row: Int,
    of table: TableLayout,
    resumed: TableBreak?,
    room: CellRoom
  ) -> RowDraft {
    var states = resumed?.cells ?? []
    let isStarted = resumed?.isRowStarted ?? false
    if !isStarted {
      for cell in table.grid.cells(ofRow: row) where table.columns.shown(cell.columns) > 0 {
        states.append(CellState(cell: cell))
      }
      if resumed != nil { states.sort { $0.cell.column < $1.cell.column } }
    }
    var draft = RowDraft(row: row, cells: [], height: 0, baseline: 0, isAuto: true, isContinued: isStarted)
    for state in states where table.columns.shown(state.cell.columns) > 0 {
      draft.cells.append(draftCell(state, of: table, isContinued: isStarted || state.cell.row < row, room: room))
    }
    settleHeight(of: &draft, in: table, consumed: resumed?.consumed ?? 0)
    let collapsed = collapsedCellHeight(ofRow: row, of: table) - (resumed?.consumed ?? 0)
    if !isStarted, collapsed > draft.height {
      draft.height = collapsed
      draft.isAuto = false
    }
    return draft
  }

  /// The height of the cells of a row that stand in collapsed columns alone: it counts as if they were shown (CSS 2.2, 17.5.5).
  private mutating func collapsedCellHeight(ofRow row: Int, of table: TableLayout) -> Double {
    guard table.grid.columns.contains(where: \.isCollapsed) else { return 0 }
    let (paragraphs, diagnostics) = (paragraphs, diagnostics)
    defer { (self.paragraphs, self.diagnostics) = (paragraphs, diagnostics) }
    var height = 0.0
    for cell in table.grid.cells(ofRow: row)
    where cell.rowSpan == 1 && table.columns.shown(cell.columns) == 0 && table.uncollapsed.shown(cell.columns) > 0 {
      let draft = draftCell(CellState(cell: cell), of: table, isContinued: false, room: CellRoom())
      height = max(height, draft.height, specifiedHeight(of: draft) ?? 0)
    }
    return height
  }

  /// Lays out cells that take the place of a row's own.
  mutating func draftCells(_ states: [CellState], ofRow row: Int, of table: TableLayout) -> RowDraft {
    var draft = RowDraft(row: row, cells: [], height: 0, baseline: 0, isAuto: true)
    for state in states where table.columns.shown(state.cell.columns) > 0 {
      draft.cells.append(draftCell(state, of: table, isContinued: false, room: CellRoom()))
    }
    settleHeight(of: &draft, in: table, consumed: 0)
    return draft
  }

  /// Lays out one cell, or what is left of it.
  mutating func draftCell(_ state: CellState, of table: TableLayout, isContinued: Bool, room: CellRoom) -> CellDraft {
    let style = style(state.cell.box)
    var edges = cellEdges(state.cell, in: table, available: table.width)
    let clones = table.borders != nil || style.clonesDecoration
    let width = max(0, table.uncollapsed.span(state.cell.columns) - edges.horizontal)
    if isContinued, !clones { dropStart(of: &edges) }
    let measure = BlockMeasure(edges: edges, width: width, height: nil)
    var draft = CellDraft(
      state: state,
      edges: edges,
      fragment: blockFragment(state.cell.box, measure: measure),
      height: 0
    )
    draft.isContinued = isContinued
    if state.isFinished {
      draft.height = edges.vertical
    } else {
      setMarkAxes(of: state.cell, edges: edges, width: width, in: table)
      let reported = diagnostics
      fill(&draft, measure: measure, room: room, keepsEnd: clones)
      // What is wrong with it was told where it stands first.
      if table.split.repeats(state.cell) { diagnostics = reported }
      clearMarkAxes(of: state.cell)
    }
    draft.fragment.isRepeated = table.split.repeats(state.cell)
    if state.cell.rowSpan > 1, !isContinued { draft.leastHeight = specifiedHeight(of: draft) ?? 0 }
    draft.fragment.kind = .cell
    draft.fragment.span.columns = tree[state.cell.box].columnSpan
    draft.fragment.span.rows = Int32(clamping: state.cell.rowSpan)
    draft.fragment.border = edges.border
    draft.fragment.padding = edges.padding
    draft.fragment.offset.x = table.columns.left(of: state.cell.column) - table.spacing.width
    draft.fragment.continuesBefore = isContinued
    if isBaselineAligned(style), !isContinued {
      draft.baseline = draft.fragment.firstBaseline ?? draft.height - edges.bottom
    }
    return draft
  }

  private mutating func fill(_ draft: inout CellDraft, measure: BlockMeasure, room: CellRoom, keepsEnd: Bool) {
    let box = draft.state.cell.box
    let token = draft.state.token
    var space = ConstraintSpace(available: measure.width)
    guard let height = room.height else {
      let outer = fragmentainer
      fragmentainer = FragmentainerProgress()
      defer { fragmentainer = outer }
      draft.fragment = layOutBlock(box, measure: measure, in: space, from: token).fragment
      draft.height = draft.fragment.size.height
      return
    }
    let isDeep = tableDepth > deepestTries
    space.remaining = isDeep && keepsEnd ? height - measure.edges.bottom : height
    let start = FragmentainerStart(keepsMargin: draft.state.keepsMargin, mustProgress: room.mustProgress)
    var filled = fillCell(start) { session in session.layOutBlock(box, measure: measure, in: space, from: token) }
    if keepsEnd, !isDeep, measure.edges.bottom > 0, case .broken = filled.result.status, filled.forced == nil {
      // A piece that keeps its end edges has less room for content.
      space.remaining = height - measure.edges.bottom
      filled = fillCell(start) { session in session.layOutBlock(box, measure: measure, in: space, from: token) }
    }
    draft.appeal = filled.appeal
    draft.forced = filled.forced
    switch filled.result.status {
    case .complete:
      draft.fragment = filled.result.fragment
      draft.height = draft.fragment.size.height
    case .broken(let rest):
      draft.fragment = filled.result.fragment
      draft.height = draft.fragment.size.height
      draft.rest = rest
    case .outOfSpace:
      draft.isStuck = true
      draft.appeal = .violatingAvoid
      draft.height = measure.edges.vertical
    }
  }

  /// Fills a cell like a page; deep inside other tables in one go, because every level may lay out the next three times.
  private mutating func fillCell(
    _ start: FragmentainerStart,
    with layOutFlow: (inout LayoutSession) -> LayoutResult
  ) -> FilledFragmentainer {
    // The notes that cells call are placed with their row.
    guard tableDepth > deepestTries else {
      return withNotesAside { $0.fillFragmentainer(start, with: layOutFlow) }
    }
    let outer = fragmentainer
    defer { fragmentainer = outer }
    fragmentainer = FragmentainerProgress()
    fragmentainer.keepsMarginAtStart = start.keepsMargin
    fragmentainer.mayOverflow = true
    let result = withNotesAside { layOutFlow(&$0) }
    return FilledFragmentainer(result: result, forced: fragmentainer.forced)
  }

  /// The height of a row by the cells that begin and end in it, baselines aligned (CSS Tables 3, 3.10.2).
  private func settleHeight(of draft: inout RowDraft, in table: TableLayout, consumed: Double) {
    let rowStyle = style(table.grid.rows[draft.row].box)
    var asked = 0.0
    for extent in [rowStyle.height, rowStyle.minHeight] {
      guard let height = extent.points else { continue }
      asked = max(asked, height)
      draft.isAuto = draft.isAuto && extent != rowStyle.height
    }
    draft.baseline = draft.cells.compactMap(\.baseline).max() ?? 0
    var needed = 0.0
    for cell in draft.cells where cell.state.cell.rows.upperBound == draft.row + 1 {
      needed = max(needed, cell.height + (cell.baseline.map { draft.baseline - $0 } ?? 0))
      guard cell.state.cell.rowSpan == 1, let height = specifiedHeight(of: cell) else { continue }
      asked = max(asked, height)
      if style(cell.state.cell.box).height.points != nil { draft.isAuto = false }
    }
    if let heights = table.rowHeights { asked = max(asked, heights[draft.row]) }
    draft.height = max(needed, asked - consumed)
    if !draft.cells.contains(where: { $0.baseline != nil }) {
      let bottom = draft.cells.map { $0.edges.bottom }.min() ?? 0
      draft.baseline = draft.height - bottom
    }
  }

  /// The border box's height that a cell's own properties ask for.
  private func specifiedHeight(of cell: CellDraft) -> Double? {
    let style = style(cell.state.cell.box)
    let edges = cell.edges.vertical
    var result: Double?
    for extent in [style.height, style.minHeight] {
      guard let height = extent.points else { continue }
      result = max(result ?? 0, style.sizesBorderBox ? max(height, edges) : height + edges)
    }
    return result
  }

  /// Whether a cell is aligned at its row's baseline (CSS 2.2, 17.5.3: all values but three).
  func isBaselineAligned(_ style: ComputedStyle) -> Bool {
    switch style.verticalAlign {
    case .top, .middle, .bottom: false
    default: true
    }
  }
}

/// How deep tables may stand in tables and still have the best place to break looked for.
let deepestTries = 3
