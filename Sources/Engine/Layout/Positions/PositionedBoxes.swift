import Geometry
import Styles

/// The rectangle that the insets of positioned boxes refer to, and where it is on the page.
struct PositioningBlock {
  /// Padding box of the nearest positioned ancestor, or the page area; in the page area's coordinates.
  var rect: Rect
  /// The box of that ancestor; -1 for the page, and for inline boxes.
  var box: Int32 = -1
  /// Whether the ancestor goes on in the next fragmentainer.
  var goesOn = false
}

/// What positioning hands down from a fragment to those inside it.
private struct Surroundings {
  var absolute: PositioningBlock
  var fixed: PositioningBlock
  /// Top and bottom of the line around the place, in the page area's coordinates.
  var line: (top: Double, bottom: Double)?
  /// Left content edge of the block around the place.
  var left: Double
  /// The height of the page area where positioned boxes may break at its end: not inside transformed boxes.
  var pageHeight: Double?
  /// Padding boxes of the positioned inline boxes around that stand on several lines, by node, and how far the inline
  /// boxes around the place have moved since these were found.
  var inlines: [Int32: Rect] = [:]
  var moved = Point.zero
  /// Content size of the block around the place; its height is `nil` where it follows from the content.
  var width: Double
  var height: Double?
}

extension LayoutSession {
  /// Moves relatively positioned boxes and places absolutely positioned ones, once all of a page's flow is placed
  /// (CSS Positioned Layout 3, 3 and 4).
  ///
  /// A fixed box is on every page: a page that does not hold its place in the flow repeats it.
  mutating func settlePositions(
    in root: inout FragmentNode,
    area: Size,
    repeatsFixed: Bool = true,
    isLast: Bool = false
  ) {
    guard document.holdsPositionedBoxes else { return }
    let page = PositioningBlock(rect: Rect(x: 0, y: 0, width: area.width, height: area.height))
    var around = Surroundings(absolute: page, fixed: page, left: 0, width: area.width, height: area.height)
    if repeatsFixed {
      around.pageHeight = area.height
      placeBroken(in: &root, height: area.height)
    }
    var fixed: Set<Int32> = []
    settle(&root, parent: .zero, around: around, fixed: &fixed)
    if isLast, brokenBoxes.isEmpty {
      for var fragment in placeLeftBehind(from: root.offset, page: page) {
        settle(&fragment, parent: root.offset, around: around, fixed: &fixed)
        root.children.append(fragment)
      }
    }
    guard repeatsFixed else { return }
    for box in tree.fixedBoxes where !fixed.contains(box) {
      let corner = root.offset
      var fragment = layOutPositioned(box, in: page, staticPosition: corner)
      fragment.isRepeated = true
      fragment.offset.x -= corner.x
      fragment.offset.y -= corner.y
      settle(&fragment, parent: corner, around: around, fixed: &fixed)
      root.children.append(fragment)
    }
  }

  /// - Parameters:
  ///   - node: a fragment whose offset refers to `parent`.
  ///   - parent: the corner of the fragment around it, in the page area.
  ///   - around: what it is placed in.
  ///   - fixed: takes the fixed boxes whose place is on this page.
  private mutating func settle(
    _ node: inout FragmentNode,
    parent: Point,
    around: Surroundings,
    fixed: inout Set<Int32>
  ) {
    var around = around
    let before = node.offset
    if isMoved(node) { move(&node, around: around) }
    around.moved.x += node.offset.x - before.x
    around.moved.y += node.offset.y - before.y
    let corner = Point(x: parent.x + node.offset.x, y: parent.y + node.offset.y)
    let inner = surroundings(inside: node, at: corner, around: around)
    if inner.absolute.box == node.box, node.box >= 0 { addCarried(to: &node, at: corner, in: inner.absolute) }
    var leavesPlaces = false
    for index in node.children.indices {
      if case .staticPosition = node.children[index].payload {
        guard replace(&node.children[index], parent: corner, around: inner, fixed: &fixed) else {
          leavesPlaces = true
          continue
        }
      }
      settle(&node.children[index], parent: corner, around: inner, fixed: &fixed)
    }
    if leavesPlaces {
      node.children.removeAll { if case .staticPosition = $0.payload { true } else { false } }
    }
    if inner.absolute.box == node.box, node.box >= 0, inner.absolute.goesOn {
      positionedHeights[node.box, default: 0] += inner.absolute.rect.size.height
    }
  }

  /// Puts a positioned box where its place in the flow was noted; gives `false` where it belongs on a later page.
  private mutating func replace(
    _ node: inout FragmentNode,
    parent: Point,
    around: Surroundings,
    fixed: inout Set<Int32>
  ) -> Bool {
    let isFixed = style(node.box).position == .fixed
    if isFixed { fixed.insert(node.box) }
    let block = isFixed ? around.fixed : around.absolute
    if !isFixed, carries(node.box, in: block) { return false }
    var place = Point(x: parent.x + node.offset.x, y: around.line?.top ?? parent.y + node.offset.y)
    var alignment = StaticAlignment()
    if case .staticPosition(let kind) = node.payload {
      switch kind {
      case .here: break
      case .lineStart: if let line = around.line { place = Point(x: around.left, y: line.top) }
      case .belowLine:
        guard let line = around.line else { break }
        place = Point(x: around.left + lineStart(for: node.box, width: around.width), y: line.bottom)
      case .aligned(let found): alignment = found
      }
    }
    node = layOutPositioned(
      node.box,
      in: block.asUnbroken(after: positionedHeights[block.box] ?? 0, for: style(node.box)),
      staticPosition: place,
      alignment: alignment
    )
    if !isFixed, let height = around.pageHeight { node = breakPositioned(node, in: block, height: height) }
    node.offset.x -= parent.x
    node.offset.y -= parent.y
    return true
  }

