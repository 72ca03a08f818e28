import ArgumentParser
import VanBan

/// `vanban congress`.
struct CongressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "congress",
    abstract: "Holds the data of a congress to the rules, and shows what it may hold.",
    discussion: "Example: vanban congress validate congress.yaml",
    subcommands: [Validate.self, Rules.self, Keys.self]
  )

  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "Holds the data of a congress to the election rules and to itself.",
      discussion: """
        Example: vanban congress validate congress.yaml delegates=delegates.csv

        Every mistake is reported with its place. Exit status: 0 no errors; 1 errors; 3 warnings under --fail-on-warnings.
        """
    )

    @Argument(help: "Data files, or name=FILE; later ones win.")
    var data: [String]

    @OptionGroup var options: CommonOptions

    func run() throws {
      let session = try Session(options, data: data)
      let result = try session.finish { context throws(RenderError) in context.validateCongress() }
      if let result, !session.options.quiet { print(session.options.json ? result.jsonLine : describe(result)) }
      try session.failOnWarnings()
    }

    private func describe(_ result: CongressValidation) -> String {
      let counts = result.counts.filter { $0.number > 0 }.map { count in
        "\(count.number) \(count.number == 1 ? String(count.name.dropLast()) : count.name)"
      }
      let regulation = result.regulation.map { " by \($0)" } ?? ""
      let things = counts.isEmpty ? "" : ": \(counts.joined(separator: ", "))"
      return "no errors; \(result.rules) rules checked\(regulation)\(things)"
    }
  }

  struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rules",
      abstract: "Lists the rules with their sources, as Markdown.",
      discussion: "Example: vanban congress rules"
    )

    func run() {
      print(Reference.congressRules, terminator: "")
    }
  }

  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys",
      abstract: "Lists the keys of congress data with their Vietnamese labels, as Markdown.",
      discussion: "Example: vanban congress keys"
    )

    func run() {
      print(Reference.congressKeys, terminator: "")
    }
  }
}
