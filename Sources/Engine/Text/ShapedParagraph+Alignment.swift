import Fonts

extension ShapedParagraph {
  /// How far the alignment mark of a line stands from its start edge, indent included, in points (CSS Text 4, 7.4).
  ///
  /// - Parameters:
  ///   - line: a line of this paragraph.
  ///   - mark: the string of `text-align`, such as `,`.
  /// - Returns: the place of the first mark's left edge; that of the line's end where it has none.
  package func alignmentOffset(of line: Line, mark: String) -> Double {
    let wanted = Array(mark.utf8)
    for segment in line.segments {
      guard case .text(_, _, _, let glyphs) = segment.kind, glyphs.upperBound <= textGlyphCount,
        let byte = content.text.firstRange(of: wanted, in: segment.bytes)
      else { continue }
      var x = segment.x
      for index in glyphs {
        let glyph = self.glyphs[Int(index)]
        if glyph.cluster >= byte { break }
        x += glyph.advance + (glyph.isWordSpace ? line.spaceStretch : 0)
      }
      return x
    }
    return line.indent + line.width
  }

  /// The most that stands before the alignment mark of any line, and the most from its left edge on, when only forced breaks end lines.
  ///
  /// A column that holds both for all its cells can align them.
  package func alignmentExtents(mark: String) -> (before: Double, after: Double) {
    var extents = (before: 0.0, after: 0.0)
    for line in lines(LineMeasure(width: 1e9), .firstFit) {
      let offset = alignmentOffset(of: line, mark: mark)
      extents.before = max(extents.before, offset)
      extents.after = max(extents.after, line.width - offset)
    }
    return extents
  }

  /// The line with an ellipsis in place of what its room cannot hold (CSS UI 4, 5.2).
  ///
  /// Nothing moves: what is cut off is not shown. A first character that is itself too wide stays. The content must have asked for an ellipsis.
  package func ellipsized(_ line: Line) -> Line {
    guard line.width > line.room + tolerance, let shown = ellipsisPlace(in: line) else { return line }
    var line = line
    line.segments[shown.segment].shownEnd = shown.glyph
    line.segments[shown.segment].hyphen = shown.ellipsis
    let kept = line.segments.prefix(shown.segment + 1)
    // An atomic inline is hidden whole.
    let hidden = line.segments.dropFirst(shown.segment + 1).filter { !isAtomic($0) }.map { segment in
      var segment = segment
      segment.shownEnd = 0
      segment.hyphen = -1
      return segment
    }
    line.segments = kept + hidden
    return line
  }

  /// Where an ellipsis stands: the segment, the glyph before which it does, and which one it is.
  ///
  /// The first character or atomic inline of a line is not hidden.
  private func ellipsisPlace(in line: Line) -> (segment: Int, glyph: Int32, ellipsis: Int32)? {
    let limit = line.indent + line.room + tolerance
    var shown: (segment: Int, glyph: Int32, ellipsis: Int32)?
    var isFirst = true
    var isAfterAtomic = false
    var width = 0.0
    for (number, segment) in line.segments.enumerated() {
      if isAtomic(segment) {
        guard isFirst || segment.x + segment.width + width <= limit else { return shown }
        (isFirst, isAfterAtomic) = (false, true)
      }
      guard case .text(let run, let face, let size, let glyphs) = segment.kind,
        let ellipsis = ellipsis(run: run, face: face, size: size)
      else { continue }
      width = insertions[Int(ellipsis)].width
      var (x, glyph) = (segment.x, glyphs.lowerBound)
      if isAfterAtomic, x + width <= limit { shown = (number, glyph, ellipsis) }
      isAfterAtomic = false
      while glyph < glyphs.upperBound {
        let next = clusterEnd(from: glyph, in: glyphs, stretch: line.spaceStretch, x: &x)
        guard isFirst || x + width <= limit else { return shown }
        isFirst = false
        shown = (number, next, ellipsis)
        glyph = next
      }
    }
    return shown
  }

  /// The glyph after a cluster; moves `x` behind it.
  private func clusterEnd(from glyph: Int32, in glyphs: Range<Int32>, stretch: Double, x: inout Double) -> Int32 {
    var next = glyph
    while next < glyphs.upperBound, self.glyphs[Int(next)].cluster == self.glyphs[Int(glyph)].cluster {
      x += self.glyphs[Int(next)].advance
      if self.glyphs[Int(next)].isWordSpace { x += stretch }
      next += 1
    }
    return next
  }

  private func isAtomic(_ segment: LineSegment) -> Bool {
    guard case .object(let object) = segment.kind else { return false }
    return content.objects[Int(object)].kind == .atomic
  }

  private func ellipsis(run: Int32, face: FaceID, size: Double) -> Int32? {
    let style = content.runs[Int(run)].style
    let index = insertions.firstIndex {
      $0.isEllipsis && $0.style == style && $0.face == face && $0.size == size
    }
    return index.map { Int32($0) }
  }
}

extension [UInt8] {
  /// Where a string first begins in a range of bytes.
  fileprivate func firstRange(of wanted: [UInt8], in range: Range<Int32>) -> Int32? {
    guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
    for start in Int(range.lowerBound)...Int(range.upperBound) - wanted.count
    where self[start..<start + wanted.count].elementsEqual(wanted) {
      return Int32(start)
    }
    return nil
  }
}
