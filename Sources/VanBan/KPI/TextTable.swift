/// A table of plain text, its columns as wide as their longest cell.
struct TextTable {
  /// To which side a column's cells keep.
  enum Side { case left, right }

  private let sides: [Side]
  private var rows: [[String]]

  /// A table with a head.
  init(_ columns: [(head: String, side: Side)]) {
    sides = columns.map(\.side)
    rows = [columns.map(\.head)]
  }

  mutating func append(_ cells: [String]) {
    rows.append(cells)
  }

  /// The lines, a rule of dashes below the head; no spaces at their ends.
  var text: String {
    let widths = sides.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    func line(_ cells: [String]) -> String {
      var text = ""
      for (column, cell) in cells.enumerated() {
        let gap = String(repeating: " ", count: widths[column] - cell.count)
        text += (column > 0 ? "  " : "") + (sides[column] == .left ? cell + gap : gap + cell)
      }
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }
    let rule = widths.map { String(repeating: "-", count: $0) }
    return line(rows[0]) + line(rule) + rows.dropFirst().map(line).joined()
  }
}
