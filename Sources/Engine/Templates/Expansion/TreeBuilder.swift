import Diagnostics
import Markup

/// Grows the expanded tree in document order; texts that come to stand side by side become one node.
struct TreeBuilder {
  private var tree = ElementTree()
  private var open: [ElementTree.OpenElement] = []
  private var openText: Int32 = -1
  /// The pieces of the open text, and whether more than one plain piece of a template is among them.
  private var pieces: [TextOrigin] = []
  private var isComposed = false

  mutating func openElement(_ kind: ElementKind, unknownName: String?, span: SourceSpan) {
    closeText()
    let first = Int32(tree.attributes.count)
    tree.append(.init(kind: kind, parent: -1, first: first, count: 0, span: span), to: &open)
    let node = Int32(tree.nodes.count - 1)
    if let unknownName { tree.unknownNames[node] = unknownName }
    open.append(ElementTree.OpenElement(node: node))
  }

  /// Adds an attribute to the element just opened; `data` is where its value stands in the data, where it has one such place.
  mutating func add(_ attribute: Attribute, data: String? = nil) {
    if let data { tree.attributeOrigins[Int32(tree.attributes.count)] = data }
    tree.attributes.append(attribute)
    if let last = open.last { tree.nodes[Int(last.node)].count += 1 }
  }

  mutating func closeElement() {
    closeText()
    open.removeLast()
  }

  /// Adds text that stands at `span` in the template, or was computed by the expression there.
  mutating func addText(
    _ bytes: some Collection<UInt8>,
    span: SourceSpan,
    data: String? = nil,
    isComputed: Bool = false
  ) {
    guard !bytes.isEmpty else { return }
    if openText < 0 {
      openText = Int32(tree.nodes.count)
      tree.append(.init(kind: .text, parent: -1, first: Int32(tree.text.count), count: 0, span: span), to: &open)
    } else {
      isComposed = true
    }
    if isComputed { isComposed = true }
    pieces.append(TextOrigin(offset: tree.nodes[Int(openText)].count, span: span, data: data))
    tree.text.append(contentsOf: bytes)
    tree.nodes[Int(openText)].count += Int32(bytes.count)
  }

  /// The tree, once everything is closed.
  mutating func finished() -> ElementTree {
    closeText()
    return tree
  }

  private mutating func closeText() {
    guard openText >= 0 else { return }
    if isComposed { tree.origins[openText] = pieces }
    pieces.removeAll(keepingCapacity: !isComposed)
    isComposed = false
    openText = -1
  }
}
