import ArgumentParser
import Schedule
import VanBan

extension ScheduleCommand {
  /// `vanban schedule install`.
  struct Install: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "install",
      abstract: "Lets systemd or cron run what is due every five minutes; shows first what it writes.",
      discussion: "Example: vanban schedule install --dry-run"
    )

    @Option(help: "systemd or crontab; systemd if left out, where the machine has it.")
    var kind: TimerSetup.Kind?

    @Option(
      help: ArgumentHelp(
        "Where the units go; the user's folder of systemd, for root the machine's, if left out.",
        valueName: "dir"
      )
    )
    var folder: String?

    @Flag(help: "Show what would be written, and write nothing.")
    var dryRun = false

    @Flag(help: "Write without asking. [VANBAN_YES]")
    var yes = false

    @OptionGroup var options: ScheduleOptions

    func run() throws {
      let session = try ScheduleSession(options)
      let setup = try session.reporting { () throws(RenderError) in
        var place = try TimerSetup.unitFolder()
        if let folder { place = (path: folder, isSystem: false) }
        return TimerSetup(
          kind ?? (TimerSetup.hasSystemd ? .systemd : .crontab),
          program: try absoluteProgram(),
          store: absolutePath(session.storePath),
          folder: place.path,
          isSystem: place.isSystem,
          home: environment("VANBAN_HOME").map(absolutePath)
        )
      }
      for file in setup.files { print("\(file.path):\n\(file.text)") }
      if dryRun { return }
      guard try yes || environment("VANBAN_YES") == "1" || confirmed() else { throw ExitCode(ExitStatus.interrupted) }
      try session.reporting { () throws(RenderError) in try setup.write() }
      print(setup.remark)
    }

    /// Asks on a terminal; a script has been told to.
    private func confirmed() throws -> Bool {
      guard isTerminal else { return true }
      print("write this? [y/N] ", terminator: "")
      return readLine()?.lowercased().hasPrefix("y") == true
    }
  }
}

extension TimerSetup.Kind: ExpressibleByArgument {}
