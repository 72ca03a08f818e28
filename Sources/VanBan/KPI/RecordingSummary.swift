import Diagnostics
import KPI

/// What was recorded.
public struct RecordingSummary: Sendable {
  /// In words, such as `120 values recorded, 3 corrected, 17 already there`.
  public let text: String
  /// As one line of JSON.
  public let jsonLine: String

  init(_ outcome: KPIOutcome, store: String) {
    let kinds = [
      ("definition", outcome.definitions), ("target", outcome.targets), ("value", outcome.values),
      ("comment", outcome.comments),
    ]
    let fields = kinds.map { name, counts in
      "\"\(name)s\":{\"added\":\(counts.added),\"changed\":\(counts.changed),\"unchanged\":\(counts.unchanged)}"
    }
    jsonLine =
      "{\"store\":\(quoted(store)),\(fields.joined(separator: ",")),\"missing\":\(outcome.missing),"
      + "\"changed\":\(!outcome.changesNothing)}"
    let missing = outcome.missing == 0 ? "" : "; \(counted(outcome.missing, "value")) not known"
    if outcome.changesNothing {
      text = "\(store): nothing changed, all of it is there already\(missing)"
      return
    }
    let parts = kinds.compactMap { name, counts in describe(name, counts) }
    text = "\(store): \(parts.joined(separator: "; "))\(missing)"
  }
}

private func describe(_ name: String, _ counts: KPIOutcome.Counts) -> String? {
  if counts.added + counts.changed + counts.unchanged == 0 { return nil }
  var parts: [String] = []
  if counts.added > 0 { parts.append("\(counted(counts.added, name)) recorded") }
  if counts.changed > 0 { parts.append("\(counted(counts.changed, name)) changed") }
  if counts.unchanged > 0 { parts.append("\(counted(counts.unchanged, name)) as before") }
  return parts.joined(separator: ", ")
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
