package import Fonts

/// The catalog of Debian's fonts-liberation2, as fonts/fonts.yaml has it, for tests that need a real face.
package enum TestFonts {
  /// Liberation Serif, with Times New Roman set in it, and Liberation Sans and Mono behind it.
  package static func liberation() throws -> FontLibrary {
    try FontLibrary(catalog: liberationCatalog)
  }

  /// The catalog of ``liberation()``.
  package static var liberationCatalog: FontCatalog {
    FontCatalog(
      families: ["Serif", "Sans", "Mono"].map(family)
        + [FontFamily(name: "Times New Roman", substitutes: ["Liberation Serif"])],
      fallback: ["Liberation Serif", "Liberation Sans"],
      generic: ["serif": "Times New Roman", "sans-serif": "Liberation Sans", "monospace": "Liberation Mono"]
    )
  }

  private static func family(_ name: String) -> FontFamily {
    let path = "/usr/share/fonts/truetype/liberation2/Liberation\(name)-"
    let faces = [
      FaceFile(path: path + "Regular.ttf"),
      FaceFile(path: path + "Italic.ttf", slant: .italic),
      FaceFile(path: path + "Bold.ttf", weight: 700),
      FaceFile(path: path + "BoldItalic.ttf", weight: 700, slant: .italic),
    ]
    return FontFamily(name: "Liberation \(name)", faces: faces)
  }
}
