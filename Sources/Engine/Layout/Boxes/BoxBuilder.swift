import Diagnostics
import Fonts
import Geometry
import Markup
import Styles
import Text

/// Makes the box tree of a styled document (CSS Display 3, 2; CSS 2.2, 9.2): one walk in document order.
///
/// Counters, quotes and generated text are settled on the way, because they depend on document order only.
struct BoxBuilder {
  let document: StyledDocument
  let references: References
  var diagnostics = DiagnosticList()
  var styles: StyleTable
  var tree = BoxTree()
  var counters = CounterScopes()
  var quoteDepth = 0
  /// The counters that margin boxes may show; `nil` is all.
  let countersOnPages: Set<String>?
  /// Bookmark labels and named strings that wait for the text of pseudo-elements.
  var deferred = DeferredTexts()
  /// The `::first-letter` style that waits for the first letter of a block container, with its element.
  var pendingFirstLetter: (node: Int32, style: Int32)?
  /// The element whose `::first-line` waits for the first line in it.
  var pendingFirstLine: Int32?
  /// The named strings at this place of the document.
  var stringsSoFar: [String: String] = [:]
  /// The running element whose boxes are made, or -1.
  var runningRoot: Int32 = -1
  /// The page that shows the running element whose boxes are made.
  var shownPage: ShownPage?
  /// What sums of the table around show in the row being made; `nil` outside of rows.
  var shownSums: ShownSums?
  /// Whether boxes are made a second time: then what they tell of the document is known.
  var isRebuilding = false

  init(document: StyledDocument, references: References, styles: StyleTable, tree: BoxTree = BoxTree()) {
    self.tree = tree
    self.document = document
    self.references = references
    self.styles = styles
    countersOnPages = document.pages.countersShown
    for node in references.textTargets { deferred.listen(to: node) }
  }

  /// Fills the box tree from the root element on.
  ///
  /// Box 0 is the root element's; there is none where nothing is displayed.
  mutating func build() {
    guard !document.tree.nodes.isEmpty, styles[document.styleIndices[0]].display != .none else { return }
    startFootnoteCounter()
    enter(0, style: document.styleIndices[0])
    var root = Box(kind: .block, node: 0, style: document.styleIndices[0])
    root.isContextRoot = true
    fill(tree.append(root, to: -1), from: 0)
    settleDeferredTexts()
  }

  /// Fills a block container with the boxes of an element's children.
  mutating func fill(_ container: Int32, from node: Int32) {
    let outer = (letter: pendingFirstLetter, line: pendingFirstLine)
    var flow = Flow(container: container, node: node)
    if tree[container].kind == .flex {
      flow.becomeFlex()
      // A flex container has no first letter, and hands on none from around it (CSS Flexbox 1, 3).
      (pendingFirstLetter, pendingFirstLine) = (nil, nil)
    } else {
      if let letter = pseudoStyle(.firstLetter, of: node) { pendingFirstLetter = (node, letter) }
      if !handsOnFirstLine(container) { pendingFirstLine = nil }
      if pseudoStyle(.firstLine, of: node) != nil { pendingFirstLine = node }
    }
    collectMarker(of: container, into: &flow)
    counters.push()
    collectFootnoteMarker(of: container, into: &flow)
    collectContent(of: node, into: &flow)
    leave(node)
    finish(&flow)
    // What has found its letter or line is no more waited for by blocks around.
    if pendingFirstLetter != nil || tree[container].isInlineLevel { pendingFirstLetter = outer.letter }
    if pendingFirstLine != nil || tree[container].isInlineLevel { pendingFirstLine = outer.line }
  }

  /// Settles what an element does when it is reached: counters, named strings, outline text.
  mutating func enter(_ node: Int32, style: Int32) {
    count(styles[style], node: node)
    if styles[style].outOfFlow == .footnote { numberFootnote(node) }
    guard !isRebuilding else { return }
    setStrings(of: node, style: style)
    noteIndexEntries(of: node, style: style)
    if styles[style].bookmarkLevel > 0 { settle(styles[style].bookmarkLabel, for: .bookmark(node: node)) }
    if document.tree.attribute("id", of: NodeID(index: node)) != nil {
      tree.counterValues[node] = counters.nests
    }
  }

  /// Evaluates what an element gives to named strings; says whether there is any.
  @discardableResult
  mutating func setStrings(of node: Int32, style: Int32) -> Bool {
    let assignments = styles[style].stringSet
    guard !assignments.isEmpty, !isRebuilding else { return false }
    tree.namedStrings[node] = assignments.map { NamedStringValue(name: $0.name, value: "") }
    for (index, assignment) in assignments.enumerated() {
      settle(assignment.value, for: .string(node: node, index: index))
    }
    return true
  }

