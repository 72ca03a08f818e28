import Fonts

extension ShapedParagraph {
  /// Breaks the paragraph into lines, all of it or what follows a byte.
  ///
  /// - Parameters:
  ///   - measure: the widths that lines may take; its rooms are those of the first lines returned.
  ///   - breaking: line by line, or the best lines for the whole paragraph. Paragraphs with leaders are broken line by line.
  ///   - spacing: how far word spaces may stretch and shrink.
  ///   - byte: 0, or the end of a line: where a paragraph goes on under another measure.
  /// - Returns: lines from first to last; their bytes touch and cover the text. Empty only for a paragraph without content. Linear in the text.
  package func lines(
    _ measure: LineMeasure,
    _ breaking: LineBreaking,
    spacing: WordSpacing = WordSpacing(),
    from byte: Int32 = 0
  ) -> [Line] {
    guard !isEmpty else { return [] }
    let paragraph = opened(for: measure.narrowest, at: byte)
    let setter = LineSetter(paragraph: paragraph, measure: measure, spacing: spacing)
    var start = paragraph.breakIndex(at: byte)
    var lines: [Line] = []
    if breaking == .totalFit && leaders.isEmpty && tabs.isEmpty {
      var fit = TotalFit(paragraph: paragraph, measure: measure, spacing: spacing)
      for end in fit.breakLines(from: start) {
        lines.append(setter.line(lines.count, from: start, to: end))
        start = end
      }
      return lines
    }
    if breaking == .balance || breaking == .pretty {
      for end in LineBalance(setter: setter).ends(from: start, breaking) {
        lines.append(setter.line(lines.count, from: start, to: end))
        start = end
      }
      return lines
    }
    while start < paragraph.breaks.count - 1 {
      let end = setter.firstFit(lines.count, from: start)
      lines.append(setter.line(lines.count, from: start, to: end))
      start = end
    }
    return lines
  }

  /// The line that begins at a byte, as long as fits: for lines whose widths are known one by one.
  ///
  /// - Parameters:
  ///   - byte: 0, or the end of the line before.
  ///   - width: the room for the line, in points, its indent included.
  ///   - indent: room left free at its start.
  ///   - isFirst: whether it is a line that the indent applies to.
  ///   - isJustified: whether its word spaces fill the room, unless it is the last or a forced break ends it.
  /// - Returns: the line; it overflows where its first word is wider than the room.
  package func nextLine(
    from byte: Int32,
    width: Double,
    indent: Double,
    isFirst: Bool,
    isJustified: Bool = false
  ) -> Line {
    let paragraph = opened(for: width - (isFirst ? max(0, indent) : 0), at: byte)
    let start = paragraph.breakIndex(at: byte)
    var measure = LineMeasure(width: width, firstIndent: isFirst ? indent : 0, isJustified: isJustified)
    // The caller has said whether the indent applies.
    measure.hangsIndent = isFirst && start != 0
    let setter = LineSetter(paragraph: paragraph, measure: measure, spacing: WordSpacing())
    return setter.line(0, from: start, to: setter.firstFit(0, from: start))
  }

  /// The width of what a line that begins at a byte holds at the least: up to the first place where it may end.
  ///
  /// A line whose room is narrower goes below the floats beside it (CSS 2.2, 9.5).
  package func leastWidth(from byte: Int32) -> Double {
    let start = breakIndex(at: byte)
    guard let end = breaks.indices.dropFirst(start + 1).first(where: { breaks[$0].strength != .weak }) else { return 0 }
    return width(from: start, to: end)
  }

  /// The line with its word spaces widened so that it takes `width` points; unchanged where it has none.
  package func justified(_ line: Line, to width: Double) -> Line {
    guard !line.overflows, width > line.width else { return line }
    let paragraph = opened(for: width, at: line.bytes.lowerBound, line.bytes.upperBound)
    var measure = LineMeasure(width: width + line.indent, firstIndent: line.indent, isJustified: true)
    measure.justifiesLast = true
    let start = paragraph.breakIndex(at: line.bytes.lowerBound)
    measure.hangsIndent = start != 0
    let setter = LineSetter(paragraph: paragraph, measure: measure, spacing: WordSpacing())
    var justified = setter.line(0, from: start, to: paragraph.breakIndex(at: line.bytes.upperBound))
    justified.start = line.start
    return justified
  }

  /// How far the most stretched of justified lines is stretched, as a share of what a space stretches gladly: 1 is still good.
  package func worstRatio(of lines: [Line], spacing: WordSpacing = WordSpacing()) -> Double {
    var worst = 0.0
    for line in lines where line.spaceStretch > 0 {
      let natural = wordSpaces(of: line)
      guard natural.width > 0 else { continue }
      worst = max(worst, line.spaceStretch * Double(natural.count) / (natural.width * spacing.stretch))
    }
    return worst
  }

  private func wordSpaces(of line: Line) -> (count: Int, width: Double) {
    var count = 0
    var width = 0.0
    for segment in line.segments {
      guard case .text(_, _, _, let glyphs) = segment.kind, glyphs.upperBound <= textGlyphCount else { continue }
      for glyph in glyphs where self.glyphs[Int(glyph)].isWordSpace {
        count += 1
        width += self.glyphs[Int(glyph)].advance
      }
    }
    return (count, width)
  }
}

/// Rounding that a line may exceed its room by, in points.
let tolerance = 1e-6

/// How far word spaces of justified lines may stretch and shrink.
package struct WordSpacing: Sendable, Hashable {
  /// What a space stretches gladly, as a share of its width.
  package var stretch = 0.5
  /// What it shrinks at most.
  package var shrink = 0.2
  /// Multiples of `stretch` that are tried in turn before a line is stretched as far as it must.
  package var looseness = [1.0, 2.5, 5.0]

  package init() {}
}
