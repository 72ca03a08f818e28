import Diagnostics
import Fonts
import TestSupport
import Testing

@testable import Text

/// Content of one style in 10-point squares: each character is 10 points wide.
func squares(_ text: String, _ change: (inout TextStyle) -> Void = { _ in }) -> InlineContent {
  var style = TextStyle(faces: [FaceID(index: 0)], size: 10)
  change(&style)
  return content(text, style)
}

/// Content of one style; U+2028 becomes a forced break, U+FFFC an atomic object of 30 points.
func content(_ text: String, _ style: TextStyle) -> InlineContent {
  var content = InlineContent()
  content.text = Array(text.utf8)
  content.styles = [style]
  let span = SourceSpan(source: SourceID(index: 0), offset: 100, length: content.text.count)
  content.runs = [StyledRun(start: 0, end: content.text.count, style: 0, span: span)]
  var offset = 0
  for scalar in text.unicodeScalars {
    if scalar == "\u{2028}" { content.objects.append(InlineObject(kind: .forcedBreak, offset: offset, width: 0)) }
    if scalar == "\u{FFFC}" { content.objects.append(InlineObject(kind: .atomic, offset: offset, width: 30)) }
    offset += String(scalar).utf8.count
  }
  return content
}

/// Shapes in the square font and expects no diagnostics.
func shaped(_ content: InlineContent) throws -> ShapedParagraph {
  var diagnostics = DiagnosticList()
  let paragraph = ParagraphShaper(fonts: try SquareFont.library()).shape(content, diagnostics: &diagnostics)
  #expect(diagnostics.all == [])
  return paragraph
}

extension ShapedParagraph {
  /// The text of each line, the spaces at its end left out.
  func texts(_ lines: [Line]) -> [String] {
    lines.map { line in
      var bytes = content.text[Int(line.bytes.lowerBound)..<Int(line.bytes.upperBound)]
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The lines of `width` points, broken line by line.
  func texts(width: Double, _ breaking: LineBreaking = .firstFit) -> [String] {
    texts(lines(LineMeasure(width: width), breaking))
  }
}
