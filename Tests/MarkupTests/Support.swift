import Diagnostics
import Markup

/// Reads a file named t.xhtml; mistakes come as lines with place, code, message, help and second place.
func reading(
  _ bytes: [UInt8],
  _ configuration: MarkupConfiguration = .init(role: .part)
) -> (tree: ElementTree?, mistakes: [String]) {
  var sources = SourceTable()
  let source = sources.add(path: "t.xhtml", bytes: bytes)
  var diagnostics = DiagnosticList()
  let tree = readMarkup(source, bytes: bytes, configuration: configuration, diagnostics: &diagnostics)
  let mistakes = diagnostics.all.map { diagnostic in
    let place = diagnostic.span.map { sources.location(of: $0) }
    let related = diagnostic.related.map { sources.location(of: $0) }.map { " @\($0.line):\($0.column)" } ?? ""
    let severity = diagnostic.severity == .warning ? "warning " : ""
    return "\(place?.line ?? 0):\(place?.column ?? 0) \(severity)\(diagnostic.code): \(diagnostic.message) | "
      + "\(diagnostic.help ?? "")\(related)"
  }
  return (tree, mistakes)
}

func reading(_ text: String) -> (tree: ElementTree?, mistakes: [String]) {
  reading(Array(text.utf8))
}
