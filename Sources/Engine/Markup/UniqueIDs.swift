package import Diagnostics

/// Reports each element whose `id` another element before it has.
///
/// For a document as it will be laid out: in a template, branches of a condition may share an id.
package func reportDuplicateIDs(in tree: ElementTree, diagnostics: inout DiagnosticList) {
  var first: [String: SourceSpan] = [:]
  for attribute in tree.attributes where attribute.name == "id" {
    if let earlier = first[attribute.value] {
      diagnostics.report(duplicateID(attribute, earlier: earlier))
    } else {
      first[attribute.value] = attribute.valueSpan
    }
  }
}

private func duplicateID(_ attribute: Attribute, earlier: SourceSpan) -> Diagnostic {
  var diagnostic = Diagnostic(
    code: MarkupDiagnostic.duplicateID,
    message: "the id '\(attribute.value)' is taken by an earlier element",
    span: attribute.valueSpan,
    help: attribute.valueSpan == earlier
      ? "the element is repeated: make the id differ each time, as in id=\"\(attribute.value)-{{ loop.index }}\""
      : "give one of the two elements another id"
  )
  diagnostic.related = earlier
  return diagnostic
}
