import Diagnostics
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
  /// Widths of all columns.
  var widths: [Double] = []
  /// The cells of each column that are aligned at a character.
  var marks: [MarkedColumn] = []
  /// Where the columns stand.
  var columns = ColumnPlacement()
  /// Where they would stand were none of them collapsed: cells are laid out as if there were none (CSS 2.2, 17.5.5).
  var uncollapsed = ColumnPlacement()
  /// The table's own border and padding.
  var edges = BoxEdges()
  /// Content width.
  var width = 0.0
  /// The content width that its captions cannot do without.
  var leastWidth = 0.0
  /// The groups of columns that it is split into.
  var split = ColumnSplit()
  /// The width of the containing block that it was made for.
  var available = 0.0
  /// The widest border box that an automatic width was to take there, where that was less than all of it.
  var widestBox: Double?
  /// The size of the wrapper that a formatting context around, such as a flex container's, has settled.
  var settled: SettledSize?
  /// Final heights of all rows, where the table's own height asks for more than they need.
  var rowHeights: [Double]?
  /// Whether these have been settled.
  var hasSettledHeights = false
  /// The content height of a table without rows.
  var leastHeight: Double?
  /// Whether the height of cells counts as specified, because the table's is (CSS Tables 3, 3.10.5).
  var hasHeight = false

  /// The spaces beside columns: one more than there are columns, those that only wide cells reach included.
  var horizontalSpace: Double {
    let tracks = grid.columns.reduce(0) { $0 + $1.weight }
    return tracks == 0 ? 0 : spacing.width * Double(tracks + 1)
  }

  /// Places the columns that are shown.
  mutating func placeColumns() {
    let (columns, split) = (grid.columns, split)
    let isShown = { (index: Int) in !columns[index].isCollapsed && split.shows(index) }
    self.columns = ColumnPlacement(widths: widths, isShown: isShown, spacing: spacing.width)
    let hides = columns.contains { $0.isCollapsed }
    uncollapsed =
      hides ? ColumnPlacement(widths: widths, isShown: split.shows, spacing: spacing.width) : self.columns
  }

  /// The width of some neighbouring columns with the spaces between them.
  func span(_ range: Range<Int>) -> Double { columns.span(range) }
}

/// Where columns stand in a table's content box; columns that are not shown take no room.
struct ColumnPlacement {
  /// Widths of the columns before each one, and how many of them are shown; one more than there are columns.
  private var sums: [Double] = [0]
  private var counts: [Int] = [0]
  private var spacing = 0.0

  /// No columns.
  init() {}

  init(widths: [Double], isShown: (Int) -> Bool, spacing: Double) {
    self.spacing = spacing
    for (index, width) in widths.enumerated() {
      let shows = isShown(index)
      sums.append(sums[index] + (shows ? width : 0))
      counts.append(counts[index] + (shows ? 1 : 0))
    }
  }

  var count: Int { counts.count - 1 }

  /// The edges between the columns shown on both sides of an edge: where columns between them are not shown these are two.
  func neighbours(of edge: Int) -> (before: Int, after: Int) {
    guard count > 0 else { return (edge, edge) }
    var (before, after) = (edge, edge)
    while before > 0, counts[before] == counts[before - 1] { before -= 1 }
    while after < count, counts[after] == counts[after + 1] { after += 1 }
    return (before, after)
  }

  /// How many of some columns are shown.
  func shown(_ range: Range<Int>) -> Int { counts[range.upperBound] - counts[range.lowerBound] }

  /// The left edge of a column, from the content box's.
  func left(of column: Int) -> Double { sums[column] + spacing * Double(counts[column] + 1) }

  /// The width of neighbouring columns with the spaces between them.
  func span(_ range: Range<Int>) -> Double {
    let shown = shown(range)
    return shown == 0 ? 0 : sums[range.upperBound] - sums[range.lowerBound] + spacing * Double(shown - 1)
  }

  /// The width of all columns with the spaces between and around them.
  var total: Double {
    let shown = counts[counts.count - 1]
    return shown == 0 ? 0 : sums[sums.count - 1] + spacing * Double(shown + 1)
  }
}

extension LayoutSession {
  /// The grid and borders of a table, before widths are known.
  func prepareTable(_ box: Int32) -> TableLayout {
    let style = style(box)
    var grid = TableGrid(of: box, in: tree, styles: styles)
    guard style.collapsesBorders else {
      grid.hideRows(where: hidesEmptyCell)
      return TableLayout(grid: grid, spacing: style.borderSpacing, borders: nil)
    }
    // What is kept of every edge would fill the memory: each box draws its own borders then.
    guard grid.rows.count * grid.columnCount <= mostCollapsedEdges else {
      return TableLayout(grid: grid, spacing: .zero)
    }
    let borders = CollapsedBorders(of: box, grid: grid, tree: tree, styles: styles)
    return TableLayout(grid: grid, spacing: .zero, borders: borders)
  }

