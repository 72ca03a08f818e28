/// Shows diagnostics to people, as text with the source line and a caret.
package struct DiagnosticRenderer {
  /// Whether escape codes for colours are written.
  package enum Colors: Sendable { case on, off }

  private let sources: SourceTable
  private let colors: Colors

  /// So many diagnostics are shown; the rest is counted.
  package static let limit = 20

  /// Renders places in `sources`.
  package init(sources: SourceTable, colors: Colors = .off) {
    self.sources = sources
    self.colors = colors
  }

  /// The diagnostics in the order found, at most 20, then a count of the others.
  ///
  /// Where there are more, warnings give way to errors.
  package func render(_ list: DiagnosticList) -> String {
    let errors = list.all.count { $0.severity == .error }
    var room = (errors: min(errors, Self.limit), warnings: max(0, Self.limit - errors))
    var (text, hidden) = ("", (errors: 0, warnings: 0))
    for diagnostic in list.all {
      switch diagnostic.severity {
      case .error where room.errors > 0:
        room.errors -= 1
        text += render(diagnostic)
      case .warning where room.warnings > 0:
        room.warnings -= 1
        text += render(diagnostic)
      case .error: hidden.errors += 1
      case .warning: hidden.warnings += 1
      }
    }
    let counts = [counted(hidden.errors, "error"), counted(hidden.warnings, "warning")].compactMap(\.self)
    return counts.isEmpty ? text : text + "and \(counts.joined(separator: ", ")) more\n"
  }

  /// One diagnostic: its place and message, the source line with a caret, the second place, what to do.
  package func render(_ diagnostic: Diagnostic) -> String {
    let severity = painted(diagnostic.severity.rawValue + ":", diagnostic.severity == .error ? .red : .magenta)
    var text = ""
    if let span = diagnostic.span {
      text += "\(place(of: span)): \(severity) \(painted(diagnostic.message, .bold))\n\(excerpt(of: span))"
    } else {
      text += "\(severity) \(painted(diagnostic.message, .bold))\n"
    }
    if let page = diagnostic.page { text += "on page \(page)\n" }
    if let related = diagnostic.related {
      text += "\(place(of: related)): \(painted("see also:", .cyan))\n\(excerpt(of: related))"
    }
    if let help = diagnostic.help { text += "\(painted("help:", .cyan)) \(help)\n" }
    return text
  }

  private func place(of span: SourceSpan) -> String {
    let location = sources.location(of: span)
    return painted("\(location.path):\(location.line):\(location.column)", .bold)
  }

  /// The source line and, below it, a caret under the first character of the span and a line under the others.
  private func excerpt(of span: SourceSpan) -> String {
    let column = sources.location(of: span).column
    let line = sources.line(of: span)
    guard !line.text.isEmpty else { return "" }
    let window = ExcerptWindow(line: line.text, column: column, covered: line.covered)
    return "\(window.text)\n\(painted(window.marks, .green))\n"
  }

  private enum Paint: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case magenta = "1;35"
    case cyan = "1;36"
  }

  private func painted(_ text: String, _ paint: Paint) -> String {
    colors == .on ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }
}

private func counted(_ count: Int, _ noun: String) -> String? {
  count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
}
