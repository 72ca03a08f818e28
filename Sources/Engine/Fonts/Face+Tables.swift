import CHarfBuzz

extension Face {
  /// The family names and styles that a font file gives its faces (OpenType `name` and OS/2 tables).
  static func describe(path: String) throws(FontError) -> [(family: String, file: FaceFile)] {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .unreadable(path: path) }
    defer { hb_blob_destroy(blob) }
    var described: [(family: String, file: FaceFile)] = []
    for index in 0..<hb_face_count(blob) {
      guard let face = hb_face_create(blob, index) else { continue }
      defer { hb_face_destroy(face) }
      guard hb_face_get_glyph_count(face) > 0 else { continue }
      guard let font = hb_font_create(face) else { continue }
      defer { hb_font_destroy(font) }
      // Name 16 (typographic family) joins weights that name 1 keeps apart.
      guard let family = name(16, of: face) ?? name(1, of: face) else { continue }
      let weight = Int(hb_style_get_value(font, HB_STYLE_TAG_WEIGHT).rounded())
      let isItalic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0.5
      let slant: FaceSlant = isItalic ? .italic : .normal
      described.append((family, FaceFile(path: path, index: Int(index), weight: weight, slant: slant)))
    }
    guard !described.isEmpty else { throw .unreadable(path: path) }
    return described
  }

  private static func name(_ id: UInt32, of face: OpaquePointer) -> String? {
    var size: UInt32 = 256
    var buffer = [CChar](repeating: 0, count: 256)
    let length = hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, &buffer)
    guard length > 0 else { return nil }
    return String(decoding: buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension FaceMetrics {
  /// Reads the measures; what a font does not say is derived from what it does.
  init(font: OpaquePointer, unitsPerEm: Double) {
    self.init()
    // Fraction of the em. HarfBuzz takes OS/2 typographic values where USE_TYPO_METRICS is set, else those of hhea.
    func measure(_ tag: hb_ot_metrics_tag_t) -> Double {
      var position: hb_position_t = 0
      hb_ot_metrics_get_position_with_fallback(font, tag, &position)
      return Double(position) / unitsPerEm
    }
    // Many fonts say 0 or nonsense: then the usual two thirds, a third of an em up or a seventh down.
    func script(_ size: hb_ot_metrics_tag_t, _ shift: hb_ot_metrics_tag_t, _ sign: Double) -> ScriptMetrics {
      let metrics = ScriptMetrics(size: measure(size), shift: sign * abs(measure(shift)))
      let isSane = (0.4...0.85).contains(metrics.size) && (0.05...0.6).contains(abs(metrics.shift))
      return isSane ? metrics : ScriptMetrics(size: 0.65, shift: sign > 0 ? 0.35 : -0.15)
    }
    ascent = measure(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER)
    descent = -measure(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER)
    lineGap = max(0, measure(HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP))
    xHeight = measure(HB_OT_METRICS_TAG_X_HEIGHT)
    capHeight = measure(HB_OT_METRICS_TAG_CAP_HEIGHT)
    underlineThickness = measure(HB_OT_METRICS_TAG_UNDERLINE_SIZE)
    // The tables say where a bar's top is; we keep its centre.
    underlinePosition = measure(HB_OT_METRICS_TAG_UNDERLINE_OFFSET) - underlineThickness / 2
    strikeoutThickness = measure(HB_OT_METRICS_TAG_STRIKEOUT_SIZE)
    strikeoutPosition = measure(HB_OT_METRICS_TAG_STRIKEOUT_OFFSET) - strikeoutThickness / 2
    superscript = script(HB_OT_METRICS_TAG_SUPERSCRIPT_EM_Y_SIZE, HB_OT_METRICS_TAG_SUPERSCRIPT_EM_Y_OFFSET, 1)
    lowered = script(HB_OT_METRICS_TAG_SUBSCRIPT_EM_Y_SIZE, HB_OT_METRICS_TAG_SUBSCRIPT_EM_Y_OFFSET, -1)
    var zero: hb_codepoint_t = 0
    let hasZero = hb_font_get_nominal_glyph(font, 0x30, &zero) != 0
    zeroAdvance = hasZero ? Double(hb_font_get_glyph_h_advance(font, zero)) / unitsPerEm : 0.5
  }
}
