/// Walks a shaped paragraph once, finds the place of each break opportunity among its glyphs, and sums up what stands before it.
struct BreakCollector {
  /// Where lines may end.
  enum Places {
    /// A mark a byte, and one for the end.
    case marks([BreakMark])
    /// The breaks found before, and stretches that may also be broken between any two clusters.
    case breaks([LineBreak], open: [Range<Int32>])
  }

  private var paragraph: ShapedParagraph
  /// The marks, or else the known breaks and the open stretches: apart, so that no glyph copies them.
  private var marks: [BreakMark] = []
  private var known: [LineBreak] = []
  private var open: [Range<Int32>] = []
  /// What was passed of the breaks and the open stretches.
  private var nextBreak = 0
  private var nextOpen = 0
  private var x = 0.0
  private var spaces: Int32 = 0
  private var spaceWidth = 0.0
  /// The sums before the spaces that stand right before, and the glyph there.
  private var trimmedX = 0.0
  private var trimmedSpaces: Int32 = 0
  private var trimmedSpaceWidth = 0.0
  private var trimmedGlyph: Int32 = 0
  /// Letter spacing after the last glyph before those spaces: a line's end has none (CSS Text 3, 8.2).
  private var endSpacing = 0.0
  /// What the last kept character may do at a line's end, and how wide it is.
  private var hanging: HangingMarks = []
  private var lastKept: Int32 = 0
  /// The hyphen of the text item reached, or of the last one.
  private var hyphen: Int32 = -1
  /// Whether the spaces that stand right before hang at a line's end, rather than go.
  private var hangsSpaces = false
  private var lastByte: Int32 = 0

  init(paragraph: ShapedParagraph, places: Places) {
    self.paragraph = paragraph
    switch places {
    case .marks(let marks): self.marks = marks
    case .breaks(let breaks, let open):
      known = breaks
      self.open = open
    }
  }

  mutating func collect() -> ShapedParagraph {
    paragraph.breaks.removeAll()
    record(item: 0, glyph: 0, byte: 0, strength: .forced)
    for index in paragraph.items.indices {
      let item = paragraph.items[index]
      switch item.kind {
      case .text(let run, _, _):
        collectText(item, Int32(index), paragraph.content.styles[Int(paragraph.content.runs[Int(run)].style)])
      case .object(let object): collectObject(item, Int32(index), paragraph.content.objects[Int(object)])
      case .leader(let leader):
        recordOpportunity(item: Int32(index), glyph: item.glyphs.lowerBound, byte: item.bytes.lowerBound)
        x += paragraph.leaders[Int(leader)].width
        keepAll(upTo: item.glyphs.upperBound, spacing: 0)
      }
    }
    finish()
    paragraph.widenBreaks()
    return paragraph
  }

  private mutating func collectText(_ item: ParagraphItem, _ index: Int32, _ style: TextStyle) {
    let keepsEndSpaces = style.keepsEndSpaces
    let isOpen = style.overflowWrap != .normal && style.wraps
    if isOpen { paragraph.mayBreakAnywhere = true }
    for glyph in item.glyphs {
      let shaped = paragraph.glyphs[Int(glyph)]
      // A break before the item's first glyph shows the hyphen of the item before.
      recordOpportunity(item: index, glyph: glyph, byte: shaped.cluster, isOpen: isOpen)
      hyphen = item.hyphen
      if glyph == 0, style.hanging.contains(.first), paragraph.scalar(of: shaped).hangsAtStart {
        paragraph.startHang = shaped.advance
        paragraph.breaks[0].x = x + shaped.advance
      }
      if shaped.isTab { paragraph.tabs[Int(paragraph.tabIndex(from: glyph))].x = x }
      x += shaped.advance
      if shaped.isWordSpace {
        spaces += 1
        spaceWidth += shaped.advance
      }
      if keepsEndSpaces || !paragraph.isTrimmable(shaped) {
        keepAll(upTo: glyph + 1, spacing: style.letterSpacing)
        hanging = style.hanging
        lastKept = glyph
      } else {
        hangsSpaces = style.preservesSpaces
      }
    }
    hyphen = item.hyphen
  }

  private mutating func collectObject(_ item: ParagraphItem, _ index: Int32, _ object: InlineObject) {
    switch object.kind {
    case .closeEdge:
      // The end edge stays with what precedes it, also where a line may end there.
      x += object.width
      trimmedX += object.width
    case .anchor:
      // After a forced break it stands on the next line, if there is one (CSS Text 3, 4.1.3).
      guard item.bytes.lowerBound < paragraph.content.text.count, isForced(at: item.bytes.lowerBound) else { return }
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
      keepAll(upTo: item.glyphs.upperBound, spacing: 0)
    }
  }

  private mutating func isForced(at byte: Int32) -> Bool {
    if !marks.isEmpty { return byte < marks.count && marks[Int(byte)] == .forced }
    while nextBreak < known.count, known[nextBreak].byte < byte { nextBreak += 1 }
    return nextBreak < known.count && known[nextBreak].byte == byte && known[nextBreak].strength == .forced
  }

