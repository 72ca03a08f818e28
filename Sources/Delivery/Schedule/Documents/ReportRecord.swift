import Diagnostics
import Values
import VanBan

/// One organisation's data for one document.
struct ReportRecord {
  /// The organisation's key.
  var organisation: String
  /// All that the template sees.
  var data: Value
}

/// The records of a data file: each item of the list at `each` over the file's other values; or the file as a whole.
func readRecords(_ data: Value, each: String, of run: DueRun) throws(RenderError) -> [ReportRecord] {
  guard !each.isEmpty else { return [try record(data, over: Value(.map(ValueMap())), number: 1, of: run)] }
  guard let path = ValuePath(each), let found = data.value(at: path) else {
    let nearest = nearestName(to: each, in: data.map?.keys ?? []).map { "did you mean '\($0)'?" }
    throw RenderError(
      .input,
      "the data has no '\(each)'",
      help: nearest ?? "name with --each the list of which each item gets a document"
    )
  }
  guard let list = found.list else {
    throw RenderError(.input, "'\(each)' is \(found.kindName), not a list", help: "name a list with --each")
  }
  var records: [ReportRecord] = []
  for (index, item) in list.enumerated() {
    guard item.map != nil else {
      throw RenderError(
        .input,
        "item \(index + 1) of '\(each)' is \(item.kindName), not a map",
        help: "write its fields as key: value"
      )
    }
    records.append(try record(item, over: data, number: index + 1, of: run))
  }
  return records
}

/// The organisations of the store of indicators, each with its report on the period; single values of the job win.
func indicatorRecords(
  _ reports: IndicatorReports,
  _ run: DueRun,
  over settings: Value
) throws(RenderError) -> [ReportRecord] {
  var records: [ReportRecord] = []
  // The day on which a report is due is its date, unless the job sets another one.
  var dated = Value(.map(ValueMap()))
  let due = Value(.text(run.local.date.isoForm))
  try? dated.set(due, at: ValuePath([.key("document"), .key("date")]))
  for organisation in reports.organisations {
    let report = try reports.report(organisation: organisation.code, period: run.period.key)
    let data = report.merged(with: dated).merged(with: settings)
    records.append(ReportRecord(organisation: organisation.code, data: data))
  }
  return records
}

private func record(_ item: Value, over data: Value, number: Int, of run: DueRun) throws(RenderError) -> ReportRecord {
  guard let organisation = organisationKey(item) else {
    throw RenderError(
      .input,
      "record \(number) has nothing that tells it apart",
      help: "give it one of \(keyPaths.joined(separator: ", "))"
    )
  }
  var whole = data.merged(with: item)
  if var map = whole.map {
    map["period"] = periodValue(run)
    whole = Value(.map(map), place: whole.place)
  }
  return ReportRecord(organisation: organisation, data: whole)
}

/// What tells a record apart, in the order of preference: short codes first, as they go into names of files.
private let keyPaths = [
  "code", "id", "mã", "organisation.code", "organisation.id", "organisation.name", "organisation", "name", "tên",
  "tên đơn vị", "đơn vị",
]

private func organisationKey(_ item: Value) -> String? {
  for keys in keyPaths.map({ $0.split(separator: ".").map(String.init) }) {
    switch item.value(at: ValuePath(keys.map { .key($0) }))?.kind {
    case .text(let text) where !text.isEmpty: return text
    case .number(let number): return number.description
    default: continue
    }
  }
  return nil
}
