/// How a document is to be printed; what is `nil` is left to the printer.
package struct PrintOptions: Sendable, Hashable {
  /// How often.
  package var copies = 1
  /// Whether the sheets of a copy stay together.
  package var collation = Collation.collated
  /// Which pages.
  package var pages: PageRanges?
  /// On which sides of the sheets.
  package var sides: Sides?
  /// On which paper: `A4`, or the printer's own name.
  package var medium: String?
  /// Whether the job waits in the queue until someone lets it go.
  package var release = Release.atOnce

  /// One copy of every page as the printer is set.
  package init() {}

  /// The order of the sheets of several copies.
  package enum Collation: Sendable { case collated, stacked }

  /// When a job may be printed.
  package enum Release: Sendable { case atOnce, held }
}

/// A job in a queue, as the server tells it.
package struct PrintJob: Sendable, Hashable {
  /// Where a job is on its way (RFC 8011, 5.3.7).
  package enum State: String, Sendable {
    case pending, held, printing, stopped, canceled, aborted, completed

    init(code: Int?) {
      switch code {
      case 4: self = .held
      case 5: self = .printing
      case 6: self = .stopped
      case 7: self = .canceled
      case 8: self = .aborted
      case 9: self = .completed
      default: self = .pending
      }
    }

    /// Whether nothing more will happen to it.
    package var isFinal: Bool { self == .canceled || self == .aborted || self == .completed }
  }

  /// The server's number for it.
  package var id: Int
  /// Its name.
  package var name: String
  /// The queue it is in.
  package var printer: String
  /// Where it is on its way.
  package var state: State
  /// Keywords that say why.
  package var reasons: [String]
  /// The server's words about it.
  package var message: String
  /// Pages that the server has passed on, copies included; a printer that is off may have got none of them.
  package var pagesDone: Int
  /// Whether the server has its document: without one, nothing is ever printed.
  package var hasDocument: Bool
  /// When it was made, by the server's clock: seconds.
  package var created: Int
  /// The mark of the submission that made it.
  var submission: String?
}

extension PrintJob {
  /// The attributes that are asked for.
  static let attributeNames = [
    "job-id", "job-name", "job-printer-uri", "job-state", "job-state-reasons", "job-printer-state-message",
    "job-impressions-completed", "number-of-documents", "job-k-octets", "time-at-creation", submissionAttribute,
  ]

  /// Where a submission's mark is kept.
  ///
  /// CUPS keeps attributes that it does not know, and printers never see them.
  static let submissionAttribute = "vanban-submission"

  /// A job as a server describes it; `nil` without a number.
  init?(_ attributes: AttributeGroup, printer: String? = nil) {
    guard let id = attributes.integer("job-id") else { return nil }
    self.id = id
    name = attributes.text("job-name") ?? ""
    let queue = attributes.text("job-printer-uri").flatMap { $0.split(separator: "/").last.map(String.init) }
    self.printer = printer ?? queue.flatMap(decoded) ?? ""
    state = State(code: attributes.integer("job-state"))
    reasons = attributes.texts("job-state-reasons").filter { $0 != "none" }
    message = attributes.text("job-printer-state-message") ?? ""
    pagesDone = attributes.integer("job-impressions-completed") ?? 0
    // The documents of a job that is over may have been thrown away; their size is kept.
    hasDocument =
      (attributes.integer("number-of-documents") ?? 0) > 0 || (attributes.integer("job-k-octets") ?? 0) > 0
      || state == .completed
    created = attributes.integer("time-at-creation") ?? 0
    submission = attributes.text(Self.submissionAttribute)
  }
}
