/// Fonts that the surroundings did not provide.
package enum FontError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The catalog holds no face at all.
  case noFaces
  /// The file cannot be read, or is no font.
  case unreadable(path: String)
  /// The file is a font but has no face of this index.
  case noSuchFace(path: String, index: Int)

  package var description: String {
    switch self {
    case .noFaces:
      """
      no font is installed: run "apt-get install fonts-liberation2", or put font files (.ttf, .otf) into the folder \
      fonts/
      """
    case .unreadable(let path):
      "\(path) cannot be read as a font: put a TrueType or OpenType file (.ttf, .otf, .ttc) there, or remove it"
    case .noSuchFace(let path, let index):
      "\(path) has no face number \(index): faces of a collection are counted from 0"
    }
  }
}
