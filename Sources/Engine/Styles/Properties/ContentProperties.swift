/// Generated content, counters, named strings, quotes and bookmarks.
let contentProperties: [Property] = [
  Property(
    "content",
    \.content,
    Definition("normal | none | <content-list>", initial: "normal", places: .boxes),
    computed: { reader in
      guard let content = reader.content() else { return nil }
      guard case .items(let items) = content, items.contains(where: \.namesCounterStyle) else {
        return { _, _ in content }
      }
      return { _, context in .items(items.map { $0.resolved(context.counterStyles) }) }
    }
  ),
  counters("counter-reset", \.counterReset, default: 0),
  counters("counter-increment", \.counterIncrement, default: 1),
  counters("counter-set", \.counterSet, default: 0),
  Property(
    "string-set",
    \.stringSet,
    Definition("none | [ <custom-ident> <content-list> ]#", initial: "none", places: .element),
    computed: { $0.assignments() }
  ),
  Property(
    "quotes",
    \.quotes,
    Definition("auto | none | [ <string> <string> ]+", initial: "auto", .inherited),
    value: { $0.quotes() }
  ),
  Property(
    "bookmark-level",
    \.bookmarkLevel,
    Definition("none | <integer [1,∞]>", initial: "none", places: .element),
    value: { $0.take("none") ? 0 : $0.integer(atLeast: 1) }
  ),
  Property(
    "bookmark-state",
    \.isBookmarkClosed,
    Definition("open | closed", initial: "open", places: .element),
    value: { $0.keyword(["open": false, "closed": true]) }
  ),
  Property(
    "bookmark-label",
    \.bookmarkLabel,
    Definition("<content-list>", initial: "content()", places: .element),
    computed: { reader in
      guard let items = reader.contentList(), !items.contains(where: \.isElement) else { return nil }
      return { _, context in items.map { $0.resolved(context.counterStyles) } }
    }
  ),
]

private func counters(_ name: String, _ field: StylePath<[CounterChange]>, default value: Int) -> Property {
  Property(
    name,
    field,
    Definition("none | [ <custom-ident> <integer>? ]+", initial: "none"),
    value: { reader in
      if reader.take("none") { return [] }
      var changes: [CounterChange] = []
      while let name = reader.customIdent() {
        changes.append(CounterChange(name: name, value: reader.integer() ?? value))
      }
      return changes.isEmpty ? nil : changes
    }
  )
}

extension ValueReader {
  /// Texts that are given to names.
  mutating func assignments() -> Computation<[NamedStringAssignment]>? {
    guard let assignments = stringSet() else { return nil }
    return { _, context in
      assignments.map { assignment in
        let value = assignment.value.map { $0.resolved(context.counterStyles) }
        return NamedStringAssignment(name: assignment.name, value: value)
      }
    }
  }

  fileprivate mutating func content() -> Content? {
    if take("normal") { return .normal }
    if take("none") { return Content.none }
    guard let items = contentList(), !items.contains(where: \.isPseudoText) else { return nil }
    // A running element fills its margin box alone (CSS GCPM 3, 1.2.2).
    guard items.count == 1 || !items.contains(where: \.isElement) else { return nil }
    return .items(items)
  }

  fileprivate mutating func stringSet() -> [NamedStringAssignment]? {
    if take("none") { return [] }
    var assignments: [NamedStringAssignment] = []
    repeat {
      guard let name = customIdent(), let value = contentList(), !value.contains(where: \.isElement) else { return nil }
      assignments.append(NamedStringAssignment(name: name, value: value))
    } while takeComma()
    return assignments
  }

  fileprivate mutating func quotes() -> Quotes? {
    if take("auto") { return .auto }
    if take("none") { return Quotes.none }
    var pairs: [[String]] = []
    while let opening = string() {
      guard let closing = string() else { return nil }
      pairs.append([opening, closing])
    }
    return pairs.isEmpty ? nil : .pairs(pairs)
  }
}

extension ContentItem {
  /// Whether this is a running element: for margin boxes only.
  fileprivate var isElement: Bool {
    if case .element = self { true } else { false }
  }

  /// Whether this is the text of a pseudo-element: for `string-set` and `bookmark-label` only.
  fileprivate var isPseudoText: Bool {
    if case .pseudoText = self { true } else { false }
  }
}
