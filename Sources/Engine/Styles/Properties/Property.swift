/// Puts a specified value into a style: computed from the style's earlier properties and the context.
typealias Setter = @Sendable (inout ComputedStyle, ComputeContext) -> Void

/// A specified value that is turned into a computed one for each style.
typealias Computation<Value> = @Sendable (ComputedStyle, ComputeContext) -> Value

/// Whether a property is inherited where nothing is specified.
enum Inheritance: String, Sendable { case inherited = "yes", reset = "no" }

/// Where a property may be specified.
struct Places: OptionSet, Sendable {
  let rawValue: UInt8

  static let element = Places(rawValue: 1)
  static let page = Places(rawValue: 2)
  static let marginBox = Places(rawValue: 4)
  static let all: Places = [.element, .page, .marginBox]
  static let boxes: Places = [.element, .marginBox]
}

/// One row of the ``PropertyTable``: a longhand property.
struct Property: Sendable {
  let name: String
  /// What the property takes, in the notation of CSS Values 4, section 2.
  let grammar: String
  /// The initial value as text; `parse` reads it where `initial` is written.
  let initial: String
  let inheritance: Inheritance
  let places: Places
  let parse: @Sendable (inout ValueReader) -> Setter?
  let copy: @Sendable (_ from: ComputedStyle, _ to: inout ComputedStyle) -> Void

  /// What puts the initial value into a style; read anew, so callers ask ``PropertyTable/initialSetters``.
  func readInitial() -> Setter {
    read(initial)
  }

  /// What puts the value that `text` is into a style; the table itself writes the text.
  func read(_ text: String) -> Setter {
    var tokens = ComponentReader(Array(text.utf8))
    var reader = ValueReader(tokens.components(until: [], .dropped))
    guard let setter = parse(&reader), reader.isAtEnd else {
      preconditionFailure("'\(text)', a value of '\(name)', is not of its grammar: \(grammar)")
    }
    return setter
  }

  /// A row whose value is computed from the style and the context.
  init<Value: Sendable>(
    _ name: String,
    _ field: StylePath<Value>,
    _ definition: Definition,
    computed: @escaping @Sendable (inout ValueReader) -> Computation<Value>?
  ) {
    self.name = name
    grammar = definition.grammar
    initial = definition.initial
    inheritance = definition.inheritance
    places = definition.places
    parse = { reader in
      guard let computation = computed(&reader) else { return nil }
      return { style, context in
        let value = computation(style, context)
        style[keyPath: field] = value
      }
    }
    copy = { $1[keyPath: field] = $0[keyPath: field] }
  }

  /// A row whose specified value is the computed one.
  init<Value: Sendable>(
    _ name: String,
    _ field: StylePath<Value>,
    _ definition: Definition,
    value: @escaping @Sendable (inout ValueReader) -> Value?
  ) {
    self.init(
      name,
      field,
      definition,
      computed: { reader in
        guard let value = value(&reader) else { return nil }
        return { _, _ in value }
      }
    )
  }

  /// A row that takes the keywords of an enum.
  init<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ name: String,
    _ field: StylePath<Value>,
    initial: String,
    _ inheritance: Inheritance = .reset,
    places: Places = .all
  ) {
    let definition = Definition(keywords(of: Value.self), initial: initial, inheritance, places: places)
    self.init(name, field, definition, value: { $0.keyword(of: Value.self) })
  }
}

/// What a row says about its property besides its name and functions.
struct Definition: Sendable {
  var grammar: String
  var initial: String
  var inheritance: Inheritance
  var places: Places

  init(_ grammar: String, initial: String, _ inheritance: Inheritance = .reset, places: Places = .all) {
    self.grammar = grammar
    self.initial = initial
    self.inheritance = inheritance
    self.places = places
  }
}

/// The grammar of an enum's keywords.
func keywords<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type) -> String {
  type.allCases.map(\.rawValue).joined(separator: " | ")
}
