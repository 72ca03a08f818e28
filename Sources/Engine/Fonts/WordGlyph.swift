/// A glyph of a shaped word, in font units.
public struct WordGlyph: Sendable, Hashable {
  /// The glyph's index in its face; 0 is the missing glyph.
  public var glyphID: UInt32
  /// First byte of its cluster, from the word's start.
  public var cluster: Int32
  /// Advance.
  public var advance: Int32
  /// Offset to the right of the pen.
  public var xOffset: Int32
  /// Offset above the baseline.
  public var yOffset: Int32
}

/// The OpenType features that a word is shaped with, beyond those that are always on.
public struct WordFeatures: OptionSet, Sendable, Hashable {
  /// One bit a feature.
  public let rawValue: UInt8
  /// Without ligatures, as letter-spacing asks (CSS Text 3, 8.2).
  public static let noLigatures = WordFeatures(rawValue: 1)
  /// With the face's own small capitals.
  public static let smallCaps = WordFeatures(rawValue: 2)
  /// With small capitals for capitals too.
  public static let capitalsToSmallCaps = WordFeatures(rawValue: 4)
  /// With the face's petite capitals.
  public static let petiteCaps = WordFeatures(rawValue: 8)
  /// With petite capitals for capitals too.
  public static let capitalsToPetiteCaps = WordFeatures(rawValue: 16)
  /// With the face's own superscripts.
  public static let superscripts = WordFeatures(rawValue: 32)
  /// With the face's own subscripts.
  public static let subscripts = WordFeatures(rawValue: 64)

  /// The features of these bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

/// The setting of one OpenType feature.
public struct FeatureSetting: Sendable, Hashable {
  /// Its tag, four ASCII characters.
  public var tag: String
  /// 0 is off, 1 is on; more chooses a glyph.
  public var value: UInt32

  /// Feature `tag` at `value`.
  public init(_ tag: String, _ value: UInt32 = 1) {
    self.tag = tag
    self.value = value
  }
}

/// How a word is shaped: words are cached under this and their bytes.
public struct WordStyle: Sendable, Hashable {
  /// The face.
  public var face: FaceID
  /// The features.
  public var features: WordFeatures
  /// The language, as ``FontLibrary`` numbers it.
  public var language: Int32
  /// Further feature settings, as ``FontLibrary`` numbers them.
  public var settings: Int32

  /// A style of its parts.
  public init(face: FaceID, features: WordFeatures = [], language: Int32 = 0, settings: Int32 = 0) {
    self.face = face
    self.features = features
    self.language = language
    self.settings = settings
  }
}

/// What is known of a shaped word besides its glyphs.
public struct WordShape: Sendable, Hashable {
  /// What kerning adds between the word and a space after it, in font units: it belongs to that space.
  public var spaceKern: Int32
  /// Whether the face lacks one of the word's characters.
  public var hasMissingGlyph: Bool
}

extension FontLibrary {
  /// Appends the glyphs of a word to `glyphs`; shapes it once for each style.
  ///
  /// - Parameters:
  ///   - bytes: the word in UTF-8, with one space before it where one stands there, so that kerning with it is kept.
  ///   - style: face, features and language.
  ///   - glyphs: receives the glyphs, left to right.
  /// - Returns: what is known of the word besides its glyphs.
  package func shape(_ bytes: UnsafeBufferPointer<UInt8>, style: WordStyle, into glyphs: inout [WordGlyph]) -> WordShape
  {
    words.shape(bytes, style: style, face: face(style.face), into: &glyphs)
  }

  /// The number under which a BCP 47 language stands in a ``WordStyle``.
  package func number(ofLanguage name: String) -> Int32 {
    words.number(ofLanguage: name)
  }

  /// The number under which feature settings stand in a ``WordStyle``; 0 for none.
  package func number(ofSettings settings: [FeatureSetting]) -> Int32 {
    settings.isEmpty ? 0 : words.number(ofSettings: settings)
  }

  /// Font units of the face's em.
  package func unitsPerEm(of face: FaceID) -> Double {
    self.face(face).unitsPerEm
  }

  /// Whether the face has what a feature asks for (its tag in the GSUB table).
  package func has(_ feature: WordFeatures, _ face: FaceID) -> Bool {
    self.face(face).has(feature)
  }
}
