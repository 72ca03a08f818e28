import Geometry
import Styles

/// A positioned box whose place is on a later page than where its containing block begins.
struct CarriedBox {
  var box: Int32
  /// The box of its containing block.
  var block: Int32
}

extension PositioningBlock {
  /// The block as a box of a style sees it when earlier fragmentainers hold `consumed` points of it: as if there were no
  /// breaks (CSS 2.2, 13.2.1).
  ///
  /// Differs: a box that belongs beside what is gone keeps its distance from the top of the rest, or stands at its top.
  func asUnbroken(after consumed: Double, for style: ComputedStyle) -> PositioningBlock {
    guard consumed > 0, case .length(let length) = style.inset.top else { return self }
    let top = length.used(of: rect.size.height + consumed)
    guard top >= consumed - tolerance || top >= rect.size.height else { return self }
    let lift = min(top, consumed)
    var result = self
    result.rect.origin.y -= lift
    result.rect.size.height += lift
    return result
  }
}

extension LayoutSession {
  /// Whether a box belongs to a later part of its containing block, which goes on; keeps it until then.
  ///
  /// A box at the bottom stands at that of the last part; one at the top may reach below the parts so far.
  mutating func carries(_ box: Int32, in block: PositioningBlock) -> Bool {
    guard belongsLater(box, in: block) else { return false }
    carriedBoxes.append(CarriedBox(box: box, block: block.box))
    return true
  }

  private func belongsLater(_ box: Int32, in block: PositioningBlock) -> Bool {
    guard block.box >= 0, block.goesOn else { return false }
    let inset = style(box).inset
    switch (inset.top, inset.bottom) {
    case (.auto, .auto): return false
    case (.auto, _): return true
    case (.length(let top), _):
      let height = (positionedHeights[block.box] ?? 0) + block.rect.size.height
      // A percentage is of a height that is not known yet.
      return top.percent == 0 && top.points > 0 && top.points >= height - tolerance
    }
  }

  /// Places the boxes that wait for this part of their containing block.
  mutating func addCarried(to node: inout FragmentNode, at corner: Point, in block: PositioningBlock) {
    guard node.continuesBefore, !carriedBoxes.isEmpty else { return }
    let waiting = carriedBoxes
    carriedBoxes.removeAll(keepingCapacity: true)
    for carried in waiting {
      guard carried.block == block.box, !belongsLater(carried.box, in: block) else {
        carriedBoxes.append(carried)
        continue
      }
      let seen = block.asUnbroken(after: positionedHeights[block.box] ?? 0, for: style(carried.box))
      node.children.append(place(carried, in: seen, from: corner))
    }
  }

  /// Places boxes whose containing block has no further part, on the last page: nothing is lost.
  mutating func placeLeftBehind(from corner: Point, page: PositioningBlock) -> [FragmentNode] {
    let waiting = carriedBoxes
    carriedBoxes.removeAll()
    var result: [FragmentNode] = []
    for carried in waiting { result.append(place(carried, in: page, from: corner)) }
    return result
  }

  private mutating func place(_ carried: CarriedBox, in block: PositioningBlock, from corner: Point) -> FragmentNode {
    var fragment = layOutPositioned(carried.box, in: block, staticPosition: corner)
    fragment.offset.x -= corner.x
    fragment.offset.y -= corner.y
    return fragment
  }
}
