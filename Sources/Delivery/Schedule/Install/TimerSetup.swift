import Files
import Glibc
package import VanBan

/// What lets a system call `vanban schedule run` every five minutes: units of systemd, or a line for cron.
package struct TimerSetup: Sendable {
  /// Who calls.
  package enum Kind: String, Sendable, CaseIterable {
    case systemd, crontab
  }

  /// A file that is written.
  package struct File: Sendable, Equatable {
    /// Where; for cron it is the user's table, which has no path of its own.
    package var path: String
    /// Its text.
    package var text: String
  }

  /// Who calls.
  package let kind: Kind
  /// The files, as they will be.
  package let files: [File]
  /// What is left to the user.
  package let remark: String

  /// A setup for a program and its store; both paths are absolute.
  ///
  /// Units go to `folder`; `isSystem` says that they are the machine's and not the user's; `home` is VANBAN_HOME where it
  /// is set.
  package init(_ kind: Kind, program: String, store: String, folder: String, isSystem: Bool, home: String?) {
    self.kind = kind
    switch kind {
    case .systemd:
      let name = "vanban-schedule"
      files = [
        File(path: joined(folder, "\(name).service"), text: service(program, store, home)),
        File(path: joined(folder, "\(name).timer"), text: timer),
      ]
      let control = isSystem ? "systemctl" : "systemctl --user"
      remark =
        "now run: \(control) daemon-reload && \(control) enable --now \(name).timer"
        + (isSystem ? "" : "\nso that it runs while you are logged out: loginctl enable-linger")
    case .crontab:
      files = [File(path: "crontab", text: cronLine(program, store, home))]
      remark = "cron runs it from now on; crontab -l shows it"
    }
  }

  /// Where units go: of the machine for root, else of the user.
  package static func unitFolder() throws(RenderError) -> (path: String, isSystem: Bool) {
    if geteuid() == 0 { return ("/etc/systemd/system", true) }
    guard let settings = environment("XDG_CONFIG_HOME") ?? environment("HOME").map({ joined($0, ".config") }) else {
      throw RenderError(.surroundings, "neither XDG_CONFIG_HOME nor HOME is set", help: "use --folder")
    }
    return (joined(settings, "systemd/user"), false)
  }

  /// Whether the machine was started by systemd (sd_booted(3)).
  package static var hasSystemd: Bool { access("/run/systemd/system", F_OK) == 0 }
}

private func service(_ program: String, _ store: String, _ home: String?) -> String {
  """
  [Unit]
  Description=Reports of VanBan that are due

  [Service]
  Type=oneshot
  \(home.map { "Environment=\(unitWord("VANBAN_HOME=\($0)"))\n" } ?? "")\
  ExecStart=\(unitWord(program)) schedule run --store \(unitWord(store))

  """
}

/// Persistent: what was due while the machine was off is made when it starts.
private let timer = """
  [Unit]
  Description=Looks every five minutes for reports of VanBan that are due

  [Timer]
  OnCalendar=*:0/5
  Persistent=true

  [Install]
  WantedBy=timers.target

  """

/// A word of a unit's line in quotes (systemd.syntax(7)); `%` begins a specifier, `$` a variable.
private func unitWord(_ text: String) -> String {
  let escaped = text.reduce(into: "") { result, character in
    switch character {
    case "\\", "\"": result += "\\\(character)"
    case "%": result += "%%"
    case "$": result += "$$"
    case "\n": result += "\\n"
    default: result.append(character)
    }
  }
  return "\"\(escaped)\""
}

/// crontab(5): a `%` would end the command.
private func cronLine(_ program: String, _ store: String, _ home: String?) -> String {
  let setting = home.map { "VANBAN_HOME=\(shellWord($0)) " } ?? ""
  let command = "\(setting)\(shellWord(program)) schedule run --quiet --store \(shellWord(store))"
  return "*/5 * * * * " + command.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "\\%")
    + " \(cronMark)\n"
}

/// By this its line is known again.
let cronMark = "# vanban schedule"

private func shellWord(_ text: String) -> String {
  "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
