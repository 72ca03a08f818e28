import CCairo
import CFreeType
import Fonts

/// The faces of a document as Cairo knows them: one `cairo_font_face_t` a font file, whatever the size.
///
/// Not Sendable. Two objects for one file would each get a subset of their own.
final class FaceCache {
  private var library: FT_Library?
  private var faces: [FaceID: OpaquePointer] = [:]
  private let file: (FaceID) -> FaceFile

  init(file: @escaping (FaceID) -> FaceFile) {
    self.file = file
  }

  deinit {
    for face in faces.values { cairo_font_face_destroy(face) }
    // Each FT_Face belongs to its Cairo face, and Cairo may hold that longer (in a surface that is not finished), so the
    // library is left to the last of them: FT_Done_Face needs it.
  }

  /// The face, opened on first use; the pointer lives as long as the cache.
  func face(_ id: FaceID) throws(RenderingError) -> OpaquePointer {
    if let known = faces[id] { return known }
    let made = try open(file(id))
    faces[id] = made
    return made
  }

  private func open(_ file: FaceFile) throws(RenderingError) -> OpaquePointer {
    if library == nil, FT_Init_FreeType(&library) != 0 { throw .font(path: file.path) }
    var face: FT_Face?
    guard FT_New_Face(library, file.path, file.index, &face) == 0, let face else { throw .font(path: file.path) }
    guard let made = cairo_ft_font_face_create_for_ft_face(face, FT_LOAD_NO_HINTING) else {
      FT_Done_Face(face)
      throw .font(path: file.path)
    }
    return made
  }
}
