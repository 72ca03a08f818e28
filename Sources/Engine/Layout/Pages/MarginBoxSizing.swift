import Geometry
import Styles

/// One margin box in one axis, before its size is known; lengths in points.
struct MarginBoxAxis {
  /// The margin towards the page's left or top; `nil` is `auto`.
  var startMargin: Double?
  /// The margin towards the page's right or bottom; `nil` is `auto`.
  var endMargin: Double?
  /// Borders and padding of both sides.
  var edges = 0.0
  /// The content size that `width` or `height` asks for; `nil` is `auto`.
  var size: Double?
  var leastSize = 0.0
  var mostSize = Double.infinity
  /// Min-content and max-content sizes, edges not included.
  var content = IntrinsicWidths()

  /// The used values where `auto` margins are zero.
  func extent(of size: Double) -> MarginBoxExtent {
    MarginBoxExtent(startMargin: startMargin ?? 0, size: size, endMargin: endMargin ?? 0)
  }

  /// All that is not content; `auto` margins are zero.
  fileprivate var extra: Double { edges + (startMargin ?? 0) + (endMargin ?? 0) }
  fileprivate var outerMin: Double { (size ?? content.min) + extra }
  fileprivate var outerMax: Double { (size ?? content.max) + extra }
}

/// The used values of a margin box in one axis.
struct MarginBoxExtent: Equatable {
  var startMargin: Double
  var size: Double
  var endMargin: Double
}

/// The axis across the page's margin: margins and size fill it exactly (CSS Paged Media 3, 5.3.3).
struct FixedMarginBoxAxis {
  /// The extent of the page's margin.
  var room: Double
  /// Whether it is the start margin that gives way where all values are set: in the top and left margins.
  var isAtPageStart: Bool

  /// The used values, within the bounds of `min-` and `max-` (CSS 2.2, 10.4).
  func resolved(_ axis: MarginBoxAxis) -> MarginBoxExtent {
    var result = unbounded(axis)
    if result.size > axis.mostSize {
      var bounded = axis
      bounded.size = axis.mostSize
      result = unbounded(bounded)
    }
    if result.size < axis.leastSize {
      var bounded = axis
      bounded.size = axis.leastSize
      result = unbounded(bounded)
    }
    return result
  }

  private func unbounded(_ axis: MarginBoxAxis) -> MarginBoxExtent {
    var start = axis.startMargin
    var end = axis.endMargin
    guard let size = axis.size else {
      let size = max(0, room - axis.extra)
      // A negative size is none: then the margin at the page's edge gives way.
      return solved(start: start ?? 0, size: size, end: end ?? 0, edges: axis.edges)
    }
    if axis.extra + size > room {
      start = start ?? 0
      end = end ?? 0
    }
    switch (start, end) {
    case (let start?, let end?): return solved(start: start, size: size, end: end, edges: axis.edges)
    case (nil, let end?): return MarginBoxExtent(startMargin: room - axis.extra - size, size: size, endMargin: end)
    case (let start?, nil): return MarginBoxExtent(startMargin: start, size: size, endMargin: room - axis.extra - size)
    case (nil, nil):
      let half = (room - axis.extra - size) / 2
      return MarginBoxExtent(startMargin: half, size: size, endMargin: half)
    }
  }

  /// Over-constrained: the margin at the page's edge follows from the others.
  private func solved(start: Double, size: Double, end: Double, edges: Double) -> MarginBoxExtent {
    let rest = room - edges - size
    return isAtPageStart
      ? MarginBoxExtent(startMargin: rest - end, size: size, endMargin: end)
      : MarginBoxExtent(startMargin: start, size: size, endMargin: rest - start)
  }
}

/// The three boxes along one side of the page, which share it (CSS Paged Media 3, 5.3.2).
struct MarginBoxSide {
  /// The first, the middle and the last one; `nil` where none is generated.
  var boxes: [MarginBoxAxis?]
  /// The distance between the page's border edges.
  var room: Double

