import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule pause`.
  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause",
      abstract: "Makes nothing of a job until it is resumed.",
      discussion: "Example: vanban schedule pause kpi-thang"
    )

    @Argument(help: "The job's name.")
    var name: String

    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      var job = try session.job(name)
      job.isPaused = true
      try session.reporting { () throws(RenderError) in try session.ledger.update(job) }
      session.say("\(name): paused", json: job.json)
    }
  }

  /// `vanban schedule resume`.
  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Goes on with a job; what was due meanwhile is made by the next run.",
      discussion: "Example: vanban schedule resume kpi-thang"
    )

    @Argument(help: "The job's name.")
    var name: String

    @Flag(help: "Leave out what was due while the job was paused.")
    var skip = false

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      var job = try session.job(name)
      let moment = try present.withEnvironment()
      let now = try session.reporting { () throws(RenderError) in
        moment?.instant(in: try Zone(named: job.zone)) ?? Instant.now
      }
      job.isPaused = false
      if skip { job.since = max(job.since, now) }
      try session.reporting { () throws(RenderError) in try session.ledger.update(job) }
      session.say("\(name): resumed", json: job.json)
    }
  }

  /// `vanban schedule remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove",
      abstract: "Removes a job; its documents and its history stay.",
      discussion: "Example: vanban schedule remove kpi-thang"
    )

    @Argument(help: "The job's name.")
    var name: String

    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let job = try session.job(name)
      try session.reporting { () throws(RenderError) in try session.ledger.remove(job) }
      session.say("\(name): removed; its history stays", json: job.json)
    }
  }
}
