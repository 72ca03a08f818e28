import Geometry
import Styles

/// What the pages so far have told: named strings, running elements, counters, the pages of places.
///
/// Gathered from what is placed, so that a try that was given up leaves nothing behind.
struct PageNotes {
  var strings = NamedStrings()
  var running = RunningPlaces()
  var counters = PageCounters()
  var pageCounters = PageContextCounters()
  var references: References
  /// Lines that were counted.
  var lines = 0

  /// Goes to the next page.
  mutating func turnPage() {
    strings.turnPage()
    running.turnPage()
    counters.turnPage()
  }

  /// Notes what elements that begin or end in a fragment set.
  ///
  /// - Parameters:
  ///   - fragment: the root's fragment on the page, or one inside it.
  ///   - tree: the boxes.
  ///   - styles: their styles.
  ///   - isAtStart: whether nothing with height stands before it on the page.
  mutating func collect(_ fragment: FragmentNode, of tree: BoxTree, styles: StyleTable, isAtStart: Bool) {
    // What is repeated has been seen where it is no repetition.
    guard !fragment.isRepeated else { return }
    let isBox = fragment.box >= 0 && fragment.kind != .line && fragment.kind != .text
    if isBox, !fragment.continuesBefore { enter(tree.marksBefore[fragment.box] ?? [], tree, styles, isAtStart) }
    let isElement =
      fragment.node >= 0 && fragment.pseudo == nil && !fragment.isAnonymous && fragment.kind != .text
      && fragment.kind != .line && fragment.kind != .table
    if isElement, !fragment.continuesBefore {
      enter(fragment.node, style: styles[fragment.style], tree, isAtStart)
    }
    if isBox, !fragment.continuesBefore { enter(tree.marksAtStart[fragment.box] ?? [], tree, styles, isAtStart) }
    if fragment.kind == .line { enter(fragment.marks, tree, styles, isAtStart) }
    var isStillAtStart = isAtStart
    for child in fragment.children {
      collect(child, of: tree, styles: styles, isAtStart: isStillAtStart)
      // Whatever follows something with height is no longer at the page's start.
      if child.size.height > 0 { isStillAtStart = false }
    }
    guard !fragment.continuesAfter, !fragment.contentGoesOn else { return }
    if isBox { enter(tree.marksAtEnd[fragment.box] ?? [], tree, styles, isStillAtStart) }
    if isElement, let values = tree.counterEnds[fragment.node] { counters.assign(values) }
    if isBox { enter(tree.marksAfter[fragment.box] ?? [], tree, styles, isStillAtStart && fragment.size.height <= 0) }
  }

  private mutating func enter(_ marks: [Int32], _ tree: BoxTree, _ styles: StyleTable, _ isAtStart: Bool) {
    for mark in marks {
      switch tree.marks[Int(mark)] {
      case .element(let node, let style): enter(node, style: styles[style], tree, isAtStart)
      case .hidden(let node): setStrings(of: node, tree, isAtStart)
      case .running(let index):
        enter(tree.running[Int(index)].node, style: styles[tree.running[Int(index)].style], tree, isAtStart)
        running.assign(index, to: tree.running[Int(index)].name, isAtPageStart: isAtStart)
      }
    }
  }

  private mutating func enter(_ node: Int32, style: ComputedStyle, _ tree: BoxTree, _ isAtStart: Bool) {
    setStrings(of: node, tree, isAtStart)
    if let values = tree.pageCounterValues[node] { counters.assign(values) }
    pageCounters.enter(element: style)
    if references.counters[node] != nil || tree.nodesAskingPage.contains(node) {
      references.pages[node] = pageCounters.page
    }
  }

  private mutating func setStrings(of node: Int32, _ tree: BoxTree, _ isAtStart: Bool) {
    for string in tree.namedStrings[node] ?? [] {
      strings.assign(string.value, to: string.name, isAtPageStart: isAtStart)
    }
  }
}
