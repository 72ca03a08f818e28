extension PrintServer {
  /// Waits until a job is on paper.
  ///
  /// Paper that is missing and the like are waited for; a queue that is paused, or a printer that gives no answer for
  /// `patience` seconds, ends the wait: the job stays in the queue.
  ///
  /// - Parameters:
  ///   - job: the job, which has its document.
  ///   - patience: how long a printer may give no answer, in seconds.
  ///   - report: told of each change of the job or of what keeps the printer.
  /// - Returns: the job, completed.
  /// - Throws: ``PrintingError/jobFailed(_:)``, ``PrintingError/jobStuck(_:_:)`` or that the server is gone.
  package func wait(for job: PrintJob, patience: Double = 5, report: (PrintJob, Trouble?) -> Void)
    throws(PrintingError) -> PrintJob
  {
    var last: (PrintJob, Trouble?)?
    var offSince: ContinuousClock.Instant?
    var interval = 0.1
    while true {
      let current = try asked(job.id)
      if current.state == .completed { return current }
      if current.state.isFinal { throw .jobFailed(current) }
      // What keeps the printer matters to the job that it is printing, or that comes next.
      let trouble = try printer(named: current.printer).trouble
      if last.map({ $0 != (current, trouble) }) != false { report(current, trouble) }
      last = (current, trouble)
      switch trouble?.kind {
      case .paused: if let trouble, current.state != .held { throw .jobStuck(current, trouble) }
      case .off:
        let since = offSince ?? .now
        offSince = since
        if let trouble, since.duration(to: .now) >= .seconds(patience) { throw .jobStuck(current, trouble) }
      default: offSince = nil
      }
      pause(interval)
      interval = min(interval * 1.5, 1)
    }
  }

  /// The job's state; a server that is gone while it has the job is told apart from one that never had it.
  private func asked(_ id: Int) throws(PrintingError) -> PrintJob {
    do throws(PrintingError) {
      return try job(id)
    } catch {
      switch error {
      case .serverLost(let server, let reason, nil), .serverUnreachable(let server, let reason):
        throw .serverLost(server: server, reason: reason, job: id)
      default: throw error
      }
    }
  }
}
