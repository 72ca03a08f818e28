import Markup
import Styles

extension BoxBuilder {
  /// Whether a node is a part of a table that stands outside one.
  func isTablePart(_ node: Int32) -> Bool {
    guard document.tree.nodes[Int(node)].kind != .text else { return false }
    switch styles[document.styleIndices[Int(node)]].display {
    case .tableRow, .tableRowGroup, .tableHeaderGroup, .tableFooterGroup, .tableCell, .tableColumn, .tableColumnGroup,
      .tableCaption:
      return true
    default: return false
    }
  }

  /// Puts table parts that follow each other into an anonymous table (CSS 2.2, 17.2.1, step 3); gives the node after them.
  mutating func collectLooseTable(from first: Int32, into flow: inout Flow) -> Int32 {
    var parts: [Int32] = []
    var node = first
    while node >= 0, isTablePart(node) || (!parts.isEmpty && isBlankText(node)) {
      if isTablePart(node) { parts.append(node) }
      node = document.tree.nodes[Int(node)].nextSibling
    }
    interrupt(&flow)
    let parentStyle = tree[flow.container].style
    let wrapper = anonymousBox(.tableWrapper, .table, node: flow.node, parentStyle: parentStyle, parent: flow.container)
    let table = anonymousBox(.table, .table, node: flow.node, parentStyle: parentStyle, parent: wrapper)
    fillTable(table, wrapper: wrapper, parts: parts)
    resume(&flow)
    return node
  }

  /// Adds the wrapper and the table of an element, with all inside; gives the wrapper (CSS Tables 3, 2.1).
  mutating func buildTable(_ node: Int32, style: Int32, parent: Int32) -> Int32 {
    let wrapper = tree.append(Box(kind: .tableWrapper, node: node, style: style), to: parent)
    let table = tree.append(Box(kind: .table, node: node, style: style), to: wrapper)
    counters.push()
    fillTable(table, wrapper: wrapper, parts: childNodes(of: node))
    leave(node)
    return wrapper
  }

  private mutating func fillTable(_ table: Int32, wrapper: Int32, parts: [Int32]) {
    var loose: [Int32] = []
    for part in parts where !isBlankText(part) {
      let style = document.styleIndices[Int(part)]
      switch display(of: part) {
      case .tableCaption:
        enter(part, style: style)
        var caption = Box(kind: .caption, node: part, style: style)
        caption.isContextRoot = true
        fill(tree.append(caption, to: wrapper), from: part)
      case .tableColumn, .tableColumnGroup: addColumns(part, to: table)
      case .tableRowGroup, .tableHeaderGroup, .tableFooterGroup:
        flushRows(&loose, to: table)
        addGroup(part, style: style, to: table)
      case .none: continue
      default:
        if isRunning(part, before: table) { continue }
        loose.append(part)
      }
    }
    flushRows(&loose, to: table)
  }

  private mutating func addGroup(_ node: Int32, style: Int32, to table: Int32) {
    enter(node, style: style)
    let kind: BoxKind
    switch styles[style].display {
    case .tableHeaderGroup: kind = .headerGroup
    case .tableFooterGroup: kind = .footerGroup
    default: kind = .rowGroup
    }
    let group = tree.append(Box(kind: kind, node: node, style: style), to: table)
    counters.push()
    addRows(childNodes(of: node).filter { !isBlankText($0) }, to: group)
    leave(node)
  }

  /// Rows without a group around them get an anonymous one.
  private mutating func flushRows(_ loose: inout [Int32], to table: Int32) {
    guard !loose.isEmpty else { return }
    let group = anonymousBox(
      .rowGroup,
      .tableRowGroup,
      node: tree[table].node,
      parentStyle: tree[table].style,
      parent: table
    )
    addRows(loose, to: group)
    loose = []
  }

  private mutating func addRows(_ nodes: [Int32], to group: Int32) {
    var loose: [Int32] = []
    for node in nodes {
      guard display(of: node) == .tableRow else {
        if display(of: node) != .none, !isRunning(node, before: group) { loose.append(node) }
        continue
      }
      flushCells(&loose, to: group)
      let style = document.styleIndices[Int(node)]
      enter(node, style: style)
      let row = tree.append(Box(kind: .row, node: node, style: style), to: group)
      counters.push()
      addCells(childNodes(of: node).filter { !isBlankText($0) }, to: row)
      leave(node)
    }
    flushCells(&loose, to: group)
  }

