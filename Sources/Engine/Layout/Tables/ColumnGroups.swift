import Diagnostics
import Geometry
import Markup
import Styles

/// How a table that is wider than its page is split into groups of columns; each group is set on pages of its own.
struct ColumnSplit {
  /// The columns of each group beside the key columns; empty where the table is not split.
  var groups: [Range<Int>] = []
  /// How many columns at the start stand in every group.
  var keyColumns = 0
  /// The group that is shown.
  var current = 0

  /// Whether the table is split and shows a group after the first.
  var isLater: Bool { current > 0 }

  /// Whether more groups follow the one that is shown.
  var hasNext: Bool { current + 1 < groups.count }

  /// Whether a column stands on the pages of the group that is shown.
  func shows(_ column: Int) -> Bool {
    guard !groups.isEmpty else { return true }
    return column < keyColumns || groups[current].contains(column)
  }

  /// Whether a cell stands in an earlier group as well, so that here it is a repetition.
  func repeats(_ cell: GridCell) -> Bool {
    isLater && cell.column < groups[current].lowerBound
  }
}

extension TableLayout {
  /// The same table with the columns of one of its groups.
  func showing(group: Int) -> TableLayout {
    guard split.groups.indices.contains(group) else { return self }
    var result = self
    result.split.current = group
    result.placeColumns()
    result.width = max(result.columns.total, leastWidth)
    if let borders { result.edges.border = borders.outer(of: result.columns) }
    return result
  }
}

extension LayoutSession {
  /// Decides how a table that is wider than `room` is split into groups of columns.
  ///
  /// - Parameters:
  ///   - table: a table whose columns have their widths.
  ///   - box: its box.
  ///   - measures: what its columns ask for, where they are narrowed to the room; `nil` where they keep their widths.
  ///   - room: the widest content that its containing block holds.
  /// - Returns: its groups; none where it fits or is not to be split.
  func columnSplit(of table: TableLayout, box: Int32, measures: [ColumnMeasure]?, room: Double) -> ColumnSplit {
    let grid = table.grid
    guard style(box).tableSplit == .columns, !grid.rows.isEmpty, table.width > room + tolerance else {
      return ColumnSplit()
    }
    let spacing = table.spacing.width
    var split = ColumnSplit()
    split.keyColumns = keyColumns(of: box, grid: grid)
    let widths = measures.map { easyWidths($0, keyColumns: split.keyColumns, room: room) } ?? table.widths
    let costs = zip(grid.columns, widths).map { column, width in column.isCollapsed ? 0 : width + spacing }
    let others = costs[split.keyColumns...].filter { $0 > 0 }
    let keys = costs[..<split.keyColumns].reduce(spacing, +)
    // Key columns that leave no room for others are columns like all.
    if keys + (others.min() ?? 0) > room + tolerance { split.keyColumns = 0 }
    var cut = ColumnCut(costs: costs, keyColumns: split.keyColumns, room: room - spacing)
    cut.add(grid, styles: styles)
    split.groups = cut.groups
    return split.groups.count > 1 ? split : ColumnSplit()
  }

  /// The narrowest that a table gets by being split: its key columns with the widest of the others.
  func leastGroupWidth(of table: TableLayout, box: Int32, measures: [ColumnMeasure]) -> Double {
    guard style(box).tableSplit == .columns, measures.count > 1 else { return .infinity }
    let keys = keyColumns(of: box, grid: table.grid)
    let spaces = table.spacing.width * Double(keys + 2)
    let widest = measures[keys...].reduce(0) { max($0, $1.widths.min) }
    return measures[..<keys].reduce(spaces + widest) { $0 + $1.widths.min }
  }

  /// Widths at which columns read well: as wide as their content would be on one line, up to a quarter of the room.
  ///
  /// At their least widths more of them would fit on a page, a word a line. Key columns take half of the room at most.
  private func easyWidths(_ measures: [ColumnMeasure], keyColumns: Int, room: Double) -> [Double] {
    measures.enumerated().map { index, measure in
      if measure.isConstrained { return measure.widths.max }
      let most = index < keyColumns ? min(room / 4, room / 2 / Double(keyColumns)) : room / 4
      return max(measure.widths.min, min(measure.widths.max, most))
    }
  }

