/// How far one document has come on its way to one place.
package enum DeliveryState: String, Sendable, CaseIterable {
  /// It is to be made.
  case planned
  /// A run is making it.
  case claimed
  /// It is made, its checksum is known, and a run is handing it over.
  case rendered
  /// It has arrived; nothing is done with it any more.
  case delivered
  /// The last attempt failed; there will be another one.
  case failed
}

/// One row of the ledger: a job's document about an organisation and a period on its way to one destination.
package struct Delivery: Sendable, Equatable {
  /// The number of the row.
  package var id: Int
  /// The job's name.
  package var job: String
  /// The name of the job's time zone.
  package var zone: String
  /// The period's key.
  package var period: String
  /// The organisation's key.
  package var organisation: String
  /// The destination as users write it.
  package var destination: String
  /// The name of the file or of the print job, settled when the row was planned.
  package var document: String
  /// Tells the document apart from all others, of other stores too.
  package var token: String
  /// How far it has come.
  package var state: DeliveryState
  /// How often it has been tried.
  package var attempts: Int
  /// When it was due.
  package var due: Instant
  /// Why the last attempt failed.
  package var error: String?
  /// The checksum of what was made last.
  package var sha256: String?
  /// Who works at it: ``Owner``, with the time of its lease.
  package var lease: Lease?
  /// Before this moment it is not tried again.
  package var nextAttempt: Instant?
  /// When a run took it up last.
  package var claimedAt: Instant?
  /// When it was made last.
  package var renderedAt: Instant?
  /// When it had arrived.
  package var deliveredAt: Instant?
  /// When it failed last.
  package var failedAt: Instant?
}

/// The right of one run to work at a row, for a time.
package struct Lease: Sendable, Equatable {
  /// Who has it: ``Owner/description``.
  package var owner: String
  /// From when it holds.
  package var begins: Instant
  /// When it ends by itself.
  package var ends: Instant

  /// How long a run may be silent before another one takes over.
  package static let duration = 600

  /// A lease of its parts.
  package init(owner: String, begins: Instant, ends: Instant) {
    self.owner = owner
    self.begins = begins
    self.ends = ends
  }

  /// A new one.
  package init(owner: String, from now: Instant) {
    self.init(owner: owner, begins: now, ends: now.adding(Self.duration))
  }

  /// Whether it keeps others away.
  ///
  /// One that seems to begin in the future was given before the clock was set back: it must not hold until then.
  package func holds(at now: Instant, isDead: (String) -> Bool) -> Bool {
    begins <= now.adding(Self.duration) && now < ends && !isDead(owner)
  }
}

/// A document that a period asks for.
package struct PlannedDocument: Sendable, Equatable {
  /// The organisation's key, unique in the period.
  package var organisation: String
  /// The name of the file or of the print job.
  package var document: String

  /// A document of its parts.
  package init(organisation: String, document: String) {
    self.organisation = organisation
    self.document = document
  }
}

/// A period of a job in the ledger.
package struct LedgerPeriod: Sendable, Equatable {
  /// The period's key.
  package var key: String
  /// Whether its documents are known: before that nothing of it can be made.
  package var isPlanned: Bool
  /// How many of its deliveries have not arrived.
  package var open: Int
  /// How often its data was asked for in vain.
  package var attempts: Int
  /// Why its data could not be read.
  package var error: String?
  /// Before this moment its data is not asked for again.
  package var nextAttempt: Instant?
  /// When it failed last.
  package var failedAt: Instant?

  /// Whether nothing is left to do.
  package var isComplete: Bool { isPlanned && open == 0 }
}
