package import Diagnostics
package import Files
package import Markup
package import Values

/// How a template is expanded.
package struct TemplateConfiguration: Sendable {
  /// The folder of the template's file: includes are looked up from there.
  package var folder: String
  /// Whether unknown elements and attributes of included parts are kept with a warning.
  package var isLenient: Bool
  /// How many files may include each other in a row.
  package var maxIncludes: Int
  /// How many elements, directives included, may stand inside each other.
  package var maxDepth: Int

  /// A configuration for a template in `folder`.
  package init(folder: String, isLenient: Bool = false, maxIncludes: Int = 32, maxDepth: Int = 256) {
    self.folder = folder
    self.isLenient = isLenient
    self.maxIncludes = maxIncludes
    self.maxDepth = maxDepth
  }
}

/// Replaces the directives and expressions of a template by what the data says.
///
/// On one element, `vb:each` comes first, then `vb:if`, then `vb:let`: a condition sees the turn's item, and nothing is
/// computed for an element that is left out. Each expression is parsed once, however often its element is repeated.
/// Values are never read as markup.
///
/// The result has no directives; its nodes have the places of the template's nodes they were made from, and texts list
/// their pieces in `origins` where a part of them was computed. After an error the result lacks what could not be
/// computed. A tree without directives is returned as it is.
package func expand(
  _ tree: ElementTree,
  with data: Value,
  configuration: TemplateConfiguration,
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) -> ElementTree {
  guard tree.isTemplate, let root = tree.nodes.first else { return tree }
  let file = TemplateFile(
    path: loader.sources.path(of: root.span.source),
    source: root.span.source,
    folder: configuration.folder,
    bytes: loader.sources.bytes(of: root.span.source)
  )
  let program = Program(tree: tree, file: file, scope: Scope(), diagnostics: &diagnostics)
  if let misplaced = program.directiveOfRoot {
    diagnostics.report(misplaced)
  }
  var expander = Expander(program: program, data: data, configuration: configuration, loader: loader)
  expander.expandRoot()
  diagnostics.report(contentsOf: expander.diagnostics)
  let result = expander.output.finished()
  reportDuplicateIDs(in: result, diagnostics: &diagnostics)
  return result
}
