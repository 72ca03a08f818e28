import ArgumentParser
import VanBan

/// `vanban kpi`.
struct KPICommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kpi",
    abstract: "Keeps indicators and their values, and shows what follows from them.",
    discussion: "Example: vanban kpi import samples/kpi/chi-tieu.yaml --store kpi.sqlite",
    subcommands: [KPIImportCommand.self, KPISetCommand.self, KPIShowCommand.self, KPIExportCommand.self]
  )
}

/// The options that all of `vanban kpi` shares.
struct KPIOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The store (the user's own). [VANBAN_STORE]", valueName: "file"))
  var store: String?

  @Flag(help: "Write results and diagnostics as JSON. [VANBAN_JSON]")
  var json = false

  @Flag(name: [.short, .long], help: "Print errors only. [VANBAN_QUIET]")
  var quiet = false

  /// The store's file: the command line's, else the environment's.
  var path: String? { store ?? environment("VANBAN_STORE") }

  /// A run that reports as the options say.
  func session() throws -> Session {
    var options = try CommonOptions.parse([])
    options.json = json
    options.quiet = quiet
    return try Session(options, data: [])
  }

  /// The reports of the store.
  func reports(json: Bool) throws -> IndicatorReports {
    try Session.reporting(json: json) { () throws(RenderError) in try IndicatorReports(store: path) }
  }
}

/// Who records something and why.
struct KPIAuthorship: ParsableArguments {
  @Option(help: ArgumentHelp("Who records it (the user's name). [VANBAN_BY]", valueName: "name"))
  var by: String?

  @Option(
    help: ArgumentHelp("Why: needed where something recorded is replaced. [VANBAN_WHY]", valueName: "reason")
  )
  var why: String?

  @Option(
    help: ArgumentHelp(
      "How a dot in a number is understood: careful, vietnamese (1.200 is 1200) or plain (1.2). [VANBAN_NUMBERS]",
      valueName: "style"
    )
  )
  var numbers: String?

  func validate() throws {
    if let numbers, !IndicatorRecording.numberStyles.contains(numbers) {
      throw ValidationError("--numbers is \(IndicatorRecording.numberStyles.joined(separator: ", ")).")
    }
    if let why, why.allSatisfy(\.isWhitespace) { throw ValidationError("--why needs a reason.") }
  }

  /// What is recorded with each entry.
  func recording(_ options: KPIOptions) throws -> IndicatorRecording {
    var recording = IndicatorRecording()
    recording.store = options.path
    recording.author = by ?? environment("VANBAN_BY") ?? environment("USER") ?? environment("LOGNAME") ?? "vanban"
    recording.reason = why ?? environment("VANBAN_WHY")
    recording.numbers = numbers ?? environment("VANBAN_NUMBERS") ?? "careful"
    guard IndicatorRecording.numberStyles.contains(recording.numbers) else {
      throw ValidationError("VANBAN_NUMBERS is \(IndicatorRecording.numberStyles.joined(separator: ", ")).")
    }
    recording.recorded = timeStamp()
    return recording
  }
}

/// Prints what was recorded.
func printSummary(_ summary: RecordingSummary?, _ session: Session) {
  guard let summary, !session.options.quiet || session.options.json else { return }
  print(session.options.json ? summary.jsonLine : summary.text)
}
