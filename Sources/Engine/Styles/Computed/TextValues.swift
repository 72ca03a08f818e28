/// `white-space-collapse`, the first half of `white-space` (CSS Text 4, 3.1).
public enum WhiteSpaceCollapse: String, Sendable, CaseIterable {
  case collapse, preserve
  case preserveBreaks = "preserve-breaks"
  case breakSpaces = "break-spaces"
}

/// `text-wrap-mode`, the second half of `white-space`.
public enum TextWrapMode: String, Sendable, CaseIterable {
  case wrap, nowrap
}

/// `text-wrap-style` (CSS Text 4, 5.5).
public enum TextWrapStyle: String, Sendable, CaseIterable {
  case auto, balance, stable, pretty
}

/// `white-space`: what its two halves make together.
public enum WhiteSpace: String, Sendable, CaseIterable {
  case normal, nowrap, pre
  case preWrap = "pre-wrap"
  case preLine = "pre-line"
  case breakSpaces = "break-spaces"

  /// Whether white space is shown as it is in the source.
  public var preservesSpaces: Bool { self == .pre || self == .preWrap || self == .breakSpaces }
}

/// `hyphens`, `hyphenate-character` and `hyphenate-limit-chars` (CSS Text 4, 6.3).
public struct HyphenationStyle: Sendable, Hashable {
  /// `hyphens`.
  public var mode = Hyphens.manual
  /// `hyphenate-character`; `nil` is `auto`: U+2010 where the face has it, else U+002D.
  public var character: String?
  /// The first of `hyphenate-limit-chars`: fewest characters of a word that is hyphenated; `nil` is `auto`.
  public var minimumWord: Int?
  /// Fewest characters before the hyphen; `nil` is `auto`.
  public var minimumBefore: Int?
  /// Fewest characters after the hyphen; `nil` is `auto`.
  public var minimumAfter: Int?

  /// All at their initial values.
  public init() {}
}

/// `hyphens`.
public enum Hyphens: String, Sendable, CaseIterable {
  case none, manual, auto
}

/// `tab-size`.
public enum TabSize: Sendable, Hashable {
  /// A multiple of the advance of a space, its letter and word spacing included.
  case number(Double)
  /// A length in points.
  case length(Double)
}

/// `overflow-wrap`.
public enum OverflowWrap: String, Sendable, CaseIterable {
  case normal
  case breakWord = "break-word"
  case anywhere
}

/// `word-break`.
public enum WordBreak: String, Sendable, CaseIterable {
  case normal
  case breakAll = "break-all"
  case keepAll = "keep-all"
  /// As `normal` with `overflow-wrap: anywhere` (CSS Text 3, 5.2).
  case breakWord = "break-word"
}

/// `line-break`.
public enum LineBreakStrictness: String, Sendable, CaseIterable {
  case auto, loose, normal, strict, anywhere
}

/// `text-overflow` at the end of a line.
public enum TextOverflow: Sendable, Hashable {
  case clip, ellipsis
  /// A text instead of the ellipsis.
  case text(String)
}

/// `hanging-punctuation`.
public struct HangingPunctuation: OptionSet, Sendable, Hashable {
  /// One bit a keyword.
  public let rawValue: UInt8

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// An opening bracket or quote at the start of the first line.
  public static let first = HangingPunctuation(rawValue: 1)
  /// A closing bracket or quote at the end of the last line.
  public static let last = HangingPunctuation(rawValue: 2)
  /// A stop or comma at the end of every line.
  public static let forceEnd = HangingPunctuation(rawValue: 4)
  /// A stop or comma at the end of a line, where it does not fit otherwise.
  public static let allowEnd = HangingPunctuation(rawValue: 8)
}

/// `text-justify`; `distribute` is `interCharacter` (CSS Text 3, 6.4).
public enum TextJustify: String, Sendable, CaseIterable {
  case auto, none
  case interWord = "inter-word"
  case interCharacter = "inter-character"
}

/// `text-decoration-style`.
public enum DecorationStyle: String, Sendable, CaseIterable {
  case solid, double, dotted, dashed, wavy
}

/// `text-underline-position` as far as horizontal lines have it.
public enum UnderlinePosition: String, Sendable, CaseIterable {
  case auto, under
  case fromFont = "from-font"
}

/// `text-decoration-skip-ink`.
public enum SkipInk: String, Sendable, CaseIterable {
  case auto, none, all
}

/// `text-indent` (CSS Text 3, 7.1).
public struct TextIndent: Sendable, Hashable {
  /// What the lines are indented by; percentages are of the containing block's width.
  public var length = LengthPercentage.zero
  /// Whether all lines are indented but those that would be (`hanging`).
  public var hangs = false
  /// Whether lines after forced breaks are as the first (`each-line`).
  public var indentsEachLine = false
  /// Whether the text goes on behind a block: its first line is not the first of its container then.
  public var isContinued = false

  /// An indent of the first line.
  public init(_ length: LengthPercentage = .zero) {
    self.length = length
  }
}
