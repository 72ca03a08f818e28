import Diagnostics

extension RenderError {
  /// The error as a JSON line with the keys of a diagnostic's.
  public var jsonLine: String {
    let fields = [
      ("code", quoted("run-\(kind.rawValue)")), ("severity", quoted("error")), ("file", path.map(quoted)),
      ("line", nil),
      ("column", nil), ("data", nil), ("page", nil), ("message", quoted(message)), ("help", help.map(quoted)),
    ]
    return "{" + fields.map { "\"\($0)\":\($1 ?? "null")" }.joined(separator: ",") + "}\n"
  }
}

extension RenderSummary {
  /// The summary as a JSON object.
  public var jsonLine: String {
    let outputs = outputs.map(quoted).joined(separator: ",")
    let sample = sample.map(quoted) ?? "null"
    return "{\"outputs\":[\(outputs)],\"pages\":\(pages),\"passes\":\(passes),\"sample\":\(sample)}"
  }
}
