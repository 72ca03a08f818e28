package import VanBan

/// A place to which documents are handed over.
///
/// Handing over cannot be part of a transaction of the ledger. What makes it exactly once is that a place can be asked,
/// after a crash, whether a document has arrived.
package protocol Destination {
  /// Whether the document has arrived: under its name, with its content as far as the place can tell.
  func holds(_ document: FinishedDocument) throws(RenderError) -> Bool

  /// Hands the document over; it has arrived when this returns.
  ///
  /// Only called after ``holds(_:)`` said no.
  func deliver(_ document: FinishedDocument, bytes: [UInt8]) throws(RenderError)

  /// Refuses a place that cannot take documents, before a job is stored.
  func check() throws(RenderError)
}

/// A document that has been made.
package struct FinishedDocument: Sendable, Equatable {
  /// The name of its file, or of the print job.
  package var name: String
  /// The checksum of its bytes.
  package var sha256: String
  /// Tells it apart from all other documents of all jobs; the same after a crash.
  package var token: String
  /// Whether an earlier attempt may have left a part of it.
  package var isRetry: Bool

  /// A document of its parts.
  package init(name: String, sha256: String, token: String, isRetry: Bool) {
    self.name = name
    self.sha256 = sha256
    self.token = token
    self.isRetry = isRetry
  }
}

/// Finds the place behind a name.
package protocol Destinations {
  /// The place.
  func destination(_ name: DestinationName) throws(RenderError) -> any Destination
}
