/// Glyphs at their places with the text that they show: what a page keeps of a segment.
public struct PlacedText: Sendable {
  /// A glyph and the place of its origin.
  public struct Glyph: Sendable, Hashable {
    /// The glyph's index in its face.
    public var glyphID: UInt32
    /// To the right, in points.
    public var x: Double
    /// Down, in points.
    public var y: Double
  }

  /// How many bytes and glyphs belong together.
  public struct Cluster: Sendable, Hashable {
    /// UTF-8 bytes.
    public var bytes: Int32
    /// Glyphs.
    public var glyphs: Int32
  }

  /// The glyphs in logical order.
  public var glyphs: [Glyph] = []
  /// The clusters in the same order; they cover `glyphs` and `utf8`.
  public var clusters: [Cluster] = []
  /// The text.
  public var utf8: [UInt8] = []

  /// Nothing placed.
  public init() {}

  /// Empties it, keeping its storage for the next segment.
  public mutating func removeAll() {
    glyphs.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    utf8.removeAll(keepingCapacity: true)
  }
}

extension ShapedParagraph {
  /// Appends the glyphs of a text segment of `line`; nothing for an object.
  ///
  /// - Parameters:
  ///   - segment: a segment of `line`, which this paragraph made.
  ///   - line: gives what justification adds to word spaces.
  ///   - x: where the segment starts, in the space of the result.
  ///   - baseline: the baseline, y down.
  ///   - text: receives glyphs, clusters and UTF-8.
  package func place(
    _ segment: LineSegment,
    of line: Line,
    x: Double,
    baseline: Double,
    into text: inout PlacedText
  ) {
    guard case .text(_, _, _, let range) = segment.kind else { return }
    if range.lowerBound >= textGlyphCount, let leader = leaders.first(where: { $0.glyphs == range }) {
      var pen = x
      for _ in 0..<Int((segment.width / leader.width).rounded()) {
        let end = Int32(leader.text.count)
        place(range, of: leader.text, end: end, stretch: 0, pen: &pen, baseline: baseline, into: &text)
      }
      return
    }
    var pen = x
    let end = segment.bytes.upperBound
    place(range, of: content.text, end: end, stretch: line.spaceStretch, pen: &pen, baseline: baseline, into: &text)
  }

  private func place(
    _ range: Range<Int32>,
    of source: [UInt8],
    end: Int32,
    stretch: Double,
    pen: inout Double,
    baseline: Double,
    into text: inout PlacedText
  ) {
    var index = range.lowerBound
    while index < range.upperBound {
      let cluster = glyphs[Int(index)].cluster
      let first = index
      while index < range.upperBound, glyphs[Int(index)].cluster == cluster {
        let glyph = glyphs[Int(index)]
        let y = baseline - Double(glyph.yOffset)
        text.glyphs.append(PlacedText.Glyph(glyphID: glyph.glyphID, x: pen + Double(glyph.xOffset), y: y))
        pen += glyph.advance + (glyph.isWordSpace ? stretch : 0)
        index += 1
      }
      let next = index < range.upperBound ? glyphs[Int(index)].cluster : end
      let bytes = text.appendVisible(source[Int(cluster)..<Int(next)])
      text.clusters.append(PlacedText.Cluster(bytes: bytes, glyphs: index - first))
    }
  }
}

extension PlacedText {
  /// Appends text without its U+200B, which only marks break opportunities; returns the bytes appended.
  fileprivate mutating func appendVisible(_ bytes: ArraySlice<UInt8>) -> Int32 {
    let before = utf8.count
    utf8.append(contentsOf: bytes)
    while utf8.count - before > 3, utf8.suffix(3).elementsEqual([0xE2, 0x80, 0x8B]) { utf8.removeLast(3) }
    return Int32(utf8.count - before)
  }
}
