import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the jobs with their next runs.",
      discussion: "Example: vanban schedule list"
    )

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let moment = try present.withEnvironment()
      for job in try session.jobs([]) {
        let (zone, run) = try session.next(job, moment)
        let state = job.isPaused ? "paused" : "next \(run.local), \(run.period.title)"
        session.say("\(job.name): \(job.dueText): \(state)", json: job.json(next: job.isPaused ? nil : (run, zone)))
      }
    }
  }

  /// `vanban schedule show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Shows a job: what it makes, when, where it goes, and what is left to do.",
      discussion: "Example: vanban schedule show kpi-thang"
    )

    @Argument(help: "The job's name.")
    var name: String

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let job = try session.job(name)
      let (zone, next) = try session.next(job, try present.withEnvironment())
      if session.json { return session.say("", json: job.json(next: job.isPaused ? nil : (next, zone))) }
      let open = try session.reporting { () throws(RenderError) in
        try session.ledger.periods(of: job).filter { !$0.isComplete }
      }
      var lines = [
        "name: \(job.name)", "template: \(job.template)", "source: \(job.source.text)", "each: \(job.each)",
        "due: \(job.dueText)", "window: \(job.window.rawValue)", "output: \(job.output)",
      ]
      lines += job.destinations.map { "deliver: \($0)" }
      lines += job.values.map { "set: \($0)" } + job.roots.map { "root: \($0)" }
      lines.append("since: \(zone.local(of: job.since))")
      lines.append(job.isPaused ? "paused" : "next: \(next.text(zone))")
      lines += open.map { "open: \($0.key)" + ($0.isPlanned ? ", \($0.open) to deliver" : "") }
      session.say(lines.joined(separator: "\n"), json: "")
    }
  }

  /// `vanban schedule next`.
  struct Next: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "next",
      abstract: "Shows the next five runs, of a job or of each.",
      discussion: "Example: vanban schedule next --now '2026-06-01 00:00'"
    )

    @Argument(help: "The job's name; all jobs if left out.")
    var name: String?

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let moment = try present.withEnvironment()
      for job in try session.jobs(name.map { [$0] } ?? []) {
        let (zone, first) = try session.next(job, moment)
        let timetable = try session.reporting { () throws(RenderError) in try job.timetable() }
        session.say("\(job.name): \(job.dueText)\(job.isPaused ? " (paused)" : "")", json: job.json)
        for run in timetable.nextRuns(5, after: first.due.adding(-1)) {
          session.say("  \(run.text(zone))", json: run.json(zone))
        }
      }
    }
  }
}

extension ScheduleSession {
  /// The time zone of a job and its next run after a moment.
  func next(_ job: Job, _ moment: Moment?) throws -> (Zone, DueRun) {
    try reporting { () throws(RenderError) in
      let zone = try Zone(named: job.zone)
      return (zone, try job.timetable().nextRun(after: moment?.instant(in: zone) ?? Instant.now))
    }
  }
}
