import Geometry
import Styles

/// How a block container's own size comes about.
struct BlockMeasure {
  var edges: BoxEdges
  var width: Double
  /// The content height where it is definite, what was placed on earlier pages included.
  var height: Double?
  /// Whether percentages of children do not refer to `height`.
  var isHeightIndefinite = false
  /// Whether broken content that needs more than `height` gets it.
  var mayGrow = false
  /// How high content may make it then.
  var growthLimit = Double.infinity
  /// The bounds of the content height; `nil` for those of `min-height` and `max-height`.
  var bounds: HeightBounds?
}

/// The least and the most that a content box may be high.
struct HeightBounds {
  var least = 0.0
  var most = Double.infinity

  func clamp(_ height: Double) -> Double { max(least, min(most, height)) }
}

extension LayoutSession {
  /// Lays out a block container: its blocks, or its lines.
  mutating func layOutBlock(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    let measure = measureBlock(box, in: space, isResumed: token != nil)
    return layOutBlock(box, measure: measure, in: space, from: token)
  }

  /// Lays out a block container whose size has been settled.
  mutating func layOutBlock(
    _ box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    var measure = measure
    if let token, token.isEnded { dropAll(of: &measure.edges) }
    let bounds =
      measure.bounds
      ?? heightBounds(of: style(box), edges: measure.edges, availableHeight: space.availableHeight)
    measure.bounds = bounds
    var inner = ConstraintSpace(available: measure.width)
    inner.availableHeight = measure.isHeightIndefinite ? nil : measure.height
    // Where the end edges are repeated at breaks they take their room there.
    let cloned = clonesEdges(box) ? measure.edges.bottom : 0
    inner.remaining = space.remaining.map { $0 - measure.edges.top - cloned }
    inner.offset = Point(
      x: space.offset.x + measure.edges.margin.left + measure.edges.left,
      y: space.offset.y + measure.edges.top
    )
    inner.isInsideAvoid = space.isInsideAvoid || avoidsBreakInside(box)
    inner.allowsSpanners = space.allowsSpanners && !tree[box].isContextRoot
    if token == nil { inner.joined = space.joined }
    guard endsHere(box, measure: measure, in: space, from: token) else {
      let content = layOutInside(box, measure: measure, in: inner, from: token)
      return finishBlock(box, measure: measure, content: content, in: space, from: token)
    }
    var (content, isParallel) = layOutEnding(breaksAround: measure.height == nil, from: token) { session in
      session.layOutInside(box, measure: measure, in: inner, from: token)
    }
    // The notes of the content may have taken the room.
    if isParallel, case .broken(let next) = content.status,
      endsHere(box, measure: measure, in: space, from: token)
    {
      keepNotesClear(of: inner.remaining.map { $0 - content.height })
      content.status = .complete
      content.overflow = next
    }
    return finishBlock(box, measure: measure, content: content, in: space, from: token)
  }

  /// Lays out what is inside a container: columns, or content in a formatting context of its own or in that around.
  private mutating func layOutInside(
    _ box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    if isColumnContainer(box) { return layOutColumns(box, measure: measure, in: space, from: token) }
    guard tree[box].isContextRoot else { return layOutContent(of: box, measure: measure, in: space, from: token) }
    return layOutContext(of: box, measure: measure, in: space, from: token)
  }

  /// Lays out the lines, the blocks or the flex items of a container.
  private mutating func layOutContent(
    of box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    if tree[box].kind == .flex { return layOutFlex(box, measure: measure, in: space, from: token) }
    return tree[box].inline >= 0
      ? layOutLines(of: box, in: space, from: token)
      : layOutChildren(of: box, edges: measure.edges, in: space, from: token)
  }

  /// Lays out a block formatting context: its floats stay inside it, and it grows to hold them (CSS 2.2, 9.4.1, 10.6.7).
  mutating func layOutContext(
    of box: Int32,
    measure: BlockMeasure,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    let outer = floats
    floats = FloatContext()
    defer { floats = outer }
    var inner = space
    inner.offset = .zero
    let carried = token.map { placePendingFloats($0.floats, end: room(in: space)) } ?? []
    var content = layOutContent(of: box, measure: measure, in: inner, from: token)
    if case .outOfSpace = content.status { return content }
    for float in carried { keepNotesClear(of: float, in: inner) }
    content.children.insert(contentsOf: carried, at: 0)
    // The margin at the end is inside the context: it does not add to what a float reaches below it.
    let flowEnd = content.height - content.endMargin
    content.height = max(content.height, floats.bottom)
    content.endMargin = content.height - max(flowEnd, floats.bottom)
    guard !floats.pending.isEmpty else { return content }
    if case .broken(var next) = content.status {
      next.floats = floats.pending
      content.status = .broken(next)
    } else {
      // Only floats go on: what is in the flow ends here, and no earlier break is better.
      fragmentainer.record(.inside(box), appeal: .perfect)
      fragmentainer.actual = .inside(box)
      var next = BreakToken(box: box, position: endPosition(of: box))
      next.floats = floats.pending
      content.status = .broken(next)
    }
    return content
  }

