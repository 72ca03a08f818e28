import Geometry
import Styles
import Text

/// The margins that adjoin at a place, and what settles which others do (CSS 2.2, 8.3.1).
struct JoinedMargins {
  /// The place in the formatting context from which the margins count.
  var top: Double
  /// Those of the boxes around: their place has been settled with all that adjoins.
  var outer = MarginStrut()
  /// Those of boxes beside each other and inside them.
  var strut = MarginStrut()
  /// Floats that stand among them: they move along, and how high they are is not known.
  var floats: Set<FloatSide> = []

  /// Where a top border edge is below the margins, and further ones.
  func place(below margins: MarginStrut) -> Double {
    var all = outer
    all.add(margins)
    return top + all.sum
  }

  /// What is handed on into a box whose margins adjoin.
  func inside(_ margin: Double) -> JoinedMargins {
    var result = self
    result.outer.add(strut)
    result.outer.add(margin)
    result.strut = MarginStrut()
    return result
  }
}

/// The margins above one box.
struct MarginsAbove {
  /// Those above its top border edge.
  var strut: MarginStrut
  /// Whether the box has no height at all, so that its own margins adjoin.
  var isEmpty: Bool
}

extension LayoutSession {
  /// Adds the margins that adjoin at the top of a box: its own, those of first children inside, and through empty boxes.
  ///
  /// Known without layout: whether a box is empty depends on its content alone (CSS 2.2, 8.3.1).
  ///
  /// - Parameters:
  ///   - box: the box.
  ///   - available: the width of its containing block.
  ///   - height: the height of its containing block where it is definite.
  ///   - joined: the margins before it; takes its own, and those below it where it is empty.
  /// - Returns: the margins above the box. The place of an empty one is that which it would have with a bottom border.
  @discardableResult
  func join(_ box: Int32, available: Double, height: Double?, to joined: inout JoinedMargins) -> MarginsAbove {
    let style = style(box)
    let edges = BoxEdges(of: style, available: available)
    joined.strut.add(edges.margin.top)
    let isEmpty = joinContent(of: box, edges: edges, available: available, height: height, to: &joined)
    let above = MarginsAbove(strut: joined.strut, isEmpty: isEmpty)
    if isEmpty { joined.strut.add(edges.margin.bottom) }
    return above
  }

  /// Adds the margins at the top of a box's content; gives whether there is nothing between the box's own margins.
  private func joinContent(
    of box: Int32,
    edges: BoxEdges,
    available: Double,
    height: Double?,
    to joined: inout JoinedMargins
  ) -> Bool {
    let item = tree[box]
    guard item.kind == .block, !item.isContextRoot, edges.top == 0 else { return false }
    let style = style(box)
    if item.inline >= 0 {
      guard makesNoLine(tree.inlines[Int(item.inline)]) else { return false }
      for float in tree.inlines[Int(item.inline)].anchored { noteFloat(float, in: &joined) }
    }
    let width = innerWidth(of: style, edges: edges, available: available)
    let inner = contentHeight(of: style, edges: edges, availableHeight: height)
    var child = tree[box].firstChild
    while child >= 0 {
      if tree[child].outOfFlow == .none {
        var next = joined
        let above = join(child, available: width, height: inner, to: &next)
        // Clearance keeps the margins apart.
        guard !clears(child, joined, above) else { return false }
        joined = next
        guard above.isEmpty else { return false }
      } else {
        noteFloat(child, in: &joined)
      }
      child = tree[child].nextSibling
    }
    return edges.bottom == 0 && item.marker < 0 && style.aspectRatio.ratio == nil
      && isZeroOrAuto(style.height, of: height) && isZeroOrAuto(style.minHeight, of: height)
  }

  /// Notes a float that stands among adjoining margins.
  func noteFloat(_ box: Int32, in joined: inout JoinedMargins) {
    if tree[box].outOfFlow == .float { joined.floats.insert(style(box).float) }
  }

  /// Whether a box has clearance: its place without it is not past the floats that it clears (CSS 2.2, 9.5.2).
  ///
  /// Those that stand among the margins above would move along with it.
  func clears(_ box: Int32, _ joined: JoinedMargins, _ above: MarginsAbove) -> Bool {
    let clear = style(box).clear
    guard clear != .none else { return false }
    if clear != .right, joined.floats.contains(.left) { return true }
    if clear != .left, joined.floats.contains(.right) { return true }
    return floats.clearance(clear) > joined.place(below: above.strut) + tolerance
  }

  /// Whether the margin above a box adjoins that of its first child.
  func joinsFirstChild(_ box: Int32, edges: BoxEdges) -> Bool {
    let item = tree[box]
    return item.kind == .block && !item.isContextRoot && item.inline < 0 && edges.top == 0
  }

  /// Whether inline content makes no line: no text, and inline boxes without edges along the line (CSS 2.2, 9.4.2; CSS
  /// Inline 3, 2.1).
  private func makesNoLine(_ source: InlineSource) -> Bool {
    guard source.content.text.isEmpty else { return false }
    return source.boxes.allSatisfy { box in
      let style = styles[box.style]
      let hasStart = style.borderWidth.left > 0 || style.padding.left != .zero || style.margin.left.takesRoom
      let hasEnd = style.borderWidth.right > 0 || style.padding.right != .zero || style.margin.right.takesRoom
      return !(box.hasStart && hasStart) && !(box.hasEnd && hasEnd)
    }
  }

  /// Whether a height leaves a box without content as low as it is; a percentage of an unknown height is `auto`.
  private func isZeroOrAuto(_ extent: Extent, of height: Double?) -> Bool {
    guard case .length(let length) = extent, length.percent == 0 || height != nil else { return true }
    return length.used(of: height ?? 0) <= 0
  }

  /// The width that children see, near enough for their margins in percent.
  private func innerWidth(of style: ComputedStyle, edges: BoxEdges, available: Double) -> Double {
    length(style.width, of: available, edges: edges.horizontal, style: style)
      ?? max(0, available - edges.margin.horizontal - edges.horizontal)
  }
}
