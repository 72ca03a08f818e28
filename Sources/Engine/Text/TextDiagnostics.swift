import Diagnostics

/// What can be wrong with the text of a paragraph.
package enum TextDiagnostics: String, DiagnosticCode {
  /// No face has a glyph for a character.
  case missingGlyph = "text-missing-glyph"
  /// No hyphenation patterns for a language.
  case noHyphenation = "text-no-hyphenation"

  package var explanation: String {
    switch self {
    case .missingGlyph:
      """
      A character of the text has no glyph in any face that its style asks for, nor in the fallback fonts. Put a font that has it into \
      the folder fonts/ and name its family in font-family, or write another character. With --allow-missing-glyphs the font's sign for a \
      missing glyph is printed in its place, and this is only a warning.
      """
    case .noHyphenation:
      """
      `hyphens: auto` asks for words to be hyphenated in a language for which this machine has no patterns: the text is set without. \
      Install the package of the language, such as hyphen-en-us for English, or put U+00AD (&shy;) where words may be broken.
      """
    }
  }

  /// The report of `scalar` at `span`, for which `faces` were tried.
  static func missing(
    _ scalar: Unicode.Scalar,
    at span: SourceSpan?,
    tried faces: [String],
    severity: Diagnostic.Severity
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Diagnostic(
      code: missingGlyph,
      severity: severity,
      message: "no font has the character \"\(scalar)\" (\(number)); tried \(faces.joined(separator: ", "))",
      span: span,
      help: "put a font that has it into fonts/ and name its family in font-family, or write another character"
    )
  }

  /// The report of a language that cannot be hyphenated, first wanted at `span`.
  static func noHyphenation(of language: String, at span: SourceSpan?) -> Diagnostic {
    let base = language.prefix { $0 != "-" }.lowercased()
    return Diagnostic(
      code: noHyphenation,
      severity: .warning,
      message: "no hyphenation patterns for the language \"\(language)\"; its words are not hyphenated",
      span: span,
      help: base == "en"
        ? "install the packages libhyphen0 and hyphen-en-us, or set hyphens: manual"
        : "install libhyphen0 and the patterns of the language (hyphen-\(base)), or set hyphens: manual"
    )
  }
}
