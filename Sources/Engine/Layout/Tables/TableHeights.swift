import Geometry
import Styles

extension LayoutSession {
  /// Settles the heights of a table's rows where its own height asks for more than they need (CSS Tables 3, 3.10), and where
  /// the table is split into groups of columns: a row is as high in all of them, so that their pages hold the same rows.
  mutating func settleHeights(of table: inout TableLayout, box: Int32, wrapper: Int32, availableHeight: Double?) {
    let style = style(box)
    var asked = length(style.height, of: availableHeight, edges: table.edges.vertical, style: style)
    var least = length(style.minHeight, of: availableHeight, edges: table.edges.vertical, style: style)
    if table.settled?.height == .content { (asked, least) = (nil, nil) }
    if let height = table.settled?.leastHeight {
      // A flex item's height is its wrapper's: what captions and edges leave of it is the rows' (CSS Flexbox 1, 4).
      let captions = captionHeight(of: wrapper, width: table.width + table.edges.horizontal)
      asked = max(0, height - captions - table.edges.vertical)
    }
    table.hasHeight = asked != nil
    guard !table.hasSettledHeights else { return }
    let isSplit = !table.split.groups.isEmpty
    table.hasSettledHeights = true
    guard isSplit || asked != nil || least != nil || asksForGroupHeights(box) else {
      tables[box]?.hasSettledHeights = true
      return
    }
    defer { tables[box] = table }
    let goal = max(asked ?? 0, least ?? 0)
    guard !table.grid.rows.isEmpty else {
      table.leastHeight = goal
      return
    }
    var rows = isSplit ? measureGroups(of: table) : measureRows(of: table)
    let groups = rowGroups(of: table)
    for group in groups { grow(&rows, of: group, toHold: self.style(group.box).height.points, in: table, \.base) }
    if isSplit || !groups.isEmpty { table.rowHeights = rows.map(\.base) }
    let shares = table.grid.rows.map(\.hasShare)
    let assignable = goal - table.spacing.height * Double(shares.count { $0 } + 1)
    let needed = zip(rows, shares).reduce(0) { $0 + ($1.1 ? $1.0.base : 0) }
    guard assignable > needed + tolerance else { return }
    for index in rows.indices { resolvePercentages(of: &rows[index], row: index, table: table, height: goal) }
    for group in groups {
      guard case .percent(let percent) = self.style(group.box).height.kind else { continue }
      grow(&rows, of: group, toHold: percent / 100 * goal, in: table, \.reference)
    }
    table.rowHeights = distribute(assignable, over: rows, shares: shares)
  }

  /// Whether a row group of a table has a height of its own.
  private func asksForGroupHeights(_ table: Int32) -> Bool {
    var group = tree[table].firstChild
    while group >= 0 {
      if case .length = style(group).height, !tree[group].isAnonymous { return true }
      group = tree[group].nextSibling
    }
    return false
  }

  /// The rows of the groups that have heights of their own.
  private func rowGroups(of table: TableLayout) -> [(box: Int32, rows: Range<Int>)] {
    var result: [(box: Int32, rows: Range<Int>)] = []
    var start = 0
    for (index, row) in table.grid.rows.enumerated() {
      if index > 0, table.grid.rows[index - 1].group != row.group { start = index }
      guard case .length = style(row.group).height, !tree[row.group].isAnonymous else { continue }
      if result.last?.box == row.group { result.removeLast() }
      result.append((row.group, start..<index + 1))
    }
    return result
  }