  /// The position after all of a block container's content.
  func endPosition(of box: Int32) -> BreakToken.Position {
    tree[box].inline >= 0 ? .line(.max, byte: .max) : .child(-1, inner: [])
  }

  /// Widths and edges of a block-level box in its containing block.
  mutating func measureBlock(_ box: Int32, in space: ConstraintSpace, isResumed: Bool) -> BlockMeasure {
    if let settled = space.settled { return settledMeasure(of: box, settled, in: space, isResumed: isResumed) }
    let style = style(box)
    var edges = BoxEdges(of: style, available: space.available)
    let width =
      ratioWidth(of: box, edges: edges, in: space) ?? blockWidth(of: box, edges: edges, available: space.available)
    settleMargins(&edges, style: style, width: width, available: space.available)
    var measure = BlockMeasure(edges: edges, width: width)
    settleHeight(of: &measure, style: style, availableHeight: space.availableHeight)
    if isResumed { dropStart(of: &measure.edges, clones: style.clonesDecoration) }
    return measure
  }

  /// What goes on of a box that has ended is its content alone.
  private func dropAll(of edges: inout BoxEdges) {
    dropStart(of: &edges)
    dropEnd(of: &edges)
  }

  /// The measure of a box whose border box has been settled; its `auto` margins are its parent's business.
  private func settledMeasure(
    of box: Int32,
    _ settled: SettledSize,
    in space: ConstraintSpace,
    isResumed: Bool
  ) -> BlockMeasure {
    let style = style(box)
    let edges = BoxEdges(of: style, available: space.available)
    var measure = BlockMeasure(edges: edges, width: max(0, settled.width - edges.horizontal))
    switch settled.height {
    case .asStyled:
      settleHeight(of: &measure, style: style, availableHeight: space.availableHeight)
    case .content: measure.bounds = HeightBounds()
    case .fixed(let height, let isDefinite):
      measure.height = max(0, height - edges.vertical)
      measure.isHeightIndefinite = !isDefinite
    case .atLeast(let height, let isDefinite):
      measure.height = max(0, height - edges.vertical)
      measure.isHeightIndefinite = !isDefinite
      measure.mayGrow = true
    }
    if isResumed { dropStart(of: &measure.edges, clones: style.clonesDecoration) }
    return measure
  }

  /// A box that goes on has no start edges, unless each piece is to have its own (`box-decoration-break`, CSS Fragmentation
  /// 3, 5.4); its margin is cut off all the same.
  func dropStart(of edges: inout BoxEdges, clones: Bool = false) {
    edges.margin.top = 0
    guard !clones else { return }
    edges.border.top = 0
    edges.padding.top = 0
  }

  /// Whether each piece of a box has all its edges; rows see to the edges of their cells.
  private func clonesEdges(_ box: Int32) -> Bool {
    tree[box].kind != .cell && style(box).clonesDecoration
  }

  /// A box that will go on has no end edges, unless each piece is to have its own.
  func dropEnd(of edges: inout BoxEdges, clones: Bool = false) {
    edges.margin.bottom = 0
    guard !clones else { return }
    edges.border.bottom = 0
    edges.padding.bottom = 0
  }

