import Files
import Glibc
import Printing
package import VanBan

/// A queue of a print server, in which documents are jobs with names of their own.
package struct PrintDestination: Destination {
  /// The queue.
  package let printer: String

  /// The place of the queue `printer` on the server of VANBAN_SERVER, else of CUPS's own settings.
  package init(printer: String) {
    self.printer = printer
  }

  /// Whether the queue has, or had, a job of the document's name.
  ///
  /// A job that somebody withdrew had arrived; one that the printer broke off had not, and is sent again.
  package func holds(_ document: FinishedDocument) throws(RenderError) -> Bool {
    try printing { () throws(PrintingError) in
      let job = try server().find(jobNamed: jobName(document), on: printer)
      return job.map { $0.state != .aborted } ?? false
    }
  }

  /// Sends the document; the queue has taken it when this returns.
  package func deliver(_ document: FinishedDocument, bytes: [UInt8]) throws(RenderError) {
    let path = try temporaryFile(bytes)
    defer { unlink(path) }
    try printing { () throws(PrintingError) in
      let server = try server()
      let queue = try server.printer(named: printer)
      try server.checkReady(queue)
      let file = try DocumentFile(path)
      let plan = try queue.plan(PrintOptions(), for: PrintedDocument(file))
      _ = try server.submit(file, named: jobName(document), as: plan, to: queue)
    }
  }

  /// The server must know the queue.
  package func check() throws(RenderError) {
    try printing { () throws(PrintingError) in _ = try server().printer(named: printer) }
  }

  private func server() throws(PrintingError) -> PrintServer {
    try PrintServer(environment("VANBAN_SERVER").flatMap { ServerAddress($0) })
  }

  /// The file's name, and the token that no other document has; names of jobs have at most 255 bytes (RFC 8011, 5.1.3).
  private func jobName(_ document: FinishedDocument) -> String {
    var name = document.name
    while name.utf8.count > 200 { name.removeLast() }
    return "\(name) [\(document.token)]"
  }

  private func printing<Result>(_ work: () throws(PrintingError) -> Result) throws(RenderError) -> Result {
    do throws(PrintingError) {
      return try work()
    } catch {
      throw RenderError(error.kind == .surroundings ? .surroundings : .input, error.message, help: error.help)
    }
  }

  /// A file that only this user can read, as a document may be confidential.
  private func temporaryFile(_ bytes: [UInt8]) throws(RenderError) -> String {
    var name = Array("\(environment("TMPDIR") ?? "/tmp")/vanban-schedule-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var isWritten = descriptor >= 0
    var start = 0
    while isWritten, start < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + start }, bytes.count - start) }
      if count > 0 { start += count } else { isWritten = errno == EINTR }
    }
    let reason = errno
    if descriptor >= 0 { close(descriptor) }
    if isWritten { return path }
    if descriptor >= 0 { unlink(path) }
    throw RenderError(
      .surroundings,
      "no temporary file can be written: \(String(cString: strerror(reason)))",
      path: path,
      help: "set TMPDIR to a folder with room"
    )
  }
}
