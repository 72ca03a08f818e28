import Diagnostics

/// Reads the declarations of one block.
struct DeclarationReader {
  let place: Places
  /// What names of files start from.
  let folder: String
  /// Whether the block is that of `@footnote`.
  let isFootnoteArea: Bool
  private(set) var block: DeclarationBlock

  init(place: Places, origin: Origin, folder: String, isFootnoteArea: Bool = false) {
    self.isFootnoteArea = isFootnoteArea
    self.place = place
    self.folder = folder
    block = DeclarationBlock(origin: origin)
  }

  /// Reads `name: value` up to the next `;` or the block's end; `name` is the current token.
  mutating func read(_ source: inout ComponentReader, _ reporter: inout Reporter) {
    guard let name = source.current else { return }
    let ends: KindSet = [.semicolon, .closeBrace]
    guard name.kind == .ident else {
      let found = source.components(until: ends, .dropped)
      reporter.report(
        .syntax,
        "'\(found.first?.description ?? name.description)' is not the beginning of a declaration",
        at: found.first ?? name,
        help: "write property: value;"
      )
      return
    }
    source.position += 1
    source.skipSpaces()
    guard source.current?.kind == .colon else {
      let next = source.current ?? name
      _ = source.components(until: ends, .dropped)
      reporter.report(
        .syntax,
        "a colon is missing after '\(name.text)'",
        span: reporter.span(from: next.start, to: next.end),
        help: "write \(name.text): value;"
      )
      return
    }
    source.position += 1
    let value = source.components(until: ends, .dropped)
    if name.text.hasPrefix("--") {
      readCustom(name, value, &reporter)
    } else {
      readProperty(name, value, &reporter)
    }
  }

  private mutating func readCustom(_ name: Component, _ value: [Component], _ reporter: inout Reporter) {
    var components = value
    let isImportant = takeImportance(&components)
    let span = reporter.span(of: name)
    block.customs.append(
      CustomDeclaration(name: name.text, components: components, isImportant: isImportant, span: span)
    )
    block.hasImportant = block.hasImportant || isImportant
  }

  private mutating func readProperty(_ name: Component, _ value: [Component], _ reporter: inout Reporter) {
    let word = name.word
    guard let entry = PropertyTable.entry(word) else {
      reportUnknown(name, &reporter)
      return
    }
    var components = value
    let isImportant = takeImportance(&components)
    guard isAllowed(entry, name, &reporter) else { return }
    guard let first = components.first, let last = components.last else {
      reporter.report(.wrongValue, "'\(word)' has no value", at: name, help: takes(word))
      return
    }
    if let broken = components.first(where: { $0.kind == .badString || $0.kind == .badURL }) {
      let what = broken.kind == .badURL ? "url is not closed" : "string is not closed on its line"
      reporter.report(.unclosed, "a \(what)", at: broken, help: "put the closing mark at its end")
      return
    }
    let span = reporter.span(from: first.start, to: last.end)
    var base = ValueBase(folder: folder, source: reporter.source, offset: reporter.base)
    base.isFootnoteArea = isFootnoteArea
    if callsVariable(components) {
      let pending = PendingValue(components: components, name: word, span: span, base: base)
      add(longhands(of: entry).map { ($0, .pending(pending)) }, isImportant)
      return
    }
    do throws(ValueMistake) {
      add(try declaredValues(of: word, components, base: base), isImportant)
      for (name, component) in counterNames(in: components, of: word) {
        block.counterNames.append(CounterName(name: name, span: reporter.span(of: component)))
      }
    } catch {
      reporter.report(error.code, error.message, at: error.component, help: error.help ?? takes(word))
    }
  }

  private mutating func add(_ values: [(Int, Declaration.Value)], _ isImportant: Bool) {
    for (property, value) in values {
      block.declarations.append(Declaration(property: property, value: value, isImportant: isImportant))
    }
    block.hasImportant = block.hasImportant || isImportant
  }

  /// Removes `!important` from a value's end.
  private func takeImportance(_ components: inout [Component]) -> Bool {
    guard components.count >= 2, let last = components.last, last.kind == .ident, last.word == "important",
      components[components.count - 2].isDelimiter("!")
    else { return false }
    components.removeLast(2)
    return true
  }