  /// Leaves an element's children: the counters made among them end, for margin boxes as well.
  mutating func leave(_ node: Int32) {
    let ended = counters.pop()
    guard !isRebuilding, countersOnPages?.isEmpty != true else { return }
    for name in ended.sorted() where countersOnPages?.contains(name) ?? true {
      tree.counterEnds[node, default: []].append(CounterValue(name: name, nest: counters.nest(of: name)))
    }
  }

  /// Applies the counter properties of an element or pseudo-element, and keeps what margin boxes show of it.
  ///
  /// `isAtEnd` says that this is at the end of the node's content, for `::after`.
  mutating func count(_ style: ComputedStyle, node: Int32, isAtEnd: Bool = false) {
    counters.apply(style)
    guard !isRebuilding else { return }
    if let shown = countersOnPages, shown.isEmpty { return }
    for change in [style.counterReset, style.counterIncrement, style.counterSet].joined() {
      guard countersOnPages?.contains(change.name) ?? true else { continue }
      let value = CounterValue(name: change.name, nest: counters.nest(of: change.name))
      if isAtEnd {
        tree.counterEnds[node, default: []].append(value)
      } else {
        tree.pageCounterValues[node, default: []].append(value)
      }
    }
  }

  /// Adds the boxes of one node.
  mutating func collect(_ node: Int32, into flow: inout Flow) {
    let style = document.styleIndices[Int(node)]
    let kind = document.tree.nodes[Int(node)].kind
    guard kind != .text else { return collectText(node, into: &flow) }
    let display = styles[style].display
    guard display != .none else { return collectHidden(node, style: style, into: &flow) }
    if case .running(let name) = styles[style].position, node != runningRoot {
      return collectRunning(node, name: name, into: &flow)
    }
    enter(node, style: style)
    if leavesFlow(style, in: flow) { return collectOutOfFlow(node, style: style, into: &flow) }
    if styles[style].outOfFlow == .footnote, !isRebuilding {
      diagnostics.report(.misplacedFootnote(span: document.tree.nodes[Int(node)].span))
    }
    switch kind {
    case .br:
      mark(.element(node, style: document.styleIndices[Int(node)]), in: &flow)
      return flow.inline.addForcedBreak(textStyle: styles.text(style))
    case .wbr:
      return flow.inline.addText(zeroWidthSpace[...], style: styles[style], textStyle: styles.text(style), span: nil)
    case .img: return collectReplaced(node, style: style, into: &flow)
    case .vbChart, .vbQR: return collectGraphic(node, style: style, into: &flow)
    case .vbSeries, .vbPoint, .vbReference: return reportLoosePart(node)
    default: break
    }
    switch display {
    case .inline: collectInline(node, style: style, into: &flow)
    case .contents:
      mark(.element(node, style: document.styleIndices[Int(node)]), in: &flow)
      collectContents(node, into: &flow)
    case .inlineBlock, .inlineFlex:
      var box = container(node, style: style, isFlexItem: flow.isFlex)
      box.isInlineLevel = true
      box.isContextRoot = true
      let index = tree.append(box, to: -1)
      fill(index, from: node)
      flow.inline.addAtomic(box: index, textStyle: textStyle(around: node))
    case .inlineTable:
      let index = buildTable(TablePart(node: node), parent: -1)
      tree[index].isInlineLevel = true
      flow.inline.addAtomic(box: index, textStyle: textStyle(around: node))
    case .table:
      interrupt(&flow)
      _ = buildTable(TablePart(node: node), parent: flow.container)
      resume(&flow)
    default:
      interrupt(&flow)
      let index = tree.append(container(node, style: style, isFlexItem: flow.isFlex), to: flow.container)
      flow.hasBlocks = true
      fill(index, from: node)
      resume(&flow)
    }
  }

  /// The empty box of an element that holds blocks, lines or flex items.
  func container(_ node: Int32, style: Int32, isFlexItem: Bool) -> Box {
    let display = styles[style].display
    let isFlex = display == .flex || display == .inlineFlex
    var box = Box(kind: isFlex ? .flex : .block, node: node, style: style)
    box.isContextRoot = isFlex || isFlexItem || styles[style].makesContext
    return box
  }

  private mutating func collectText(_ node: Int32, into flow: inout Flow) {
    let style = document.styleIndices[Int(node)]
    let range = document.tree.textRange(of: NodeID(index: node))
    let bytes = normalized(Array(document.tree.text[range]))
    let span = document.tree.nodes[Int(node)].span
    addText(bytes[...], style: style, span: span, into: &flow)
  }

