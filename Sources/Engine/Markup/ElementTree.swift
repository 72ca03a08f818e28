public import Diagnostics

/// Names a node of an ``ElementTree``: its index in `nodes`.
public struct NodeID: Sendable, Hashable {
  /// Index into the tree's nodes, from 0.
  public let index: Int32

  /// The node at `index`.
  public init(index: Int32) {
    self.index = index
  }

  /// The node at `index`.
  public init(_ index: Int) {
    self.index = Int32(index)
  }
}

/// One attribute as written.
public struct Attribute: Sendable, Equatable {
  /// The name as written, with its prefix if it has one (`vb:each`).
  public var name: String
  /// The value with entities resolved.
  public var value: String
  /// The attribute's name in the source.
  public var span: SourceSpan
  /// The value between its quotes in the source, entities unresolved.
  public var valueSpan: SourceSpan

  /// An attribute read from a source.
  public init(name: String, value: String, span: SourceSpan, valueSpan: SourceSpan) {
    self.name = name
    self.value = value
    self.span = span
    self.valueSpan = valueSpan
  }
}

/// Where a piece of an expanded text node came from, when it was put there by an expression.
public struct TextOrigin: Sendable, Equatable {
  /// First byte of the piece in the node's own text, from 0.
  public var offset: Int32
  /// The expression's place in the template.
  public var span: SourceSpan
  /// The value's place in the data as a JSON pointer, when it came from data unchanged.
  public var data: String?

  /// A piece that begins at `offset`.
  public init(offset: Int32, span: SourceSpan, data: String?) {
    self.offset = offset
    self.span = span
    self.data = data
  }
}

/// A piece of a text node that stands in the source as it stands in the text.
///
/// Entities, CDATA borders, comments and CR LF line ends make a text differ from its source: a new piece begins there.
public struct TextPiece: Sendable, Equatable {
  /// First byte of the piece in the node's own text, from 0.
  public var offset: Int32
  /// Where that byte stands in the source.
  public var sourceOffset: Int32

  /// A piece that begins at `offset` and stands at `sourceOffset`.
  public init(offset: Int32, sourceOffset: Int32) {
    self.offset = offset
    self.sourceOffset = sourceOffset
  }
}

/// An XHTML document as one array of nodes in document order (preorder).
///
/// Node 0 is the root element.
/// Templates make a second tree of the same type: no directives are left in it, and texts know what data they hold.
public struct ElementTree: Sendable {
  /// An element or a text.
  public struct Node: Sendable {
    /// What the node is: an element's kind, or `.text`.
    public var kind: ElementKind
    /// Index of the parent, or -1 for the root.
    public var parent: Int32
    /// Index of the first child, or -1.
    public var firstChild: Int32 = -1
    /// Index of the next sibling, or -1.
    public var nextSibling: Int32 = -1
    /// An element's first attribute in `attributes`; a text's first byte in `text`.
    public var first: Int32
    /// How many attributes, or how many bytes.
    public var count: Int32
    /// The start tag, or the text, in the source.
    public var span: SourceSpan

    /// A node without relatives yet.
    public init(kind: ElementKind, parent: Int32, first: Int32, count: Int32, span: SourceSpan) {
      self.kind = kind
      self.parent = parent
      self.first = first
      self.count = count
      self.span = span
    }
  }

  /// All nodes in document order.
  public var nodes: [Node] = []
  /// The attributes of all elements, element by element.
  public var attributes: [Attribute] = []
  /// The UTF-8 of all texts, text by text.
  public var text: [UInt8] = []
  /// Names of elements of kind `.unknown`, by node index.
  public var unknownNames: [Int32: String] = [:]
  /// What expressions put into texts, by node index; texts without expressions are absent.
  public var origins: [Int32: [TextOrigin]] = [:]
  /// Where attributes of an expanded tree come from in the data, as JSON pointers, by index in `attributes`: those of a
  /// chart's parts that are one expression and came from there unchanged.
  public var attributeOrigins: [Int32: String] = [:]

  /// The pieces of texts that differ from their source, by node index; absent where text and source are the same bytes.
  public var textPieces: [Int32: [TextPiece]] = [:]
  /// Whether a directive or an expression was read: such a tree must be expanded before it is laid out.
  public var isTemplate = false

  /// An empty tree.
  public init() {}

  /// The node named `id`.
  public subscript(id: NodeID) -> Node {
    nodes[Int(id.index)]
  }

  /// The attributes of an element; empty for a text.
  public func attributes(of id: NodeID) -> ArraySlice<Attribute> {
    let node = self[id]
    guard node.kind != .text else { return [] }
    return attributes[Int(node.first)..<Int(node.first + node.count)]
  }

  /// The value of an attribute, or `nil` where the element has none of that name.
  public func attribute(_ name: String, of id: NodeID) -> String? {
    attributes(of: id).first { $0.name == name }?.value
  }

  /// The bytes of a text node as a range of `text`; empty for an element.
  public func textRange(of id: NodeID) -> Range<Int> {
    let node = self[id]
    guard node.kind == .text else { return 0..<0 }
    return Int(node.first)..<Int(node.first + node.count)
  }

  /// The local name of an element, as written; `#text` for a text.
  public func localName(of id: NodeID) -> String {
    unknownNames[id.index] ?? self[id].kind.rawValue
  }
}
