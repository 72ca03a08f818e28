import Geometry
import Styles

/// What the cells and `<col>`s of one column ask for.
struct ColumnRequest {
  var widths = IntrinsicWidths()
  /// A fixed outer width in points.
  var fixed: Double?
  /// A share of the table's width, in percent.
  var percent: Double?
}

extension LayoutSession {
  /// The used widths of a table's columns that together take `available` points.
  mutating func columnWidths(of table: TableLayout, box: Int32, available: Double) -> [Double] {
    if style(box).hasFixedTableLayout, style(box).width != .auto {
      return fixedColumnWidths(of: table, box: box, available: available)
    }
    return distribute(available, over: columnRequests(of: table, box: box))
  }

  /// Fixed layout (CSS 2.2, 17.5.2.1): `<col>` first, then the first row, then equal shares of the rest.
  private func fixedColumnWidths(of table: TableLayout, box: Int32, available: Double) -> [Double] {
    var widths = [Double?](repeating: nil, count: table.grid.columnCount)
    for (index, column) in (tree.columns[box] ?? []).enumerated() {
      widths[index] = length(styles[column.style].width, of: available, edges: 0, style: styles[column.style])
    }
    for cell in table.grid.rows.first?.cells ?? [] where widths[cell.column] == nil {
      let style = style(cell.box)
      let edges = cellEdges(cell, in: table, available: available)
      guard let width = length(style.width, of: available, edges: edges.horizontal, style: style) else { continue }
      let gaps = table.spacing.width * Double(cell.columnSpan - 1)
      let share = max(0, width + edges.horizontal - gaps) / Double(cell.columnSpan)
      for column in cell.column..<cell.column + cell.columnSpan where widths[column] == nil { widths[column] = share }
    }
    let taken = widths.reduce(0) { $0 + ($1 ?? 0) }
    let open = widths.count { $0 == nil }
    if open > 0 {
      let share = max(0, available - taken) / Double(open)
      return widths.map { $0 ?? share }
    }
    // Columns that ask for less than the table's width share what is left over.
    let surplus = max(0, available - taken)
    return widths.map { ($0 ?? 0) + (taken > 0 ? surplus * ($0 ?? 0) / taken : surplus / Double(widths.count)) }
  }

  /// What each column asks for, cells that span several included (CSS Tables 3, 3.9.3).
  mutating func columnRequests(of table: TableLayout, box: Int32) -> [ColumnRequest] {
    var requests = [ColumnRequest](repeating: ColumnRequest(), count: table.grid.columnCount)
    for (index, column) in (tree.columns[box] ?? []).enumerated() {
      ask(for: styles[column.style], edges: 0, of: &requests[index])
    }
    var spanning: [GridCell] = []
    for row in table.grid.rows {
      for cell in row.cells {
        guard cell.columnSpan == 1 else {
          spanning.append(cell)
          continue
        }
        let edges = cellEdges(cell, in: table, available: 0)
        ask(for: style(cell.box), edges: edges.horizontal, of: &requests[cell.column])
        requests[cell.column].widths.formUnion(cellWidths(cell, in: table))
      }
    }
    for cell in spanning.sorted(by: { ($0.columnSpan, $0.row, $0.column) < ($1.columnSpan, $1.row, $1.column) }) {
      spread(cellWidths(cell, in: table), over: cell, spacing: table.spacing.width, in: &requests)
    }
    for index in requests.indices {
      if let fixed = requests[index].fixed {
        let least = requests[index].widths.min
        requests[index].widths.max = max(fixed, least)
        requests[index].widths.min = max(least, min(fixed, requests[index].widths.max))
      }
      requests[index].widths.max = max(requests[index].widths.max, requests[index].widths.min)
    }
    return requests
  }

