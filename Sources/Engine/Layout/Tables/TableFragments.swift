import Geometry
import Markup
import Styles
import Text

extension LayoutSession {
  /// The rows of a head or foot, if they are to stand on each page (CSS Tables 3, 6.2).
  mutating func repeatable(_ rows: Range<Int>, of table: TableLayout, in space: ConstraintSpace) -> [RowDraft]? {
    let rows = table.grid.ordinary(rows)
    guard let first = rows.first else { return nil }
    let group = table.grid.rows[first].group
    var flow = RowFlow(table: table)
    guard space.remaining != nil else {
      for row in rows { _ = flow.add(draftRow(row, of: table, resumed: nil, room: CellRoom()), room: nil) }
      return flow.drafts
    }
    guard style(group).breakInside != .auto, tableDepth <= deepestTries else { return nil }
    let limit = fragmentainerSize.height / 4
    for row in rows {
      let room = CellRoom(height: limit)
      guard flow.add(draftRow(row, of: table, resumed: nil, room: room), room: limit + table.spacing.height) else {
        return nil
      }
    }
    return flow.drafts
  }

  /// Height of drafts, each with the space below it.
  func height(of drafts: [RowDraft], in table: TableLayout) -> Double {
    drafts.reduce(0) { $0 + (table.grid.rows[$1.row].isCollapsed ? 0 : $1.height + table.spacing.height) }
  }

  /// Places the rows of a head or foot below what is placed.
  mutating func place(_ drafts: [RowDraft], isRepeated: Bool, in flow: inout RowFlow) {
    let rows = finished(drafts, top: flow.height, table: flow.table, isRepeated: isRepeated)
    flow.append(rows, height: height(of: drafts, in: flow.table))
  }

  /// Settles the rows that waited for cells that reach out of them.
  mutating func flush(_ flow: inout RowFlow) {
    let top = flow.top(ofDraft: 0)
    flow.take(finished(flow.drafts, top: top, table: flow.table, isRepeated: false))
  }

  /// Final fragments of rows below each other: cells as high as their rows, content where `vertical-align` wants it.
  private mutating func finished(
    _ drafts: [RowDraft],
    top: Double,
    table: TableLayout,
    isRepeated: Bool
  ) -> [PlacedRow] {
    // Sums of the heights before each row, and of the rows that are shown.
    var tops = [top]
    for draft in drafts {
      let isCollapsed = table.grid.rows[draft.row].isCollapsed
      tops.append((tops.last ?? top) + (isCollapsed ? 0 : draft.height + table.spacing.height))
    }
    var result: [PlacedRow] = []
    for (index, draft) in drafts.enumerated() {
      let row = table.grid.rows[draft.row]
      var fragment = FragmentNode(kind: .row, node: tree[row.box].node, style: tree[row.box].style)
      fragment.box = row.box
      fragment.pseudo = tree[row.box].pseudo
      fragment.isAnonymous = tree[row.box].isAnonymous
      fragment.isRepeated = isRepeated
      // A row of a table that is split goes on with the next group of columns.
      fragment.continuesBefore = draft.isContinued || table.split.isLater
      fragment.continuesAfter = draft.goesOn || table.split.hasNext
      fragment.baseline = draft.baseline
      fragment.offset.y = tops[index]
      fragment.size.width = max(0, table.columns.total - 2 * table.spacing.width)
      fragment.size.height = row.isCollapsed ? 0 : draft.height
      for cell in draft.cells {
        let end = min(index + max(1, cell.state.cell.rows.upperBound - draft.row), drafts.count)
        let height = max(0, tops[end] - tops[index] - table.spacing.height)
        if row.isCollapsed, height <= 0 { continue }
        fragment.children.append(finished(cell, height: height, row: draft, table: table))
      }
      if row.isCollapsed, !row.isHidden, fragment.children.isEmpty { continue }
      result.append(PlacedRow(row: draft.row, fragment: fragment, isRepeated: isRepeated))
    }
    return result
  }

