import Geometry
import Styles

/// Whose border it is; the more inner box wins between equal borders (CSS 2.2, 17.6.2.1, rule 4).
enum BorderRank: UInt8 {
  case table, columnGroup, column, rowGroup, row, cell
}

/// A border that is a candidate for, or the winner of, one edge of the grid.
struct GridBorder: Hashable {
  var width: Double
  var style: BorderStyle
  var color: Color
  var rank: BorderRank

  static let none = GridBorder(width: 0, style: .none, color: .black, rank: .table)

  var isVisible: Bool { width > 0 && style != .none && style != .hidden }

  /// Whether the first of two wins (CSS 2.2, 17.6.2.1); of equals the first, which is the upper or left one.
  static func prefersFirst(_ first: GridBorder, _ second: GridBorder) -> Bool {
    if first.style == .hidden || second.style == .none { return true }
    if second.style == .hidden || first.style == .none { return false }
    if first.width != second.width { return first.width > second.width }
    if first.style != second.style { return first.strength > second.strength }
    return first.rank.rawValue >= second.rank.rawValue
  }

  static func winner(_ first: GridBorder, _ second: GridBorder) -> GridBorder {
    prefersFirst(first, second) ? first : second
  }

  private var strength: Int {
    switch style {
    case .double: 8
    case .solid: 7
    case .dashed: 6
    case .dotted: 5
    case .ridge: 4
    case .outset: 3
    case .groove: 2
    case .inset: 1
    case .none, .hidden: 0
    }
  }
}

extension ComputedStyle {
  /// The four borders as candidates.
  func gridBorders(rank: BorderRank) -> Sides<GridBorder> {
    let (width, style, color) = (borderWidth, borderStyle, borderColor)
    return Sides(
      top: GridBorder(width: width.top, style: style.top, color: color.top, rank: rank),
      right: GridBorder(width: width.right, style: style.right, color: color.right, rank: rank),
      bottom: GridBorder(width: width.bottom, style: style.bottom, color: color.bottom, rank: rank),
      left: GridBorder(width: width.left, style: style.left, color: color.left, rank: rank)
    )
  }

  /// How a border is drawn where borders collapse: `inset` as `ridge`, `outset` as `groove` (CSS 2.2, 17.6.3).
  static func collapsed(_ style: BorderStyle) -> BorderStyle {
    switch style {
    case .inset: .ridge
    case .outset: .groove
    default: style
    }
  }
}
