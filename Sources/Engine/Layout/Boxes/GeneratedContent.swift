import Diagnostics
import Markup
import Styles
import Text

extension BoxBuilder {
  /// Adds the box of `::before` or `::after` where it is generated.
  mutating func collectPseudo(_ pseudo: PseudoElement, of node: Int32, into flow: inout Flow) {
    guard let style = pseudoStyle(pseudo, of: node), case .items(let items) = styles[style].content else { return }
    let display = styles[style].display
    guard display != .none else { return }
    count(styles[style], node: node, isAtEnd: pseudo == .after)
    deferred.begin(pseudo, of: node)
    defer { deferred.end() }
    if leavesFlow(style, in: flow) {
      let index = generatedBox(items, pseudo: pseudo, of: node, in: flow, parent: -1)
      return anchor(index, style: style, in: &flow)
    }
    let box = InlineBox(node: node, pseudo: pseudo, style: style, parent: -1)
    switch display {
    case .inline:
      flow.inline.openBox(box, showsEdge: true)
      collect(items, node: node, style: style, into: &flow)
      flow.inline.closeBox(showsEdge: true)
    case .contents: collect(items, node: node, style: style, into: &flow)
    case .inlineBlock, .inlineTable, .inlineFlex:
      let index = generatedBox(items, pseudo: pseudo, of: node, in: flow, parent: -1)
      tree[index].isInlineLevel = true
      tree[index].isContextRoot = true
      flow.inline.addAtomic(box: index, textStyle: styles.text(document.styleIndices[Int(node)]))
    default:
      interrupt(&flow)
      _ = generatedBox(items, pseudo: pseudo, of: node, in: flow, parent: flow.container)
      resume(&flow)
    }
  }

  /// The box of a pseudo-element that holds blocks, lines, flex items or rows.
  private mutating func generatedBox(
    _ items: [ContentItem],
    pseudo: PseudoElement,
    of node: Int32,
    in flow: Flow,
    parent: Int32
  ) -> Int32 {
    let part = TablePart(node: node, pseudo: pseudo)
    let style = style(of: part)
    if styles[style].display == .table || styles[style].display == .inlineTable {
      return buildTable(part, parent: parent)
    }
    var box = container(node, style: style, isFlexItem: flow.isFlex)
    box.pseudo = pseudo
    let index = tree.append(box, to: parent)
    var inner = Flow(container: index, node: node)
    if box.kind == .flex { inner.becomeFlex() }
    collectMarker(of: index, into: &inner)
    collect(items, node: box.node, style: box.style, into: &inner)
    finish(&inner)
    return index
  }

  /// Adds generated pieces as text, leaders and pictures.
  mutating func collect(_ items: [ContentItem], node: Int32, style: Int32, into flow: inout Flow) {
    let span = document.tree.nodes[Int(node)].span
    for part in items.split(omittingEmptySubsequences: false, whereSeparator: \.isObject) {
      let text = text(of: Array(part), node: node)
      deferred.note(text)
      if !text.isEmpty { addText(normalized(Array(text.utf8))[...], style: style, span: span, into: &flow) }
      guard part.endIndex < items.endIndex else { break }
      switch items[part.endIndex] {
      case .leader(let pattern):
        flow.inline.addLeader(pattern: pattern, textStyle: styles.text(style), span: span)
      case .image(let reference):
        let picture = styles.anonymous(display: .inline, parent: style)
        let box = tree.appendPicture(reference, node: node, style: picture)
        flow.inline.addAtomic(box: box, textStyle: styles.text(style))
      default: break
      }
    }
  }

  /// The text of generated pieces at this place of the document.
  mutating func text(of items: [ContentItem], node: Int32) -> String {
    var result = ""
    for item in items { result += text(of: item, node: node) }
    return result
  }

