/// Names a face of a ``FontCatalog``: its index among the catalog's faces, in the order of the catalog.
public struct FaceID: Sendable, Hashable {
  /// Index from 0.
  public let index: Int32

  /// The face at `index`.
  public init(index: Int32) {
    self.index = index
  }
}

/// How large superscripts or subscripts of a face are, and where they stand.
public struct ScriptMetrics: Sendable, Hashable {
  /// Their size as a share of the font size.
  public var size: Double
  /// How far their baseline is above that of the text, as a share of the font size.
  public var shift: Double

  /// Scripts of `size` at `shift`.
  public init(size: Double, shift: Double) {
    self.size = size
    self.shift = shift
  }
}

/// A face's measures as fractions of the em; y grows upwards, as in OpenType.
public struct FaceMetrics: Sendable, Hashable {
  /// Height above the baseline, positive (OS/2 typographic or hhea, as the face says).
  public var ascent: Double
  /// Depth below the baseline, positive.
  public var descent: Double
  /// Extra leading, positive.
  public var lineGap: Double
  /// Height of a lower-case x.
  public var xHeight: Double
  /// Height of a capital.
  public var capHeight: Double
  /// Advance of the digit zero: the CSS `ch`.
  public var zeroAdvance: Double
  /// Centre of the underline, positive above the baseline.
  public var underlinePosition: Double
  /// Thickness of the underline.
  public var underlineThickness: Double
  /// Centre of the strike-out line, above the baseline.
  public var strikeoutPosition: Double
  /// Thickness of the strike-out line.
  public var strikeoutThickness: Double
  /// Size of superscripts as a share of the font size, and where they stand.
  public var superscript = ScriptMetrics(size: 0.65, shift: 0.35)
  /// Size of subscripts as a share of the font size, and where they stand.
  public var lowered = ScriptMetrics(size: 0.65, shift: -0.15)

  /// All measures 0.
  public init() {
    ascent = 0
    descent = 0
    lineGap = 0
    xHeight = 0
    capHeight = 0
    zeroAdvance = 0
    underlinePosition = 0
    underlineThickness = 0
    strikeoutPosition = 0
    strikeoutThickness = 0
  }
}
