import CCUPS
import Diagnostics
import Glibc

/// A print server (CUPS, or another that speaks IPP as it does): its queues and their jobs.
///
/// Connects with the first question and keeps the connection. Not Sendable: one task, which stays on one thread while a
/// call runs.
package final class PrintServer {
  /// Where the server listens.
  package let address: ServerAddress
  /// In whose name jobs are made.
  package let user: String

  let library: CUPSLibrary
  private var connection: IPPConnection?

  /// A server; without an address the one of CUPS_SERVER or of CUPS's own settings.
  ///
  /// - Throws: ``PrintingError/noLibrary``; whether the server answers is seen with the first question.
  package init(_ address: ServerAddress? = nil) throws(PrintingError) {
    guard let library = CUPSLibrary.shared else { throw .noLibrary }
    self.library = library
    let host = library.cupsServer().map { String(cString: $0) } ?? "localhost"
    self.address = address ?? ServerAddress(host: host, port: Int(library.ippPort()))
    user = library.cupsUser().map { String(cString: $0) } ?? "anonymous"
    // Without a terminal nobody can be asked for a password: the server's refusal is then the answer.
    if isatty(STDIN_FILENO) == 0 { library.cupsSetPasswordCB2({ _, _, _, _, _ in nil }, nil) }
  }

  /// The queues, sorted by name.
  package func printers() throws(PrintingError) -> [Printer] {
    let answer = try ask("the list of printers", resource: "/") {
      let request = self.request(IPP_OP_CUPS_GET_PRINTERS)
      request.addRequested(Printer.attributeNames)
      return request
    }
    // A server without printers says that there are none.
    guard answer.isSuccess || answer.status == notFound else {
      throw .refused(operation: "the list of printers", reason: answer.message)
    }
    return answer.groups.compactMap { Printer($0) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The name of the usual printer: of LPDEST, PRINTER, lpoptions or the server; `nil` where there is none.
  package func defaultPrinterName() throws(PrintingError) -> String? {
    for name in ["LPDEST", "PRINTER"] {
      // "lp" is what old systems set for "any": CUPS passes over it as well.
      if let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty, value != "lp" { return value }
    }
    let answer = try ask("the default printer", resource: "/") {
      let request = self.request(IPP_OP_CUPS_GET_DEFAULT)
      request.addRequested(["printer-name"])
      return request
    }
    return answer.groups.first?.text("printer-name")
  }

  /// A queue by name, or the usual one; the only one there is counts as such.
  package func printer(named name: String? = nil) throws(PrintingError) -> Printer {
    guard let name else { return try usualPrinter() }
    let answer = try ask("the printer '\(name)'", resource: resource(of: name)) {
      let request = self.request(IPP_OP_GET_PRINTER_ATTRIBUTES, printer: name)
      request.addRequested(Printer.attributeNames)
      return request
    }
    if answer.isSuccess, let printer = answer.groups.first.flatMap({ Printer($0) }) { return printer }
    guard answer.status == notFound || answer.isSuccess else {
      throw .refused(operation: "the question for the printer '\(name)'", reason: answer.message)
    }
    let known = try printers().map(\.name)
    throw .unknownPrinter(name: name, known: known, nearest: nearestName(to: name, in: known))
  }

  private func usualPrinter() throws(PrintingError) -> Printer {
    if let name = try defaultPrinterName() { return try printer(named: name) }
    let all = try printers()
    guard all.count == 1 else { throw .noDefaultPrinter(known: all.map(\.name)) }
    return all[0]
  }

  /// A job by its number.
  package func job(_ id: Int) throws(PrintingError) -> PrintJob {
    let answer = try ask("job \(id)", resource: "/jobs/") {
      let request = self.request(IPP_OP_GET_JOB_ATTRIBUTES, job: id)
      request.addRequested(PrintJob.attributeNames)
      return request
    }
    if answer.isSuccess, let job = answer.groups.first.flatMap({ PrintJob($0) }) { return job }
    if answer.status == notFound { throw .unknownJob(id: id) }
    throw .refused(operation: "the question for job \(id)", reason: answer.message)
  }

  /// Every job of a queue that the server remembers, those that are over included, oldest first.
  package func jobs(of printer: String) throws(PrintingError) -> [PrintJob] {
    let answer = try ask("the jobs of '\(printer)'", resource: resource(of: printer)) {
      let request = self.request(IPP_OP_GET_JOBS, printer: printer)
      request.addOperation("which-jobs", "all", as: IPP_TAG_KEYWORD)
      request.addRequested(PrintJob.attributeNames)
      return request
    }
    guard answer.isSuccess else {
      throw .refused(operation: "the list of jobs of '\(printer)'", reason: answer.message)
    }
    return answer.groups.compactMap { PrintJob($0, printer: printer) }.sorted { $0.id < $1.id }
  }

  /// Withdraws a job.
  ///
  /// - Throws: ``PrintingError/jobOver(_:)`` where nothing is left to withdraw.
  package func cancel(_ id: Int) throws(PrintingError) {
    let before = try job(id)
    if before.state.isFinal { throw .jobOver(before) }
    let answer = try ask("the end of job \(id)", resource: "/jobs/") { self.request(IPP_OP_CANCEL_JOB, job: id) }
    if answer.isSuccess { return }
    let after = try job(id)
    if after.state == .canceled { return }
    if after.state.isFinal { throw .jobOver(after) }
    throw .refused(operation: "to withdraw job \(id)", reason: answer.message)
  }
}

/// client-error-not-found (RFC 8011, B.1.4.7).
private let notFound = 0x0406

extension PrintServer {
  func request(_ operation: ipp_op_t, printer: String? = nil, job: Int? = nil) -> IPPRequest {
    let request = IPPRequest(operation, library: library)
    if let printer {
      request.addOperation("printer-uri", "ipp://localhost\(resource(of: printer))", as: IPP_TAG_URI)
    }
    if let job { request.addOperation("job-uri", "ipp://localhost/jobs/\(job)", as: IPP_TAG_URI) }
    request.addOperation("requesting-user-name", user, as: IPP_TAG_NAME)
    return request
  }

  func resource(of printer: String) -> String { "/printers/\(encoded(printer))" }

  /// Sends a request once, over the connection there is or a new one.
  func exchange(_ request: IPPRequest, resource: String, document: DocumentFile? = nil) throws(TransportFailure)
    -> IPPResponse
  {
    let connection: IPPConnection
    if let present = self.connection {
      connection = present
    } else {
      connection = try IPPConnection(to: address, library: library)
      self.connection = connection
    }
    do throws(TransportFailure) {
      return try connection.send(request, resource: resource, document: document)
    } catch {
      self.connection = nil
      throw error
    }
  }

  /// Asks a question that may be asked again: after a lost connection it is, twice, a little later.
  private func ask(_ what: String, resource: String, _ make: () -> IPPRequest) throws(PrintingError) -> IPPResponse {
    let isFirst = connection == nil
    var attempt = 0
    while true {
      do throws(TransportFailure) {
        return try exchange(make(), resource: resource)
      } catch {
        guard case .lost(let reason) = error else { throw failure(error) }
        attempt += 1
        guard attempt <= 2 else {
          throw isFirst
            ? .serverUnreachable(server: address.description, reason: reason)
            : .serverLost(server: address.description, reason: reason, job: nil)
        }
        pause(attempt == 1 ? 0.1 : 0.5)
      }
    }
  }

  /// What a failed exchange means where the connection was not merely lost.
  func failure(_ error: TransportFailure) -> PrintingError {
    switch error {
    case .lost(let reason): .serverLost(server: address.description, reason: reason, job: nil)
    case .refused(let status): .notAllowed(server: address.description, status: status)
    case .unreadable(let reason):
      .unreadableFile(
        path: "the document",
        reason: reason == 0 ? "it became shorter" : String(cString: strerror(reason))
      )
    }
  }
}

/// Waits.
func pause(_ seconds: Double) {
  usleep(UInt32(seconds * 1_000_000))
}
