import ArgumentParser
import VanBan

/// `vanban congress`.
struct CongressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "congress",
    abstract: "Shows what congress data may hold.",
    discussion: "Example: vanban congress keys",
    subcommands: [Keys.self]
  )

  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the keys of congress data with their Vietnamese labels, as Markdown.",
      discussion: "Example: vanban congress keys"
    )

    func run() {
      print(Reference.congressKeys, terminator: "")
    }
  }
}
