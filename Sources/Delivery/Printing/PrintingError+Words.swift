extension PrintingError {
  /// What happened: one sentence without a full stop.
  package var message: String {
    switch self {
    case .noLibrary: "the library libcups.so.2 is not installed; printing needs it"
    case .missingFile(let path, _): "there is no file '\(path)'"
    case .unreadableFile(let path, let reason): "'\(path)' cannot be read: \(reason)"
    case .unusableFile(let path, let reason): "'\(path)' cannot be printed: \(reason)"
    case .pagesBeyondEnd(let asked, let pages):
      "--pages \(asked) asks for pages that are not there: the document has \(counted(pages, "page"))"
    case .serverUnreachable(let server, let reason): "the print server \(server) does not answer: \(reason)"
    case .serverLost(let server, let reason, let job):
      "the connection to the print server \(server) was lost: \(reason)\(job.map { "; the job is \($0)" } ?? "")"
    case .notAllowed(let server, let status): "the print server \(server) refuses the request (HTTP status \(status))"
    case .refused(let operation, let reason): "the print server refused \(operation): \(reason)"
    case .noDefaultPrinter: "no printer is named, and the server has no default"
    case .unknownPrinter(let name, let known, _):
      "there is no printer '\(name)'" + (known.isEmpty ? "" : "; there are: \(known.joined(separator: ", "))")
    case .lacking(let printer, let lacks):
      lacks.map { "the printer '\(printer)' lacks \($0.asked): it has \($0.has)" }.joined(separator: "; ")
    case .paused(let printer, let message): "the queue '\(printer)' is paused" + detail(message)
    case .rejecting(let printer, let message): "the queue '\(printer)' takes no jobs" + detail(message)
    case .printerOff(let printer, let device, let reason):
      "the printer '\(printer)' does not answer at \(device): \(reason)"
    case .unknownJob(let id): "the print server knows no job \(id)"
    case .jobOver(let job): "job \(job.id) '\(job.name)' is \(job.state.rawValue) already"
    case .jobFailed(let job): "job \(job.id) '\(job.name)' was \(job.state.rawValue)" + detail(job.message)
    case .jobStuck(let job, let trouble): "job \(job.id) '\(job.name)' waits: \(trouble.message)"
    case .jobUncertain(let job):
      "the connection was lost while the document was sent, and job \(job.id) '\(job.name)' was withdrawn as it began"
    }
  }

  /// What to do about it: one sentence without a full stop.
  package var help: String? {
    switch self {
    case .noLibrary: "install the Debian package libcups2"
    case .missingFile(_, let nearest): nearest.map { "did you mean '\($0)'?" } ?? "check its name"
    case .unreadableFile: "check the file's name and permissions"
    case .unusableFile: "print a PDF file without a password, or a template"
    case .pagesBeyondEnd: "ask for pages up to the last one, such as 2-"
    case .serverUnreachable: "start CUPS there, or name another server with --server or CUPS_SERVER; nothing was sent"
    case .serverLost(_, _, nil): "nothing will be printed: print again when the server is back"
    case .serverLost(_, _, let job?):
      "see vanban print --status \(job) when the server is back, before you print again"
    case .notAllowed: "ask whoever runs the server to let you print"
    case .refused: nil
    case .noDefaultPrinter(let known):
      known.isEmpty
        ? "add a printer to the server first (lpadmin)" : "name one with --printer: \(known.joined(separator: ", "))"
    case .unknownPrinter(_, _, let nearest): nearest.map { "did you mean '\($0)'?" } ?? "see vanban print --list"
    case .lacking: "see vanban print --list; nothing was sent"
    case .paused(let printer, _): "let it go on with cupsenable \(printer); nothing was sent"
    case .rejecting(let printer, _): "open it with cupsaccept \(printer); nothing was sent"
    case .printerOff: "switch it on and check its cable; nothing was sent"
    case .unknownJob: "see the numbers with lpstat -W all"
    case .jobOver: nil
    case .jobFailed: "look at the printer, then print again"
    case .jobStuck(let job, _):
      "it is printed when the printer is back: do not print it again; vanban print --cancel \(job.id) withdraws it"
    case .jobUncertain: "look at the printer before you print again: a part may be on paper"
    }
  }

  private func detail(_ message: String) -> String { message.isEmpty ? "" : ": \(message)" }
}

/// A number with its noun: `1 page`, `2 pages`.
package func counted(_ number: Int, _ noun: String) -> String {
  let ending = noun.hasSuffix("y") && number != 1 ? "\(noun.dropLast())ies" : number == 1 ? noun : noun + "s"
  return "\(number) \(ending)"
}
