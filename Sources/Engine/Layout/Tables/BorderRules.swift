import Geometry
import Styles

extension CollapsedBorders {
  /// The collapsed borders of one piece of a table as straight rules, in its border box; equal neighbours are joined.
  func rules(of rows: [PlacedRow], table: TableLayout, edges: BoxEdges) -> [BorderRule] {
    guard !rows.isEmpty, columnCount > 0 else { return [] }
    var drawing = RuleDrawing(borders: self, rows: rows, table: table, edges: edges)
    for line in 0...rows.count { drawing.addHorizontal(line) }
    for edge in 0..<drawing.columns.count + 1 { drawing.addVertical(edge) }
    return drawing.rules
  }
}

/// The rules of one piece of a table under way.
private struct RuleDrawing {
  let borders: CollapsedBorders
  let rows: [PlacedRow]
  /// The columns that are shown, and where.
  let columns: [Int]
  private let placement: ColumnPlacement
  /// x of each column edge and y of each row edge, in the table's border box.
  private let xs: [Double]
  private let ys: [Double]
  private(set) var rules: [BorderRule] = []

  init(borders: CollapsedBorders, rows: [PlacedRow], table: TableLayout, edges: BoxEdges) {
    self.borders = borders
    self.rows = rows
    placement = table.columns
    columns = (0..<borders.columnCount).filter { table.columns.shown($0..<$0 + 1) > 0 }
    var xs = columns.map { table.columns.left(of: $0) + edges.left }
    xs.append(table.columns.total + edges.left)
    self.xs = xs
    var ys = rows.map { $0.fragment.offset.y + edges.top }
    if let last = rows.last { ys.append(last.fragment.offset.y + last.fragment.size.height + edges.top) }
    self.ys = ys
  }

  /// The edge above the row at `line` of the piece; at its ends, and where it skips rows, both sides compete.
  private func horizontal(_ line: Int, column: Int) -> GridBorder {
    let above = line > 0 ? rows[line - 1].row + 1 : 0
    let below = line < rows.count ? rows[line].row : borders.rowCount
    let upper = borders.above(above, column: columns[column])
    guard above != below else { return upper }
    return GridBorder.winner(upper, borders.above(below, column: columns[column]))
  }

  /// The edge left of a shown column, or right of the last one; where columns are skipped both sides compete.
  private func vertical(_ edge: Int, line: Int) -> GridBorder {
    let column = edge < columns.count ? columns[edge] : borders.columnCount
    return borders.vertical(column, row: rows[line].row, in: placement)
  }

  mutating func addHorizontal(_ line: Int) {
    var column = 0
    while column < columns.count {
      let border = horizontal(line, column: column)
      var end = column + 1
      while end < columns.count, horizontal(line, column: end) == border { end += 1 }
      if border.isVisible {
        // Into the corners, as far as the vertical edges reach.
        let left = xs[column] - reach(line, edge: column)
        let right = xs[end] + reach(line, edge: end)
        let rect = Rect(x: left, y: ys[line] - border.width / 2, width: right - left, height: border.width)
        add(border, rect: rect, isHorizontal: true)
      }
      column = end
    }
  }

  private func reach(_ line: Int, edge: Int) -> Double {
    var width = 0.0
    for row in [line - 1, line] where rows.indices.contains(row) {
      let border = vertical(edge, line: row)
      if border.isVisible { width = max(width, border.width) }
    }
    return width / 2
  }

  mutating func addVertical(_ edge: Int) {
    var row = 0
    while row < rows.count {
      let border = vertical(edge, line: row)
      var end = row + 1
      while end < rows.count, vertical(edge, line: end) == border { end += 1 }
      if border.isVisible {
        let x = xs[edge] - border.width / 2
        add(border, rect: Rect(x: x, y: ys[row], width: border.width, height: ys[end] - ys[row]), isHorizontal: false)
      }
      row = end
    }
  }

  private mutating func add(_ border: GridBorder, rect: Rect, isHorizontal: Bool) {
    let style = ComputedStyle.collapsed(border.style)
    rules.append(BorderRule(rect: rect, isHorizontal: isHorizontal, style: style, color: border.color))
  }
}
