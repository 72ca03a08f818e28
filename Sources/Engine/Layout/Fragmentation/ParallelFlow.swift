import Geometry
import Styles

/// Content of a box that ends in this fragmentainer, whatever its content: what overflows it there goes on in the next one,
/// beside what follows the box (CSS Fragmentation 3, 4.1: such content is a flow parallel to that of the box).
extension LayoutSession {
  /// Whether a box ends in this fragmentainer for certain: it has ended before, or the most that it may be high fits.
  func endsHere(_ box: Int32, measure: BlockMeasure, in space: ConstraintSpace, from token: BreakToken?) -> Bool {
    guard space.allowsParallel, let room = room(in: space) else { return false }
    if let token, token.isEnded { return true }
    guard !measure.mayGrow, !style(box).minHeight.isIntrinsic else { return false }
    let most = measure.height ?? measure.bounds?.clamp(.infinity) ?? .infinity
    let rest = max(0, most - (token?.consumed ?? 0))
    return measure.edges.vertical + rest <= room + tolerance
  }

  /// Lays out the content of a box that ends here, in a flow that breaks at places of its own.
  ///
  /// - Parameters:
  ///   - breaksAround: whether the flow around may break inside the box: not where its height is given, which then moves
  ///     nothing to the next fragmentainer.
  ///   - token: where it goes on.
  ///   - layOutInside: lays the content out; called up to three times, with the same state each time.
  /// - Returns: the content, and whether its end is that of a parallel flow: if not, the fragmentainer ends inside the box.
  mutating func layOutEnding(
    breaksAround: Bool,
    from token: BreakToken?,
    _ layOutInside: (inout LayoutSession) -> BlockContent
  ) -> (content: BlockContent, isParallel: Bool) {
    let outer = fragmentainer
    let floatsBefore = floats
    let footnotesBefore = footnotes
    var fresh = FragmentainerProgress()
    let isEnded = token?.isEnded ?? false
    fresh.keepsMarginAtStart = isEnded ? token?.forced != nil : outer.keepsMarginAtStart
    fresh.givesBack = outer.canBreakEarlier
    let breaksAround = breaksAround && !isEnded
    fresh.target = breaksAround ? outer.target : nil
    fragmentainer = fresh
    parallelDepth += 1
    defer { parallelDepth -= 1 }
    var content = layOutInside(&self)
    if case .complete = content.status {
      fragmentainer = breaksAround ? outer.after(fragmentainer) : outer
      return (content, false)
    }
    if case .broken(let next) = content.status {
      let isAtTarget = fresh.target != nil && fragmentainer.actual == fresh.target
      if isAtTarget || spanner(at: next) != nil {
        fragmentainer = outer.after(fragmentainer)
        return (content, false)
      }
    }
    func again(_ progress: FragmentainerProgress) {
      floats = floatsBefore
      footnotes = footnotesBefore
      fragmentainer = progress
      content = layOutInside(&self)
    }
    let appeal = fragmentainer.forced == nil ? fragmentainer.bestAppeal : .perfect
    if parallelDepth <= deepestParallelTries, let best = betterBreak(than: content.status) {
      var next = fresh
      next.target = best
      again(next)
    }
    // Content that breaks badly here may break well further on, as that of a box that asks not to be broken.
    var fits = appeal >= outer.bestAppeal
    if case .outOfSpace = content.status { fits = false }
    if !fits, outer.canBreakEarlier {
      content.status = .outOfSpace
    } else if case .outOfSpace = content.status {
      var next = fresh
      next.target = nil
      next.mayOverflow = true
      again(next)
    }
    let forced = fragmentainer.forced
    fragmentainer = outer
    if case .broken(var next) = content.status {
      next.forced = forced
      content.status = .broken(next)
      return (content, true)
    }
    return (content, false)
  }

  /// Goes on with content that overflows boxes which have ended, at the top of their container.
  ///
  /// - Returns: the container's content where nothing fits.
  mutating func placeParallel(_ tokens: [BreakToken], in space: ConstraintSpace, stack: inout BlockStack)
    -> BlockContent?
  {
    for token in tokens {
      let result = layOut(token.box, in: space, from: token)
      if case .outOfSpace = result.status { return BlockContent(status: .outOfSpace) }
      if let rest = result.overflow { stack.parallel.append(rest) }
      if case .broken(var rest) = result.status {
        rest.box = token.box
        rest.isEnded = true
        stack.parallel.append(rest)
      }
      var fragment = result.fragment
      fragment.offset = Point(x: fragment.margin.left, y: 0)
      fragment.isOutOfFlow = true
      stack.children.append(fragment)
    }
    return nil
  }
}

extension FragmentainerProgress {
  /// What is known once content has been passed that was laid out with a progress of its own.
  fileprivate func after(_ content: FragmentainerProgress) -> FragmentainerProgress {
    var result = self
    if let best = content.best { result.record(best, appeal: content.bestAppeal) }
    result.actual = content.actual ?? actual
    result.forced = content.forced ?? forced
    return result
  }
}

extension BreakToken {
  /// The forced break at which the content that goes on has ended, if any has.
  var innerForced: BreakBetween? {
    if let forced { return forced }
    for token in parallel {
      if let found = token.innerForced { return found }
    }
    return nil
  }

  /// The token of what comes next inside.
  var first: BreakToken? {
    switch position {
    case .child(let next, let inner): return next >= 0 ? inner.first : parallel.first
    case .columns(let resume): return resume.spanner < 0 ? resume.flow : nil
    default: return nil
    }
  }
}

/// How deep boxes that content overflows may stand in each other and still have the best place to break looked for.
private let deepestParallelTries = 3
