/// Our own: sums of a table that are carried from page to page.
let sumProperties: [Property] = [
  Property(
    "vb-sum",
    \.sums,
    Definition("none | [ <custom-ident> <content-list>? ]#", initial: "none", places: .element),
    computed: { reader in
      guard let sums = reader.sums() else { return nil }
      return { _, context in
        sums.map { NamedStringAssignment(name: $0.name, value: $0.value.map { $0.resolved(context.counterStyles) }) }
      }
    }
  ),
  Property("vb-carry", \.carry, initial: "none", places: .element),
]

extension ValueReader {
  /// Names of sums, each with the text that a cell adds: its own where none is said.
  fileprivate mutating func sums() -> [NamedStringAssignment]? {
    if take("none") { return [] }
    var sums: [NamedStringAssignment] = []
    repeat {
      guard let name = customIdent() else { return nil }
      let hasText = next != nil && next?.kind != .comma
      guard let value = hasText ? contentList() : [.elementText] else { return nil }
      sums.append(NamedStringAssignment(name: name, value: value))
    } while takeComma()
    return sums
  }
}