  private mutating func flushCells(_ loose: inout [Int32], to group: Int32) {
    guard !loose.isEmpty else { return }
    let row = anonymousBox(.row, .tableRow, node: tree[group].node, parentStyle: tree[group].style, parent: group)
    addCells(loose, to: row)
    loose = []
  }

  private mutating func addCells(_ nodes: [Int32], to row: Int32) {
    var loose: [Int32] = []
    for node in nodes {
      guard display(of: node) == .tableCell else {
        if display(of: node) != .none, !isRunning(node, before: row) { loose.append(node) }
        continue
      }
      flushContent(&loose, to: row)
      let style = document.styleIndices[Int(node)]
      enter(node, style: style)
      var cell = Box(kind: .cell, node: node, style: style)
      cell.isContextRoot = true
      cell.columnSpan = span("colspan", of: node, most: 1000)
      cell.rowSpan = span("rowspan", of: node, most: 65534)
      fill(tree.append(cell, to: row), from: node)
    }
    flushContent(&loose, to: row)
  }

  /// Content of a row that is no cell gets an anonymous one (CSS 2.2, 17.2.1, step 2).
  private mutating func flushContent(_ loose: inout [Int32], to row: Int32) {
    guard !loose.isEmpty else { return }
    let cell = anonymousBox(.cell, .tableCell, node: tree[row].node, parentStyle: tree[row].style, parent: row)
    var flow = Flow(container: cell, node: tree[row].node)
    for node in loose { collect(node, into: &flow) }
    finish(&flow)
    loose = []
  }

  private mutating func addColumns(_ node: Int32, to table: Int32, group: Int32 = -1) {
    let style = document.styleIndices[Int(node)]
    let columns = childNodes(of: node).filter { display(of: $0) == .tableColumn }
    if display(of: node) == .tableColumnGroup, !columns.isEmpty {
      for column in columns { addColumns(column, to: table, group: style) }
      return
    }
    let count = Int(span("span", of: node, most: 1000))
    tree.columns[table, default: []].append(
      contentsOf: repeatElement(TableColumn(style: style, group: group), count: count)
    )
  }

  /// A span attribute clamped as HTML says (HTML, 4.9.11): at least 1 (a rowspan of 0 is one row here), at most `most`.
  private func span(_ name: String, of node: Int32, most: Int32) -> Int32 {
    guard let text = document.tree.attribute(name, of: NodeID(index: node)), let value = Int32(text) else { return 1 }
    return min(max(value, 1), most)
  }

  private mutating func anonymousBox(
    _ kind: BoxKind,
    _ display: Display,
    node: Int32,
    parentStyle: Int32,
    parent: Int32
  ) -> Int32 {
    var box = Box(kind: kind, node: node, style: styles.anonymous(display: display, parent: parentStyle))
    box.isAnonymous = true
    box.isContextRoot = kind == .cell
    return tree.append(box, to: parent)
  }

  /// Takes a running element out of a table: its place is that of the part around it.
  private mutating func isRunning(_ node: Int32, before box: Int32) -> Bool {
    guard document.tree.nodes[Int(node)].kind != .text,
      case .running(let name) = styles[document.styleIndices[Int(node)]].position
    else { return false }
    mark(.running(buildRunning(node, name: name)), before: box)
    return true
  }

  private func display(of node: Int32) -> Display {
    document.tree.nodes[Int(node)].kind == .text ? .inline : styles[document.styleIndices[Int(node)]].display
  }

  private func childNodes(of node: Int32) -> [Int32] {
    var result: [Int32] = []
    var child = document.tree.nodes[Int(node)].firstChild
    while child >= 0 {
      result.append(child)
      child = document.tree.nodes[Int(child)].nextSibling
    }
    return result
  }

  func isBlankText(_ node: Int32) -> Bool {
    guard document.tree.nodes[Int(node)].kind == .text else { return false }
    return document.tree.text[document.tree.textRange(of: NodeID(index: node))].allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D
    }
  }
}
