import Diagnostics
import Fonts
import TestSupport
import Testing

@testable import Text

@Suite("TotalFit") struct TotalFitTests {
  private let prose = """
    Đại hội nhiệt liệt chào mừng các đồng chí đại biểu về dự và ghi nhận những kết quả mà toàn thể cán bộ, đảng viên, công chức và người lao \
    động đã đạt được trong nhiệm kỳ vừa qua, tạo tiền đề vững chắc để thực hiện thắng lợi các mục tiêu, nhiệm vụ của nhiệm kỳ tới.
    """

  private func paragraph(_ text: String) throws -> ShapedParagraph {
    let fonts = try TestFonts.liberation()
    let faces = fonts.resolve(families: ["Liberation Serif"], weight: 400, slant: .normal)
    var style = TextStyle(faces: faces, size: 14)
    style.language = "vi"
    var diagnostics = DiagnosticList()
    let paragraph = ParagraphShaper(fonts: fonts).shape(content(text, style), diagnostics: &diagnostics)
    #expect(diagnostics.all == [])
    return paragraph
  }

  @Test("its worst line is never looser than that of first fit", arguments: [200.0, 260, 330, 453])
  func quality(width: Double) throws {
    let paragraph = try paragraph(prose)
    let measure = LineMeasure(width: width, firstIndent: 36, isJustified: true)
    let best = paragraph.lines(measure, .totalFit)
    let greedy = paragraph.lines(measure, .firstFit)
    #expect(paragraph.worstRatio(of: best) <= paragraph.worstRatio(of: greedy) + 1e-9)
    for line in best.dropLast() { #expect(abs(line.width - width + (line.bytes.lowerBound == 0 ? 36 : 0)) < 1e-6) }
  }

  @Test("no space is narrower than four fifths of its width") func shrink() throws {
    let paragraph = try paragraph(prose)
    for width in stride(from: 120.0, through: 480, by: 7) {
      let lines = paragraph.lines(LineMeasure(width: width, isJustified: true), .totalFit)
      // A space is 3.5 points, or a little more by kerning.
      #expect(lines.allSatisfy { $0.spaceStretch >= -0.2 * 3.6 && !$0.overflows })
      #expect(lines.first?.bytes.lowerBound == 0)
      #expect(lines.last?.bytes.upperBound == Int32(paragraph.content.text.count))
      for (one, next) in zip(lines, lines.dropFirst()) { #expect(one.bytes.upperBound == next.bytes.lowerBound) }
    }
  }

  @Test("a short syllable is not left alone on the last line") func lastLine() throws {
    // Fifteen words take 440 points: first fit makes two full lines.
    // "b" fits on the second one where 15 spaces give up 16 points of the 30 that they may.
    let paragraph = try shaped(squares(String(repeating: "aa ", count: 30) + "b"))
    let measure = LineMeasure(width: 444, isJustified: true)
    #expect(paragraph.texts(paragraph.lines(measure, .firstFit)).last == "b")
    #expect(paragraph.texts(paragraph.lines(measure, .totalFit)).last == String(repeating: "aa ", count: 15) + "b")
  }

  @Test("a very long word and very many words take linear time", arguments: [1, 2]) func linear(scale: Int) throws {
    let word = try shaped(squares(String(repeating: "x", count: 500_000 * scale)))
    #expect(word.lines(LineMeasure(width: 100, isJustified: true), .totalFit).map(\.overflows) == [true])
    let many = try shaped(squares(String(repeating: "xy ", count: 50_000 * scale)))
    let lines = many.lines(LineMeasure(width: 205, isJustified: true), .totalFit)
    #expect(lines.count > 7000 * scale)
    // A width that holds everything must not make every break a candidate for every other.
    #expect(many.lines(LineMeasure(width: 1e9, isJustified: true), .totalFit).count == 1)
  }
}
