import Files
package import VanBan

/// Makes what is due and hands it over, each document once.
///
/// A document is claimed, made, its checksum written down, handed over, and written down as delivered. A run that dies
/// leaves its claims; the next one sees that their owner has ended, asks the destination whether the document had arrived,
/// and only then makes it again.
package struct ScheduleRunner {
  /// Where jobs and deliveries are kept.
  package var ledger: any Ledger
  /// Makes the documents.
  package var workshop: any Workshop
  /// Where they go.
  package var destinations: any Destinations
  /// What is taken for the present; the system's clock, unless a rehearsal says otherwise.
  package var now: () -> Instant
  /// The clock of leases: always the system's, whatever is rehearsed.
  package var leaseClock: () -> Instant = { Instant.now }
  /// Who this run is.
  package var owner = Owner.current.description
  /// Whether the owner of a lease is known to have ended.
  package var isDead: (String) -> Bool = Owner.isDead
  /// Whether failed documents are tried before their pause is over.
  package var ignoresPauses = false
  /// Asked before each document; `true` ends the run.
  package var isStopped: () -> Bool = { false }
  /// Told what happens.
  package var observe: (RunEvent) -> Void = { _ in }

  /// A runner of its parts.
  package init(
    ledger: any Ledger,
    workshop: any Workshop,
    destinations: any Destinations,
    now: @escaping () -> Instant
  ) {
    self.ledger = ledger
    self.workshop = workshop
    self.destinations = destinations
    self.now = now
  }

  /// Makes all that is due of `jobs`, those that are paused excepted: missed periods first, each job's in order.
  ///
  /// - Throws: ``RenderError`` where the ledger itself fails; what fails of a document is in the report.
  package func run(_ jobs: [Job]) throws(RenderError) -> RunReport {
    var pass = RunPass(runner: self)
    var work: [(Job, DueRun)] = []
    for job in jobs where !job.isPaused {
      do throws(RenderError) {
        let timetable = try job.timetable()
        work += try dueRuns(of: job, timetable).map { (job, $0) }
      } catch {
        // The ledger's own failure ends the run; a job's time zone that is gone does not.
        guard error.kind == .input else { throw error }
        pass.tell(.jobFailed(job, error))
      }
    }
    return try pass.make(work)
  }

  /// Makes periods of a job, due or not, in order.
  package func make(_ periods: [Period], of job: Job) throws(RenderError) -> RunReport {
    let timetable = try job.timetable()
    var pass = RunPass(runner: self)
    return try pass.make(periods.map { (job, timetable.run(of: $0)) })
  }

  /// The runs that are due and not complete, and what older or backfilled periods have left, by their due moments.
  private func dueRuns(of job: Job, _ timetable: Timetable) throws(RenderError) -> [DueRun] {
    let known = try ledger.periods(of: job)
    let complete = Set(known.filter(\.isComplete).map(\.key))
    var due = timetable.runs(from: job.since, through: now()).filter { !complete.contains($0.period.key) }
    let listed = Set(due.map(\.period.key))
    for period in known where !period.isComplete && !listed.contains(period.key) {
      guard let left = Period(job.rule.cadence, key: period.key) else { continue }
      due.append(timetable.run(of: left))
    }
    return due.sorted { $0.due < $1.due }
  }
}

/// One pass over the periods that are to be made.
private struct RunPass {
  let runner: ScheduleRunner
  var report = RunReport()
  private var opened: [String: any PeriodWork] = [:]
  /// Rows that failed in this pass: they are no news at its end.
  private var failed: Set<Int> = []

  private var ledger: any Ledger { runner.ledger }

  init(runner: ScheduleRunner) {
    self.runner = runner
  }

  mutating func tell(_ event: RunEvent) {
    report.count(event)
    runner.observe(event)
  }

  /// Documents that were tried often come after all others, so that one that kills its run holds up none.
  mutating func make(_ work: [(Job, DueRun)]) throws(RenderError) -> RunReport {
    var planned: [(Job, DueRun)] = []
    for (job, run) in work where !stopped() {
      guard try plan(run, of: job) else { continue }
      planned.append((job, run))
      try make(run, of: job, turn: .first)
      opened.removeAll()
    }
    for (job, run) in planned where !stopped() {
      try make(run, of: job, turn: .last)
      opened.removeAll()
      if !report.isStopped { try tellOpen(run, of: job) }
    }
    return report
  }

  private mutating func stopped() -> Bool {
    if runner.isStopped() { report.isStopped = true }
    return report.isStopped
  }

  /// Sees to it that the ledger knows which documents a period asks for; `false` where they cannot be known yet.
  private mutating func plan(_ run: DueRun, of job: Job) throws(RenderError) -> Bool {
    let known = try ledger.periods(of: job).first { $0.key == run.period.key }
    if let known, known.isPlanned { return true }
    if let known, !runner.ignoresPauses, !Retry.isOver(until: known.nextAttempt, at: runner.now()) {
      tell(.periodWaiting(job, known))
      return false
    }
    do throws(RenderError) {
      let work = try runner.workshop.open(run, of: job)
      guard !work.documents.isEmpty else {
        throw RenderError(
          .input,
          "the data has nothing to report for \(run.period.title)",
          help: "add the organisations to the source; the next run tries again"
        )
      }
      opened[run.period.key] = work
    } catch {
      let retry = Retry(failedAt: runner.now(), attempts: (known?.attempts ?? 0) + 1)
      try ledger.planFailed(run, of: job, error: error.message, retry: retry)
      tell(.periodFailed(job, run, error, next: retry.next))
      return false
    }
    let documents = opened[run.period.key]?.documents ?? []
    try ledger.plan(run, of: job, documents: documents, at: runner.now())
    return true
  }

