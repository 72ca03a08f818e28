import Styles

/// What happens at a place of the flow that no box tells of.
enum PlaceMark {
  /// An element without a box of its own, such as one with `display: contents`.
  case element(Int32, style: Int32)
  /// An element that is not displayed, with named strings.
  case hidden(Int32)
  /// A running element stands here: its index in ``BoxTree/running``.
  case running(Int32)

  /// Whether no content of the flow follows that belongs to it.
  var isOutOfFlow: Bool {
    if case .element = self { false } else { true }
  }
}

extension BoxBuilder {
  /// Notes a place in a flow.
  mutating func mark(_ mark: PlaceMark, in flow: inout Flow) {
    tree.marks.append(mark)
    flow.inline.addMark(Int32(tree.marks.count - 1))
  }

  /// Notes a place right before a box: for parts of a table, which hold no flow.
  mutating func mark(_ mark: PlaceMark, before box: Int32) {
    tree.marks.append(mark)
    tree.marksBefore[box, default: []].append(Int32(tree.marks.count - 1))
  }

  /// An element that is not displayed sets its named strings all the same (CSS GCPM 3, 1.1.1).
  mutating func collectHidden(_ node: Int32, style: Int32, into flow: inout Flow) {
    guard setStrings(of: node, style: style) else { return }
    mark(.hidden(node), in: &flow)
  }
}

extension InlineSource {
  /// The marks that fall on one of the paragraph's lines.
  func marks(onLine bytes: Range<Int32>, isLast: Bool) -> [Int32] {
    guard !marks.isEmpty else { return [] }
    return marks.compactMap { offset, mark in
      offset >= bytes.lowerBound && (isLast || offset < bytes.upperBound) ? mark : nil
    }
  }
}
