import Geometry
import Pictures
import Styles

/// One item of a flex container while it is laid out.
///
/// Sizes are of the content box; offsets are of the border box, from the container's main-start and the line's
/// cross-start edge.
struct FlexItem {
  let box: Int32
  /// `auto` margins are 0 until they take free space.
  var edges: BoxEdges
  let autoMargins: Sides<Bool>
  let grow: Double
  let shrink: Double
  /// `align-self` with the container's `align-items` for `auto`.
  let alignment: SelfAlignment
  /// Whether it is taken out, but for the room that it takes across (CSS Flexbox 1, 4.4).
  let isCollapsed: Bool
  /// Width by height, where one follows from the other.
  var ratio: Double?
  var baseSize = 0.0
  /// The base size within the bounds.
  var hypothetical = 0.0
  var minMain = 0.0
  var maxMain = Double.infinity
  /// Main size as used.
  var main = 0.0
  /// Cross size: hypothetical, then used.
  var cross = 0.0
  /// Whether its cross size is that of the line.
  var isStretched = false
  /// The border box that it was laid out with.
  var settled = SettledSize(width: 0)
  var mainOffset = 0.0
  var crossOffset = 0.0
  /// The item laid out unbroken; its offset is in the container's content box.
  var fragment = FragmentNode(kind: .block, node: -1, style: 0)
  /// Distances of the first and last baseline from the border box's top.
  var baselines: Baselines?

  /// Padding, border and margins along the main axis.
  func outerMainEdges(_ axis: FlexAxis) -> Double { mainEdges(axis) + axis.main(edges.margin) }
  /// Padding and border along the main axis.
  func mainEdges(_ axis: FlexAxis) -> Double { axis.isRow ? edges.horizontal : edges.vertical }
  /// Padding and border along the cross axis.
  func crossEdges(_ axis: FlexAxis) -> Double { axis.isRow ? edges.vertical : edges.horizontal }
  /// The size of the margin box along the cross axis.
  func outerCross(_ axis: FlexAxis) -> Double { cross + crossEdges(axis) + axis.cross(edges.margin) }
  /// Whether a margin across takes the free space.
  func hasAutoCrossMargin(_ axis: FlexAxis) -> Bool { axis.crossStart(autoMargins) || axis.crossEnd(autoMargins) }
}

extension LayoutSession {
  /// The items of a container in order-modified document order (CSS Flexbox 1, 4, 5.4).
  func collectFlexItems(of container: FlexContainer) -> [FlexItem] {
    var ordered: [(order: Int, item: FlexItem)] = []
    var isSorted = true
    var child = tree.firstChildInFlow(of: container.box)
    while child >= 0 {
      let order = style(child).flex.order
      if let last = ordered.last, last.order > order { isSorted = false }
      ordered.append((order, flexItem(child, of: container)))
      child = tree.nextInFlow(after: child)
    }
    if !isSorted {
      let places = ordered.indices.sorted { first, second in
        (ordered[first].order, first) < (ordered[second].order, second)
      }
      return places.map { ordered[$0].item }
    }
    return ordered.map(\.item)
  }

  private func flexItem(_ box: Int32, of container: FlexContainer) -> FlexItem {
    let style = style(box)
    var edges = BoxEdges(of: style, available: container.width)
    // Sums of sizes must stay finite.
    edges.margin = edges.margin.map { $0.isNaN ? 0 : min(max($0, -largestFlexSize), largestFlexSize) }
    edges.padding = edges.padding.map(bounded)
    edges.border = edges.border.map(bounded)
    if let table = tableBox(of: box) {
      // Its size is found as if the table itself were the item (4).
      let own = tableEdges(of: table, table: prepareTable(table), available: container.width)
      (edges.border, edges.padding) = (own.border, own.padding)
    }
    let own = style.alignment.alignSelf
    var alignment = own == .auto ? container.alignment.alignItems : own
    if alignment == .normal { alignment = .stretch }
    return FlexItem(
      box: box,
      edges: edges,
      autoMargins: style.margin.map { $0 == .auto },
      grow: style.flex.grow,
      shrink: style.flex.shrink,
      alignment: alignment,
      isCollapsed: style.visibility == .collapse,
      ratio: preferredRatio(of: box)
    )
  }

  /// The table in a wrapper.
  func tableBox(of box: Int32) -> Int32? {
    guard tree[box].kind == .tableWrapper else { return nil }
    return tree.children(of: box).first { tree[$0].kind == .table }
  }

  /// The preferred aspect ratio of a box, width by height (CSS Sizing 4, 4).
  func preferredRatio(of box: Int32) -> Double? {
    let asked = style(box).aspectRatio
    if tree[box].kind == .replaced, asked.isAuto, let ratio = naturalSize(of: box, style: style(box)).ratio {
      return ratio
    }
    return asked.ratio
  }
}

/// No size in a flex container is larger: sums of sizes stay finite.
let largestFlexSize = 1e9

/// A size that sums stay finite with.
func bounded(_ size: Double) -> Double {
  size.isNaN ? 0 : min(max(0, size), largestFlexSize)
}
