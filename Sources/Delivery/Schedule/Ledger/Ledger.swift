package import VanBan

/// Where jobs are kept, and what became of each document: all that must outlive a run.
///
/// Every call is one transaction: it is done as a whole and durable, or not done. Runs of other processes use the same
/// ledger at the same time. SQLite is the first implementation; nothing here asks for it.
package protocol Ledger: Sendable {
  /// The jobs, sorted by name.
  func jobs() throws(RenderError) -> [Job]

  /// Stores a new job, and gives it with its number; `nil` where there is one of the name.
  func add(_ job: Job) throws(RenderError) -> Job?

  /// Stores whether a job is paused and from when on its runs are made.
  func update(_ job: Job) throws(RenderError)

  /// Forgets a job; what became of its documents stays.
  func remove(_ job: Job) throws(RenderError)

  /// What the ledger has of a job's periods, in the order of their due moments.
  func periods(of job: Job) throws(RenderError) -> [LedgerPeriod]

  /// Writes down once which documents a period asks for, each for every destination of the job; later calls change nothing.
  func plan(_ run: DueRun, of job: Job, documents: [PlannedDocument], at now: Instant) throws(RenderError)

  /// Writes down that a period's data could not be read.
  func planFailed(_ run: DueRun, of job: Job, error: String, retry: Retry) throws(RenderError)

  /// Takes up the next document of a period that is to be made, with its rows for all destinations for which it is.
  ///
  /// It is the first one after the organisation `last`, in the order of the plan; `nil` to begin.
  ///
  /// - Returns: the rows as they were before, except for the lease, which is the new one, and the attempts, now one more.
  func claim(_ run: DueRun, of job: Job, after last: String?, _ claim: Claim) throws(RenderError) -> ClaimedDocument?

  /// Renews a lease, and writes down the checksum of what was made.
  ///
  /// - Returns: `false` where another run has taken the row over: it must not be delivered by this one.
  func rendered(_ delivery: Delivery, sha256: String, lease: Lease, at now: Instant) throws(RenderError) -> Bool

  /// Writes down that a document has arrived.
  ///
  /// - Returns: `false` where another run has taken the row over; that one will find what has arrived.
  func delivered(_ delivery: Delivery, sha256: String, lease: Lease, at now: Instant) throws(RenderError) -> Bool

  /// Writes down that an attempt failed, and when there may be another one.
  func failed(_ delivery: Delivery, error: String, lease: Lease, retry: Retry) throws(RenderError)

  /// The rows of a period that have not arrived, in the order of the plan.
  func open(_ run: DueRun, of job: Job) throws(RenderError) -> [Delivery]

  /// What the ledger has of documents, the oldest first; of one job, or of all, those that were removed included.
  func deliveries(of job: String?, failedOnly: Bool) throws(RenderError) -> [Delivery]

  /// The periods whose data could not be read: the job's name and the period, the oldest first.
  func failedPeriods(of job: String?) throws(RenderError) -> [(job: String, period: LedgerPeriod)]
}

/// Who claims rows, and which are free.
package struct Claim {
  /// A document that kills its run again and again must not keep the others from being made: it comes last.
  package enum Turn: Sendable {
    /// Rows that have been tried less than ``Claim/patience`` times.
    case first
    /// The others.
    case last
  }

  /// Rows tried so often come after all others.
  package static let patience = 3

  /// The lease that rows get.
  package var lease: Lease
  /// What is taken for the present; a rehearsal has its own.
  package var now: Instant
  /// Whether failed rows are tried before their pause is over.
  package var ignoresPauses: Bool
  /// Which rows are looked at.
  package var turn: Turn
  /// Whether the owner of a lease is known to have ended.
  package var isDead: (String) -> Bool
}

/// A document taken up by a run, with its rows.
package struct ClaimedDocument: Sendable {
  /// The organisation's key.
  package var organisation: String
  /// A row for each destination for which it is to be made.
  package var deliveries: [Delivery]
}

/// When a failed attempt may be made again.
package struct Retry: Sendable, Equatable {
  /// When it failed.
  package var failedAt: Instant
  /// How many attempts there have been.
  package var attempts: Int

  /// A failure of its parts.
  package init(failedAt: Instant, attempts: Int) {
    self.failedAt = failedAt
    self.attempts = attempts
  }

  /// The first moment of the next attempt.
  package var next: Instant { failedAt.adding(Self.pause(after: attempts)) }

  /// Seconds between two attempts: none after the first, as many troubles last for a moment only; then 1, 2, 4 minutes and
  /// so on, at most six hours.
  package static func pause(after attempts: Int) -> Int {
    attempts <= 1 ? 0 : min(60 << min(attempts - 2, 20), 6 * 3600)
  }

  /// Whether a pause is over.
  ///
  /// One that is longer than any was begun before the clock was set back.
  package static func isOver(until next: Instant?, at now: Instant) -> Bool {
    guard let next else { return true }
    return next <= now || next > now.adding(6 * 3600)
  }
}
