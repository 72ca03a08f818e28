import Fonts

/// Cuts one line out of a paragraph's items and gives each piece its place.
struct LineBuilder {
  private(set) var segments: [LineSegment] = []
  private(set) var hasLeader = false
  private let paragraph: ShapedParagraph
  private let gaps: LineGaps
  private var x: Double
  private let indent: Double
  /// Where the line's room begins: tab stops are measured from the block's edge.
  private let start: Double

  init(paragraph: ShapedParagraph, gaps: LineGaps, indent: Double, start: Double) {
    self.paragraph = paragraph
    self.start = start
    self.gaps = gaps
    self.indent = indent
    x = indent
  }

  /// Adds all segments between two breaks; leaders share the room that is left.
  mutating func build(from start: LineBreak, to end: LineBreak, room: Double, natural: Double) {
    // An opening quote at the paragraph's start hangs before the line.
    if start.byte == 0 { x -= paragraph.startHang }
    x += paragraph.content.clonedEdges(at: start.byte).start
    let leaderRoom = shareOfLeaders(start, end, room: room - natural)
    let hyphenated = end.hyphen >= 0 ? lastText(before: end) : nil
    for index in start.item...end.item where index < paragraph.items.count {
      let item = paragraph.items[Int(index)]
      switch item.kind {
      case .text(let run, let face, let size):
        let first = index == start.item ? max(start.glyph, item.glyphs.lowerBound) : item.glyphs.lowerBound
        let last = index == end.item ? min(end.glyph, item.glyphs.upperBound) : item.glyphs.upperBound
        addText(item, run: run, face: face, size: size, glyphs: first..<max(first, last), end: end)
        if index == hyphenated { addHyphen(end.hyphen) }
      case .object(let object):
        guard index < end.item else { continue }
        addObject(item, object)
      case .leader(let leader):
        guard index < end.item else { continue }
        addLeader(item, paragraph.leaders[Int(leader)], share: leaderRoom, lineEnd: indent + room)
      }
    }
  }

  private func shareOfLeaders(_ start: LineBreak, _ end: LineBreak, room: Double) -> Double {
    guard !paragraph.leaders.isEmpty else { return 0 }
    let count = (start.item..<end.item).count { index in
      if case .leader = paragraph.items[Int(index)].kind { return true }
      return false
    }
    return count > 0 ? max(0, room) / Double(count) : 0
  }

  /// The item of the last glyphs before a break.
  private func lastText(before end: LineBreak) -> Int32? {
    var index = min(end.item, Int32(paragraph.items.count) - 1)
    while index >= 0 {
      let item = paragraph.items[Int(index)]
      if case .text = item.kind, item.glyphs.lowerBound < min(end.glyph, item.glyphs.upperBound) { return index }
      index -= 1
    }
    return nil
  }

  private mutating func addHyphen(_ hyphen: Int32) {
    guard let last = segments.indices.last else { return }
    segments[last].hyphen = hyphen
    segments[last].width += paragraph.insertions[Int(hyphen)].width
    x += paragraph.insertions[Int(hyphen)].width
  }

  private mutating func addText(
    _ item: ParagraphItem,
    run: Int32,
    face: FaceID,
    size: Double,
    glyphs: Range<Int32>,
    end: LineBreak
  ) {
    let style = paragraph.content.styles[Int(paragraph.content.runs[Int(run)].style)]
    var last = glyphs.upperBound
    if !style.preservesSpaces { last = max(glyphs.lowerBound, min(last, end.trimmedGlyph)) }
    guard glyphs.lowerBound < last else { return }
    var width = 0.0
    for index in glyphs.lowerBound..<last {
      let glyph = paragraph.glyphs[Int(index)]
      width += glyph.advance
      if glyph.isWordSpace && index < end.trimmedGlyph { width += gaps.space }
      let endsCluster = index + 1 == last || paragraph.glyphs[Int(index) + 1].cluster != glyph.cluster
      if endsCluster, index + 1 < end.trimmedGlyph { width += gaps.cluster }
      if glyph.isTab { width += paragraph.tabs[paragraph.tabIndex(from: index)].advance(from: start + x + width) }
    }
    if last == end.trimmedGlyph, end.hyphen < 0 { width -= style.letterSpacing }
    let byteEnd = last < item.glyphs.upperBound ? paragraph.glyphs[Int(last)].cluster : item.bytes.upperBound
    let bytes = paragraph.glyphs[Int(glyphs.lowerBound)].cluster..<byteEnd
    let kind = LineSegment.Kind.text(run: run, face: face, size: size, glyphs: glyphs.lowerBound..<last)
    segments.append(LineSegment(kind: kind, bytes: bytes, x: x, width: width))
    x += width
  }

  private mutating func addObject(_ item: ParagraphItem, _ index: Int32) {
    let object = paragraph.content.objects[Int(index)]
    if case .forcedBreak = object.kind { return }
    segments.append(LineSegment(kind: .object(index), bytes: item.bytes, x: x, width: object.width))
    x += object.width
  }

  /// Repeats the pattern at whole multiples of its width from the line's end, so that leaders of several lines stand below each other.
  private mutating func addLeader(_ item: ParagraphItem, _ leader: LeaderPattern, share: Double, lineEnd: Double) {
    hasLeader = true
    let end = x + leader.width + share
    defer { x = end }
    guard leader.width > 0 else { return }
    let before = ((lineEnd - end) / leader.width - tolerance).rounded(.up)
    var last = lineEnd - before * leader.width
    var count = ((last - x) / leader.width + tolerance).rounded(.down)
    if count < 1 {
      count = 1
      last = end
    }
    let width = count * leader.width
    let kind = LineSegment.Kind.text(run: leader.run, face: leader.face, size: leader.size, glyphs: leader.glyphs)
    segments.append(LineSegment(kind: kind, bytes: item.bytes, x: last - width, width: width))
  }
}
