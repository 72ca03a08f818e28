import CCUPS

extension PrintServer {
  /// Sees that a printer can take a document now.
  ///
  /// - Throws: where the queue is paused or closed, or where the printer is known to be off.
  package func checkReady(_ printer: Printer) throws(PrintingError) {
    if !printer.isAccepting { throw .rejecting(printer: printer.name, message: printer.message) }
    if let trouble = printer.trouble, trouble.kind == .paused {
      throw .paused(printer: printer.name, message: printer.message == "Paused" ? "" : printer.message)
    }
    if address.isLocal, let reason = deviceFault(printer.device) {
      throw .printerOff(printer: printer.name, device: printer.device, reason: reason)
    }
  }

  /// Prints a document as a new job, once.
  ///
  /// A job is made (Create-Job), then gets its document (Send-Document). Where the connection is lost, the job is looked
  /// for before anything is sent again: a job without a document never prints, so that nothing is printed twice.
  ///
  /// - Parameters:
  ///   - document: the file to print.
  ///   - name: what the job is called; others may have the same.
  ///   - plan: what the printer was found to be able to do.
  ///   - printer: the queue.
  /// - Returns: the job, which has its document.
  /// - Throws: ``PrintingError``; the server lost with a job's number means that it may have its document.
  package func submit(_ document: DocumentFile, named name: String, as plan: PrintPlan, to printer: Printer)
    throws(PrintingError) -> PrintJob
  {
    try submit(document, PrintTicket(name: name, plan: plan, printer: printer))
  }

  /// Prints a document unless a job of that name was printed, is being printed or waits.
  ///
  /// For jobs whose name nobody else uses: asked again after a crash at any moment, it prints what was not printed and
  /// nothing twice. A job that was canceled or aborted after its document came is given back as it is: whether to print
  /// again, under another name, is for the caller to say.
  package func submitOnce(_ document: DocumentFile, named name: String, as plan: PrintPlan, to printer: Printer)
    throws(PrintingError) -> PrintJob
  {
    if let job = try find(jobNamed: name, on: printer.name) { return job }
    return try submit(document, PrintTicket(name: name, plan: plan, printer: printer))
  }

  /// The job of a name that was printed, is being printed or waits; else one that came to another end.
  ///
  /// Jobs of that name that wait for their document are withdrawn first: whoever made them is gone, and without a document
  /// they would print nothing.
  ///
  /// - Returns: `nil` where no job of the name ever had its document.
  package func find(jobNamed name: String, on printer: String) throws(PrintingError) -> PrintJob? {
    var found: PrintJob?
    for job in try jobs(of: printer) where job.name == name {
      guard let job = try settled(job) else { continue }
      if found == nil || !(job.state == .canceled || job.state == .aborted) { found = job }
    }
    return found
  }
}

/// One submission: what is made again where it must be.
private struct PrintTicket {
  var name: String
  var plan: PrintPlan
  var printer: Printer
  /// Tells this submission's job from all others, also of the same name.
  let mark: String

  init(name: String, plan: PrintPlan, printer: Printer) {
    self.name = name
    self.plan = plan
    self.printer = printer
    mark = String(UInt64.random(in: 0...UInt64.max), radix: 36) + String(UInt64.random(in: 0...UInt64.max), radix: 36)
  }
}

extension PrintJob {
  /// Whether a submission made it and it still waits for its document.
  fileprivate func isMine(_ ticket: PrintTicket) -> Bool {
    submission == ticket.mark && !state.isFinal
  }
}

extension PrintServer {
  private func submit(_ document: DocumentFile, _ ticket: PrintTicket) throws(PrintingError) -> PrintJob {
    for attempt in 0..<3 {
      let (id, wasLost) = try createJob(ticket)
      guard let job = try send(document, to: id, ticket) else { continue }
      if wasLost || attempt > 0 { withdrawOthers(of: ticket, but: id) }
      return job
    }
    throw .serverLost(server: address.description, reason: "it broke off three times", job: nil)
  }

