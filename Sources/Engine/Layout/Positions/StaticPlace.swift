import Geometry
import Styles

/// Where an absolutely positioned box would stand if it were in the flow (CSS Positioned Layout 3, 3.5.3).
enum StaticPlace {
  /// At the place noted: between blocks, or in a line.
  case here
  /// A block in a line that holds nothing before it: at the line's top, from the start of its container.
  case lineStart
  /// A block in a line that holds something before it: below the line.
  case belowLine
  /// In a rectangle from the place noted on, as its alignment wants: the child of a flex container.
  case aligned(StaticAlignment)
}

/// How a positioned box is aligned in the rectangle that it would have in the flow.
struct StaticAlignment {
  /// The rectangle's size.
  var size = Size.zero
  /// The share of the free space before the box: 0, a half or 1.
  var x = 0.0
  var y = 0.0

  /// What is before a margin box of a size.
  func offset(of box: Size) -> Point {
    Point(x: (size.width - box.width) * x, y: (size.height - box.height) * y)
  }
}

extension FlexContainer {
  /// How a positioned child stands: as if it were the only item, in a container as large as this has become
  /// (CSS Flexbox 1, 4.1).
  func staticAlignment(of style: ComputedStyle, main: Double, cross: Double) -> StaticAlignment {
    let own = style.alignment.alignSelf
    let onMain = share(justification, isReversed: axis.isMainReversed)
    let onCross = share(own == .auto ? alignment.alignItems : own)
    return axis.isRow
      ? StaticAlignment(size: Size(width: main, height: cross), x: onMain, y: onCross)
      : StaticAlignment(size: Size(width: cross, height: main), x: onCross, y: onMain)
  }

  /// The share of the free space of the main axis that lies on the left of, or above, a lone item.
  private func share(_ alignment: ContentAlignment, isReversed: Bool) -> Double {
    switch alignment {
    case .center, .spaceAround, .spaceEvenly: 0.5
    case .start, .left, .baseline: 0
    case .end, .right, .lastBaseline: 1
    case .normal, .stretch, .flexStart, .spaceBetween: isReversed ? 1 : 0
    case .flexEnd: isReversed ? 0 : 1
    }
  }

  private func share(_ alignment: SelfAlignment) -> Double {
    // Alone there is nothing to share a baseline with: the fallback alignments are safe self-start and self-end.
    switch alignment {
    case .center: 0.5
    case .start, .selfStart, .baseline: 0
    case .end, .selfEnd, .lastBaseline: 1
    case .auto, .normal, .stretch, .flexStart: axis.isCrossReversed ? 1 : 0
    case .flexEnd: axis.isCrossReversed ? 0 : 1
    }
  }
}
