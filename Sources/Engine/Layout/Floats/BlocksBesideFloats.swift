import Geometry
import Markup
import Styles

extension LayoutSession {
  /// Places a box that is out of the flow at the place that the flow has reached.
  mutating func placeOutOfFlow(_ box: Int32, in space: ConstraintSpace, stack: inout BlockStack) {
    let y = stack.height + (stack.isTopJoined ? 0 : stack.strut.sum)
    if tree[box].outOfFlow == .footnote { return placeFootnote(box, at: y, in: space, stack: &stack) }
    guard tree[box].outOfFlow == .float else {
      var room = FloatContext.Opportunity(left: 0, right: space.available)
      if style(box).wasInlineLevel {
        let left = space.offset.x
        room = floats.opportunity(at: space.offset.y + y, height: 0, left: left, right: left + space.available)
        room = FloatContext.Opportunity(left: room.left - left, right: room.right - left)
      }
      let x = room.left + lineStart(for: box, width: room.width)
      stack.children.append(staticPosition(of: box, at: Point(x: x, y: y)))
      return
    }
    stack.floats.insert(style(box).float)
    guard let fragment = placeFloat(box, at: y, in: space) else { return }
    placeOrForceNotes(notes(in: fragment), free: space.remaining.map { $0 - fragment.offset.y - fragment.size.height })
    keepNotesClear(of: fragment, in: space)
    stack.children.append(fragment)
  }

  /// Where an empty line would begin for a positioned box that was inline: where `text-align` wants it
  /// (CSS Positioned Layout 3, 3.5.3).
  func lineStart(for box: Int32, width: Double) -> Double {
    guard tree[box].node > 0, style(box).wasInlineLevel else { return 0 }
    let parent = document.tree.nodes[Int(tree[box].node)].parent
    switch styles[document.styleIndices[Int(parent)]].textAlign {
    case .center: return width / 2
    case .right, .end: return width
    case .auto, .start, .left, .justify: return 0
    }
  }

  /// Lays out a block-level box in the flow; one that lines do not flow through keeps clear of floats (CSS 2.2, 9.5).
  ///
  /// - Parameters:
  ///   - box: the box.
  ///   - y: its top border edge in the containing block's content box; moved down where floats leave no room.
  ///   - space: that of the containing block's content.
  ///   - token: where it goes on.
  /// - Returns: what was laid out; its fragment's horizontal offset is what floats push it by.
  mutating func layOutBesideFloats(
    _ box: Int32,
    at y: inout Double,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    var inner = space
    inner.remaining = space.remaining.map { $0 - y }
    inner.offset.y = space.offset.y + y
    guard avoidsFloats(box), floats.reaches(below: inner.offset.y) else { return layOut(box, in: inner, from: token) }
    let left = space.offset.x
    let right = left + space.available
    // Each try may hold tries of boxes inside: deeper than this the cost would double with every level.
    guard floatTries < 2 else {
      y = max(y, floats.clearance(.both) - space.offset.y)
      inner.remaining = space.remaining.map { $0 - y }
      inner.offset.y = space.offset.y + y
      return layOut(box, in: inner, from: token)
    }
    var tries = 0
    defer { if tries > 0 { floatTries -= 1 } }
    var height = 0.0
    while true {
      let top = space.offset.y + y
      inner.remaining = space.remaining.map { $0 - y }
      inner.offset.y = top
      let room = floats.opportunity(at: top, height: height, left: left, right: right)
      if room.width <= tolerance, let edge = floats.nextEdge(at: top, height: height) {
        (y, height) = (edge - space.offset.y, 0)
        continue
      }
      let saved = (floats, footnotes)
      var result = layOut(box, within: room, in: inner, from: token)
      if case .outOfSpace = result.status { return result }
      let size = max(result.fragment.size.height, 0)
      let whole = floats.opportunity(at: top, height: size, left: left, right: right)
      guard !stands(result.fragment, in: whole, left: left, right: right),
        let edge = floats.nextEdge(at: top, height: size)
      else {
        place(&result.fragment, in: whole, left: left)
        return result
      }
      (floats, footnotes) = saved
      if whole != room, style(box).width == .auto, tries < mostNarrowings {
        // Floats further down are in the way: it may be narrower still.
        height = size
      } else {
        (y, height) = (edge - space.offset.y, 0)
      }
      if tries == 0 { floatTries += 1 }
      tries += 1
    }
  }

  /// Whether a box is laid out in one piece beside floats: tables, pictures, boxes with a formatting context of their own.
  private func avoidsFloats(_ box: Int32) -> Bool {
    tree[box].kind != .block || tree[box].isContextRoot
  }

  /// Lays out a box in the room between floats: one of automatic width becomes as narrow as the room.
  private mutating func layOut(
    _ box: Int32,
    within room: FloatContext.Opportunity,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> LayoutResult {
    let isNarrowed = room.width < space.available - tolerance
    let isTable = tree[box].kind == .tableWrapper
    let isAutomatic = style(box).width == .auto || isTable && style(box).width == .fitContent
    guard isNarrowed, isAutomatic, room.width > 0 else { return layOut(box, in: space, from: token) }
    // Margins may lie under floats: only border boxes keep clear of them.
    let margin = BoxEdges(of: style(box), available: space.available).margin
    let left = max(space.offset.x + margin.left, room.left)
    let right = min(space.offset.x + space.available - margin.right, room.right)
    guard tree[box].kind == .block || tree[box].kind == .flex else {
      var narrow = space
      if isTable { narrow.widestBox = max(0, right - left) } else { narrow.available = room.width }
      return layOut(box, in: narrow, from: token)
    }
    var measure = measureBlock(box, in: space, isResumed: token != nil)
    let width = max(0, right - left - measure.edges.horizontal)
    measure.width = clampWidth(
      width,
      of: box,
      style: style(box),
      edges: measure.edges,
      available: space.available
    )
    return layOutBlock(box, measure: measure, in: space, from: token)
  }

  /// Whether a box's border box overlaps no float where it would stand.
  private func stands(
    _ fragment: FragmentNode,
    in room: FloatContext.Opportunity,
    left: Double,
    right: Double
  ) -> Bool {
    // Without a float beside it, a box may be wider than its containing block.
    if room.left <= left, room.right >= right { return true }
    let start = max(left + fragment.margin.left, room.left)
    return start + fragment.size.width <= room.right + tolerance
  }

  private func place(_ fragment: inout FragmentNode, in room: FloatContext.Opportunity, left: Double) {
    let start = left + fragment.margin.left
    if start < room.left { fragment.offset.x += room.left - start }
  }
}

/// How often a box is made narrower at one place before it goes below a float.
private let mostNarrowings = 8
