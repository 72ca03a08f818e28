import Diagnostics
import Fonts
import TestSupport
import Testing

@testable import Text

@Suite("Long words") struct LongUnitTests {
  @Test("marks beyond 256 on one base are shaped apart, none is lost") func marks() throws {
    let fonts = try TestFonts.liberation()
    let text = "a" + String(repeating: "\u{0323}", count: 600)
    var diagnostics = DiagnosticList()
    let style = TextStyle(faces: fonts.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal), size: 10)
    let paragraph = ParagraphShaper(fonts: fonts).shape(content(text, style), diagnostics: &diagnostics)
    #expect(paragraph.glyphs.count >= 600)
    // A base with 256 marks (513 bytes), 256 marks (512 bytes), and the other 88.
    #expect(Set(paragraph.glyphs.map(\.cluster)).sorted() == [0, 513, 1025])
    #expect(diagnostics.all == [])
  }

  @Test("a word of any other length is shaped as one") func word() throws {
    let paragraph = try shaped(squares(String(repeating: "a", count: 2000)))
    #expect(paragraph.glyphs.count == 2000)
    #expect(paragraph.items.count == 1)
  }
}
