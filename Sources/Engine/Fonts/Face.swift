import CHarfBuzz

/// Owns the HarfBuzz objects of one face: its mapped file, its tables, and a font at the scale of the em.
///
/// Not Sendable: belongs to one ``FontLibrary``.
final class Face {
  /// Units of one em: glyph measures divided by this are fractions of the em.
  let unitsPerEm: Double
  private let face: OpaquePointer
  private let font: OpaquePointer
  private var known = [UInt64](repeating: 0, count: trackedScalars / 64)
  private var covered = [UInt64](repeating: 0, count: trackedScalars / 64)
  private(set) lazy var metrics = FaceMetrics(font: font, unitsPerEm: unitsPerEm)
  private(set) lazy var features = Self.features(of: face)

  init(file: FaceFile) throws(FontError) {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else { throw .unreadable(path: file.path) }
    defer { hb_blob_destroy(blob) }
    guard file.index >= 0, file.index < Int(hb_face_count(blob)) else {
      throw hb_face_count(blob) == 0 ? .unreadable(path: file.path) : .noSuchFace(path: file.path, index: file.index)
    }
    let face = hb_face_create(blob, UInt32(file.index))
    // HarfBuzz makes an empty face of any bytes; a font has glyphs.
    guard let face, hb_face_get_glyph_count(face) > 0 else {
      hb_face_destroy(face)
      throw .unreadable(path: file.path)
    }
    self.face = face
    font = hb_font_create(face)
    unitsPerEm = Double(hb_face_get_upem(face))
  }

  private init(empty: OpaquePointer) {
    face = empty
    font = hb_font_create(empty)
    unitsPerEm = Double(hb_face_get_upem(empty))
  }

  /// A face without glyphs, in place of one that cannot be opened.
  static func empty() -> Face {
    Face(empty: hb_face_get_empty())
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// Runs `body` with the font, which must not leave the closure.
  func withFont<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    body(font)
  }

  /// Whether the face has a glyph for the scalar; asked once for scalars below U+3000.
  func covers(_ scalar: UInt32) -> Bool {
    guard scalar < UInt32(trackedScalars) else { return hasGlyph(scalar) }
    let word = Int(scalar / 64)
    let bit = UInt64(1) << UInt64(scalar % 64)
    if known[word] & bit == 0 {
      known[word] |= bit
      if hasGlyph(scalar) { covered[word] |= bit }
    }
    return covered[word] & bit != 0
  }

  /// The advance of a glyph by itself, in font units.
  func advance(of glyph: UInt32) -> Int32 {
    hb_font_get_glyph_h_advance(font, glyph)
  }

  private func hasGlyph(_ scalar: UInt32) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 && glyph != 0
  }

  /// Whether the face's substitutions (GSUB) know the feature.
  func has(_ feature: WordFeatures) -> Bool {
    features.isSuperset(of: feature)
  }

  private static func features(of face: OpaquePointer) -> WordFeatures {
    var found: WordFeatures = []
    var start: UInt32 = 0
    while true {
      var tags = [hb_tag_t](repeating: 0, count: 32)
      var count = UInt32(tags.count)
      let total = hb_ot_layout_table_get_feature_tags(face, hb_tag_from_string("GSUB", -1), start, &count, &tags)
      for (feature, tag) in WordShaper.glyphFeatures where tags.prefix(Int(count)).contains(hb_tag_from_string(tag, -1))
      {
        found.insert(feature)
      }
      start += count
      if count == 0 || start >= total { return found }
    }
  }
}

/// Scalars whose coverage is remembered: all alphabets that Vietnamese documents use, and punctuation.
private let trackedScalars = 0x3000
