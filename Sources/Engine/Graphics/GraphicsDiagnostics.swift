import Diagnostics

/// The mistakes that reading and drawing graphics find.
package enum GraphicsDiagnostic: String, DiagnosticCode {
  case unknownWord = "graphics-unknown-word"
  case notNumber = "graphics-not-a-number"
  case ambiguousNumber = "graphics-ambiguous-number"
  case numberTooLarge = "graphics-number-too-large"
  case wrongValue = "graphics-wrong-value"
  case misplaced = "graphics-misplaced"
  case noType = "graphics-no-type"
  case tooMany = "graphics-too-many-points"
  case labelsLeftOut = "graphics-labels-left-out"
  case emptyCode = "graphics-empty-code"
  case codeTooLong = "graphics-code-too-long"

  /// See ``DiagnosticCode``.
  package var explanation: String {
    switch self {
    case .unknownWord:
      "An attribute of a chart or code takes one of a few words, and this is none of them. The help line lists them."
    case .notNumber:
      "A chart's values are numbers, such as 1234,5 or -12. A point without a value is written without the attribute, and is drawn as a gap."
    case .ambiguousNumber:
      "1.234 could be a thousand or a little more than one: it is not guessed. In an expression leave out | number, so that the number itself comes through; by hand write 1234 or 1,234."
    case .numberTooLarge:
      "A number in a chart may have a magnitude of 1e300 at most, beyond which its axis could not be computed."
    case .wrongValue:
      "This kind of chart cannot show the value: the pieces of a pie are shares of a whole, which cannot be negative, and the end of a gauge's scale lies above its start."
    case .misplaced:
      "A chart holds vb:series, vb:point and vb:reference, a series holds vb:point, and nothing else stands there. A gauge, and a sparkline, a pie or a donut, shows one series."
    case .noType: "The attribute type says which kind of chart it is."
    case .tooMany:
      "A gauge shows one value. Use a bullet chart for several."
    case .labelsLeftOut:
      "Labels or values of a chart have no room and were shortened or left out of the picture; its text alternative still has them all. Make the chart larger or its font smaller, lay the bars with direction=\"horizontal\", or ask for no values by values=\"none\"."
    case .emptyCode: "A QR code needs a text."
    case .codeTooLong:
      "A QR code holds at most 2953 bytes, fewer with more error correction; a Vietnamese letter with marks takes two or three bytes. Put a short address into the code rather than the text itself."
    }
  }
}

extension Diagnostic {
  static func unknownWord(_ attribute: GraphicAttribute, of known: [String], span: SourceSpan?) -> Diagnostic {
    let nearest = nearestName(to: attribute.value, in: known)
    var result = Diagnostic(
      code: GraphicsDiagnostic.unknownWord,
      message: "'\(shown(attribute.value))' is not a known \(attribute.name)",
      span: attribute.span ?? span,
      help: nearest.map { "did you mean '\($0)'?" } ?? "write one of: \(known.joined(separator: ", "))"
    )
    result.data = attribute.data
    return result
  }

  static func notNumber(_ attribute: GraphicAttribute) -> Diagnostic {
    number(
      .notNumber,
      "'\(shown(attribute.value))' is not a number",
      attribute,
      help:
        "write a number such as 1234,5, or leave \(attribute.name) out where there is no figure: it is drawn as a gap"
    )
  }

  static func ambiguousNumber(_ attribute: GraphicAttribute) -> Diagnostic {
    let digits = attribute.value.filter { $0 != "." }
    let fraction = String(attribute.value.map { $0 == "." ? "," : $0 })
    return number(
      .ambiguousNumber,
      "'\(shown(attribute.value))' can be read in two ways",
      attribute,
      help: "write \(shown(digits)) or \(shown(fraction)); in an expression leave out | number"
    )
  }

  static func numberTooLarge(_ attribute: GraphicAttribute) -> Diagnostic {
    number(
      .numberTooLarge,
      "'\(shown(attribute.value))' is beyond what a chart can show",
      attribute,
      help: "give the values in a larger unit"
    )
  }

  static func wrongValue(_ message: String, _ attribute: GraphicAttribute?, span: SourceSpan?, help: String)
    -> Diagnostic
  {
    var result = Diagnostic(
      code: GraphicsDiagnostic.wrongValue,
      message: message + place(attribute),
      span: attribute?.span ?? span,
      help: help
    )
    result.data = attribute?.data
    return result
  }

  static func misplaced(_ message: String, span: SourceSpan?, help: String) -> Diagnostic {
    Diagnostic(code: GraphicsDiagnostic.misplaced, message: message, span: span, help: help)
  }

  static func noType(span: SourceSpan?) -> Diagnostic {
    let known = ChartKind.allCases.map(\.rawValue).joined(separator: ", ")
    return Diagnostic(
      code: GraphicsDiagnostic.noType,
      message: "<vb:chart> does not say of which type it is",
      span: span,
      help: "write type=\"bar\", or one of: \(known)"
    )
  }

  static func tooManyPoints(_ count: Int, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: GraphicsDiagnostic.tooMany,
      message: "a gauge shows one point, and this one has \(count)",
      span: span,
      help: "use type=\"bullet\" for several values"
    )
  }

  static func labelsLeftOut(_ message: String, span: SourceSpan?, help: String) -> Diagnostic {
    Diagnostic(
      code: GraphicsDiagnostic.labelsLeftOut,
      severity: .warning,
      message: message,
      span: span,
      help: help
    )
  }

  static func emptyCode(span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: GraphicsDiagnostic.emptyCode,
      message: "<vb:qr> has no text",
      span: span,
      help: "write text=\"…\"; leave the element out by vb:if where there is none"
    )
  }

  static func codeTooLong(bytes: Int, level: ErrorCorrection, at attribute: GraphicAttribute) -> Diagnostic {
    var result = Diagnostic(
      code: GraphicsDiagnostic.codeTooLong,
      message: "the text has \(bytes) bytes, and a QR code of level \(level.rawValue) holds \(level.capacity)",
      span: attribute.span,
      help: level == .low ? "put a short address into the code" : "shorten the text, or write level=\"L\""
    )
    result.data = attribute.data
    return result
  }

  private static func number(
    _ code: GraphicsDiagnostic,
    _ message: String,
    _ attribute: GraphicAttribute,
    help: String
  ) -> Diagnostic {
    var result = Diagnostic(code: code, message: message + place(attribute), span: attribute.span, help: help)
    result.data = attribute.data
    return result
  }

  /// Which of the data's values it is: an expression that is repeated has one place in the template for all of them.
  private static func place(_ attribute: GraphicAttribute?) -> String {
    attribute?.data.map { ", at \($0)" } ?? ""
  }

  /// A value as a message shows it.
  private static func shown(_ text: String) -> String {
    text.count > 40 ? "\(text.prefix(40))…" : text
  }
}
