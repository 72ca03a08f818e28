import GRDB
package import VanBan

extension StoreLedger {
  /// What the ledger has of a job's periods, in the order of their due moments.
  package func periods(of job: Job) throws(RenderError) -> [LedgerPeriod] {
    let rows = try read { database in
      try Row.fetchAll(database, sql: periodColumns + " WHERE p.job = ? ORDER BY p.due, p.period", arguments: [job.id])
    }
    return rows.map(LedgerPeriod.init)
  }

  /// Writes down once which documents a period asks for.
  package func plan(
    _ run: DueRun,
    of job: Job,
    documents: [PlannedDocument],
    at now: Instant
  ) throws(RenderError) {
    try write { database in
      let planned = "SELECT planned FROM schedule_period WHERE job = ? AND period = ?"
      let row = try Row.fetchOne(database, sql: planned, arguments: [job.id, run.period.key])
      // Another run was first.
      if let row, row["planned"] != nil { return }
      try database.execute(
        sql: """
          INSERT INTO schedule_period (job, period, due, planned) VALUES (?, ?, ?, ?)
          ON CONFLICT (job, period) DO UPDATE SET planned = excluded.planned, error = NULL, next_attempt = NULL
          """,
        arguments: [job.id, run.period.key, run.due.seconds, now.seconds]
      )
      let insertion = try database.makeStatement(
        sql: """
          INSERT INTO schedule_delivery (job, period, position, organisation, destination, document, token, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, 'planned')
          """
      )
      for (position, document) in documents.enumerated() {
        for destination in job.destinations {
          try insertion.execute(arguments: [
            job.id, run.period.key, position, document.organisation, destination.description, document.document,
            randomToken(),
          ])
        }
      }
    }
  }

  /// Writes down that a period's data could not be read.
  package func planFailed(_ run: DueRun, of job: Job, error: String, retry: Retry) throws(RenderError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO schedule_period (job, period, due, attempts, error, failed, next_attempt)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (job, period) DO UPDATE SET attempts = excluded.attempts, error = excluded.error,
            failed = excluded.failed, next_attempt = excluded.next_attempt
          WHERE planned IS NULL
          """,
        arguments: [
          job.id, run.period.key, run.due.seconds, retry.attempts, error, retry.failedAt.seconds, retry.next.seconds,
        ]
      )
    }
  }

  /// The periods whose data could not be read.
  package func failedPeriods(of job: String?) throws(RenderError) -> [(job: String, period: LedgerPeriod)] {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: periodColumns + """
           WHERE p.planned IS NULL AND NOT j.removed AND (?1 IS NULL OR j.name = ?1)
          ORDER BY p.due, j.name, p.period
          """,
        arguments: [job]
      )
    }
    return rows.map { (job: $0["name"], period: LedgerPeriod($0)) }
  }
}

private let periodColumns = """
  SELECT j.name, p.*, (SELECT count(*) FROM schedule_delivery d
    WHERE d.job = p.job AND d.period = p.period AND d.state <> 'delivered') AS open
  FROM schedule_period p JOIN schedule_job j ON j.id = p.job
  """

extension LedgerPeriod {
  fileprivate init(_ row: Row) {
    self.init(
      key: row["period"],
      isPlanned: row["planned"] != nil,
      open: row["open"],
      attempts: row["attempts"],
      error: row["error"],
      nextAttempt: instant(row["next_attempt"]),
      failedAt: instant(row["failed"])
    )
  }
}

/// A column with a moment.
func instant(_ seconds: Int?) -> Instant? {
  seconds.map { Instant(seconds: $0) }
}

/// 64 random bits: which document it is must differ also between stores that deliver to one place.
private func randomToken() -> String {
  let digits = String(UInt64.random(in: 0 ... .max), radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}
