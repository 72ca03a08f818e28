import Geometry

extension FragmentNode {
  /// Cuts off the margins that adjoin a break above: the box's own, and those of first blocks inside it (CSS Fragmentation
  /// 3, 5.2).
  mutating func truncateTopMargins() {
    margin.top = 0
    guard kind == .block, border.top == 0, padding.top == 0,
      let first = children.firstIndex(where: { !$0.isOutOfFlow && $0.kind != .marker }), children[first].isBlockLevel
    else { return }
    children[first].truncateTopMargins()
  }

  /// Cuts off the margins that adjoin a break below.
  mutating func truncateBottomMargins() {
    margin.bottom = 0
    guard kind == .block, border.bottom == 0, padding.bottom == 0,
      let last = children.lastIndex(where: { !$0.isOutOfFlow && $0.kind != .marker }), children[last].isBlockLevel
    else { return }
    children[last].truncateBottomMargins()
  }

  private var isBlockLevel: Bool {
    switch kind {
    case .block, .tableWrapper, .replaced, .flex: true
    default: false
    }
  }
}
