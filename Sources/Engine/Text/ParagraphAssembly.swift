import Fonts

/// Shapes runs word by word and puts the glyphs, items and objects of a paragraph in order.
struct ParagraphAssembly {
  /// A character that no face covers.
  struct Missing {
    var scalar: Unicode.Scalar
    var byte: Int32
    var run: Int32
  }

  var paragraph: ShapedParagraph
  var scratch: [WordGlyph]
  private(set) var missing: [Missing] = []
  let fonts: FontLibrary
  let content: InlineContent
  private var nextObject = 0
  private var reported: Set<UInt32> = []
  /// Kerning of the last word with the space after it, in points; belongs to that space if it comes next in the same item.
  private var pendingKern = 0.0

  init(content: InlineContent, fonts: FontLibrary, scratch: [WordGlyph]) {
    self.content = content
    self.fonts = fonts
    self.scratch = scratch
    paragraph = ShapedParagraph(content: content)
    paragraph.glyphs.reserveCapacity(content.text.count)
  }

  mutating func shapeRuns() {
    for (index, run) in content.runs.enumerated() {
      let context = RunContext(run: Int32(index), style: content.styles[Int(run.style)], fonts: fonts)
      shapeRun(run, context)
    }
    placeEdges(before: Int32.max)
    paragraph.textGlyphCount = Int32(paragraph.glyphs.count)
  }

  private mutating func shapeRun(_ run: StyledRun, _ context: RunContext) {
    content.text.withUnsafeBufferPointer { text in
      var byte = run.start
      while byte < run.end {
        placeEdges(before: byte)
        let limit = min(run.end, nextObject < content.objects.count ? content.objects[nextObject].offset : run.end)
        if limit <= byte {
          byte = placeObject()
        } else if let length = Self.invisibleLength(text, at: byte) {
          byte += length
        } else {
          let end = Self.unitEnd(text, from: byte, limit: limit)
          shapeUnit(text, byte..<end, context)
          byte = end
        }
      }
    }
  }

  /// Places the edges that stand at or before a byte, up to the first object that takes bytes.
  private mutating func placeEdges(before byte: Int32) {
    while nextObject < content.objects.count, content.objects[nextObject].offset <= byte {
      switch content.objects[nextObject].kind {
      case .openEdge, .closeEdge, .anchor: addObject(bytes: 0)
      case .atomic, .forcedBreak, .leader:
        // An object whose byte no run covers is placed all the same: nothing is lost.
        guard byte == Int32.max else { return }
        addObject(bytes: 3)
      }
    }
  }

  /// Places the object at the next byte; all that take bytes take three (U+FFFC, U+2028).
  private mutating func placeObject() -> Int32 {
    let end = content.objects[nextObject].offset + 3
    addObject(bytes: 3)
    return end
  }

  private mutating func addObject(bytes: Int32) {
    let object = content.objects[nextObject]
    let glyph = Int32(paragraph.glyphs.count)
    let range = object.offset..<object.offset + bytes
    var kind = ParagraphItem.Kind.object(Int32(nextObject))
    if case .leader = object.kind {
      kind = .leader(Int32(paragraph.leaders.count))
      paragraph.leaders.append(LeaderPattern(object: Int32(nextObject)))
    }
    paragraph.items.append(ParagraphItem(kind: kind, glyphs: glyph..<glyph, bytes: range))
    nextObject += 1
    pendingKern = 0
  }

  // Words

  private mutating func shapeUnit(_ text: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int32>, _ context: RunContext) {
    if text[Int(bytes.lowerBound)] == tab { return addTab(bytes, context) }
    if context.synthesisesSmallCaps {
      for piece in SmallCaps.pieces(text, bytes, context.text.smallCaps) { shapePiece(text, piece, context) }
      return
    }
    let unit = UnsafeBufferPointer(rebasing: text[Int(bytes.lowerBound)..<Int(bytes.upperBound)])
    scratch.removeAll(keepingCapacity: true)
    let shape = fonts.shape(unit, style: context.style(of: context.firstFace), into: &scratch)
    guard !shape.hasMissingGlyph else { return shapeByCoverage(text, bytes, context) }
    add(bytes, face: context.firstFace, size: context.size, kern: shape.spaceKern, context)
  }

