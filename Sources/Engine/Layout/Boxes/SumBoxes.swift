import Diagnostics
import Markup
import Styles
import Values

extension BoxBuilder {
  /// Notes what a cell adds to the sums of its table.
  mutating func noteSums(of cell: Int32) {
    let (node, sums) = (tree[cell].node, styles[tree[cell].style].sums)
    guard !sums.isEmpty else { return }
    for sum in sums {
      let written = text(of: sum.value, node: node)
      if let value = readSum(written) {
        tree.sumAddends[cell, default: []].append(SumAddend(name: sum.name, value: value))
      } else if !isRebuilding {
        diagnostics.report(
          .unreadableAddend(written, sum: sum.name, span: document.tree.nodes[Int(node)].span)
        )
      }
    }
  }

  /// Adds the cells of a row, and keeps what it takes to make them again where they show sums.
  mutating func addSumCells(of part: TablePart, to row: Int32) {
    let start = SumRow(part: part, counters: counters, quoteDepth: quoteDepth, strings: stringsSoFar)
    shownSums = ShownSums()
    addCells(parts(of: part), to: row)
    if shownSums?.isAsked == true { tree.sumRows[row] = start }
    shownSums = nil
  }

  /// The text of a sum in the row being made.
  mutating func sumText(_ name: String, scope: SumScope, node: Int32) -> String {
    shownSums?.isAsked = true
    guard let shown = shownSums else {
      diagnostics.report(.misplacedSum(name, span: document.tree.nodes[Int(node)].span))
      return ""
    }
    guard let sums = shown.sums else { return "" }
    guard let index = sums.index(of: name) else {
      diagnostics.report(.misplacedSum(name, span: document.tree.nodes[Int(node)].span))
      return ""
    }
    let values = scope == .carried ? shown.carried : shown.page
    return Layout.sumText(values[index], scale: sums.scales[index])
  }

  /// Adds up the cells of a complete table, and puts its sums into the rows that show them.
  mutating func settleSums(of table: Int32) {
    guard !tree.sumAddends.isEmpty || !tree.sumRows.isEmpty else { return }
    let groups = tree.children(of: table)
    let header = groups.first { tree[$0].kind == .headerGroup }
    let footer = groups.first { tree[$0].kind == .footerGroup }
    var sums = TableSums()
    var showing: [(row: Int32, isInBody: Bool)] = []
    for group in groups {
      for row in tree.children(of: group) {
        let isInBody = group != header && group != footer && styles[tree[row].style].carry == .none
        if tree.sumRows[row] != nil { showing.append((row, isInBody)) }
        guard isInBody, !tree.sumAddends.isEmpty else { continue }
        for cell in tree.children(of: row) { add(cell, to: &sums) }
      }
    }
    guard !sums.names.isEmpty || !showing.isEmpty else { return }
    tree.tableSums[table] = sums
    for item in showing {
      guard let source = tree.sumRows[item.row] else { continue }
      let values = item.isInBody ? sums.totals : sums.longest
      tree[item.row].firstChild = -1
      tree[item.row].lastChild = -1
      build(source, showing: ShownSums(sums: sums, carried: values, page: values), in: item.row)
    }
  }

  private mutating func add(_ cell: Int32, to sums: inout TableSums) {
    for addend in tree.sumAddends[cell] ?? [] where !sums.add(addend) {
      diagnostics.report(.sumTooLarge(addend.name, span: document.tree.nodes[Int(tree[cell].node)].span))
    }
  }

  /// Makes the cells of a row that shows sums once more.
  mutating func build(_ source: SumRow, showing sums: ShownSums, in row: Int32) {
    let outer = (counters, quoteDepth, stringsSoFar, isRebuilding, shownSums)
    (counters, quoteDepth, stringsSoFar, isRebuilding) = (source.counters, source.quoteDepth, source.strings, true)
    shownSums = sums
    addCells(parts(of: source.part), to: row)
    (counters, quoteDepth, stringsSoFar, isRebuilding, shownSums) = outer
  }
}
