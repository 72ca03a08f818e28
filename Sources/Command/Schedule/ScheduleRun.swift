import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule run`.
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "run",
      abstract: "Makes what is due, and what was missed, and ends.",
      discussion: """
        Example: vanban schedule run --now '2026-06-25 08:00'

        Each document is delivered once, however often and wherever runs begin or are killed. What fails is tried again \
        by later runs: at once by the next one, then after pauses that grow from one minute to six hours. Exit status: 0 \
        all that is due has arrived; 1 templates or data are wrong; 2 a disk, printer or the store failed; 3 a part failed.
        """
    )

    @Argument(help: "Names of jobs; all jobs if left out.")
    var names: [String] = []

    @Flag(help: "Go on, and sleep until something is due; SIGTERM ends it after the current document. [VANBAN_WATCH]")
    var watch = false

    @Flag(help: "Try again at once what failed, whatever its pause. [VANBAN_RETRY]")
    var retry = false

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let stop = StopSignal()
      watchForEnd(stop, json: options.json)
      let session = try ScheduleSession(options)
      let moment = try present.withEnvironment()
      if try watch || ScheduleSession.flag("VANBAN_WATCH") {
        if moment != nil { throw ValidationError("--watch follows the clock; leave out --now.") }
        return try watch(session, until: stop)
      }
      let work = try ScheduleWork(session, stop: stop, ignoresPauses: retry || ScheduleSession.flag("VANBAN_RETRY"))
      var report = RunReport()
      let jobs = try session.jobs(names)
      for (present, jobs) in try work.presents(of: jobs, moment) {
        let runner = work.runner(at: present)
        report.add(
          try session.reporting { () throws(RenderError) in
            try runner.run(present == nil ? jobs : runner.rehearsed(jobs))
          }
        )
      }
      if report == RunReport() { try sayNext(of: jobs, work, session, moment) }
      try work.finish(report)
    }

    /// Nothing was due: says what will be.
    private func sayNext(of jobs: [Job], _ work: ScheduleWork, _ session: ScheduleSession, _ moment: Moment?) throws {
      for job in jobs {
        let (_, next) = try session.next(job, moment)
        let state = job.isPaused ? "paused" : "nothing is due before \(next.local)"
        session.say("\(job.name): \(state)", json: job.json)
      }
    }

    private func watch(_ session: ScheduleSession, until stop: StopSignal) throws {
      // A name that is none is said at once and not once a minute.
      _ = try session.jobs(names)
      var runner = try ScheduleWork(session, stop: stop, ignoresPauses: false).runner(at: nil)
      runner.ignoresPauses = retry
      runner.watch(names, until: stop) { error in
        printToStandardError(describe(error, json: session.json))
      }
    }
  }

  /// `vanban schedule backfill`.
  struct Backfill: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "backfill",
      abstract: "Makes periods of the past; what has arrived already is left alone.",
      discussion: "Example: vanban schedule backfill kpi-thang 2026-01..2026-05"
    )

    @Argument(help: "The job's name.")
    var name: String

    @Argument(
      help: ArgumentHelp(
        "The first and the last period, such as 2026-01..2026-05, 2025-Q3..2026-Q1, 2024..2025; or one of them.",
        valueName: "from..to"
      )
    )
    var periods: String

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let stop = StopSignal()
      watchForEnd(stop, json: options.json)
      let session = try ScheduleSession(options)
      let job = try session.job(name)
      let moment = try present.withEnvironment()
      let work = try ScheduleWork(session, stop: stop, ignoresPauses: true)
      let report = try session.reporting { () throws(RenderError) in
        let now = moment?.instant(in: try Zone(named: job.zone))
        let range = try PeriodRange(periods, of: job, now: now ?? Instant.now)
        return try work.runner(at: now).make(range.periods, of: job)
      }
      try work.finish(report)
    }
  }
}

/// SIGTERM and SIGINT end a run after its current document; a second one ends it at once.
private func watchForEnd(_ stop: StopSignal, json: Bool) {
  watchForInterruptions(seconds: nil) {
    stop.stop()
    return true
  } status: { interruption in
    if case .fault = interruption {
      printToStandardError(describe(RenderError(.fault, "vanban \(vanBanVersion) failed"), json: json))
      return ExitStatus.fault
    }
    return ExitStatus.interrupted
  }
}

/// What runs and backfills have in common.
private struct ScheduleWork {
  let session: ScheduleSession
  let stop: StopSignal
  let ignoresPauses: Bool
  let workshop: DocumentWorkshop

  init(_ session: ScheduleSession, stop: StopSignal, ignoresPauses: Bool) throws {
    self.session = session
    self.stop = stop
    self.ignoresPauses = ignoresPauses
    workshop = try session.reporting { () throws(RenderError) in
      DocumentWorkshop(installation: try Installation.find(), store: session.storePath)
    }
  }

  /// A runner for the present, or for a rehearsed one.
  func runner(at present: Instant?) -> ScheduleRunner {
    var runner = ScheduleRunner(ledger: session.ledger, workshop: workshop, destinations: StandardDestinations()) {
      present ?? Instant.now
    }
    runner.ignoresPauses = ignoresPauses
    let (stop, session) = (stop, session)
    runner.isStopped = { stop.isStopped }
    runner.observe = { tell($0, session) }
    return runner
  }

  /// The jobs by what is taken for the present: a rehearsed time of the clock is another moment in each time zone.
  func presents(of jobs: [Job], _ moment: Moment?) throws -> [(Instant?, [Job])] {
    guard let moment else { return [(nil, jobs)] }
    var groups: [(Instant?, [Job])] = []
    for job in jobs {
      let present = try session.reporting { () throws(RenderError) in moment.instant(in: try Zone(named: job.zone)) }
      if let index = groups.firstIndex(where: { $0.0 == present }) {
        groups[index].1.append(job)
      } else {
        groups.append((present, [job]))
      }
    }
    return groups
  }

  /// Says what a run came to, and ends with the status that goes with it.
  func finish(_ report: RunReport) throws {
    session.say(report.text, json: report.json)
    guard let failure = report.failure else { return }
    throw ExitCode(report.isPartial ? ExitStatus.warnings : ExitStatus.of(failure))
  }
}

/// Tells people what happens in a run.
private func tell(_ event: RunEvent, _ session: ScheduleSession) {
  if let complaint = event.complaint {
    printToStandardError(describe(complaint, json: session.json))
  } else {
    session.say(event.text, json: event.json)
  }
}