  /// A table with its columns set for a containing block, split as an earlier piece was where there is one.
  mutating func table(_ box: Int32, of wrapper: Int32, in space: ConstraintSpace, resumed: TableBreak?) -> TableLayout {
    let available = space.available
    let split = resumed?.split
    // A table that goes on keeps its columns where the floats beside it have ended.
    if let known = tables[box], known.available == available, known.settled == space.settled,
      known.widestBox == space.widestBox || resumed != nil
    {
      return known
    }
    var table = prepareTable(box)
    if style(box).collapsesBorders, table.borders == nil, reportedTables.insert(box).inserted {
      diagnostics.report(.bordersNotCollapsed(limit: mostCollapsedEdges, span: span(ofNode: tree[box].node)))
    }
    table.available = available
    table.widestBox = space.widestBox
    table.settled = space.settled
    table.edges = tableEdges(of: box, table: table, available: available)
    table.leastWidth = captionMinimum(of: wrapper) - table.edges.horizontal
    if style(box).isFixedTable {
      setFixedColumns(of: &table, box: box, split: split)
    } else {
      setColumns(of: &table, box: box, split: split)
    }
    tables[box] = table
    return table
  }

  /// Automatic layout (CSS Tables 3, 3.9.1).
  private mutating func setColumns(of table: inout TableLayout, box: Int32, split: ColumnSplit?) {
    let measures = columnMeasures(of: table)
    let space = table.horizontalSpace
    let least = measures.reduce(space) { $0 + $1.widths.min }
    let most = preferredWidth(of: measures) + space
    let room = room(for: table, box: box)
    let asked = askedWidth(of: table, box: box)
    var width = clampedWidth(asked ?? min(most, room), of: table, box: box)
    width = max(width, least, table.leastWidth)
    table.marks = measures.map(\.marks)
    finish(&table, width: width, columns: ColumnDistribution(measures[...]).widths(max(0, width - space)))
    // A table that asks for more than the room is cut as wide as it asks to be; one that is narrowed to it, group by group.
    let floor = clampedWidth(asked ?? 0, of: table, box: box)
    let isNarrowed = floor <= room + tolerance
    table.split = split ?? columnSplit(of: table, box: box, measures: isNarrowed ? measures : nil, room: room)
    if isNarrowed, !table.split.groups.isEmpty {
      table.widths = groupWidths(of: table, measures: measures, asked: asked.map { _ in floor }, room: room)
    }
  }

  private mutating func setFixedColumns(of table: inout TableLayout, box: Int32, split: ColumnSplit?) {
    let available = table.available
    let space = table.horizontalSpace
    var width = clampedWidth(askedWidth(of: table, box: box) ?? 0, of: table, box: box)
    let least = fixedMinimumWidth(of: table, available: available) + space
    width = max(width, least, table.leastWidth)
    table.marks = markedColumns(of: table)
    var columns = fixedColumnWidths(of: table, assignable: max(0, width - space), available: available)
    // A column that stands for several holds the spaces between them.
    for index in columns.indices {
      columns[index] += table.spacing.width * Double(table.grid.columns[index].weight - 1)
    }
    finish(&table, width: width, columns: columns)
    table.split = split ?? columnSplit(of: table, box: box, measures: nil, room: room(for: table, box: box))
  }

  /// The content width that a table of automatic width takes at most.
  private func room(for table: TableLayout, box: Int32) -> Double {
    let outer = table.available - BoxEdges(of: style(box), available: table.available).margin.horizontal
    return max(0, min(outer, table.widestBox ?? .infinity) - table.edges.horizontal)
  }

  /// The content width that a table, or the formatting context around it, asks for.
  private mutating func askedWidth(of table: TableLayout, box: Int32) -> Double? {
    if let settled = table.settled { return max(0, settled.width - table.edges.horizontal) }
    // As wide as the columns ask for, within what there is, is what an automatic width means.
    if style(box).width == .fitContent, !style(box).isFixedTable { return nil }
    return contentWidth(of: box, style: style(box), edges: table.edges, available: table.available)
  }

  private mutating func clampedWidth(_ width: Double, of table: TableLayout, box: Int32) -> Double {
    guard table.settled == nil else { return width }
    return clampWidth(width, of: box, style: style(box), edges: table.edges, available: table.available)
  }

