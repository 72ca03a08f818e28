import Geometry
import Styles

/// The used edges of a box; `auto` margins are 0 until its width is known.
struct BoxEdges {
  var margin: Edges
  var border: Edges
  var padding: Edges

  /// Percentages refer to the inline size of the containing block on all four sides (CSS 2.2, 8.3, 8.4).
  init(of style: ComputedStyle, available: Double) {
    margin = style.margin.map { margin in
      if case .length(let length) = margin { return length.used(of: available) }
      return 0
    }
    border = style.borderWidth
    padding = style.padding.map { max(0, $0.used(of: available)) }
  }

  /// No edges.
  init() {
    margin = .zero
    border = .zero
    padding = .zero
  }

  var horizontal: Double { border.horizontal + padding.horizontal }
  var vertical: Double { border.vertical + padding.vertical }
  /// Distance of the content box from the border box at the top.
  var top: Double { border.top + padding.top }
  /// Distance of the content box from the border box at the left.
  var left: Double { border.left + padding.left }
  var bottom: Double { border.bottom + padding.bottom }
}

extension LayoutSession {
  /// The content inline size that a property asks for; `nil` for `auto`.
  func length(_ extent: Extent, of reference: Double?, edges: Double, style: ComputedStyle) -> Double? {
    guard case .length(let length) = extent else { return nil }
    if length.percent != 0, reference == nil { return nil }
    let used = length.used(of: reference ?? 0)
    return max(0, style.sizesBorderBox ? used - edges : used)
  }

  /// The used content width of a block-level box that fills its containing block (CSS 2.2, 10.3.3, 10.4).
  mutating func blockWidth(of box: Int32, edges: BoxEdges, available: Double) -> Double {
    let style = style(box)
    let room = max(0, available - edges.margin.horizontal - edges.horizontal)
    let width = contentWidth(of: box, style: style, edges: edges, available: available) ?? room
    return clampWidth(width, of: box, style: style, edges: edges, available: available)
  }

  /// The content width that `width` asks for, intrinsic keywords included; `nil` for `auto`.
  mutating func contentWidth(of box: Int32, style: ComputedStyle, edges: BoxEdges, available: Double) -> Double? {
    let room = max(0, available - edges.margin.horizontal - edges.horizontal)
    switch style.width {
    case .auto: return nil
    case .length: return length(style.width, of: available, edges: edges.horizontal, style: style)
    case .minContent: return intrinsicWidths(of: box).min
    case .maxContent: return intrinsicWidths(of: box).max
    case .fitContent:
      let widths = intrinsicWidths(of: box)
      return min(widths.max, max(widths.min, room))
    case .fitContentWithin(let limit):
      let widths = intrinsicWidths(of: box)
      return min(widths.max, max(widths.min, limit.used(of: available)))
    }
  }

  /// Applies `min-width` and `max-width`; the minimum wins (CSS 2.2, 10.4).
  mutating func clampWidth(
    _ width: Double,
    of box: Int32,
    style: ComputedStyle,
    edges: BoxEdges,
    available: Double
  ) -> Double {
    var result = width
    if let most = bound(style.maxWidth, of: box, style: style, edges: edges, available: available) {
      result = min(result, most)
    }
    if let least = bound(style.minWidth, of: box, style: style, edges: edges, available: available) {
      result = max(result, least)
    }
    return result
  }

  private mutating func bound(
    _ extent: Extent,
    of box: Int32,
    style: ComputedStyle,
    edges: BoxEdges,
    available: Double
  ) -> Double? {
    switch extent {
    case .minContent: return intrinsicWidths(of: box).min
    case .maxContent: return intrinsicWidths(of: box).max
    case .fitContent:
      let room = max(0, available - edges.margin.horizontal - edges.horizontal)
      let widths = intrinsicWidths(of: box)
      return min(widths.max, max(widths.min, room))
    case .fitContentWithin(let limit):
      let widths = intrinsicWidths(of: box)
      return min(widths.max, max(widths.min, limit.used(of: available)))
    case .auto, .length: return length(extent, of: available, edges: edges.horizontal, style: style)
    }
  }

  /// Left and right margins once the width is known: `auto` takes what is left (CSS 2.2, 10.3.3).
  func settleMargins(_ edges: inout BoxEdges, style: ComputedStyle, width: Double, available: Double) {
    let rest = available - width - edges.horizontal - edges.margin.horizontal
    let isLeftAuto = style.margin.left == .auto
    let isRightAuto = style.margin.right == .auto
    guard rest > 0 else { return }
    if isLeftAuto, isRightAuto {
      edges.margin.left = rest / 2
      edges.margin.right = rest / 2
    } else if isLeftAuto {
      edges.margin.left = rest
    } else if isRightAuto {
      edges.margin.right = rest
    }
  }

  /// The content height that `height` asks for, within its bounds; `nil` for `auto`.
  func contentHeight(of style: ComputedStyle, edges: BoxEdges, availableHeight: Double?) -> Double? {
    length(style.height, of: availableHeight, edges: edges.vertical, style: style).map {
      clampHeight($0, style: style, edges: edges, availableHeight: availableHeight)
    }
  }

  /// `min-height` and `max-height` as used.
  func heightBounds(of style: ComputedStyle, edges: BoxEdges, availableHeight: Double?) -> HeightBounds {
    var bounds = HeightBounds()
    if let most = length(style.maxHeight, of: availableHeight, edges: edges.vertical, style: style) {
      bounds.most = most
    }
    if let least = length(style.minHeight, of: availableHeight, edges: edges.vertical, style: style) {
      bounds.least = least
    }
    return bounds
  }

  /// Applies `min-height` and `max-height` (CSS 2.2, 10.7).
  func clampHeight(_ height: Double, style: ComputedStyle, edges: BoxEdges, availableHeight: Double?) -> Double {
    var result = height
    if let most = length(style.maxHeight, of: availableHeight, edges: edges.vertical, style: style) {
      result = min(result, most)
    }
    if let least = length(style.minHeight, of: availableHeight, edges: edges.vertical, style: style) {
      result = max(result, least)
    }
    return result
  }
}
