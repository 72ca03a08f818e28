import Diagnostics

/// The at-rules of style sheets, as their hints and reference list them.
let atRules: KeyValuePairs<String, String> = [
  "charset": "@charset \"utf-8\"; (has no effect: sheets are UTF-8)",
  "import": "@import \"file.css\" print;",
  "media": "@media print { rules }",
  "supports": "@supports (display: flex) and (not (float: top)) { rules }",
  "font-face": "@font-face { font-family: name; src: url(file) }",
  "counter-style": "@counter-style name { system; symbols }",
  "page": "@page name:first { size; margin; @top-center { content } }",
]

/// `@charset`, `@import`, `@media` and the way to the others.
extension SheetReader {
  mutating func readAtRule(
    _ components: inout ComponentReader,
    _ state: inout RuleState,
    _ reporter: inout Reporter
  ) {
    guard let token = components.current else { return }
    let name = token.word
    if name != "charset", name != "import" { state.canImport = false }
    switch name {
    case "charset": skipAtRule(&components)
    case "import": readImport(&components, state, &reporter)
    case "media": readMedia(&components, &state, &reporter)
    case "font-face": readFontFace(&components, folder: state.folder, &reporter)
    case "supports": readSupports(&components, &state, &reporter)
    case "counter-style": readCounterStyle(&components, &reporter)
    case "page": readPage(&components, &reporter)
    default:
      let near = nearestName(to: token.text, in: atRules.map(\.key)).map { "did you mean @\($0)? " } ?? ""
      reporter.report(
        .unknownAtRule,
        "@\(token.text) is not a known at-rule",
        at: token,
        help: near + "there are " + atRules.map { "@" + $0.key }.joined(separator: " ")
      )
      skipAtRule(&components)
    }
  }

  private mutating func readImport(
    _ components: inout ComponentReader,
    _ state: RuleState,
    _ reporter: inout Reporter
  ) {
    guard let keyword = components.current else { return }
    components.position += 1
    let prelude = components.components(until: [.semicolon, .openBrace, .closeBrace], .dropped)
    if components.current?.kind == .semicolon { components.position += 1 }
    guard state.canImport else {
      reporter.report(
        .misplacedImport,
        "@import stands after a rule",
        at: keyword,
        help: "move it to the beginning of the style sheet"
      )
      return
    }
    var reader = ValueReader(prelude)
    guard let place = reader.next, let name = reader.string() ?? reader.url() else {
      let place = prelude.first ?? keyword
      reporter.report(.wrongAtRule, "@import names no file", at: place, help: "write @import \"file.css\";")
      return
    }
    let media = Array(prelude[1...])
    guard media.isEmpty || mediaApplies(media, at: keyword, &reporter) else { return }
    readFile(name, from: state.folder, at: reporter.span(of: place))
  }

  private mutating func readMedia(
    _ components: inout ComponentReader,
    _ state: inout RuleState,
    _ reporter: inout Reporter
  ) {
    guard let keyword = components.current else { return }
    components.position += 1
    let prelude = components.components(until: [.semicolon, .openBrace, .closeBrace], .dropped)
    guard let opening = components.current, opening.kind == .openBrace else {
      reporter.report(.wrongAtRule, "@media has no block", at: keyword, help: "write @media print { rules }")
      if components.current?.kind == .semicolon { components.position += 1 }
      return
    }
    let applies = mediaApplies(prelude, at: keyword, &reporter)
    // Rules for other media are read too, so that their mistakes are found.
    readRules(&components, &state, &reporter, applies: applies, opening: opening)
  }

  /// Reads the rules of a block, whose brace is the current token, and keeps them if they apply.
  mutating func readRules(
    _ components: inout ComponentReader,
    _ state: inout RuleState,
    _ reporter: inout Reporter,
    applies: Bool,
    opening: Component
  ) {
    guard state.depth < 64 else {
      reporter.report(.wrongAtRule, "rules stand in more than 64 blocks", at: opening, help: "nest fewer at-rules")
      return components.skipBlock()
    }
    components.position += 1
    let before = sheet
    state.depth += 1
    while let token = components.current, token.kind != .closeBrace {
      readRule(&components, &state, &reporter)
    }
    state.depth -= 1
    if components.current == nil { reportUnclosed(opening, &reporter) }
    components.position += 1
    if !applies { restore(before) }
  }

  /// Whether a list of media holds print (Media Queries 4, section 2); an empty list is all media.
  func mediaApplies(_ components: [Component], at keyword: Component, _ reporter: inout Reporter) -> Bool {
    guard !components.isEmpty else { return true }
    var applies = false
    for query in components.split(omittingEmptySubsequences: false, whereSeparator: { $0.kind == .comma }) {
      var reader = ValueReader(query)
      let isNegated = reader.take("not")
      if !isNegated { _ = reader.take("only") }
      let media: KeyValuePairs<String, Bool> = ["print": true, "all": true, "screen": false]
      let place = reader.next ?? query.last ?? keyword
      guard let isPrint = reader.keyword(media), reader.isAtEnd else {
        let culprit = reader.next ?? place
        let isFeature = culprit.kind == .parenthesisBlock || culprit.word == "and"
        let near = nearestName(to: culprit.text, in: media.map(\.key)).map { "did you mean \($0)? " } ?? ""
        reporter.report(
          .wrongMedia,
          isFeature ? "media features are not built" : "'\(culprit.description)' is not a known medium",
          at: culprit,
          help: near + "write print, screen or all, perhaps with 'not'; the paper is chosen by @page"
        )
        return false
      }
      applies = applies || isPrint != isNegated
    }
    return applies
  }
}
