import ArgumentParser

/// `vanban schedule`.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Makes reports by the calendar, each once.",
    discussion: """
      Example: vanban schedule list

      Jobs and the ledger of what was delivered are kept in one file (--store). `run` makes what is due; let systemd \
      or cron call it (`install`), or leave `run --watch` running.
      """,
    subcommands: [
      Add.self, List.self, Show.self, Next.self, Pause.self, Resume.self, Remove.self, Run.self, Backfill.self,
      History.self, Install.self,
    ],
    defaultSubcommand: List.self
  )
}
