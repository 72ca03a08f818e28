import Geometry
import Styles

extension LayoutSession {
  /// Lays out a table with its captions; its rows go on on the next page where they do not fit.
  mutating func layOutTableWrapper(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    let tableBox = tree.children(of: box).first { tree[$0].kind == .table } ?? box
    var resumed: TableBreak?
    var start = CaptionStart()
    switch token?.position {
    case .row(let position): resumed = position
    case .child(let child, let inner): start = CaptionStart(box: child, token: inner.first)
    default: break
    }
    var table = table(tableBox, of: box, in: space, resumed: resumed)
    settleHeights(of: &table, box: tableBox, wrapper: box, availableHeight: space.availableHeight)
    // Where nothing is broken the table stays whole.
    if space.remaining != nil { table = table.showing(group: resumed?.split.current ?? 0) }
    var wrapper = wrapperFragment(box, table: table, available: space.available)
    wrapper.continuesBefore = token != nil
    if token != nil { wrapper.margin.top = 0 }
    let isBelow = start.box >= 0 && tree[start.box].kind == .caption && style(start.box).isCaptionBelow
    var status = LayoutResult.Status.complete
    if resumed == nil, start.box != tableBox, !isBelow {
      status = addCaptions(of: box, .above, from: start, in: space, to: &wrapper)
      if case .complete = status, let end = breakBefore(tableBox, of: wrapper, in: space) { status = end }
    }
    if case .complete = status, !isBelow {
      let from = resumed == nil ? nil : token
      status = addRows(of: tableBox, table: table, in: space, from: from, to: &wrapper)
    }
    if case .complete = status {
      status = addCaptions(of: box, .below, from: isBelow ? start : CaptionStart(), in: space, to: &wrapper)
    }
    if case .broken = status {
      wrapper.continuesAfter = true
      wrapper.margin.bottom = 0
      // What is left of the page belongs to the box (CSS Fragmentation 3, 5.3).
      wrapper.size.height = max(wrapper.size.height, room(in: space) ?? 0)
    }
    var bottom = MarginStrut()
    bottom.add(wrapper.margin.bottom)
    return LayoutResult(fragment: wrapper, status: status, bottomMargin: bottom)
  }

  /// Adds the rows of a table, or as many as fit, below what the wrapper holds.
  private mutating func addRows(
    of tableBox: Int32,
    table: TableLayout,
    in space: ConstraintSpace,
    from token: BreakToken?,
    to wrapper: inout FragmentNode
  ) -> LayoutResult.Status {
    var inner = space
    inner.remaining = space.remaining.map { $0 - wrapper.size.height }
    inner.isInsideAvoid = space.isInsideAvoid || style(wrapper.box).breakInside != .auto
    let piece = layOutRows(of: tableBox, table: table, in: inner, from: token)
    if case .outOfSpace = piece.status { return .outOfSpace }
    var fragment = piece.fragment
    fragment.offset = Point(x: 0, y: wrapper.size.height)
    fragment.continuesBefore = token != nil
    wrapper.size.height += fragment.size.height
    var status = LayoutResult.Status.complete
    if case .broken(let next) = piece.status {
      fragment.continuesAfter = true
      status = .broken(BreakToken(box: wrapper.box, position: next.position))
    }
    wrapper.children.append(fragment)
    return status
  }

  /// The wrapper's box: it has the table's margins and the width of its border box (CSS 2.2, 17.4).
  private func wrapperFragment(_ box: Int32, table: TableLayout, available: Double) -> FragmentNode {
    let style = style(box)
    var edges = BoxEdges(of: style, available: available)
    edges.border = .zero
    edges.padding = .zero
    let width = table.width + table.edges.horizontal
    // `auto` margins of floats are 0 (CSS 2.2, 10.3.5).
    if !tree[box].isInlineLevel, tree[box].outOfFlow == .none, table.settled == nil {
      settleMargins(&edges, style: style, width: width, available: available)
    }
    var wrapper = FragmentNode(kind: .tableWrapper, node: tree[box].node, style: tree[box].style)
    wrapper.box = box
    wrapper.pseudo = tree[box].pseudo
    wrapper.isAnonymous = tree[box].isAnonymous
    wrapper.margin = edges.margin
    wrapper.size.width = width
    return wrapper
  }

  /// The height of all captions of a table.
  mutating func captionHeight(of wrapper: Int32, width: Double) -> Double {
    var fragment = FragmentNode(kind: .tableWrapper, node: tree[wrapper].node, style: tree[wrapper].style)
    fragment.box = wrapper
    fragment.size.width = width
    let space = ConstraintSpace(available: width)
    for side in [CaptionSide.above, .below] {
      _ = addCaptions(of: wrapper, side, from: CaptionStart(), in: space, to: &fragment)
    }
    return fragment.size.height
  }
}
