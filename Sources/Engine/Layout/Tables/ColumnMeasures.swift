import Geometry
import Styles

/// What one column asks for (CSS Tables 3, 3.8.3); outer widths in points.
struct ColumnMeasure {
  /// The min-content and max-content width.
  var widths = IntrinsicWidths()
  /// The intrinsic percentage width; 0 is none.
  var percent = 0.0
  /// Whether its `<col>`, `<colgroup>` or a cell in it alone has a width in points.
  var isConstrained = false
  /// Whether a cell begins in it.
  var hasCells = false
  /// Its cells that are aligned at a character.
  var marks = MarkedColumn()
}

extension LayoutSession {
  /// What the columns of a table in automatic layout ask for.
  mutating func columnMeasures(of table: TableLayout) -> [ColumnMeasure] {
    var measures = table.grid.columns.map { column in
      var measure = ColumnMeasure()
      measure.hasCells = column.hasCells
      for index in [column.groupStyle, column.style] where index >= 0 { ask(styles[index], of: &measure) }
      return measure
    }
    var spanning: [GridCell] = []
    for cell in table.grid.cells {
      if cell.columnSpan > 1 {
        spanning.append(cell)
      } else if case .points = style(cell.box).width.kind {
        measures[cell.column].isConstrained = true
      }
    }
    for cell in table.grid.cells where cell.columnSpan == 1 {
      let percent = percentContribution(of: style(cell.box))
      let widths = outerWidths(of: cell, isConstrained: measures[cell.column].isConstrained, in: table)
      measures[cell.column].widths.formUnion(widths)
      measures[cell.column].percent = max(measures[cell.column].percent, percent)
      addMark(of: cell, in: table, to: &measures[cell.column].marks)
    }
    for index in measures.indices {
      // A column holds what stands before its marks and what stands after them (CSS Text 4, 7.1).
      measures[index].widths.min = max(measures[index].widths.min, measures[index].marks.rigid.width)
      if !measures[index].isConstrained {
        measures[index].widths.max = max(measures[index].widths.max, measures[index].marks.unbroken.width)
      }
      measures[index].widths.max = max(measures[index].widths.max, measures[index].widths.min)
    }
    addSpanning(spanning, spacing: table.spacing.width, table: table, to: &measures)
    var left = 100.0
    for index in measures.indices {
      measures[index].percent = min(measures[index].percent, left)
      left -= measures[index].percent
    }
    return measures
  }

  /// A column's own width is both the least and the most that it asks for (3.8.2, outer widths of columns).
  private func ask(_ style: ComputedStyle, of measure: inout ColumnMeasure) {
    let least = style.minWidth.points ?? 0
    measure.percent = max(measure.percent, percentContribution(of: style))
    let width = style.width.points
    if width != nil { measure.isConstrained = true }
    measure.widths.min = max(measure.widths.min, least, width ?? 0)
    measure.widths.max = max(measure.widths.max, least, min(style.maxWidth.points ?? .infinity, width ?? 0))
  }

  private func percentContribution(of style: ComputedStyle) -> Double {
    guard case .percent(let width) = style.width.kind else { return 0 }
    guard case .percent(let most) = style.maxWidth.kind else { return width }
    return min(width, most)
  }

  /// The outer min-content and max-content width of a cell.
  private mutating func outerWidths(of cell: GridCell, isConstrained: Bool, in table: TableLayout) -> IntrinsicWidths {
    let style = style(cell.box)
    let edges = cellEdges(cell, in: table, available: 0)
    func content(_ extent: Extent) -> Double? {
      extent.points.map { max(0, style.sizesBorderBox ? $0 - edges.horizontal : $0) }
    }
    let own = cellContentWidths(cell.box, in: table)
    let least = max(content(style.minWidth) ?? 0, own.min)
    let width = content(style.width) ?? 0
    var most = own.max
    if isConstrained { most = width }
    most = min(content(style.maxWidth) ?? .infinity, most)
    let outer = IntrinsicWidths(min: least, max: max(least, width, most))
    return IntrinsicWidths(min: outer.min + edges.horizontal, max: outer.max + edges.horizontal)
  }

