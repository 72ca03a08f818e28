import Diagnostics

/// What is wrong with elements and attributes, each in its own words.
extension MarkupReader {
  func checkAttribute(_ attribute: Attribute, of node: Int32) {
    let element = tree.nodes[Int(node)]
    let isRoot = element.parent < 0
    if isRoot, ElementTable.declarations.contains(attribute.name) {
      checkNamespace(attribute)
      return
    }
    let fillsSlot = !isRoot && tree.nodes[Int(element.parent)].kind == .vbInclude && attribute.name == "slot"
    guard !fillsSlot, element.kind != .unknown, !ElementTable.takes(attribute.name, on: element.kind) else { return }
    let name = tree.localName(of: NodeID(index: node))
    report(
      .unknownAttribute,
      "<\(name)> takes no attribute '\(attribute.name)'",
      at: attribute.span,
      help: attributeHelp(attribute.name, on: element.kind, isRoot: isRoot),
      isLenient: true
    )
  }

  private func attributeHelp(_ name: String, on kind: ElementKind, isRoot: Bool) -> String {
    if name == "slot" { return "slot= stands on the children of <vb:include>, to say which slot of the part they fill" }
    if name.hasPrefix("xmlns") {
      return "declare xmlns and xmlns:vb on the root element; other name spaces are not read"
    }
    if name.hasPrefix("on") { return "a printed page runs no scripts: leave the attribute out" }
    let known = ElementTable.attributeNames(of: kind) + (isRoot ? ElementTable.declarations : [])
    if let nearest = nearestName(to: name, in: known) { return "did you mean '\(nearest)'?" }
    let own = ElementTable.ownAttributes(of: kind)
    if ElementTable.isDirective(kind) {
      return "it leaves no element; it takes \(list(own + ElementTable.directives))"
    }
    return "it takes \(list(own + ElementTable.globalAttributes)), data-*, aria-* and directives"
  }

  private func list(_ names: [String]) -> String {
    names.joined(separator: ", ")
  }

  private func checkNamespace(_ attribute: Attribute) {
    let xhtml = "http://www.w3.org/1999/xhtml"
    guard attribute.name == "xmlns", attribute.value != xhtml else { return }
    report(
      .wrongNamespace,
      "the name space '\(attribute.value)' is not that of XHTML",
      at: attribute.valueSpan,
      help: "write xmlns=\"\(xhtml)\""
    )
  }

  /// Reports the name and returns the kind under which the element is kept.
  func reportUnknownElement(_ name: String, span: SourceSpan) -> ElementKind {
    let nameSpan = SourceSpan(source: span.source, offset: Int(span.offset) + 1, length: name.utf8.count)
    if ElementTable.plannedElements.contains(name) {
      report(.laterElement, "<\(name)> is not read by this version", at: nameSpan, help: "leave it out for now")
      return .unknown
    }
    let help =
      if let nearest = nearestName(to: name, in: ElementTable.elementNames) {
        "did you mean <\(nearest)>?"
      } else if name == "script" {
        "a printed page runs no scripts: leave the element out"
      } else {
        "use <div> or <span> with a class"
      }
    report(.unknownElement, "<\(name)> is not a known element", at: nameSpan, help: help, isLenient: true)
    return .unknown
  }

  func checkRoot(_ kind: ElementKind, span: SourceSpan) {
    guard kind != .unknown else { return }
    switch configuration.role {
    case .document where kind != .html:
      report(
        .wrongRoot,
        "the outermost element of a document is <html>, not <\(kind.rawValue)>",
        at: span,
        help: "put the content into <html><body> ... </body></html>"
      )
    case .part where kind == .html:
      report(
        .wrongRoot,
        "an included part is not a document: its outermost element cannot be <html>",
        at: span,
        help: "keep only the part's own element, or several of them in <vb:block>"
      )
    default: break
    }
  }

  func checkMayHoldContent(_ node: Int32, span: SourceSpan) {
    let element = tree.nodes[Int(node)]
    // One report is enough: with a first child, it has been made.
    guard ElementTable.isVoid(element.kind), element.firstChild < 0 else { return }
    report(
      .contentInVoid,
      "<\(element.kind.rawValue)> holds no content",
      at: span,
      help: "close it at once, as in <\(element.kind.rawValue)/>, and put the content after it",
      related: element.span
    )
  }

  func reportTooDeep(_ name: String, span: SourceSpan) {
    report(
      .tooDeep,
      "<\(name)> stands \(open.count + 1) elements deep, and the limit is \(configuration.maxDepth)",
      at: span,
      help: "close the elements around it earlier"
    )
  }

  func reportUnknownEntity(_ name: String, span: SourceSpan) {
    // Of equally near names the first wins, and &agrave; and &Agrave; differ: those of the same case go first.
    let isCapital = name.first?.isUppercase == true
    let names = entityNames()
    let ordered =
      names.filter { $0.first?.isUppercase == isCapital } + names.filter { $0.first?.isUppercase != isCapital }
    let help = nearestName(to: name, in: ordered).map { "did you mean &\($0);?" }
    report(
      .unknownEntity,
      "&\(name); is not a named entity of HTML",
      at: span,
      help: help ?? "write the character itself, or its number as in &#273;"
    )
  }

  func reportUnknownReference(_ range: Range<Int>) {
    let name = String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
    reportUnknownEntity(name, span: SourceSpan(source: source, offset: range.lowerBound, length: range.count))
  }

  func refuseInstruction(_ target: String) {
    report(
      .processingInstruction,
      "the processing instruction '\(target)' is refused",
      at: eventSpan,
      help: target == "xml-stylesheet"
        ? "name the style sheet by <link rel=\"stylesheet\" href=\"...\"/> in the head" : "leave it out"
    )
  }

  func checkEncoding(_ name: String) {
    guard name.lowercased() != "utf-8" else { return }
    report(
      .encoding,
      "the file says that it is written in \(name), but only UTF-8 is read",
      at: eventSpan,
      help: "save the file as UTF-8 and write encoding=\"UTF-8\""
    )
    parser?.stop()
  }

  func checkDocumentType(system: String?, hasSubset: Bool) {
    // The one identifier that the HTML standard allows (section 13.1.1); it names nothing to be read.
    let isPlain = system == nil || system == "about:legacy-compat"
    guard hasSubset || !isPlain else { return }
    let end = min(Int(eventSpan.offset), bytes.count)
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? 0
    report(
      .documentType,
      hasSubset
        ? "a document type with rules of its own is refused"
        : "an external document type is refused: no file is read for it",
      at: SourceSpan(source: source, offset: start, length: end - start),
      help: "write <!DOCTYPE html>"
    )
    parser?.stop()
  }

  func report(
    _ code: MarkupDiagnostic,
    _ message: String,
    at span: SourceSpan,
    help: String,
    related: SourceSpan? = nil,
    isLenient: Bool = false
  ) {
    let isWarning = isLenient && configuration.isLenient
    var diagnostic = Diagnostic(
      code: code,
      severity: isWarning ? .warning : .error,
      message: message,
      span: span,
      help: help
    )
    diagnostic.related = related
    diagnostics.report(diagnostic)
  }
}
