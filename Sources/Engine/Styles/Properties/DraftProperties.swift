/// Our own: line numbers and change bars of drafts, entries of an index.
let draftProperties: [Property] = [
  Property(
    "vb-line-numbers",
    \.lineNumbers,
    Definition("none | [ page | document ] || <integer [1,∞]>", initial: "none", .inherited, places: .element),
    value: { $0.lineNumbers() }
  ),
  Property(
    "vb-change-bar-width",
    \.changeBar.width,
    Definition(lineWidthGrammar, initial: "0", places: .element),
    computed: { $0.lineWidth() }
  ),
  Property(
    "vb-change-bar-color",
    \.changeBar.color,
    Definition("<color>", initial: "currentcolor", places: .element),
    computed: { $0.optionalColor() }
  ),
  Property(
    "vb-index",
    \.indexEntries,
    Definition("none | [ <custom-ident> <content-list> ]#", initial: "none", places: .element),
    computed: { $0.assignments() }
  ),
  Property(
    "vb-index-list",
    \.indexList,
    Definition("none | <custom-ident>", initial: "none", places: .element),
    value: { reader -> String? in reader.take("none") ? "" : reader.customIdent() }
  ),
]

let draftShorthands: [Shorthand] = [
  Shorthand(
    "vb-change-bar",
    "none | <line-width> || <color>",
    ["vb-change-bar-width", "vb-change-bar-color"]
  ) { reader in
    if reader.take("none") { return [.of("vb-change-bar-width", "0"), .of("vb-change-bar-color", "currentcolor")] }
    return reader.anyOrder([["vb-change-bar-width"], ["vb-change-bar-color"]])
  }
]

extension ValueReader {
  fileprivate mutating func lineNumbers() -> LineNumbers?? {
    if take("none") { return .some(nil) }
    var startsOnPage: Bool?
    var step: Int?
    while next != nil {
      if startsOnPage == nil, let word = keyword(["page": true, "document": false]) {
        startsOnPage = word
      } else if step == nil, let number = integer(atLeast: 1) {
        step = number
      } else {
        return nil
      }
    }
    guard startsOnPage != nil || step != nil else { return nil }
    return .some(LineNumbers(startsOnPage: startsOnPage ?? true, step: step ?? 1))
  }
}
