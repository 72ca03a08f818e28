import Geometry
import Styles

/// Cuts the columns of a table that is wider than its page into groups of neighbours.
struct ColumnCut {
  /// What each column takes of the room, with the space beside it; 0 for columns that are not shown.
  private let costs: [Double]
  /// How many columns at the start stand in every group.
  private let keyColumns: Int
  private let room: Double
  /// What a group loses that ends before each column: how many cells it cuts, and whether it parts a `<colgroup>`.
  private var losses: [Int]
  /// Before which columns a group is asked to end.
  private var forced: [Bool]

  /// - Parameters:
  ///   - costs: see ``costs``.
  ///   - keyColumns: how many columns at the start stand in every group.
  ///   - room: for columns and the spaces after them.
  init(costs: [Double], keyColumns: Int, room: Double) {
    self.costs = costs
    self.keyColumns = keyColumns
    self.room = room
    losses = Array(repeating: 0, count: costs.count + 1)
    forced = Array(repeating: false, count: costs.count + 1)
  }

  /// Notes what the cells and columns of a table ask for; `break-before`, `break-after` and `break-inside` of `<col>` and
  /// `<colgroup>` speak of groups of columns here.
  mutating func add(_ grid: TableGrid, styles: StyleTable) {
    // By column edge, how many cells begin to reach over it less how many end to: summed up at the end.
    for cell in grid.cells where cell.columnSpan > 1 { keepTogether(cell.columns, weight: 1) }
    var start = 0
    for (index, column) in grid.columns.enumerated() {
      if column.startsGroup { start = index }
      if column.style >= 0 {
        if styles[column.style].breakBefore.isForced { forced[index] = true }
        if styles[column.style].breakAfter.isForced { forced[index + 1] = true }
      }
      guard column.groupStyle >= 0, column.endsGroup else { continue }
      let style = styles[column.groupStyle]
      if style.breakBefore.isForced { forced[start] = true }
      if style.breakAfter.isForced { forced[index + 1] = true }
      // A group that avoids breaks outweighs all cells.
      if style.breakInside != .auto { keepTogether(start..<index + 1, weight: grid.cells.count + 1) }
    }
    for edge in losses.indices.dropFirst() { losses[edge] += losses[edge - 1] }
  }

  /// What is wider than any page is cut anyhow, and is no reason to cut elsewhere.
  private mutating func keepTogether(_ columns: Range<Int>, weight: Int) {
    let first = max(columns.lowerBound, keyColumns)
    guard columns.upperBound > first + 1 else { return }
    var width = keyWidth
    for column in first..<columns.upperBound {
      width += costs[column]
      guard width <= room + tolerance else { return }
    }
    losses[first + 1] += weight
    losses[columns.upperBound] -= weight
  }

  private var keyWidth: Double { costs[..<keyColumns].reduce(0, +) }

  /// The columns of each group beside the key columns: as many as fit, one at least.
  var groups: [Range<Int>] {
    let keyWidth = self.keyWidth
    var groups: [Range<Int>] = []
    var start = keyColumns
    while start < costs.count {
      var end = start
      var width = keyWidth
      while end < costs.count, end == start || (width + costs[end] <= room + tolerance && !forced[end]) {
        width += costs[end]
        end += 1
      }
      if end < costs.count, !forced[end] { end = bestEnd(from: start, to: end) }
      groups.append(start..<end)
      start = end
    }
    return groups
  }

  /// The last place that cuts the least.
  private func bestEnd(from start: Int, to end: Int) -> Int {
    var best = end
    for edge in (start + 1..<end).reversed() where losses[edge] < losses[best] { best = edge }
    return best
  }
}
