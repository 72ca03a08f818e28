import Geometry
import Styles

/// What a column says about itself in fixed layout.
private enum FixedColumn {
  case auto
  case points(Double)
  case percent(Double)
}

extension LayoutSession {
  /// The least content width of a fixed table: what its columns ask for in points (CSS 2.2, 17.5.2.1).
  func fixedMinimumWidth(of table: TableLayout, available: Double) -> Double {
    fixedColumns(of: table, available: available).reduce(0) { sum, column in
      if case .points(let width) = column { sum + width } else { sum }
    }
  }

  /// The used widths in fixed layout: `<col>` first, then the first row, then equal shares of the rest.
  func fixedColumnWidths(of table: TableLayout, assignable: Double, available: Double) -> [Double] {
    let columns = fixedColumns(of: table, available: available)
    var points = 0.0
    var percent = 0.0
    var open = 0
    for (index, column) in columns.enumerated() {
      switch column {
      case .auto: open += table.grid.columns[index].weight
      case .points(let width): points += width
      case .percent(let share): percent += share
      }
    }
    // Percentages that ask for more than there is share what is left (CSS Tables 3, 3.9.3.1).
    let rest = max(0, assignable - points)
    let wanted = percent / 100 * assignable
    let unit = percent > 0 ? min(wanted, rest) / percent : 0
    let surplus = max(0, rest - unit * percent)
    return columns.enumerated().map { index, column in
      let weight = Double(table.grid.columns[index].weight)
      switch column {
      case .auto: return surplus * weight / Double(open)
      case .points(let width): return width + (open == 0 && points > 0 ? surplus * width / points : 0)
      case .percent(let share):
        guard open == 0, points == 0 else { return unit * share }
        return unit * share + surplus * share / percent
      }
    }.filledOut(to: assignable, grid: table.grid, hasTakers: open > 0 || points > 0 || percent > 0)
  }

  private func fixedColumns(of table: TableLayout, available: Double) -> [FixedColumn] {
    var columns = table.grid.columns.map { column -> FixedColumn in
      for index in [column.style, column.groupStyle] where index >= 0 {
        switch styles[index].width.kind {
        case .points(let width): return .points(width)
        case .percent(let share): return .percent(share)
        case .auto: continue
        }
      }
      return .auto
    }
    guard !table.grid.rows.isEmpty else { return columns }
    for cell in table.grid.cells(ofRow: 0) {
      let style = style(cell.box)
      let tracks = cell.columns.reduce(0) { $0 + table.grid.columns[$1].weight }
      let share: FixedColumn
      switch style.width.kind {
      case .auto: continue
      case .percent(let percent): share = .percent(percent / Double(tracks))
      case .points(let width):
        let edges = cellEdges(cell, in: table, available: available)
        let outer = style.sizesBorderBox ? max(width, edges.horizontal) : width + edges.horizontal
        share = .points(max(0, outer - table.spacing.width * Double(tracks - 1)) / Double(tracks))
      }
      for column in cell.columns {
        guard case .auto = columns[column] else { continue }
        let weight = Double(table.grid.columns[column].weight)
        switch share {
        case .points(let width): columns[column] = .points(width * weight)
        case .percent(let percent): columns[column] = .percent(percent * weight)
        case .auto: break
        }
      }
    }
    return columns
  }
}

extension [Double] {
  /// Columns that all ask for nothing share the width equally.
  fileprivate func filledOut(to width: Double, grid: TableGrid, hasTakers: Bool) -> [Double] {
    let sum = reduce(0, +)
    guard !hasTakers || sum == 0, !isEmpty, width > 0 else { return self }
    return map { _ in width / Double(count) }
  }
}
