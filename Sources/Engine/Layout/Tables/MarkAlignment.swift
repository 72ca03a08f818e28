import Geometry
import Styles
import Text

/// How far cells of a column reach before and after their alignment marks, edges included.
struct MarkExtents {
  var before = 0.0
  var after = 0.0

  var width: Double { before + after }

  mutating func formUnion(_ other: MarkExtents) {
    before = max(before, other.before)
    after = max(after, other.after)
  }
}

/// The cells of a column that are aligned at a character (CSS Text 4, 7.1).
struct MarkedColumn {
  /// Of all its cells, unbroken.
  private(set) var unbroken = MarkExtents()
  /// Of the cells that cannot be broken over lines.
  private(set) var rigid = MarkExtents()
  /// Where the group stands in the column; `nil` where no cell is aligned at a character.
  private(set) var align: TextAlign?

  mutating func add(_ extents: MarkExtents, isRigid: Bool, align: TextAlign) {
    unbroken.formUnion(extents)
    if isRigid { rigid.formUnion(extents) }
    // Cells of one column that ask for different places cannot be aligned in all of them: the first decides.
    self.align = self.align ?? align
  }

  /// Where the marks stand, from the left edge of a column of some width.
  func axis(width: Double) -> Double? {
    guard let align else { return nil }
    let extents = unbroken.width <= width + tolerance ? unbroken : rigid
    let rest = max(0, width - extents.width)
    switch align {
    case .auto, .start, .left, .justify: return extents.before
    case .center: return extents.before + rest / 2
    case .end, .right: return extents.before + rest
    }
  }
}

extension LayoutSession {
  /// Notes how far a cell reaches on both sides of its mark, where it is aligned at one.
  ///
  /// A cell that spans several columns takes its alignment's keyword (CSS Text 4, 7.1 leaves it open).
  mutating func addMark(of cell: GridCell, in table: TableLayout, to column: inout MarkedColumn) {
    let style = style(cell.box)
    guard style.textAlignMark != nil, cell.columnSpan == 1 else { return }
    let widths = intrinsicWidths(of: cell.box)
    var extents = MarkExtents()
    let edges = cellEdges(cell, in: table, available: 0)
    forEachMarkedBox(in: cell.box, edges: edges, available: 0) { session, box, edges in
      guard let own = session.markExtents[box] else { return }
      extents.formUnion(MarkExtents(before: own.before + edges.left, after: own.after + edges.right))
    }
    column.add(extents, isRigid: widths.max <= widths.min + tolerance, align: style.textAlign)
  }

  /// The marked columns of a table in fixed layout, where nothing else measures cells.
  mutating func markedColumns(of table: TableLayout) -> [MarkedColumn] {
    var columns = Array(repeating: MarkedColumn(), count: table.grid.columnCount)
    for cell in table.grid.cells where cell.columnSpan == 1 { addMark(of: cell, in: table, to: &columns[cell.column]) }
    return columns
  }

  /// Tells the lines of a cell where their marks are to stand.
  mutating func setMarkAxes(of cell: GridCell, edges: BoxEdges, width: Double, in table: TableLayout) {
    guard cell.columnSpan == 1, style(cell.box).textAlignMark != nil,
      let axis = table.marks[cell.column].axis(width: table.span(cell.columns))
    else { return }
    forEachMarkedBox(in: cell.box, edges: edges, available: width) { session, box, edges in
      session.markAxes[box] = axis - edges.left
    }
  }

  /// Forgets the axes of a cell that has been laid out.
  mutating func clearMarkAxes(of cell: GridCell) {
    guard !markAxes.isEmpty else { return }
    forEachMarkedBox(in: cell.box, edges: BoxEdges(), available: 0) { session, box, _ in session.markAxes[box] = nil }
  }

  /// Visits the containers of lines in a cell that are aligned at a mark, with what stands between them and the cell's border edges.
  private mutating func forEachMarkedBox(
    in cell: Int32,
    edges: BoxEdges,
    available: Double,
    _ visit: (inout LayoutSession, Int32, Edges) -> Void
  ) {
    let outer = Edges(top: 0, right: edges.horizontal - edges.left, bottom: 0, left: edges.left)
    var waiting = [(box: cell, edges: outer)]
    while let (box, edges) = waiting.popLast() {
      if tree[box].inline >= 0, style(box).textAlignMark != nil { visit(&self, box, edges) }
      var child = tree[box].firstChild
      while child >= 0 {
        if tree[child].kind == .block, tree[child].outOfFlow == .none, !tree[child].isContextRoot {
          let own = BoxEdges(of: style(child), available: available)
          var inner = edges
          inner.left += own.margin.left + own.left
          inner.right += own.margin.right + own.horizontal - own.left
          waiting.append((child, inner))
        }
        child = tree[child].nextSibling
      }
    }
  }
}
