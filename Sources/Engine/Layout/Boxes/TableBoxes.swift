import Diagnostics
import Markup
import Styles

/// Something that a table, a row group or a row is made of: an element, a text, or generated content.
struct TablePart {
  var node: Int32
  var pseudo: PseudoElement?
}

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
  ///
  /// Inside an inline box the table is an inline one.
  mutating func collectLooseTable(from first: Int32, into flow: inout Flow) -> Int32 {
    var parts: [TablePart] = []
    var node = first
    while node >= 0, isTablePart(node) || (!parts.isEmpty && isBlankText(node)) {
      if isTablePart(node) { parts.append(TablePart(node: node)) }
      node = document.tree.nodes[Int(node)].nextSibling
    }
    let isInline = !flow.reopen.isEmpty
    if !isInline { interrupt(&flow) }
    let style = flow.reopen.last?.style ?? tree[flow.container].style
    let source = flow.reopen.last?.node ?? flow.node
    let parent = isInline ? -1 : flow.container
    let wrapper = anonymousBox(.tableWrapper, .table, node: source, parentStyle: style, parent: parent)
    let table = anonymousBox(.table, .table, node: source, parentStyle: style, parent: wrapper)
    fillTable(table, wrapper: wrapper, parts: parts)
    if isInline {
      tree[wrapper].isInlineLevel = true
      flow.inline.addAtomic(box: wrapper, textStyle: styles.text(style))
    } else {
      resume(&flow)
    }
    return node
  }

  /// Adds the wrapper and the table of an element, with all inside; gives the wrapper (CSS Tables 3, 2.1).
  mutating func buildTable(_ node: Int32, style: Int32, parent: Int32) -> Int32 {
    let wrapper = tree.append(Box(kind: .tableWrapper, node: node, style: style), to: parent)
    let table = tree.append(Box(kind: .table, node: node, style: style), to: wrapper)
    counters.push()
    fillTable(table, wrapper: wrapper, parts: parts(of: node))
    leave(node)
    return wrapper
  }

  private mutating func fillTable(_ table: Int32, wrapper: Int32, parts: [TablePart]) {
    let outerSums = shownSums
    defer { shownSums = outerSums }
    shownSums = nil
    defer { settleSums(of: table) }
    var loose: [TablePart] = []
    for part in parts {
      switch display(of: part) {
      case .tableCaption where part.pseudo == nil:
        flushRows(&loose, to: table)
        let style = document.styleIndices[Int(part.node)]
        enter(part.node, style: style)
        var caption = Box(kind: .caption, node: part.node, style: style)
        caption.isContextRoot = true
        fill(tree.append(caption, to: wrapper), from: part.node)
      case .tableColumn where part.pseudo == nil, .tableColumnGroup where part.pseudo == nil:
        flushRows(&loose, to: table)
        addColumns(part.node, to: table)
      case .tableRowGroup where part.pseudo == nil, .tableHeaderGroup where part.pseudo == nil,
        .tableFooterGroup where part.pseudo == nil:
        flushRows(&loose, to: table)
        addGroup(part.node, style: document.styleIndices[Int(part.node)], to: table)
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
    addRows(parts(of: node), to: group)
    leave(node)
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
      case .tableRow where part.pseudo == nil:
        flushCells(&loose, to: group)
        let style = document.styleIndices[Int(part.node)]
        enter(part.node, style: style)
        let row = tree.append(Box(kind: .row, node: part.node, style: style), to: group)
        counters.push()
        addSumCells(of: part.node, to: row)
        leave(part.node)
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
      case .tableCell where part.pseudo == nil:
        flushContent(&loose, to: row)
        let style = document.styleIndices[Int(part.node)]
        enter(part.node, style: style)
        var cell = Box(kind: .cell, node: part.node, style: style)
        cell.isContextRoot = true
        cell.columnSpan = span("colspan", of: part.node, 1...1000)
        cell.rowSpan = span("rowspan", of: part.node, 0...65534)
        let box = tree.append(cell, to: row)
        noteSums(of: box)
        fill(box, from: part.node)
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
    for part in content {
      if let pseudo = part.pseudo {
        collectPseudo(pseudo, of: part.node, into: &flow)
      } else if isTablePart(part.node) {
        // A group or a caption inside a row is in a table of its own; what follows it is asked for in turn.
        _ = collectLooseTable(of: part, into: &flow)
      } else {
        collect(part.node, into: &flow)
      }
    }
    finish(&flow)
  }

  /// An anonymous table around one misplaced part.
  private mutating func collectLooseTable(of part: TablePart, into flow: inout Flow) -> Int32 {
    interrupt(&flow)
    let style = tree[flow.container].style
    let wrapper = anonymousBox(.tableWrapper, .table, node: flow.node, parentStyle: style, parent: flow.container)
    let table = anonymousBox(.table, .table, node: flow.node, parentStyle: style, parent: wrapper)
    fillTable(table, wrapper: wrapper, parts: [part])
    resume(&flow)
    return wrapper
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

  private mutating func addColumns(_ node: Int32, to table: Int32) {
    let style = document.styleIndices[Int(node)]
    guard styles[style].display == .tableColumnGroup else {
      return append(TableColumn(style: style, groupStyle: -1), count: span("span", of: node, 1...1000), to: table)
    }
    let start = tree.columns[table]?.count ?? 0
    let inside = parts(of: node).filter { $0.pseudo == nil && display(of: $0) == .tableColumn }
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

  private func display(of part: TablePart) -> Display {
    if part.pseudo != nil { return .inline }
    if document.tree.nodes[Int(part.node)].kind == .text { return .inline }
    return styles[document.styleIndices[Int(part.node)]].display
  }

  /// What an element holds, its generated content and that of children without a box included.
  func parts(of node: Int32) -> [TablePart] {
    var result: [TablePart] = []
    appendParts(of: node, to: &result)
    return result
  }

  private func appendParts(of node: Int32, to result: inout [TablePart]) {
    if pseudoStyle(.before, of: node) != nil { result.append(TablePart(node: node, pseudo: .before)) }
    var child = document.tree.nodes[Int(node)].firstChild
    while child >= 0 {
      let part = TablePart(node: child)
      if display(of: part) == .contents {
        appendParts(of: child, to: &result)
      } else {
        result.append(part)
      }
      child = document.tree.nodes[Int(child)].nextSibling
    }
    if pseudoStyle(.after, of: node) != nil { result.append(TablePart(node: node, pseudo: .after)) }
  }

  /// Without white space at both ends: there it stands beside proper parts (CSS 2.2, 17.2.1, step 1).
  private func trimmed(_ parts: [TablePart]) -> [TablePart] {
    func isBlank(_ part: TablePart) -> Bool {
      if let pseudo = part.pseudo {
        guard let style = pseudoStyle(pseudo, of: part.node), case .items = styles[style].content else { return true }
        return styles[style].display == .none
      }
      return isBlankText(part.node)
    }
    guard let first = parts.firstIndex(where: { !isBlank($0) }), let last = parts.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(parts[first...last])
  }

  func isBlankText(_ node: Int32) -> Bool {
    guard document.tree.nodes[Int(node)].kind == .text else { return false }
    return document.tree.text[document.tree.textRange(of: NodeID(index: node))].allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D
    }
  }
}

/// More `<col>`s than any page has room for.
private let maximumColumns = 10_000
