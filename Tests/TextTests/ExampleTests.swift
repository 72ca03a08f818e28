import Diagnostics
import Fonts
import TestSupport
import Testing
import Text

/// The example of the target's catalogue: `Text.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let library = try SquareFont.library()
    let faces = library.resolve(families: [SquareFont.family], weight: 400, slant: .normal)
    var content = InlineContent()
    content.text = Array("aa bb cc".utf8)
    content.styles = [TextStyle(faces: faces, size: 10)]
    content.runs = [StyledRun(start: 0, end: content.text.count, style: 0, span: nil)]
    var diagnostics = DiagnosticList()
    let paragraph = ParagraphShaper(fonts: library).shape(content, diagnostics: &diagnostics)
    // Two words of 20 pt and a space of 10 pt fill 50 pt.
    let lines = paragraph.lines(LineMeasure(width: 50), .firstFit)
    #expect(lines.count == 2)
  }
}
