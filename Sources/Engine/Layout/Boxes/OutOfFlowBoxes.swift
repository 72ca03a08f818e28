import Markup
import Styles

extension ComputedStyle {
  /// How a box of this style leaves the flow.
  var outOfFlow: OutOfFlow {
    if position.isAbsolute { return .absolute }
    switch float {
    case .left, .right: return .float
    case .footnote: return .footnote
    case .none: return .none
    }
  }

  /// Whether a block container of this style makes a block formatting context (CSS 2.2, 9.4.1; CSS Display 3, 2.1).
  var makesContext: Bool {
    display == .flowRoot || columns.isContainer || columns.spansAll || outOfFlow != .none || overflowX.isScrollable
      || overflowY.isScrollable
  }
}

extension BoxBuilder {
  /// Whether a box of a style leaves the flow; flex items do not float (CSS Flexbox 1, 3).
  ///
  /// Footnotes of running elements stay where they are: margin boxes have no notes.
  func leavesFlow(_ style: Int32, in flow: Flow) -> Bool {
    switch styles[style].outOfFlow {
    case .none: false
    case .float: !flow.isFlex
    case .footnote: runningRoot < 0
    case .absolute: true
    }
  }

  /// Makes the box of an element that leaves the flow, and notes where it stands.
  mutating func collectOutOfFlow(_ node: Int32, style: Int32, into flow: inout Flow) {
    // The first letter and line of a block are not those of a box out of its flow (CSS Pseudo-Elements 4, 2.1 and 2.2).
    let waiting = (pendingFirstLetter, pendingFirstLine)
    (pendingFirstLetter, pendingFirstLine) = (nil, nil)
    defer { (pendingFirstLetter, pendingFirstLine) = waiting }
    guard styles[style].outOfFlow != .footnote else {
      return collectFootnote(node, into: &flow) { $0.buildBox(node, style: style) }
    }
    let index = buildBox(node, style: style)
    anchor(index, style: style, in: &flow)
  }

  /// Takes a box that stands in no container out of the flow, and notes its place.
  mutating func anchor(_ box: Int32, style: Int32, in flow: inout Flow) {
    tree[box].outOfFlow = styles[style].outOfFlow
    if styles[style].position == .fixed { tree.fixedBoxes.append(box) }
    guard flow.isFlex, tree[box].outOfFlow == .absolute else { return flow.inline.addAnchor(box: box) }
    // Only text runs that touch are one item: those on both sides of it are two (CSS Flexbox 1, 4).
    interrupt(&flow)
    tree.attach(box, to: flow.container)
    resume(&flow)
  }

  /// Makes a block-level box that stands in no container yet, with all inside it.
  private mutating func buildBox(_ node: Int32, style: Int32) -> Int32 {
    if document.tree.nodes[Int(node)].kind == .img {
      return tree.append(Box(kind: .replaced, node: node, style: style), to: -1)
    }
    if styles[style].display == .table { return buildTable(TablePart(node: node), parent: -1) }
    var box = container(node, style: style, isFlexItem: false)
    box.isContextRoot = true
    let index = tree.append(box, to: -1)
    fill(index, from: node)
    return index
  }
}