  private func isAllowed(_ entry: PropertyTable.Entry, _ name: Component, _ reporter: inout Reporter) -> Bool {
    let places = longhands(of: entry).reduce(Places.all) { $0.intersection(PropertyTable.rows[$1].places) }
    if places.isSuperset(of: place) { return true }
    let context = place == .page ? "in @page" : place == .marginBox ? "in a margin box" : "for an element"
    reporter.report(
      .misplacedProperty,
      "'\(name.text)' has no meaning \(context)",
      at: name,
      help: places == .page ? "move it into an @page rule" : "move it into a rule for elements"
    )
    return false
  }

  private func reportUnknown(_ name: Component, _ reporter: inout Reporter) {
    if laterProperties.contains(name.word) {
      let message = "'\(name.text)' is a property of CSS that is not built yet"
      reporter.report(.laterProperty, message, at: name, help: "leave it out; docs/css.md lists what is built")
      return
    }
    let near = nearestName(to: name.text, in: PropertyTable.names)
    reporter.report(
      .unknownProperty,
      "'\(name.text)' is not a known property",
      at: name,
      help: near.map { "did you mean '\($0)'?" } ?? "docs/css.md lists the properties that are known"
    )
  }
}

/// The longhands that a property name stands for.
func longhands(of entry: PropertyTable.Entry) -> [Int] {
  switch entry {
  case .longhand(let index): [index]
  case .shorthand(let index): PropertyTable.longhandIndices[index]
  }
}

/// Whether `var()` is called anywhere in a value.
func callsVariable(_ components: [Component]) -> Bool {
  components.contains { $0.isFunction("var") || (!$0.children.isEmpty && callsVariable($0.children)) }
}

private func takes(_ name: String) -> String {
  "'\(name)' takes \(grammar(of: name))"
}

private func grammar(of name: String) -> String {
  switch PropertyTable.entry(name) {
  case .longhand(let index)?: PropertyTable.rows[index].grammar
  case .shorthand(let index)?: PropertyTable.shorthands[index].grammar
  case nil: ""
  }
}

/// The longhands' values of a property's value without `var()`.
func declaredValues(
  of name: String,
  _ components: [Component],
  base: ValueBase?
) throws(ValueMistake) -> [(Int, Declaration.Value)] {
  guard let entry = PropertyTable.entry(name) else { return [] }
  if components.count == 1, let word = components.first?.word, components[0].kind == .ident,
    cssWideKeywords.contains(word)
  {
    return longhands(of: entry).map { ($0, wideValue(word, $0)) }
  }
  var reader = ValueReader(components, base: base)
  switch entry {
  case .longhand(let index):
    if let setter = PropertyTable.rows[index].parse(&reader), reader.isAtEnd { return [(index, .set(setter))] }
  case .shorthand(let index):
    if let values = PropertyTable.shorthands[index].values(&reader, PropertyTable.longhandIndices[index]) {
      return values.map { ($0.index, .set($0.setter)) }
    }
  }
  throw mistake(in: reader, components, name)
}

private func wideValue(_ word: String, _ property: Int) -> Declaration.Value {
  switch word {
  case "inherit": .inherit
  case "initial": .initial(PropertyTable.initialSetters[property])
  case "revert": .revert
  default:
    PropertyTable.rows[property].inheritance == .inherited
      ? .inherit : .initial(PropertyTable.initialSetters[property])
  }
}

private func mistake(in reader: ValueReader, _ components: [Component], _ name: String) -> ValueMistake {
  if let mistake = reader.mistake { return mistake }
  let culprit = reader.culprit ?? components[0]
  let grammar = grammar(of: name)
  var near: String?
  if culprit.kind == .ident {
    var words = keywords(in: grammar)
    if grammar.contains("<color>") { words += namedColors.keys.sorted() + ["transparent", "currentcolor"] }
    if grammar.contains("<counter-style>") { words += counterStyles.map(\.key) }
    if grammar.contains("<line-style>") || name.hasSuffix("style") { words += BorderStyle.allCases.map(\.rawValue) }
    near = nearestName(to: culprit.word, in: words)
  }
  let isWhole = reader.isAtEnd && reader.furthest >= components.count
  return ValueMistake(
    code: .wrongValue,
    message: isWhole
      ? "the value of '\(name)' is not complete" : "'\(name)' does not take '\(culprit.description)' here",
    component: culprit,
    help: (near.map { "did you mean '\($0)'? " } ?? "") + takes(name)
  )
}

/// The words that a grammar takes as they stand.
private func keywords(in grammar: String) -> [String] {
  grammar.split(separator: " ").filter { word in
    word.utf8.allSatisfy { isNameByte($0) } && !word.isEmpty
  }.map(String.init)
}
