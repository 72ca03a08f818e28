import ArgumentParser
import VanBan

/// `vanban kpi import`.
struct KPIImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Records what files say, all of it or nothing.",
    discussion: """
      Example: vanban kpi import so-lieu.csv --store kpi.sqlite --by 'Nguyễn Thị Lan'

      FILES are CSV, JSON or YAML with English or Vietnamese headers: docs/kpi.md. A file that is imported again changes \
      nothing. What differs from the store is refused, unless --why says why; the old value is kept.
      """
  )

  @Argument(help: "The files.")
  var files: [String]

  @Option(help: ArgumentHelp("The organisation of rows that name none. [VANBAN_ORGANISATION]", valueName: "code"))
  var organisation: String?

  @Option(help: ArgumentHelp("The period of rows that name none. [VANBAN_PERIOD]", valueName: "period"))
  var period: String?

  @Flag(help: "Add organisations that are not known. [VANBAN_NEW_ORGANISATIONS]")
  var newOrganisations = false

  @OptionGroup var authorship: KPIAuthorship
  @OptionGroup var options: KPIOptions

  func run() throws {
    let session = try options.session()
    var recording = try authorship.recording(options)
    recording.organisation = organisation ?? environment("VANBAN_ORGANISATION")
    recording.period = period ?? environment("VANBAN_PERIOD")
    recording.addsOrganisations = newOrganisations || environment("VANBAN_NEW_ORGANISATIONS") == "1"
    let summary = try session.finish { context throws(RenderError) in try context.importIndicators(files, recording) }
    printSummary(summary, session)
  }
}

/// `vanban kpi set`.
struct KPISetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Records one value, or a target or comment.",
    discussion: """
      Example: vanban kpi set SNV TTHC 2025-06 95,5 --why 'báo cáo bổ sung' --store kpi.sqlite

      A dash as VALUE says that it is not known; write -- before negative numbers. Of a target, '*' as ORGANISATION means all.
      """
  )

  @Argument(help: "The organisation's code or name.")
  var organisation: String

  @Argument(help: "The indicator's code or name.")
  var indicator: String

  @Argument(help: "The period, such as 2025-06.")
  var period: String

  @Argument(help: "The value; with --target a target, with --comment a comment.")
  var value: String

  @Flag(help: "Record a target, such as 'trên 4'.")
  var target = false

  @Flag(help: "Record a comment.")
  var comment = false

  @OptionGroup var authorship: KPIAuthorship
  @OptionGroup var options: KPIOptions

  func validate() throws {
    if target, comment { throw ValidationError("Record a target or a comment.") }
  }

  func run() throws {
    let session = try options.session()
    let recording = try authorship.recording(options)
    let entry: IndicatorEntry = target ? .target : comment ? .comment : .value
    let summary = try session.finish { context throws(RenderError) in
      try context.setIndicator(
        entry,
        at: IndicatorPlace(organisation: organisation, indicator: indicator, period: period),
        content: value,
        recording
      )
    }
    printSummary(summary, session)
  }
}
