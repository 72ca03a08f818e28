import ArgumentParser
import VanBan

/// `vanban templates`.
struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Lists, shows and copies the shipped templates.",
    discussion: "Example: vanban templates new nghi-quyet my-resolution",
    subcommands: [List.self, Show.self, New.self],
    defaultSubcommand: List.self
  )

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Lists the shipped templates.",
      discussion: "Example: vanban templates list"
    )

    func run() throws {
      let installation = try Session.reporting(json: false) { () throws(RenderError) in try Installation.find() }
      for template in Template.shipped(in: installation) { print("\(template.name)\t\(template.folder)") }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "Shows a template's files.",
      discussion: "Example: vanban templates show nghi-quyet"
    )

    @Argument(help: "A template's folder or name.")
    var name: String

    func run() throws {
      let files = try Session.reporting(json: false) { () throws(RenderError) in
        try Template.find(name, in: Installation.find()).files
      }
      for file in files { print(file) }
    }
  }

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: "Copies a template, its parts and its sample data into a new folder.",
      discussion: "Example: vanban templates new nghi-quyet my-resolution && vanban render my-resolution -o out.pdf"
    )

    @Argument(help: "A shipped template's name.")
    var name: String

    @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"))
    var folder: String

    func run() throws {
      let made = try Session.reporting(json: false) { () throws(RenderError) in
        let installation = try Installation.find()
        return try Template.find(name, in: installation).copy(to: folder, from: installation)
      }
      for file in made { print(file) }
      print("now run: vanban render \(folder) -o out.pdf")
    }
  }
}