  /// A cell as high as its rows (CSS 2.2, 17.5.3).
  private mutating func finished(_ cell: CellDraft, height: Double, row: RowDraft, table: TableLayout) -> FragmentNode {
    var fragment = cell.fragment
    var natural = cell.height
    let style = style(cell.state.cell.box)
    if fillsPercentages(cell, table: table) {
      let content = max(0, height - cell.edges.vertical)
      fragment.children = percentChildren(of: cell, width: fragment.size.width, height: content)
      let bottom = fragment.children.map { $0.offset.y + $0.size.height + $0.margin.bottom }.max() ?? 0
      natural = bottom + cell.edges.bottom
    }
    let rest = height - natural
    let shift: Double
    switch style.verticalAlign {
    case _ where cell.isContinued || cell.goesOn || row.goesOn: shift = 0
    case .top: shift = 0
    case .middle: shift = rest / 2
    case .bottom: shift = rest
    default: shift = cell.baseline.map { min(max(0, row.baseline - $0), max(0, rest)) } ?? 0
    }
    if shift > 0 { for index in fragment.children.indices { fragment.children[index].offset.y += shift } }
    fragment.size.height = height
    fragment.hasDefiniteHeight = table.hasHeight || style.height.points != nil
    // Of what a cell holds, nothing is shown in collapsed rows and columns (CSS 2.2, 17.5.5).
    let width = table.span(cell.state.cell.columns)
    let isCutAtSide = width < fragment.size.width - tolerance
    fragment.clipsContent = isCutAtSide || rest < -tolerance && spansCollapsedRow(cell, table: table)
    fragment.size.width = min(fragment.size.width, max(width, cell.edges.horizontal))
    fragment.continuesAfter = cell.goesOn
    if cell.goesOn, table.borders == nil, !style.clonesDecoration {
      fragment.border.bottom = 0
      fragment.padding.bottom = 0
    }
    fragment.paintsNothing = table.borders == nil && hidesEmptyCell(cell.state.cell.box)
    fragment.columnStyles = columnStyles(of: cell.state.cell, table: table)
    return fragment
  }

  private func spansCollapsedRow(_ cell: CellDraft, table: TableLayout) -> Bool {
    cell.state.cell.rowSpan > 1 && cell.state.cell.rows.contains { table.grid.rows[$0].isCollapsed }
  }

  /// Whether a cell shows nothing of itself, because it has no visible content (CSS 2.2, 17.6.1.1).
  func hidesEmptyCell(_ box: Int32) -> Bool {
    let style = style(box)
    return style.hidesEmptyCells && (style.visibility != .visible || isEmptyCell(box))
  }

  /// Whether a cell holds nothing: empty elements in the flow, or floating ones, are something.
  private func isEmptyCell(_ box: Int32) -> Bool {
    let item = tree[box]
    guard item.firstChild < 0, item.inline < 0 || tree.inlines[Int(item.inline)].isEmpty else { return false }
    guard item.node >= 0, item.pseudo == nil, !item.isAnonymous else { return true }
    var child = document.tree.nodes[Int(item.node)].firstChild
    while child >= 0 {
      let style = styles[document.styleIndices[Int(child)]]
      if document.tree.nodes[Int(child)].kind != .text, style.display != .none, !style.position.isAbsolute {
        return false
      }
      child = document.tree.nodes[Int(child)].nextSibling
    }
    return true
  }

  /// Styles of a cell's column group and column that have backgrounds, the lower first (CSS 2.2, 17.5.1).
  private func columnStyles(of cell: GridCell, table: TableLayout) -> [Int32] {
    let column = table.grid.columns[cell.column]
    return [column.groupStyle, column.style].filter { $0 >= 0 && styles[$0].hasBackground }
  }

  /// Whether children of a cell have heights in percent that its own height settles (CSS Tables 3, 3.10.5).
  private func fillsPercentages(_ cell: CellDraft, table: TableLayout) -> Bool {
    guard !cell.goesOn, !cell.isContinued, table.hasHeight || style(cell.state.cell.box).height.points != nil else {
      return false
    }
    let box = tree[cell.state.cell.box]
    var child = box.firstChild
    while child >= 0 {
      if hasPercentageHeight(child) { return true }
      child = tree[child].nextSibling
    }
    guard box.inline >= 0 else { return false }
    let source = tree.inlines[Int(box.inline)]
    return zip(source.content.objects, source.objectTargets).contains { object, target in
      if case .atomic = object.kind { hasPercentageHeight(target) } else { false }
    }
  }

