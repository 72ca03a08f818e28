import Diagnostics
import TestSupport
import Testing

@testable import Text

@Suite("Hyphenation") struct HyphenationTests {
  /// What a page keeps of a line: its text as it is extracted, and how many glyphs it shows.
  private func placed(_ paragraph: ShapedParagraph, _ line: Line) -> PlacedText {
    var text = PlacedText()
    for segment in line.segments { paragraph.place(segment, of: line, x: segment.x, baseline: 0, into: &text) }
    return text
  }

  private func english(_ text: String, _ change: (inout TextStyle) -> Void = { _ in }) throws -> ShapedParagraph {
    try shaped(
      squares(text) {
        $0.language = "en"
        $0.hyphens = .auto
        change(&$0)
      }
    )
  }

  @Test("a soft hyphen is seen only where its line ends there") func soft() throws {
    let paragraph = try shaped(squares("mot con\u{AD}gress"))
    let one = paragraph.lines(LineMeasure(width: 140), .firstFit)
    #expect(one.map(\.width) == [120])
    #expect(String(decoding: placed(paragraph, one[0]).utf8, as: UTF8.self) == "mot congress")
    let two = paragraph.lines(LineMeasure(width: 80), .firstFit)
    // "mot con" and the hyphen are 80.
    #expect(two.map(\.width) == [80, 50])
    #expect(two[0].segments.map(\.width) == [80])
    #expect(placed(paragraph, two[0]).glyphs.map(\.x) == [0, 10, 20, 30, 40, 50, 60, 70])
    #expect(String(decoding: placed(paragraph, two[0]).utf8, as: UTF8.self) == "mot con\u{AD}")
    #expect(placed(paragraph, two[0]).clusters.reduce(0) { $0 + Int($1.bytes) } == 9)
    // One point less: the hyphen does not fit after both words; the second alone is 80 and is hyphenated.
    #expect(paragraph.lines(LineMeasure(width: 79), .firstFit).map(\.width) == [30, 40, 50])
    #expect(paragraph.minContentWidth == 50)
  }

  @Test("hyphens: none forbids it") func none() throws {
    let paragraph = try shaped(squares("con\u{AD}gress") { $0.hyphens = .none })
    #expect(paragraph.lines(LineMeasure(width: 50), .firstFit).map(\.width) == [80])
  }

  @Test("English words are hyphenated by their patterns") func auto() throws {
    // hy-phen-ation, by hyph_en_US.dic: at least 2 letters before, 3 after.
    let paragraph = try english("hyphenation")
    #expect(paragraph.texts(width: 70) == ["hyphen", "ation"])
    #expect(paragraph.texts(width: 60) == ["hy", "phen", "ation"])
    #expect(paragraph.breaks.map(\.hyphen) == [-1, 0, 0, -1])
  }

  @Test("limits of characters hold") func limits() throws {
    #expect(try english("hyphenation") { $0.hyphenLimits = HyphenLimits(word: 12) }.breaks.count == 2)
    #expect(try english("hyphenation") { $0.hyphenLimits = HyphenLimits(before: 3) }.breaks.map(\.byte) == [0, 6, 11])
    #expect(try english("hyphenation") { $0.hyphenLimits = HyphenLimits(after: 6) }.breaks.map(\.byte) == [0, 2, 11])
  }

  @Test("only words are hyphenated: not addresses, not what holds a soft hyphen, never Vietnamese") func others() throws
  {
    #expect(try english("hyphenation@example").breaks.count == 2)
    #expect(try english("hyph\u{AD}enation").breaks.map(\.byte) == [0, 6, 13])
    #expect(try english("hyphenation") { $0.language = "vi" }.breaks.count == 2)
    #expect(try english("hyphenation") { $0.language = "" }.breaks.count == 2)
    #expect(try english("HYPHENATION’S").breaks.map(\.byte).dropLast() == [0, 2, 6])
  }

  @Test("the hyphen may be another character, and letter-spacing stands before it") func character() throws {
    let paragraph = try english("hyphenation") {
      $0.hyphenCharacter = "=="
      $0.letterSpacing = 1
    }
    // 6 letters of 11, and 20.
    #expect(paragraph.lines(LineMeasure(width: 90), .firstFit).map(\.width) == [86, 54])
  }

  @Test("total fit avoids hyphens, and hyphens below each other") func totalFit() throws {
    let text = String(repeating: "the association of extraordinary hyphenation is a ", count: 12)
    let paragraph = try english(text)
    let lines = paragraph.lines(LineMeasure(width: 260, isJustified: true), .totalFit)
    let greedy = paragraph.lines(LineMeasure(width: 260, isJustified: true), .firstFit)
    func hyphens(_ lines: [Line]) -> Int { lines.count { ($0.segments.last?.hyphen ?? -1) >= 0 } }
    #expect(hyphens(greedy) > 0)
    #expect(paragraph.worstRatio(of: lines) <= paragraph.worstRatio(of: greedy))
    for line in lines.dropLast() { #expect(abs(line.width - 260) < 1e-6) }
  }

  @Test("a language without patterns is reported once") func missing() throws {
    var diagnostics = DiagnosticList()
    let shaper = ParagraphShaper(fonts: try SquareFont.library(), hyphenator: Hyphenator(folder: "/nonexistent"))
    let content = squares("hyphenation") {
      $0.language = "en-GB"
      $0.hyphens = .auto
    }
    for _ in 0..<2 { #expect(shaper.shape(content, diagnostics: &diagnostics).breaks.count == 2) }
    #expect(diagnostics.all.map(\.code) == ["text-no-hyphenation"])
    #expect(diagnostics.all[0].span?.offset == 100)
  }

  @Test("patterns are looked for by region, language, usual region") func files() {
    #expect(Hyphenator.fileNames(of: "en-GB") == ["hyph_en_GB.dic", "hyph_en.dic", "hyph_en_US.dic"])
    #expect(Hyphenator.fileNames(of: "de-Latn") == ["hyph_de.dic", "hyph_de_DE.dic"])
    #expect(Hyphenator.fileNames(of: "../x") == [])
  }
}
