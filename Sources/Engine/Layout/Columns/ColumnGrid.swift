import Geometry
import Styles

/// How many columns a container has, and how wide they are (CSS Multi-column Layout 1, 3.4).
struct ColumnGrid {
  let count: Int
  let width: Double
  let gap: Double

  init(of style: ComputedStyle, width available: Double) {
    // `normal` is 1em (CSS Box Alignment 3, 8.1).
    let gap = bounded(style.alignment.columnGap?.used(of: available) ?? style.fontSize)
    let fitting = style.columns.width.map { asked in
      let share = (available + gap) / (max(asked, 0) + gap)
      return share.isFinite ? min(max(1, share.rounded(.down)), mostColumns) : mostColumns
    }
    let asked = style.columns.count.map { min(Double($0), mostColumns) }
    let columns = max(1, min(fitting ?? mostColumns, asked ?? mostColumns))
    self.gap = gap
    count = Int(columns)
    width = max(0, (available + gap) / columns - gap)
  }
}

/// More columns than any page can show.
private let mostColumns = 10_000.0

extension LayoutSession {
  /// Min-content and max-content widths of a multi-column container, from those of its content.
  func columnIntrinsicWidths(of box: Int32, content: IntrinsicWidths) -> IntrinsicWidths {
    let style = style(box)
    let count = Double(min(style.columns.count ?? 1, 10_000))
    let gap = bounded(style.alignment.columnGap?.used(of: 0) ?? style.fontSize)
    var widths = content
    if let width = style.columns.width {
      widths.min = min(widths.min, width)
      widths.max = max(widths.max, width)
    } else {
      widths.min = widths.min * count + gap * (count - 1)
    }
    widths.max = widths.max * count + gap * (count - 1)
    return widths
  }
}
