import Fonts
import TestSupport
import Testing
import Vietnamese

@Suite("SquareFont") struct SquareFontTests {
  @Test("its measures are round") func metrics() throws {
    let library = try SquareFont.library()
    let metrics = library.metrics(of: FaceID(index: 0))
    #expect(library.failures == [])
    #expect(metrics.ascent == 0.8)
    #expect(metrics.descent == 0.2)
    #expect(metrics.lineGap == 0)
    #expect(metrics.xHeight == 0.8)
    #expect(metrics.capHeight == 0.8)
    #expect(metrics.zeroAdvance == 1)
    #expect(metrics.underlineThickness == 0.05)
  }

  @Test("each scalar has its own glyph of 1 em") func glyphs() throws {
    let library = try SquareFont.library()
    for (index, scalar) in SquareFont.scalars.enumerated() {
      let text = Array(String(try #require(Unicode.Scalar(scalar))).utf8)
      var glyphs: [WordGlyph] = []
      _ = text.withUnsafeBufferPointer {
        library.shape($0, style: WordStyle(face: FaceID(index: 0)), into: &glyphs)
      }
      // A soft hyphen is never shown by itself.
      guard scalar != 0xAD else { continue }
      #expect(glyphs.map(\.glyphID) == [UInt32(index + 1)], "U+\(String(scalar, radix: 16))")
      if scalar < 0x2010 || scalar > 0x2027 { #expect(glyphs.map(\.advance) == [1000]) }
    }
  }

  @Test("it covers Vietnamese") func vietnamese() throws {
    #expect(try SquareFont.library().missing(letters.map(\.scalar), in: FaceID(index: 0)) == [])
  }
}
