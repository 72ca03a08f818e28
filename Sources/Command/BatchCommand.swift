import ArgumentParser
import VanBan

/// `vanban batch`.
struct BatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "batch",
    abstract: "Makes one document for each record, on all cores.",
    discussion: """
      Example: vanban batch nghi-quyet --each records.csv -o 'out/{document.number}.pdf'

      The records are the rows of a CSV file or the maps of a YAML or JSON list; FILE#path names a list inside a file, and \
      name=FILE puts each record under that name, beside the DATA that all documents share. -o is a folder, or a name that \
      holds values of the data, {number} or {key}. A report says what became of each record, one JSON line a record; \
      --resume leaves as they are those that it says are done.

      Exit status: 0 all done; 1 nothing could be made; 3 some records failed; 130 interrupted, the report true.
      """
  )

  @Argument(help: "A template's folder, file or name.")
  var template: String

  @Argument(help: "Data files that all documents share, or name=FILE.")
  var data: [String] = []

  @Option(help: ArgumentHelp("The records. [VANBAN_EACH]", valueName: "[name=]file[#path]"))
  var each: String?

  @Option(name: [.short, .long], help: ArgumentHelp("A folder, or a name with {…} in it.", valueName: "out"))
  var output: String

  @Option(help: "What to write, where the output's name does not say it: pdf, png or svg.")
  var format: OutputFormat?

  @Option(help: ArgumentHelp("The field that tells records apart. [VANBAN_KEY]", valueName: "field"))
  var key: String?

  @Option(help: ArgumentHelp("Make only this fixed share of the records. [VANBAN_SHARD]", valueName: "k/n"))
  var shard: BatchShard?

  @Option(help: ArgumentHelp("How many threads work. [VANBAN_JOBS]", valueName: "count"))
  var jobs: PositiveCount?

  @Option(
    help: ArgumentHelp("The report's file; in the output's folder if left out. [VANBAN_REPORT]", valueName: "file")
  )
  var report: String?

  @Flag(help: "Leave records that the report says are done, and whose files are still those. [VANBAN_RESUME]")
  var resume = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let settings = try settings()
    let stop = BatchStop()
    let session = try Session(options, data: data) { interruption in
      // What is being made is finished and reported; the limit is for a document that takes for ever.
      if case .fault = interruption { return }
      _ = stop.request(waiting: 10)
    }
    var display = BatchDisplay(isShown: !session.options.quiet && !session.options.json)
    let outcome = try session.finish { context throws(RenderError) in
      var settings = settings
      settings.diagnosticStyle = session.style
      let template = try Template.find(template, in: context.installation)
      return try context.batch(template, settings, stop: stop) { display.show($0) }
    }
    display.clear()
    guard let outcome else { return }
    try tell(outcome, isInterrupted: stop.isRequested, session: session)
  }

  private func settings() throws -> BatchSettings {
    guard let each = each ?? environment("VANBAN_EACH") else {
      throw ValidationError("Name the records with --each FILE.")
    }
    var settings = BatchSettings(each: each, output: output)
    settings.format = format
    settings.key = key ?? environment("VANBAN_KEY")
    settings.shard = try shard ?? environmentValue("VANBAN_SHARD", "a share such as 1/4")
    settings.workers = try (jobs ?? environmentValue("VANBAN_JOBS", "a number of threads"))?.value
    settings.report = report ?? environment("VANBAN_REPORT")
    settings.resumes = try resume || environmentFlag("VANBAN_RESUME")
    return settings
  }

  private func tell(_ outcome: BatchOutcome, isInterrupted: Bool, session: Session) throws {
    let summary = outcome.summary
    let isJSON = session.options.json
    for (key, text) in outcome.failures + (session.options.quiet ? [] : outcome.warnings) {
      printToStandardError(isJSON ? text : "record '\(key)':\n\(text)")
    }
    if !isJSON, summary.failed > outcome.failures.count {
      printToStandardError(
        "… and \(summary.failed - outcome.failures.count) more records failed: see \(summary.report)\n"
      )
    }
    if !session.options.quiet { print(isJSON ? summary.jsonLine : words(summary)) }
    if let failure = outcome.reportFailure {
      printToStandardError(Command.describe(failure, json: isJSON))
      throw ExitCode(ExitStatus.of(failure.kind))
    }
    if isInterrupted, summary.left > 0 { throw ExitCode(ExitStatus.interrupted) }
    if summary.failed > 0 {
      let isPart = summary.done + summary.skipped > 0
      let alone = summary.failedBySurroundings == summary.failed ? ExitStatus.surroundings : ExitStatus.input
      throw ExitCode(isPart ? ExitStatus.warnings : alone)
    }
    if session.options.failOnWarnings, summary.warned > 0 { throw ExitCode(ExitStatus.warnings) }
  }

  private func words(_ summary: BatchSummary) -> String {
    var parts = ["\(summary.done) done"]
    if summary.skipped > 0 { parts.append("\(summary.skipped) done before") }
    if summary.failed > 0 { parts.append("\(summary.failed) failed") }
    if summary.left > 0 { parts.append("\(summary.left) not begun") }
    let seconds = summary.milliseconds / 1000
    let worked = Double(summary.done + summary.failed)
    let rate = seconds > 0 && worked > 0 ? ", \(decimals(worked / seconds, 0)) a second" : ""
    let records = "\(summary.total) record\(summary.total == 1 ? "" : "s")"
    return "\(records): \(parts.joined(separator: ", ")) in \(decimals(seconds, 1)) s\(rate); report: \(summary.report)"
  }
}