  private mutating func finishBlock(
    _ box: Int32,
    measure: BlockMeasure,
    content: BlockContent,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    var edges = measure.edges
    let consumed = token?.consumed ?? 0
    let bounds = measure.bounds ?? HeightBounds()
    var height = max(0, (measure.height ?? bounds.clamp(content.height + consumed)) - consumed)
    if measure.mayGrow { height = max(height, min(content.height, measure.growthLimit)) }
    height = boundByContent(height, content.height, of: style(box))
    if token?.isEnded ?? false { height = 0 }
    var status = content.status
    let room = room(in: space).map { max(0, $0 - edges.top) }
    if measure.height == nil, let room, content.endMargin > 0, height + edges.bottom > room,
      edges.bottom == 0 || !fragmentainer.canBreakEarlier
    {
      // A margin at the end of the page is cut off where a box would be broken for it (CSS Fragmentation 3, 5.2).
      height = max(height - content.endMargin, min(height, room - edges.bottom))
    }
    if case .complete = status, let room, endOverflows(height: height, edges: edges, room: room) {
      let rest = room - (clonesEdges(box) ? edges.bottom : 0)
      if height > content.height + tolerance, content.height <= rest + tolerance, rest > tolerance {
        // All content is placed: what lies below it, if anything, may go on empty (4.1, class C).
        status = .broken(BreakToken(box: box, position: endPosition(of: box)))
        let avoids = space.isInsideAvoid || avoidsBreakInside(box)
        fragmentainer.record(.inside(box), appeal: avoids ? .violatingAvoid : .perfect)
        fragmentainer.actual = .inside(box)
      } else if fragmentainer.canBreakEarlier {
        noteShortage(height + edges.bottom - room)
        return LayoutResult(fragment: blockFragment(box, measure: measure), status: .outOfSpace)
      }
    }
    var overflow = overflow(of: box, content: content)
    if case .complete = status, let rest = overflow, !space.allowsParallel { status = .broken(rest) }
    if case .broken(var next) = status {
      next.isEnded = false
      if let overflow { next.parallel = overflow.parallel }
      overflow = nil
      // What is left of the page belongs to the box (CSS Fragmentation 3, 5.3).
      dropEnd(of: &edges, clones: clonesEdges(box))
      let rest = room.map { max(0, $0 - edges.bottom) } ?? height
      // Content may go on where the box does not: it is no higher than it was told to be.
      height = measure.height != nil && !measure.mayGrow ? min(height, rest) : max(rest, content.height)
      next.consumed = consumed + height
      status = .broken(next)
    }
    var fragment = blockFragment(box, measure: BlockMeasure(edges: edges, width: measure.width, height: nil))
    fragment.size.height = edges.top + height + edges.bottom
    fragment.continuesBefore = token != nil
    fragment.hasDefiniteHeight = measure.height != nil && !measure.isHeightIndefinite
    if case .broken = status { fragment.continuesAfter = true }
    fragment.contentGoesOn = overflow != nil
    overflow?.consumed = consumed + height
    fragment.children = content.children
    fragment.notes = content.notes
    fragment.rules = content.rules.map { $0.moved(by: Point(x: edges.left, y: edges.top)) }
    if let inner = content.baselines {
      fragment.ownBaselines = Baselines(first: inner.first + edges.top, last: inner.last + edges.top)
    }
    for index in fragment.children.indices {
      fragment.children[index].offset.x += edges.left
      fragment.children[index].offset.y += edges.top
    }
    if tree[box].marker >= 0, token == nil { addMarker(to: &fragment, box: box, edges: edges) }
    var bottom = MarginStrut()
    bottom.add(edges.margin.bottom)
    if content.joinsEnd, measure.height == nil { bottom.add(content.bottomMargin) }
    return LayoutResult(fragment: fragment, status: status, bottomMargin: bottom, overflow: overflow)
  }

  /// Where content that overflows a box, or boxes inside it, at the end of the fragmentainer goes on.
  private func overflow(of box: Int32, content: BlockContent) -> BreakToken? {
    guard content.overflow != nil || !content.parallel.isEmpty else { return nil }
    var result = content.overflow ?? BreakToken(box: box, position: endPosition(of: box))
    result.box = box
    result.parallel += content.parallel
    result.isEnded = true
    return result
  }

  private func endOverflows(height: Double, edges: BoxEdges, room: Double) -> Bool {
    height + edges.bottom > room + tolerance
  }

  func blockFragment(_ box: Int32, measure: BlockMeasure) -> FragmentNode {
    let item = tree[box]
    let kind: FragmentKind = item.kind == .flex ? .flex : item.isInlineLevel ? .inlineBlock : .block
    var fragment = FragmentNode(kind: kind, node: item.node, style: item.style)
    fragment.box = box
    fragment.pseudo = item.pseudo
    fragment.isAnonymous = item.isAnonymous
    fragment.margin = measure.edges.margin
    fragment.border = measure.edges.border
    fragment.padding = measure.edges.padding
    fragment.size = Size(width: measure.width + measure.edges.horizontal, height: measure.edges.vertical)
    return fragment
  }
}

/// What a block container's content came to: offsets are in its content box.
struct BlockContent {
  var children: [FragmentNode] = []
  /// Notes that are called between the children.
  var notes: [Int32] = []
  /// Content height, without the margin at the end where that adjoins the container's own.
  var height = 0.0
  var status = LayoutResult.Status.complete
  /// The margin at the end of the content.
  var bottomMargin = MarginStrut()
  /// Rules between columns.
  var rules: [BorderRule] = []
  /// Baselines from the top of the content box, where the container has rules of its own for them.
  var baselines: Baselines?
  /// Whether that margin adjoins the container's own bottom margin.
  var joinsEnd = false
  /// How much of the height is the margin at its end.
  var endMargin = 0.0
  /// Where content goes on that overflows the container, which ends here.
  var overflow: BreakToken?
  /// Boxes inside that end here and whose content goes on.
  var parallel: [BreakToken] = []
}

/// Lengths that differ by less are equal: sums of line heights must not push a line off the page.
let tolerance = 0.001