  /// Makes the job, without its document yet; gives its number, and whether an answer was lost before.
  private func createJob(_ ticket: PrintTicket) throws(PrintingError) -> (id: Int, wasLost: Bool) {
    for attempt in 0..<3 {
      let answer: IPPResponse
      do throws(TransportFailure) {
        answer = try exchange(createRequest(ticket), resource: resource(of: ticket.printer.name))
      } catch {
        guard case .lost = error else { throw failure(error) }
        if let made = try jobs(of: ticket.printer.name).last(where: { $0.isMine(ticket) }) { return (made.id, true) }
        continue
      }
      if answer.isSuccess, let id = answer.groups.first?.integer("job-id") { return (id, attempt > 0) }
      throw .refused(operation: "the job", reason: answer.message)
    }
    throw .serverLost(server: address.description, reason: "it broke off three times", job: nil)
  }

  /// Sends the document.
  ///
  /// - Returns: `nil` where the connection was lost and the job, which did not get its document, was withdrawn.
  private func send(_ document: DocumentFile, to id: Int, _ ticket: PrintTicket) throws(PrintingError) -> PrintJob? {
    let answer: IPPResponse
    do throws(TransportFailure) {
      answer = try exchange(sendRequest(id), resource: resource(of: ticket.printer.name), document: document)
    } catch {
      guard case .lost(let reason) = error else {
        withdraw(id)
        throw failure(error)
      }
      let job: PrintJob?
      do throws(PrintingError) {
        job = try settled(self.job(id))
      } catch {
        throw .serverLost(server: address.description, reason: reason, job: id)
      }
      if let job, job.state == .canceled { throw .jobUncertain(job) }
      return job
    }
    guard answer.isSuccess else {
      withdraw(id)
      throw .refused(operation: "the document", reason: answer.message)
    }
    // What the server said with the answer is enough: another question could fail, and the job is printed all the same.
    guard var job = answer.groups.first.flatMap({ PrintJob($0, printer: ticket.printer.name) }) else {
      return try self.job(id)
    }
    job.name = ticket.name
    job.hasDocument = true
    return job
  }

  /// A job whose document came; `nil` for one that never will have one: it is withdrawn first, so that this stays true.
  ///
  /// The server may still be reading what had arrived when the connection broke: it gets a second and a half.
  private func settled(_ job: PrintJob) throws(PrintingError) -> PrintJob? {
    var job = job
    for wait in [0.1, 0.2, 0.4, 0.8] {
      if job.hasDocument { return job }
      if job.state.isFinal { return nil }
      pause(wait)
      job = try self.job(job.id)
    }
    withdraw(job.id)
    job = try self.job(job.id)
    return job.hasDocument ? job : nil
  }

  /// Withdraws what this submission began and did not use: a request whose answer was lost may be carried out late.
  private func withdrawOthers(of ticket: PrintTicket, but id: Int) {
    guard let jobs = try? jobs(of: ticket.printer.name) else { return }
    for job in jobs where job.isMine(ticket) && job.id != id && !job.hasDocument && !job.state.isFinal {
      withdraw(job.id)
    }
  }

  /// Withdraws a job without its document; where that fails, the server does it by itself after some minutes.
  private func withdraw(_ id: Int) {
    _ = try? exchange(request(IPP_OP_CANCEL_JOB, job: id), resource: "/jobs/")
  }

  private func createRequest(_ ticket: PrintTicket) -> IPPRequest {
    let plan = ticket.plan
    let request = request(IPP_OP_CREATE_JOB, printer: ticket.printer.name)
    request.addOperation("job-name", ticket.name, as: IPP_TAG_NAME)
    request.addJob("copies", plan.copies)
    if let collation = plan.collation {
      let order = collation == .collated ? "collated" : "uncollated"
      request.addJob("multiple-document-handling", "separate-documents-\(order)-copies")
    }
    if !plan.ranges.isEmpty { request.addJob("page-ranges", plan.ranges) }
    request.addJob("sides", plan.sides.keyword)
    if let medium = plan.medium {
      request.addJob("media", medium.keyword)
      request.addJob("print-scaling", plan.isScaled ? "fit" : "none")
    }
    if plan.release == .held { request.addJob("job-hold-until", "indefinite") }
    request.addJob(PrintJob.submissionAttribute, ticket.mark, as: IPP_TAG_NAME)
    return request
  }

  private func sendRequest(_ id: Int) -> IPPRequest {
    let request = request(IPP_OP_SEND_DOCUMENT, job: id)
    request.addOperation("document-format", "application/pdf", as: IPP_TAG_MIMETYPE)
    request.addOperation("last-document", true)
    return request
  }
}
