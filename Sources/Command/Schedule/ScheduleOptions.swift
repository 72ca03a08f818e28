import ArgumentParser
import Schedule
import VanBan

/// The options of every `vanban schedule` command.
struct ScheduleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file that keeps jobs, ledger and indicators; ~/.local/share/vanban/vanban.sqlite if left out. [VANBAN_STORE]",
      valueName: "file"
    )
  )
  var store: String?

  @Flag(help: "Write each line as a JSON object. [VANBAN_JSON]")
  var json = false

  @Flag(name: [.short, .long], help: "Print errors only. [VANBAN_QUIET]")
  var quiet = false
}

/// `--now`: rehearses another moment.
struct NowOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Take this for the present, such as '2026-06-25 08:00' (in the job's time zone) or 2026-06-25T01:00:00Z. [VANBAN_NOW]
      """,
      valueName: "time"
    )
  )
  var now: Moment?

  /// What is rehearsed: of the command line, else of the environment; `nil` for the system's clock.
  func withEnvironment() throws -> Moment? {
    if let now { return now }
    guard let text = environment("VANBAN_NOW") else { return nil }
    guard let moment = Moment(text) else {
      throw ValidationError("VANBAN_NOW is '\(text)'; write a time such as 2026-06-25 08:00.")
    }
    return moment
  }
}

extension Moment: ExpressibleByArgument {
  /// Reads a moment.
  package init?(argument: String) {
    self.init(argument)
  }
}

extension Cadence: ExpressibleByArgument {}
extension DataWindow: ExpressibleByArgument {}

/// What a schedule command works with: the ledger, and how it reports.
struct ScheduleSession {
  let json: Bool
  let isQuiet: Bool
  let storePath: String
  let ledger: any Ledger

  init(_ options: ScheduleOptions) throws {
    let json = try options.json || Self.flag("VANBAN_JSON")
    self.json = json
    isQuiet = try options.quiet || Self.flag("VANBAN_QUIET")
    let given = options.store ?? environment("VANBAN_STORE")
    let path = try Session.reporting(json: json) { () throws(RenderError) in try StoreLocation.prepare(given) }
    storePath = path
    ledger = try Session.reporting(json: json) { () throws(RenderError) in try StoreLedger(path: path) }
  }

  /// Runs work, and ends the command with the right status where it fails.
  func reporting<Result>(_ work: () throws(RenderError) -> Result) throws -> Result {
    try Session.reporting(json: json, work)
  }

  /// The job of a name.
  func job(_ name: String) throws -> Job {
    try reporting { () throws(RenderError) in try ledger.job(named: name) }
  }

  /// The jobs of the names, or all of them.
  func jobs(_ names: [String]) throws -> [Job] {
    try reporting { () throws(RenderError) in
      if names.isEmpty { return try ledger.jobs() }
      var jobs: [Job] = []
      for name in names { jobs.append(try ledger.job(named: name)) }
      return jobs
    }
  }

  /// Writes a line, as text or as JSON, unless only errors are wanted.
  func say(_ text: @autoclosure () -> String, json object: @autoclosure () -> String) {
    if isQuiet { return }
    print(json ? object() : text())
  }

  /// Whether an environment variable switches a flag on.
  static func flag(_ name: String) throws -> Bool {
    switch environment(name) {
    case nil, "0", "false", "no": false
    case "1", "true", "yes": true
    case let text?: throw ValidationError("\(name) is '\(text)'; write 1 or 0.")
    }
  }
}
