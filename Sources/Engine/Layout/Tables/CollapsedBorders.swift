import Geometry
import Styles

/// The collapsed borders of a table, edge by edge: what wins where cells, rows, columns and the table meet.
struct CollapsedBorders {
  let columnCount: Int
  let rowCount: Int
  /// The edge above each row, column by column, as indices into `palette`; one more row than the grid has.
  private var horizontal: [Int32]
  /// The edge left of each column, row by row; one more column than the grid has.
  private var vertical: [Int32]
  /// The distinct borders; the first is none.
  private var palette: [GridBorder] = [.none]
  private var indices: [GridBorder: Int32] = [.none: 0]

  init(of table: Int32, grid: TableGrid, tree: BoxTree, styles: StyleTable) {
    columnCount = grid.columnCount
    rowCount = grid.rows.count
    horizontal = Array(repeating: 0, count: columnCount * (rowCount + 1))
    vertical = Array(repeating: 0, count: (columnCount + 1) * rowCount)
    guard columnCount > 0, rowCount > 0 else { return }
    for cell in grid.cells { addBox(styles[tree[cell.box].style], rows: cell.rows, columns: cell.columns, rank: .cell) }
    addRows(of: grid, tree: tree, styles: styles)
    addColumns(of: grid, styles: styles)
    addBox(styles[tree[table].style], rows: 0..<rowCount, columns: 0..<columnCount, rank: .table)
    for cell in grid.cells where cell.rowSpan > 1 || cell.columnSpan > 1 { clearInside(of: cell) }
  }

  /// The border above row `row` in a column.
  func above(_ row: Int, column: Int) -> GridBorder { palette[Int(horizontal[row * columnCount + column])] }

  /// The border left of column `column` in a row.
  func left(of column: Int, row: Int) -> GridBorder { palette[Int(vertical[row * (columnCount + 1) + column])] }

  private mutating func addRows(of grid: TableGrid, tree: BoxTree, styles: StyleTable) {
    let columns = 0..<columnCount
    for (index, row) in grid.rows.enumerated() {
      addBox(styles[tree[row.box].style], rows: index..<index + 1, columns: columns, rank: .row)
    }
    var start = 0
    while start < grid.rows.count {
      let group = grid.rows[start].group
      let end = grid.rows[start...].firstIndex { $0.group != group } ?? grid.rows.count
      addBox(styles[tree[group].style], rows: start..<end, columns: columns, rank: .rowGroup)
      start = end
    }
  }

  private mutating func addColumns(of grid: TableGrid, styles: StyleTable) {
    let rows = 0..<rowCount
    var groupStart = 0
    for (index, column) in grid.columns.enumerated() {
      if column.style >= 0 { addBox(styles[column.style], rows: rows, columns: index..<index + 1, rank: .column) }
      if column.startsGroup { groupStart = index }
      if column.endsGroup, column.groupStyle >= 0 {
        addBox(styles[column.groupStyle], rows: rows, columns: groupStart..<index + 1, rank: .columnGroup)
      }
    }
  }

  /// Lets the borders of one box compete for the edges around it.
  private mutating func addBox(_ style: ComputedStyle, rows: Range<Int>, columns: Range<Int>, rank: BorderRank) {
    guard style.borderStyle != Sides(all: .none) else { return }
    let borders = style.gridBorders(rank: rank)
    let (top, bottom) = (index(of: borders.top), index(of: borders.bottom))
    let (left, right) = (index(of: borders.left), index(of: borders.right))
    // Read, then written: an inout element beside a call on self would copy the array at each edge.
    for column in columns {
      let (above, below) = (rows.lowerBound * columnCount + column, rows.upperBound * columnCount + column)
      horizontal[above] = winner(horizontal[above], top, isBefore: false)
      horizontal[below] = winner(horizontal[below], bottom, isBefore: true)
    }
    for row in rows {
      let start = row * (columnCount + 1)
      let (before, after) = (start + columns.lowerBound, start + columns.upperBound)
      vertical[before] = winner(vertical[before], left, isBefore: false)
      vertical[after] = winner(vertical[after], right, isBefore: true)
    }
  }

  private mutating func index(of border: GridBorder) -> Int32 {
    guard border.style != .none else { return 0 }
    if let known = indices[border] { return known }
    palette.append(border)
    let made = Int32(palette.count - 1)
    indices[border] = made
    return made
  }

  /// The border that an edge gets; `isBefore`: the new one belongs to a box above or left of it, which wins between equals.
  private func winner(_ edge: Int32, _ border: Int32, isBefore: Bool) -> Int32 {
    guard border != 0, border != edge else { return edge }
    guard edge != 0 else { return border }
    let first = palette[Int(isBefore ? border : edge)]
    let second = palette[Int(isBefore ? edge : border)]
    let isFirst = GridBorder.prefersFirst(first, second)
    return isFirst == isBefore ? border : edge
  }

  /// Nothing is drawn where a cell reaches over the edges of rows and columns.
  private mutating func clearInside(of cell: GridCell) {
    for row in cell.rows.dropFirst() {
      for column in cell.columns { horizontal[row * columnCount + column] = 0 }
    }
    for row in cell.rows {
      for column in cell.columns.dropFirst() { vertical[row * (columnCount + 1) + column] = 0 }
    }
  }

  /// The border between the columns shown on both sides of an edge; where columns between them are not shown both compete.
  func vertical(_ edge: Int, row: Int, in columns: ColumnPlacement) -> GridBorder {
    let (before, after) = columns.neighbours(of: edge)
    guard before != after else { return left(of: before, row: row) }
    return GridBorder.winner(left(of: before, row: row), left(of: after, row: row))
  }

  /// Half of the widest edge on each side of a cell: the cell's own share (CSS 2.2, 17.6.2).
  func edges(around cell: GridCell, in columns: ColumnPlacement) -> Edges {
    var result = Edges.zero
    for column in cell.columns {
      result.top = max(result.top, above(cell.row, column: column).width)
      result.bottom = max(result.bottom, above(cell.rows.upperBound, column: column).width)
    }
    for row in cell.rows {
      result.left = max(result.left, vertical(cell.column, row: row, in: columns).width)
      result.right = max(result.right, vertical(cell.columns.upperBound, row: row, in: columns).width)
    }
    return Edges(top: result.top / 2, right: result.right / 2, bottom: result.bottom / 2, left: result.left / 2)
  }

  /// The table's own share of the outer edges: half of the first row's left and right, half of the widest above and below.
  func outer(of columns: ColumnPlacement) -> Edges {
    guard columnCount > 0, rowCount > 0 else { return .zero }
    var top = 0.0
    var bottom = 0.0
    for column in 0..<columnCount {
      top = max(top, above(0, column: column).width)
      bottom = max(bottom, above(rowCount, column: column).width)
    }
    return Edges(
      top: top / 2,
      right: vertical(columnCount, row: 0, in: columns).width / 2,
      bottom: bottom / 2,
      left: vertical(0, row: 0, in: columns).width / 2
    )
  }
}
