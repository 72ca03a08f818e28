import GRDB
package import VanBan

extension StoreLedger {
  /// Takes up the next document of a period that is to be made.
  package func claim(
    _ run: DueRun,
    of job: Job,
    after last: String?,
    _ claim: Claim
  ) throws(RenderError) -> ClaimedDocument? {
    try write { database in
      let start = try position(after: last, run, of: job, in: database)
      let rows = try Row.fetchCursor(
        database,
        sql: deliveryColumns + """
           WHERE d.job = ? AND d.period = ? AND d.state <> 'delivered' AND d.position >= ?
          ORDER BY d.position, d.id
          """,
        arguments: [job.id, run.period.key, start]
      )
      var claimed: ClaimedDocument?
      while let row = try rows.next() {
        let delivery = Delivery(row)
        if let claimed, claimed.organisation != delivery.organisation { break }
        guard isFree(delivery, claim) else { continue }
        claimed = claimed ?? ClaimedDocument(organisation: delivery.organisation, deliveries: [])
        claimed?.deliveries.append(delivery)
      }
      guard var claimed else { return nil }
      for index in claimed.deliveries.indices {
        claimed.deliveries[index].lease = claim.lease
        claimed.deliveries[index].attempts += 1
        try database.execute(
          sql: """
            UPDATE schedule_delivery SET state = 'claimed', attempts = attempts + 1, owner = ?, lease_begins = ?,
              lease_ends = ?, claimed = ?, next_attempt = NULL WHERE id = ?
            """,
          arguments: [
            claim.lease.owner, claim.lease.begins.seconds, claim.lease.ends.seconds, claim.now.seconds,
            claimed.deliveries[index].id,
          ]
        )
      }
      return claimed
    }
  }

  /// Where the rows after an organisation's begin.
  private func position(
    after last: String?,
    _ run: DueRun,
    of job: Job,
    in database: Database
  ) throws -> Int {
    guard let last else { return 0 }
    let sql = "SELECT position FROM schedule_delivery WHERE job = ? AND period = ? AND organisation = ?"
    let position = try Int.fetchOne(database, sql: sql, arguments: [job.id, run.period.key, last])
    return (position ?? -1) + 1
  }

  private func isFree(_ delivery: Delivery, _ claim: Claim) -> Bool {
    guard (delivery.attempts < Claim.patience) == (claim.turn == .first) else { return false }
    // A lease of this run's own is left from a write that failed.
    if let lease = delivery.lease, lease.owner != claim.lease.owner {
      if lease.holds(at: claim.lease.begins, isDead: claim.isDead) { return false }
    }
    return claim.ignoresPauses || Retry.isOver(until: delivery.nextAttempt, at: claim.now)
  }

  /// Renews a lease, and writes down the checksum of what was made.
  package func rendered(
    _ delivery: Delivery,
    sha256: String,
    lease: Lease,
    at now: Instant
  ) throws(RenderError) -> Bool {
    try write { database in
      try database.execute(
        sql: """
          UPDATE schedule_delivery SET state = 'rendered', sha256 = ?, rendered = ?, lease_begins = ?, lease_ends = ?
          WHERE id = ? AND owner = ?
          """,
        arguments: [
          sha256, now.seconds, lease.begins.seconds, lease.ends.seconds, delivery.id, lease.owner,
        ]
      )
      return database.changesCount == 1
    }
  }

  /// Writes down that a document has arrived.
  package func delivered(
    _ delivery: Delivery,
    sha256: String,
    lease: Lease,
    at now: Instant
  ) throws(RenderError) -> Bool {
    try write { database in
      try database.execute(
        sql: """
          UPDATE schedule_delivery SET state = 'delivered', sha256 = ?, delivered = ?, error = NULL, owner = NULL,
            lease_begins = NULL, lease_ends = NULL, next_attempt = NULL
          WHERE id = ? AND owner = ?
          """,
        arguments: [sha256, now.seconds, delivery.id, lease.owner]
      )
      return database.changesCount == 1
    }
  }

  /// Writes down that an attempt failed, and when there may be another one.
  package func failed(_ delivery: Delivery, error: String, lease: Lease, retry: Retry) throws(RenderError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE schedule_delivery SET state = 'failed', error = ?, failed = ?, next_attempt = ?, owner = NULL,
            lease_begins = NULL, lease_ends = NULL
          WHERE id = ? AND owner = ?
          """,
        arguments: [error, retry.failedAt.seconds, retry.next.seconds, delivery.id, lease.owner]
      )
    }
  }

  /// The rows of a period that have not arrived, in the order of the plan.
  package func open(_ run: DueRun, of job: Job) throws(RenderError) -> [Delivery] {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: deliveryColumns + """
           WHERE d.job = ? AND d.period = ? AND d.state <> 'delivered' ORDER BY d.position, d.id
          """,
        arguments: [job.id, run.period.key]
      )
    }
    return rows.map(Delivery.init)
  }

  /// What the ledger has of documents, the oldest first.
  package func deliveries(of job: String?, failedOnly: Bool) throws(RenderError) -> [Delivery] {
    let rows = try read { database in
      try Row.fetchAll(
        database,
        sql: deliveryColumns + """
           WHERE (?1 IS NULL OR j.name = ?1) AND (NOT ?2 OR (d.state = 'failed' AND NOT j.removed))
          ORDER BY p.due, j.name, j.id, d.period, d.position, d.id
          """,
        arguments: [job, failedOnly]
      )
    }
    return rows.map(Delivery.init)
  }
}

private let deliveryColumns = """
  SELECT d.*, j.name, j.zone, p.due FROM schedule_delivery d JOIN schedule_job j ON j.id = d.job
  JOIN schedule_period p ON p.job = d.job AND p.period = d.period
  """

extension Delivery {
  fileprivate init(_ row: Row) {
    var lease: Lease?
    if let owner = row["owner"] as String?, let begins = instant(row["lease_begins"]),
      let ends = instant(row["lease_ends"])
    {
      lease = Lease(owner: owner, begins: begins, ends: ends)
    }
    self.init(
      id: row["id"],
      job: row["name"],
      zone: row["zone"],
      period: row["period"],
      organisation: row["organisation"],
      destination: row["destination"],
      document: row["document"],
      token: row["token"],
      state: DeliveryState(rawValue: row["state"] as String) ?? .failed,
      attempts: row["attempts"],
      due: Instant(seconds: row["due"]),
      error: row["error"],
      sha256: row["sha256"],
      lease: lease,
      nextAttempt: instant(row["next_attempt"]),
      claimedAt: instant(row["claimed"]),
      renderedAt: instant(row["rendered"]),
      deliveredAt: instant(row["delivered"]),
      failedAt: instant(row["failed"])
    )
  }
}
