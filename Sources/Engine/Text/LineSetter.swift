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

  /// Line `number`, counted from where breaking began.
  func line(_ number: Int, from start: Int, to end: Int) -> Line {
    let breaks = paragraph.breaks
    let room = room(ofLine: number, from: start)
    let isLast = end == breaks.count - 1
    let isForced = breaks[end].strength == .forced || (isLast && paragraph.endsWithForcedBreak)
    let natural = paragraph.width(from: start, to: end)
    let spaces = paragraph.spaces(from: start, to: end)
    var stretch = 0.0
    if measure.isJustified, spaces.count > 0 {
      let gap = room - natural
      let tightest = -spacing.shrink * spaces.width / Double(spaces.count)
      if gap < 0 || !(isLast || isForced) { stretch = max(tightest, gap / Double(spaces.count)) }
    }
    let indent = indent(from: start)
    var builder = LineBuilder(paragraph: paragraph, stretch: stretch, indent: indent)
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