  private func ask(for style: ComputedStyle, edges: Double, of request: inout ColumnRequest) {
    guard case .length(let length) = style.width else { return }
    if length.percent != 0 {
      request.percent = max(request.percent ?? 0, length.percent)
    } else if length.points > 0 {
      let outer = style.sizesBorderBox ? length.points : length.points + edges
      request.fixed = max(request.fixed ?? 0, outer)
    }
  }

  private mutating func cellWidths(_ cell: GridCell, in table: TableLayout) -> IntrinsicWidths {
    let edges = cellEdges(cell, in: table, available: 0)
    var widths = intrinsicWidths(of: cell.box)
    if case .length(let length) = style(cell.box).width, length.percent == 0, length.points > 0 {
      widths.max = max(widths.min, style(cell.box).sizesBorderBox ? length.points - edges.horizontal : length.points)
    }
    return IntrinsicWidths(min: widths.min + edges.horizontal, max: widths.max + edges.horizontal)
  }

  /// Widens the columns under a cell that spans them, in proportion to what they have.
  private func spread(
    _ widths: IntrinsicWidths,
    over cell: GridCell,
    spacing: Double,
    in requests: inout [ColumnRequest]
  ) {
    let columns = cell.column..<cell.column + cell.columnSpan
    let gaps = spacing * Double(cell.columnSpan - 1)
    let least = requests[columns].reduce(0) { $0 + $1.widths.min }
    let most = requests[columns].reduce(0) { $0 + $1.widths.max }
    let missingLeast = max(0, widths.min - gaps - least)
    let missingMost = max(0, widths.max - gaps - most)
    for column in columns {
      let share = most > 0 ? requests[column].widths.max / most : 1 / Double(cell.columnSpan)
      requests[column].widths.min += missingLeast * share
      requests[column].widths.max += missingMost * share
    }
  }

  /// Shares a width out among columns: percentages, fixed widths, then between minimum and maximum (CSS 2.2, 17.5.2.2).
  func distribute(_ available: Double, over requests: [ColumnRequest]) -> [Double] {
    var widths = requests.map(\.widths.min)
    var rest = max(0, available - widths.reduce(0, +))
    func grow(_ goals: [Double?]) {
      let wanted = zip(goals, widths).map { goal, width in max(0, (goal ?? width) - width) }
      let sum = wanted.reduce(0, +)
      guard sum > 0 else { return }
      let share = min(1, rest / sum)
      for index in widths.indices { widths[index] += wanted[index] * share }
      rest = max(0, rest - sum * share)
    }
    grow(requests.map { $0.percent.map { $0 * available / 100 } })
    grow(requests.map { $0.percent == nil && $0.fixed != nil ? $0.widths.max : nil })
    grow(requests.map { $0.percent == nil && $0.fixed == nil ? $0.widths.max : nil })
    guard rest > tolerance else { return widths }
    // More than all want: columns without a width take it, in proportion to their content.
    let isOpen = requests.map { $0.percent == nil && $0.fixed == nil }
    let takers = isOpen.contains(true) ? isOpen : requests.map { _ in true }
    let weights = zip(takers, requests).map { $0 ? max($1.widths.max, tolerance) : 0 }
    let sum = weights.reduce(0, +)
    for index in widths.indices { widths[index] += rest * weights[index] / sum }
    return widths
  }

  /// The narrowest and widest content width of a table.
  mutating func tableIntrinsicWidths(of box: Int32) -> IntrinsicWidths {
    let table = prepareTable(box)
    let requests = columnRequests(of: table, box: box)
    let gaps = table.spacing.width * Double(table.grid.columnCount + 1)
    var result = IntrinsicWidths(min: gaps, max: gaps)
    var percentSum = 0.0
    var largest = 0.0
    for request in requests {
      result.min += request.widths.min
      result.max += request.widths.max
      if let percent = request.percent, percent > 0 {
        percentSum += percent
        largest = max(largest, request.widths.max * 100 / percent)
      }
    }
    // A column of 25 % whose content wants 100 points wants a table of 400.
    if percentSum > 0 { result.max = max(result.max, largest + gaps) }
    return result
  }
}
