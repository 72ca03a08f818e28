package import Diagnostics
package import Values

/// Reads congress data: labels become keys, words become values, days and times are made one form.
///
/// - Returns: the data as templates see it. What could not be understood is reported and missing from it.
package func readCongress(_ data: Value, diagnostics: inout DiagnosticList) -> Value {
  var normalizer = Normalizer()
  let root = normalizer.record(data, CongressTables.root) ?? Value(.map(ValueMap()))
  diagnostics.report(contentsOf: normalizer.diagnostics)
  return filled(root, CongressTables.root)
}
