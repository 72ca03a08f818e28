import DataSources
import Diagnostics
import Files
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

  private static var all: [(code: String, text: String)] {
    list(FilesDiagnostic.self) + list(DataDiagnostic.self) + list(MarkupDiagnostic.self) + list(TemplateDiagnostic.self)
      + list(StyleDiagnostic.self) + list(TextDiagnostics.self) + list(LayoutDiagnostic.self)
      + list(VanBanDiagnostic.self)
  }

  private static func list<Code: DiagnosticCode>(_ codes: Code.Type) -> [(code: String, text: String)] {
    codes.allCases.map { ($0.rawValue, $0.explanation) }
  }
}
