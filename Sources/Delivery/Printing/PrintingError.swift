/// Why something was not printed.
package enum PrintingError: Error, Sendable, Equatable {
  /// libcups is not installed.
  case noLibrary
  /// There is no such document; `nearest` is a file with a similar name.
  case missingFile(path: String, nearest: String?)
  /// The document cannot be read.
  case unreadableFile(path: String, reason: String)
  /// The document is no PDF that can be printed.
  case unusableFile(path: String, reason: String)
  /// Pages are asked for that the document does not have.
  case pagesBeyondEnd(asked: String, pages: Int)
  /// No connection to the server.
  case serverUnreachable(server: String, reason: String)
  /// The connection broke and could not be made again; `job` has its document only where that is known.
  case serverLost(server: String, reason: String, job: Int?)
  /// The server wants someone else, by the status of HTTP.
  case notAllowed(server: String, status: Int)
  /// The server refused an operation, in its own words.
  case refused(operation: String, reason: String)
  /// No printer was named, and there is no usual one.
  case noDefaultPrinter(known: [String])
  /// The server has no such queue.
  case unknownPrinter(name: String, known: [String], nearest: String?)
  /// What is asked for and the printer lacks; each with what it has.
  case lacking(printer: String, lacks: [Lack])
  /// The queue was paused.
  case paused(printer: String, message: String)
  /// The queue takes no jobs.
  case rejecting(printer: String, message: String)
  /// The printer does not answer where the server would send the document.
  case printerOff(printer: String, device: String, reason: String)
  /// The server knows no such job.
  case unknownJob(id: Int)
  /// The job is over already.
  case jobOver(PrintJob)
  /// The job ended otherwise than on paper.
  case jobFailed(PrintJob)
  /// The job stands in a queue that does not print.
  case jobStuck(PrintJob, Trouble)
  /// The job was withdrawn when it could not be told whether its document had come.
  case jobUncertain(PrintJob)

  /// Something that a printer cannot do.
  package struct Lack: Sendable, Hashable {
    /// What was asked for, as on the command line.
    package var asked: String
    /// What the printer has instead.
    package var has: String
  }

  /// Who can mend it.
  package enum Kind: Sendable { case commandLine, input, surroundings }

  /// Who can mend it.
  package var kind: Kind {
    switch self {
    case .lacking, .pagesBeyondEnd: .commandLine
    case .unusableFile, .missingFile: .input
    default: .surroundings
    }
  }
}
