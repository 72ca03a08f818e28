import Diagnostics
import Files
import Geometry
import Markup
import Styles

/// A styled document with what tests ask of it.
struct Styled {
  var document: StyledDocument
  var diagnostics: [Diagnostic]
  var sources: SourceTable

  /// The style of the element with an id.
  func style(_ id: String) -> ComputedStyle? {
    node(id).map { document.style(of: $0) }
  }

  func style(_ id: String, _ pseudo: PseudoElement) -> ComputedStyle? {
    guard let node = node(id) else { return nil }
    return document.pseudoStyles[PseudoKey(node: node.index, pseudo: pseudo)].map { document.styles[Int($0)] }
  }

  func node(_ id: String) -> NodeID? {
    document.tree.nodes.indices.map { NodeID($0) }.first { document.tree.attribute("id", of: $0) == id }
  }

  /// Each diagnostic as `line:column: code: message; help`.
  var report: [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.span.map { sources.location(of: $0) }
      let help = diagnostic.help.map { "; \($0)" } ?? ""
      return "\(place?.line ?? 0):\(place?.column ?? 0): \(diagnostic.code): \(diagnostic.message)\(help)"
    }
  }
}

/// Styles an XHTML text.
func styled(
  _ text: String,
  configuration: StyleConfiguration = StyleConfiguration(),
  loader: FileLoader = FileLoader()
) -> Styled {
  var diagnostics = DiagnosticList()
  let bytes = Array(text.utf8)
  let source = loader.addText(path: "test.xhtml", bytes: bytes)
  let tree = readMarkup(source, bytes: bytes, configuration: MarkupConfiguration(), diagnostics: &diagnostics)
  let document = applyStyles(
    to: tree ?? ElementTree(),
    configuration: configuration,
    loader: loader,
    diagnostics: &diagnostics
  )
  return Styled(document: document, diagnostics: diagnostics.all, sources: loader.sources)
}

/// Styles `<p id="x">` in a body with the given style sheet, which stands on line 2 of the text.
func styled(css: String, body: String = "<p id=\"x\">text</p>") -> Styled {
  styled(
    "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title><style>\n\(css)\n</style></head><body>\(body)</body></html>"
  )
}
