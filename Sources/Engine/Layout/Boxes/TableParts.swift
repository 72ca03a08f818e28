import Markup
import Styles

/// Something that a table, a row group or a row is made of: an element, a text, a pseudo-element, or what that generates.
struct TablePart {
  var node: Int32
  var pseudo: PseudoElement?
  /// Whether it is the content of the pseudo-element and not its box.
  var isGenerated = false
}

extension BoxBuilder {
  /// Adds what an element holds: its children, with generated content before and after them.
  ///
  /// Table parts that follow each other outside a table are put into an anonymous one, white space between them left out
  /// (CSS 2.2, 17.2.1, steps 1 and 3).
  mutating func collectContent(of node: Int32, into flow: inout Flow) {
    var loose: [TablePart] = []
    var blanks: [Int32] = []
    let before = TablePart(node: node, pseudo: .before)
    if isTablePart(before) { loose.append(before) } else { collectPseudo(.before, of: node, into: &flow) }
    var child = document.tree.nodes[Int(node)].firstChild
    while child >= 0 {
      if isTablePart(TablePart(node: child)) {
        loose.append(TablePart(node: child))
        blanks = []
      } else if !loose.isEmpty, isBlankText(child) {
        blanks.append(child)
      } else {
        endLooseTable(&loose, blanks: &blanks, into: &flow)
        collect(child, into: &flow)
      }
      child = document.tree.nodes[Int(child)].nextSibling
    }
    let index = styles[document.styleIndices[Int(node)]].indexList
    if !index.isEmpty {
      endLooseTable(&loose, blanks: &blanks, into: &flow)
      collectIndex(index, of: node, into: &flow)
    }
    let after = TablePart(node: node, pseudo: .after)
    guard !isTablePart(after) else { return addLooseTable(loose + [after], to: &flow) }
    endLooseTable(&loose, blanks: &blanks, into: &flow)
    collectPseudo(.after, of: node, into: &flow)
  }

  private mutating func endLooseTable(_ parts: inout [TablePart], blanks: inout [Int32], into flow: inout Flow) {
    guard !parts.isEmpty else { return }
    addLooseTable(parts, to: &flow)
    for text in blanks { collect(text, into: &flow) }
    (parts, blanks) = ([], [])
  }

  /// Puts table parts that stand outside a table into an anonymous one; inside an inline box it is an inline table.
  mutating func addLooseTable(_ parts: [TablePart], to flow: inout Flow) {
    guard !parts.isEmpty else { return }
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
  }

  /// Whether a part belongs into a table, a row group or a row.
  func isTablePart(_ part: TablePart) -> Bool {
    switch display(of: part) {
    case .tableRow, .tableRowGroup, .tableHeaderGroup, .tableFooterGroup, .tableCell, .tableColumn, .tableColumnGroup,
      .tableCaption:
      return true
    default: return false
    }
  }

  /// The style of an element's or a pseudo-element's box.
  func style(of part: TablePart) -> Int32 {
    part.pseudo.flatMap { pseudoStyle($0, of: part.node) } ?? document.styleIndices[Int(part.node)]
  }

  /// `display` of an element or a pseudo-element; text and generated content are inline.
  func display(of part: TablePart) -> Display {
    guard !part.isGenerated else { return .inline }
    guard let pseudo = part.pseudo else {
      if document.tree.nodes[Int(part.node)].kind == .text { return .inline }
      return styles[document.styleIndices[Int(part.node)]].display
    }
    guard let style = pseudoStyle(pseudo, of: part.node), case .items = styles[style].content else { return .none }
    return styles[style].display
  }

  /// Adds the box of a part of a table.
  mutating func append(_ kind: BoxKind, of part: TablePart, style: Int32, to parent: Int32) -> Int32 {
    var box = Box(kind: kind, node: part.node, style: style)
    box.pseudo = part.pseudo
    return tree.append(box, to: parent)
  }

  /// Settles what a part does when it is reached: see ``enter(_:style:)``.
  mutating func enter(_ part: TablePart) {
    let style = style(of: part)
    guard let pseudo = part.pseudo else { return enter(part.node, style: style) }
    count(styles[style], node: part.node, isAtEnd: pseudo == .after)
  }

  /// Begins and ends what a part holds: counters made inside an element end with it.
  mutating func open(_ part: TablePart) {
    if part.pseudo == nil { counters.push() }
  }

  mutating func close(_ part: TablePart) {
    if part.pseudo == nil { leave(part.node) }
  }

  /// Fills a cell or a caption.
  mutating func fill(_ container: Int32, from part: TablePart) {
    guard let pseudo = part.pseudo else { return fill(container, from: part.node) }
    var flow = Flow(container: container, node: part.node)
    collectGenerated(TablePart(node: part.node, pseudo: pseudo, isGenerated: true), into: &flow)
    finish(&flow)
  }

  /// Adds what a pseudo-element generates.
  mutating func collectGenerated(_ part: TablePart, into flow: inout Flow) {
    let style = style(of: part)
    guard let pseudo = part.pseudo, case .items(let items) = styles[style].content else { return }
    deferred.begin(pseudo, of: part.node)
    defer { deferred.end() }
    collect(items, node: part.node, style: style, into: &flow)
  }

  mutating func anonymousBox(
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

  /// What a part holds, generated content and that of children without a box included.
  func parts(of part: TablePart) -> [TablePart] {
    var result: [TablePart] = []
    if part.pseudo != nil {
      result.append(TablePart(node: part.node, pseudo: part.pseudo, isGenerated: true))
    } else {
      appendParts(of: part.node, to: &result)
    }
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
  func trimmed(_ parts: [TablePart]) -> [TablePart] {
    guard let first = parts.firstIndex(where: { !isBlank($0) }), let last = parts.lastIndex(where: { !isBlank($0) })
    else { return [] }
    return Array(parts[first...last])
  }

  /// Whether a part is white space or shows nothing.
  func isBlank(_ part: TablePart) -> Bool {
    part.pseudo == nil ? isBlankText(part.node) : display(of: part) == .none
  }

  func isBlankText(_ node: Int32) -> Bool {
    guard document.tree.nodes[Int(node)].kind == .text else { return false }
    return document.tree.text[document.tree.textRange(of: NodeID(index: node))].allSatisfy {
      $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D
    }
  }
}
