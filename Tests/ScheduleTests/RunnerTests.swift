import Schedule
import Testing
import VanBan
import Vietnamese

@Suite struct RunnerTests {
  private let folder: TestFolder
  private let world: World
  private let ledger: StoreLedger

  /// 2026-06-25 08:00 in Viet Nam: 20,629 days and an hour since 1970 in UTC.
  private static let due = Instant(seconds: 20_629 * 86_400 + 3600)

  init() throws {
    folder = try TestFolder()
    world = World(seed: 1, now: Self.due)
    ledger = try StoreLedger(path: "\(folder.path)/s.sqlite")
  }

  private func job(since: Instant = due, name: String = "thang") throws -> Job {
    var job = Job(
      name: name,
      template: "t",
      source: .kpi,
      each: "organisation",
      rule: try DueRule("day 25 08:00", every: .month),
      since: since
    )
    job.destinations = [try DestinationName("folder:/a")]
    return try #require(try ledger.add(job))
  }

  private func runner(owner: String = "me") -> ScheduleRunner {
    var runner = ScheduleRunner(
      ledger: MortalLedger(ledger, world),
      workshop: ToyWorkshop(world: world),
      destinations: ToyDestinations(world: world)
    ) { world.now }
    runner.leaseClock = { world.now }
    runner.owner = owner
    runner.isDead = { world.deadOwners.contains($0) }
    return runner
  }

  @Test("what is due is made once, at its moment and not before")
  func once() throws {
    let job = try job()
    world.now = Self.due.adding(-1)
    #expect(try runner().run([job]) == RunReport())
    world.now = Self.due
    #expect(try runner().run([job]).delivered == 3)
    #expect(try runner().run([job]) == RunReport())
    #expect(world.arrivals == ["SO-A-2026-06.pdf", "SO-B-2026-06.pdf", "SO-C-2026-06.pdf"])
  }

