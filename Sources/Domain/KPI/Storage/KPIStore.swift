import GRDB
package import Store
import Values

/// The indicators of a store.
package struct KPIStore: Sendable {
  let store: Store

  /// Opens the store at `path`.
  package init(path: String, access: Store.Access) throws(StoreError) {
    store = try Store(path: path, access: access, migrations: .kpi)
  }

  /// Everything as it holds now; with an organisation, its values, targets and comments only.
  package func load(organisation: String? = nil) throws(StoreError) -> KPIData {
    try store.read { try readAll($0, organisation: organisation) }
  }

  /// Everything that was ever recorded at a place, the oldest first.
  package func history(_ kind: RevisionKind, at place: RevisionFilter) throws(StoreError) -> [Revision] {
    try store.read { try readHistory($0, kind, place) }
  }
}

/// The definitions, and what was recorded last at each place.
func readAll(_ database: Database, organisation: String?) throws -> KPIData {
  var data = try readDefinitions(database)
  let scope = organisation.map { ["organisation": $0] } ?? [:]
  let own = scope.isEmpty ? "" : "WHERE organisation = :organisation"
  let shared = scope.isEmpty ? "" : "WHERE organisation IN (:organisation, '')"
  try forEachLast(database, "kpi_value", "value", own, scope) { place, text in
    data.values[place] = text.flatMap { Decimal($0) }
  }
  try forEachLast(database, "kpi_comment", "comment", own, scope) { place, text in data.comments[place] = text }
  try forEachLast(database, "kpi_target", "target", shared, scope) { place, text in
    data.targets[place] = text.flatMap(storedTarget)
  }
  return data
}

/// A target as it was stored.
func storedTarget(_ text: String) -> Target? {
  if case .target(let target) = readTarget(text, style: .plain, places: nil) { target } else { nil }
}

/// Settings, organisations and indicators, in order.
func readDefinitions(_ database: Database) throws -> KPIData {
  var data = KPIData()
  for row in try Row.fetchAll(database, sql: "SELECT name, value FROM kpi_setting ORDER BY name") {
    let text: String = row[1]
    if let number = Decimal(text) { _ = data.settings.set(row[0], number) }
  }
  data.organisations = try Row.fetchAll(database, sql: "SELECT * FROM kpi_organisation ORDER BY ordinal").map { row in
    var organisation = Organisation(code: row["code"], name: row["name"])
    organisation.superior = row["superior"]
    organisation.symbol = row["symbol"]
    organisation.place = row["place"]
    organisation.authority = row["authority"]
    organisation.post = row["post"]
    organisation.signer = row["signer"]
    return organisation
  }
  data.indicators = try Row.fetchAll(database, sql: "SELECT * FROM kpi_indicator ORDER BY ordinal").map { row in
    var indicator = Indicator(code: row["code"], name: row["name"])
    indicator.unit = row["unit"]
    indicator.direction = Indicator.Direction(rawValue: row["direction"]) ?? .up
    indicator.places = row["places"]
    indicator.aggregation = Indicator.Aggregation(rawValue: row["aggregation"]) ?? .sum
    indicator.givenPace = (row["pace"] as String?).flatMap { Indicator.Pace(rawValue: $0) }
    indicator.isHeadline = row["headline"]
    return indicator
  }
  return data
}

/// Calls for the last row of each place of a table.
///
/// SQLite takes the other columns from the row of the maximum (sqlite.org/lang_select.html, "bare columns").
func forEachLast(
  _ database: Database,
  _ table: String,
  _ column: String,
  _ condition: String,
  _ arguments: [String: String],
  _ work: (KPIData.Place, String?) -> Void
) throws {
  let rows = try Row.fetchCursor(
    database,
    sql: """
      SELECT organisation, indicator, period, \(column), max(id) FROM \(table) \(condition)
      GROUP BY organisation, indicator, period
      """,
    arguments: StatementArguments(arguments)
  )
  while let row = try rows.next() {
    let text: String = row[2]
    guard let period = Period(stored: text) else { continue }
    work(KPIData.Place(organisation: row[0], indicator: row[1], period: period), row[3])
  }
}
