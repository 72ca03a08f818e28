import DataSources
import Diagnostics
import Layout
import Rendering
package import Values

/// Data that a document gets from the program instead of from files.
struct SuppliedData {
  /// The data.
  var value: Value
  /// Whether it has the form that the template's model gives data: the model does not read it again.
  var isModelled: Bool
  /// The document's date where neither the run nor the data has one.
  var date: DocumentDate?
}

extension RenderContext {
  /// Reads the data of the settings alone, for work that makes many documents of it.
  ///
  /// - Returns: always a map; what could not be read is missing from it and reported.
  package func readSettingsData() -> Value {
    DataSources.readData(
      settings.data.map { DataArgument($0) },
      settings: settings.values,
      loader: loader,
      diagnostics: &found
    )
  }

  /// Makes a document of `data` in memory: PDF, the same bytes for the same data.
  ///
  /// What was reported of earlier documents of the context is forgotten.
  ///
  /// What `isModelled` says of the data: it has the form that the template's model gives data, as that of a store. Where
  /// neither the settings nor the data has a date, `date` is the document's.
  ///
  /// - Returns: `nil` where errors were reported.
  package func renderPDF(
    _ template: Template,
    data: Value,
    isModelled: Bool,
    date: DocumentDate?
  ) throws(RenderError) -> [UInt8]? {
    found = DiagnosticList()
    (pictureSpans, damage) = ([], nil)
    supplied = SuppliedData(value: data, isModelled: isModelled, date: date)
    defer { supplied = nil }
    func make() throws(RenderError) -> [UInt8]? {
      let source = try readSource(template)
      guard let document = try prepare(source, of: template) else { return nil }
      var bytes: [UInt8] = []
      let summary = try paintPDF(document, name: template.name) {
        bytes.append(contentsOf: $0)
        return 0
      }
      return summary == nil ? nil : bytes
    }
    return try withDeepStack(make, meanwhile: prepareTables)
  }

  /// The first error in one line, with its place: what a log keeps of a document that was not made.
  package var firstError: RenderError? {
    let errors = found.all.filter { $0.severity == .error }
    guard let first = errors.first, let kind = failure else { return nil }
    let shown = diagnostics(as: .plain, errorsOnly: true).split(separator: "\n").first.map(String.init) ?? first.message
    let others = errors.count > 1 ? " (and \(errors.count - 1) more)" : ""
    let message = shown.split(separator: " error: ", maxSplits: 1).joined(separator: " ")
    return RenderError(kind, message + others, help: first.help)
  }
}
