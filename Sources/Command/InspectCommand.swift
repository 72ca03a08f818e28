import ArgumentParser
import VanBan

/// `vanban inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Writes the laid-out pages as JSON: every box, line and text with its place.",
    discussion: "Example: vanban inspect nghi-quyet congress.yaml -o pages.json"
  )

  @Argument(help: "A template's folder, file or name.")
  var template: String

  @Argument(help: "Data files, or name=FILE.")
  var data: [String] = []

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write; standard output if left out.", valueName: "out")
  )
  var output = "-"

  @OptionGroup var options: CommonOptions

  func run() throws {
    let session = try Session(options, data: data)
    _ = try session.finish { context throws(RenderError) in
      let template = try Template.find(template, in: context.installation)
      let summary = try context.inspect(template, to: OutputName(output))
      if summary != nil, let deps = session.options.deps { try context.writeDependencies(to: deps) }
      return summary
    }
    try session.failOnWarnings()
  }
}
