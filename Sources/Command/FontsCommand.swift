import ArgumentParser
import VanBan

/// `vanban fonts`.
struct FontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Lists faces and checks them.",
    discussion: "Example: vanban fonts list",
    subcommands: [List.self, Check.self],
    defaultSubcommand: List.self
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the families, their files, and which family stands in for which.",
      discussion: "Example: vanban fonts list"
    )

    func run() throws {
      let overview = try Session.reporting(json: false) { () throws(RenderError) in
        try FontOverview(Installation.find())
      }
      for family in overview.families {
        if let used = family.servedBy { print("\(family.name): set in \(used), as no file of it is here") }
        if family.servedBy == nil, family.files.isEmpty {
          print("\(family.name): not here, and nothing stands in for it")
        }
        if !family.files.isEmpty { print("\(family.name):") }
        for file in family.files { print("  \(file)") }
      }
      for problem in overview.problems { printToStandardError("warning: \(problem)\n") }
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Checks that each face has all letters of Vietnamese, and each file the checksum of fonts.yaml.",
      discussion: "Example: vanban fonts check"
    )

    func run() throws {
      let overview = try Session.reporting(json: false) { () throws(RenderError) in
        try FontOverview(Installation.find())
      }
      let gaps = try Session.reporting(json: false) { () throws(RenderError) in try overview.missingLetters() }
      let changed = try Session.reporting(json: false) { () throws(RenderError) in try overview.changedFiles() }
      for gap in gaps { print("\(gap.file): lacks \(gap.letters)") }
      for problem in overview.problems + changed { printToStandardError("error: \(problem)\n") }
      if !gaps.isEmpty || !changed.isEmpty || !overview.problems.isEmpty { throw ExitCode(ExitStatus.surroundings) }
      print("every face has all letters of Vietnamese")
    }
  }
}
