package import Diagnostics
package import Values

/// Reads data of a template with `data: kpi`: raw tables of indicators and, under `report`, whose report on what.
///
/// Data that is a report already, as `vanban kpi export --report` and the schedule make it, is left as it is.
/// Where `report` does not say, there must be one organisation, and the report is on the last month that has a value.
///
/// - Returns: the report with the other keys of the data beside it, as templates see it.
package func readKPI(_ data: Value, diagnostics: inout DiagnosticList) -> Value {
  guard let map = data.map, map["headlines"] == nil || map["indicators"]?.list == nil else {
    return data
  }
  var reader = KPIReader(KPIReading(), knowing: KPIData())
  var found = DiagnosticList()
  let batch = reader.read([(data, .careful)], passing: true, diagnostics: &found)
  let tables = batch.applied(to: KPIData())
  let choice = chooseReport(map["report"], of: tables, diagnostics: &found)
  diagnostics.report(contentsOf: found)
  guard let choice, !found.hasErrors, var report = tables.report(of: choice.organisation, on: choice.period).map else {
    return data
  }
  for key in map.keys where TableKind(label: key) == nil && report[key] == nil {
    report[key] = map[key]
  }
  return Value(.map(report), place: data.place)
}

private func chooseReport(
  _ wish: Value?,
  of data: KPIData,
  diagnostics: inout DiagnosticList
) -> (organisation: Organisation, period: Period)? {
  let organisation = chooseOrganisation(wish?.map?["organisation"], of: data, at: wish, diagnostics: &diagnostics)
  let period = choosePeriod(wish?.map?["period"], of: data, at: wish, diagnostics: &diagnostics)
  for key in wish?.map?.keys ?? [] where key != "organisation" && key != "period" {
    diagnostics.report(.kpiKey(key, at: wish?.map?[key]?.place, known: ["organisation", "period"]))
  }
  guard let organisation, let period else { return nil }
  return (organisation, period)
}

private func chooseOrganisation(
  _ value: Value?,
  of data: KPIData,
  at wish: Value?,
  diagnostics: inout DiagnosticList
) -> Organisation? {
  let codes = data.organisations.map(\.code)
  guard let text = value?.text ?? value?.number?.description else {
    if data.organisations.count == 1 { return data.organisations[0] }
    diagnostics.report(
      .kpi(
        .report,
        codes.isEmpty ? "the data defines no organisation" : "the data does not say whose report is made",
        at: wish?.place,
        help: codes.isEmpty ? "define one under organisations" : "write report: {organisation: \(codes[0])}"
      )
    )
    return nil
  }
  if let found = data.organisations.first(where: { $0.code == text || $0.name == text }) { return found }
  diagnostics.report(
    .kpi(
      .report,
      "there is no organisation '\(text)'",
      at: value?.place,
      help: nearestName(to: text, in: codes).map { "did you mean '\($0)'?" } ?? "define it under organisations"
    )
  )
  return nil
}

private func choosePeriod(
  _ value: Value?,
  of data: KPIData,
  at wish: Value?,
  diagnostics: inout DiagnosticList
) -> Period? {
  guard let text = value?.text ?? value?.number?.description else {
    if let last = data.lastPeriod { return last }
    diagnostics.report(
      .kpi(.report, "the data holds no value to report on", at: wish?.place, help: "write report: {period: 2025-06}")
    )
    return nil
  }
  if let period = Period(text) { return period }
  diagnostics.report(
    .kpi(.period, "'\(text)' is no period", at: value?.place, help: "write 2025-06, 2025-Q2, 2025-H1 or 2025")
  )
  return nil
}

extension KPIData {
  /// The last month that has a value, else the last period that has one.
  package var lastPeriod: Period? {
    values.keys.lazy.map(\.period).filter { $0.kind == .month }.max() ?? values.keys.lazy.map(\.period).max()
  }
}