  private mutating func make(_ run: DueRun, of job: Job, turn: Claim.Turn) throws(RenderError) {
    var last: String?
    while !stopped() {
      let claim = Claim(
        lease: Lease(owner: runner.owner, from: runner.leaseClock()),
        now: runner.now(),
        ignoresPauses: runner.ignoresPauses,
        turn: turn,
        isDead: runner.isDead
      )
      guard let document = try ledger.claim(run, of: job, after: last, claim) else { return }
      last = document.organisation
      try deliver(document, run, of: job)
    }
  }

  /// What is left of a period after the pass, and why.
  private mutating func tellOpen(_ run: DueRun, of job: Job) throws(RenderError) {
    for delivery in try ledger.open(run, of: job) where !failed.contains(delivery.id) {
      tell(delivery.state == .failed ? .waiting(delivery) : .inWork(delivery))
    }
  }
}

extension RunPass {
  /// Makes a claimed document, unless it had arrived before, and hands it over.
  private mutating func deliver(_ document: ClaimedDocument, _ run: DueRun, of job: Job) throws(RenderError) {
    var left: [Delivery] = []
    for delivery in document.deliveries {
      if try !isSettled(delivery) { left.append(delivery) }
    }
    if left.isEmpty { return }
    let bytes: [UInt8]
    do throws(RenderError) {
      bytes = try work(run, of: job).render(document.organisation)
    } catch {
      for delivery in left { try fail(delivery, error) }
      return
    }
    let sha256 = SHA256.hexadecimal(of: bytes)
    for delivery in left { try handOver(delivery, bytes: bytes, sha256: sha256) }
  }

  /// Whether nothing is left to do in this attempt: an earlier one had handed the document over and could not write that
  /// down, or the place does not say whether it had.
  ///
  /// In the second case the attempt fails: making the document anew, of data that may have changed, would lose the checksum
  /// by which it is known again.
  private mutating func isSettled(_ delivery: Delivery) throws(RenderError) -> Bool {
    guard let sha256 = delivery.sha256, let lease = delivery.lease else { return false }
    let isThere: Bool
    do throws(RenderError) {
      isThere = try place(delivery).holds(finished(delivery, sha256))
    } catch {
      try fail(delivery, error)
      return true
    }
    guard isThere else { return false }
    if try ledger.delivered(delivery, sha256: sha256, lease: lease, at: runner.now()) {
      tell(.delivered(delivery, already: true))
    }
    return true
  }

  /// The documents of a period; its data is read when the first of them is made.
  private mutating func work(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork {
    if let work = opened[run.period.key] { return work }
    let work = try runner.workshop.open(run, of: job)
    opened[run.period.key] = work
    return work
  }

  private mutating func handOver(_ delivery: Delivery, bytes: [UInt8], sha256: String) throws(RenderError) {
    let lease = Lease(owner: runner.owner, from: runner.leaseClock())
    var delivery = delivery
    delivery.lease = lease
    // Also renews the lease: a run that was stopped for longer than that must not hand over what another one makes.
    guard try ledger.rendered(delivery, sha256: sha256, lease: lease, at: runner.now()) else { return }
    let already: Bool
    do throws(RenderError) {
      let place = try place(delivery)
      let document = finished(delivery, sha256)
      already = try place.holds(document)
      if !already { try place.deliver(document, bytes: bytes) }
    } catch {
      return try fail(delivery, error)
    }
    if try ledger.delivered(delivery, sha256: sha256, lease: lease, at: runner.now()) {
      tell(.delivered(delivery, already: already))
    }
  }

  private mutating func fail(_ delivery: Delivery, _ error: RenderError) throws(RenderError) {
    guard let lease = delivery.lease else { return }
    let retry = Retry(failedAt: runner.now(), attempts: delivery.attempts)
    try ledger.failed(delivery, error: error.message, lease: lease, retry: retry)
    failed.insert(delivery.id)
    tell(.failed(delivery, error, next: retry.next))
  }

  private func place(_ delivery: Delivery) throws(RenderError) -> any Destination {
    try runner.destinations.destination(DestinationName(delivery.destination))
  }

  private func finished(_ delivery: Delivery, _ sha256: String) -> FinishedDocument {
    FinishedDocument(
      name: delivery.document,
      sha256: sha256,
      token: delivery.token,
      isRetry: delivery.attempts > 1
    )
  }
}

extension ScheduleRunner {
  /// The jobs for a rehearsal: one that was added after the rehearsed moment counts as if it had been there at the last
  /// due moment before, and so do later rehearsals.
  ///
  /// Only for moments that the user names: a machine's clock that was set back must not make old periods anew.
  package func rehearsed(_ jobs: [Job]) throws(RenderError) -> [Job] {
    var result: [Job] = []
    for var job in jobs {
      let last = try job.timetable().lastRun(at: now()).due
      if job.since > now() {
        job.since = last
        try ledger.update(job)
      }
      result.append(job)
    }
    return result
  }
}

extension RunReport {
  /// Both reports in one.
  package mutating func add(_ other: RunReport) {
    delivered += other.delivered
    already += other.already
    failedByInput += other.failedByInput
    failedBySurroundings += other.failedBySurroundings
    waiting += other.waiting
    inWork += other.inWork
    isStopped = isStopped || other.isStopped
  }
}