  @Test("missed periods are made in order")
  func missed() throws {
    let job = try job(since: Self.due.adding(-65 * 86_400))
    _ = try runner().run([job])
    let periods = world.arrivals.map { $0.dropFirst(5).prefix(7) }
    #expect(
      periods == ["2026-04", "2026-04", "2026-04", "2026-05", "2026-05", "2026-05", "2026-06", "2026-06", "2026-06"]
    )
  }

  @Test("a clock that was set back makes nothing anew, and nothing old")
  func setBack() throws {
    let job = try job()
    _ = try runner().run([job])
    for days in [1, 40, 400, 20_000] {
      world.now = Self.due.adding(-days * 86_400)
      #expect(try runner().run([job]) == RunReport())
    }
    #expect(world.arrivals.count == 3)
  }

  @Test("a paused job makes nothing, and what it missed once it goes on")
  func paused() throws {
    var job = try job()
    job.isPaused = true
    #expect(try runner().run([job]) == RunReport())
    job.isPaused = false
    #expect(try runner().run([job]).delivered == 3)
  }

  @Test("a failure is tried again by the next run, then after pauses that grow")
  func pauses() throws {
    let job = try job()
    world.troubleRate = 100
    // The ledger itself must work here.
    var runner = runner()
    runner.ledger = ledger
    runner.workshop = ToyWorkshop(world: World(seed: 1, now: Self.due))
    var attempts: [Int] = []
    var moment = 0
    while attempts.count < 5, moment < 3600 {
      world.now = Self.due.adding(moment)
      let report = try runner.run([job])
      #expect(report.failure == .surroundings)
      if report.failedBySurroundings > 0 {
        #expect(report.failedBySurroundings == 3)
        attempts.append(moment)
      } else {
        #expect(report.waiting == 3)
      }
      moment += 30
    }
    // Every 30 seconds a run: at 0, at the next one, then 60, 120 and 240 seconds later.
    #expect(attempts == [0, 30, 90, 210, 450])
    let rows = try ledger.deliveries(of: nil, failedOnly: true)
    #expect(rows.map(\.attempts) == [5, 5, 5])
    #expect(rows.allSatisfy { $0.error == "the printer is off" })
    runner.ignoresPauses = true
    world.troubleRate = 0
    #expect(try runner.run([job]).delivered == 3)
    #expect(try ledger.deliveries(of: nil, failedOnly: true) == [])
    #expect((1...12).map { Retry.pause(after: $0) }.last == 21_600)
  }

  @Test("data that cannot be read fails its period, which is made once it can")
  func sourceFails() throws {
    let job = try job()
    var runner = runner()
    runner.ledger = ledger
    let broken = World(seed: 1, now: Self.due)
    broken.troubleRate = 100
    runner.workshop = ToyWorkshop(world: broken)
    let report = try runner.run([job])
    #expect(report.failedByInput == 1)
    #expect(report.failure == .input)
    #expect(try ledger.failedPeriods(of: "thang").map(\.period.error) == ["the data cannot be read"])
    broken.troubleRate = 0
    #expect(try runner.run([job]).delivered == 3)
    #expect(try ledger.failedPeriods(of: nil).isEmpty)
  }

  @Test("data without a single organisation is a failure, not an empty success")
  func nothingToReport() throws {
    let job = try job()
    var runner = runner()
    runner.workshop = ToyWorkshop(world: world, organisations: [])
    #expect(try runner.run([job]).failedByInput == 1)
    runner.workshop = ToyWorkshop(world: world)
    #expect(try runner.run([job]).delivered == 3)
  }

  @Test("what one run has claimed, another one leaves alone until the lease ends")
  func leases() throws {
    let job = try job()
    // It dies between claiming and writing down what it made.
    world.stepsToDeath = 9
    #expect(throws: RenderError.self) { try runner(owner: "first").run([job]) }
    world.isDead = false
    world.stepsToDeath = nil
    let open = try ledger.open(try job.timetable().lastRun(at: world.now), of: job)
    #expect(open.first?.lease?.owner == "first")
    world.now = Self.due.adding(Lease.duration - 1)
    let second = try runner(owner: "second").run([job])
    #expect(second.inWork == 1 && second.delivered == 2)
    world.now = Self.due.adding(Lease.duration)
    #expect(try runner(owner: "third").run([job]).delivered == 1)
    #expect(world.handedOver.values.allSatisfy { $0 == 1 })
  }

  @Test("a run that was asleep for longer than its lease hands nothing over")
  func fenced() throws {
    let job = try job()
    world.intruder = nil
    var sleeper = runner(owner: "sleeper")
    let other = runner(owner: "other")
    let world = world
    // While the first document is made, ten minutes go by, and another run makes everything, of newer data.
    sleeper.workshop = SlowWorkshop(base: ToyWorkshop(world: world)) {
      world.now = world.now.adding(Lease.duration)
      world.dataVersion += 1
      _ = try? other.run([job])
    }
    _ = try sleeper.run([job])
    #expect(try ledger.deliveries(of: nil, failedOnly: false).allSatisfy { $0.state == .delivered })
    #expect(world.arrivals.count == 3)
    #expect(world.handedOver.values.allSatisfy { $0 == 1 })
  }

  @Test("a document whose arrival cannot be known is not made anew of other data")
  func unknownArrival() throws {
    let job = try job()
    var runner = runner()
    runner.ledger = ledger
    runner.workshop = ToyWorkshop(world: World(seed: 1, now: Self.due), organisations: ["SO-A"])
    runner.destinations = FickleDestinations(world: world)
    // It arrives, but the answer is lost; then the place cannot be asked, and the data has changed.
    for _ in 0..<2 { #expect(try runner.run([job]).failedBySurroundings == 1) }
    let changed = World(seed: 1, now: Self.due)
    changed.dataVersion = 1
    runner.workshop = ToyWorkshop(world: changed, organisations: ["SO-A"])
    runner.ignoresPauses = true
    let report = try runner.run([job])
    #expect(report.already == 1 && report.failure == nil)
  }

  @Test("a run that is asked to end does so after its document")
  func stopped() throws {
    let job = try job()
    var runner = runner()
    let world = world
    runner.isStopped = { !world.arrivals.isEmpty }
    let report = try runner.run([job])
    #expect(report.isStopped && report.delivered == 1)
    #expect(try self.runner().run([job]).delivered == 2)
  }

  @Test("a document that kills its run again and again comes last, so that all others are made")
  func poison() throws {
    let job = try job()
    var runner = runner()
    runner.workshop = PoisonWorkshop(base: ToyWorkshop(world: world), world: world)
    for number in 0..<4 {
      world.isDead = false
      runner.owner = "run \(number)"
      _ = try? runner.run([job])
      world.deadOwners.insert(runner.owner)
    }
    #expect(world.arrivals == ["SO-B-2026-06.pdf", "SO-C-2026-06.pdf"])
  }

  @Test("a rehearsal before the job was added makes what was due last at that moment, and later ones go on from there")
  func rehearsal() throws {
    let job = try job(since: Self.due.adding(300 * 86_400))
    let runner = runner()
    world.now = Self.due.adding(3600)
    #expect(try runner.run(runner.rehearsed([job])).delivered == 3)
    world.now = Self.due.adding(62 * 86_400)
    let jobs = try ledger.jobs()
    #expect(try runner.run(runner.rehearsed(jobs)).delivered == 6)
    #expect(Set(world.arrivals.map { $0.dropFirst(5).prefix(7) }) == ["2026-06", "2026-07", "2026-08"])
  }

  @Test("backfilled periods are made once, and left to later runs where they fail")
  func backfill() throws {
    let job = try job()
    let range = try PeriodRange("2025-11..2026-01", of: job, now: world.now)
    #expect(range.periods.map(\.key) == ["2025-11", "2025-12", "2026-01"])
    world.stepsToDeath = 40
    _ = try? runner(owner: "dead").make(range.periods, of: job)
    world.deadOwners = ["dead"]
    world.isDead = false
    world.stepsToDeath = nil
    _ = try runner().run([job])
    _ = try runner().make(range.periods, of: job)
    // Three months of the past, and month 6, which is due.
    #expect(world.arrivals.count == 12)
    #expect(world.handedOver.values.allSatisfy { $0 == 1 })
  }

  @Test(
    "periods are named by keys of the kind, or by years, months and days in them",
    arguments: [
      (.month, "2026-01..2026-03", ["2026-01", "2026-02", "2026-03"]), (.month, "2026-05", ["2026-05"]),
      (.quarter, "2025-01..2025-06", ["2025-Q1", "2025-Q2"]),
      (.quarter, "2025", ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]),
      (.month, "2025-Q4..2026-Q1", ["2025-10", "2025-11", "2025-12", "2026-01", "2026-02", "2026-03"]),
      (.week, "2026-06-01..2026-06-10", ["2026-W23", "2026-W24"]), (.year, "2024..2025", ["2024", "2025"]),
    ] as [(Cadence, String, [String])]
  )
  func ranges(cadence: Cadence, text: String, keys: [String]) throws {
    var job = try job()
    job.rule = try DueRule(cadence == .week ? "monday 08:00" : "day 25 08:00", every: cadence)
    #expect(try PeriodRange(text, of: job, now: world.now).periods.map(\.key) == keys)
  }

  @Test(
    "ranges that are none, or not due yet, are refused",
    arguments: ["2026-07", "2026-03..2026-01", "x", "", "1000..2025", "..", "2026-01..2026-02..2026-03"]
  )
  func wrongRanges(text: String) throws {
    let job = try job()
    let error = #expect(throws: RenderError.self) { try PeriodRange(text, of: job, now: world.now) }
    #expect(error?.kind == .input)
  }

  @Test("a name is taken once; a removed job's history stays, and its name is free")
  func removal() throws {
    let first = try job()
    _ = try runner().run([first])
    var again = first
    again.id = 0
    #expect(try ledger.add(again) == nil)
    try ledger.remove(first)
    #expect(try ledger.jobs() == [])
    #expect(try ledger.deliveries(of: "thang", failedOnly: false).count == 3)
    #expect(try ledger.add(again)?.id == first.id + 1)
  }

  @Test("a job is stored as it was given")
  func stored() throws {
    var job = try job(name: "đầy đủ")
    try ledger.remove(job)
    job.rule = try DueRule("month 2 day 31 17:30", every: .half)
    job.source = .file("/d/a b.yaml")
    job.zone = "Europe/Berlin"
    job.window = .calendar
    job.output = "{period}.pdf"
    job.values = ["a=b\nc", "d=e"]
    job.roots = ["/x y"]
    job.destinations = [try DestinationName("folder:/a:b"), try DestinationName("print:p")]
    let stored = try #require(try ledger.add(job))
    #expect(try ledger.jobs() == [stored])
    job.id = stored.id
    #expect(stored == job)
  }
}

