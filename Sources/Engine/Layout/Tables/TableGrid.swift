import Styles

/// A cell and the columns and rows that it takes.
struct GridCell {
  var box: Int32
  var column: Int
  var row: Int
  var columnSpan: Int
  var rowSpan: Int
}

/// A row with the cells that begin in it.
struct GridRow {
  var box: Int32
  var group: Int32
  var cells: [GridCell]
  /// Whether a cell of an earlier row reaches into it: no break before it.
  var isSpannedInto = false
}

/// Where the cells of a table stand (CSS Tables 3, 3.3): rows in the order in which they are shown.
struct TableGrid {
  var rows: [GridRow] = []
  var columnCount = 0
  /// How many rows at the start are repeated on each page, and how many at the end.
  var headerRows = 0
  var footerRows = 0

  /// The rows that are neither repeated at the top nor at the bottom.
  var body: Range<Int> { headerRows..<(rows.count - footerRows) }

  init(of table: Int32, in tree: BoxTree) {
    let groups = tree.children(of: table)
    let header = groups.first { tree[$0].kind == .headerGroup }
    let footer = groups.first { tree[$0].kind == .footerGroup }
    if let header {
      add(header, of: tree)
      headerRows = rows.count
    }
    // Only the first of each kind is repeated; others are ordinary groups (CSS 2.2, 17.2).
    for group in groups where group != header && group != footer { add(group, of: tree) }
    let bodyEnd = rows.count
    if let footer { add(footer, of: tree) }
    footerRows = rows.count - bodyEnd
    columnCount = max(columnCount, tree.columns[table]?.count ?? 0)
  }

  private mutating func add(_ group: Int32, of tree: BoxTree) {
    // For each column, the row of this group up to which a cell from above fills it.
    var filledUntil: [Int] = []
    let rowBoxes = tree.children(of: group)
    let start = rows.count
    for (offset, rowBox) in rowBoxes.enumerated() {
      let index = start + offset
      var row = GridRow(box: rowBox, group: group, cells: [])
      row.isSpannedInto = filledUntil.contains { $0 > index }
      var column = 0
      for cell in tree.children(of: rowBox) {
        while column < filledUntil.count, filledUntil[column] > index { column += 1 }
        let columnSpan = Int(tree[cell].columnSpan)
        // A cell does not reach out of its group (CSS Tables 3, 3.3).
        let rowSpan = min(Int(tree[cell].rowSpan), rowBoxes.count - offset)
        row.cells.append(GridCell(box: cell, column: column, row: index, columnSpan: columnSpan, rowSpan: rowSpan))
        while filledUntil.count < column + columnSpan { filledUntil.append(0) }
        for taken in column..<column + columnSpan { filledUntil[taken] = max(filledUntil[taken], index + rowSpan) }
        column += columnSpan
      }
      columnCount = max(columnCount, filledUntil.count)
      rows.append(row)
    }
  }
}
