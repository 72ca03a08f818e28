import Geometry
import Styles

/// A table under way: its grid, its columns, its collapsed borders.
///
/// Kept until its last row is placed.
struct TableLayout {
  var grid: TableGrid
  /// Distance between cells; zero where borders collapse.
  var spacing: Size
  /// `nil` where borders are separate.
  var borders: CollapsedBorders?
  var widths: [Double] = []
  /// Left edge of each column in the table's content box.
  var lefts: [Double] = []
  /// Left half of the table's own border and padding.
  var edges = BoxEdges()
  /// Content width.
  var width = 0.0

  /// The width of some neighbouring columns with the spaces between them.
  func span(_ columns: Range<Int>) -> Double {
    guard let last = columns.last, let first = columns.first else { return 0 }
    return lefts[last] + widths[last] - lefts[first]
  }
}

extension LayoutSession {
  /// The grid and borders of a table, before widths are known.
  func prepareTable(_ box: Int32) -> TableLayout {
    let style = style(box)
    let grid = TableGrid(of: box, in: tree)
    guard style.collapsesBorders else { return TableLayout(grid: grid, spacing: style.borderSpacing, borders: nil) }
    let borders = CollapsedBorders(of: box, grid: grid, tree: tree, styles: styles)
    return TableLayout(grid: grid, spacing: .zero, borders: borders)
  }

  /// A table with its columns set for a containing block.
  mutating func table(_ box: Int32, available: Double) -> TableLayout {
    if let known = tables[box] { return known }
    var table = prepareTable(box)
    let style = style(box)
    table.edges = tableEdges(of: box, table: table, available: available)
    let outer = BoxEdges(of: style, available: available).margin.horizontal + table.edges.horizontal
    let gaps = table.spacing.width * Double(table.grid.columnCount + 1)
    let asked = contentWidth(of: box, style: style, edges: table.edges, available: available)
    let widths = intrinsicWidths(of: box)
    var width = asked ?? min(max(widths.min, available - outer), widths.max)
    width = clampWidth(width, of: box, style: style, edges: table.edges, available: available)
    if !style.hasFixedTableLayout || style.width == .auto { width = max(width, widths.min) }
    table.widths = columnWidths(of: table, box: box, available: max(0, width - gaps))
    var left = table.spacing.width
    for width in table.widths {
      table.lefts.append(left)
      left += width + table.spacing.width
    }
    table.width = max(width, left)
    tables[box] = table
    return table
  }

  private func tableEdges(of box: Int32, table: TableLayout, available: Double) -> BoxEdges {
    var edges = BoxEdges(of: style(box), available: available)
    edges.margin = .zero
    if let borders = table.borders {
      edges.border = borders.outer
      // A table has no padding where its borders collapse (CSS 2.2, 17.6.2).
      edges.padding = .zero
    }
    return edges
  }

  /// The used edges of a cell; cells have no margins.
  func cellEdges(_ cell: GridCell, in table: TableLayout, available: Double) -> BoxEdges {
    var edges = BoxEdges(of: style(cell.box), available: available)
    edges.margin = .zero
    if let borders = table.borders { edges.border = borders.edges(around: cell) }
    return edges
  }

  /// Lays out a table with its captions; its rows go on on the next page where they do not fit.
  mutating func layOutTableWrapper(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    let tableBox = tree.children(of: box).first { tree[$0].kind == .table } ?? box
    let table = table(tableBox, available: space.available)
    let style = style(box)
    var edges = BoxEdges(of: style, available: space.available)
    edges.border = .zero
    edges.padding = .zero
    let width = table.width + table.edges.horizontal
    if !tree[box].isInlineLevel { settleMargins(&edges, style: style, width: width, available: space.available) }
    if token != nil { dropStart(of: &edges) }
    var wrapper = FragmentNode(kind: .tableWrapper, node: tree[box].node, style: tree[box].style)
    wrapper.box = box
    wrapper.isAnonymous = tree[box].isAnonymous
    wrapper.margin = edges.margin
    wrapper.continuesBefore = token != nil
    wrapper.size.width = width
    if token == nil { addCaptions(of: box, below: false, to: &wrapper) }
    var inner = space
    inner.remaining = space.remaining.map { $0 - wrapper.size.height }
    inner.isInsideAvoid = space.isInsideAvoid || style.breakInside != .auto
    let piece = layOutRows(of: tableBox, table: table, in: inner, from: token)
    if case .outOfSpace = piece.status { return piece }
    var fragment = piece.fragment
    fragment.offset = Point(x: 0, y: wrapper.size.height)
    fragment.continuesBefore = token != nil
    wrapper.size.height += fragment.size.height
    var status = LayoutResult.Status.complete
    if case .broken(let next) = piece.status {
      wrapper.continuesAfter = true
      fragment.continuesAfter = true
      wrapper.margin.bottom = 0
      status = .broken(BreakToken(box: box, position: next.position))
      wrapper.children.append(fragment)
    } else {
      wrapper.children.append(fragment)
      addCaptions(of: box, below: true, to: &wrapper)
    }
    var bottom = MarginStrut()
    bottom.add(wrapper.margin.bottom)
    return LayoutResult(fragment: wrapper, status: status, bottomMargin: bottom)
  }

  private mutating func addCaptions(of box: Int32, below: Bool, to wrapper: inout FragmentNode) {
    for child in tree.children(of: box) where tree[child].kind == .caption && style(child).isCaptionBelow == below {
      let space = ConstraintSpace(available: wrapper.size.width)
      var result = layOutBlock(child, in: space, from: nil)
      result.fragment.kind = .caption
      let margin = result.fragment.margin
      result.fragment.offset = Point(x: margin.left, y: wrapper.size.height + margin.top)
      wrapper.size.height += margin.vertical + result.fragment.size.height
      wrapper.children.append(result.fragment)
    }
  }
}