  private func finish(_ table: inout TableLayout, width: Double, columns: [Double]) {
    table.widths = columns
    table.placeColumns()
    let hides = table.grid.columns.contains { $0.isCollapsed }
    // Columns that are taken out make the table narrower (CSS 2.2, 17.5.5).
    table.width = hides ? table.columns.total : max(width, table.columns.total)
  }

  func tableEdges(of box: Int32, table: TableLayout, available: Double) -> BoxEdges {
    var edges = BoxEdges(of: style(box), available: available)
    edges.margin = .zero
    if let borders = table.borders {
      // Of a table without cells nothing collapses.
      if table.grid.columnCount > 0, !table.grid.rows.isEmpty { edges.border = borders.outer(of: table.columns) }
      // A table has no padding where its borders collapse (CSS 2.2, 17.6.2).
      edges.padding = .zero
    }
    return edges
  }

  /// The used edges of a cell; cells have no margins.
  func cellEdges(_ cell: GridCell, in table: TableLayout, available: Double) -> BoxEdges {
    var edges = BoxEdges(of: style(cell.box), available: available)
    edges.margin = .zero
    if let borders = table.borders { edges.border = borders.edges(around: cell, in: table.columns) }
    return edges
  }

  /// The widest border box that a caption of a table cannot do without (CSS Tables 3, CAPMIN).
  mutating func captionMinimum(of wrapper: Int32) -> Double {
    var result = 0.0
    for child in tree.children(of: wrapper) where tree[child].kind == .caption {
      result = max(result, contribution(of: child).min)
    }
    return result
  }

  /// Width that a table takes gladly: what its columns ask for, or as much as lets percentages come true.
  func preferredWidth(of measures: [ColumnMeasure]) -> Double {
    var sum = 0.0
    var wanted = 0.0
    var percents = 0.0
    var others = 0.0
    for measure in measures {
      sum += measure.widths.max
      percents += measure.percent
      if measure.percent > 0 {
        wanted = max(wanted, measure.widths.max * 100 / measure.percent)
      } else {
        others += measure.widths.max
      }
    }
    if others > 0, percents > 0 {
      wanted = max(wanted, percents < 100 ? others * 100 / (100 - percents) : maximumWidth)
    }
    return min(max(sum, wanted), max(sum, maximumWidth))
  }

  /// The narrowest and widest content width of a table.
  mutating func tableIntrinsicWidths(of box: Int32) -> IntrinsicWidths {
    let table = prepareTable(box)
    let space = table.horizontalSpace
    // A width in percent is `auto` while the containing block's is not known: the layout is automatic then (CSS Sizing 3, 5.2.1).
    if style(box).isFixedTable, !style(box).width.isPercentage {
      let least = fixedMinimumWidth(of: table, available: 0) + space
      return IntrinsicWidths(min: least, max: least)
    }
    let measures = columnMeasures(of: table)
    let least = measures.reduce(space) { $0 + $1.widths.min }
    let most = max(least, preferredWidth(of: measures) + space)
    return IntrinsicWidths(min: min(least, leastGroupWidth(of: table, box: box, measures: measures)), max: most)
  }

  /// The narrowest and widest border box of a table, its captions included: the content of its wrapper.
  mutating func wrapperIntrinsicWidths(of wrapper: Int32) -> IntrinsicWidths {
    var result = IntrinsicWidths()
    for child in tree.children(of: wrapper) {
      guard tree[child].kind == .table else {
        let least = contribution(of: child).min
        result.formUnion(IntrinsicWidths(min: least, max: least))
        continue
      }
      let style = style(child)
      var edges = BoxEdges(of: style, available: 0)
      if style.collapsesBorders { edges = tableEdges(of: child, table: prepareTable(child), available: 0) }
      let own = intrinsicWidths(of: child)
      func asked(by extent: Extent) -> IntrinsicWidths? {
        own.asked(by: extent, length: length(extent, of: nil, edges: edges.horizontal, style: style))
      }
      var widths = asked(by: style.width) ?? own
      let most = asked(by: style.maxWidth) ?? IntrinsicWidths(min: .infinity, max: .infinity)
      let least = asked(by: style.minWidth) ?? IntrinsicWidths()
      widths.min = max(own.min, least.min, min(widths.min, most.min))
      widths.max = max(own.min, least.max, min(widths.max, most.max))
      result.formUnion(IntrinsicWidths(min: widths.min + edges.horizontal, max: widths.max + edges.horizontal))
    }
    return result
  }
}

/// Where more rows times columns than this meet, borders do not collapse: 64 MB hold the edges.
private let mostCollapsedEdges = 8_000_000

/// A table of percentages that cannot all come true takes what there is.
private let maximumWidth = 1_000_000.0
