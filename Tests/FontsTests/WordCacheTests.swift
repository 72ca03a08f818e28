import Fonts
import TestSupport
import Testing
import Vietnamese

@Suite("WordCache") struct WordCacheTests {
  private func shape(_ text: String, _ library: FontLibrary, _ features: WordFeatures = []) throws
    -> (glyphs: [WordGlyph], shape: WordShape)
  {
    var glyphs: [WordGlyph] = []
    let face = try #require(library.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal).first)
    let shape = Array(text.utf8).withUnsafeBufferPointer {
      library.shape($0, style: WordStyle(face: face, features: features), into: &glyphs)
    }
    return (glyphs, shape)
  }

  @Test("the second time gives what the first gave") func repeated() throws {
    let library = try TestFonts.liberation()
    let first = try shape(" Việt", library)
    let second = try shape(" Việt", library)
    #expect(first.glyphs == second.glyphs)
    #expect(first.shape == second.shape)
    #expect(first.glyphs.count == 5)
  }

  @Test("kerning with the space after a word is told apart from the word") func spaceKern() throws {
    let library = try TestFonts.liberation()
    let word = try shape("A", library)
    #expect(word.glyphs.map(\.advance) == [1479])
    #expect(word.shape.spaceKern == -113)  // 1366 for A before a space
    #expect(try shape(" A", library).glyphs.map(\.advance) == [399, 1479])  // 512 - 113 for the space before A
    #expect(try shape("11", library).shape.spaceKern == 0)
  }

  @Test("decomposed letters are shaped as composed ones") func decomposed() throws {
    let library = try TestFonts.liberation()
    for letter in letters.map(\.scalar) {
      let composed = try shape(String(letter), library)
      #expect(composed.glyphs.count == 1)
      #expect(!composed.shape.hasMissingGlyph)
    }
    #expect(try shape("e\u{302}\u{323}", library).glyphs.map(\.glyphID) == shape("ệ", library).glyphs.map(\.glyphID))
  }

  @Test("a hundred thousand words keep their glyphs when the cache starts over") func manyWords() throws {
    let library = try TestFonts.liberation()
    let before = try shape("mot", library).glyphs
    for number in 0..<100_000 { _ = try shape("w\(number)", library) }
    #expect(try shape("mot", library).glyphs == before)
    #expect(try shape("w99999", library).glyphs.count == 6)
  }
}
