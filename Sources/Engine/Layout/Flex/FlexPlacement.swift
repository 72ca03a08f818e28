import Geometry
import Styles

/// What has been placed of a flex container on one page.
struct FlexStack {
  var children: [(order: Int, fragment: FragmentNode)] = []
  /// How far things stand lower than in the unbroken container, from this page's top.
  var shift = 0.0
  /// Bottom of what is placed.
  var bottom = 0.0

  mutating func place(_ index: Int, _ fragment: FragmentNode) {
    children.append((index, fragment))
    bottom = max(bottom, fragment.offset.y + fragment.size.height)
  }

  /// The fragments in document order, which `order` does not change for readers (CSS Flexbox 1, 5.4.1).
  func content(of plan: FlexPlan, height: Double, status: LayoutResult.Status) -> BlockContent {
    let sorted = children.sorted { plan.items[$0.order].box < plan.items[$1.order].box }
    return BlockContent(children: sorted.map(\.fragment), height: height, status: status)
  }
}

extension LayoutSession {
  /// Places the items of a plan, as far as the page goes (CSS Flexbox 1, 10, 12).
  mutating func place(_ plan: FlexPlan, in space: ConstraintSpace, from resume: FlexResume?) -> BlockContent {
    guard let remaining = space.remaining else { return placeUnbroken(plan) }
    let room = FlexRoom(space: space, remaining: remaining)
    if plan.container.axis.isRow { return placeRows(plan, in: room, from: resume) }
    guard plan.lines.count > 1 else {
      return placeColumn(plan, line: 0, in: room, from: resume?.parts.first)
    }
    return placeColumnsOfItems(plan, in: room, from: resume)
  }

  private func placeUnbroken(_ plan: FlexPlan) -> BlockContent {
    var stack = FlexStack()
    for index in plan.items.indices { stack.place(index, plan.items[index].fragment) }
    let height = plan.container.axis.isRow ? plan.cross : plan.main
    return stack.content(of: plan, height: height, status: .complete)
  }

  /// Whether an item stands on this page as it does in the unbroken container.
  mutating func fitsUnbroken(_ item: FlexItem, shift: Double, in room: FlexRoom) -> Bool {
    let bottom = item.fragment.offset.y + shift + item.fragment.size.height
    return bottom <= room.remaining - footnotes.taken + tolerance && !holdsForcedBreak(item.box)
      && placeNotes(notes(in: item.fragment), free: room.remaining - bottom)
  }

  /// Whether the items of a line stand on this page as they do in the unbroken container, with their notes below all of them.
  mutating func fitUnbroken(_ items: ArraySlice<FlexItem>, shift: Double, in room: FlexRoom) -> Bool {
    var bottom = 0.0
    for item in items {
      guard !holdsForcedBreak(item.box) else { return false }
      bottom = max(bottom, item.fragment.offset.y + shift + item.fragment.size.height)
    }
    guard bottom <= room.remaining - footnotes.taken + tolerance else { return false }
    return placeNotes(items.flatMap { notes(in: $0.fragment) }, free: room.remaining - bottom)
  }

  /// The space of an item that may break, `y` below the container's content top.
  func space(of item: FlexItem, at y: Double, in room: FlexRoom, plan: FlexPlan) -> ConstraintSpace {
    var settled = item.settled
    if case .fixed(let height, let isDefinite) = settled.height, style(item.box).height == .auto {
      settled.height = .atLeast(height, isDefinite: isDefinite)
    }
    var space = space(of: settled, in: plan.container)
    space.remaining = room.remaining - y
    space.isInsideAvoid = room.space.isInsideAvoid
    return space
  }
}

/// The room that a container has on its page.
struct FlexRoom {
  var space: ConstraintSpace
  /// From the top of the container's content.
  var remaining: Double
}
