import Styles

/// A cell and the columns and rows that it takes.
struct GridCell {
  var box: Int32
  private var firstColumn: Int32
  private var firstRow: Int32
  private var columnCount: Int32
  private var rowCount: Int32

  init(box: Int32, columns: Range<Int>, rows: Range<Int>) {
    self.box = box
    firstColumn = Int32(clamping: columns.lowerBound)
    firstRow = Int32(clamping: rows.lowerBound)
    columnCount = Int32(clamping: columns.count)
    rowCount = Int32(clamping: rows.count)
  }

  /// The row in which it begins.
  var row: Int { Int(firstRow) }
  var column: Int { Int(firstColumn) }
  var columnSpan: Int { Int(columnCount) }
  var rowSpan: Int { Int(rowCount) }
  var columns: Range<Int> { column..<column + columnSpan }
  var rows: Range<Int> { row..<row + rowSpan }

  /// The same cell in columns that have been numbered anew.
  func moved(to columns: Range<Int>) -> GridCell {
    GridCell(box: box, columns: columns, rows: rows)
  }
}

/// A row with the cells that begin in it.
struct GridRow {
  var box: Int32
  var group: Int32
  /// Into ``TableGrid/cells``.
  var cells: Range<Int>
  /// Whether `visibility: collapse` takes it out (CSS 2.2, 17.5.5).
  var isCollapsed = false
  /// Whether it takes no height because `empty-cells` hides all its cells.
  var isHidden = false
  /// Where `vb-carry` puts it.
  var carry = CarryPlace.none
}

/// A column of the grid.
struct GridColumn {
  /// The number of the first column of the source that it stands for, from 0.
  var first = 0
  /// Styles of its `<col>` and of the `<colgroup>` around it; -1 where there is none.
  var style: Int32 = -1
  var groupStyle: Int32 = -1
  /// Whether it is the first and the last of its group.
  var startsGroup = false
  var endsGroup = false
  /// How many columns it stands for: in fixed layout all count, also those that only wide cells reach.
  var weight = 1
  /// Whether a cell begins in it.
  var hasCells = false
  /// Whether `visibility: collapse` takes it out.
  var isCollapsed = false
}

/// Where the cells of a table stand (CSS Tables 3, 3.3): rows in the order in which they are shown.
struct TableGrid {
  private(set) var rows: [GridRow] = []
  private(set) var cells: [GridCell] = []
  private(set) var columns: [GridColumn] = []
  /// How many rows at the start may be repeated on each page, and how many at the end.
  private(set) var headerRows = 0
  private(set) var footerRows = 0
  /// The rows that `vb-carry` puts where the table is broken.
  private(set) var carriedRows: [Int] = []

  var columnCount: Int { columns.count }

  init(of table: Int32, in tree: BoxTree, styles: StyleTable) {
    let groups = tree.children(of: table)
    let header = groups.first { tree[$0].kind == .headerGroup }
    let footer = groups.first { tree[$0].kind == .footerGroup }
    if let header {
      add(header, of: tree, styles: styles)
      headerRows = rows.count
    }
    // Only the first of each kind is repeated; others are ordinary groups (CSS 2.2, 17.2).
    for group in groups where group != header && group != footer { add(group, of: tree, styles: styles) }
    let bodyEnd = rows.count
    if let footer { add(footer, of: tree, styles: styles) }
    footerRows = rows.count - bodyEnd
    mergeColumns(explicit: tree.columns[table] ?? [], isFixed: styles[tree[table].style].isFixedTable)
    for index in columns.indices where columns[index].style >= 0 || columns[index].groupStyle >= 0 {
      let column = columns[index]
      columns[index].isCollapsed =
        (column.style >= 0 && styles[column.style].visibility == .collapse)
        || (column.groupStyle >= 0 && styles[column.groupStyle].visibility == .collapse)
    }
  }

  /// Takes the height of rows all of whose cells are empty and hidden (CSS 2.2, 17.6.1.1).
  mutating func hideRows(where hides: (Int32) -> Bool) {
    for index in rows.indices where !rows[index].cells.isEmpty && cells[rows[index].cells].allSatisfy({ hides($0.box) })
    {
      rows[index].isHidden = true
      rows[index].isCollapsed = true
    }
  }

  /// The cells that begin in a row, from left to right.
  func cells(ofRow row: Int) -> ArraySlice<GridCell> {
    cells[rows[row].cells]
  }

