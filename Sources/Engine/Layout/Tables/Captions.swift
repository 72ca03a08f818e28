import Geometry
import Styles

/// On which side of the table captions stand.
enum CaptionSide {
  case above, below
}

/// Where the captions of one side begin: with one of them, or with what is left of it.
struct CaptionStart {
  /// -1 for the first.
  var box: Int32 = -1
  var token: BreakToken?
}

extension LayoutSession {
  /// Adds the captions of one side: blocks below each other, the margins between two of them collapsed (CSS Tables 3, 3.11).
  ///
  /// They stay with the table where that can be: the page ends in one that is higher than a page, else before the rows above it.
  mutating func addCaptions(
    of box: Int32,
    _ side: CaptionSide,
    from start: CaptionStart,
    in space: ConstraintSpace,
    to wrapper: inout FragmentNode
  ) -> LayoutResult.Status {
    var strut = MarginStrut()
    var start = start
    for child in tree.children(of: box)
    where tree[child].kind == .caption && style(child).isCaptionBelow == (side == .below) {
      guard start.box < 0 || start.box == child else { continue }
      let token = start.token
      start = CaptionStart()
      let margin = BoxEdges(of: style(child), available: wrapper.size.width).margin
      if token == nil { strut.add(margin.top) }
      if side == .below, let end = breakBefore(child, of: wrapper, in: space) { return end }
      let top = wrapper.size.height + strut.sum
      var result = layOutCaption(child, width: wrapper.size.width, remaining: nil, from: token)
      if let room = room(in: space), top + result.fragment.size.height > room + tolerance {
        if result.fragment.size.height <= fragmentainerSize.height + tolerance {
          if fragmentainer.canBreakEarlier { return .outOfSpace }
          if !wrapper.children.isEmpty { return stop(before: child, of: wrapper) }
        }
        result = layOutCaption(child, width: wrapper.size.width, remaining: room - top, from: token)
        if case .outOfSpace = result.status { return .outOfSpace }
      } else {
        placeOrForceNotes(
          notes(in: result.fragment),
          free: space.remaining.map { $0 - top - result.fragment.size.height }
        )
      }
      result.fragment.offset = Point(x: result.fragment.margin.left, y: top)
      wrapper.size.height = top + result.fragment.size.height
      wrapper.children.append(result.fragment)
      if case .broken(let next) = result.status {
        return .broken(BreakToken(box: box, position: .child(child, inner: [next])))
      }
      strut = MarginStrut()
      strut.add(margin.bottom)
    }
    wrapper.size.height += strut.sum
    return .complete
  }

  private mutating func layOutCaption(
    _ caption: Int32,
    width: Double,
    remaining: Double?,
    from token: BreakToken?
  ) -> LayoutResult {
    var space = ConstraintSpace(available: width)
    space.remaining = remaining
    var result = layOutBlock(caption, in: space, from: token)
    result.fragment.kind = .caption
    return result
  }

  /// Ends the page before the table, or a caption below it, where that has been chosen; else notes the place.
  ///
  /// A caption and its table are parted where nothing better is left.
  mutating func breakBefore(
    _ box: Int32,
    of wrapper: FragmentNode,
    in space: ConstraintSpace
  ) -> LayoutResult.Status? {
    guard space.remaining != nil, !wrapper.children.isEmpty else { return nil }
    if fragmentainer.target == .before(box) { return stop(before: box, of: wrapper) }
    fragmentainer.record(.before(box), appeal: .violatingAvoid)
    return nil
  }

  private mutating func stop(before box: Int32, of wrapper: FragmentNode) -> LayoutResult.Status {
    fragmentainer.actual = .before(box)
    return .broken(BreakToken(box: wrapper.box, position: .child(box, inner: [])))
  }
}
