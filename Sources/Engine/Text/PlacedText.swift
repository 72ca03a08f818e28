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
    guard case .text(_, _, _, var range) = segment.kind else { return }
    if range.lowerBound >= textGlyphCount, let leader = leaders.first(where: { $0.glyphs == range }) {
      var pen = x
      for _ in 0..<Int((segment.width / leader.width).rounded()) {
        let stretch = Stretch(end: Int32(leader.text.count))
        place(range, of: leader.text, stretch, pen: &pen, baseline: baseline, into: &text)
      }
      return
    }
    var pen = x
    var stretch = Stretch(end: segment.bytes.upperBound)
    if segment.shownEnd < range.upperBound {
      range = range.lowerBound..<max(range.lowerBound, segment.shownEnd)
      stretch.end = glyphs[Int(range.upperBound)].cluster
    }
    stretch.cluster = line.clusterStretch
    stretch.space = line.spaceStretch
    stretch.tabOrigin = line.start + segment.x - x
    place(range, of: content.text, stretch, pen: &pen, baseline: baseline, into: &text)
    if segment.hyphen >= 0 { place(insertions[Int(segment.hyphen)], pen: pen, baseline: baseline, into: &text) }
  }

  /// How glyphs of a line stand apart.
  private struct Stretch {
    /// The byte after the last cluster.
    var end: Int32
    /// What each word space gains.
    var space = 0.0
    /// What each cluster gains.
    var cluster = 0.0
    /// What turns the pen's place into one from the block's start edge.
    var tabOrigin = 0.0
  }

  private func place(
    _ range: Range<Int32>,
    of source: [UInt8],
    _ stretch: Stretch,
    pen: inout Double,
    baseline: Double,
    into text: inout PlacedText
  ) {
    guard !range.isEmpty else { return }
    var index = range.lowerBound
    // The clusters' texts touch: one copy for all of them, unless something is left out.
    if !hasSoftHyphens {
      text.utf8.append(contentsOf: source[Int(glyphs[Int(index)].cluster)..<Int(stretch.end)])
    }
    while index < range.upperBound {
      let cluster = glyphs[Int(index)].cluster
      let first = index
      while index < range.upperBound, glyphs[Int(index)].cluster == cluster {
        let glyph = glyphs[Int(index)]
        let y = baseline - Double(glyph.yOffset)
        text.glyphs.append(PlacedText.Glyph(glyphID: glyph.glyphID, x: pen + Double(glyph.xOffset), y: y))
        pen += glyph.advance + (glyph.isWordSpace ? stretch.space : 0)
        if glyph.isTab { pen += tabs[tabIndex(from: index)].advance(from: pen + stretch.tabOrigin) }
        index += 1
      }
      pen += stretch.cluster
      let next = index < range.upperBound ? glyphs[Int(index)].cluster : stretch.end
      var bytes = next - cluster
      if hasSoftHyphens {
        let count = text.utf8.count
        text.appendVisible(source[Int(cluster)..<Int(next)])
        bytes = Int32(text.utf8.count - count)
      }
      text.clusters.append(PlacedText.Cluster(bytes: bytes, glyphs: index - first))
    }
  }

  private func place(_ insertion: InsertedText, pen: Double, baseline: Double, into text: inout PlacedText) {
    var pen = pen
    for index in insertion.glyphs {
      let glyph = glyphs[Int(index)]
      let y = baseline - Double(glyph.yOffset)
      text.glyphs.append(PlacedText.Glyph(glyphID: glyph.glyphID, x: pen + Double(glyph.xOffset), y: y))
      pen += glyph.advance
    }
    text.utf8.append(contentsOf: insertion.utf8)
    text.clusters.append(
      PlacedText.Cluster(bytes: Int32(insertion.utf8.count), glyphs: Int32(insertion.glyphs.count))
    )
  }
}

extension PlacedText {
  /// Appends text without its soft hyphens: where a line shows one, the hyphen's own cluster says so.
  fileprivate mutating func appendVisible(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xAD {
        index += 2
      } else {
        utf8.append(bytes[index])
        index += 1
      }
    }
  }
}