/// Something happens while the first document is made.
private struct SlowWorkshop: Workshop {
  let base: ToyWorkshop
  let meanwhile: () -> Void

  func open(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork {
    Work(try base.open(run, of: job), meanwhile)
  }

  private final class Work: PeriodWork {
    let base: any PeriodWork
    var meanwhile: (() -> Void)?

    init(_ base: any PeriodWork, _ meanwhile: @escaping () -> Void) {
      self.base = base
      self.meanwhile = meanwhile
    }

    var documents: [PlannedDocument] { base.documents }

    func render(_ organisation: String) throws(RenderError) -> [UInt8] {
      let bytes = try base.render(organisation)
      meanwhile?()
      meanwhile = nil
      return bytes
    }
  }
}

/// The first organisation's document kills the process.
private struct PoisonWorkshop: Workshop {
  let base: ToyWorkshop
  let world: World

  func open(_ run: DueRun, of job: Job) throws(RenderError) -> any PeriodWork {
    Work(try base.open(run, of: job), world)
  }

  private final class Work: PeriodWork {
    let base: any PeriodWork
    let world: World

    init(_ base: any PeriodWork, _ world: World) {
      self.base = base
      self.world = world
    }

    var documents: [PlannedDocument] { base.documents }

    func render(_ organisation: String) throws(RenderError) -> [UInt8] {
      if organisation == "SO-A" { world.isDead = true }
      return try base.render(organisation)
    }
  }
}

/// A place that takes a document and loses its answer; then cannot be asked once; then tells.
private final class FickleDestinations: Destinations, Destination {
  private let world: World
  private var sha256: String?
  private var questions = 0

  init(world: World) { self.world = world }

  func destination(_ name: DestinationName) throws(RenderError) -> any Destination { self }

  func holds(_ document: FinishedDocument) throws(RenderError) -> Bool {
    questions += 1
    if questions == 2 { throw RenderError(.surroundings, "the printer is off") }
    if let sha256, sha256 != document.sha256 { throw RenderError(.surroundings, "another content is there") }
    return sha256 != nil
  }

  func deliver(_ document: FinishedDocument, bytes: [UInt8]) throws(RenderError) {
    sha256 = document.sha256
    throw RenderError(.surroundings, "the server broke off")
  }

  func check() throws(RenderError) {}
}
