import Diagnostics

/// Where a rule comes from (CSS Cascade 4, 6.2), weakest first.
enum Origin: UInt8, Sendable {
  case userAgent
  /// Attributes such as `start` of `<ol>`: after the default sheet, before the author's.
  case hint
  case author
}

/// One longhand and its specified value.
struct Declaration: Sendable {
  enum Value: Sendable {
    case set(Setter)
    case inherit
    case initial(Setter)
    case revert
    /// The value calls `var()`: read once its custom properties are known.
    case pending(PendingValue)
  }

  /// Index in ``PropertyTable/rows``.
  var property: Int
  var value: Value
  var isImportant: Bool
}

/// A value that calls `var()`, with the property that it was written for.
struct PendingValue: Sendable {
  var components: [Component]
  /// The property as written: a longhand or a shorthand.
  var name: String
  var span: SourceSpan
  var base: ValueBase
}

/// A custom property (CSS Variables 1).
struct CustomDeclaration: Sendable {
  /// The name with its two hyphens.
  var name: String
  var components: [Component]
  var isImportant: Bool
  var span: SourceSpan
}

/// The declarations of one rule, `style` attribute or margin box.
struct DeclarationBlock: Sendable {
  var declarations: [Declaration] = []
  var customs: [CustomDeclaration] = []
  var hasImportant = false
  /// Counter styles that values name.
  var counterNames: [CounterName] = []
  var origin = Origin.author
}

/// A style rule: its selectors share a block.
struct StyleRule: Sendable {
  var selectors: [Selector]
  var block: DeclarationBlock
}

/// What the style sheets of one origin hold, in order of appearance.
struct StyleSheet: Sendable {
  var rules: [StyleRule] = []
  var pages: [PageRule] = []
  var fontFaces: [FontFaceRule] = []
  var counterStyles: [CounterStyleRule] = []
}
