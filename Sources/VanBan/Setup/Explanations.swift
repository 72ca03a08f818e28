import Congress
import DataSources
import Diagnostics
import Files
import Graphics
import KPI
import Layout
import Markup
import Styles
import Templates
import Text

/// Every code of a diagnostic with what it means.
public enum Explanations {
  /// The codes, sorted.
  public static var codes: [String] {
    all.map(\.code).sorted()
  }

  /// What a code means and how it is mended; `nil` for an unknown one.
  public static func text(for code: String) -> String? {
    all.first { $0.code == code }?.text
  }

  /// The code that was probably meant.
  public static func nearest(to code: String) -> String? {
    nearestName(to: code, in: codes)
  }

  private static var all: [(code: String, text: String)] { chapters.flatMap(\.codes) }

  /// The codes by the part that reports them.
  fileprivate static var chapters: [(title: String, codes: [(code: String, text: String)])] {
    [
      ("Files", list(FilesDiagnostic.self)), ("Data", list(DataDiagnostic.self)),
      ("Markup", list(MarkupDiagnostic.self)), ("Templates", list(TemplateDiagnostic.self)),
      ("Styles", list(StyleDiagnostic.self)), ("Text", list(TextDiagnostics.self)),
      ("Layout", list(LayoutDiagnostic.self)),
      ("Graphics", list(GraphicsDiagnostic.self)),
      ("Congress data", list(CongressDiagnostic.self)), ("Rules of a congress", list(CongressRule.self)),
      ("Indicators", list(KPIDiagnostic.self)), ("Profiles, pictures, fonts", list(VanBanDiagnostic.self)),
    ]
  }

  private static func list<Code: DiagnosticCode>(_ codes: Code.Type) -> [(code: String, text: String)] {
    codes.allCases.map { ($0.rawValue, $0.explanation) }
  }
}

/// Every code with its explanation, as Markdown: docs/diagnostics.md is this text.
func diagnosticReference() -> String {
  let chapters = Explanations.chapters.map { chapter in
    let entries = chapter.codes.map { "### `\($0.code)`\n\n\($0.text)\n" }
    return "## \(chapter.title)\n\n" + entries.joined(separator: "\n")
  }
  return diagnosticIntroduction + "\n\n" + chapters.joined(separator: "\n")
}

private let diagnosticIntroduction = """
  # Diagnostics

  What `vanban` reports about a template, a style sheet or data, by code. `--json` shows the code beside each message, and
  `vanban explain CODE` prints the text below. Codes stay what they are from version to version; messages may be worded better.
  """
