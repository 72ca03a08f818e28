import Fonts
import TestSupport
import Testing
import Vietnamese

@Suite("FontLibrary") struct FontLibraryTests {
  @Test("a family without files is set in its substitute, which is reported") func substitution() throws {
    let library = try TestFonts.liberation()
    let faces = library.resolve(families: ["times new roman"], weight: 400, slant: .normal)
    #expect(library.family(of: try #require(faces.first)) == "Liberation Serif")
    #expect(library.substitutions == [FontSubstitution(asked: "Times New Roman", used: "Liberation Serif")])
  }

  @Test(
    "weights and slants choose the nearest face",
    arguments: [
      (400, FaceSlant.normal, "Regular"), (500, .normal, "Regular"), (300, .normal, "Regular"), (600, .normal, "Bold"),
      (900, .normal, "Bold"), (400, .italic, "Italic"), (700, .italic, "BoldItalic"),
    ]
  ) func matching(weight: Int, slant: FaceSlant, expected: String) throws {
    let library = try TestFonts.liberation()
    let face = try #require(library.resolve(families: ["Liberation Sans"], weight: weight, slant: slant).first)
    #expect(library.file(of: face).path.hasSuffix("LiberationSans-\(expected).ttf"))
  }

  @Test("named families come first, the fallback chain follows, unknown ones are left out") func chain() throws {
    let library = try TestFonts.liberation()
    let faces = library.resolve(families: ["Nowhere", "monospace"], weight: 400, slant: .normal)
    #expect(faces.map(library.family(of:)) == ["Liberation Mono", "Liberation Serif", "Liberation Sans"])
    #expect(!library.knows(family: "Nowhere"))
    #expect(library.knows(family: "serif"))
  }

  @Test("an empty catalog says what to install") func noFonts() throws {
    let error = try #require(
      #expect(throws: FontError.self) { try FontLibrary(catalog: FontCatalog(families: [])) }
    )
    #expect(error == .noFaces)
    #expect(error.description.contains("apt-get install fonts-liberation2"))
    #expect(error.description.contains("fonts/"))
  }

  @Test("a file that is no font covers nothing and is remembered") func broken() throws {
    let file = FaceFile(path: "/etc/hostname")
    let library = try FontLibrary(catalog: FontCatalog(families: [FontFamily(name: "Broken", faces: [file])]))
    let face = try #require(library.resolve(families: ["Broken"], weight: 400, slant: .normal).first)
    #expect(!library.covers(face, 0x41))
    #expect(library.failures == [.unreadable(path: "/etc/hostname")])
  }

  @Test("a style sheet's face hides the catalog's family of that name") func fontFace() throws {
    let library = try TestFonts.liberation()
    let square = try library.addFace(FaceFile(path: SquareFont.path.get()), family: "Liberation Serif")
    #expect(library.resolve(families: ["Liberation Serif"], weight: 700, slant: .normal).first == square)
  }

  @Test("a face that does not exist in a file is refused") func noSuchFace() throws {
    let library = try TestFonts.liberation()
    let path = library.file(of: FaceID(index: 0)).path
    #expect(throws: FontError.noSuchFace(path: path, index: 3)) {
      try library.addFace(FaceFile(path: path, index: 3), family: "Third")
    }
  }

  @Test("Liberation covers the 134 letters of Vietnamese", arguments: ["Serif", "Sans", "Mono"])
  func coverage(style: String) throws {
    let library = try TestFonts.liberation()
    #expect(letters.count == 134)
    for (weight, slant) in [(400, FaceSlant.normal), (700, .normal), (400, .italic), (700, .italic)] {
      let chain = library.resolve(families: ["Liberation \(style)"], weight: weight, slant: slant)
      let face = try #require(chain.first)
      #expect(library.missing(letters.map(\.scalar), in: face) == [])
    }
  }

  @Test("line metrics of Liberation Serif are those of hhea") func metrics() throws {
    let library = try TestFonts.liberation()
    let face = try #require(library.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal).first)
    let metrics = library.metrics(of: face)
    #expect(metrics.ascent == 1825.0 / 2048)
    #expect(metrics.descent == 443.0 / 2048)
    #expect(metrics.lineGap == 87.0 / 2048)
    #expect(metrics.zeroAdvance == 0.5)
  }
}
