/// `marks` (CSS Paged Media 3, 7.1).
public struct PageMarks: OptionSet, Sendable, Hashable {
  /// One bit a keyword.
  public let rawValue: UInt8

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Where the paper is cut.
  public static let crop = PageMarks(rawValue: 1)
  /// By which plates are aligned.
  public static let cross = PageMarks(rawValue: 2)
}

/// `footnote-policy` (CSS GCPM 3, 2.7).
public enum FootnotePolicy: String, Sendable, CaseIterable {
  case auto, line, block
}

/// `footnote-display` (CSS GCPM 3, 2.3).
public enum FootnoteDisplay: String, Sendable, CaseIterable {
  case block, inline, compact
}