  /// Shapes a unit that the first face does not cover: each cluster goes to the first face that has all of it.
  private mutating func shapeByCoverage(
    _ text: UnsafeBufferPointer<UInt8>,
    _ bytes: Range<Int32>,
    _ context: RunContext
  ) {
    for piece in Coverage.pieces(text, bytes, faces: context.text.faces, fonts: fonts) {
      let unit = UnsafeBufferPointer(rebasing: text[Int(piece.bytes.lowerBound)..<Int(piece.bytes.upperBound)])
      for lost in piece.missing { note(lost.scalar, byte: lost.byte, run: context.run) }
      scratch.removeAll(keepingCapacity: true)
      let shape = fonts.shape(unit, style: context.style(of: piece.face), into: &scratch)
      add(piece.bytes, face: piece.face, size: context.size, kern: shape.spaceKern, context)
    }
  }

  /// Shapes lower-case letters as smaller capitals, the rest as it stands.
  private mutating func shapePiece(
    _ text: UnsafeBufferPointer<UInt8>,
    _ piece: SmallCaps.Piece,
    _ context: RunContext
  ) {
    guard piece.isSmall else {
      return shapeByCoverage(text, piece.bytes, context)
    }
    let capitals = SmallCaps.capitals(text, piece.bytes)
    capitals.text.withUnsafeBufferPointer { upper in
      let range = 0..<Int32(upper.count)
      for part in Coverage.pieces(upper, range, faces: context.text.faces, fonts: fonts) {
        let first = capitals.offsets[Int(part.bytes.lowerBound)]
        let last = capitals.offsets[Int(part.bytes.upperBound)]
        for lost in part.missing {
          note(lost.scalar, byte: piece.bytes.lowerBound + capitals.offsets[Int(lost.byte)], run: context.run)
        }
        let unit = UnsafeBufferPointer(rebasing: upper[Int(part.bytes.lowerBound)..<Int(part.bytes.upperBound)])
        scratch.removeAll(keepingCapacity: true)
        let shape = fonts.shape(unit, style: context.style(of: part.face), into: &scratch)
        for index in scratch.indices {
          let cluster = Int(part.bytes.lowerBound + scratch[index].cluster)
          scratch[index].cluster = capitals.offsets[cluster] - first
        }
        let origin = piece.bytes.lowerBound + first
        let source = origin..<piece.bytes.lowerBound + last
        add(source, face: part.face, size: context.size * SmallCaps.scale, kern: shape.spaceKern, context)
      }
    }
  }

  /// Appends the glyphs in `scratch`, whose clusters count from the start of `bytes`.
  private mutating func add(_ bytes: Range<Int32>, face: FaceID, size: Double, kern: Int32, _ context: RunContext) {
    let scale = size / fonts.unitsPerEm(of: face)
    let first = Int32(paragraph.glyphs.count)
    let item = itemToExtend(at: bytes.lowerBound, face: face, size: size, run: context.run)
    for index in scratch.indices {
      let glyph = scratch[index]
      let cluster = bytes.lowerBound + glyph.cluster
      var placed = ShapedGlyph(glyph, scale: scale, cluster: cluster)
      if isWordSpace(cluster) {
        placed.isWordSpace = true
        placed.advance += context.text.wordSpacing
        if index == 0, item != nil { placed.advance += pendingKern }
      }
      let endsCluster = index + 1 == scratch.count || scratch[index + 1].cluster != glyph.cluster
      if endsCluster { placed.advance += context.text.letterSpacing }
      placed.yOffset += context.rise
      paragraph.glyphs.append(placed)
    }
    let end = Int32(paragraph.glyphs.count)
    pendingKern = Double(kern) * scale
    if let item {
      paragraph.items[item].glyphs = paragraph.items[item].glyphs.lowerBound..<end
      paragraph.items[item].bytes = paragraph.items[item].bytes.lowerBound..<bytes.upperBound
    } else {
      let kind = ParagraphItem.Kind.text(run: context.run, face: face, size: size)
      paragraph.items.append(ParagraphItem(kind: kind, glyphs: first..<end, bytes: bytes))
    }
  }

  /// The last item, if text of this run, face and size goes on in it.
  private func itemToExtend(at byte: Int32, face: FaceID, size: Double, run: Int32) -> Int? {
    guard let last = paragraph.items.indices.last, paragraph.items[last].bytes.upperBound == byte,
      case .text(let lastRun, let lastFace, let lastSize) = paragraph.items[last].kind,
      lastRun == run, lastFace == face, lastSize == size
    else { return nil }
    return last
  }

