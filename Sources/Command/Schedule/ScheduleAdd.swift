import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: "Adds a job, and shows its next five runs.",
      discussion: """
        Example: vanban schedule add kpi-thang --template kpi-thang --source kpi --each organisation --every month \
        --on 'day 25 08:00' --deliver folder:/srv/bao-cao

        A run is about the last period whose data days are over: with the days of Decree 09/2019 (the 15th to the 14th) the run of 25 June makes month 6, that of 5 June month 5. In months without the day it is their last one. Template,
        source and destinations are tried out at once.
        """
    )

    @Argument(help: "The job's name.")
    var name: String

    @Option(help: "A template's folder, file or name.")
    var template: String

    @Option(
      help: ArgumentHelp("Where the data is: kpi for the indicators in the store, or a file.", valueName: "kpi|file")
    )
    var source: String

    @Option(
      help: ArgumentHelp(
        "The list in the file of which each item gets a document; organisation for kpi.",
        valueName: "path"
      )
    )
    var each: String?

    @Option(help: "How often: week, month, quarter, half or year.")
    var every: Cadence

    @Option(
      help: ArgumentHelp(
        """
        When: 'day 25 08:00', 'last day 17:00', 'month 2 day 10 08:00' (of a quarter, half or year; else its last month), \
        'monday 08:00' (of a week).
        """,
        valueName: "rule"
      )
    )
    var on: String

    @Option(help: ArgumentHelp("The time zone (Asia/Ho_Chi_Minh). [VANBAN_TIMEZONE]", valueName: "zone"))
    var timezone: String?

    @Option(help: "The data days: decree (15th to 14th, Decree 09/2019) or calendar (first to last).")
    var window = DataWindow.decree

    @Option(
      help: ArgumentHelp("Where documents go: folder:PATH or print:PRINTER; may be repeated.", valueName: "place")
    )
    var deliver: [String] = []

    @Option(
      name: [.short, .long],
      help: ArgumentHelp(
        "The files' name; {organisation}, {period} and {a.b} of the data are filled in.",
        valueName: "name"
      )
    )
    var output = Job.defaultOutput

    @Option(help: ArgumentHelp("One value of the data; may be repeated.", valueName: "path=value"))
    var set: [String] = []

    @Option(help: ArgumentHelp("A folder from which the template may read files; may be repeated.", valueName: "dir"))
    var root: [String] = []

    @OptionGroup var present: NowOption
    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let moment = try present.withEnvironment()
      let (job, zone) = try session.reporting { () throws(RenderError) in
        try makeJob(moment, session)
      }
      let added = try session.reporting { () throws(RenderError) in
        guard let added = try session.ledger.add(job) else {
          throw RenderError(.input, "there is a job '\(name)' already", help: "remove it first, or choose another name")
        }
        return added
      }
      session.say("\(added.name): \(added.dueText); next runs:", json: added.json)
      let timetable = try session.reporting { () throws(RenderError) in try added.timetable() }
      for run in timetable.nextRuns(5, after: added.since.adding(-1)) {
        session.say("  \(run.text(zone))", json: run.json(zone))
      }
    }

    private func makeJob(_ moment: Moment?, _ session: ScheduleSession) throws(RenderError) -> (Job, Zone) {
      let installation = try Installation.find()
      var draft = JobDraft(name: name, template: template, source: source, cadence: every, rule: on)
      draft.each = each
      draft.zone = timezone ?? environment("VANBAN_TIMEZONE") ?? Zone.vietNam
      draft.window = window
      draft.destinations = deliver
      draft.output = output
      draft.values = set
      draft.roots = root
      let zone = try Zone(named: draft.zone)
      let since = moment?.instant(in: zone) ?? Instant.now
      let job = try draft.job(installation: installation, destinations: StandardDestinations(), since: since)
      let workshop = DocumentWorkshop(installation: installation, store: session.storePath)
      try workshop.tryOut(job, job.timetable().nextRun(after: since.adding(-1)))
      return (job, zone)
    }
  }
}
