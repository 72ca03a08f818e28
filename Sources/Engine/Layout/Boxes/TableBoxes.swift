import Diagnostics
import Markup
import Styles

extension BoxBuilder {
  /// Adds the wrapper and the table of an element or a pseudo-element, with all inside; gives the wrapper (CSS Tables 3, 2.1).
  mutating func buildTable(_ part: TablePart, parent: Int32) -> Int32 {
    let style = style(of: part)
    let wrapper = append(.tableWrapper, of: part, style: style, to: parent)
    let table = append(.table, of: part, style: style, to: wrapper)
    open(part)
    fillTable(table, wrapper: wrapper, parts: parts(of: part))
    close(part)
    return wrapper
  }

  mutating func fillTable(_ table: Int32, wrapper: Int32, parts: [TablePart]) {
    let outerSums = shownSums
    defer { shownSums = outerSums }
    shownSums = nil
    defer { settleSums(of: table) }
    var loose: [TablePart] = []
    for part in parts {
      switch display(of: part) {
      case .tableCaption:
        flushRows(&loose, to: table)
        enter(part)
        let caption = append(.caption, of: part, style: style(of: part), to: wrapper)
        tree[caption].isContextRoot = true
        fill(caption, from: part)
      case .tableColumn, .tableColumnGroup:
        flushRows(&loose, to: table)
        addColumns(part, to: table)
      case .tableRowGroup, .tableHeaderGroup, .tableFooterGroup:
        flushRows(&loose, to: table)
        addGroup(part, to: table)
      case .none: continue
      default:
        if isRunning(part, before: table) { continue }
        loose.append(part)
      }
    }
    flushRows(&loose, to: table)
  }

  private mutating func addGroup(_ part: TablePart, to table: Int32) {
    enter(part)
    let style = style(of: part)
    let kind: BoxKind
    switch styles[style].display {
    case .tableHeaderGroup: kind = .headerGroup
    case .tableFooterGroup: kind = .footerGroup
    default: kind = .rowGroup
    }
    let group = append(kind, of: part, style: style, to: table)
    open(part)
    addRows(parts(of: part), to: group)
    close(part)
  }

  /// Rows without a group around them get an anonymous one.
  private mutating func flushRows(_ loose: inout [TablePart], to table: Int32) {
    defer { loose = [] }
    let content = trimmed(loose)
    guard !content.isEmpty else { return }
    // One anonymous group goes on where nothing but columns and captions came between.
    let last = tree[table].lastChild
    if last >= 0, tree[last].isAnonymous, tree[last].kind == .rowGroup { return addRows(content, to: last) }
    let style = tree[table].style
    let group = anonymousBox(.rowGroup, .tableRowGroup, node: tree[table].node, parentStyle: style, parent: table)
    addRows(content, to: group)
  }

  private mutating func addRows(_ parts: [TablePart], to group: Int32) {
    var loose: [TablePart] = []
    for part in parts {
      switch display(of: part) {
      case .tableRow:
        flushCells(&loose, to: group)
        enter(part)
        let row = append(.row, of: part, style: style(of: part), to: group)
        open(part)
        addSumCells(of: part, to: row)
        close(part)
      case .none: continue
      default:
        if isRunning(part, before: group) { continue }
        loose.append(part)
      }
    }
    flushCells(&loose, to: group)
  }

  private mutating func flushCells(_ loose: inout [TablePart], to group: Int32) {
    defer { loose = [] }
    let content = trimmed(loose)
    guard !content.isEmpty else { return }
    let style = tree[group].style
    let row = anonymousBox(.row, .tableRow, node: tree[group].node, parentStyle: style, parent: group)
    addCells(content, to: row)
  }

  mutating func addCells(_ parts: [TablePart], to row: Int32) {
    var loose: [TablePart] = []
    for part in parts {
      switch display(of: part) {
      case .tableCell:
        flushContent(&loose, to: row)
        enter(part)
        let cell = append(.cell, of: part, style: style(of: part), to: row)
        tree[cell].isContextRoot = true
        if part.pseudo == nil, isHTMLCell(part.node) {
          tree[cell].columnSpan = span("colspan", of: part.node, 1...1000)
          tree[cell].rowSpan = span("rowspan", of: part.node, 0...65534)
        }
        if part.pseudo == nil { noteSums(of: cell) }
        fill(cell, from: part)
      case .none: continue
      default:
        if isRunning(part, before: row) { continue }
        loose.append(part)
      }
    }
    flushContent(&loose, to: row)
  }

