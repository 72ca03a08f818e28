package import Diagnostics
import Fonts

/// A paragraph whose glyphs and break opportunities are known; its lines are found for any width.
package struct ShapedParagraph: Sendable {
  /// What was shaped.
  package let content: InlineContent
  /// The glyphs of the text in logical order; those of leader patterns follow.
  package internal(set) var glyphs: [ShapedGlyph] = []
  /// Pieces in one face and run, and objects, in order.
  var items: [ParagraphItem] = []
  /// Where lines may end, in order; the first stands for the paragraph's start, the last for its end.
  var breaks: [LineBreak] = []
  /// The patterns of leaders, by item.
  var leaders: [LeaderPattern] = []
  /// Hyphens that lines may show at their ends.
  var insertions: [InsertedText] = []
  /// The tabs among the glyphs, in order.
  var tabs: [TabGlyph] = []
  /// Glyphs from here on belong to leader patterns and insertions.
  var textGlyphCount: Int32 = 0
  /// Whether a word that is wider than its line may be broken anywhere (`overflow-wrap`).
  var mayBreakAnywhere = false
  /// What hangs before the first line: the advance of an opening bracket or quote.
  var startHang = 0.0
  /// Whether U+00AD stands in the text; it is not shown, nor found in what is extracted.
  var hasSoftHyphens = false

  /// No glyphs yet.
  init(content: InlineContent) {
    self.content = content
  }

  /// Whether there is nothing to set: not even an edge.
  package var isEmpty: Bool {
    items.isEmpty
  }

  /// The width of the widest piece that no line can break, in points.
  package var minContentWidth: Double { minContentWidth(LineMeasure(width: 0)) }

  /// The same with the indents of a measure: each piece has a line of its own.
  package func minContentWidth(_ measure: LineMeasure) -> Double {
    var widest = 0.0
    var start = 0
    for index in breaks.indices.dropFirst() where breaks[index].strength != .weak {
      widest = max(widest, leastWidth(from: start, to: index) + indent(from: start, measure))
      start = index
    }
    return widest
  }

  /// The width of the longest line when only forced breaks end lines, in points.
  package var maxContentWidth: Double { maxContentWidth(LineMeasure(width: 0)) }

  /// The same with the indents of a measure.
  package func maxContentWidth(_ measure: LineMeasure) -> Double {
    var widest = 0.0
    var start = 0
    for index in breaks.indices.dropFirst() where breaks[index].strength >= .forced {
      let indent = indent(from: start, measure)
      widest = max(widest, width(from: start, to: index, origin: indent) + indent)
      start = index
    }
    return widest
  }

  private func indent(from start: Int, _ measure: LineMeasure) -> Double {
    measure.indent(isFirst: start == 0, isAfterForcedBreak: breaks[start].strength == .forced)
  }

  /// Where a byte of the text stands in its source; `nil` where that is not known.
  package func span(ofByte byte: Int32) -> SourceSpan? {
    guard let run = run(at: byte) else { return nil }
    return content.span(ofByte: byte, in: content.runs[run])
  }

  /// Whether a forced break ends the last line; it opens no further one (CSS Text 3, 4.1.3).
  var endsWithForcedBreak: Bool {
    guard case .object(let object) = items.last(where: { !$0.bytes.isEmpty })?.kind else { return false }
    return content.objects[Int(object)].kind == .forcedBreak
  }

  /// Natural width of a line from one break to another, without the spaces at its end.
  func width(from start: Int, to end: Int) -> Double {
    max(0, breaks[end].trimmedX - breaks[start].x)
  }

  /// Word spaces of such a line, without those at its end.
  func spaces(from start: Int, to end: Int) -> (count: Int, width: Double) {
    let count = Int(breaks[end].trimmedSpaces - breaks[start].spaces)
    return count > 0 ? (count, breaks[end].trimmedSpaceWidth - breaks[start].spaceWidth) : (0, 0)
  }

  /// The index of the last break at or before a byte.
  func breakIndex(at byte: Int32) -> Int {
    // Edges alone are content as well, between two breaks at byte 0.
    guard byte > 0 else { return 0 }
    var low = 0
    var high = breaks.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if breaks[middle].byte <= byte { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func run(at byte: Int32) -> Int? {
    var low = 0
    var high = content.runs.count
    while low < high {
      let middle = (low + high) / 2
      if content.runs[middle].end <= byte { low = middle + 1 } else { high = middle }
    }
    return low < content.runs.count ? low : nil
  }
}

extension StyledRun {
  /// The place of a byte: exact where the source has no entities and no collapsed spaces before it in the run.
  func span(ofByte byte: Int32) -> SourceSpan? {
    guard let span else { return nil }
    let distance = max(0, min(byte - start, max(0, span.length - 1)))
    return SourceSpan(source: span.source, offset: Int(span.offset + distance), length: 1)
  }
}

/// A piece of a paragraph: text of one run in one face and size, or an object.
struct ParagraphItem: Sendable {
  enum Kind: Sendable {
    case text(run: Int32, face: FaceID, size: Double)
    case object(Int32)
    /// Index into the paragraph's `leaders`.
    case leader(Int32)
  }

  var kind: Kind
  /// Of the paragraph's glyphs; for an object empty, at the place where it stands.
  var glyphs: Range<Int32>
  var bytes: Range<Int32>
  /// Index of the hyphen that its text shows where it is hyphenated, or -1.
  var hyphen: Int32 = -1
}

/// Text that a line shows and the source does not have: a hyphen, an ellipsis.
struct InsertedText: Sendable {
  /// Which texts show it: those of this style, in this face and size.
  var style: Int32
  var face: FaceID
  var size: Double
  var isEllipsis = false
  var glyphs: Range<Int32>
  /// What is found where the page's text is extracted.
  var utf8: [UInt8]
  var width = 0.0
}

/// The glyphs of one repetition of a leader.
struct LeaderPattern: Sendable {
  var object: Int32
  var run: Int32
  var face: FaceID
  var size: Double
  var glyphs: Range<Int32>
  var text: [UInt8] = []
  var width = 0.0

  /// A pattern that is yet to be shaped.
  init(object: Int32) {
    self.object = object
    run = 0
    face = FaceID(index: 0)
    size = 0
    glyphs = 0..<0
  }
}

/// A place where a line may end, with what stands before it summed up, so that every line is measured in constant time.
struct LineBreak: Sendable {
  enum Strength: UInt8, Sendable, Comparable {
    /// Between any two clusters of a word that is wider than its line, where `overflow-wrap` allows it.
    case emergency
    /// UAX 14 allows it, a Vietnamese rule does not: for lines that would overflow.
    case weak
    case allowed
    case forced
    /// The paragraph's end.
    case end

    static func < (one: Strength, other: Strength) -> Bool {
      one.rawValue < other.rawValue
    }
  }

  var byte: Int32
  /// First item of the next line, and its first glyph.
  var item: Int32
  var glyph: Int32
  var strength: Strength
  /// Advance of all that stands before.
  var x: Double
  var spaces: Int32
  var spaceWidth: Double
  /// The same three without the spaces right before.
  var trimmedX: Double
  var trimmedSpaces: Int32
  var trimmedSpaceWidth: Double
  /// The glyph after the last one that is not such a space.
  var trimmedGlyph: Int32
  /// What may hang behind the line's end where it does not fit, in points; counted in `trimmedX`.
  var hang: Float = 0
  /// The hyphen that a line shows that ends here, or -1; counted in `trimmedX`.
  var hyphen: Int32 = -1
}
