import GRDB

/// The tables of one subject in the store, as the steps by which they came to be.
///
/// A step that has been released is never changed: a later one alters what it made.
package struct StoreMigrations: Sendable {
  /// The subject, such as `kpi`: the names of its steps and tables begin with it.
  package var subject: String
  /// The steps in order, each a name and the SQL of it.
  package var steps: [(name: String, sql: String)]

  /// The steps of a subject.
  package init(subject: String, steps: [(name: String, sql: String)]) {
    self.subject = subject
    self.steps = steps
  }

  /// The names of steps that are done in the file, and that this version does not know.
  func unknown(among done: Set<String>) -> String? {
    let known = Set(steps.map { identifier(of: $0.name) })
    return done.filter { $0.hasPrefix(subject + ".") && !known.contains($0) }.min()
  }

  /// Whether a step is left to do.
  func isPending(after done: Set<String>) -> Bool {
    steps.contains { !done.contains(identifier(of: $0.name)) }
  }

  /// Does what is left to do; the caller holds the only write transaction.
  func run(_ database: Database, after done: Set<String>) throws {
    for step in steps where !done.contains(identifier(of: step.name)) {
      try database.execute(sql: step.sql)
      try database.execute(
        sql: "INSERT INTO vanban_migration (identifier) VALUES (?)",
        arguments: [identifier(of: step.name)]
      )
    }
  }

  private func identifier(of name: String) -> String { "\(subject).\(name)" }
}
