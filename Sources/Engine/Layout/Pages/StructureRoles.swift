import Graphics
import Markup
import Styles

/// Which structure element of a tagged PDF a fragment belongs to (ISO 32000-1, 14.8.4; PDF/UA-1).
struct StructureRoles {
  private let tree: ElementTree

  init(tree: ElementTree) {
    self.tree = tree
  }

  /// Whether an element says that its table only places things (`role="presentation"`, WAI-ARIA 1.2).
  func isPresentational(_ node: Int32) -> Bool {
    guard node >= 0 else { return false }
    let role = tree.attribute("role", of: NodeID(index: node))
    return role == "presentation" || role == "none"
  }

  /// The role of a fragment inside an element of role `parent`.
  func role(of node: FragmentNode, tree boxes: BoxTree, inside parent: StructureRole, isPresentational: Bool)
    -> StructureRole
  {
    // Bars and numbers of drafts come from no element.
    guard node.node >= 0 || node.kind == .marginBox else { return .none }
    switch node.kind {
    case .line, .text, .column: return .none
    case .marginBox: return .artifact
    case .marker: return .label
    case .footnoteArea: return .none
    case .footnote: return .note
    case .tableWrapper, .table, .rowGroup, .row, .cell, .caption:
      return tableRole(of: node, inside: parent, isPresentational: isPresentational)
    case .replaced:
      // What style sheets show is decoration.
      if node.box >= 0, boxes[node.box].image >= 0 { return .artifact }
      if let graphic = boxes.graphics[node.node] { return graphic.alternative.isEmpty ? .artifact : .figure }
      return pictureRole(of: node.node)
    case .inline: return node.pseudo.map(pseudoRole) ?? inlineRole(of: node.node)
    case .block, .inlineBlock, .flex: return blockRole(of: node, boxes: boxes, inside: parent)
    }
  }

  /// What the structure tree says of a fragment's element beside its role; `nil` for nothing.
  func attributes(of node: FragmentNode, styles: StyleTable, tree boxes: BoxTree) -> StructureAttributes? {
    guard node.node >= 0, node.pseudo == nil, !node.isAnonymous else { return nil }
    var result = StructureAttributes()
    let id = NodeID(index: node.node)
    result.language = tree.attribute("lang", of: id) ?? tree.attribute("xml:lang", of: id) ?? ""
    switch tree.nodes[Int(node.node)].kind {
    case .th, .td:
      guard node.kind == .cell, node.box >= 0 else { break }
      result.columnSpan = Int(node.span.columns)
      result.rowSpan = Int(node.span.rows)
      if tree.nodes[Int(node.node)].kind == .th { result.scope = scope(of: id) }
    case .ol, .ul: result.listNumbering = styles[node.style].listStyleType.listNumbering
    case .img: result.alternative = tree.attribute("alt", of: id) ?? ""
    case .vbChart, .vbQR: result.alternative = boxes.graphics[node.node]?.alternative ?? ""
    case .a: result.alternative = tree.attribute("title", of: id) ?? ""
    default: break
    }
    return result == StructureAttributes() ? nil : result
  }

  /// A header cell without `scope` heads its column where it stands in a table's head, else its row.
  private func scope(of id: NodeID) -> String {
    switch tree.attribute("scope", of: id) {
    case "row", "rowgroup": return "Row"
    case "col", "colgroup": return "Column"
    default: break
    }
    var node = tree[id].parent
    while node >= 0, tree.nodes[Int(node)].kind != .table {
      if tree.nodes[Int(node)].kind == .thead { return "Column" }
      node = tree.nodes[Int(node)].parent
    }
    return "Row"
  }

  private func tableRole(
    of node: FragmentNode,
    inside parent: StructureRole,
    isPresentational: Bool
  ) -> StructureRole {
    // Generated cells of a row are cells; generated tables only place their text.
    if node.pseudo != nil, !isPresentational { return node.kind == .cell && parent == .tableRow ? .dataCell : .none }
    if isPresentational || node.isAnonymous { return node.kind == .cell ? .division : .none }
    switch node.kind {
    case .table: return .table
    case .row: return .tableRow
    case .caption: return .caption
    case .cell: return tree.nodes[Int(node.node)].kind == .th ? .headerCell : .dataCell
    case .rowGroup:
      switch tree.nodes[Int(node.node)].kind {
      case .thead: return .tableHead
      case .tfoot: return .tableFoot
      default: return .tableBody
      }
    default: return .none
    }
  }

  private func pictureRole(of node: Int32) -> StructureRole {
    tree.attribute("alt", of: NodeID(index: node))?.isEmpty == false ? .figure : .artifact
  }

  private func pseudoRole(of pseudo: PseudoElement) -> StructureRole {
    switch pseudo {
    case .footnoteCall: .link
    case .footnoteMarker: .label
    default: .none
    }
  }

  private func inlineRole(of node: Int32) -> StructureRole {
    switch tree.nodes[Int(node)].kind {
    case .a: tree.attribute("href", of: NodeID(index: node)) == nil ? .none : .link
    case .q: .quote
    case .code: .code
    default: tree.attribute("lang", of: NodeID(index: node)) == nil ? .none : .span
    }
  }

  /// A block of lines is a paragraph unless its element is something better, or it is inside something that holds text itself.
  private func blockRole(of node: FragmentNode, boxes: BoxTree, inside parent: StructureRole) -> StructureRole {
    let own = node.isAnonymous || node.pseudo != nil ? .none : elementRole(of: node.node)
    guard node.box >= 0, boxes[node.box].inline >= 0 else { return own }
    switch own {
    case .none, .division, .section, .article, .document: return holdsText(parent) ? .none : .paragraph
    default: return own
    }
  }

  private func holdsText(_ role: StructureRole) -> Bool {
    switch role {
    case .paragraph, .heading1, .heading2, .heading3, .heading4, .heading5, .heading6, .label, .caption, .link, .span:
      true
    default: false
    }
  }

  private func elementRole(of node: Int32) -> StructureRole {
    switch tree.nodes[Int(node)].kind {
    case .h1: .heading1
    case .h2: .heading2
    case .h3: .heading3
    case .h4: .heading4
    case .h5: .heading5
    case .h6: .heading6
    case .p, .pre, .address, .dt, .figcaption: .paragraph
    case .section, .main, .nav, .aside, .header, .footer: .section
    case .article: .article
    case .div, .dl, .dd, .figure: .division
    case .blockquote: .blockQuote
    case .ul, .ol: .list
    case .li: .listItem
    case .hr: .artifact
    case .a: tree.attribute("href", of: NodeID(index: node)) == nil ? .none : .link
    default: .none
    }
  }
}

extension ListStyleType {
  /// The value of the structure attribute ListNumbering (ISO 32000-1, 14.8.5.5).
  fileprivate var listNumbering: String {
    switch self {
    case .none: ""
    case .disc: "Disc"
    case .circle: "Circle"
    case .square: "Square"
    case .lowerRoman: "LowerRoman"
    case .upperRoman: "UpperRoman"
    case .lowerAlpha, .lowerVietnamese, .lowerGreek: "LowerAlpha"
    case .upperAlpha, .upperVietnamese: "UpperAlpha"
    default: "Decimal"
    }
  }
}