  private func hasPercentageHeight(_ box: Int32) -> Bool {
    let style = style(box)
    return style.height.isPercentage || style.minHeight.isPercentage || style.maxHeight.isPercentage
  }

  private mutating func percentChildren(of cell: CellDraft, width: Double, height: Double) -> [FragmentNode] {
    let outer = fragmentainer
    fragmentainer = FragmentainerProgress()
    defer { fragmentainer = outer }
    let inner = max(0, width - cell.edges.horizontal)
    let measure = BlockMeasure(edges: cell.edges, width: inner, height: height)
    let space = ConstraintSpace(available: inner)
    return layOutBlock(cell.state.cell.box, measure: measure, in: space, from: nil).fragment.children
  }

  /// The edges of a table's piece: where it is cut there are none, unless its head or foot stands there.
  func pieceEdges(of box: Int32, table: TableLayout, isResumed: Bool, hasHead: Bool, hasFoot: Bool) -> BoxEdges {
    var edges = table.edges
    if isResumed, !hasHead, table.borders == nil, !style(box).clonesDecoration { dropStart(of: &edges) }
    return edges
  }

  /// The table's fragment: its rows in their groups, its collapsed borders.
  func assemble(_ piece: TablePiece, continuesAfter: Bool) -> FragmentNode {
    let table = piece.table
    let box = piece.box
    var edges = piece.edges
    let hasFoot = piece.body.upperBound < table.grid.rows.count
    if continuesAfter, !hasFoot, table.borders == nil, !style(box).clonesDecoration { dropEnd(of: &edges) }
    var fragment = FragmentNode(kind: .table, node: tree[box].node, style: tree[box].style)
    fragment.box = box
    fragment.pseudo = tree[box].pseudo
    fragment.isAnonymous = tree[box].isAnonymous
    fragment.border = edges.border
    fragment.padding = edges.padding
    let rows = piece.flow.rows
    var content = rows.isEmpty ? 0 : piece.flow.height
    if !continuesAfter, let least = table.leastHeight, !fragment.continuesBefore { content = max(content, least) }
    fragment.size = Size(width: table.width + edges.horizontal, height: content + edges.vertical)
    if let borders = table.borders { fragment.rules = borders.rules(of: rows, table: table, edges: edges) }
    var start = 0
    while start < rows.count {
      let group = table.grid.rows[rows[start].row].group
      let end = rows[start...].firstIndex { table.grid.rows[$0.row].group != group } ?? rows.count
      let pieces = groupFragment(group, rows: rows[start..<end], table: table, edges: edges)
      if tree[group].isAnonymous {
        // Rows of a table without groups stand in the table itself: the group was made to hold them for layout only.
        fragment.children.append(contentsOf: pieces.children.map { $0.moved(by: pieces.offset) })
      } else {
        fragment.children.append(pieces)
      }
      start = end
    }
    return fragment
  }

  private func groupFragment(
    _ group: Int32,
    rows: ArraySlice<PlacedRow>,
    table: TableLayout,
    edges: BoxEdges
  ) -> FragmentNode {
    var fragment = FragmentNode(kind: .rowGroup, node: tree[group].node, style: tree[group].style)
    fragment.box = group
    fragment.pseudo = tree[group].pseudo
    fragment.isAnonymous = tree[group].isAnonymous
    fragment.isRepeated = rows.allSatisfy(\.isRepeated)
    let all = table.grid.rows
    if let first = rows.first, let last = rows.last {
      let (start, end) = (first.row, last.row)
      let before = all[..<start].last { $0.carry == .none }
      let after = all[(end + 1)...].first { $0.carry == .none }
      fragment.continuesBefore = first.fragment.continuesBefore || before?.group == group || table.split.isLater
      fragment.continuesAfter = last.fragment.continuesAfter || after?.group == group || table.split.hasNext
    }
    let top = rows.first?.fragment.offset.y ?? 0
    let bottom = rows.last.map { $0.fragment.offset.y + $0.fragment.size.height } ?? top
    fragment.offset = Point(x: edges.left + table.spacing.width, y: edges.top + top)
    fragment.size = Size(width: max(0, table.columns.total - 2 * table.spacing.width), height: bottom - top)
    fragment.children = rows.map { row in
      var child = row.fragment
      child.offset.y -= top
      return child
    }
    return fragment
  }
}
