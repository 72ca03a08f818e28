import Styles
import Templates

/// What can be looked up: generated from the tables that the engine itself works by.
public enum Reference {
  /// The style sheet that every document begins with.
  public static var defaultStyleSheet: String { Styles.defaultStyleSheet }
  /// The CSS that is known, as Markdown: docs/css.md.
  public static var properties: String { propertyReference() }
  /// The template filters, as Markdown: docs/filters.md.
  public static var filters: String { filterReference() }
}
