/// All properties: what they are called, take, inherit and begin with, and how they are read and computed.
///
/// Reading, inheritance, initial values, hints and the reference page come from these rows.
enum PropertyTable {
  /// The longhands, in the order in which they are computed: fonts first, as lengths refer to them, then line height
  /// and colour, which the rest refers to.
  static let rows: [Property] =
    [
      fontProperties, [lineHeightProperty, colorProperty], boxProperties, borderProperties, textProperties,
      fragmentationProperties, contentProperties, listProperties, tableProperties, pageProperties,
      textWrapProperties, fontVariantProperties, positionProperties, flexProperties, alignmentProperties,
      columnProperties, pictureProperties,
      backgroundProperties, effectProperties, footnoteProperties, draftProperties, sumProperties,
    ].flatMap { $0 }

  static let shorthands: [Shorthand] = [
    boxShorthands, borderShorthands, textShorthands, legacyAliases, positionShorthands, flexShorthands,
    alignmentShorthands, columnShorthands, logicalShorthands, textWrapShorthands, fontVariantShorthands,
    draftShorthands,
  ].flatMap { $0 }

  /// Index in `rows` of the property from which on the style's own colour is known.
  static let firstAfterColor = fontProperties.count + 2

  /// What a property name stands for.
  enum Entry: Sendable {
    case longhand(Int)
    case shorthand(Int)
  }

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for (index, row) in rows.enumerated() { entries[row.name] = .longhand(index) }
    for (index, shorthand) in shorthands.enumerated() { entries[shorthand.name] = .shorthand(index) }
    for (name, physical) in logicalNames { entries[name] = entries[physical] }
    return entries
  }()

  /// The longhands of each shorthand, as indices in `rows`.
  static let longhandIndices = shorthands.map { $0.longhands.map(index) }

  /// What puts a row's initial value into a style, by index.
  static let initialSetters = rows.map { $0.readInitial() }

  static func entry(_ name: String) -> Entry? {
    entries[name]
  }

  /// The index of a longhand that the table itself names.
  static func index(_ name: String) -> Int {
    guard case .longhand(let index)? = entries[name] else { preconditionFailure("'\(name)' is no longhand") }
    return index
  }

  static var names: [String] {
    rows.map(\.name) + shorthands.map(\.name) + logicalNames.map(\.key)
  }

}

/// Properties of CSS that are known to be missing: a message of their own is better than a nearest name.
let laterProperties: Set<String> = [
  "grid", "grid-template-columns", "grid-template-rows", "grid-template-areas", "grid-area", "grid-row", "grid-column",

  "text-shadow",
  "direction", "writing-mode", "unicode-bidi",
  "font-stretch", "font-variant-east-asian", "font-variation-settings", "font-size-adjust", "text-emphasis",
  "text-orientation", "initial-letter", "text-align-all", "white-space-trim", "text-spacing", "hyphenate-limit-lines",
  "hyphenate-limit-zone", "ruby-position",

  "page-orientation", "cursor", "transition", "animation", "filter", "clip-path", "border-image", "border-image-source",
  "border-image-slice", "border-image-width", "border-image-outset",
  "border-image-repeat", "background-position-x", "background-position-y", "background-blend-mode", "mix-blend-mode",
  "mask", "rotate", "scale", "translate", "perspective", "shape-outside", "will-change", "resize", "user-select",
]