  /// `vb-key-columns`; `auto` counts the columns at the start whose cells in the body, those over several columns aside, are
  /// all `<th>`.
  private func keyColumns(of box: Int32, grid: TableGrid) -> Int {
    if let asked = style(box).keyColumns { return grid.columns.prefix { $0.first < asked }.count }
    var hasHeaders = Array(repeating: false, count: grid.columnCount)
    var end = grid.columnCount
    let body = grid.headerRows..<max(grid.headerRows, grid.rows.count - grid.footerRows)
    for row in body where grid.rows[row].carry == .none {
      for cell in grid.cells(ofRow: row) where cell.columnSpan == 1 {
        if document.tree.nodes[Int(tree[cell.box].node)].kind == .th, !tree[cell.box].isAnonymous {
          hasHeaders[cell.column] = true
        } else {
          end = min(end, cell.column)
        }
      }
    }
    return hasHeaders[..<end].prefix { $0 }.count
  }

  /// Widths of the columns of a table whose columns are narrowed to its page, group by group; key columns are as wide in all.
  ///
  /// - Parameters:
  ///   - table: a table that is split.
  ///   - measures: what its columns ask for.
  ///   - asked: the table's content width, where it has one.
  ///   - room: the widest content that its containing block holds.
  /// - Returns: the widths of all columns.
  func groupWidths(of table: TableLayout, measures: [ColumnMeasure], asked: Double?, room: Double) -> [Double] {
    let split = table.split
    let keys = measures[..<split.keyColumns]
    let leastKeys = keys.reduce(0) { $0 + $1.widths.min }
    func space(_ group: Range<Int>) -> Double {
      let shown = table.grid.columns[..<split.keyColumns] + table.grid.columns[group]
      return table.spacing.width * Double(shown.count { !$0.isCollapsed } + 1)
    }
    func width(_ group: Range<Int>, keys: Double, isLast: Bool) -> Double {
      let gladly = keys + preferredWidth(of: Array(measures[group]))
      let wanted = asked.map { isLast ? min($0 - space(group), gladly) : $0 - space(group) } ?? gladly
      return max(0, min(wanted, room - space(group)))
    }
    guard let first = split.groups.first else { return table.widths }
    let whole = width(first, keys: preferredWidth(of: Array(keys)), isLast: false)
    var widths = ColumnDistribution(measures[..<first.upperBound]).widths(whole)
    // Every later group has to hold the key columns as well.
    var most = Double.infinity
    for group in split.groups.dropFirst() {
      most = min(most, room - space(group) - measures[group].reduce(0) { $0 + $1.widths.min })
    }
    if widths[..<split.keyColumns].reduce(0, +) > max(most, leastKeys) {
      widths = ColumnDistribution(keys).widths(max(most, leastKeys))
      let rest = whole - widths.reduce(0, +)
      widths.append(contentsOf: ColumnDistribution(measures[first]).widths(max(0, rest)))
    }
    let keyWidth = widths[..<split.keyColumns].reduce(0, +)
    for (index, group) in split.groups.enumerated().dropFirst() {
      let whole = width(group, keys: keyWidth, isLast: index == split.groups.count - 1)
      widths.append(contentsOf: ColumnDistribution(measures[group]).widths(max(0, whole - keyWidth)))
    }
    return widths
  }

  /// Where all rows of a group are placed, the next one begins on the next page; what goes on knows its group.
  mutating func settleSplit(of piece: TablePiece, status: inout LayoutResult.Status) {
    let split = piece.table.split
    if case .broken(var token) = status {
      guard case .row(var position) = token.position else { return }
      position.split = split
      token.position = .row(position)
      status = .broken(token)
    } else if case .complete = status, split.hasNext {
      fragmentainer.forced = columnDepth > 0 ? .column : .page
      var position = TableBreak(row: piece.body.lowerBound)
      position.split = split
      position.split.current += 1
      position.beginsGroup = true
      status = .broken(BreakToken(box: piece.box, position: .row(position)))
    }
  }

  /// Tells once of groups that are wider than their page: a column, or the key columns with one, is.
  mutating func reportWidth(of table: TableLayout, box: Int32, available: Double) {
    let style = style(box)
    guard style.tableSplit == .columns, !reportedTables.contains(box) else { return }
    let excess =
      table.width + table.edges.horizontal + BoxEdges(of: style, available: available).margin.horizontal - available
    guard excess > tolerance else { return }
    reportedTables.insert(box)
    diagnostics.report(.tableTooWide(excess: excess, span: span(ofNode: tree[box].node)))
  }
}
