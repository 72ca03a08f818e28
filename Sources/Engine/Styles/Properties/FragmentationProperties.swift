/// Breaks between and inside boxes, and the page a box goes to.
let fragmentationProperties: [Property] = [
  Property("break-before", \.breakBefore, initial: "auto", places: .element),
  Property("break-after", \.breakAfter, initial: "auto", places: .element),
  Property("break-inside", \.breakInside, initial: "auto", places: .element),
  count("orphans", \.orphans),
  count("widows", \.widows),
  Property(
    "page",
    \.page,
    // CSS Paged Media 3, 4.3: not inherited, but the used value of auto is the parent's, which is what is kept.
    Definition("auto | <custom-ident>", initial: "auto", .inherited, places: .element),
    computed: { reader in
      if reader.take("auto") { return { _, context in context.parent.page } }
      guard let name = reader.customIdent() else { return nil }
      return { _, _ in name }
    }
  ),
]

/// CSS Fragmentation 3, 3.4: the names of CSS 2 for breaks.
let legacyAliases: [Shorthand] = [
  legacyBreak("page-break-before", "break-before"),
  legacyBreak("page-break-after", "break-after"),
  Shorthand("page-break-inside", "auto | avoid", ["break-inside"]) { reader in
    guard let next = reader.next, ["auto", "avoid"].contains(next.word) else { return nil }
    return reader.anyOrder([["break-inside"]])
  },
]

let pageProperties: [Property] = [
  Property(
    "size",
    \.pageSize,
    Definition(
      "auto | <length>{1,2} | [ " + pageSizes.map(\.key).joined(separator: " | ") + " ] || [ portrait | landscape ]",
      initial: "auto",
      places: .page
    ),
    computed: { $0.pageSize() }
  ),
  Property(
    "marks",
    \.pageMarks,
    Definition("none | [ crop || cross ]", initial: "none", places: .page),
    value: { $0.pageMarks() }
  ),
  Property(
    "bleed",
    \.pageBleed,
    Definition("auto | <length [0,∞]>", initial: "auto", places: .page),
    computed: { reader in
      if reader.take("auto") { return { _, _ in nil } }
      guard let length = reader.length(.refused, .nonNegative) else { return nil }
      return { max(0, length.points($0, $1)) }
    }
  ),
]

/// How footnotes are laid out.
let footnoteProperties: [Property] = [
  Property("footnote-policy", \.footnotePolicy, initial: "auto", places: .element),
  Property("footnote-display", \.footnoteDisplay, initial: "block", places: .element),
]

extension ValueReader {
  fileprivate mutating func pageMarks() -> PageMarks? {
    if take("none") { return [] }
    var marks: PageMarks = []
    while let mark = keyword(["crop": PageMarks.crop, "cross": .cross]) {
      guard marks.insert(mark).inserted else { return nil }
    }
    return marks.isEmpty ? nil : marks
  }
}

private func count(_ name: String, _ field: StylePath<Int>) -> Property {
  Property(
    name,
    field,
    Definition("<integer [1,∞]>", initial: "2", .inherited, places: .element),
    value: { $0.integer(atLeast: 1) }
  )
}

private func legacyBreak(_ name: String, _ longhand: String) -> Shorthand {
  Shorthand(name, "auto | always | avoid | left | right", [longhand]) { reader in
    let index = PropertyTable.index(longhand)
    guard let next = reader.next, ["auto", "always", "avoid", "left", "right"].contains(next.word) else { return nil }
    reader.advance()
    let word = next.word == "always" ? "page" : next.word
    var inner = ValueReader([Component(kind: .ident, text: word, start: next.start, end: next.end)])
    guard let setter = PropertyTable.rows[index].parse(&inner) else { return nil }
    return [LonghandValue(index: index, setter: setter)]
  }
}
