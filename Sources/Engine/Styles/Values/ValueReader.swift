import Diagnostics

/// What is wrong with a value, where a reader knows more than "not of the grammar".
struct ValueMistake: Error {
  var code: StyleDiagnostic
  var message: String
  var component: Component
  var help: String?
}

/// The place of a value's text, which names of files in it are seen from.
struct ValueBase: Sendable {
  /// The style sheet's folder.
  var folder: String
  var source: SourceID
  /// Where the style sheet's text begins in its source.
  var offset: Int
  /// Whether the value stands in `@footnote`.
  var isFootnoteArea = false

  func span(of component: Component) -> SourceSpan {
    let start = offset + Int(component.start)
    return SourceSpan(source: source, offset: start, length: Int(component.end - component.start))
  }
}

/// Reads the components of one declaration's value from left to right.
///
/// A reading function takes what it understands and returns `nil`, having taken nothing, where the next component is
/// something else. What a whole value leaves unread is what a message points at.
struct ValueReader {
  /// Where the value stands: `url()` starts from its folder.
  private(set) var base: ValueBase?
  private let components: ArraySlice<Component>
  private(set) var position: Int
  /// The first thing found wrong that has words of its own.
  private(set) var mistake: ValueMistake?
  /// The furthest component that was looked at.
  private(set) var furthest: Int

  init(_ components: ArraySlice<Component>, base: ValueBase? = nil) {
    self.base = base
    self.components = components
    position = components.startIndex
    furthest = components.startIndex
  }

  init(_ components: [Component], base: ValueBase? = nil) {
    self.init(components[...], base: base)
  }

  var isAtEnd: Bool { position >= components.endIndex }

  var next: Component? { isAtEnd ? nil : components[position] }

  /// The component that a message about the whole value points at.
  var culprit: Component? {
    components.indices.contains(furthest) ? components[furthest] : components.last
  }

  mutating func advance() {
    position += 1
    furthest = max(furthest, position)
  }

  /// Goes back to a place; what was looked at stays noted.
  mutating func goBack(to place: Int) {
    position = place
  }

  mutating func note(_ code: StyleDiagnostic, _ message: String, at component: Component, help: String? = nil) {
    guard mistake == nil else { return }
    mistake = ValueMistake(code: code, message: message, component: component, help: help)
  }

  /// Takes the keyword `word`.
  mutating func take(_ word: String) -> Bool {
    guard let next, next.kind == .ident, next.word == word else { return false }
    advance()
    return true
  }

  mutating func take(_ kind: Component.Kind) -> Component? {
    guard let next, next.kind == kind else { return nil }
    advance()
    return next
  }

  mutating func takeSlash() -> Bool {
    guard let next, next.isDelimiter("/") else { return false }
    advance()
    return true
  }

  mutating func takeComma() -> Bool {
    take(.comma) != nil
  }

  /// One of an enum's keywords.
  mutating func keyword<Value: RawRepresentable<String>>(of type: Value.Type) -> Value? {
    guard let next, next.kind == .ident, let value = Value(rawValue: next.word) else { return nil }
    advance()
    return value
  }

  /// The value that stands beside the keyword found.
  mutating func keyword<Value>(_ table: KeyValuePairs<String, Value>) -> Value? {
    guard let next, next.kind == .ident else { return nil }
    let word = next.word
    guard let row = table.first(where: { $0.key == word }) else { return nil }
    advance()
    return row.value
  }

  /// A name that the author chose, which is compared with regard to case.
  mutating func customIdent() -> String? {
    guard let next, next.kind == .ident, !cssWideKeywords.contains(next.word) else { return nil }
    advance()
    return next.text
  }

  mutating func string() -> String? {
    take(.string)?.text
  }

  /// An integer; what is more than a billion counts as a billion (CSS Values 4, 5.2: a range of the engine's own).
  mutating func integer() -> Int? {
    guard let next, next.kind == .number, next.isInteger, !next.number.isNaN else { return nil }
    advance()
    return Int(min(max(next.number, -1e9), 1e9))
  }

  mutating func integer(atLeast least: Int) -> Int? {
    guard let next, let value = integer() else { return nil }
    if value >= least { return value }
    note(.wrongValue, "\(next.description) is less than \(least)", at: next, help: "write \(least) or more")
    goBack(to: position - 1)
    return nil
  }

  /// The name in `url(name)`.
  mutating func url() -> String? {
    if let url = take(.url) { return url.text }
    guard let next, next.isFunction("url"), let name = next.children.first, name.kind == .string,
      next.children.count == 1
    else { return nil }
    advance()
    return name.text
  }

  /// The arguments of the function `name`.
  mutating func arguments(of name: String) -> ValueReader? {
    guard let next, next.isFunction(name) else { return nil }
    advance()
    return ValueReader(next.children)
  }
}

/// The keywords that every property takes (CSS Cascade 4, section 7).
let cssWideKeywords: Set<String> = ["inherit", "initial", "unset", "revert"]