  private mutating func text(of item: ContentItem, node: Int32) -> String {
    switch item {
    case .text(let text): return text
    case .attribute(let name): return document.tree.attribute(name, of: NodeID(index: node)) ?? ""
    case .counter(let name, let style): return counterText(name, style: style, node: node)
    case .counters(let name, _, let style) where name == "page" || name == "pages":
      return counterText(name, style: style, node: node)
    case .counters(let name, let separator, let style):
      return counters.nest(of: name).map { style.text(for: $0) }.joined(separator: separator)
    case .elementText: return elementText(of: node)
    // Only `bookmark-label` and `string-set` may ask, and they put the text in themselves.
    case .pseudoText: return ""
    case .string(let name, _): return stringsSoFar[name] ?? ""
    case .leader: return ""
    case .element(let name, _):
      diagnostics.report(.misplacedElement(name, span: document.tree.nodes[Int(node)].span))
      return ""
    case .targetCounter(let url, let name, let style):
      guard let target = target(of: url, node: node) else { return "" }
      return targetCounter(name, of: target, style: style)
    // Set where its formatting context is: a picture's box.
    case .image: return ""
    case .targetCounters(let url, let name, let separator, let style):
      guard let target = target(of: url, node: node) else { return "" }
      return targetCounters(name, separator: separator, of: target, style: style)
    case .targetText(let url, let part):
      guard let target = target(of: url, node: node) else { return "" }
      return targetText(part, of: target)
    case .sum(let name, let scope): return sumText(name, scope: scope, node: node)
    case .openQuote, .closeQuote, .noOpenQuote, .noCloseQuote: return quote(item, node: node)
    }
  }

  private mutating func counterText(_ name: String, style: ListStyleType, node: Int32) -> String {
    switch name {
    // A running element shows the page that shows it (CSS GCPM 3, 1.2.1, the example).
    case "page" where shownPage != nil, "pages" where shownPage != nil:
      return style.text(for: shownPage?.value(of: name) ?? 0)
    case "page":
      tree.usesPageReferences = true
      tree.nodesAskingPage.insert(node)
      return style.text(for: references.pageCounter(of: node))
    case "pages":
      tree.usesPageReferences = true
      return style.text(for: references.totalPages)
    default: return style.text(for: counters.value(of: name))
    }
  }

  private mutating func targetCounter(_ name: String, of target: Int32, style: ListStyleType) -> String {
    tree.usesPageReferences = true
    if name == "page" { return style.text(for: references.pageCounter(of: target)) }
    if name == "pages" { return style.text(for: references.totalPages) }
    return style.text(for: references.counters[target]?[name]?.last ?? 0)
  }

  private mutating func targetCounters(
    _ name: String,
    separator: String,
    of target: Int32,
    style: ListStyleType
  ) -> String {
    if name == "page" || name == "pages" { return targetCounter(name, of: target, style: style) }
    tree.usesPageReferences = true
    let nest = references.counters[target]?[name] ?? [0]
    return nest.map { style.text(for: $0) }.joined(separator: separator)
  }

  /// A part of the text of another element (CSS Content 3, 4.3).
  private mutating func targetText(_ part: TargetTextPart, of target: Int32) -> String {
    switch part {
    case .content: return elementText(of: target)
    case .firstLetter: return firstLetter(of: elementText(of: target))
    case .before, .after:
      // Known after the pass that makes the pseudo-element.
      let key = PseudoKey(node: target, pseudo: part == .before ? .before : .after)
      tree.usesPageReferences = true
      deferred.listen(to: target)
      return references.pseudoTexts[key] ?? ""
    }
  }

  /// The element that a `target-…()` function points at.
  private mutating func target(of url: TargetReference, node: Int32) -> Int32? {
    let reference: String
    switch url {
    case .literal(let text): reference = text
    case .attribute(let name): reference = document.tree.attribute(name, of: NodeID(index: node)) ?? ""
    }
    let id = reference.first == "#" ? String(reference.dropFirst()) : reference
    return target(named: id, node: node)
  }

  private mutating func quote(_ item: ContentItem, node: Int32) -> String {
    let pairs: [[String]]
    switch styles[document.styleIndices[Int(node)]].quotes {
    case .auto: pairs = [["“", "”"], ["‘", "’"]]
    case .none: pairs = []
    case .pairs(let list): pairs = list
    }
    let opens = item == .openQuote || item == .noOpenQuote
    if !opens { quoteDepth = max(0, quoteDepth - 1) }
    let pair = pairs.isEmpty ? ["", ""] : pairs[min(quoteDepth, pairs.count - 1)]
    if opens { quoteDepth += 1 }
    switch item {
    case .openQuote: return pair[0]
    case .closeQuote: return pair[1]
    default: return ""
    }
  }

