import Markup
import Styles

/// An element that has left the flow for margin boxes: `position: running(name)` (CSS GCPM 3, 1.2).
struct RunningElement {
  var name: String
  var node: Int32
  var style: Int32 = -1
  /// A container that stands alone, with the element's boxes inside.
  var box: Int32
  /// Counters where the element stands, and how many quotes are open: for building it once more.
  var counters: CounterScopes
  var quoteDepth: Int
  /// Named strings where it stands.
  var strings: [String: String]
  /// Whether it shows the number of the page that shows it, so that it is built for each page.
  var showsPage = false
  /// Whether it shows how many pages there are.
  var showsPageCount = false
}

extension BoxBuilder {
  /// Makes a running element's boxes apart from the flow, and keeps its place.
  ///
  /// It counts, and sets its strings, where it stands: it inherits from its place in the document (CSS GCPM 3, 1.2.1).
  mutating func collectRunning(_ node: Int32, name: String, into flow: inout Flow) {
    mark(.running(buildRunning(node, name: name)), in: &flow)
  }

  /// Makes a running element's boxes; gives its index.
  mutating func buildRunning(_ node: Int32, name: String) -> Int32 {
    var element = RunningElement(
      name: name,
      node: node,
      box: -1,
      counters: counters,
      quoteDepth: quoteDepth,
      strings: stringsSoFar
    )
    let outer = shownPage
    shownPage = ShownPage()
    element.style = document.styleIndices[Int(node)]
    element.box = buildRunningBox(node)
    element.showsPage = shownPage?.isAsked ?? false
    element.showsPageCount = shownPage?.isCountAsked ?? false
    shownPage = outer
    tree.running.append(element)
    return Int32(tree.running.count - 1)
  }

  /// A container that stands alone, with an element's boxes as its content.
  mutating func buildRunningBox(_ node: Int32) -> Int32 {
    let outerRoot = runningRoot
    let outer = (pendingFirstLetter, pendingFirstLine)
    runningRoot = node
    (pendingFirstLetter, pendingFirstLine) = (nil, nil)
    let parent = max(0, document.tree.nodes[Int(node)].parent)
    let style = styles.anonymous(display: .block, parent: document.styleIndices[Int(parent)])
    var box = Box(kind: .block, node: node, style: style)
    box.isAnonymous = true
    box.isContextRoot = true
    let container = tree.append(box, to: -1)
    var flow = Flow(container: container, node: node)
    collect(node, into: &flow)
    finish(&flow)
    runningRoot = outerRoot
    (pendingFirstLetter, pendingFirstLine) = outer
    return container
  }
}

/// The page on which a running element is shown, while its boxes are made.
struct ShownPage {
  /// What the page shows; `nil` while only the place in the flow is known.
  var furniture: PageFurniture?
  /// Whether the page's number was asked for.
  var isAsked = false
  /// Whether the number of pages was asked for.
  var isCountAsked = false

  /// The value of `page` or `pages`.
  mutating func value(of name: String) -> Int {
    isAsked = true
    if name == "pages" { isCountAsked = true }
    return furniture?.nest(of: name).last ?? 0
  }
}

extension LayoutSession {
  /// The boxes of a running element for a page: made anew where they show the page's number.
  mutating func runningBox(_ index: Int32, furniture: PageFurniture) -> Int32 {
    let element = tree.running[Int(index)]
    guard element.showsPage else { return element.box }
    var builder = BoxBuilder(document: document, references: references, styles: styles, tree: tree)
    builder.counters = element.counters
    builder.quoteDepth = element.quoteDepth
    builder.stringsSoFar = element.strings
    builder.shownPage = ShownPage(furniture: furniture)
    builder.isRebuilding = true
    let box = builder.buildRunningBox(element.node)
    styles = builder.styles
    tree = builder.tree
    return box
  }

  /// Takes away boxes that were made for one page only.
  mutating func forgetBoxes(from firstBox: Int, inlines firstInline: Int) {
    guard tree.boxes.count > firstBox else { return }
    tree.boxes.removeSubrange(firstBox...)
    tree.inlines.removeSubrange(firstInline...)
    tree.columns = tree.columns.filter { Int($0.key) < firstBox }
    paragraphs = paragraphs.filter { Int($0.key) < firstBox }
    tables = tables.filter { Int($0.key) < firstBox }
    intrinsics = intrinsics.filter { Int($0.key) < firstBox }
  }
}
