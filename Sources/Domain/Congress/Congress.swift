package import Diagnostics
package import Values

/// What congress data came to.
package struct CongressReading: Sendable {
  /// The data as templates see it, with the figures that follow from it.
  package var data: Value
  /// What was there to check.
  package var summary: CongressSummary
}

/// Reads congress data and holds it to the rules.
///
/// Labels become keys, words values, days and times one form; then the rules are checked and figures derived.
/// `regulations` are the files of election rules (`profiles/election-*.yaml`), of which the one that holds on the day of the
/// congress is used. What could not be understood is reported and missing from the result; rules are not checked then, as
/// they would only report the consequences.
package func readCongress(
  _ data: Value,
  regulations: [Value],
  diagnostics: inout DiagnosticList
) -> CongressReading {
  var normalizer = Normalizer()
  var found = DiagnosticList()
  let normalized = normalizer.record(data, CongressTables.root) ?? Value(.map(ValueMap()))
  found.report(contentsOf: normalizer.diagnostics)
  let root = distributingTallies(normalized, diagnostics: &found)
  let record = CongressRecord(Fields(root), diagnostics: &found)
  let regulation = Regulation.inForce(for: record, among: regulations, diagnostics: &found)
  let rules = ElectionRules(profile: regulation, settings: record.settings, assembly: record.assembly)
  let outcomes = record.outcomes(rules)
  var summary = CongressSummary(record, regulation: rules.regulation)
  if !found.hasErrors {
    var checker = RuleChecker(record, rules: rules, outcomes: outcomes)
    checker.check()
    found.report(contentsOf: checker.diagnostics)
    summary.rules = checker.checked.count
  }
  diagnostics.report(contentsOf: found)
  let tree = CongressTree(record: record, rules: rules, outcomes: outcomes, profile: regulation)
  let shape = electionShape(of: data)
  return CongressReading(data: tree.build(elections: shape), summary: summary)
}

/// Whether the data's elections are a list or a map by their ids: templates see them as they were written.
private func electionShape(of data: Value) -> CongressTree.ElectionShape {
  let name = data.map?.keys.first { CongressTables.root.field(named: $0)?.key == "elections" }
  return name.flatMap { data.map?[$0]?.map } == nil ? .list : .map
}
