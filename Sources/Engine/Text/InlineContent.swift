public import Diagnostics

/// A stretch of the paragraph's text in one style.
///
/// Runs touch, are in order and cover the text.
public struct StyledRun: Sendable, Hashable {
  /// First byte of the paragraph's text.
  public var start: Int32
  /// The byte after the last.
  public var end: Int32
  /// Index into the content's `styles`.
  public var style: Int32
  /// Where the text stands in its source, for diagnostics; the offset of the first byte.
  public var span: SourceSpan?

  /// Bytes `start` to `end` in style `style`.
  public init(start: Int, end: Int, style: Int, span: SourceSpan?) {
    self.start = Int32(start)
    self.end = Int32(end)
    self.style = Int32(style)
    self.span = span
  }
}

/// Something in a line that is not text.
public struct InlineObject: Sendable, Hashable {
  /// The kinds of objects.
  public enum Kind: Sendable, Hashable {
    /// An atomic inline (picture, inline-block). Stands for one U+FFFC of the text.
    case atomic
    /// The start edge of an inline box: margin, border and padding. Takes no byte; sticks to what follows.
    case openEdge
    /// The end edge of an inline box. Takes no byte; sticks to what precedes.
    case closeEdge
    /// Where a box that is out of the flow stands (a float, an absolutely positioned box). Takes no byte and no room; sticks to
    /// what precedes.
    case anchor
    /// A forced line break (`<br>`, preserved newline). Stands for one U+2028 of the text.
    case forcedBreak
    /// A leader: `pattern` is repeated to fill what the line leaves. Stands for one U+FFFC of the text.
    case leader(pattern: String)
  }

  /// What the object is.
  public var kind: Kind
  /// Byte offset in the paragraph's text: of the U+FFFC or U+2028 that it stands for, or of the byte that an edge stands before.
  public var offset: Int32
  /// Its inline size in points, margins included; may be negative for edges.
  public var width: Double

  /// An object at byte `offset`.
  public init(kind: Kind, offset: Int, width: Double) {
    self.kind = kind
    self.offset = Int32(offset)
    self.width = width
  }
}

/// All inline content of one inline formatting context, flattened; white space is collapsed, text is transformed.
public struct InlineContent: Sendable {
  /// UTF-8 in NFC; U+FFFC where an atomic object or a leader stands, U+2028 where a line is forced to end, U+200B for `<wbr>`.
  public var text: [UInt8] = []
  /// The styles of the text, in order.
  public var runs: [StyledRun] = []
  /// The distinct text styles.
  public var styles: [TextStyle] = []
  /// Objects by offset; those at one offset stand in their order here.
  public var objects: [InlineObject] = []

  /// Inline boxes whose edges stand at both ends of each of their pieces, by the byte where they begin.
  public var clones: [ClonedEdges] = []

  /// What lines that are cut off may show at their ends (`text-overflow`); empty where none is.
  public var ellipsis = ""

  /// Where the text goes on in its source after white space was collapsed, by byte.
  public var anchors: [SourceAnchor] = []

  /// No content.
  public init() {}
}

/// A byte of a paragraph's text and its place in the source.
public struct SourceAnchor: Sendable, Hashable {
  /// The byte of the paragraph's text.
  public var byte: Int32
  /// Its offset in the source of its run.
  public var offset: Int32

  /// Byte `byte` stands at `offset`.
  public init(byte: Int, offset: Int32) {
    self.byte = Int32(byte)
    self.offset = offset
  }
}

extension InlineContent {
  /// Where a byte of a run stands in its source; off only behind entities and decomposed letters.
  func span(ofByte byte: Int32, in run: StyledRun) -> SourceSpan? {
    guard var span = run.span(ofByte: byte) else { return nil }
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].byte <= byte { low = middle + 1 } else { high = middle }
    }
    if low > 0, anchors[low - 1].byte >= run.start {
      span.offset = anchors[low - 1].offset + byte - anchors[low - 1].byte
    }
    return span
  }
}
