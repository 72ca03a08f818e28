import Geometry
import Styles

extension LayoutSession {
  /// Places the blocks of a container one below the other, margins collapsed, until the page ends (CSS 2.2, 9.4.1).
  mutating func layOutChildren(
    of box: Int32,
    edges: BoxEdges,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    var space = space
    space.allowsParallel = true
    var stack = BlockStack(isTopJoined: token == nil && joinsFirstChild(box, edges: edges))
    stack.joinedAtTop = space.joined ?? JoinedMargins(top: space.offset.y)
    var child = tree[box].firstChild
    var resumed: BreakToken?
    if case .child(let next, let inner) = token?.position {
      child = next
      resumed = inner.first
      // Margins after a forced break stay, those after an unforced one are cut off (CSS Fragmentation 3, 5.2).
      stack.isTopJoined = !fragmentainer.keepsMarginAtStart
      stack.isAtBreak = stack.isTopJoined
    }
    if let token, let end = placeParallel(token.parallel, in: space, stack: &stack) { return end }
    var previous: Int32 = -1
    while child >= 0 {
      if tree[child].outOfFlow != .none {
        placeOutOfFlow(child, in: space, stack: &stack)
        child = tree[child].nextSibling
        continue
      }
      if space.allowsSpanners, isSpanner(child) {
        // It ends the columns before it, as a forced break does.
        fragmentainer.forced = .column
        return stop(stack, before: child, at: .before(child))
      }
      if let end = breakBefore(child, after: previous, in: space, stack: stack) { return end }
      if let end = place(child, resumed: resumed, previous: previous, in: space, stack: &stack) { return end }
      resumed = nil
      previous = child
      child = tree[child].nextSibling
    }
    return finish(stack, of: box, edges: edges)
  }

  /// Ends the page before a child where a break is forced there, or where an earlier try found the best break.
  private mutating func breakBefore(
    _ child: Int32,
    after previous: Int32,
    in space: ConstraintSpace,
    stack: BlockStack
  ) -> BlockContent? {
    guard previous >= 0, space.remaining != nil else { return nil }
    let point = BreakPoint.before(child)
    if let forced = forcedBreak(between: previous, and: child) {
      fragmentainer.forced = forced
      return stop(stack, before: child, at: point)
    }
    if fragmentainer.target == point { return stop(stack, before: child, at: point) }
    let avoids = space.isInsideAvoid || avoidsBreak(between: previous, and: child)
    fragmentainer.record(point, appeal: avoids ? .violatingAvoid : .perfect)
    return nil
  }

  /// Lays out one child below what is placed; gives the container's content where the page ends in or before it.
  private mutating func place(
    _ child: Int32,
    resumed: BreakToken?,
    previous: Int32,
    in space: ConstraintSpace,
    stack: inout BlockStack
  ) -> BlockContent? {
    var joined = stack.marginsHere(in: space)
    var inner = space
    var y = stack.height + (stack.isTopJoined ? 0 : stack.strut.sum)
    var above = MarginsAbove(strut: stack.strut, isEmpty: false)
    var isCleared = false
    inner.joined = nil
    if resumed == nil {
      let before = joined
      above = join(child, available: space.available, height: space.availableHeight, to: &joined)
      isCleared = clears(child, before, above)
      inner.joined = before.inside(BoxEdges(of: style(child), available: space.available).margin.top)
      if isCleared {
        // Of the two amounts of clearance that CSS 2.2, 9.5.2 allows, that which puts the border edge below the floats.
        y = max(stack.height, floats.clearance(style(child).clear) - space.offset.y)
        stack.isTopJoined = false
        joined = JoinedMargins(top: space.offset.y + y)
        above = join(child, available: space.available, height: space.availableHeight, to: &joined)
        inner.joined = clearedMargins(of: child, above, at: y, in: space)
      } else if !stack.isTopJoined {
        y = joined.place(below: above.strut) - space.offset.y
      }
    }
    let before = fragmentainer.best
    let floatsBefore = floats
    var result = layOutBesideFloats(child, at: &y, in: inner, from: resumed)
    if case .outOfSpace = result.status {
      // The place right before the child is the best there is: no need to lay the page out again.
      floats = floatsBefore
      if previous >= 0, before == .before(child), fragmentainer.best == .before(child) {
        return stop(stack, before: child, at: .before(child))
      }
      return BlockContent(status: .outOfSpace)
    }
    if let rest = result.overflow { stack.parallel.append(rest) }
    result.fragment.offset.x += result.fragment.margin.left
    result.fragment.offset.y = y
    if stack.isAtBreak, resumed == nil, stack.isTopJoined { result.fragment.truncateTopMargins() }
    if above.isEmpty, result.fragment.size.height == 0 {
      if isCleared { stack.clear(to: y, above: above.strut) }
      stack.children.append(result.fragment)
      stack.strut = joined.strut
      stack.floats = joined.floats
      return nil
    }
    stack.children.append(result.fragment)
    stack.height = y + result.fragment.size.height
    stack.strut = result.bottomMargin
    stack.isTopJoined = false
    stack.endsCleared = false
    guard case .broken(let inner) = result.status else { return nil }
    let next = BreakToken(box: -1, position: .child(child, inner: [inner]), parallel: stack.parallel)
    return BlockContent(children: stack.children, notes: stack.notes, height: stack.height, status: .broken(next))
  }

