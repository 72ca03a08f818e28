import Diagnostics
import Fonts
import TestSupport
import Testing

@testable import Text

@Suite("Font features") struct FontFeatureTests {
  private func liberation(_ text: String, _ change: (inout TextStyle) -> Void = { _ in }) throws -> ShapedParagraph {
    let fonts = try TestFonts.liberation()
    var style = TextStyle(faces: fonts.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal), size: 10)
    change(&style)
    var diagnostics = DiagnosticList()
    return ParagraphShaper(fonts: fonts).shape(content(text, style), diagnostics: &diagnostics)
  }

  @Test("without kerning glyphs take their own advances; of two settings of a feature the later holds") func kerning()
    throws
  {
    let kerned = try liberation("AVAV").maxContentWidth
    let plain = try liberation("AVAV") { $0.features = [FeatureSetting("kern", 0)] }.maxContentWidth
    #expect(plain > kerned)
    #expect(abs(plain - 4 * 7.22) < 0.1)  // A and V are 0.722 em
    let both = try liberation("AVAV") { $0.features = [FeatureSetting("kern", 0), FeatureSetting("kern")] }
    #expect(both.maxContentWidth == kerned)
  }

  @Test("each setting has its own words in the cache") func cache() throws {
    let fonts = try TestFonts.liberation()
    let face = fonts.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal)[0]
    let settings = [0, fonts.number(ofSettings: [FeatureSetting("kern", 0)]), 0]
    let widths = settings.map { settings in
      var glyphs: [WordGlyph] = []
      _ = Array("AV".utf8).withUnsafeBufferPointer {
        fonts.shape($0, style: WordStyle(face: face, settings: settings), into: &glyphs)
      }
      return glyphs.reduce(0) { $0 + $1.advance }
    }
    #expect(widths[0] == widths[2])
    #expect(widths[0] < widths[1])
  }

  @Test("superscripts that a face does not have are its letters, smaller and higher, on the same baseline")
  func position() throws {
    let raised = try shaped(squares("a2") { $0.position = .super })
    // The square font's OS/2 table: superscripts of 0.6 em, 0.35 em up; subscripts 0.075 em down.
    #expect(raised.glyphs.map(\.advance) == [6, 6])
    #expect(raised.glyphs.map(\.yOffset) == [3.5, 3.5])
    let lowered = try shaped(squares("a2") { $0.position = .sub })
    #expect(lowered.glyphs.map(\.yOffset) == [-0.75, -0.75])
  }

  @Test("all-small-caps makes capitals small too; none is made where synthesis is forbidden") func smallCaps() throws {
    #expect(try shaped(squares("Ab1") { $0.smallCaps = .allLetters }).glyphs.map(\.advance) == [8, 8, 10])
    let forbidden = try shaped(
      squares("Ab") {
        $0.smallCaps = .lowerCase
        $0.synthesisesSmallCaps = false
      }
    )
    #expect(forbidden.glyphs.map(\.advance) == [10, 10])
  }
}