  /// A tab shows a space; its line says how wide it is.
  private mutating func addTab(_ bytes: Range<Int32>, _ context: RunContext) {
    let space: [UInt8] = [UInt8(ascii: " ")]
    scratch.removeAll(keepingCapacity: true)
    _ = space.withUnsafeBufferPointer { fonts.shape($0, style: context.style(of: context.firstFace), into: &scratch) }
    let scale = context.size / fonts.unitsPerEm(of: context.firstFace)
    var advance = 0.0
    for index in scratch.indices {
      advance += Double(scratch[index].advance) * scale
      scratch[index].advance = 0
    }
    let first = paragraph.glyphs.count
    add(bytes, face: context.firstFace, size: context.size, kern: 0, context)
    // One glyph a tab: what follows finds it by its number.
    guard first < paragraph.glyphs.count else { return }
    paragraph.glyphs[first].isTab = true
    for glyph in paragraph.glyphs.indices[first...] { paragraph.glyphs[glyph].advance = 0 }
    let interval: Double
    switch context.text.tabSize {
    case .spaces(let count): interval = count * (advance + context.text.letterSpacing + context.text.wordSpacing)
    case .length(let points): interval = points
    }
    let half = fonts.metrics(of: context.firstFace).zeroAdvance * context.text.size / 2
    let isUsable = interval.isFinite && interval > 1e-3
    paragraph.tabs.append(TabGlyph(glyph: Int32(first), interval: isUsable ? interval : 0, least: half))
  }

  mutating func note(_ scalar: Unicode.Scalar, byte: Int32, run: Int32) {
    guard reported.insert(scalar.value).inserted else { return }
    missing.append(Missing(scalar: scalar, byte: byte, run: run))
  }

  /// U+0020 and U+00A0 (CSS Text 3, 7.1: word separators of Latin text).
  private func isWordSpace(_ byte: Int32) -> Bool {
    let index = Int(byte)
    let value = content.text[index]
    if value == space { return true }
    return value == 0xC2 && index + 1 < content.text.count && content.text[index + 1] == 0xA0
  }

  /// The length of a U+200B, which takes no glyph: it only marks a break opportunity.
  private static func invisibleLength(_ text: UnsafeBufferPointer<UInt8>, at byte: Int32) -> Int32? {
    let index = Int(byte)
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80, text[index + 2] == 0x8B else {
      return nil
    }
    return 3
  }

  /// The end of a word: up to the next space, tab or U+200B; a space before it belongs to it, a tab stands alone.
  private static func unitEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int32, limit: Int32) -> Int32 {
    var byte = start + 1
    if text[Int(start)] == tab { return byte }
    let short = min(limit, start + shortUnit)
    while byte < short, text[Int(byte)] != space, text[Int(byte)] != tab {
      if text[Int(byte)] == 0xE2, invisibleLength(text, at: byte) != nil { break }
      byte += 1
    }
    return byte < short || short == limit ? byte : longUnitEnd(text, from: start, limit: limit)
  }

  /// The same for a long word, which ends after so many marks too: HarfBuzz sorts and places those of one base in quadratic time.
  private static func longUnitEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int32, limit: Int32) -> Int32 {
    var byte = start
    var marks = 0
    while byte < limit, marks < mostMarks {
      if byte > start, text[Int(byte)] == space || text[Int(byte)] == tab { break }
      if text[Int(byte)] == 0xE2, byte > start, invisibleLength(text, at: byte) != nil { break }
      let (scalar, length) = decodeScalar(text, at: Int(byte))
      marks = Coverage.continuesCluster(scalar) ? marks + 1 : 0
      byte += Int32(length)
    }
    return min(byte, limit)
  }
}

extension ShapedGlyph {
  /// A glyph of a word at `scale` points a font unit.
  init(_ glyph: WordGlyph, scale: Double, cluster: Int32) {
    self.init(
      glyphID: glyph.glyphID,
      cluster: cluster,
      advance: Double(glyph.advance) * scale,
      xOffset: Float(Double(glyph.xOffset) * scale),
      yOffset: Float(Double(glyph.yOffset) * scale),
      isWordSpace: false
    )
  }
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
/// Words of so many bytes are looked at more closely.
private let shortUnit: Int32 = 512
/// How many marks on one base are shaped together.
private let mostMarks = 256
