import Diagnostics

/// `@supports` (CSS Conditional Rules 3, 2): asked of the property table.
extension SheetReader {
  mutating func readSupports(
    _ components: inout ComponentReader,
    _ state: inout RuleState,
    _ reporter: inout Reporter
  ) {
    guard let keyword = components.current else { return }
    components.position += 1
    let prelude = components.components(until: [.semicolon, .openBrace, .closeBrace], .kept)
    guard let opening = components.current, opening.kind == .openBrace else {
      reporter.report(.wrongAtRule, "@supports has no block", at: keyword, help: supportsHelp)
      if components.current?.kind == .semicolon { components.position += 1 }
      return
    }
    guard let holds = supports(prelude, depth: 0) else {
      let place = prelude.first { $0.kind != .whitespace } ?? keyword
      reporter.report(.wrongAtRule, "the condition of @supports cannot be read", at: place, help: supportsHelp)
      _ = components.component(.dropped)
      return
    }
    if holds {
      readRules(&components, &state, &reporter, applies: true, opening: opening)
    } else {
      // What is not supported is no mistake in here: that is what the rule is for.
      _ = components.component(.dropped)
    }
  }

  /// Whether a condition holds; `nil` where it is not of the grammar.
  private func supports(_ components: [Component], depth: Int) -> Bool? {
    let parts = components.filter { $0.kind != .whitespace }
    guard let first = parts.first, depth < 64 else { return nil }
    if first.kind == .ident, first.word == "not" {
      return parts.count == 2 ? supportsTerm(parts[1], depth).map { !$0 } : nil
    }
    guard parts.count % 2 == 1, var holds = supportsTerm(first, depth) else { return nil }
    guard parts.count > 1 else { return holds }
    let joint = parts[1].word
    guard joint == "and" || joint == "or" else { return nil }
    for place in stride(from: 1, to: parts.count, by: 2) {
      // `and` and `or` are not mixed without parentheses.
      guard parts[place].kind == .ident, parts[place].word == joint, let other = supportsTerm(parts[place + 1], depth)
      else { return nil }
      holds = joint == "and" ? holds && other : holds || other
    }
    return holds
  }

  private func supportsTerm(_ term: Component, _ depth: Int) -> Bool? {
    if term.isFunction("selector") {
      var reader = SelectorReader(term.children, symbols: symbols)
      return (try? reader.list()) != nil
    }
    // A function of a later level is false (CSS Conditional Rules 3, 2.1, general enclosed).
    if term.kind == .function { return false }
    guard term.kind == .parenthesisBlock else { return nil }
    let parts = withoutSpaces(term.children)
    guard parts.count >= 2, parts[0].kind == .ident, parts[1].kind == .colon else {
      return supports(term.children, depth: depth + 1)
    }
    return supportsDeclaration(parts[0], Array(parts.dropFirst(2)))
  }

  private func supportsDeclaration(_ name: Component, _ value: [Component]) -> Bool {
    if name.text.hasPrefix("--") { return true }
    var value = value
    if value.count >= 2, value.last?.word == "important", value[value.count - 2].isDelimiter("!") {
      value.removeLast(2)
    }
    guard PropertyTable.entry(name.word) != nil, !value.isEmpty else { return false }
    if callsVariable(value) { return true }
    return (try? declaredValues(of: name.word, value, base: nil)) != nil
  }
}

private let supportsHelp = "write @supports (display: flex) and (not (float: top)) { rules }"

private func withoutSpaces(_ components: [Component]) -> [Component] {
  components.filter { $0.kind != .whitespace }.map { component in
    guard !component.children.isEmpty else { return component }
    var copy = component
    copy.children = withoutSpaces(component.children)
    return copy
  }
}
