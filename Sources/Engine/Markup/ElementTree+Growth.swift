extension ElementTree {
  /// An element whose end is still to come, while a tree grows in document order.
  public struct OpenElement {
    /// The element's index.
    public var node: Int32
    /// Its last child so far, or -1.
    public var lastChild: Int32

    /// An element without children yet.
    public init(node: Int32) {
      self.node = node
      lastChild = -1
    }
  }

  /// Adds a node as the last child of the innermost open element; of none, it is the root.
  public mutating func append(_ node: Node, to open: inout [OpenElement]) {
    let index = Int32(nodes.count)
    nodes.append(node)
    guard let parent = open.last else { return }
    nodes[Int(index)].parent = parent.node
    if parent.lastChild < 0 {
      nodes[Int(parent.node)].firstChild = index
    } else {
      nodes[Int(parent.lastChild)].nextSibling = index
    }
    open[open.count - 1].lastChild = index
  }
}
