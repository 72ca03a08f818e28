import Files
import Foundation
import Schedule
import TestSupport
import VanBan

/// A world in which everything can fail at any step: the process dies, clocks jump, printers are off, disks are full.
///
/// `@unchecked Sendable`: used by one test, on one thread.
final class World: @unchecked Sendable {
  var dice: Dice
  /// What clocks show.
  var now: Instant
  /// Steps of the current run until its process dies; `nil` for never.
  var stepsToDeath: Int?
  /// Whether the current run's process has died: nothing it does has an effect any more.
  var isDead = false
  /// Owners that are known to have died.
  var deadOwners: Set<String> = []
  /// Of a hundred calls so many fail for a reason of their own.
  var troubleRate = 0
  /// Another version of the data gives other bytes.
  var dataVersion = 0
  /// What each place holds: the checksum by place and token.
  var held: [String: String] = [:]
  /// How often each document was handed over.
  var handedOver: [String: Int] = [:]
  /// Run in the midst of another one, at some step.
  var intruder: (() -> Void)?
  /// The order in which documents arrived.
  var arrivals: [String] = []

  init(seed: Int, now: Instant) {
    dice = Dice(seed: seed)
    self.now = now
  }

  /// One instant at which the process may die.
  func step() throws(RenderError) {
    if let left = stepsToDeath, !isDead {
      stepsToDeath = left - 1
      isDead = left <= 0
    }
    if isDead { throw RenderError(.fault, "the process has died") }
  }

  /// Fails now and then without dying.
  func trouble(_ kind: RenderError.Kind, _ message: String) throws(RenderError) {
    if dice.roll(100) < troubleRate { throw RenderError(kind, message) }
  }

  /// Lets another run have its turn, now and then.
  func maybeIntrude() {
    guard let intruder, dice.roll(10) == 0 else { return }
    self.intruder = nil
    let (death, dead) = (stepsToDeath, isDead)
    (stepsToDeath, isDead) = (nil, false)
    intruder()
    (stepsToDeath, isDead) = (death, dead)
  }
}

/// The real ledger, of which each call is an instant before and an instant after.
final class MortalLedger: Ledger, @unchecked Sendable {
  private let real: StoreLedger
  private let world: World

  init(_ real: StoreLedger, _ world: World) {
    self.real = real
    self.world = world
  }

  private func mortal<Result>(_ work: () throws(RenderError) -> Result) throws(RenderError) -> Result {
    try world.step()
    try world.trouble(.surroundings, "the disk of the ledger is full")
    let result = try work()
    try world.step()
    return result
  }

  func jobs() throws(RenderError) -> [Job] { try mortal { () throws(RenderError) in try real.jobs() } }
  func add(_ job: Job) throws(RenderError) -> Job? { try real.add(job) }
  func update(_ job: Job) throws(RenderError) { try real.update(job) }
  func remove(_ job: Job) throws(RenderError) { try real.remove(job) }

  func periods(of job: Job) throws(RenderError) -> [LedgerPeriod] {
    try mortal { () throws(RenderError) in try real.periods(of: job) }
  }

  func plan(_ run: DueRun, of job: Job, documents: [PlannedDocument], at now: Instant) throws(RenderError) {
    try mortal { () throws(RenderError) in try real.plan(run, of: job, documents: documents, at: now) }
  }

  func planFailed(_ run: DueRun, of job: Job, error: String, retry: Retry) throws(RenderError) {
    try mortal { () throws(RenderError) in try real.planFailed(run, of: job, error: error, retry: retry) }
  }

  func claim(_ run: DueRun, of job: Job, after last: String?, _ claim: Claim) throws(RenderError) -> ClaimedDocument? {
    try mortal { () throws(RenderError) in try real.claim(run, of: job, after: last, claim) }
  }

  func rendered(_ delivery: Delivery, sha256: String, lease: Lease, at now: Instant) throws(RenderError) -> Bool {
    try mortal { () throws(RenderError) in try real.rendered(delivery, sha256: sha256, lease: lease, at: now) }
  }

  func delivered(_ delivery: Delivery, sha256: String, lease: Lease, at now: Instant) throws(RenderError) -> Bool {
    try mortal { () throws(RenderError) in try real.delivered(delivery, sha256: sha256, lease: lease, at: now) }
  }

  func failed(_ delivery: Delivery, error: String, lease: Lease, retry: Retry) throws(RenderError) {
    try mortal { () throws(RenderError) in try real.failed(delivery, error: error, lease: lease, retry: retry) }
  }

  func open(_ run: DueRun, of job: Job) throws(RenderError) -> [Delivery] {
    try mortal { () throws(RenderError) in try real.open(run, of: job) }
  }

  func deliveries(of job: String?, failedOnly: Bool) throws(RenderError) -> [Delivery] {
    try mortal { () throws(RenderError) in try real.deliveries(of: job, failedOnly: failedOnly) }
  }

  func failedPeriods(of job: String?) throws(RenderError) -> [(job: String, period: LedgerPeriod)] {
    try mortal { () throws(RenderError) in try real.failedPeriods(of: job) }
  }
}

/// Makes documents of a few bytes.
struct ToyWorkshop: Workshop {
  let world: World
  var organisations = ["SO-A", "SO-B", "SO-C"]

  func open(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork {
    try world.step()
    try world.trouble(.input, "the data cannot be read")
    return Work(world: world, subject: "\(job.name) \(run.period.key)", period: run.period.key, organisations)
  }

  private final class Work: PeriodWork {
    let documents: [PlannedDocument]
    private let world: World
    private let subject: String

    init(world: World, subject: String, period: String, _ organisations: [String]) {
      self.world = world
      self.subject = subject
      documents = organisations.map { PlannedDocument(organisation: $0, document: "\($0)-\(period).pdf") }
    }

    func render(_ organisation: String) throws(RenderError) -> [UInt8] {
      try world.step()
      try world.trouble(.input, "the template has a mistake")
      world.maybeIntrude()
      return Array("\(subject) \(organisation) \(world.dataVersion)".utf8)
    }
  }
}

/// Places that remember what they were given.
struct ToyDestinations: Destinations {
  let world: World

  func destination(_ name: DestinationName) throws(RenderError) -> any Destination {
    Place(world: world, name: name.description)
  }

  private struct Place: Destination {
    let world: World
    let name: String

    private func key(_ document: FinishedDocument) -> String { "\(name) \(document.token)" }

    func holds(_ document: FinishedDocument) throws(RenderError) -> Bool {
      try world.step()
      try world.trouble(.surroundings, "the printer is off")
      guard let present = world.held[key(document)] else { return false }
      if present != document.sha256 { throw RenderError(.surroundings, "another content is there") }
      return true
    }

    func deliver(_ document: FinishedDocument, bytes: [UInt8]) throws(RenderError) {
      try world.step()
      world.maybeIntrude()
      try world.trouble(.surroundings, "the folder is full")
      world.held[key(document)] = document.sha256
      world.handedOver[key(document), default: 0] += 1
      world.arrivals.append(document.name)
      try world.step()
      // The answer is lost although the document has come.
      try world.trouble(.surroundings, "the server broke off")
    }

    func check() throws(RenderError) {}
  }
}

/// A folder that goes with the test; in memory where the system has such a place, as the ledger waits for its disk.
final class TestFolder {
  let path: String

  init() throws {
    let memory = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
    path = "\(memory)/vanban-schedule-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func files(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
  }
}
