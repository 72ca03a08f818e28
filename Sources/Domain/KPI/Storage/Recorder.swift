import Diagnostics
import GRDB
import Values

/// Writes a batch into the store, inside one transaction.
struct Recorder {
  let database: Database
  let note: RevisionNote
  var outcome = KPIOutcome()
  var diagnostics = DiagnosticList()

  /// From so many entries on, the present state is read as a whole instead of place by place.
  private static let manyEntries = 200

  init(database: Database, note: RevisionNote) {
    self.database = database
    self.note = note
  }

  mutating func record(_ batch: KPIBatch, over definitions: KPIData) throws {
    try recordDefinitions(batch, over: definitions)
    let (values, targets, comments) = (outcome.values, outcome.targets, outcome.comments)
    outcome.values = try record(.value, batch.values, values) { $0.description }
    outcome.missing = batch.values.count { $0.content == nil }
    outcome.targets = try record(.target, batch.targets, targets) { $0.written }
    outcome.comments = try record(.comment, batch.comments, comments) { $0 }
  }

  /// Records the entries of one kind that say something new.
  private mutating func record<Content>(
    _ kind: RevisionKind,
    _ entries: [KPIBatch.Entry<Content>],
    _ start: KPIOutcome.Counts,
    written: (Content) -> String
  ) throws -> KPIOutcome.Counts {
    var counts = start
    let present = try presentTexts(kind, entries.map(\.key))
    let insert = try database.cachedStatement(
      sql: """
        INSERT INTO \(kind.table) (organisation, indicator, period, \(kind.rawValue), recorded, author, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    for entry in entries {
      let text = entry.content.map(written)
      let old = present[entry.key] ?? nil
      if old == nil, text == nil { continue }
      if isSame(kind, old, text) {
        counts.unchanged += 1
        continue
      }
      if let old {
        counts.changed += 1
        if note.reason == nil {
          diagnostics.report(.changed(kind, entry.key, from: old, to: text, at: entry.place))
          continue
        }
      } else {
        counts.added += 1
      }
      try insert.execute(arguments: [
        entry.key.organisation, entry.key.indicator, entry.key.period.description, text, note.recorded, note.author,
        note.reason,
      ])
    }
    return counts
  }

  /// 95.5 and 95.50 are one value, although the store keeps what was written first.
  private func isSame(_ kind: RevisionKind, _ old: String?, _ new: String?) -> Bool {
    guard kind == .value, let old, let new else { return old == new }
    return Decimal(old) == Decimal(new)
  }

  /// What was recorded last at the places; a place at which nothing was ever recorded is not in it.
  private func presentTexts(_ kind: RevisionKind, _ places: [KPIData.Place]) throws -> [KPIData.Place: String?] {
    var present: [KPIData.Place: String?] = [:]
    if places.count >= Self.manyEntries {
      try forEachLast(database, kind.table, kind.rawValue, "", [:]) { present[$0] = .some($1) }
      return present
    }
    let select = try database.cachedStatement(
      sql: """
        SELECT \(kind.rawValue) FROM \(kind.table) WHERE organisation = ? AND indicator = ? AND period = ?
        ORDER BY id DESC LIMIT 1
        """
    )
    for place in places {
      let row = try Row.fetchOne(select, arguments: [place.organisation, place.indicator, place.period.description])
      if let row { present[place] = .some(row[0]) }
    }
    return present
  }
}

extension Diagnostic {
  fileprivate static func changed(
    _ kind: RevisionKind,
    _ key: KPIData.Place,
    from old: String,
    to new: String?,
    at place: ValuePlace?
  ) -> Diagnostic {
    kpi(
      .changed,
      "the \(kind.rawValue) of \(described(key)) is '\(old)' in the store, and \(new.map { "'\($0)'" } ?? "empty") here",
      at: place,
      help: "to correct the store, say why: --why 'the reason'"
    )
  }
}
