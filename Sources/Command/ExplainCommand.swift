import ArgumentParser
import VanBan

/// `vanban explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says more about a diagnostic's code; lists the codes without one.",
    discussion: "Example: vanban explain data-duplicate-key"
  )

  @Argument(help: "The code, as --json shows it.")
  var code: String?

  func run() throws {
    guard let code else {
      for code in Explanations.codes { print(code) }
      return
    }
    guard let text = Explanations.text(for: code) else {
      let nearest = Explanations.nearest(to: code).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no code '\(code)'.\(nearest)")
    }
    print(text)
  }
}
