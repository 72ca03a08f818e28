import Geometry
import Styles

/// Laid-out rows that belong together, not placed yet: offsets within a row are final.
struct RowPieces {
  var rows: [FragmentNode] = []

  /// Height of all rows, each with the space below it.
  func height(spacing: Double) -> Double {
    rows.reduce(0) { $0 + $1.size.height + spacing }
  }
}

extension LayoutSession {
  /// Lays out neighbouring rows: cells, row heights, then cells at their place in the row (CSS Tables 3, 3.10).
  mutating func layOutGroup(_ range: Range<Int>, of table: TableLayout) -> RowPieces {
    guard !range.isEmpty else { return RowPieces() }
    var cells: [[FragmentNode]] = []
    var heights: [Double] = []
    for index in range {
      let row = table.grid.rows[index]
      var fragments: [FragmentNode] = []
      for cell in row.cells { fragments.append(layOutCell(cell, of: table)) }
      heights.append(rowHeight(row, cells: fragments))
      cells.append(fragments)
    }
    grow(&heights, for: cells, range: range, table: table)
    var pieces = RowPieces()
    for (offset, index) in range.enumerated() {
      pieces.rows.append(rowFragment(index, cells: cells[offset], heights: heights[offset...], table: table))
    }
    return pieces
  }

  private mutating func layOutCell(_ cell: GridCell, of table: TableLayout) -> FragmentNode {
    let outer = fragmentainer
    fragmentainer = FragmentainerProgress()
    defer { fragmentainer = outer }
    let edges = cellEdges(cell, in: table, available: table.width)
    let columns = cell.column..<cell.column + cell.columnSpan
    let width = max(0, table.span(columns) - edges.horizontal)
    let measure = BlockMeasure(edges: edges, width: width, height: nil)
    var fragment = layOutBlock(cell.box, measure: measure, in: ConstraintSpace(available: width), from: nil).fragment
    fragment.kind = .cell
    fragment.offset.x = table.lefts[cell.column] - (table.lefts.first ?? 0)
    let asked = contentHeight(of: style(cell.box), edges: edges, availableHeight: nil) ?? 0
    fragment.size.height = max(fragment.size.height, asked + edges.vertical)
    return fragment
  }

  /// The height that cells of one row ask for, baselines aligned (CSS 2.2, 17.5.3).
  private func rowHeight(_ row: GridRow, cells: [FragmentNode]) -> Double {
    let style = style(row.box)
    var height = length(style.height, of: nil, edges: 0, style: style) ?? 0
    let baseline = rowBaseline(row, cells: cells)
    for (cell, fragment) in zip(row.cells, cells) where cell.rowSpan == 1 {
      var needed = fragment.size.height
      if isBaselineAligned(cell.box) { needed += baseline - cellBaseline(fragment) }
      height = max(height, needed)
    }
    return height
  }

  private func rowBaseline(_ row: GridRow, cells: [FragmentNode]) -> Double {
    zip(row.cells, cells).filter { isBaselineAligned($0.0.box) }.map { cellBaseline($0.1) }.max() ?? 0
  }

  private func cellBaseline(_ fragment: FragmentNode) -> Double {
    fragment.firstBaseline ?? fragment.size.height - fragment.border.bottom - fragment.padding.bottom
  }

  private func isBaselineAligned(_ cell: Int32) -> Bool {
    switch style(cell).verticalAlign {
    case .top, .middle, .bottom: false
    default: true
    }
  }

  /// A cell that spans rows makes the last of them higher where they are too low for it.
  private func grow(_ heights: inout [Double], for cells: [[FragmentNode]], range: Range<Int>, table: TableLayout) {
    for (offset, index) in range.enumerated() {
      for (cell, fragment) in zip(table.grid.rows[index].cells, cells[offset]) where cell.rowSpan > 1 {
        let last = min(offset + cell.rowSpan, heights.count) - 1
        let gaps = Double(last - offset) * table.spacing.height
        let missing = fragment.size.height - heights[offset...last].reduce(0, +) - gaps
        if missing > 0 { heights[last] += missing }
      }
    }
  }

  private func rowFragment(
    _ index: Int,
    cells: [FragmentNode],
    heights: ArraySlice<Double>,
    table: TableLayout
  ) -> FragmentNode {
    let row = table.grid.rows[index]
    let first = heights.startIndex
    var fragment = FragmentNode(kind: .row, node: tree[row.box].node, style: tree[row.box].style)
    fragment.box = row.box
    fragment.isAnonymous = tree[row.box].isAnonymous
    fragment.size = Size(width: table.span(0..<table.widths.count), height: heights[first])
    let baseline = rowBaseline(row, cells: cells)
    for (cell, laidOut) in zip(row.cells, cells) {
      let last = min(first + cell.rowSpan, heights.endIndex) - 1
      let height = heights[first...last].reduce(0, +) + Double(last - first) * table.spacing.height
      var child = laidOut
      shift(&child, to: height, baseline: baseline, cell: cell.box)
      fragment.children.append(child)
    }
    return fragment
  }

  /// Makes a cell as high as its rows and moves its content by `vertical-align` (CSS 2.2, 17.5.3).
  private func shift(_ cell: inout FragmentNode, to height: Double, baseline: Double, cell box: Int32) {
    let rest = height - cell.size.height
    let shift: Double
    switch style(box).verticalAlign {
    case .top: shift = 0
    case .middle: shift = rest / 2
    case .bottom: shift = rest
    default: shift = min(max(0, baseline - cellBaseline(cell)), max(0, rest))
    }
    for index in cell.children.indices { cell.children[index].offset.y += shift }
    cell.size.height = height
  }
}