  private mutating func cellContentWidths(_ box: Int32, in table: TableLayout) -> IntrinsicWidths {
    intrinsicWidths(of: box)
  }

  /// Widens columns for the cells that span several of them, narrow spans first.
  private mutating func addSpanning(
    _ cells: [GridCell],
    spacing: Double,
    table: TableLayout,
    to measures: inout [ColumnMeasure]
  ) {
    let ordered = cells.sorted { ($0.columnSpan, $0.row, $0.column) < ($1.columnSpan, $1.row, $1.column) }
    var start = 0
    while start < ordered.count {
      let span = ordered[start].columnSpan
      let end = ordered[start...].firstIndex { $0.columnSpan != span } ?? ordered.count
      // Contributions of cells of one span do not see each other.
      let before = measures
      for cell in ordered[start..<end] {
        let isConstrained = if case .points = style(cell.box).width.kind { true } else { false }
        let widths = outerWidths(of: cell, isConstrained: isConstrained, in: table)
        let gaps = spacing * Double(span - 1)
        let share = ColumnShare(before[cell.columns])
        for (column, least) in zip(cell.columns, share.widths(atLeast: widths.min - gaps, isMinimum: true)) {
          measures[column].widths.min = max(measures[column].widths.min, least)
        }
        for (column, most) in zip(cell.columns, share.widths(atLeast: widths.max - gaps, isMinimum: false)) {
          measures[column].widths.max = max(measures[column].widths.max, most, measures[column].widths.min)
        }
        for (column, percent) in zip(cell.columns, share.percents(of: percentContribution(of: style(cell.box)))) {
          measures[column].percent = max(measures[column].percent, percent)
        }
      }
      start = end
    }
  }
}

/// How a cell's widths are shared among the columns that it spans.
private struct ColumnShare {
  private let columns: ArraySlice<ColumnMeasure>

  init(_ columns: ArraySlice<ColumnMeasure>) {
    self.columns = columns
  }

  /// The columns' min-content (or max-content) widths, wide enough together.
  ///
  /// Up to their max-content widths columns grow between their two widths; what is more goes where excess width goes
  /// (3.9.3.2, for intrinsic widths).
  func widths(atLeast goal: Double, isMinimum: Bool) -> [Double] {
    let least = columns.reduce(0) { $0 + $1.widths.min }
    let most = columns.reduce(0) { $0 + $1.widths.max }
    guard isMinimum, goal < most else {
      return ColumnDistribution(columns).excess(max(0, goal - most), over: columns.map(\.widths.max))
    }
    let share = most > least ? max(0, goal - least) / (most - least) : 0
    return columns.map { $0.widths.min + share * ($0.widths.max - $0.widths.min) }
  }

  /// What is left of a cell's percentage for columns without one, in proportion to their max-content widths.
  func percents(of percent: Double) -> [Double] {
    let left = max(0, percent - columns.reduce(0) { $0 + $1.percent })
    let open = columns.filter { $0.percent == 0 }
    let sum = open.reduce(0) { $0 + $1.widths.max }
    return columns.map { column in
      guard column.percent == 0, left > 0 else { return 0 }
      return sum > 0 ? left * column.widths.max / sum : left / Double(open.count)
    }
  }
}

extension Extent {
  /// What kind of width a column sees; a sum of points and percent counts as `auto` (CSS Values 3, 8.1).
  enum Kind {
    case auto
    case points(Double)
    case percent(Double)
  }

  var kind: Kind {
    guard case .length(let length) = self else { return .auto }
    if length.percent == 0 { return .points(max(0, length.points)) }
    return length.points == 0 && length.percent > 0 ? .percent(length.percent) : .auto
  }

  /// The length, where it is one without a percentage.
  var points: Double? {
    if case .points(let points) = kind { return points }
    return nil
  }
}
