import CCairo
import CFreeType
package import Fonts

/// The faces of documents as Cairo knows them: one `cairo_font_face_t` a font file, whatever the size.
///
/// Documents set with one font library may share it: a face is then opened once, and Cairo keeps its glyphs. Not Sendable.
/// Two objects for one file would each get a subset of their own.
package final class FaceCache {
  private var library: FT_Library?
  private var faces: [FaceID: OpaquePointer] = [:]
  private let file: (FaceID) -> FaceFile

  /// The faces of a font library, which says where each is found; opens none of them.
  package init(file: @escaping (FaceID) -> FaceFile) {
    self.file = file
  }

  deinit {
    for face in faces.values { cairo_font_face_destroy(face) }
    // Cairo may hold a face longer (its scaled fonts are kept for a while): each has a reference of its own.
    if let library { FT_Done_Library(library) }
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
    guard let made = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING)) else {
      FT_Done_Face(face)
      throw .font(path: file.path)
    }
    // Cairo does not close the face by itself; it does so when the last user of its own object has gone.
    FT_Reference_Library(library)
    let status = cairo_font_face_set_user_data(made, ownedFace.key, face, closeFace)
    guard status == CAIRO_STATUS_SUCCESS else {
      closeFace(face)
      cairo_font_face_destroy(made)
      throw .font(path: file.path)
    }
    return made
  }
}

/// Closes a face and gives back its reference to the library.
private func closeFace(_ raw: UnsafeMutableRawPointer?) {
  guard let face = raw?.assumingMemoryBound(to: FT_FaceRec.self) else { return }
  let library = face.pointee.glyph?.pointee.library
  FT_Done_Face(face)
  if let library { FT_Done_Library(library) }
}

/// The key under which a Cairo face holds its FreeType face: only its address counts.
private struct OwnedFaceKey: @unchecked Sendable {
  let key: UnsafeMutablePointer<cairo_user_data_key_t>

  init() {
    key = .allocate(capacity: 1)
    key.initialize(to: cairo_user_data_key_t())
  }
}

/// One for the process; the memory behind it is never written again.
private let ownedFace = OwnedFaceKey()
