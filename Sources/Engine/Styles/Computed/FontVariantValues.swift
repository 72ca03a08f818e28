/// `font-variant-*` (CSS Fonts 4, 6).
public struct FontVariant: Sendable, Hashable {
  /// `font-variant-ligatures`: what is switched on or off; what is not named is the face's default.
  public var ligatures: FontLigatures = []
  /// `font-variant-caps`.
  public var caps = FontCaps.normal
  /// `font-variant-numeric`.
  public var numeric: FontNumerals = []
  /// `font-variant-position`.
  public var position = FontVariantPosition.normal
  /// Whether `font-variant-alternates` is `historical-forms`.
  public var usesHistoricalForms = false

  /// All at their initial values.
  public init() {}
}

/// The keywords of `font-variant-ligatures`.
public struct FontLigatures: OptionSet, Sendable, Hashable {
  /// One bit a keyword.
  public let rawValue: UInt16

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// `common-ligatures`: liga, clig.
  public static let common = FontLigatures(rawValue: 1)
  /// `no-common-ligatures`.
  public static let noCommon = FontLigatures(rawValue: 2)
  /// `discretionary-ligatures`: dlig.
  public static let discretionary = FontLigatures(rawValue: 4)
  /// `no-discretionary-ligatures`.
  public static let noDiscretionary = FontLigatures(rawValue: 8)
  /// `historical-ligatures`: hlig.
  public static let historical = FontLigatures(rawValue: 16)
  /// `no-historical-ligatures`.
  public static let noHistorical = FontLigatures(rawValue: 32)
  /// `contextual`: calt.
  public static let contextual = FontLigatures(rawValue: 64)
  /// `no-contextual`.
  public static let noContextual = FontLigatures(rawValue: 128)
  /// What `none` stands for.
  public static let none: FontLigatures = [.noCommon, .noDiscretionary, .noHistorical, .noContextual]
}

/// `font-variant-caps`.
public enum FontCaps: String, Sendable, CaseIterable {
  case normal
  case smallCaps = "small-caps"
  case allSmallCaps = "all-small-caps"
  case petiteCaps = "petite-caps"
  case allPetiteCaps = "all-petite-caps"
  case unicase
  case titlingCaps = "titling-caps"
}

/// The keywords of `font-variant-numeric`.
public struct FontNumerals: OptionSet, Sendable, Hashable {
  /// One bit a keyword.
  public let rawValue: UInt16

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// `lining-nums`: lnum.
  public static let lining = FontNumerals(rawValue: 1)
  /// `oldstyle-nums`: onum.
  public static let oldstyle = FontNumerals(rawValue: 2)
  /// `proportional-nums`: pnum.
  public static let proportional = FontNumerals(rawValue: 4)
  /// `tabular-nums`: tnum.
  public static let tabular = FontNumerals(rawValue: 8)
  /// `diagonal-fractions`: frac.
  public static let diagonalFractions = FontNumerals(rawValue: 16)
  /// `stacked-fractions`: afrc.
  public static let stackedFractions = FontNumerals(rawValue: 32)
  /// `ordinal`: ordn.
  public static let ordinal = FontNumerals(rawValue: 64)
  /// `slashed-zero`: zero.
  public static let slashedZero = FontNumerals(rawValue: 128)
}

/// `font-variant-position`.
public enum FontVariantPosition: String, Sendable, CaseIterable {
  case normal, sub, `super`
}

/// `font-kerning`.
public enum FontKerning: String, Sendable, CaseIterable {
  case auto, normal, none
}

/// One entry of `font-feature-settings`.
public struct FontFeature: Sendable, Hashable {
  /// Four ASCII characters.
  public var tag: String
  /// 0 is off, 1 is on; more chooses a glyph.
  public var value: Int

  /// A setting of feature `tag`.
  public init(tag: String, value: Int) {
    self.tag = tag
    self.value = value
  }
}

/// `font-synthesis-*`: what may be made where a family has no such face.
public struct FontSynthesis: Sendable, Hashable {
  /// Whether bold may be made.
  public var weight = true
  /// Whether oblique may be made.
  public var style = true
  /// Whether small capitals may be made.
  public var smallCaps = true

  /// All allowed.
  public init() {}
}