  /// The margins at the top of a box that has moved below floats: no others adjoin.
  private func clearedMargins(of box: Int32, _ above: MarginsAbove, at y: Double, in space: ConstraintSpace)
    -> JoinedMargins
  {
    let margin = BoxEdges(of: style(box), available: space.available).margin.top
    return JoinedMargins(top: space.offset.y + y - above.strut.sum).inside(margin)
  }

  private mutating func stop(_ stack: BlockStack, before child: Int32, at point: BreakPoint) -> BlockContent {
    fragmentainer.actual = point
    let next = BreakToken(box: -1, position: .child(child, inner: []), parallel: stack.parallel)
    var children = stack.children
    if let last = children.lastIndex(where: { !$0.isOutOfFlow }) { children[last].truncateBottomMargins() }
    return BlockContent(children: children, notes: stack.notes, height: stack.height, status: .broken(next))
  }

  private func finish(_ stack: BlockStack, of box: Int32, edges: BoxEdges) -> BlockContent {
    // The margins of an empty box that clears floats stay inside its parent (CSS 2.2, 8.3.1).
    let joinsEnd = tree[box].kind == .block && !tree[box].isContextRoot && edges.bottom == 0 && !stack.endsCleared
    var content = BlockContent(children: stack.children, notes: stack.notes, height: stack.height)
    content.bottomMargin = stack.strut
    content.joinsEnd = joinsEnd
    // A strut of empty boxes that joined the top has been taken by a box around.
    if !joinsEnd, !stack.isTopJoined {
      content.height += stack.strut.sum
      content.endMargin = max(0, min(stack.strut.sum, content.height))
    }
    content.height = max(0, content.height)
    content.parallel = stack.parallel
    return content
  }
}

/// Blocks placed so far in one container.
struct BlockStack {
  var children: [FragmentNode] = []
  /// Bottom border edge of the last block that is not empty.
  var height = 0.0
  /// Notes that are called between the children.
  var notes: [Int32] = []
  /// Floats that stand among the margins that adjoin.
  var floats: Set<FloatSide> = []
  /// The margins that adjoin at the container's top.
  var joinedAtTop = JoinedMargins(top: 0)
  /// Margins that adjoin below it.
  var strut = MarginStrut()
  /// Whether nothing separates the place from the container's own top margin, which has taken the margins here.
  var isTopJoined: Bool
  /// Whether nothing has been placed yet below an unforced break.
  var isAtBreak = false
  /// Whether the margins below are those of an empty box that has cleared floats.
  var endsCleared = false
  /// Boxes that have ended and whose content goes on in the next fragmentainer.
  var parallel: [BreakToken] = []

  init(isTopJoined: Bool) {
    self.isTopJoined = isTopJoined
  }

  /// The margins that adjoin at the place reached.
  func marginsHere(in space: ConstraintSpace) -> JoinedMargins {
    var result = isTopJoined ? joinedAtTop : JoinedMargins(top: space.offset.y + height)
    result.strut = strut
    if isTopJoined { result.floats.formUnion(floats) }
    return result
  }

  /// Moves below floats with an empty box: its margins adjoin what follows, from the top of the upper one on.
  mutating func clear(to place: Double, above: MarginStrut) {
    height = place - above.sum
    isTopJoined = false
    endsCleared = true
  }
}
