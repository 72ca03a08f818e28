import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule history`.
  struct History: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "history",
      abstract: "Shows what became of each document: state, attempts, times, checksum, error.",
      discussion: "Example: vanban schedule history --failed"
    )

    @Argument(help: "The job's name; all jobs if left out, those removed included.")
    var name: String?

    @Flag(help: "Only what failed and has not arrived since.")
    var failed = false

    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      try session.reporting { () throws(RenderError) in
        let deliveries = try session.ledger.deliveries(of: name, failedOnly: failed)
        let periods = try session.ledger.failedPeriods(of: name)
        // A name that never was is a mistake; one of a removed job has its history.
        if let name, deliveries.isEmpty, periods.isEmpty { _ = try session.ledger.job(named: name) }
        for (job, period) in periods {
          let zone = try Zone(named: try session.ledger.job(named: job).zone)
          session.say(period.text(job: job, zone), json: period.json(job: job, zone))
        }
        for delivery in deliveries {
          let zone = try Zone(named: delivery.zone)
          session.say(delivery.text(zone), json: delivery.json(zone))
        }
      }
    }
  }
}
