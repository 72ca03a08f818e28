import Diagnostics
import Fonts
import TestSupport
import Testing
import Vietnamese

@testable import Text

@Suite("ParagraphShaper") struct ParagraphShaperTests {
  private func shape(
    _ text: String,
    family: String = "Liberation Serif",
    _ change: (inout TextStyle) -> Void = { _ in }
  ) throws -> (paragraph: ShapedParagraph, fonts: FontLibrary) {
    let fonts = try TestFonts.liberation()
    var style = TextStyle(faces: fonts.resolve(families: [family], weight: 400, slant: .normal), size: 2048)
    change(&style)
    var diagnostics = DiagnosticList()
    let paragraph = ParagraphShaper(fonts: fonts).shape(content(text, style), diagnostics: &diagnostics)
    #expect(diagnostics.all == [])
    return (paragraph, fonts)
  }

  @Test("words are kerned with the spaces between them, as the whole run would be") func spaceKerning() throws {
    // HarfBuzz gives "A T" 1366, 475, 1251: here the space takes A's part. The sum is the same, and so is T's place.
    let advances = try shape("A T").paragraph.glyphs.map(\.advance)
    #expect(advances == [1479, 362, 1251])
    #expect(advances[0] + advances[1] == 1366 + 475)
  }

  @Test(
    "glyphs stand where shaping the whole text at once puts them",
    arguments: ["Liberation Serif", "Liberation Sans"]
  )
  func wholeRun(family: String) throws {
    let text = "AV. T À, Y 11 Ầ Ỹ ở “Vận” To Ty P, Tỷ lệ 1.117 A Y A T L’Y đạt 95,5% (VA) năm Ất Tỵ W. A fi ffl"
    let (paragraph, fonts) = try shape(text, family: family)
    let face = try #require(paragraph.content.styles[0].faces.first)
    var whole: [WordGlyph] = []
    _ = paragraph.content.text.withUnsafeBufferPointer {
      fonts.shape($0, style: WordStyle(face: face), into: &whole)
    }
    #expect(paragraph.glyphs.map(\.glyphID) == whole.map(\.glyphID))
    var pen = 0.0
    var wholePen = 0.0
    for (glyph, reference) in zip(paragraph.glyphs, whole) {
      // A space has no ink: it may stand elsewhere, its neighbours may not.
      let isSame = pen + Double(glyph.xOffset) == wholePen + Double(reference.xOffset)
      #expect(isSame || glyph.isWordSpace, "byte \(glyph.cluster)")
      pen += glyph.advance
      wholePen += Double(reference.advance)
    }
    #expect(pen == wholePen)
  }

  @Test("a character that no face covers is reported with its place and the faces tried") func missing() throws {
    var diagnostics = DiagnosticList()
    let fonts = try SquareFont.library()
    let paragraph = ParagraphShaper(fonts: fonts).shape(squares("ab 漢漢"), diagnostics: &diagnostics)
    let report = try #require(diagnostics.all.first)
    #expect(diagnostics.all.count == 1)
    #expect(report.code == "text-missing-glyph")
    #expect(report.severity == .error)
    #expect(report.message == "no font has the character \"漢\" (U+6F22); tried Square")
    #expect(report.span == SourceSpan(source: SourceID(index: 0), offset: 103, length: 1))
    #expect(report.help?.contains("put a font that has it into fonts/") == true)
    #expect(paragraph.glyphs.map(\.glyphID).suffix(2) == [0, 0])
  }

  @Test("missing characters may be allowed") func allowed() throws {
    var diagnostics = DiagnosticList()
    let fonts = try SquareFont.library()
    _ = ParagraphShaper(fonts: fonts, missingGlyphs: .allow).shape(squares("漢"), diagnostics: &diagnostics)
    #expect(diagnostics.all.map(\.severity) == [.warning])
  }

