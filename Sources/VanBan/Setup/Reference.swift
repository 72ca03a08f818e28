import Fonts
import Markup
import Rendering
import Store
import Styles
import Templates
import Text

/// What can be looked up: generated from the tables that the engine itself works by.
public enum Reference {
  /// The style sheet that every document begins with.
  public static var defaultStyleSheet: String { Styles.defaultStyleSheet }
  /// The CSS that is known, as Markdown: docs/css.md.
  public static var properties: String { propertyReference() }
  /// The template filters, as Markdown: docs/filters.md.
  public static var filters: String { filterReference() }
  /// The codes of all diagnostics with what they mean, as Markdown: docs/diagnostics.md.
  public static var diagnostics: String { diagnosticReference() }

  /// The C libraries at work: name and version.
  public static var libraries: [(name: String, version: String)] {
    [
      ("cairo", cairoVersion), ("freetype", freeTypeVersion), ("harfbuzz", harfBuzzVersion), ("expat", expatVersion),
      ("icu", icuVersion), ("sqlite", sqliteVersion),
    ]
  }
}
