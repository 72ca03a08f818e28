/// The `@page` rules of a document, cascaded on demand for each kind of page.
public struct PageRules: Sendable {
  /// No rules: every page has the initial style.
  public init() {}
}
