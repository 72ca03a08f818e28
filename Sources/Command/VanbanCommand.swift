import ArgumentParser
import VanBan

/// The command line: reads arguments, calls VanBan, prints what it reports.
@main
struct VanbanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vanban",
    abstract: "Makes paginated official documents from templates and data.",
    discussion: """
      Example: vanban render nghi-quyet -o nghi-quyet.pdf

      Exit status: 0 done; 1 the input is wrong; 2 the surroundings failed (disk, printer, fonts); 3 warnings under
      --fail-on-warnings; 64 the command line is wrong; 70 a fault of vanban; 130 interrupted.
      """,
    version: vanBanVersion,
    subcommands: [
      RenderCommand.self, InspectCommand.self, TemplatesCommand.self, FontsCommand.self, InfoCommand.self,
      ExplainCommand.self, CongressCommand.self, KPICommand.self, PrintCommand.self, BatchCommand.self,
      ScheduleCommand.self,
    ]
  )
}
