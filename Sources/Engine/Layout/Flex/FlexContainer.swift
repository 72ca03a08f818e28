import Geometry
import Styles

/// Which way the axes of a flex container run (CSS Flexbox 1, 5).
struct FlexAxis {
  /// Whether the main axis is horizontal.
  let isRow: Bool
  /// Whether main-start is on the right or at the bottom.
  let isMainReversed: Bool
  /// Whether there may be several lines.
  let wraps: Bool
  /// Whether cross-start is at the bottom or on the right.
  let isCrossReversed: Bool

  init(_ style: FlexStyle) {
    isRow = style.direction == .row || style.direction == .rowReverse
    isMainReversed = style.direction == .rowReverse || style.direction == .columnReverse
    wraps = style.wrap != .nowrap
    isCrossReversed = style.wrap == .wrapReverse
  }

  func main(_ size: Size) -> Double { isRow ? size.width : size.height }
  func cross(_ size: Size) -> Double { isRow ? size.height : size.width }
  func main(_ edges: Edges) -> Double { isRow ? edges.horizontal : edges.vertical }
  func cross(_ edges: Edges) -> Double { isRow ? edges.vertical : edges.horizontal }

  func mainStart<Value>(_ sides: Sides<Value>) -> Value {
    if isRow { return isMainReversed ? sides.right : sides.left }
    return isMainReversed ? sides.bottom : sides.top
  }

  func mainEnd<Value>(_ sides: Sides<Value>) -> Value {
    if isRow { return isMainReversed ? sides.left : sides.right }
    return isMainReversed ? sides.top : sides.bottom
  }

  func crossStart<Value>(_ sides: Sides<Value>) -> Value {
    if isRow { return isCrossReversed ? sides.bottom : sides.top }
    return isCrossReversed ? sides.right : sides.left
  }

  func crossEnd<Value>(_ sides: Sides<Value>) -> Value {
    if isRow { return isCrossReversed ? sides.top : sides.bottom }
    return isCrossReversed ? sides.left : sides.right
  }
}

/// What a flex container is before its items are measured.
struct FlexContainer {
  let box: Int32
  let axis: FlexAxis
  let alignment: AlignmentStyle
  /// Inner width: always known.
  let width: Double
  /// Inner height where it does not depend on the items.
  let height: Double?
  /// Inner height that percentages refer to.
  let definiteHeight: Double?
  let heightBounds: HeightBounds
  let mainGap: Double
  let crossGap: Double

  init(of box: Int32, style: ComputedStyle, measure: BlockMeasure) {
    self.box = box
    axis = FlexAxis(style.flex)
    alignment = style.alignment
    width = measure.width
    height = measure.height
    definiteHeight = measure.isHeightIndefinite ? nil : measure.height
    heightBounds = measure.bounds ?? HeightBounds()
    // Percentages of an indefinite size are of nothing (CSS Box Alignment 3, 8.1).
    let rowGap = bounded(style.alignment.rowGap?.used(of: measure.height ?? 0) ?? 0)
    let columnGap = bounded(style.alignment.columnGap?.used(of: measure.width) ?? 0)
    mainGap = axis.isRow ? columnGap : rowGap
    crossGap = axis.isRow ? rowGap : columnGap
  }

  /// Inner main size where it does not depend on the items.
  var main: Double? { axis.isRow ? width : height }
  /// Inner cross size where it does not depend on the items.
  var cross: Double? { axis.isRow ? height : width }
  /// Inner main size that percentages refer to.
  var definiteMain: Double? { axis.isRow ? width : definiteHeight }
  /// The cross size of the only line, where it is definite (9.8, 9.4 step 8).
  var definiteLineCross: Double? { axis.wraps ? nil : axis.isRow ? definiteHeight : width }

  /// `justify-content`, where `left` and `right` mean `start` in a column (CSS Box Alignment 3, 6.1.1).
  var justification: ContentAlignment {
    let asked = alignment.justifyContent
    guard !axis.isRow, asked == .left || asked == .right else { return asked }
    return .start
  }

  func clampMain(_ size: Double) -> Double { axis.isRow ? size : heightBounds.clamp(size) }
  func clampCross(_ size: Double) -> Double { axis.isRow ? heightBounds.clamp(size) : size }
}
