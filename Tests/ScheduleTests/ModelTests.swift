import Foundation
import Schedule
import TestSupport
import Testing
import VanBan
import Vietnamese

/// Random sequences of runs that die, fail and meet each other, under clocks that jump: in the end each document has been
/// handed over once.
@Suite struct ModelTests {
  /// More seeds by VANBAN_SOAK: so many.
  private static let seeds = 1...(ProcessInfo.processInfo.environment["VANBAN_SOAK"].flatMap { Int($0) } ?? 16)

  /// 2026-01-20 00:00 in Viet Nam.
  private static let start = Instant(seconds: 1_768_842_000)

  private func jobs(in ledger: StoreLedger) throws -> [Job] {
    var monthly = Job(
      name: "thang",
      template: "t",
      source: .kpi,
      each: "organisation",
      rule: try DueRule("day 25 08:00", every: .month),
      since: Self.start
    )
    monthly.destinations = [try DestinationName("folder:/a"), try DestinationName("print:p")]
    var weekly = Job(
      name: "tuan",
      template: "t",
      source: .kpi,
      each: "organisation",
      rule: try DueRule("monday 02:30", every: .week),
      since: Self.start
    )
    weekly.zone = "America/New_York"
    weekly.destinations = [try DestinationName("folder:/b")]
    return [try #require(try ledger.add(monthly)), try #require(try ledger.add(weekly))]
  }

  private func runner(_ world: World, _ ledger: StoreLedger, owner: String) -> ScheduleRunner {
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

  @Test("whatever dies, fails or meets, each document is handed over once", arguments: seeds)
  func exactlyOnce(seed: Int) throws {
    let folder = try TestFolder()
    let world = World(seed: seed, now: Self.start)
    let ledger = try StoreLedger(path: "\(folder.path)/s.sqlite")
    let jobs = try jobs(in: ledger)
    var latest = world.now
    for number in 0..<30 {
      // Hours to weeks forward; one time in six back.
      let jump = [600, 3600, 86_400, 7 * 86_400, 20 * 86_400][world.dice.roll(5)]
      world.now = world.now.adding(world.dice.roll(6) == 0 ? -jump : jump)
      latest = max(latest, world.now)
      world.troubleRate = [0, 0, 5, 30][world.dice.roll(4)]
      if world.dice.roll(4) == 0 { world.dataVersion += 1 }
      world.isDead = false
      world.stepsToDeath = world.dice.roll(2) == 0 ? world.dice.roll(120) : nil
      let owner = "run \(number)"
      let intruder = runner(world, ledger, owner: "intruder \(number)")
      world.intruder = world.dice.roll(2) == 0 ? { _ = try? intruder.run(jobs) } : nil
      _ = try? runner(world, ledger, owner: owner).run(jobs)
      // Of some machines nobody knows that a process has died: their leases must end by themselves.
      if world.dice.roll(4) > 0 { world.deadOwners.insert(owner) }
      world.deadOwners.insert("intruder \(number)")
    }
    // All is well again.
    (world.troubleRate, world.stepsToDeath, world.isDead, world.intruder) = (0, nil, false, nil)
    world.now = latest
    for number in 0..<20 {
      world.now = world.now.adding(7 * 3600)
      let report = try runner(world, ledger, owner: "last \(number)").run(jobs)
      if report == RunReport() { break }
    }
    var wanted: Set<String> = []
    for job in jobs {
      for run in try job.timetable().runs(from: job.since, through: world.now) {
        for organisation in ["SO-A", "SO-B", "SO-C"] {
          for destination in job.destinations {
            wanted.insert("\(job.name) \(run.period.key) \(organisation) \(destination)")
          }
        }
      }
    }
    let rows = try ledger.deliveries(of: nil, failedOnly: false)
    #expect(Set(rows.map(\.subject)) == wanted)
    #expect(rows.count == wanted.count)
    #expect(rows.allSatisfy { $0.state == .delivered && $0.lease == nil })
    // Every document has come once, and none but these.
    #expect(world.handedOver.count == wanted.count)
    #expect(world.handedOver.values.allSatisfy { $0 == 1 })
    for row in rows { #expect(world.held["\(row.destination) \(row.token)"] == row.sha256) }
    #expect(try ledger.deliveries(of: nil, failedOnly: true).isEmpty)
  }
}
