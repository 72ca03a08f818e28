import Diagnostics

/// The functions that a content list may call, with what they take.
let contentFunctions: KeyValuePairs<String, String> = [
  "counter": "counter(name, style?)",
  "counters": "counters(name, \"separator\", style?)",
  "string": "string(name, first | start | last | first-except)",
  "attr": "attr(name)",
  "element": "element(name, first | start | last | first-except)",
  "url": "url(file)",
  "leader": "leader(dotted | solid | space | \"text\")",
  "content": "content(text | before | after | marker | first-letter)",
  "target-counter": "target-counter(attr(href), name, style?)",
  "target-counters": "target-counters(attr(href), name, \"separator\", style?)",
  "carried-sum": "carried-sum(name)",
  "page-sum": "page-sum(name)",
  "target-text": "target-text(attr(href), content | before | after | first-letter)",
]

extension ValueReader {
  /// The pieces of `content`, `string-set` and `bookmark-label` (CSS Content 3, section 2).
  mutating func contentList() -> [ContentItem]? {
    var items: [ContentItem] = []
    while let item = contentItem() { items.append(item) }
    return items.isEmpty ? nil : items
  }

  private mutating func contentItem() -> ContentItem? {
    if let text = string() { return .text(text) }
    if let file = imageReference() { return .image(file) }
    let words: KeyValuePairs<String, ContentItem> = [
      "open-quote": .openQuote, "close-quote": .closeQuote, "no-open-quote": .noOpenQuote,
      "no-close-quote": .noCloseQuote,
    ]
    if let item = keyword(words) { return item }
    guard let component = next, component.kind == .function else { return nil }
    let word = component.word
    guard let grammar = contentFunctions.first(where: { $0.key == word })?.value else {
      noteFunction(component)
      return nil
    }
    var inner = ValueReader(component.children)
    guard let item = inner.contentItem(calledBy: word), inner.isAtEnd else {
      let culprit = inner.culprit ?? component
      if let mistake = inner.mistake {
        note(mistake.code, mistake.message, at: mistake.component, help: mistake.help)
      }
      note(.wrongValue, "\(word)() cannot be read", at: culprit, help: "write \(grammar)")
      return nil
    }
    advance()
    return item
  }

  private mutating func noteFunction(_ component: Component) {
    let names = contentFunctions.map(\.key)
    let near = nearestName(to: component.text, in: names).map { "did you mean \($0)()? " } ?? ""
    note(
      .unknownFunction,
      "\(component.text)() is not a function of generated content",
      at: component,
      help: near + "there are " + names.map { $0 + "()" }.joined(separator: " ")
    )
  }

  private mutating func contentItem(calledBy word: String) -> ContentItem? {
    switch word {
    case "counter":
      guard let name = customIdent(), let style = counterStyle() else { return nil }
      return .counter(name: name, style: style)
    case "counters":
      guard let name = customIdent(), takeComma(), let separator = string(), let style = counterStyle() else {
        return nil
      }
      return .counters(name: name, separator: separator, style: style)
    case "string":
      guard let name = customIdent() else { return nil }
      guard takeComma() else { return .string(name: name, which: .first) }
      return keyword(of: NamedStringPosition.self).map { .string(name: name, which: $0) }
    case "attr": return customIdent().map(ContentItem.attribute)
    case "carried-sum": return customIdent().map { .sum(name: $0, scope: .carried) }
    case "page-sum": return customIdent().map { .sum(name: $0, scope: .page) }
    case "leader":
      // CSS GCPM 3, 3: the keywords stand for these texts.
      return (keyword(["dotted": ". ", "solid": "_", "space": " "]) ?? string()).map(ContentItem.leader)
    case "content":
      if isAtEnd || take("text") { return .elementText }
      guard let pseudo = keyword(of: PseudoElement.self), !pseudo.isFootnote else { return nil }
      return .pseudoText(pseudo)
    case "target-counter":
      guard let url = target(), takeComma(), let name = customIdent(), let style = counterStyle() else { return nil }
      return .targetCounter(url: url, name: name, style: style)
    case "target-counters":
      guard let url = target(), takeComma(), let name = customIdent(), takeComma(), let separator = string(),
        let style = counterStyle()
      else { return nil }
      return .targetCounters(url: url, name: name, separator: separator, style: style)
    case "element":
      guard let name = customIdent() else { return nil }
      guard takeComma() else { return .element(name: name, which: .first) }
      return keyword(of: NamedStringPosition.self).map { .element(name: name, which: $0) }
    default:
      guard let url = target() else { return nil }
      guard takeComma(), !take("text") else { return .targetText(url: url, part: .content) }
      return keyword(of: TargetTextPart.self).map { .targetText(url: url, part: $0) }
    }
  }

  /// `, style` or nothing, which is decimal.
  private mutating func counterStyle() -> ListStyleType? {
    takeComma() ? listStyleType() : .decimal
  }

  private mutating func target() -> TargetReference? {
    if let text = string() ?? url() { return .literal(text) }
    guard var inner = arguments(of: "attr"), let name = inner.customIdent() else { return nil }
    // `attr(href url)` is how CSS Content 3 writes it: the type is understood.
    if let next = inner.next, next.kind == .ident { inner.advance() }
    return inner.isAtEnd ? .attribute(name) : nil
  }
}
