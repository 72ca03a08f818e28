import GRDB
import Store
package import VanBan

/// The ledger in the store: SQLite, WAL, synchronous.
package struct StoreLedger: Ledger {
  private let store: Store

  /// The ledger in the file at `path`; made where it is missing.
  package init(path: String) throws(RenderError) {
    do throws(StoreError) {
      store = try Store(path: path, access: .write, migrations: scheduleMigrations)
    } catch {
      throw RenderError(store: error)
    }
  }

  /// One transaction that reads.
  func read<Result>(_ work: (Database) throws -> Result) throws(RenderError) -> Result {
    do throws(StoreError) {
      return try store.read(work)
    } catch {
      throw RenderError(store: error)
    }
  }

  /// One transaction that writes.
  func write<Result>(_ work: (Database) throws -> Result) throws(RenderError) -> Result {
    do throws(StoreError) {
      return try store.write(work)
    } catch {
      throw RenderError(store: error)
    }
  }
}

extension StoreLedger {
  /// The jobs, sorted by name.
  package func jobs() throws(RenderError) -> [Job] {
    let rows = try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM schedule_job WHERE NOT removed ORDER BY name")
    }
    var jobs: [Job] = []
    for row in rows { jobs.append(try Job(row)) }
    return jobs
  }

  /// Stores a new job.
  package func add(_ job: Job) throws(RenderError) -> Job? {
    var stored = job
    let id: Int? = try write { database in
      let present = "SELECT 1 FROM schedule_job WHERE name = ? AND NOT removed"
      if try Bool.fetchOne(database, sql: present, arguments: [job.name]) != nil { return nil }
      try database.execute(
        sql: """
          INSERT INTO schedule_job (name, template, source, each, cadence, due, zone, window, output, destinations,
            settings, roots, paused, since)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          job.name, job.template, job.source.text, job.each, job.rule.cadence.rawValue, job.rule.description, job.zone,
          job.window.rawValue, job.output, lines(job.destinations.map(\.description)), lines(job.values),
          lines(job.roots), job.isPaused, job.since.seconds,
        ]
      )
      return Int(database.lastInsertedRowID)
    }
    guard let id else { return nil }
    stored.id = id
    return stored
  }

  /// Stores whether a job is paused and from when on its runs are made.
  package func update(_ job: Job) throws(RenderError) {
    try write { database in
      try database.execute(
        sql: "UPDATE schedule_job SET paused = ?, since = ? WHERE id = ?",
        arguments: [job.isPaused, job.since.seconds, job.id]
      )
    }
  }

  /// Hides a job; the name is free again.
  package func remove(_ job: Job) throws(RenderError) {
    try write { try $0.execute(sql: "UPDATE schedule_job SET removed = 1 WHERE id = ?", arguments: [job.id]) }
  }
}

extension Job {
  fileprivate init(_ row: Row) throws(RenderError) {
    let cadence = Cadence(rawValue: row["cadence"] as String) ?? .month
    self.init(
      name: row["name"],
      template: row["template"],
      source: Source(text: row["source"]),
      each: row["each"],
      rule: try DueRule(row["due"] as String, every: cadence),
      since: Instant(seconds: row["since"])
    )
    id = row["id"]
    zone = row["zone"]
    window = DataWindow(rawValue: row["window"] as String) ?? .decree
    output = row["output"]
    for line in texts(row["destinations"]) { destinations.append(try DestinationName(line)) }
    values = texts(row["settings"])
    roots = texts(row["roots"])
    isPaused = row["paused"]
  }
}

extension Job.Source {
  /// As users write it; files as absolute paths, so that none is taken for `kpi`.
  package var text: String {
    switch self {
    case .kpi: "kpi"
    case .file(let path): path
    }
  }

  fileprivate init(text: String) {
    self = text == "kpi" ? .kpi : .file(text)
  }
}

/// Texts in one column.
///
/// A line end inside a text stays what it is: the mark is no character of any of them.
private func lines(_ texts: [String]) -> String {
  texts.joined(separator: "\u{1F}")
}

private func texts(_ column: String) -> [String] {
  column.isEmpty ? [] : column.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
}
