import Diagnostics

extension Diagnostic {
  static func unreadableAddend(_ text: String, sum: String, span: SourceSpan?) -> Diagnostic {
    let shown = text.count > 40 ? "\(text.prefix(40))…" : text
    return Diagnostic(
      code: LayoutDiagnostic.unreadableAddend,
      message: "'\(shown)' cannot be added to the sum '\(sum)'",
      span: span,
      help: "write a number such as 1.234,5, or leave the cell empty"
    )
  }

  static func misplacedSum(_ name: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.misplacedSum,
      message: "there is no sum '\(name)' to show here",
      span: span,
      help: "show it in a row of a table whose body cells have vb-sum: \(name)"
    )
  }

  static func sumTooLarge(_ name: String, span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      code: LayoutDiagnostic.sumTooLarge,
      message: "the sum '\(name)' has more digits than can be kept exactly",
      span: span,
      help: "show the numbers in a larger unit, with fewer digits"
    )
  }
}
