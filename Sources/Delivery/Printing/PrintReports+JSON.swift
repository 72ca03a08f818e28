import Diagnostics

extension Printer {
  /// The printer as a JSON object.
  package var jsonLine: String {
    object([
      ("name", quoted(name)), ("info", quoted(info)), ("state", quoted(state.rawValue)),
      ("reasons", array(reasons)), ("message", quoted(message)), ("accepting", "\(isAccepting)"),
      ("device", quoted(device)), ("media", array(media.map(\.name))), ("media-keywords", array(media.map(\.keyword))),
      ("media-loaded", array(loadedMedia.map(\.name))),
      ("media-default", defaultMedium.map { quoted($0.name) } ?? "null"),
      ("duplex", "\(hasDuplex)"), ("sides", array(sides.map(\.rawValue))),
      ("sides-default", quoted(defaultSides.rawValue)),
      ("color", "\(hasColor)"), ("copies", "[\(copies.lowerBound),\(copies.upperBound)]"), ("collate", "\(canCollate)"),
      ("pages", "\(takesPageRanges)"), ("hold", "\(canHold)"),
    ])
  }
}

extension PrintJob {
  /// The job as a JSON object, with what it comes to where that is known.
  package func jsonLine(plan: PrintPlan? = nil) -> String {
    var fields = [
      ("job", "\(id)"), ("printer", quoted(printer)), ("title", quoted(name)), ("state", quoted(state.rawValue)),
      ("reasons", array(reasons)), ("message", quoted(message)), ("pages-done", "\(pagesDone)"),
    ]
    if let plan {
      fields += [
        ("pages", "\(plan.pages)"), ("copies", "\(plan.copies)"), ("sheets", "\(plan.sheets)"),
        ("sides", quoted(plan.sides.rawValue)), ("media", plan.medium.map { quoted($0.name) } ?? "null"),
      ]
    }
    return object(fields)
  }
}

private func object(_ fields: [(String, String)]) -> String {
  "{" + fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
}

private func array(_ texts: [String]) -> String {
  "[" + texts.map(quoted).joined(separator: ",") + "]"
}
