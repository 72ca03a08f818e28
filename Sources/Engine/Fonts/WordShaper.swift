import CHarfBuzz

/// Owns the HarfBuzz buffer that words are shaped in.
struct WordShaper: ~Copyable {
  private let buffer: OpaquePointer
  private var text: [UInt8] = []
  private var languages: [(name: String, language: hb_language_t?)]
  private var settings: [[FeatureSetting]] = [[]]

  init() {
    buffer = hb_buffer_create()
    // A fixed language where none is given: the environment's must not change the glyphs.
    languages = [("", hb_language_from_string("und", -1))]
  }

  deinit { hb_buffer_destroy(buffer) }

  mutating func number(ofLanguage name: String) -> Int32 {
    if let index = languages.firstIndex(where: { $0.name == name }) { return Int32(index) }
    languages.append((name, hb_language_from_string(name, -1)))
    return Int32(languages.count - 1)
  }

  mutating func number(ofSettings wanted: [FeatureSetting]) -> Int32 {
    if let index = settings.firstIndex(of: wanted) { return Int32(index) }
    settings.append(wanted)
    return Int32(settings.count - 1)
  }

  /// Shapes the word with a space after it, and says what kerning with that space adds.
  ///
  /// A face such as Liberation Serif kerns letters with spaces on both sides. The space before a word is the word's first byte; the one after
  /// it belongs to the next word. So the word ends at its unkerned advance, as at a line's end, and the next space takes the difference.
  mutating func shape(
    _ bytes: UnsafeBufferPointer<UInt8>,
    style: WordStyle,
    face: Face,
    into output: inout [WordGlyph]
  ) -> WordShape {
    text.removeAll(keepingCapacity: true)
    text.append(contentsOf: bytes)
    text.append(UInt8(ascii: " "))
    let first = output.count
    shapeText(count: text.count, style: style, face: face, into: &output)
    while let last = output.last, output.count > first, Int(last.cluster) == bytes.count { output.removeLast() }
    var spaceKern: Int32 = 0
    // Only a last glyph with another advance than its own can have been kerned with the space.
    if let last = output.last, output.count > first, last.advance != face.advance(of: last.glyphID) {
      let kerned = last.advance
      output.removeSubrange(first...)
      shapeText(count: bytes.count, style: style, face: face, into: &output)
      if let bare = output.last, output.count > first { spaceKern = kerned - bare.advance }
    }
    let hasMissing = output[first...].contains { $0.glyphID == 0 }
    return WordShape(spaceKern: spaceKern, hasMissingGlyph: hasMissing)
  }

  /// Longer words are shaped in parts: HarfBuzz looks back over all marks that are stacked on a letter, for each of them.
  private static let longestPart = 4096

  private func shapeText(count: Int, style: WordStyle, face: Face, into output: inout [WordGlyph]) {
    var start = 0
    while start < count {
      var end = min(start + Self.longestPart, count)
      while end < count, end > start + 1, text[end] & 0xC0 == 0x80 { end -= 1 }
      shapePart(start..<end, of: count, style: style, face: face, into: &output)
      start = end
    }
  }

  /// Shapes some bytes of the text; those around them count where letters join.
  private func shapePart(
    _ part: Range<Int>,
    of count: Int,
    style: WordStyle,
    face: Face,
    into output: inout [WordGlyph]
  ) {
    hb_buffer_clear_contents(buffer)
    // U+00AD, U+200D and their like show nothing: no glyph stands for them, and letters kern across them.
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    text.withUnsafeBytes { bytes in
      let characters = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      hb_buffer_add_utf8(buffer, characters, Int32(count), UInt32(part.lowerBound), Int32(part.count))
    }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    hb_buffer_set_language(buffer, languages[Int(style.language)].language)
    hb_buffer_guess_segment_properties(buffer)
    let features = Self.features(style.features, settings[Int(style.settings)])
    face.withFont { hb_shape($0, buffer, features, UInt32(features.count)) }
    var length: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &length),
      let positions = hb_buffer_get_glyph_positions(buffer, &length)
    else { return }
    for index in 0..<Int(length) {
      let glyph = WordGlyph(
        glyphID: infos[index].codepoint,
        cluster: Int32(bitPattern: infos[index].cluster),
        advance: positions[index].x_advance,
        xOffset: positions[index].x_offset,
        yOffset: positions[index].y_offset
      )
      output.append(glyph)
    }
  }

  /// Features that change glyphs where a face has them.
  static let glyphFeatures: [(WordFeatures, String)] = [
    (.smallCaps, "smcp"), (.capitalsToSmallCaps, "c2sc"), (.petiteCaps, "pcap"), (.capitalsToPetiteCaps, "c2pc"),
    (.superscripts, "sups"), (.subscripts, "subs"),
  ]

  private static func features(_ set: WordFeatures, _ settings: [FeatureSetting]) -> [hb_feature_t] {
    guard !set.isEmpty || !settings.isEmpty else { return [] }
    var features: [hb_feature_t] = []
    func add(_ name: String, _ value: UInt32) {
      // The end of the range is HarfBuzz's «to the end of the buffer».
      features.append(hb_feature_t(tag: hb_tag_from_string(name, -1), value: value, start: 0, end: UInt32.max))
    }
    if set.contains(.noLigatures) {
      add("liga", 0)
      add("clig", 0)
    }
    for (feature, tag) in glyphFeatures where set.contains(feature) { add(tag, 1) }
    // Of two settings of one feature HarfBuzz takes the later.
    for setting in settings { add(setting.tag, setting.value) }
    return features
  }
}
