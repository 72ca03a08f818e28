/// A side that a `<position>` is measured from.
private enum PositionSide: String {
  case left, right, top, bottom, center

  var isHorizontal: Bool { self == .left || self == .right }
  var isVertical: Bool { self == .top || self == .bottom }
}

/// One half of a `<position>`: a side, a distance, or a distance from a side.
private struct PositionPart {
  var side: PositionSide?
  var offset: Calculation?

  /// The offset from the left or top.
  func computed(_ style: ComputedStyle, _ context: ComputeContext) -> LengthPercentage {
    let offset = offset?.lengthPercentage(style, context) ?? .zero
    switch side {
    case .center: return LengthPercentage(percent: 50)
    case .right, .bottom: return LengthPercentage(points: -offset.points, percent: 100 - offset.percent)
    default: return offset
    }
  }
}

extension ValueReader {
  /// A `<position>` of one, two or four parts (CSS Values 4, 8.3), or of three as `background-position` takes them.
  mutating func relativePosition(atMost limit: Int = 4) -> Computation<RelativePosition>? {
    let start = position
    var parts: [PositionPart] = []
    while parts.count < limit, let part = positionPart() { parts.append(part) }
    guard let (x, y) = axes(of: parts) else {
      goBack(to: start)
      return nil
    }
    return { RelativePosition(x: x.computed($0, $1), y: y.computed($0, $1)) }
  }

  private mutating func positionPart() -> PositionPart? {
    if let side = keyword(of: PositionSide.self) { return PositionPart(side: side) }
    guard let next, [.number, .percentage, .dimension, .function].contains(next.kind), let offset = length() else {
      return nil
    }
    return PositionPart(offset: offset)
  }

  /// The horizontal and the vertical half of what is written.
  private func axes(of parts: [PositionPart]) -> (PositionPart, PositionPart)? {
    let center = PositionPart(side: .center)
    switch parts.count {
    case 1: return parts[0].side?.isVertical == true ? (center, parts[0]) : (parts[0], center)
    case 2: return pair(parts[0], parts[1], mayTurn: parts.allSatisfy { $0.side != nil })
    case 3, 4:
      var halves: [PositionPart] = []
      for part in parts {
        if part.side != nil {
          halves.append(part)
        } else {
          guard let last = halves.last, last.side != .center, last.offset == nil else { return nil }
          halves[halves.count - 1].offset = part.offset
        }
      }
      return halves.count == 2 ? pair(halves[0], halves[1], mayTurn: true) : nil
    default: return nil
    }
  }

  private func pair(_ one: PositionPart, _ other: PositionPart, mayTurn: Bool) -> (PositionPart, PositionPart)? {
    if one.side?.isVertical != true, other.side?.isHorizontal != true { return (one, other) }
    guard mayTurn, one.side?.isHorizontal != true, other.side?.isVertical != true else { return nil }
    return (other, one)
  }
}
