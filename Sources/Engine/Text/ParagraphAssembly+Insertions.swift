import Fonts

/// What a paragraph shows that is not in its text: leaders and hyphens. Their glyphs stand behind the text's.
extension ParagraphAssembly {
  /// Shapes the patterns of leaders behind the text's glyphs, each in the first face that covers it.
  mutating func shapeLeaders() {
    for index in paragraph.leaders.indices {
      let object = content.objects[Int(paragraph.leaders[index].object)]
      guard case .leader(let pattern) = object.kind,
        let run = content.runs.firstIndex(where: { $0.end > object.offset }) ?? content.runs.indices.last
      else { continue }
      let style = content.styles[Int(content.runs[run].style)]
      let scalars = pattern.unicodeScalars
      let face = style.faces.first { face in scalars.allSatisfy { fonts.covers(face, $0.value) } } ?? style.faces[0]
      if let lost = scalars.first(where: { !fonts.covers(face, $0.value) }) {
        note(lost, byte: object.offset, run: Int32(run))
      }
      let first = Int32(paragraph.glyphs.count)
      let text = Array(pattern.utf8)
      let scale = style.size / fonts.unitsPerEm(of: face)
      scratch.removeAll(keepingCapacity: true)
      let language = fonts.number(ofLanguage: style.language)
      _ = text.withUnsafeBufferPointer { bytes in
        fonts.shape(bytes, style: WordStyle(face: face, language: language), into: &scratch)
      }
      var width = 0.0
      for glyph in scratch {
        let placed = ShapedGlyph(glyph, scale: scale, cluster: glyph.cluster)
        width += placed.advance
        paragraph.glyphs.append(placed)
      }
      paragraph.leaders[index].run = Int32(run)
      paragraph.leaders[index].face = face
      paragraph.leaders[index].size = style.size
      paragraph.leaders[index].glyphs = first..<Int32(paragraph.glyphs.count)
      paragraph.leaders[index].text = text
      paragraph.leaders[index].width = width
    }
  }

  /// Shapes the hyphens of the items that may show one: in each item's own face, so that it is painted with the word before it.
  mutating func shapeHyphens(_ marks: [BreakMark]) {
    for index in paragraph.items.indices {
      let item = paragraph.items[index]
      guard case .text(let run, let face, let size) = item.kind,
        marks[Int(item.bytes.lowerBound)...Int(item.bytes.upperBound)].contains(.hyphen)
      else { continue }
      let style = content.runs[Int(run)].style
      let known = paragraph.insertions.firstIndex {
        !$0.isEllipsis && $0.style == style && $0.face == face && $0.size == size
      }
      paragraph.items[index].hyphen = Int32(known ?? shapeHyphen(style: style, face: face, size: size))
    }
  }

  private mutating func shapeHyphen(style: Int32, face: FaceID, size: Double) -> Int {
    var shown = content.styles[Int(style)].hyphenCharacter
    // CSS Text 4, 6.3.1: U+2010 if the face has it, else U+002D.
    if shown.isEmpty { shown = fonts.covers(face, 0x2010) ? "\u{2010}" : "-" }
    let empty = Int32(paragraph.glyphs.count)..<Int32(paragraph.glyphs.count)
    // ISO 32000-1, 14.8.2.2.3: a hyphen that line breaking put in is U+00AD, so that readers can join the word.
    var insertion = InsertedText(style: style, face: face, size: size, glyphs: empty, utf8: [0xC2, 0xAD])
    shape(shown, into: &insertion)
    paragraph.insertions.append(insertion)
    return paragraph.insertions.count - 1
  }

  /// Shapes the ellipsis for each item's face, so that it is painted with the text that it ends.
  mutating func shapeEllipses() {
    for item in paragraph.items {
      guard case .text(let run, let face, let size) = item.kind else { continue }
      let style = content.runs[Int(run)].style
      let isKnown = paragraph.insertions.contains {
        $0.isEllipsis && $0.style == style && $0.face == face && $0.size == size
      }
      if isKnown { continue }
      var shown = content.ellipsis
      if shown == "\u{2026}", !fonts.covers(face, 0x2026) { shown = "..." }
      let empty = Int32(paragraph.glyphs.count)..<Int32(paragraph.glyphs.count)
      var insertion = InsertedText(style: style, face: face, size: size, glyphs: empty, utf8: Array(shown.utf8))
      insertion.isEllipsis = true
      shape(shown, into: &insertion)
      paragraph.insertions.append(insertion)
    }
  }

  private mutating func shape(_ shown: String, into insertion: inout InsertedText) {
    let scale = insertion.size / fonts.unitsPerEm(of: insertion.face)
    let language = fonts.number(ofLanguage: content.styles[Int(insertion.style)].language)
    let wordStyle = WordStyle(face: insertion.face, language: language)
    scratch.removeAll(keepingCapacity: true)
    _ = Array(shown.utf8).withUnsafeBufferPointer { fonts.shape($0, style: wordStyle, into: &scratch) }
    let first = Int32(paragraph.glyphs.count)
    for glyph in scratch {
      let placed = ShapedGlyph(glyph, scale: scale, cluster: glyph.cluster)
      insertion.width += placed.advance
      paragraph.glyphs.append(placed)
    }
    insertion.glyphs = first..<Int32(paragraph.glyphs.count)
  }
}
