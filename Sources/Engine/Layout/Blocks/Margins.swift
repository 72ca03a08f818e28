import Geometry
import Styles

extension LayoutSession {
  /// All margins that adjoin at the top of a box: its own, those of first children inside, and through empty boxes.
  ///
  /// Known without layout: whether a box is empty depends on its content alone (CSS 2.2, 8.3.1).
  ///
  /// - Parameters:
  ///   - box: the box.
  ///   - available: the width of its containing block.
  ///   - y: the place reached in the formatting context: floats that end above it need not be cleared.
  /// - Returns: the margins that collapse.
  func topStrut(of box: Int32, available: Double, at y: Double) -> MarginStrut {
    var strut = MarginStrut()
    addTopMargins(of: box, available: available, at: y, to: &strut)
    return strut
  }

  /// The margins above a box without height, where its own bottom margin does not count: its place is that which it would
  /// have with a bottom border (CSS 2.2, 8.3.1).
  func topStrutOfEmpty(_ box: Int32, available: Double, at y: Double) -> MarginStrut {
    let style = style(box)
    let edges = BoxEdges(of: style, available: available)
    var strut = MarginStrut()
    strut.add(edges.margin.top)
    let width = innerWidth(of: style, edges: edges, available: available)
    var child = tree.firstChildInFlow(of: box)
    while child >= 0 {
      addTopMargins(of: child, available: width, at: y, to: &strut)
      child = tree.nextInFlow(after: child)
    }
    return strut
  }

  /// Adds the margins; gives whether the box is empty, so that what follows adjoins as well.
  @discardableResult
  private func addTopMargins(of box: Int32, available: Double, at y: Double, to strut: inout MarginStrut) -> Bool {
    let style = style(box)
    let edges = BoxEdges(of: style, available: available)
    strut.add(edges.margin.top)
    guard joinsFirstChild(box, edges: edges) else { return false }
    let width = innerWidth(of: style, edges: edges, available: available)
    var followsFloat = false
    var child = tree[box].firstChild
    while child >= 0 {
      if tree[child].outOfFlow == .none {
        // Clearance keeps the margins apart (CSS 2.2, 8.3.1).
        guard !mayClear(child, followsFloat: followsFloat, at: y),
          addTopMargins(of: child, available: width, at: y, to: &strut)
        else { return false }
      } else {
        followsFloat = followsFloat || tree[child].outOfFlow == .float
      }
      child = tree[child].nextSibling
    }
    guard isSelfCollapsing(box, available: available) else { return false }
    strut.add(edges.margin.bottom)
    return true
  }

  /// Whether a box may have floats to clear: those that reach below `y`, or that stand right before it.
  func mayClear(_ box: Int32, followsFloat: Bool, at y: Double) -> Bool {
    let clear = style(box).clear
    return clear != .none && (followsFloat || floats.clearance(clear) > y + tolerance)
  }

  /// Whether the margin above a box adjoins that of its first child.
  func joinsFirstChild(_ box: Int32, edges: BoxEdges) -> Bool {
    let item = tree[box]
    return item.kind == .block && !item.isContextRoot && item.inline < 0
      && edges.border.top == 0 && edges.padding.top == 0
  }

  /// Whether a box has no height at all and its own margins adjoin.
  func isSelfCollapsing(_ box: Int32, available: Double) -> Bool {
    let item = tree[box]
    guard item.kind == .block, !item.isContextRoot, item.inline < 0, item.marker < 0 else { return false }
    let style = style(box)
    guard style.aspectRatio.ratio == nil else { return false }
    let edges = BoxEdges(of: style, available: available)
    guard edges.vertical == 0, isZeroOrAuto(style.height), isZeroOrAuto(style.minHeight) else { return false }
    let width = innerWidth(of: style, edges: edges, available: available)
    var child = tree.firstChildInFlow(of: box)
    while child >= 0 {
      guard isSelfCollapsing(child, available: width) else { return false }
      child = tree.nextInFlow(after: child)
    }
    return true
  }

  private func isZeroOrAuto(_ extent: Extent) -> Bool {
    switch extent {
    case .length(let length): length == .zero
    default: true
    }
  }

  /// The width that children see, near enough for their margins in percent.
  private func innerWidth(of style: ComputedStyle, edges: BoxEdges, available: Double) -> Double {
    length(style.width, of: available, edges: edges.horizontal, style: style)
      ?? max(0, available - edges.margin.horizontal - edges.horizontal)
  }
}
