import Markup
import Styles

/// What one pass over a document learned of its pages, for the next pass.
struct References: Equatable {
  /// How many pages the document has; 0 before the first pass.
  var totalPages = 0
  /// The page counter where each element with an `id` begins, by node.
  var pages: [Int32: Int] = [:]
  /// Counter values at elements with an `id`, outermost first, by node.
  var counters: [Int32: [String: [Int]]] = [:]
  /// Terms of indexes, in document order.
  var index: [IndexEntry] = []
  /// Texts of pseudo-elements that `target-text()` asks for.
  var pseudoTexts: [PseudoKey: String] = [:]
  /// Elements whose pseudo-elements' texts are asked for.
  var textTargets: Set<Int32> = []
  /// The numbers of footnotes on their pages, by node, where pages number them.
  var footnotes: [Int32: Int] = [:]
  /// Elements by `id`.
  var nodes: [String: Int32] = [:]

  /// What is known before the first pass: which element has which `id`.
  init(ids tree: ElementTree) {
    for index in tree.nodes.indices where tree.nodes[index].kind != .text {
      guard let id = tree.attribute("id", of: NodeID(index)) else { continue }
      nodes[id] = Int32(index)
    }
  }

  func pageCounter(of node: Int32) -> Int {
    pages[node] ?? 0
  }
}
