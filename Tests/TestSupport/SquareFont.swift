package import Fonts
import Glibc

/// A font whose glyphs are squares of 1 em, so that widths can be worked out by hand: n characters at 10 points are 10 n points wide.
///
/// 1000 units an em, ascent 800, descent 200, no line gap; x-height and cap height 800; no kerning. Every character, the space included, has its own
/// glyph and is 1 em wide. It covers ASCII, Latin-1, Latin Extended-A, the letters of Vietnamese, marks of general punctuation and U+25A0 to U+25FF.
package enum SquareFont {
  /// The name of its family.
  package static let family = "Square"

  /// The bytes of a TrueType file.
  package static let bytes: [UInt8] = SquareFontFile(scalars: scalars).bytes

  /// The scalars that have a glyph, in order: the scalar at index i has glyph i + 1.
  package static let scalars: [UInt32] =
    Array(0x20...0x7E) + Array(0xA0...0x17F) + [0x1A0, 0x1A1, 0x1AF, 0x1B0] + Array(0x1EA0...0x1EF9)
    + Array(0x2010...0x2027) + Array(0x2030...0x203A) + [0x20AB, 0x20AC] + Array(0x25A0...0x25FF)

  /// A library with this font only, as family `Square` and behind all generic names.
  package static func library() throws -> FontLibrary {
    try FontLibrary(catalog: catalog())
  }

  /// The catalog of this font only.
  package static func catalog() throws -> FontCatalog {
    let path = try path.get()
    // All styles from one file, so that none is synthesised.
    let faces = FaceSlant.allCases.flatMap { slant in
      [400, 700].map { FaceFile(path: path, weight: $0, slant: slant) }
    }
    return FontCatalog(
      families: [FontFamily(name: family, faces: faces)],
      fallback: [family],
      generic: ["serif": family, "sans-serif": family, "monospace": family]
    )
  }

  /// The font could not be written to the temporary folder.
  package struct WriteError: Error {
    /// `errno`.
    package var code: Int32
  }

  /// The path of the file: written once a process to the temporary folder.
  package static let path: Result<String, WriteError> = {
    var name = Array("/tmp/vanban-square-XXXXXX.ttf".utf8CString)
    let descriptor = mkstemps(&name, 4)
    guard descriptor >= 0 else { return .failure(WriteError(code: errno)) }
    defer { close(descriptor) }
    atexit {
      if case .success(let path) = SquareFont.path { unlink(path) }
    }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return .failure(WriteError(code: errno)) }
      written += count
    }
    return .success(String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }()
}
