/// On which sides of a sheet pages are printed.
package enum Sides: String, Sendable, Hashable, CaseIterable {
  /// On one side only.
  case one
  /// On both, turned over at the long edge, as a book.
  case long
  /// On both, turned over at the short edge, as a calendar.
  case short

  /// The keyword of RFC 8011, 5.2.8.
  var keyword: String {
    switch self {
    case .one: "one-sided"
    case .long: "two-sided-long-edge"
    case .short: "two-sided-short-edge"
    }
  }

  init?(keyword: String) {
    guard let sides = Self.allCases.first(where: { $0.keyword == keyword }) else { return nil }
    self = sides
  }

  /// How many pages a sheet takes.
  package var pagesPerSheet: Int { self == .one ? 1 : 2 }
}

/// A queue of a print server: what it is doing and what it can do.
package struct Printer: Sendable, Hashable {
  /// What a queue does (RFC 8011, 5.4.11).
  package enum State: String, Sendable {
    case idle, printing, stopped
  }

  /// The queue's name.
  package var name: String
  /// The operator's description, often the model.
  package var info: String
  /// What it does now.
  package var state: State
  /// Why it stopped or wants someone: keywords such as `media-empty-error`.
  package var reasons: [String]
  /// The server's words about the state.
  package var message: String
  /// Whether new jobs are taken.
  package var isAccepting: Bool
  /// Where the server sends what is printed.
  package var device: String
  /// The papers that it can be told to use.
  package var media: [Medium]
  /// The papers that lie in it now; empty where it cannot tell.
  package var loadedMedia: [Medium]
  /// The paper used where none is asked for.
  package var defaultMedium: Medium?
  /// The sides that it can print.
  package var sides: [Sides]
  /// The sides used where none are asked for.
  package var defaultSides: Sides
  /// Whether it prints colours.
  package var hasColor: Bool
  /// The fewest and the most copies of a job.
  package var copies: ClosedRange<Int>
  /// Whether it keeps the sheets of a copy together.
  package var canCollate: Bool
  /// Whether it can print all copies of a sheet before the next.
  package var canStack: Bool
  /// Whether single pages can be asked for.
  package var takesPageRanges: Bool
  /// Whether a job can wait until someone lets it go.
  package var canHold: Bool
  /// The server's clock when it answered, as jobs are stamped by it: seconds.
  package var serverTime: Int
}

extension Printer {
  /// The attributes that are asked for.
  static let attributeNames = [
    "printer-name", "printer-info", "printer-state", "printer-state-reasons", "printer-state-message",
    "printer-is-accepting-jobs", "printer-up-time", "device-uri", "media-supported", "media-ready", "media-default",
    "sides-supported", "sides-default", "color-supported", "copies-supported", "multiple-document-handling-supported",
    "page-ranges-supported", "job-hold-until-supported",
  ]

  /// A printer as a server describes it; `nil` without a name.
  init?(_ attributes: AttributeGroup) {
    guard let name = attributes.text("printer-name") else { return nil }
    self.name = name
    info = attributes.text("printer-info") ?? ""
    state =
      switch attributes.integer("printer-state") {
      case 4: .printing
      case 5: .stopped
      default: .idle
      }
    reasons = attributes.texts("printer-state-reasons").filter { $0 != "none" }
    message = attributes.text("printer-state-message") ?? ""
    isAccepting = attributes.boolean("printer-is-accepting-jobs") ?? true
    device = attributes.text("device-uri") ?? ""
    media = attributes.texts("media-supported").map { Medium($0) }.filter { !$0.isCustom }
    loadedMedia = attributes.texts("media-ready").map { Medium($0) }
    defaultMedium = attributes.text("media-default").map { Medium($0) }
    let sides = attributes.texts("sides-supported").compactMap { Sides(keyword: $0) }
    self.sides = sides.isEmpty ? [.one] : sides
    defaultSides = attributes.text("sides-default").flatMap { Sides(keyword: $0) } ?? .one
    hasColor = attributes.boolean("color-supported") ?? false
    copies = attributes.range("copies-supported") ?? 1...1
    let handling = attributes.texts("multiple-document-handling-supported")
    canCollate = handling.contains("separate-documents-collated-copies")
    canStack = handling.contains("separate-documents-uncollated-copies")
    takesPageRanges = attributes.boolean("page-ranges-supported") ?? false
    canHold = attributes.texts("job-hold-until-supported").contains("indefinite")
    serverTime = attributes.integer("printer-up-time") ?? 0
  }

  /// Whether both sides of a sheet can be printed.
  package var hasDuplex: Bool { sides.contains(.long) || sides.contains(.short) }
}

extension Medium {
  /// Whether the name stands for a range of sizes (PWG 5101.1, 5.3), not for a paper.
  fileprivate var isCustom: Bool { keyword.hasPrefix("custom_min") || keyword.hasPrefix("custom_max") }
}