  /// Adds text, with its first letter set apart where a `::first-letter` waits for it.
  mutating func addText(_ bytes: ArraySlice<UInt8>, style: Int32, span: SourceSpan?, into flow: inout Flow) {
    guard let waiting = pendingFirstLetter, let letter = firstLetterRange(in: bytes) else {
      return flow.inline.addText(bytes, style: styles[style], textStyle: styles.text(style), span: span)
    }
    pendingFirstLetter = nil
    flow.inline.addText(bytes[..<letter.lowerBound], style: styles[style], textStyle: styles.text(style), span: span)
    addFirstLetter(bytes[letter], of: waiting.node, style: waiting.style, span: span, into: &flow)
    flow.inline.addText(bytes[letter.upperBound...], style: styles[style], textStyle: styles.text(style), span: span)
  }

  /// Adds the box of a first letter: in its line, or as a float beside it (CSS Pseudo-Elements 4, 2.2).
  private mutating func addFirstLetter(
    _ bytes: ArraySlice<UInt8>,
    of node: Int32,
    style: Int32,
    span: SourceSpan?,
    into flow: inout Flow
  ) {
    let textStyle = styles.text(style)
    guard styles[style].float == .none || styles[style].float == .footnote else {
      var box = Box(kind: .block, node: node, style: style)
      box.pseudo = .firstLetter
      box.isContextRoot = true
      let index = tree.append(box, to: -1)
      var inner = Flow(container: index, node: node)
      inner.inline.addText(bytes, style: styles[style], textStyle: textStyle, span: span)
      finish(&inner)
      return anchor(index, style: style, in: &flow)
    }
    flow.inline.openBox(InlineBox(node: node, pseudo: .firstLetter, style: style, parent: -1), showsEdge: true)
    flow.inline.addText(bytes, style: styles[style], textStyle: textStyle, span: span)
    flow.inline.closeBox(showsEdge: true)
  }

  private mutating func collectInline(_ node: Int32, style: Int32, into flow: inout Flow) {
    checkLink(node)
    let box = InlineBox(node: node, pseudo: nil, style: style, parent: -1)
    flow.inline.openBox(box, showsEdge: true)
    flow.reopen.append(box)
    counters.push()
    collectContent(of: node, into: &flow)
    leave(node)
    flow.reopen.removeLast()
    flow.inline.closeBox(showsEdge: true)
  }

  /// An element without a box of its own (CSS Display 3, 2.5): its content stands in its parent's box.
  private mutating func collectContents(_ node: Int32, into flow: inout Flow) {
    counters.push()
    collectContent(of: node, into: &flow)
    leave(node)
  }

  mutating func collectReplaced(_ node: Int32, style: Int32, into flow: inout Flow) {
    var box = Box(kind: .replaced, node: node, style: style)
    if styles[style].display == .block {
      interrupt(&flow)
      _ = tree.append(box, to: flow.container)
      flow.hasBlocks = true
      return resume(&flow)
    }
    box.isInlineLevel = true
    flow.inline.addAtomic(box: tree.append(box, to: -1), textStyle: textStyle(around: node))
  }

  /// The text style of an element's parent.
  mutating func textStyle(around node: Int32) -> Int32 {
    let parent = document.tree.nodes[Int(node)].parent
    return styles.text(document.styleIndices[Int(max(0, parent))])
  }

  /// A link inside the document must lead somewhere.
  private mutating func checkLink(_ node: Int32) {
    guard document.tree.nodes[Int(node)].kind == .a,
      let href = document.tree.attribute("href", of: NodeID(index: node)), href.first == "#"
    else { return }
    _ = target(named: String(href.dropFirst()), node: node)
  }

  /// The element with an `id`; where there is none, that is reported at `node`.
  mutating func target(named id: String, node: Int32) -> Int32? {
    if let found = references.nodes[id] { return found }
    diagnostics.report(.missingTarget(id, span: document.tree.nodes[Int(node)].span))
    return nil
  }

  func pseudoStyle(_ pseudo: PseudoElement, of node: Int32) -> Int32? {
    document.pseudoStyles[PseudoKey(node: node, pseudo: pseudo)]
  }
}

/// U+200B ZERO WIDTH SPACE: what `<wbr>` stands for.
private let zeroWidthSpace: [UInt8] = [0xE2, 0x80, 0x8B]

/// The first letter with the punctuation around it (CSS Pseudo-Elements 4, 2.2); `nil` where the text has none.
func firstLetterRange(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
  var start: Int?
  var offset = bytes.startIndex
  var seenLetter = false
  for character in String(decoding: bytes, as: UTF8.self) {
    let length = character.utf8.count
    if seenLetter {
      guard character.isPunctuation else { break }
    } else if character.isWhitespace {
      guard start == nil else { return nil }
      offset += length
      continue
    } else {
      if start == nil { start = offset }
      seenLetter = !character.isPunctuation
    }
    offset += length
  }
  guard let start, seenLetter else { return nil }
  return start..<offset
}
