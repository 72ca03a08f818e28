package import VanBan

/// What is made by the calendar: which documents, of which data, when, and where they go.
package struct Job: Sendable, Equatable {
  /// Where the data comes from.
  package enum Source: Sendable, Equatable {
    /// The indicators in the store.
    case kpi
    /// A data file; its path is absolute.
    case file(String)
  }

  /// The number that the ledger knows it by; 0 before it is stored.
  ///
  /// A job that is removed and added anew gets another one.
  package var id = 0
  /// Its name, by which users know it.
  package var name: String
  /// The template: an absolute path or a shipped template's name.
  package var template: String
  /// Where the data comes from.
  package var source: Source
  /// The list in the data of which each item gets a document, such as `organisations`.
  package var each: String
  /// When it is due.
  package var rule: DueRule
  /// The name of the time zone.
  package var zone: String
  /// Which days' data a report holds.
  package var window: DataWindow
  /// Where documents go, in order.
  package var destinations: [DestinationName]
  /// The name of a document's file, with `{organisation}`, `{period}` and values of the data.
  package var output: String
  /// Single values of the data, `path=value`.
  package var values: [String] = []
  /// Folders from which the template may read files; absolute.
  package var roots: [String] = []
  /// Whether it waits until it is resumed.
  package var isPaused = false
  /// Runs due from here on are made.
  package var since: Instant

  /// A job of its parts; what is left out has its default.
  package init(
    name: String,
    template: String,
    source: Source,
    each: String,
    rule: DueRule,
    since: Instant
  ) {
    self.name = name
    self.template = template
    self.source = source
    self.each = each
    self.rule = rule
    self.since = since
    zone = Zone.vietNam
    window = .decree
    destinations = []
    output = Self.defaultOutput
  }

  /// The name of files where the user gives none.
  package static let defaultOutput = "{organisation}-{period}.pdf"

  /// When its reports are due.
  package func timetable() throws(RenderError) -> Timetable {
    Timetable(rule: rule, zone: try Zone(named: zone), window: window)
  }
}

/// A place to which documents are delivered, as users write it: `folder:PATH` or `print:PRINTER`.
package struct DestinationName: Sendable, Hashable {
  /// The kinds of places.
  package enum Kind: String, Sendable, CaseIterable {
    case folder, print
  }

  /// What kind of place.
  package var kind: Kind
  /// The folder's absolute path, or the printer's name.
  package var place: String

  /// A place of its parts.
  package init(_ kind: Kind, _ place: String) {
    self.kind = kind
    self.place = place
  }

  /// Reads `folder:PATH` or `print:PRINTER`.
  package init(_ text: String) throws(RenderError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else {
      throw RenderError(.input, "'\(text)' is no destination", help: "write folder:PATH or print:PRINTER")
    }
    self.init(kind, String(parts[1]))
  }
}

extension DestinationName: CustomStringConvertible {
  /// As users write it.
  package var description: String { "\(kind.rawValue):\(place)" }
}
