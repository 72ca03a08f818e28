import Glibc
import VanBan

/// The exit statuses of the command line's contract.
enum ExitStatus {
  static let input: Int32 = 1
  static let surroundings: Int32 = 2
  static let warnings: Int32 = 3
  static let commandLine: Int32 = 64
  static let fault: Int32 = 70
  static let interrupted: Int32 = 130

  static func of(_ kind: RenderError.Kind) -> Int32 {
    switch kind {
    case .input: input
    case .surroundings: surroundings
    case .fault: fault
    }
  }
}

/// Writes to standard error.
func printToStandardError(_ text: String) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    // Nobody listens: there is no place left for this message.
    guard count > 0 else { return }
    bytes = bytes.dropFirst(count)
  }
}

/// Whether diagnostics are coloured: on a terminal that is not dumb, unless NO_COLOR is set (no-color.org).
var usesColors: Bool {
  isatty(STDERR_FILENO) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"
}

/// Whether somebody can be asked.
var isTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

/// Says what went wrong, for people or as a JSON line.
func describe(_ error: RenderError, json: Bool) -> String {
  guard !json else { return error.jsonLine }
  let fault =
    error.kind == .fault ? "help: this is a fault of vanban: please report it with the command and its input\n" : ""
  let help = error.help.map { "help: \($0)\n" } ?? fault
  return "error: \(error.message)\n\(help)"
}

/// The present time in UTC (RFC 3339), to the second.
func timeStamp() -> String {
  var seconds = time(nil)
  var parts = tm()
  gmtime_r(&seconds, &parts)
  func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
  let day = "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  return "\(day)T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
}