  private func surroundings(inside node: FragmentNode, at corner: Point, around: Surroundings) -> Surroundings {
    var inner = around
    if node.kind == .line {
      inner.line = (corner.y, corner.y + node.size.height)
      return inner
    }
    guard node.kind != .text, node.kind != .inline || isPositioned(node) else { return inner }
    if node.kind != .inline {
      inner.line = nil
      (inner.inlines, inner.moved) = ([:], .zero)
      for line in node.children where line.kind == .line { collectInlines(in: line, at: corner, to: &inner.inlines) }
      inner.left = corner.x + node.border.left + node.padding.left
      inner.width = node.size.width - node.border.horizontal - node.padding.horizontal
      // Percentages do not refer to anonymous blocks, but to what is around them (CSS 2.2, 9.2.1.1).
      let isTransparent = node.kind == .column || node.kind == .block && node.isAnonymous
      if !isTransparent || node.hasDefiniteHeight {
        let height = node.size.height - node.border.vertical - node.padding.vertical
        inner.height = node.hasDefiniteHeight ? height : nil
      }
    }
    if node.hasOwnStyle, node.isRepeated || !styles[node.style].transform.isEmpty { inner.pageHeight = nil }
    guard isPositioned(node) else { return inner }
    var padding = node.paddingBox(at: corner)
    if node.kind == .inline, let spread = around.inlines[node.node] {
      padding = spread
      padding.origin.x += around.moved.x
      padding.origin.y += around.moved.y
    }
    inner.absolute = PositioningBlock(rect: padding)
    if node.kind != .inline {
      inner.absolute.box = node.box
      inner.absolute.goesOn = node.continuesAfter
    }
    if !styles[node.style].transform.isEmpty { inner.fixed = inner.absolute }
    return inner
  }

  /// Collects the positioned inline boxes that stand on several lines: the containing block reaches from the start of the first
  /// piece to the end of the last (CSS Positioned Layout 3, 2.1).
  private func collectInlines(in parent: FragmentNode, at place: Point, to found: inout [Int32: Rect]) {
    let corner = Point(x: place.x + parent.offset.x, y: place.y + parent.offset.y)
    for child in parent.children where child.kind == .inline {
      if child.continuesBefore || child.continuesAfter, isPositioned(child) {
        let box = child.paddingBox(at: Point(x: corner.x + child.offset.x, y: corner.y + child.offset.y))
        let start = found[child.node]?.origin ?? box.origin
        let size = Size(width: max(0, box.right - start.x), height: max(0, box.bottom - start.y))
        found[child.node] = Rect(x: start.x, y: start.y, width: size.width, height: size.height)
      }
      collectInlines(in: child, at: corner, to: &found)
    }
  }

  /// Whether a fragment is the box of a positioned element, and not one that shares its style.
  private func isPositioned(_ node: FragmentNode) -> Bool {
    guard node.hasOwnStyle else { return false }
    return styles[node.style].position != .static || !styles[node.style].transform.isEmpty
  }

  private func isMoved(_ node: FragmentNode) -> Bool {
    node.hasOwnStyle && styles[node.style].position == .relative
  }

  /// Relative positioning: `left` wins over `right`, `top` over `bottom` (CSS 2.2, 9.4.3).
  private func move(_ node: inout FragmentNode, around: Surroundings) {
    let inset = styles[node.style].inset
    if let left = length(inset.left, of: around.width) {
      node.offset.x += left
    } else if let right = length(inset.right, of: around.width) {
      node.offset.x -= right
    }
    if let top = length(inset.top, of: around.height) {
      node.offset.y += top
    } else if let bottom = length(inset.bottom, of: around.height) {
      node.offset.y -= bottom
    }
  }

  /// An inset in points; `nil` for `auto`, and for a percentage of a height that is not known.
  private func length(_ inset: Margin, of reference: Double?) -> Double? {
    guard case .length(let length) = inset, length.percent == 0 || reference != nil else { return nil }
    return length.used(of: reference ?? 0)
  }

  /// The note of where a positioned box would stand in the flow.
  func staticPosition(of box: Int32, at place: Point, _ kind: StaticPlace = .here) -> FragmentNode {
    var result = FragmentNode(kind: .block, node: tree[box].node, style: tree[box].style)
    result.box = box
    result.pseudo = tree[box].pseudo
    result.offset = place
    result.payload = .staticPosition(kind)
    result.isOutOfFlow = true
    return result
  }
}

extension FragmentNode {
  /// The padding box of a fragment whose border box begins at a corner.
  fileprivate func paddingBox(at corner: Point) -> Rect {
    Rect(
      x: corner.x + border.left,
      y: corner.y + border.top,
      width: size.width - border.horizontal,
      height: size.height - border.vertical
    )
  }
}