  @Test("what the first face lacks is set in the next, with the marks that follow") func fallback() throws {
    let fonts = try SquareFont.library()
    let serif = try fonts.addFace(
      FaceFile(path: "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"),
      family: "Serif"
    )
    var diagnostics = DiagnosticList()
    let text = squares("aб\u{301}c") { $0.faces.append(serif) }
    let paragraph = ParagraphShaper(fonts: fonts).shape(text, diagnostics: &diagnostics)
    #expect(diagnostics.all == [])
    let line = try #require(paragraph.lines(LineMeasure(width: 500), .firstFit).first)
    let faces = line.segments.map { segment -> FaceID? in
      guard case .text(_, let face, _, _) = segment.kind else { return nil }
      return face
    }
    #expect(faces == [FaceID(index: 0), serif, FaceID(index: 0)])
    #expect(line.segments.map(\.bytes) == [0..<1, 1..<5, 5..<6])
  }

  @Test("a mark that the base's face lacks is reported, even if another face has it") func lostMark() throws {
    let fonts = try SquareFont.library()
    let path = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"
    let serif = try fonts.addFace(FaceFile(path: path), family: "Serif")
    let base = try #require(
      SquareFont.scalars.first { $0 >= 0x25A0 && !fonts.covers(serif, $0) }.flatMap(Unicode.Scalar.init)
    )
    var diagnostics = DiagnosticList()
    let text = squares("\(base)\u{301}") { $0.faces.append(serif) }
    _ = ParagraphShaper(fonts: fonts).shape(text, diagnostics: &diagnostics)
    #expect(diagnostics.all.map(\.message) == ["no font has the character \"\u{301}\" (U+0301); tried Square, Serif"])
  }

  @Test("small capitals that a face lacks are smaller capitals, with the text kept") func smallCaps() throws {
    let paragraph = try shaped(squares("Aế b") { $0.smallCaps = .lowerCase })
    let line = try #require(paragraph.lines(LineMeasure(width: 500), .firstFit).first)
    #expect(line.width == 10 + 8 + 10 + 8)
    var placed = PlacedText()
    for segment in line.segments { paragraph.place(segment, of: line, x: segment.x, baseline: 0, into: &placed) }
    #expect(String(decoding: placed.utf8, as: UTF8.self) == "Aế b")
    #expect(placed.clusters.map(\.bytes) == [1, 3, 1, 1])
    let capital = try shaped(squares("Ế")).glyphs.map(\.glyphID)
    #expect(placed.glyphs[1].glyphID == capital[0])
  }

  @Test("all of Vietnamese is set without a report, composed or not") func vietnamese() throws {
    let text = Vietnamese.letters.map(\.scalar).map { String($0) }.joined(separator: " ")
    let composed = try shape(text).paragraph
    #expect(composed.glyphs.count == 134 + 133)
    #expect(!composed.glyphs.contains { $0.glyphID == 0 })
  }
}

@Suite("Normalization") struct NormalizationTests {
  @Test(
    "decomposed text becomes composed",
    arguments: [
      ("Vie\u{302}\u{323}t", "Việt"), ("Vie\u{323}\u{302}t", "Việt"), ("D\u{323}a\u{306}\u{301}", "Ḍắ"),
      ("đã", "đã"), ("\u{2126}", "Ω"), ("", ""), ("\u{2000}", "\u{2002}"), ("漢字 “ngoặc” – …", "漢字 “ngoặc” – …"),
    ]
  ) func compose(input: String, expected: String) {
    #expect(normalized(Array(input.utf8)) == Array(expected.utf8))
  }

  @Test("all 134 letters of Vietnamese compose") func letters() {
    let composed = String(String.UnicodeScalarView(Vietnamese.letters.map(\.scalar)))
    var decomposed: [UInt8] = []
    for letter in Vietnamese.letters.map(\.scalar) { decomposed += Self.decomposed(letter) }
    #expect(decomposed.count > composed.utf8.count)
    #expect(normalized(decomposed) == Array(composed.utf8))
    #expect(normalized(Array(composed.utf8)) == Array(composed.utf8))
  }

  /// Takes marks off one by one: the canonical decomposition by asking which base and mark equal the letter.
  private static func decomposed(_ letter: Unicode.Scalar) -> [UInt8] {
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}",
    ]
    let bases: [Unicode.Scalar] = Array("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY".unicodeScalars)
    for base in bases where base != letter {
      for mark in marks {
        var pair = String.UnicodeScalarView([base])
        pair.append(mark)
        if String(pair) == String(letter) { return decomposed(base) + Array(String(mark).utf8) }
      }
    }
    return Array(String(letter).utf8)
  }
}
