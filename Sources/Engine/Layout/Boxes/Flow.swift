import Geometry
import Markup
import Styles
import Text

/// The state of one block container while it is filled.
struct Flow {
  let container: Int32
  let node: Int32
  /// Whether the container is a flex container: all its children are block-level, floating is off (CSS Flexbox 1, 3, 4).
  var isFlex = false
  /// The inline content gathered since the last block.
  var inline = InlineBuilder()
  /// The inline boxes that are open around the place, outermost first: a block splits them.
  var reopen: [InlineBox] = []
  /// Places noted since the last block, where no line holds them.
  var marks: [Int32] = []
  /// The last child before the block that interrupts the flow, or -1.
  var childBefore: Int32 = -1
  /// Whether a block-level child has been added.
  var hasBlocks = false

  init(container: Int32, node: Int32) {
    self.container = container
    self.node = node
  }

  /// Makes it the flow of a flex container: what is inline becomes an anonymous item.
  mutating func becomeFlex() {
    isFlex = true
    hasBlocks = true
  }
}

extension BoxBuilder {
  /// Ends the inline content before a block-level box: it becomes an anonymous block (CSS 2.2, 9.2.1.1).
  mutating func interrupt(_ flow: inout Flow) {
    for _ in flow.reopen { flow.inline.closeBox(showsEdge: false) }
    wrapInline(&flow)
    flow.hasBlocks = true
    flow.childBefore = tree[flow.container].lastChild
  }

  /// Goes on with inline content after a block-level box, inside the inline boxes that it split.
  mutating func resume(_ flow: inout Flow) {
    flow.inline = InlineBuilder()
    let before = flow.childBefore
    placeMarks(of: &flow, before: before >= 0 ? tree[before].nextSibling : tree[flow.container].firstChild)
    for box in flow.reopen { flow.inline.openBox(box, showsEdge: false) }
  }

  /// Ends a block container: its inline content is its own where it has no blocks.
  mutating func finish(_ flow: inout Flow) {
    defer { placeMarksAtEnd(of: flow) }
    guard !flow.hasBlocks, matters(flow.inline.source) else { return wrapInline(&flow) }
    tree[flow.container].inline = append(flow.inline.source)
    takeFirstLine(flow.container)
  }

  /// Places marks that no line holds: beside the blocks around them.
  ///
  /// What is out of the flow stands below the block before it; what has its content after it goes with the block after it.
  private mutating func dropLine(of flow: inout Flow) {
    let before = tree[flow.container].lastChild
    for (_, mark) in flow.inline.source.marks {
      if !tree.marks[Int(mark)].isOutOfFlow {
        flow.marks.append(mark)
      } else if before >= 0 {
        tree.marksAfter[before, default: []].append(mark)
      } else {
        tree.marksAtStart[flow.container, default: []].append(mark)
      }
    }
  }

  /// Gives the marks between blocks to the block after them.
  private mutating func placeMarks(of flow: inout Flow, before box: Int32) {
    guard box >= 0, !flow.marks.isEmpty else { return }
    tree.marksBefore[box, default: []].append(contentsOf: flow.marks)
    flow.marks = []
  }

  private mutating func placeMarksAtEnd(of flow: Flow) {
    guard !flow.marks.isEmpty else { return }
    tree.marksAtEnd[flow.container, default: []].append(contentsOf: flow.marks)
  }

  private mutating func wrapInline(_ flow: inout Flow) {
    // White space alone is no flex item, even where it is preserved (CSS Flexbox 1, 4).
    guard matters(flow.inline.source), !flow.isFlex || !flow.inline.source.isBlank else {
      dropLine(of: &flow)
      // No line would hold them: they stand between the blocks.
      for box in flow.inline.source.anchored { tree.attach(box, to: flow.container) }
      return
    }
    var style = styles.anonymous(display: .block, parent: tree[flow.container].style)
    if tree.firstChildInFlow(of: flow.container) >= 0 { style = styles.continued(style) }
    var box = Box(kind: .block, node: flow.node, style: style)
    box.isAnonymous = true
    box.isContextRoot = flow.isFlex
    box.inline = append(flow.inline.source)
    let index = tree.append(box, to: flow.container)
    takeFirstLine(index)
    placeMarks(of: &flow, before: index)
  }

  mutating func append(_ source: InlineSource) -> Int32 {
    tree.inlines.append(source)
    return Int32(tree.inlines.count - 1)
  }

  /// Whether inline content between blocks makes a line, or holds a place that a link may lead to.
  private func matters(_ source: InlineSource) -> Bool {
    if !source.content.text.isEmpty { return true }
    return source.boxes.contains { box in
      let style = styles[box.style]
      let hasEdges =
        style.borderWidth.horizontal > 0 || style.padding.left != .zero || style.padding.right != .zero
        || style.margin.left.takesRoom || style.margin.right.takesRoom
      return box.hasStart && (hasEdges || document.tree.attribute("id", of: NodeID(index: box.node)) != nil)
    }
  }
}

extension Margin {
  /// Whether the margin of an inline box is other than 0: `auto` is 0 there (CSS 2.2, 10.3.1).
  var takesRoom: Bool {
    if case .length(let length) = self { length != .zero } else { false }
  }
}