  /// The used content sizes; `min-` and `max-` count for all three together (5.3.2.3).
  func sizes() -> [Double] {
    var side = self
    var result = side.unbounded()
    if side.bound(result, exceeds: { $0 > $1.mostSize }, by: \.mostSize) { result = side.unbounded() }
    if side.bound(result, exceeds: { $0 < $1.leastSize }, by: \.leastSize) { result = side.unbounded() }
    return result
  }

  /// The distances of the outer edges from the side's start (5.3.2.4): flush, centred, flush.
  func starts(of sizes: [Double]) -> [Double] {
    let outer = zip(boxes, sizes).map { box, size in size + (box?.extra ?? 0) }
    return [0, (room - outer[1]) / 2, room - outer[2]]
  }

  /// Sets the size of those boxes that break their bound to the bound; says whether there is one.
  private mutating func bound(
    _ sizes: [Double],
    exceeds: (Double, MarginBoxAxis) -> Bool,
    by limit: (MarginBoxAxis) -> Double
  ) -> Bool {
    var isChanged = false
    for (index, box) in boxes.enumerated() {
      guard let box, exceeds(sizes[index], box) else { continue }
      boxes[index]?.size = limit(box)
      isChanged = true
    }
    return isChanged
  }

  private func unbounded() -> [Double] {
    var outer = boxes.map { $0?.outerMax ?? 0 }
    if let middle = boxes[1] {
      if middle.size == nil { outer[1] = flexFit(middle, around(boxes[0], boxes[2])).0 }
      for index in [0, 2] where boxes[index] != nil && boxes[index]?.size == nil {
        outer[index] = (room - outer[1]) / 2
      }
    } else {
      (outer[0], outer[2]) = flexFit(boxes[0], boxes[2])
    }
    return zip(boxes, outer).map { box, outer in
      guard let box else { return 0 }
      return box.size ?? max(0, outer - box.extra)
    }
  }

  /// The box AC that stands for both sides of the middle: double the larger in every way, so that the middle stays centred.
  private func around(_ first: MarginBoxAxis?, _ last: MarginBoxAxis?) -> MarginBoxAxis? {
    let sides = [first, last].compactMap { $0 }
    guard !sides.isEmpty else { return nil }
    var result = MarginBoxAxis(startMargin: 0, endMargin: 0)
    result.content.min = 2 * sides.reduce(0) { max($0, $1.outerMin) }
    result.content.max = 2 * sides.reduce(0) { max($0, $1.outerMax) }
    if sides.allSatisfy({ $0.size != nil }) { result.size = result.content.max }
    return result
  }

  /// Outer sizes of two boxes that share the side by what their content wants.
  private func flexFit(_ first: MarginBoxAxis?, _ second: MarginBoxAxis?) -> (Double, Double) {
    guard let first else { return (0, second.map { $0.size == nil ? room : $0.outerMax } ?? 0) }
    guard let second else { return (first.size == nil ? room : first.outerMax, 0) }
    switch (first.size, second.size) {
    case (_?, _?): return (first.outerMax, second.outerMax)
    case (_?, nil): return (first.outerMax, room - first.outerMax)
    case (nil, _?): return (room - second.outerMax, second.outerMax)
    case (nil, nil): break
    }
    let most = first.outerMax + second.outerMax
    if most < room {
      return split(room - most, first.outerMax, second.outerMax, factors: (first.outerMax, second.outerMax))
    }
    let least = first.outerMin + second.outerMin
    let factors =
      least < room
      ? (first.content.max - first.content.min, second.content.max - second.content.min)
      : (first.outerMin, second.outerMin)
    return split(room - least, first.outerMin, second.outerMin, factors: factors)
  }

  private func split(_ space: Double, _ first: Double, _ second: Double, factors: (Double, Double)) -> (Double, Double)
  {
    let sum = factors.0 + factors.1
    let share = sum == 0 ? 0.5 : factors.0 / sum
    return (first + space * share, second + space * (1 - share))
  }
}
