public import Fonts

/// How a stretch of text is set.
public struct TextStyle: Sendable, Hashable {
  /// The faces to try for each character, best first; never empty.
  public var faces: [FaceID]
  /// Font size in points.
  public var size: Double
  /// Extra points after each cluster but a line's last.
  public var letterSpacing = 0.0
  /// Extra points at each word space.
  public var wordSpacing = 0.0
  /// Which letters are set as small capitals (by the face's own, or scaled capitals where it has none).
  public var smallCaps = SmallCapitals.none
  /// Whether those are the face's petite capitals where it has them.
  public var usesPetiteCaps = false
  /// Whether scaled capitals may stand in for missing small ones (`font-synthesis-small-caps`).
  public var synthesisesSmallCaps = true
  /// Whether the text is set as superscripts or subscripts, on the same baseline (`font-variant-position`).
  public var position = ScriptPosition.normal
  /// Settings of OpenType features, of two of one feature the later holds.
  public var features: [FeatureSetting] = []
  /// Whether lines may be broken inside (`white-space` other than `nowrap` and `pre`).
  public var wraps = true
  /// Whether spaces and tabs are kept, also at a line's end (`pre`, `pre-wrap`, `break-spaces`).
  public var preservesSpaces = false
  /// Whether a line may end after every kept space, and none hangs (`break-spaces`).
  public var breaksSpaces = false
  /// The distance of tab stops.
  public var tabSize = TabSize.spaces(8)
  /// Where lines may end inside words.
  public var wordBreak = WordBreak.normal
  /// Whether a word that is wider than a line may be broken anywhere.
  public var overflowWrap = OverflowWrap.normal
  /// Whether words are hyphenated.
  public var hyphens = Hyphens.manual
  /// How short the pieces of a hyphenated word may be.
  public var hyphenLimits = HyphenLimits()
  /// What is shown where a word is hyphenated; empty is the hyphen of the face.
  public var hyphenCharacter = ""
  /// What may hang outside the lines.
  public var hanging: HangingMarks = []
  /// BCP 47 language for shaping, break rules and hyphenation; empty if unknown.
  public var language = ""

  /// A style in `faces` at `size` points.
  public init(faces: [FaceID], size: Double) {
    self.faces = faces
    self.size = size
  }

  /// Whether spaces at a line's end take room as others do: they neither go nor hang (CSS Text 3, 4.1.3).
  var keepsEndSpaces: Bool { preservesSpaces && (!wraps || breaksSpaces) }
}

/// Which letters are small capitals (`font-variant-caps`).
public enum SmallCapitals: Sendable, Hashable {
  case none
  /// Lower-case ones.
  case lowerCase
  /// All.
  case allLetters
}

/// `font-variant-position` (CSS Fonts 4, 6.5).
public enum ScriptPosition: Sendable, Hashable {
  case normal, sub, `super`
}

/// `tab-size` (CSS Text 3, 4.2).
public enum TabSize: Sendable, Hashable {
  /// A multiple of the space's advance, letter and word spacing included.
  case spaces(Double)
  /// A length in points.
  case length(Double)
}

/// `word-break` (CSS Text 3, 5.2).
public enum WordBreak: Sendable, Hashable {
  /// Between words only, as the script wants.
  case normal
  /// Also between any two letters.
  case breakAll
  /// Not between letters at all, also not between ideographs.
  case keepAll
}

/// `overflow-wrap` (CSS Text 3, 5.5).
public enum OverflowWrap: Sendable, Hashable {
  /// A word that is too wide overflows.
  case normal
  /// It is broken where the line is full.
  case breakWord
  /// The same, and min-content widths know of it.
  case anywhere
}

/// `hyphens` (CSS Text 3, 5.4).
public enum Hyphens: Sendable, Hashable {
  /// Nowhere, also not at U+00AD.
  case none
  /// At U+00AD only.
  case manual
  /// Also where a dictionary of the language says; not in words that hold U+00AD.
  case auto
}

/// `hyphenate-limit-chars` (CSS Text 4, 6.3.2), in characters.
public struct HyphenLimits: Sendable, Hashable {
  /// Shorter words are not hyphenated.
  public var word: Int32
  /// The least before a hyphen.
  public var before: Int32
  /// The least after a hyphen.
  public var after: Int32

  /// Limits; those that are left out are what the specification advises for `auto`.
  public init(word: Int32 = 5, before: Int32 = 2, after: Int32 = 2) {
    self.word = word
    self.before = before
    self.after = after
  }
}
