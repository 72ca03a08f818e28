import Geometry
import Styles

extension CollapsedBorders {
  /// The collapsed borders of one piece of a table as straight rules, in its border box; equal neighbours are joined.
  func rules(of rows: [RowStack.Placed], table: TableLayout) -> [BorderRule] {
    guard !rows.isEmpty, columnCount > 0 else { return [] }
    let grid = GridLines(rows: rows, table: table)
    var result: [BorderRule] = []
    for line in 0...rows.count { addHorizontal(line, rows: rows, grid: grid, to: &result) }
    for column in 0...columnCount { addVertical(column, rows: rows, grid: grid, to: &result) }
    return result
  }

  private struct GridLines {
    /// x of each column edge and y of each row edge, in the table's border box.
    var columns: [Double]
    var rows: [Double]

    init(rows placed: [RowStack.Placed], table: TableLayout) {
      columns = table.lefts.map { $0 + table.edges.left }
      if let left = table.lefts.last, let width = table.widths.last { columns.append(left + width + table.edges.left) }
      rows = placed.map { $0.fragment.offset.y + table.edges.top }
      if let last = placed.last { rows.append(last.fragment.offset.y + last.fragment.size.height + table.edges.top) }
    }
  }

  /// The edge above the row at `line` of the piece; at its ends, and where it skips rows, both sides compete.
  private func edge(_ line: Int, column: Int, rows: [RowStack.Placed]) -> GridBorder {
    let above = line > 0 ? rows[line - 1].row + 1 : 0
    let below = line < rows.count ? rows[line].row : horizontal.count - 1
    guard above != below else { return horizontal[above][column] }
    return GridBorder.winner(horizontal[above][column], horizontal[below][column])
  }

  private func addHorizontal(_ line: Int, rows: [RowStack.Placed], grid: GridLines, to result: inout [BorderRule]) {
    var column = 0
    while column < columnCount {
      let border = edge(line, column: column, rows: rows)
      var end = column + 1
      while end < columnCount, edge(line, column: end, rows: rows) == border { end += 1 }
      if border.isVisible {
        // Into the corners, as far as the vertical edges reach.
        let left = grid.columns[column] - reach(line, column: column, rows: rows)
        let right = grid.columns[end] + reach(line, column: end, rows: rows)
        let rect = Rect(x: left, y: grid.rows[line] - border.width / 2, width: right - left, height: border.width)
        result.append(BorderRule(rect: rect, isHorizontal: true, style: border.style, color: border.color))
      }
      column = end
    }
  }

  private func reach(_ line: Int, column: Int, rows: [RowStack.Placed]) -> Double {
    var width = 0.0
    if line > 0, vertical[rows[line - 1].row][column].isVisible { width = vertical[rows[line - 1].row][column].width }
    if line < rows.count, vertical[rows[line].row][column].isVisible {
      width = max(width, vertical[rows[line].row][column].width)
    }
    return width / 2
  }

  private func addVertical(_ column: Int, rows: [RowStack.Placed], grid: GridLines, to result: inout [BorderRule]) {
    var row = 0
    while row < rows.count {
      let border = vertical[rows[row].row][column]
      var end = row + 1
      while end < rows.count, vertical[rows[end].row][column] == border { end += 1 }
      if border.isVisible {
        let rect = Rect(
          x: grid.columns[column] - border.width / 2,
          y: grid.rows[row],
          width: border.width,
          height: grid.rows[end] - grid.rows[row]
        )
        result.append(BorderRule(rect: rect, isHorizontal: false, style: border.style, color: border.color))
      }
      row = end
    }
  }
}