  /// Content of a row that is no cell gets an anonymous one (CSS 2.2, 17.2.1, step 2).
  private mutating func flushContent(_ loose: inout [TablePart], to row: Int32) {
    defer { loose = [] }
    let content = trimmed(loose)
    guard !content.isEmpty else { return }
    let style = tree[row].style
    let cell = anonymousBox(.cell, .tableCell, node: tree[row].node, parentStyle: style, parent: row)
    var flow = Flow(container: cell, node: tree[row].node)
    var index = content.startIndex
    while index < content.endIndex {
      let part = content[index]
      if isTablePart(part) {
        // Groups, rows and captions that follow each other inside a row are in a table of their own.
        let end = content[index...].firstIndex { !isTablePart($0) && !isBlank($0) } ?? content.endIndex
        addLooseTable(content[index..<end].filter(isTablePart), to: &flow)
        index = end
        continue
      }
      if part.isGenerated {
        collectGenerated(part, into: &flow)
      } else if let pseudo = part.pseudo {
        collectPseudo(pseudo, of: part.node, into: &flow)
      } else {
        collect(part.node, into: &flow)
      }
      index += 1
    }
    finish(&flow)
  }

  /// Takes a running element out of a table: its place is that of the part around it.
  private mutating func isRunning(_ part: TablePart, before box: Int32) -> Bool {
    let node = part.node
    guard part.pseudo == nil, document.tree.nodes[Int(node)].kind != .text,
      case .running(let name) = styles[document.styleIndices[Int(node)]].position
    else { return false }
    mark(.running(buildRunning(node, name: name)), before: box)
    return true
  }

  private mutating func addColumns(_ part: TablePart, to table: Int32) {
    let style = style(of: part)
    let node = part.node
    guard part.pseudo == nil else {
      let isGroup = styles[style].display == .tableColumnGroup
      var column = TableColumn(style: isGroup ? -1 : style, groupStyle: isGroup ? style : -1)
      (column.startsGroup, column.endsGroup) = (isGroup, isGroup)
      return append(column, count: 1, to: table)
    }
    guard styles[style].display == .tableColumnGroup else {
      return append(TableColumn(style: style, groupStyle: -1), count: span("span", of: node, 1...1000), to: table)
    }
    let start = tree.columns[table]?.count ?? 0
    let inside = parts(of: part).filter { $0.pseudo == nil && display(of: $0) == .tableColumn }
    for column in inside {
      let count = span("span", of: column.node, 1...1000)
      let own = document.styleIndices[Int(column.node)]
      append(TableColumn(style: own, groupStyle: style), count: count, to: table)
    }
    if inside.isEmpty {
      append(TableColumn(style: -1, groupStyle: style), count: span("span", of: node, 1...1000), to: table)
    }
    guard let end = tree.columns[table]?.count, end > start else { return }
    tree.columns[table]?[start].startsGroup = true
    tree.columns[table]?[end - 1].endsGroup = true
  }

  private mutating func append(_ column: TableColumn, count: Int32, to table: Int32) {
    let room = max(0, maximumColumns - (tree.columns[table]?.count ?? 0))
    if Int(count) > room {
      diagnostics.report(.tooManyColumns(limit: maximumColumns, span: document.tree.nodes[Int(tree[table].node)].span))
    }
    tree.columns[table, default: []].append(contentsOf: repeatElement(column, count: min(room, Int(count))))
  }

  /// Whether an element's `colspan` and `rowspan` mean anything (HTML, 4.9.11).
  private func isHTMLCell(_ node: Int32) -> Bool {
    let kind = document.tree.nodes[Int(node)].kind
    return kind == .td || kind == .th
  }

  /// A span attribute read and clamped as HTML says (HTML, 4.9.11; 2.3.4.2): `colspan="0"` is 1, a `rowspan` of 0 is kept.
  private func span(_ name: String, of node: Int32, _ range: ClosedRange<Int32>) -> Int32 {
    guard let text = document.tree.attribute(name, of: NodeID(index: node)) else { return 1 }
    var digits = text.drop { $0.isWhitespace }
    if digits.first == "+" { digits = digits.dropFirst() }
    digits = digits.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty else { return 1 }
    // More digits than any limit has.
    let value = Int32(digits.drop { $0 == "0" }.prefix(6)) ?? 0
    return value < range.lowerBound ? 1 : min(value, range.upperBound)
  }
}

/// More `<col>`s than any page has room for.
private let maximumColumns = 10_000
