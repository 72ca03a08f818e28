import GRDB

/// What revisions are of.
package enum RevisionKind: String, Sendable {
  case value, target, comment

  var table: String { "kpi_\(rawValue)" }
}

/// Who records something, when and why.
package struct RevisionNote: Sendable, Equatable {
  /// When: a day and time in UTC (RFC 3339).
  package var recorded: String
  /// Who.
  package var author: String
  /// Why; needed where something that was recorded is replaced.
  package var reason: String?

  /// A note of its parts.
  package init(recorded: String, author: String, reason: String?) {
    self.recorded = recorded
    self.author = author
    self.reason = reason
  }
}

/// One thing that was recorded.
package struct Revision: Sendable, Equatable {
  /// Whose, of what, when.
  package var place: KPIData.Place
  /// What, as stored; `nil` where it was withdrawn.
  package var text: String?
  /// Who recorded it, when and why.
  package var note: RevisionNote
}

/// Which places a history is of; what is `nil` is any.
package struct RevisionFilter: Sendable {
  /// The organisation's code.
  package var organisation: String?
  /// The indicator's code.
  package var indicator: String?
  /// The period.
  package var period: Period?

  /// A filter of its parts.
  package init(organisation: String?, indicator: String?, period: Period?) {
    self.organisation = organisation
    self.indicator = indicator
    self.period = period
  }
}

func readHistory(_ database: Database, _ kind: RevisionKind, _ filter: RevisionFilter) throws -> [Revision] {
  let wanted = [
    ("organisation", filter.organisation), ("indicator", filter.indicator), ("period", filter.period?.description),
  ].compactMap { name, value in value.map { (name, $0) } }
  let condition = wanted.isEmpty ? "" : "WHERE " + wanted.map { "\($0.0) = ?" }.joined(separator: " AND ")
  let rows = try Row.fetchAll(
    database,
    sql: """
      SELECT organisation, indicator, period, \(kind.rawValue), recorded, author, reason FROM \(kind.table)
      \(condition) ORDER BY organisation, indicator, period, id
      """,
    arguments: StatementArguments(wanted.map(\.1))
  )
  return rows.compactMap { row in
    let text: String = row[2]
    guard let period = Period(stored: text) else { return nil }
    return Revision(
      place: KPIData.Place(organisation: row[0], indicator: row[1], period: period),
      text: row[3],
      note: RevisionNote(recorded: row[4], author: row[5], reason: row[6])
    )
  }
}