  private mutating func keepAll(upTo glyph: Int32, spacing: Double) {
    trimmedX = x
    trimmedSpaces = spaces
    trimmedSpaceWidth = spaceWidth
    trimmedGlyph = glyph
    endSpacing = spacing
    hangsSpaces = false
    hanging = []
  }

  private mutating func recordOpportunity(item: Int32, glyph: Int32, byte: Int32, isOpen: Bool = false) {
    // U+200B and the like have no glyph: an opportunity after them is found at the next glyph, which begins at its byte.
    guard byte > lastByte else { return }
    guard !marks.isEmpty else { return recordKnown(item: item, glyph: glyph, byte: byte, isOpen: isOpen) }
    switch marks[Int(byte)] {
    case .none: return
    case .weak: record(item: item, glyph: glyph, byte: byte, strength: .weak)
    case .allowed: record(item: item, glyph: glyph, byte: byte, strength: .allowed)
    case .forced: record(item: item, glyph: glyph, byte: byte, strength: .forced)
    case .hyphen: record(item: item, glyph: glyph, byte: byte, strength: .allowed, hyphen: hyphen)
    }
  }

  private mutating func recordKnown(item: Int32, glyph: Int32, byte: Int32, isOpen: Bool) {
    while nextBreak < known.count, known[nextBreak].byte < byte { nextBreak += 1 }
    if nextBreak < known.count - 1, known[nextBreak].byte == byte {
      let entry = known[nextBreak]
      return record(item: item, glyph: glyph, byte: byte, strength: entry.strength, hyphen: entry.hyphen)
    }
    while nextOpen < open.count, open[nextOpen].upperBound <= byte { nextOpen += 1 }
    guard isOpen, nextOpen < open.count, open[nextOpen].contains(byte) else { return }
    record(item: item, glyph: glyph, byte: byte, strength: .emergency)
  }

  private mutating func record(
    item: Int32,
    glyph: Int32,
    byte: Int32,
    strength: LineBreak.Strength,
    hyphen: Int32 = -1
  ) {
    lastByte = byte
    var entry = LineBreak(
      byte: byte,
      item: item,
      glyph: glyph,
      strength: strength,
      x: x,
      spaces: spaces,
      spaceWidth: spaceWidth,
      trimmedX: trimmedX - endSpacing,
      trimmedSpaces: trimmedSpaces,
      trimmedSpaceWidth: trimmedSpaceWidth,
      trimmedGlyph: trimmedGlyph
    )
    if hyphen >= 0 {
      entry.hyphen = hyphen
      entry.trimmedX = trimmedX + paragraph.insertions[Int(hyphen)].width
    }
    if !hanging.isEmpty, hyphen < 0 { hangLast(&entry) }
    // Before a forced break, kept spaces hang only where they do not fit (CSS Text 3, 4.1.3).
    if hangsSpaces, strength >= .forced, x > entry.trimmedX {
      entry.hang = Float(x - entry.trimmedX)
      entry.trimmedX = x
    }
    paragraph.breaks.append(entry)
    if strength >= .forced { keepAll(upTo: glyph, spacing: 0) }
  }

  /// CSS Text 3, 8.1: a stop at a line's end, or a closing quote at the last one's.
  private func hangLast(_ entry: inout LineBreak) {
    let glyph = paragraph.glyphs[Int(lastKept)]
    let scalar = paragraph.scalar(of: glyph)
    let width = glyph.advance - endSpacing
    if hanging.contains(.last), entry.strength == .end, scalar.hangsAtEnd {
      entry.trimmedX -= width
    } else if scalar.isHangingStop {
      if hanging.contains(.forceEnd) {
        entry.trimmedX -= width
      } else if hanging.contains(.allowEnd) {
        entry.hang = Float(width)
      }
    }
  }

  private mutating func finish() {
    let end = Int32(paragraph.content.text.count)
    let glyph = paragraph.items.last.map(\.glyphs.upperBound) ?? 0
    let item = Int32(paragraph.items.count)
    record(item: item, glyph: glyph, byte: end, strength: .end)
  }
}

extension ShapedParagraph {
  /// The character that a glyph's cluster begins with.
  fileprivate func scalar(of glyph: ShapedGlyph) -> Unicode.Scalar {
    content.text.withUnsafeBufferPointer { decodeScalar($0, at: Int(glyph.cluster)).scalar }
  }

  /// Spaces at a line's end take no room: they are removed, or hang (CSS Text 3, 4.1.3).
  ///
  /// U+00A0 does neither; the fixed spaces of U+2000 to U+200A and U+3000 hang.
  fileprivate func isTrimmable(_ glyph: ShapedGlyph) -> Bool {
    let byte = Int(glyph.cluster)
    let first = content.text[byte]
    if first == UInt8(ascii: " ") || first == UInt8(ascii: "\t") { return true }
    guard first >= 0xE2, byte + 2 < content.text.count else { return false }
    switch (first, content.text[byte + 1], content.text[byte + 2]) {
    case (0xE2, 0x80, 0x80...0x86), (0xE2, 0x80, 0x88...0x8A), (0xE3, 0x80, 0x80): return true
    default: return false
    }
  }
}
