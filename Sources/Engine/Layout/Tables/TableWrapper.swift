import Geometry
import Styles

extension LayoutSession {
  /// Lays out a table with its captions; its rows go on on the next page where they do not fit.
  mutating func layOutTableWrapper(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    let tableBox = tree.children(of: box).first { tree[$0].kind == .table } ?? box
    var resumed: TableBreak?
    if case .row(let position) = token?.position { resumed = position }
    var table = table(tableBox, of: box, available: space.available, split: resumed?.split)
    settleHeights(of: &table, box: tableBox, availableHeight: space.availableHeight)
    // Where nothing is broken the table stays whole.
    if space.remaining != nil { table = table.showing(group: resumed?.split.current ?? 0) }
    let style = style(box)
    var wrapper = wrapperFragment(box, table: table, available: space.available)
    wrapper.continuesBefore = token != nil
    if token != nil { wrapper.margin.top = 0 }
    if token == nil { addCaptions(of: box, below: false, to: &wrapper) }
    var inner = space
    inner.remaining = space.remaining.map { $0 - wrapper.size.height }
    inner.isInsideAvoid = space.isInsideAvoid || style.breakInside != .auto
    let piece = layOutRows(of: tableBox, table: table, in: inner, from: token)
    if case .outOfSpace = piece.status { return piece }
    var fragment = piece.fragment
    fragment.offset = Point(x: 0, y: wrapper.size.height)
    fragment.continuesBefore = token != nil
    wrapper.size.height += fragment.size.height
    var status = LayoutResult.Status.complete
    if case .broken(let next) = piece.status {
      wrapper.continuesAfter = true
      fragment.continuesAfter = true
      wrapper.margin.bottom = 0
      status = .broken(BreakToken(box: box, position: next.position))
    }
    wrapper.children.append(fragment)
    if case .complete = status { addCaptions(of: box, below: true, to: &wrapper) }
    var bottom = MarginStrut()
    bottom.add(wrapper.margin.bottom)
    return LayoutResult(fragment: wrapper, status: status, bottomMargin: bottom)
  }

  /// The wrapper's box: it has the table's margins and the width of its border box (CSS 2.2, 17.4).
  private func wrapperFragment(_ box: Int32, table: TableLayout, available: Double) -> FragmentNode {
    let style = style(box)
    var edges = BoxEdges(of: style, available: available)
    edges.border = .zero
    edges.padding = .zero
    let width = table.width + table.edges.horizontal
    if !tree[box].isInlineLevel { settleMargins(&edges, style: style, width: width, available: available) }
    var wrapper = FragmentNode(kind: .tableWrapper, node: tree[box].node, style: tree[box].style)
    wrapper.box = box
    wrapper.isAnonymous = tree[box].isAnonymous
    wrapper.margin = edges.margin
    wrapper.size.width = width
    return wrapper
  }

  /// Captions stand below each other as blocks, the margins between two of them collapsed (CSS Tables 3, 3.11).
  private mutating func addCaptions(of box: Int32, below: Bool, to wrapper: inout FragmentNode) {
    var strut = MarginStrut()
    for child in tree.children(of: box) where tree[child].kind == .caption && style(child).isCaptionBelow == below {
      let space = ConstraintSpace(available: wrapper.size.width)
      var result = layOutBlock(child, in: space, from: nil)
      result.fragment.kind = .caption
      let margin = result.fragment.margin
      strut.add(margin.top)
      result.fragment.offset = Point(x: margin.left, y: wrapper.size.height + strut.sum)
      wrapper.size.height += strut.sum + result.fragment.size.height
      wrapper.children.append(result.fragment)
      strut = MarginStrut()
      strut.add(margin.bottom)
    }
    wrapper.size.height += strut.sum
  }
}
