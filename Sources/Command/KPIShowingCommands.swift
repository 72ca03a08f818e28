import ArgumentParser
import VanBan

/// `vanban kpi show`.
struct KPIShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows the report of an organisation, the values of an indicator, or their history.",
    discussion: """
      Example: vanban kpi show --organisation SNV --period 2025-06 --store kpi.sqlite

      Without options: the organisations of the store. With --indicator: its values. With --history: everything that was \
      ever recorded, with who, when and why.
      """
  )

  @Option(help: ArgumentHelp("The organisation's code or name. [VANBAN_ORGANISATION]", valueName: "code"))
  var organisation: String?

  @Option(help: ArgumentHelp("The indicator's code or name. [VANBAN_INDICATOR]", valueName: "code"))
  var indicator: String?

  @Option(help: ArgumentHelp("The period (the last month with a value). [VANBAN_PERIOD]", valueName: "period"))
  var period: String?

  @Flag(help: "Show all that was recorded, with who, when and why. [VANBAN_HISTORY]")
  var history = false

  @OptionGroup var options: KPIOptions

  func run() throws {
    let json = options.json || environment("VANBAN_JSON") == "1"
    let reports = try options.reports(json: json)
    let style: ShowStyle = json ? .json : .table
    let organisation = organisation ?? environment("VANBAN_ORGANISATION")
    let indicator = indicator ?? environment("VANBAN_INDICATOR")
    let period = period ?? environment("VANBAN_PERIOD")
    let showsHistory = history || environment("VANBAN_HISTORY") == "1"
    let text = try Session.reporting(json: json) { () throws(RenderError) in
      if showsHistory {
        return try reports.historyText(organisation: organisation, indicator: indicator, period: period, style)
      }
      if let indicator { return try reports.seriesText(indicator: indicator, organisation: organisation, style) }
      if let organisation { return try reports.reportText(organisation: organisation, period: period, style) }
      return reports.overview(style)
    }
    print(text, terminator: "")
  }
}

/// `vanban kpi export`.
struct KPIExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Writes the store as CSV, JSON or YAML that imports back as the same, or a report as data for a template.",
    discussion: "Example: vanban kpi export -o kpi.yaml --store kpi.sqlite"
  )

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file: .csv, .json or .yaml; - is standard output.", valueName: "file")
  )
  var output = "-"

  @Option(help: "The format, where the file's name does not say it: csv, json or yaml (yaml). [VANBAN_FORMAT]")
  var format: ExportFormat?

  @Option(help: ArgumentHelp("Of this organisation only. [VANBAN_ORGANISATION]", valueName: "code"))
  var organisation: String?

  @Option(
    help: ArgumentHelp("With --report: the period (the last month with a value). [VANBAN_PERIOD]", valueName: "period")
  )
  var period: String?

  @Flag(help: "Write the organisation's report, as templates with data: kpi see it.")
  var report = false

  @OptionGroup var options: KPIOptions

  func run() throws {
    let json = options.json || environment("VANBAN_JSON") == "1"
    let organisation = organisation ?? environment("VANBAN_ORGANISATION")
    let period = period ?? environment("VANBAN_PERIOD")
    let named = environment("VANBAN_FORMAT").flatMap { ExportFormat(rawValue: $0) }
    let format = format ?? ExportFormat(path: output) ?? named ?? .yaml
    let reports = try options.reports(json: json)
    if report, organisation == nil { throw ValidationError("A report is of one --organisation.") }
    try Session.reporting(json: json) { () throws(RenderError) in
      let text =
        if report, let organisation {
          try reports.exportedReport(format, organisation: organisation, period: period)
        } else {
          try reports.exported(format, organisation: organisation)
        }
      try writeText(text, to: output)
    }
  }
}
