import Diagnostics
import Values

/// A text or attribute value cut into its literal pieces and its expressions.
struct TextTemplate: Sendable {
  enum Piece: Sendable {
    /// A range of bytes of the text, and its place.
    case literal(Range<Int>, SourceSpan)
    case expression(Expression)
  }

  var pieces: [Piece]

  /// The one expression that the whole text is, if it is.
  var whole: Expression? {
    if pieces.count == 1, case .expression(let expression) = pieces[0] { expression } else { nil }
  }
}

/// Cuts a text at its `{{ ... }}`.
///
/// A broken expression is reported and left out. `nil` where there is none at all.
func parseText(
  _ bytes: ArraySlice<UInt8>,
  scope: Scope,
  place: @escaping (Range<Int>) -> SourceSpan,
  diagnostics: inout DiagnosticList
) -> TextTemplate? {
  var pieces: [TextTemplate.Piece] = []
  var start = bytes.startIndex
  var hasExpression = false
  while let opening = expressionStart(in: bytes, from: start) {
    hasExpression = true
    if opening > start { pieces.append(.literal(start..<opening, place(start..<opening))) }
    var parser = ExpressionParser(bytes[(opening + 2)...], scope: scope, place: place)
    do throws(Mistake) {
      let expression = try parser.parse()
      guard parser.token.kind == .sign("}}") else {
        throw parser.token.kind == .end
          ? unclosed(place(opening..<(opening + 2))) : parser.unexpected("'}}' or a filter")
      }
      pieces.append(.expression(expression))
      start = parser.token.range.upperBound
    } catch {
      diagnostics.report(error.diagnostic)
      start = expressionEnd(in: bytes, from: opening + 2)
    }
  }
  guard hasExpression else { return nil }
  if start < bytes.endIndex { pieces.append(.literal(start..<bytes.endIndex, place(start..<bytes.endIndex))) }
  return TextTemplate(pieces: pieces)
}

private func unclosed(_ span: SourceSpan) -> Mistake {
  Mistake(
    .badExpression,
    "the expression that begins here has no '}}'",
    at: span,
    help: "close it with }}, or write {{ '{{' }} for the signs themselves"
  )
}

private func expressionStart(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
  var index = start
  while index + 1 < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") { return index }
    index += 1
  }
  return nil
}

/// Behind the next `}}`, or the end: where reading goes on after a broken expression.
private func expressionEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
  var index = start
  while index + 1 < bytes.endIndex {
    if bytes[index] == UInt8(ascii: "}"), bytes[index + 1] == UInt8(ascii: "}") { return index + 2 }
    index += 1
  }
  return bytes.endIndex
}
