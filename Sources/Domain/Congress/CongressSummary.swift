/// What a check of congress data covered.
package struct CongressSummary: Sendable, Equatable {
  /// Rules that had something to check.
  package var rules = 0
  /// The regulation whose figures were used.
  package var regulation: String?
  package var delegates: Int
  package var sessions: Int
  package var motions: Int
  package var elections: Int
  package var rounds: Int

  init(_ record: CongressRecord, regulation: String?) {
    self.regulation = regulation
    delegates = record.delegates.count
    sessions = record.sessions.count
    motions = record.motions.count
    elections = record.elections.count
    rounds = record.elections.reduce(0) { $0 + $1.rounds.count }
  }
}

extension CongressRule {
  /// Every rule with its source and what it asks, as Markdown: a part of docs/congress-data.md.
  package static var reference: String {
    let rows = allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.source) |" }
    return "| rule | asks | source |\n|---|---|---|\n" + rows.joined(separator: "\n") + "\n"
  }
}
