/// Makes a line of what stands between two breaks: its room, its stretch, its pieces.
struct LineSetter {
  let paragraph: ShapedParagraph
  let measure: LineMeasure
  let spacing: WordSpacing

  /// The width that a line may take, its indent taken off.
  func room(ofLine number: Int, from start: Int) -> Double {
    measure.room(ofLine: number).width - indent(from: start)
  }

  /// What is left free at the start of a line.
  func indent(from start: Int) -> Double {
    measure.indent(isFirst: start == 0, isAfterForcedBreak: paragraph.breaks[start].strength == .forced)
  }

  /// Where a line's content begins, from the start edge of the block: tab stops are measured from there.
  func origin(ofLine number: Int, from start: Int) -> Double {
    measure.room(ofLine: number).start + indent(from: start)
  }

  /// Natural width of a line, what may hang included.
  func width(_ number: Int, from start: Int, to end: Int) -> Double {
    paragraph.width(from: start, to: end, origin: origin(ofLine: number, from: start))
  }

  /// The index of the break that ends the longest line that fits a room narrower by `cut`, or the nearest one where none does.
  func firstFit(_ number: Int, from start: Int, cut: Double = 0) -> Int {
    let breaks = paragraph.breaks
    let limit = room(ofLine: number, from: start) - cut + tolerance
    var walk = TabWalk(paragraph: paragraph, from: breaks[start], origin: origin(ofLine: number, from: start))
    var fitting: Int?
    var weaklyFitting: Int?
    var barelyFitting: Int?
    for index in (start + 1)..<max(start + 1, breaks.count) {
      let end = breaks[index]
      let width = max(0, end.trimmedX - breaks[start].x) + walk.width(before: end.trimmedGlyph)
      guard width - Double(end.hang) <= limit else {
        // A hyphen may be too much where the next letters without one are not.
        if end.hyphen >= 0 { continue }
        return fitting ?? weaklyFitting ?? barelyFitting ?? index
      }
      switch end.strength {
      case .forced, .end: return index
      case .allowed: fitting = index
      case .weak: weaklyFitting = index
      case .emergency: barelyFitting = index
      }
    }
    return breaks.count - 1
  }

  /// Line `number`, counted from where breaking began.
  func line(_ number: Int, from start: Int, to end: Int) -> Line {
    let breaks = paragraph.breaks
    let room = room(ofLine: number, from: start)
    let isLast = end == breaks.count - 1
    let isForced = breaks[end].strength == .forced || (isLast && paragraph.endsWithForcedBreak)
    let full = width(number, from: start, to: end)
    // What hangs is no part of the line's width.
    let natural = full > room ? max(room, full - Double(breaks[end].hang)) : full
    let spaces = paragraph.spaces(from: start, to: end)
    let isFilled = measure.isJustified && (measure.justifiesLast || !(isLast || isForced))
    var gaps = LineGaps()
    if measure.isJustified, measure.spreadsCharacters {
      let count = paragraph.clusters(from: start, to: end) - 1
      if isFilled, count > 0, room > natural { gaps.cluster = (room - natural) / Double(count) }
    } else if measure.isJustified, spaces.count > 0, paragraph.tabs.isEmpty {
      let gap = room - natural
      let tightest = -spacing.shrink * spaces.width / Double(spaces.count)
      // A line that overflows all the same is not made narrower.
      let share = gap / Double(spaces.count)
      if gap < 0 ? share >= tightest - tolerance : isFilled { gaps.space = max(tightest, share) }
    }
    let indent = indent(from: start)
    let roomStart = measure.room(ofLine: number).start
    var builder = LineBuilder(paragraph: paragraph, gaps: gaps, indent: indent, start: roomStart)
    builder.build(from: breaks[start], to: breaks[end], room: room, natural: natural)
    let justified = gaps.cluster > 0 ? room : natural + gaps.space * Double(spaces.count)
    let width = builder.hasLeader ? max(room, natural) : justified
    var line = Line(
      bytes: breaks[start].byte..<breaks[end].byte,
      segments: builder.segments,
      width: width,
      spaceStretch: gaps.space,
      endsWithForcedBreak: isForced,
      isLast: isLast
    )
    line.overflows = width > room + tolerance
    line.start = roomStart
    line.clusterStretch = gaps.cluster
    line.room = room
    line.indent = indent
    return line
  }
}

/// What justification adds in a line, in points.
struct LineGaps {
  /// To each word space.
  var space = 0.0
  /// Between any two characters.
  var cluster = 0.0
}

extension ShapedParagraph {
  /// How many clusters a line shows, without the spaces at its end.
  func clusters(from start: Int, to end: Int) -> Int {
    var count = 0
    var last: Int32 = -1
    for glyph in breaks[start].glyph..<max(breaks[start].glyph, breaks[end].trimmedGlyph) {
      if glyphs[Int(glyph)].cluster != last { count += 1 }
      last = glyphs[Int(glyph)].cluster
    }
    return count
  }
}
