import Geometry
import Styles

/// A border that is a candidate for, or the winner of, one edge of the grid.
struct GridBorder: Hashable {
  var width: Double
  var style: BorderStyle
  var color: Color
  /// Cell 5, row 4, row group 3, column 2, table 0.
  var rank: Int

  static let none = GridBorder(width: 0, style: .none, color: .black, rank: -1)

  /// The one that wins a conflict (CSS 2.2, 17.6.2.1); the first of equals, which is the upper or left one.
  static func winner(_ first: GridBorder, _ second: GridBorder) -> GridBorder {
    if first.style == .hidden || second.style == .none { return first }
    if second.style == .hidden || first.style == .none { return second }
    if first.width != second.width { return first.width > second.width ? first : second }
    if first.style != second.style { return first.strength > second.strength ? first : second }
    return second.rank > first.rank ? second : first
  }

  private var strength: Int {
    switch style {
    case .double: 8
    case .solid: 7
    case .dashed: 6
    case .dotted: 5
    case .ridge: 4
    case .outset: 3
    case .groove: 2
    case .inset: 1
    case .none, .hidden: 0
    }
  }

  var isVisible: Bool { width > 0 && style != .none && style != .hidden }
}

extension ComputedStyle {
  /// The border of one side as a candidate.
  func border(_ side: KeyPath<Sides<BorderStyle>, BorderStyle>, rank: Int) -> GridBorder {
    switch side {
    case \.top: GridBorder(width: borderWidth.top, style: borderStyle.top, color: borderColor.top, rank: rank)
    case \.right: GridBorder(width: borderWidth.right, style: borderStyle.right, color: borderColor.right, rank: rank)
    case \.bottom:
      GridBorder(width: borderWidth.bottom, style: borderStyle.bottom, color: borderColor.bottom, rank: rank)
    default: GridBorder(width: borderWidth.left, style: borderStyle.left, color: borderColor.left, rank: rank)
    }
  }
}

/// The collapsed borders of a table, edge by edge.
struct CollapsedBorders {
  let columnCount: Int
  /// `horizontal[row][column]`: the edge above a row; one more row than the grid has.
  private(set) var horizontal: [[GridBorder]]
  /// `vertical[row][column]`: the edge left of a column; one more column than the grid has.
  private(set) var vertical: [[GridBorder]]

  init(of table: Int32, grid: TableGrid, tree: BoxTree, styles: StyleTable) {
    columnCount = grid.columnCount
    horizontal = Array(repeating: Array(repeating: .none, count: columnCount), count: grid.rows.count + 1)
    vertical = Array(repeating: Array(repeating: .none, count: columnCount + 1), count: grid.rows.count)
    guard columnCount > 0 else { return }
    for row in grid.rows.indices {
      for cell in grid.rows[row].cells { add(styles[tree[cell.box].style], of: cell) }
    }
    addRows(of: grid, tree: tree, styles: styles)
    addOuter(styles[tree[table].style], rank: 0)
  }

  private mutating func add(_ style: ComputedStyle, of cell: GridCell) {
    let end = cell.row + cell.rowSpan
    for column in cell.column..<cell.column + cell.columnSpan {
      meet(&horizontal[cell.row][column], lower: style.border(\.top, rank: 5))
      meet(&horizontal[end][column], upper: style.border(\.bottom, rank: 5))
    }
    for row in cell.row..<end {
      meet(&vertical[row][cell.column], lower: style.border(\.left, rank: 5))
      meet(&vertical[row][cell.column + cell.columnSpan], upper: style.border(\.right, rank: 5))
    }
  }

  private mutating func addRows(of grid: TableGrid, tree: BoxTree, styles: StyleTable) {
    for (index, row) in grid.rows.enumerated() {
      addBand(styles[tree[row.box].style], rows: index..<index + 1, rank: 4)
    }
    var start = 0
    while start < grid.rows.count {
      let group = grid.rows[start].group
      let end = grid.rows[start...].firstIndex { $0.group != group } ?? grid.rows.count
      addBand(styles[tree[group].style], rows: start..<end, rank: 3)
      start = end
    }
  }

  private mutating func addOuter(_ style: ComputedStyle, rank: Int) {
    addBand(style, rows: 0..<vertical.count, rank: rank)
  }

  private mutating func addBand(_ style: ComputedStyle, rows: Range<Int>, rank: Int) {
    for column in 0..<columnCount {
      meet(&horizontal[rows.lowerBound][column], lower: style.border(\.top, rank: rank))
      meet(&horizontal[rows.upperBound][column], upper: style.border(\.bottom, rank: rank))
    }
    for row in rows {
      meet(&vertical[row][0], lower: style.border(\.left, rank: rank))
      meet(&vertical[row][columnCount], upper: style.border(\.right, rank: rank))
    }
  }

  private func meet(_ edge: inout GridBorder, lower: GridBorder) { edge = GridBorder.winner(edge, lower) }

  private func meet(_ edge: inout GridBorder, upper: GridBorder) { edge = GridBorder.winner(edge, upper) }

  /// Half of each edge around a cell: the cell's own share (CSS 2.2, 17.6.2).
  func edges(around cell: GridCell) -> Edges {
    Edges(
      top: (horizontal[cell.row][cell.column].width) / 2,
      right: (vertical[cell.row][cell.column + cell.columnSpan].width) / 2,
      bottom: (horizontal[cell.row + cell.rowSpan][cell.column].width) / 2,
      left: (vertical[cell.row][cell.column].width) / 2
    )
  }

  /// The table's own share of the outer edges: half of the first row's left and right, half of the widest above and below.
  var outer: Edges {
    guard columnCount > 0, let first = vertical.first else { return .zero }
    return Edges(
      top: (horizontal[0].map(\.width).max() ?? 0) / 2,
      right: first[columnCount].width / 2,
      bottom: (horizontal[horizontal.count - 1].map(\.width).max() ?? 0) / 2,
      left: first[0].width / 2
    )
  }
}
