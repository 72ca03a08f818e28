import ArgumentParser
import VanBan

/// `vanban render`.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Makes one document: PDF, PNG or SVG.",
    discussion: """
      Example: vanban render nghi-quyet congress.yaml -o nghi-quyet.pdf

      TEMPLATE is a folder with template.xhtml, an .xhtml file, the name of a shipped template, or - for standard input.
      DATA files are YAML, JSON or CSV; later ones win; name=FILE puts a file under that name. Without DATA the template's
      own sample.yaml is used.
      """
  )

  @Argument(help: "A template's folder, file or name.")
  var template: String

  @Argument(help: "Data files, or name=FILE.")
  var data: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The file to write: .pdf, .png or .svg; {page} is the page's number, {a.b} a value of the data; - is standard output.",
      valueName: "out"
    )
  )
  var output: String?

  @Option(help: "The format, where the output's name does not say it: pdf, png or svg.")
  var format: OutputFormat?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let name = output.map { OutputName($0) }
    if let name, !name.isStandardOutput, format == nil, name.format == nil {
      throw ValidationError(
        "'\(name.pattern)' does not say by its extension what to write: name it .pdf, .png or .svg."
      )
    }
    let session = try Session(options, data: data)
    let summary = try session.finish { context throws(RenderError) in
      let template = try Template.find(template, in: context.installation)
      let name = name ?? OutputName("\(template.name).\((format ?? .pdf).rawValue)")
      let summary = try context.render(template, to: name, format: format ?? name.format ?? .pdf)
      if summary != nil, let deps = session.options.deps { try context.writeDependencies(to: deps) }
      return summary
    }
    guard let summary else { return }
    if session.options.timing {
      printToStandardError("worst line: \(decimals(summary.worstLine, 2)) of its stretch; passes: \(summary.passes)\n")
    }
    if !session.options.quiet, name?.isStandardOutput != true {
      print(session.options.json ? summary.jsonLine : describe(summary))
    }
    try session.failOnWarnings()
  }

  private func describe(_ summary: RenderSummary) -> String {
    let pages = "\(summary.pages) page\(summary.pages == 1 ? "" : "s")"
    let sample = summary.sample.map { ", with the sample data \($0)" } ?? ""
    let first = summary.outputs.first ?? ""
    let outputs = summary.outputs.count > 1 ? "\(first) ... \(summary.outputs[summary.outputs.count - 1])" : first
    return "\(outputs): \(pages) in \(decimals(summary.milliseconds, 1)) ms\(sample)"
  }
}
