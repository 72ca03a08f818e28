public import Fonts

/// A piece of a line: text of one style run in one face, or an object.
public struct LineSegment: Sendable, Hashable {
  /// What the segment shows.
  public enum Kind: Sendable, Hashable {
    /// Glyphs of the paragraph, by index; all in one face and one style run.
    case text(run: Int32, face: FaceID, size: Double, glyphs: Range<Int32>)
    /// The object at this index of the content's `objects`.
    case object(Int32)
  }

  /// What the segment shows.
  public var kind: Kind
  /// The bytes of the paragraph's text that it shows; empty for edges.
  public var bytes: Range<Int32>
  /// Start from the line's start edge (indent included), in points, after justification.
  public var x: Double
  /// Inline size in points, after justification; that of its hyphen included.
  public var width: Double
  /// Which hyphen or ellipsis of the paragraph follows the glyphs, or -1.
  var hyphen: Int32 = -1
  /// Glyphs from here on are cut off by an ellipsis.
  var shownEnd = Int32.max

  /// A segment of its parts.
  public init(kind: Kind, bytes: Range<Int32>, x: Double, width: Double) {
    self.kind = kind
    self.bytes = bytes
    self.x = x
    self.width = width
  }
}

/// One line of a broken paragraph.
public struct Line: Sendable, Hashable {
  /// The bytes of the paragraph's text on this line, trailing spaces included.
  ///
  /// Lines touch.
  public var bytes: Range<Int32>
  /// Visible pieces in order; trailing collapsible spaces are left out.
  public var segments: [LineSegment]
  /// Inline size of the segments together, in points, indent not included.
  public var width: Double
  /// Points added to every word space; 0 where the line is not justified.
  public var spaceStretch: Double
  /// Whether a forced break ends the line.
  public var endsWithForcedBreak: Bool
  /// Whether it is the paragraph's last.
  public var isLast: Bool
  /// Whether it is wider than its room: one piece that no line can break, or an object, is.
  public var overflows = false
  /// Points added between any two characters (`text-justify: inter-character`).
  public var clusterStretch = 0.0
  /// Where the line's room begins, in points from the start edge of the block: other than 0 beside floats.
  public var start = 0.0
  /// Width of the line's room in points, indent not included.
  public var room = 0.0
  /// What is left free at the start of the room, in points (`text-indent`).
  public var indent = 0.0

  /// A line of its parts.
  public init(
    bytes: Range<Int32>,
    segments: [LineSegment],
    width: Double,
    spaceStretch: Double,
    endsWithForcedBreak: Bool,
    isLast: Bool
  ) {
    self.bytes = bytes
    self.segments = segments
    self.width = width
    self.spaceStretch = spaceStretch
    self.endsWithForcedBreak = endsWithForcedBreak
    self.isLast = isLast
  }
}

/// A glyph of a shaped paragraph, in logical order.
public struct ShapedGlyph: Sendable, Hashable {
  /// The glyph's index in its face; 0 is the missing glyph.
  public var glyphID: UInt32
  /// First byte of its cluster in the paragraph's text.
  public var cluster: Int32
  /// Advance in points, letter and word spacing included, justification not.
  public var advance: Double
  /// Offset to the right of the pen, in points.
  public var xOffset: Float
  /// Offset above the baseline, in points.
  public var yOffset: Float
  /// Whether justification may widen the line after it: a word space (U+0020 or U+00A0).
  public var isWordSpace: Bool
  /// Whether it is a tab: its width is the line's to say.
  var isTab = false

  /// A glyph of its parts.
  public init(glyphID: UInt32, cluster: Int32, advance: Double, xOffset: Float, yOffset: Float, isWordSpace: Bool) {
    self.glyphID = glyphID
    self.cluster = cluster
    self.advance = advance
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.isWordSpace = isWordSpace
  }
}
