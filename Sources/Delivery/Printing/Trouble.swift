/// What keeps a printer from printing.
package struct Trouble: Sendable, Hashable {
  /// Whether it goes away by itself.
  package enum Kind: Sendable {
    /// The queue was paused: an operator lets it go on.
    case paused
    /// The printer does not answer.
    case off
    /// Someone must do something at the printer, such as put in paper.
    case attention
  }

  /// Whether it goes away by itself.
  package var kind: Kind
  /// What it is, in words.
  package var message: String
}

extension Printer {
  /// What keeps it from printing now; `nil` where nothing is known to.
  ///
  /// CUPS tells of a printer that is off by a keyword or, over IPP, by a sentence alone: both are read.
  package var trouble: Trouble? {
    if state == .stopped || reasons.contains("paused") {
      return Trouble(kind: .paused, message: "the queue '\(name)' is paused" + detail)
    }
    let keywords = reasons.map(bareReason)
    let isOff =
      keywords.contains { ["offline", "shutdown", "timed-out"].contains($0) }
      || offSentences.contains { message.lowercased().contains($0) }
    if isOff { return Trouble(kind: .off, message: "the printer '\(name)' does not answer" + detail) }
    if let keyword = keywords.first(where: { attentionWords[$0] != nil }), let words = attentionWords[keyword] {
      return Trouble(kind: .attention, message: "the printer '\(name)' \(words)")
    }
    return nil
  }

  private var detail: String { message.isEmpty || message == "Paused" ? "" : " (\(message))" }
}

/// A keyword without its severity (RFC 8011, 5.4.12).
private func bareReason(_ keyword: String) -> String {
  for ending in ["-error", "-warning", "-report"] where keyword.hasSuffix(ending) {
    return String(keyword.dropLast(ending.count))
  }
  return keyword
}

/// Parts of what the backends of CUPS say about a device that does not answer.
private let offSentences = ["unavailable at this time", "not responding", "unable to locate", "offline"]

private let attentionWords = [
  "media-empty": "is out of paper", "media-needed": "wants paper", "media-jam": "has a paper jam",
  "toner-empty": "is out of toner", "marker-supply-empty": "is out of toner or ink", "door-open": "has an open door",
  "cover-open": "has an open cover", "interlock-open": "has an open cover",
  "output-area-full": "has a full output tray",
  "input-tray-missing": "lacks its paper tray", "developer-empty": "is out of developer",
]
