/// Walks a shaped paragraph once, finds the place of each break opportunity among its glyphs, and sums up what stands before it.
struct BreakCollector {
  private var paragraph: ShapedParagraph
  private let marks: [BreakMark]
  private var x = 0.0
  private var spaces: Int32 = 0
  private var spaceWidth = 0.0
  /// The sums before the spaces that stand right before, and the glyph there.
  private var trimmedX = 0.0
  private var trimmedSpaces: Int32 = 0
  private var trimmedSpaceWidth = 0.0
  private var trimmedGlyph: Int32 = 0
  private var lastByte: Int32 = 0

  init(paragraph: ShapedParagraph, marks: [BreakMark]) {
    self.paragraph = paragraph
    self.marks = marks
  }

  mutating func collect() -> ShapedParagraph {
    record(item: 0, glyph: 0, byte: 0, strength: .forced)
    for index in paragraph.items.indices {
      let item = paragraph.items[index]
      switch item.kind {
      case .text: collectText(item, Int32(index))
      case .object(let object): collectObject(item, Int32(index), paragraph.content.objects[Int(object)])
      case .leader(let leader):
        recordOpportunity(item: Int32(index), glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
        x += paragraph.leaders[Int(leader)].width
        keepAll(upTo: item.glyphs.upperBound)
      }
    }
    finish()
    return paragraph
  }

  private mutating func collectText(_ item: ParagraphItem, _ index: Int32) {
    for glyph in item.glyphs {
      let shaped = paragraph.glyphs[Int(glyph)]
      recordOpportunity(item: index, glyph: glyph, byte: shaped.cluster)
      x += shaped.advance
      if shaped.isWordSpace {
        spaces += 1
        spaceWidth += shaped.advance
      }
      if !isTrimmable(shaped) { keepAll(upTo: glyph + 1) }
    }
  }

  private mutating func collectObject(_ item: ParagraphItem, _ index: Int32, _ object: InlineObject) {
    switch object.kind {
    case .closeEdge:
      // The end edge stays with what precedes it, also where a line may end there.
      x += object.width
      trimmedX += object.width
    case .anchor:
      // After a forced break it stands on the next line.
      guard item.bytes.lowerBound < marks.count, marks[Int(item.bytes.lowerBound)] == .forced else { return }
      recordOpportunity(item: index, glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
    case .openEdge:
      recordOpportunity(item: index, glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
      x += object.width
      trimmedX += object.width
    case .forcedBreak:
      recordOpportunity(item: index, glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
    case .atomic, .leader:
      recordOpportunity(item: index, glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
      x += object.width
      keepAll(upTo: item.glyphs.upperBound)
    }
  }

  /// Spaces at a line's end take no room: they are removed, or hang (CSS Text 3, 4.1.2).
  ///
  /// U+00A0 does neither.
  private func isTrimmable(_ glyph: ShapedGlyph) -> Bool {
    glyph.isWordSpace && paragraph.content.text[Int(glyph.cluster)] == UInt8(ascii: " ")
  }

  private mutating func keepAll(upTo glyph: Int32) {
    trimmedX = x
    trimmedSpaces = spaces
    trimmedSpaceWidth = spaceWidth
    trimmedGlyph = glyph
  }

  private mutating func recordOpportunity(item: Int32, glyph: Int32, byte: Int32) {
    // U+200B and the like have no glyph: an opportunity after them is found at the next glyph, which begins at its byte.
    guard byte > lastByte else { return }
    switch marks[Int(byte)] {
    case .none: return
    case .weak: record(item: item, glyph: glyph, byte: byte, strength: .weak)
    case .allowed: record(item: item, glyph: glyph, byte: byte, strength: .allowed)
    case .forced: record(item: item, glyph: glyph, byte: byte, strength: .forced)
    }
  }

  private mutating func record(item: Int32, glyph: Int32, byte: Int32, strength: LineBreak.Strength) {
    lastByte = byte
    paragraph.breaks.append(
      LineBreak(
        byte: byte,
        item: item,
        glyph: glyph,
        strength: strength,
        x: x,
        spaces: spaces,
        spaceWidth: spaceWidth,
        trimmedX: trimmedX,
        trimmedSpaces: trimmedSpaces,
        trimmedSpaceWidth: trimmedSpaceWidth,
        trimmedGlyph: trimmedGlyph
      )
    )
    if strength >= .forced { keepAll(upTo: glyph) }
  }

  private mutating func finish() {
    let end = Int32(paragraph.content.text.count)
    let glyph = paragraph.items.last.map(\.glyphs.upperBound) ?? 0
    let item = Int32(paragraph.items.count)
    record(item: item, glyph: glyph, byte: end, strength: .end)
  }
}
