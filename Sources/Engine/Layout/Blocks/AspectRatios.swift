import Geometry
import Styles

extension LayoutSession {
  /// Settles the height of a box whose width is known: by `height`, or by its width and `aspect-ratio`.
  ///
  /// A box whose ratio makes it lower than its content grows to hold it, unless it scrolls or has a `min-height` of its own
  /// (CSS Sizing 4, 4.3).
  func settleHeight(of measure: inout BlockMeasure, style: ComputedStyle, availableHeight: Double?) {
    let edges = measure.edges
    measure.height = contentHeight(of: style, edges: edges, availableHeight: availableHeight)
    guard measure.height == nil, !style.height.isIntrinsic,
      let height = ratioHeight(width: measure.width, style: style, edges: edges)
    else { return }
    let bounds = heightBounds(of: style, edges: edges, availableHeight: availableHeight)
    measure.height = bounds.clamp(height)
    guard style.minHeight == .auto, !style.overflowY.isScrollable else { return }
    measure.mayGrow = true
    measure.growthLimit = bounds.most
  }

  /// The content height that a content width and `aspect-ratio` give; `nil` without a ratio.
  func ratioHeight(width: Double, style: ComputedStyle, edges: BoxEdges) -> Double? {
    guard let ratio = style.aspectRatio.ratio else { return nil }
    let height =
      ratioHoldsForBorderBox(style) ? (width + edges.horizontal) / ratio - edges.vertical : width / ratio
    return max(0, min(height, largestLength))
  }

  /// The content width that a definite content height and `aspect-ratio` give; `nil` without a ratio.
  ///
  /// It is at least that of the narrowest content (CSS Sizing 4, 4.3).
  mutating func ratioWidth(of box: Int32, style: ComputedStyle, edges: BoxEdges, height: Double) -> Double? {
    guard let ratio = style.aspectRatio.ratio else { return nil }
    let width =
      ratioHoldsForBorderBox(style) ? (height + edges.vertical) * ratio - edges.horizontal : height * ratio
    let used = max(0, min(width, largestLength))
    guard style.minWidth == .auto, !style.overflowX.isScrollable else { return used }
    return max(used, intrinsicWidths(of: box).min)
  }

  /// The content width of a block in the flow that its height and `aspect-ratio` give: it does not fill its containing block
  /// then, as a picture would not (CSS Sizing 4, 4.1); `nil` where the width is asked for, or the height is not known.
  mutating func ratioWidth(of box: Int32, edges: BoxEdges, in space: ConstraintSpace) -> Double? {
    let style = style(box)
    guard style.width == .auto, style.aspectRatio.ratio != nil,
      let height = contentHeight(of: style, edges: edges, availableHeight: space.availableHeight),
      let width = ratioWidth(of: box, style: style, edges: edges, height: height)
    else { return nil }
    return clampWidth(width, of: box, style: style, edges: edges, available: space.available)
  }

  /// Applies `min-height` and `max-height` that ask for the content's height (CSS Sizing 3, 5.1).
  func boundByContent(_ height: Double, _ content: Double, of style: ComputedStyle) -> Double {
    var result = height
    if style.maxHeight.isIntrinsic { result = min(result, content) }
    if style.minHeight.isIntrinsic { result = max(result, content) }
    return result
  }

  /// With `auto` beside it, a ratio is always that of the content box (CSS Sizing 4, 4.1).
  private func ratioHoldsForBorderBox(_ style: ComputedStyle) -> Bool {
    style.sizesBorderBox && !style.aspectRatio.isAuto
  }
}

extension Extent {
  /// Whether the size is that of the content.
  var isIntrinsic: Bool {
    switch self {
    case .minContent, .maxContent, .fitContent, .fitContentWithin: true
    case .auto, .length: false
    }
  }

  /// Whether the containing block's size has a part in it.
  var isPercentage: Bool {
    if case .length(let length) = self { length.percent != 0 } else { false }
  }
}

/// No ratio makes a box larger than this, in points.
private let largestLength = 1e6
