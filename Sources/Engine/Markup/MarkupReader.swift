import Diagnostics

/// Makes the tree of one file from the parser's events.
///
/// A class because expat hands events to a context pointer. Mistakes are worded in `MarkupReader+Mistakes.swift`.
final class MarkupReader {
  let source: SourceID
  let bytes: [UInt8]
  let configuration: MarkupConfiguration
  /// The parser whose events these are, while it runs.
  var parser: XMLParser?
  var tree = ElementTree()
  var diagnostics = DiagnosticList()
  var open: [ElementTree.OpenElement] = []

  /// The text node that further text belongs to, or -1: comments and entities do not part a text.
  private var openText: Int32 = -1
  /// Where the next byte of text would stand in the source if it followed the last one.
  private var textEnd = 0

  init(source: SourceID, bytes: [UInt8], configuration: MarkupConfiguration) {
    self.source = source
    self.bytes = bytes
    self.configuration = configuration
  }

  /// The stretch of source of the parser's current event.
  var eventSpan: SourceSpan {
    SourceSpan(source: source, offset: parser?.offset ?? 0, length: parser?.length ?? 0)
  }

  func openElement(_ name: String) {
    let span = eventSpan
    guard open.count < configuration.maxDepth else {
      reportTooDeep(name, span: span)
      parser?.stop()
      return
    }
    if let parent = open.last { checkMayHoldContent(parent.node, span: span) }
    let kind = ElementTable.kind(of: name) ?? reportUnknownElement(name, span: span)
    if kind == .unknown { tree.unknownNames[Int32(tree.nodes.count)] = name }
    if ElementTable.isDirective(kind) { tree.isTemplate = true }
    if open.isEmpty { checkRoot(kind, span: span) }
    tree.append(.init(kind: kind, parent: -1, first: Int32(tree.attributes.count), count: 0, span: span), to: &open)
    let node = Int32(tree.nodes.count - 1)
    addAttributes(to: node)
    open.append(ElementTree.OpenElement(node: node))
    openText = -1
  }

  func closeElement() {
    open.removeLast()
    openText = -1
  }

  func addText(_ text: UnsafeRawBufferPointer) {
    // White space around the root element never gets here: expat reports it to another handler.
    let span = eventSpan
    let isVerbatim = text.count == Int(span.length)
    extendText(isVerbatim: isVerbatim, span: span)
    tree.text.append(contentsOf: text)
    finishText(byteCount: text.count, span: span)
  }

  func addEntity(_ name: String) {
    let span = eventSpan
    guard let replacement = entityReplacement(of: name.utf8) else {
      reportUnknownEntity(name, span: span)
      return
    }
    extendText(isVerbatim: false, span: span)
    tree.text.append(contentsOf: replacement)
    finishText(byteCount: replacement.count, span: span)
  }

  /// Begins a text node, or a new piece of the open one where its source does not simply go on.
  private func extendText(isVerbatim: Bool, span: SourceSpan) {
    let start = Int(span.offset)
    if openText < 0 {
      if let parent = open.last { checkMayHoldContent(parent.node, span: span) }
      tree.append(.init(kind: .text, parent: -1, first: Int32(tree.text.count), count: 0, span: span), to: &open)
      openText = Int32(tree.nodes.count - 1)
      if !isVerbatim { tree.textPieces[openText] = [TextPiece(offset: 0, sourceOffset: span.offset)] }
    } else if start != textEnd || !isVerbatim {
      let offset = tree.nodes[Int(openText)].count
      let whole = TextPiece(offset: 0, sourceOffset: tree.nodes[Int(openText)].span.offset)
      tree.textPieces[openText, default: [whole]].append(TextPiece(offset: offset, sourceOffset: span.offset))
    }
  }

  private func finishText(byteCount: Int, span: SourceSpan) {
    let node = Int(openText)
    tree.nodes[node].count += Int32(byteCount)
    let end = span.offset + span.length
    tree.nodes[node].span.length = end - tree.nodes[node].span.offset
    // After a replacement the sum differs from the source's own end, so that what follows begins a piece of its own.
    textEnd = byteCount == Int(span.length) ? Int(end) : -1
    if !tree.isTemplate { tree.isTemplate = endsInExpressionStart(byteCount: byteCount) }
  }

  /// Whether `{{` stands in the text just added, or half of it in the text before.
  private func endsInExpressionStart(byteCount: Int) -> Bool {
    let node = tree.nodes[Int(openText)]
    let start = max(Int(node.first), tree.text.count - byteCount - 1)
    return holdsExpression(tree.text[start...])
  }

  private func addAttributes(to node: Int32) {
    var scanner = AttributeScanner(bytes: bytes, tagAt: Int(tree.nodes[Int(node)].span.offset))
    while let place = scanner.next() {
      var unknown: [AttributeScanner.UnknownReference] = []
      let attribute = Attribute(
        name: String(decoding: bytes[place.name], as: UTF8.self),
        value: AttributeScanner.decode(place.value, in: bytes, unknown: &unknown),
        span: SourceSpan(source: source, offset: place.name.lowerBound, length: place.name.count),
        valueSpan: SourceSpan(source: source, offset: place.value.lowerBound, length: place.value.count)
      )
      for reference in unknown { reportUnknownReference(reference) }
      checkAttribute(attribute, of: node)
      if attribute.name.hasPrefix("vb:") || holdsExpression(attribute.value.utf8) { tree.isTemplate = true }
      tree.attributes.append(attribute)
      tree.nodes[Int(node)].count += 1
    }
  }
}

private func holdsExpression(_ text: some Sequence<UInt8>) -> Bool {
  var before: UInt8 = 0
  for byte in text {
    if byte == UInt8(ascii: "{"), before == byte { return true }
    before = byte
  }
  return false
}