  private mutating func add(_ group: Int32, of tree: BoxTree, styles: StyleTable) {
    var above = CellsFromAbove()
    let rowBoxes = tree.children(of: group)
    let start = rows.count
    let isGroupCollapsed = styles[tree[group].style].visibility == .collapse
    let ends = spanEnds(of: rowBoxes, in: tree, styles: styles)
    for (offset, rowBox) in rowBoxes.enumerated() {
      let index = start + offset
      above.beginRow(index)
      let firstCell = cells.count
      var column = 0
      for cell in tree.children(of: rowBox) {
        column = above.firstFree(from: column)
        let end = column + Int(tree[cell].columnSpan)
        // A cell does not reach out of its group; a rowspan of 0 reaches to its end (HTML, 4.9.12).
        let left = ends[offset] - offset
        let rowSpan = tree[cell].rowSpan == 0 ? left : min(Int(tree[cell].rowSpan), left)
        cells.append(GridCell(box: cell, columns: column..<end, rows: index..<index + rowSpan))
        if rowSpan > 1 { above.add(column..<end, until: index + rowSpan) }
        column = end
      }
      var row = GridRow(box: rowBox, group: group, cells: firstCell..<cells.count)
      row.isCollapsed = isGroupCollapsed || styles[tree[rowBox].style].visibility == .collapse
      row.carry = styles[tree[rowBox].style].carry
      if row.carry != .none { carriedRows.append(index) }
      rows.append(row)
    }
  }

  /// How far cells of each row may reach: neither out of their group nor over a row that stands elsewhere.
  private func spanEnds(of rows: [Int32], in tree: BoxTree, styles: StyleTable) -> [Int] {
    var ends = Array(repeating: rows.count, count: rows.count)
    var end = rows.count
    for offset in rows.indices.reversed() {
      if styles[tree[rows[offset]].style].carry != .none {
        end = offset
        ends[offset] = offset + 1
      } else {
        ends[offset] = end
      }
    }
    return ends
  }

  /// Makes one column of neighbours between which no cell begins or ends (CSS Tables 3, 3.3, track merging).
  private mutating func mergeColumns(explicit: [TableColumn], isFixed: Bool) {
    var edges = Array(0...explicit.count)
    for cell in cells {
      edges.append(cell.column)
      edges.append(cell.column + cell.columnSpan)
    }
    edges.sort()
    var unique: [Int] = []
    for edge in edges where unique.last != edge { unique.append(edge) }
    for index in unique.indices.dropLast() {
      var column = GridColumn()
      column.first = unique[index]
      if unique[index] < explicit.count {
        let source = explicit[unique[index]]
        column.style = source.style
        column.groupStyle = source.groupStyle
        column.startsGroup = source.startsGroup
        column.endsGroup = source.endsGroup
      }
      column.weight = isFixed ? unique[index + 1] - unique[index] : 1
      columns.append(column)
    }
    for index in cells.indices {
      let old = cells[index].columns
      let start = position(of: old.lowerBound, in: unique)
      let end = old.count == 1 ? start + 1 : position(of: old.upperBound, in: unique)
      cells[index] = cells[index].moved(to: start..<end)
      columns[start].hasCells = true
    }
  }

  private func position(of edge: Int, in edges: [Int]) -> Int {
    // Mostly there is an edge at every column.
    if edge < edges.count, edges[edge] == edge { return edge }
    var low = 0
    var high = edges.count
    while low < high {
      let middle = (low + high) / 2
      if edges[middle] < edge { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The columns that cells of earlier rows fill, as stretches in order.
private struct CellsFromAbove {
  private struct Stretch {
    var columns: Range<Int>
    var until: Int
  }

  private var stretches: [Stretch] = []
  private var added: [Stretch] = []
  /// The stretch to look at next; columns are asked for from left to right.
  private var next = 0

  mutating func beginRow(_ row: Int) {
    next = 0
    guard !stretches.isEmpty || !added.isEmpty else { return }
    stretches = (stretches + added).filter { $0.until > row }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
    added.removeAll(keepingCapacity: true)
  }

  /// The first column from `column` on that no cell from above fills.
  mutating func firstFree(from column: Int) -> Int {
    var column = column
    while next < stretches.count, stretches[next].columns.lowerBound <= column {
      column = max(column, stretches[next].columns.upperBound)
      next += 1
    }
    return column
  }

  mutating func add(_ columns: Range<Int>, until row: Int) {
    if let last = added.last, last.until == row, last.columns.upperBound == columns.lowerBound {
      added[added.count - 1].columns = last.columns.lowerBound..<columns.upperBound
    } else {
      added.append(Stretch(columns: columns, until: row))
    }
  }
}

extension ComputedStyle {
  /// Whether a table of this style is laid out in fixed mode (CSS Tables 3, 3.5.1).
  var isFixedTable: Bool {
    hasFixedTableLayout && width != .auto && width != .maxContent
  }
}
