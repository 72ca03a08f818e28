import Diagnostics

/// Collects what is wrong in one style sheet and knows where its text stands.
struct Reporter {
  /// The text that offsets are counted in.
  let source: SourceID
  /// Where the sheet's first byte stands in that text.
  let base: Int
  /// What an author's mistake counts as.
  let severity: Diagnostic.Severity
  private(set) var diagnostics = DiagnosticList()

  init(source: SourceID, base: Int, isLenient: Bool) {
    self.source = source
    self.base = base
    severity = isLenient ? .warning : .error
  }

  func span(from start: Int32, to end: Int32) -> SourceSpan {
    SourceSpan(source: source, offset: base + Int(start), length: Int(end - start))
  }

  func span(of component: Component) -> SourceSpan {
    span(from: component.start, to: component.end)
  }

  mutating func report(_ code: StyleDiagnostic, _ message: String, at component: Component, help: String? = nil) {
    report(code, message, span: span(of: component), help: help)
  }

  mutating func report(_ code: StyleDiagnostic, _ message: String, span: SourceSpan, help: String? = nil) {
    diagnostics.report(Diagnostic(code: code, severity: severity, message: message, span: span, help: help))
  }

  mutating func report(contentsOf other: DiagnosticList) {
    diagnostics.report(contentsOf: other)
  }
}
