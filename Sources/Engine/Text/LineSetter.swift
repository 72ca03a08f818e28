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

  /// The index of the break that ends the longest line that fits, or the nearest one where none does.
  func firstFit(_ number: Int, from start: Int) -> Int {
    let breaks = paragraph.breaks
    let limit = room(ofLine: number, from: start) + tolerance
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
    let full = paragraph.width(from: start, to: end, origin: origin(ofLine: number, from: start))
    // What hangs is no part of the line's width.
    let natural = full > room ? max(room, full - Double(breaks[end].hang)) : full
    let spaces = paragraph.spaces(from: start, to: end)
    var stretch = 0.0
    if measure.isJustified, spaces.count > 0, paragraph.tabs.isEmpty {
      let gap = room - natural
      let tightest = -spacing.shrink * spaces.width / Double(spaces.count)
      if gap < 0 || measure.justifiesLast || !(isLast || isForced) {
        stretch = max(tightest, gap / Double(spaces.count))
      }
    }
    let indent = indent(from: start)
    var builder = LineBuilder(
      paragraph: paragraph,
      stretch: stretch,
      indent: indent,
      start: measure.room(ofLine: number).start
    )
    builder.build(from: breaks[start], to: breaks[end], room: room, natural: natural)
    let width = builder.hasLeader ? max(room, natural) : natural + stretch * Double(spaces.count)
    var line = Line(
      bytes: breaks[start].byte..<breaks[end].byte,
      segments: builder.segments,
      width: width,
      spaceStretch: stretch,
      endsWithForcedBreak: isForced,
      isLast: isLast
    )
    line.overflows = width > room + tolerance
    line.start = measure.room(ofLine: number).start
    line.room = room
    line.indent = indent
    return line
  }
}