  /// The text of an element and all inside it, white space collapsed.
  func elementText(of node: Int32) -> String {
    var bytes: [UInt8] = []
    appendText(of: node, to: &bytes)
    return String(decoding: bytes, as: UTF8.self).withSpacesCollapsed
  }

  private func appendText(of node: Int32, to bytes: inout [UInt8]) {
    let item = document.tree.nodes[Int(node)]
    if item.kind == .text {
      bytes.append(contentsOf: document.tree.text[document.tree.textRange(of: NodeID(index: node))])
      return
    }
    if item.kind == .br { bytes.append(UInt8(ascii: " ")) }
    var child = item.firstChild
    while child >= 0 {
      // A text has its parent's style; an element that is not displayed may be asked for its text itself.
      let isText = document.tree.nodes[Int(child)].kind == .text
      if isText || styles[document.styleIndices[Int(child)]].display != .none { appendText(of: child, to: &bytes) }
      child = document.tree.nodes[Int(child)].nextSibling
    }
  }
}

extension ContentItem {
  /// Whether it is no text.
  fileprivate var isObject: Bool {
    switch self {
    case .leader, .image: true
    default: false
    }
  }
}

extension BoxBuilder {
  /// Adds the marker of a list item: a box of its own outside, or the first inline box inside (CSS Lists 3, 3).
  mutating func collectMarker(of container: Int32, into flow: inout Flow) {
    let box = tree[container]
    guard styles[box.style].display == .listItem else { return }
    let own = box.pseudo == nil ? pseudoStyle(.marker, of: box.node) : nil
    let style = own ?? styles.anonymous(display: .inline, parent: box.style)
    let items: [ContentItem]
    switch styles[style].content {
    case .none: return
    case .items(let own): items = own
    case .normal:
      // A picture takes the place of the counter, with a space behind it (CSS Lists 3, 3.1).
      if case .file(let reference) = styles[box.style].listStyleImage {
        items = [.image(reference), .text(" ")]
        break
      }
      let text = styles[box.style].listStyleType.markerText(for: counters.value(of: "list-item"))
      guard !text.isEmpty else { return }
      items = [.text(text)]
    }
    deferred.begin(.marker, of: box.node)
    defer { deferred.end() }
    let inlineBox = InlineBox(node: box.node, pseudo: .marker, style: style, parent: -1)
    if styles[box.style].isListMarkerInside {
      flow.inline.openBox(inlineBox, showsEdge: true)
      collect(items, node: box.node, style: style, into: &flow)
      flow.inline.closeBox(showsEdge: true)
      return
    }
    var outside = Flow(container: container, node: box.node)
    collect(items, node: box.node, style: preserved(style), into: &outside)
    guard !outside.inline.source.isEmpty else { return }
    tree[container].marker = append(outside.inline.source)
  }

  /// Markers keep their spaces: the suffix of a number is its distance from the text (CSS Lists 3, 3.5).
  private mutating func preserved(_ style: Int32) -> Int32 {
    guard styles[style].whiteSpace != .pre else { return style }
    var changed = styles[style]
    changed.whiteSpace = .pre
    changed.textTransform = .none
    changed.textIndent = TextIndent()
    return styles.append(changed)
  }
}

extension String {
  /// Without white space at its ends, and with one space for each stretch of it inside.
  var withSpacesCollapsed: String {
    let bytes = Array(utf8)
    // By graphemes only where U+0085, U+00A0, U+1680, U+2000 and their like may stand: that costs prose with headings 2 %.
    if bytes.contains(where: { $0 == 0xC2 || $0 == 0xE2 || $0 == 0xE3 }) || unicodeScalars.contains("\u{1680}") {
      return split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for word in bytes.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      if !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: word)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