  /// Makes the rows of a group as high together as the group is to be; they share what they lack as those of a table do.
  private func grow(
    _ rows: inout [RowMeasure],
    of group: (box: Int32, rows: Range<Int>),
    toHold height: Double?,
    in table: TableLayout,
    _ size: WritableKeyPath<RowMeasure, Double>
  ) {
    guard let height else { return }
    let shares = table.grid.rows[group.rows].map(\.hasShare)
    let assignable = height - table.spacing.height * Double(max(0, shares.count { $0 } - 1))
    var measures = Array(rows[group.rows])
    for index in measures.indices { measures[index].base = measures[index][keyPath: size] }
    let needed = zip(measures, shares).reduce(0) { $0 + ($1.1 ? $1.0.base : 0) }
    guard assignable > needed + tolerance else { return }
    let heights = distribute(assignable, over: measures, shares: shares)
    for (index, height) in zip(group.rows, heights) {
      rows[index][keyPath: size] = height
      rows[index].reference = max(rows[index].reference, height)
      rows[index].isAuto = false
    }
  }

  /// What all rows need in the group of columns that makes them highest.
  private mutating func measureGroups(of table: TableLayout) -> [RowMeasure] {
    var result: [RowMeasure] = []
    for group in table.split.groups.indices {
      let rows = measureRows(of: table.showing(group: group))
      guard !result.isEmpty else {
        result = rows
        continue
      }
      for (index, row) in rows.enumerated() { result[index].formUnion(row) }
    }
    return result
  }

  /// What all rows need, the table's height left aside.
  private mutating func measureRows(of table: TableLayout) -> [RowMeasure] {
    var result: [RowMeasure] = []
    var flow = RowFlow(table: table)
    // The rows are laid out again when they are placed: nothing is kept or told of them now.
    let (paragraphs, diagnostics) = (paragraphs, diagnostics)
    for row in table.grid.rows.indices {
      guard table.grid.rows[row].carry == .none else {
        result.append(RowMeasure(base: 0, reference: 0, isAuto: true))
        continue
      }
      _ = flow.add(draftRow(row, of: table, resumed: nil, room: CellRoom()), room: nil)
      guard flow.open.isEmpty else { continue }
      result.append(
        contentsOf: flow.drafts.map { RowMeasure(base: $0.height, reference: $0.height, isAuto: $0.isAuto) }
      )
      flow.take([])
      self.paragraphs = paragraphs
    }
    self.diagnostics = diagnostics
    return result
  }

  /// Heights in percent of rows, and of cells in one row, refer to the table's.
  private func resolvePercentages(of measure: inout RowMeasure, row: Int, table: TableLayout, height: Double) {
    func resolve(_ style: ComputedStyle) {
      guard case .percent(let percent) = style.height.kind else { return }
      measure.isAuto = false
      measure.reference = max(measure.reference, percent / 100 * height)
    }
    resolve(style(table.grid.rows[row].box))
    for cell in table.grid.cells(ofRow: row) where cell.rowSpan == 1 { resolve(style(cell.box)) }
  }

  private func distribute(_ height: Double, over rows: [RowMeasure], shares: [Bool]) -> [Double] {
    let base = zip(rows, shares).reduce(0) { $0 + ($1.1 ? $1.0.base : 0) }
    let reference = zip(rows, shares).reduce(0) { $0 + ($1.1 ? $1.0.reference : 0) }
    if height <= reference {
      let share = reference > base ? (height - base) / (reference - base) : 0
      return rows.map { $0.base + ($0.reference - $0.base) * share }
    }
    let hasAuto = zip(rows, shares).contains { $0.isAuto && $1 }
    let takers = zip(rows, shares).map { $1 && ($0.isAuto || !hasAuto) }
    let increment = (height - reference) / Double(max(1, takers.count { $0 }))
    return zip(rows, takers).map { $0.reference + ($1 ? increment : 0) }
  }
}

extension GridRow {
  /// Whether it takes part in sharing out the table's height.
  ///
  /// Collapsed rows do: that they are taken out at the end changes nothing for the others (CSS 2.2, 17.5.5).
  fileprivate var hasShare: Bool { !isHidden && carry == .none }
}

/// Heights of a row before the table's height is shared out.
private struct RowMeasure {
  var base: Double
  /// With percentages resolved.
  var reference: Double
  var isAuto: Bool

  mutating func formUnion(_ other: RowMeasure) {
    base = max(base, other.base)
    reference = max(reference, other.reference)
    isAuto = isAuto && other.isAuto
  }
}
