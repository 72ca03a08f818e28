import Geometry
import Styles

extension LayoutSession {
  /// Places a float as high as it may go from `y` on, and as far to its side (CSS 2.2, 9.5.1).
  ///
  /// - Parameters:
  ///   - box: the float's box.
  ///   - y: the place in the flow, in the containing block's content box.
  ///   - space: that of the containing block's content.
  /// - Returns: the float's fragment, its offset in the containing block's content box; `nil` where it goes on the next page.
  mutating func placeFloat(_ box: Int32, at y: Double, in space: ConstraintSpace) -> FragmentNode? {
    let left = space.offset.x
    var whole = FloatContext.Pending(box: box, token: nil, left: left, right: left + space.available)
    whole.height = space.availableHeight
    // A float does not overtake one that waits for the next page.
    guard floats.pending.isEmpty else {
      floats.putOff(whole)
      return nil
    }
    let end = room(in: space).map { $0 + space.offset.y }
    guard var fragment = place(whole, from: y + space.offset.y, end: end) else { return nil }
    fragment.offset.x -= space.offset.x
    fragment.offset.y -= space.offset.y
    return fragment
  }

  /// Places the floats that earlier fragmentainers have put off, at the top of a formatting context that goes on.
  mutating func placePendingFloats(_ waiting: [FloatContext.Pending], end: Double?) -> [FragmentNode] {
    var result: [FragmentNode] = []
    for (index, float) in waiting.enumerated() {
      if let fragment = place(float, from: 0, end: end) { result.append(fragment) }
      guard !floats.pending.isEmpty else { continue }
      // The float itself waits, or its rest does; those behind it do not overtake it.
      for later in waiting[(index + 1)...] { floats.putOff(later) }
      break
    }
    return result
  }

  /// Places a float, or the rest of one; its fragment's offset is in the formatting context.
  private mutating func place(_ float: FloatContext.Pending, from y: Double, end: Double?) -> FragmentNode? {
    let side = style(float.box).float
    var top = floats.top(from: y)
    let clear = floats.clearance(style(float.box).clear)
    if float.token == nil { top = max(top, clear) }
    floats.forget(above: y)
    let available = float.right - float.left
    var room = floats.opportunity(at: top, height: 0, left: float.left, right: float.right)
    guard let first = layOutFloat(float, at: top, end: end) else { return nil }
    var result = first
    let width = outerWidth(of: first.fragment)
    while width > room.width + tolerance, room.width < available - tolerance,
      let edge = floats.nextEdge(at: top, height: 0)
    {
      top = edge
      room = floats.opportunity(at: top, height: 0, left: float.left, right: float.right)
    }
    if top > floats.top(from: y), end != nil {
      guard let lower = layOutFloat(float, at: top, end: end) else { return nil }
      result = lower
    }
    if case .broken(let token) = result.status {
      var rest = float
      rest.token = token
      floats.putOff(rest)
    }
    return settle(result.fragment, side: side, top: top, room: room)
  }

  private mutating func settle(
    _ fragment: FragmentNode,
    side: FloatSide,
    top: Double,
    room: FloatContext.Opportunity
  ) -> FragmentNode {
    var result = fragment
    let width = outerWidth(of: fragment)
    let height = fragment.margin.vertical + fragment.size.height
    let x = side == .left ? room.left : room.right - width
    floats.add(Rect(x: x, y: top, width: width, height: max(0, height)), side: side)
    result.isOutOfFlow = true
    result.offset = Point(x: x + fragment.margin.left, y: top + fragment.margin.top)
    return result
  }

  private func outerWidth(of fragment: FragmentNode) -> Double {
    fragment.margin.horizontal + fragment.size.width
  }

  /// Lays a float out as wide as its content, in a flow of its own; puts it off where it does not fit at `y`.
  private mutating func layOutFloat(_ float: FloatContext.Pending, at y: Double, end: Double?) -> LayoutResult? {
    var space = ConstraintSpace(available: float.right - float.left)
    space.availableHeight = float.height
    let edges = BoxEdges(of: style(float.box), available: space.available)
    let marginTop = float.token == nil ? edges.margin.top : 0
    space.remaining = end.map { $0 - y - marginTop }
    guard end != nil else { return layOutShrinkToFit(float.box, in: space, from: float.token) }
    let isAtStart = y <= tolerance
    let filled = withNotesAside { session in
      session.fillFragmentainer(FragmentainerStart(mustProgress: isAtStart)) { session in
        session.layOutShrinkToFit(float.box, in: space, from: float.token)
      }
    }
    if isAtStart { return filled.result }
    var fits = filled.appeal == .perfect
    if case .outOfSpace = filled.result.status { fits = false }
    if case .complete = filled.result.status, let remaining = space.remaining {
      fits = filled.result.fragment.size.height <= remaining + tolerance
    }
    guard fits else {
      floats.putOff(float)
      return nil
    }
    return filled.result
  }
}
