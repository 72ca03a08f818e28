package import VanBan

/// One thing that happened in a run, for whoever watches.
package enum RunEvent: Sendable {
  /// A document has arrived; `already`: it had before, in a run that could not write that down.
  case delivered(Delivery, already: Bool)
  /// An attempt failed.
  case failed(Delivery, RenderError, next: Instant)
  /// It failed before, and its pause is not over.
  case waiting(Delivery)
  /// Another run is at it.
  case inWork(Delivery)
  /// The data of a period cannot be read, so that none of its documents can be made.
  case periodFailed(Job, DueRun, RenderError, next: Instant)
  /// The same failed before, and its pause is not over.
  case periodWaiting(Job, LedgerPeriod)
  /// The job cannot be run at all.
  case jobFailed(Job, RenderError)
}

/// What a run came to.
package struct RunReport: Sendable, Equatable {
  /// Documents that arrived.
  package var delivered = 0
  /// Documents that had arrived before.
  package var already = 0
  /// Failures that the author of the template or of the data can mend.
  package var failedByInput = 0
  /// Failures of disks, printers and servers.
  package var failedBySurroundings = 0
  /// What failed before and is not tried yet.
  package var waiting = 0
  /// What other runs are at.
  package var inWork = 0
  /// Whether the run was asked to end before it was done.
  package var isStopped = false

  /// Nothing happened yet.
  package init() {}

  /// Who can mend what failed: `nil` where nothing did.
  package var failure: RenderError.Kind? {
    if failedBySurroundings + waiting > 0 { return .surroundings }
    return failedByInput > 0 ? .input : nil
  }

  /// Whether something failed while something else arrived.
  package var isPartial: Bool { failure != nil && delivered + already > 0 }

  mutating func count(_ event: RunEvent) {
    switch event {
    case .delivered(_, let already):
      if already { self.already += 1 } else { delivered += 1 }
    case .failed(_, let error, _), .periodFailed(_, _, let error, _), .jobFailed(_, let error):
      if error.kind == .surroundings { failedBySurroundings += 1 } else { failedByInput += 1 }
    case .waiting, .periodWaiting: waiting += 1
    case .inWork: inWork += 1
    }
  }
}
