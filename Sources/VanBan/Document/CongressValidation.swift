import Congress
import DataSources
import Diagnostics
import Values

/// What a check of congress data covered, where it found no error.
public struct CongressValidation: Sendable, Hashable {
  /// Rules that had something to check.
  public var rules: Int
  /// The election rules in force.
  public var regulation: String?
  /// How many delegates, sessions, motions, elections and rounds of elections the data has.
  public var counts: [Count]

  /// A number of things and what they are called.
  public struct Count: Sendable, Hashable {
    /// The plural: "delegates".
    public var name: String
    /// How many.
    public var number: Int
  }

  /// The result as a JSON object.
  public var jsonLine: String {
    let fields = counts.map { "\"\($0.name)\":\($0.number)" }.joined(separator: ",")
    return "{\"valid\":true,\"rules\":\(rules),\"regulation\":\(regulation.map(quoted) ?? "null"),\(fields)}"
  }
}

extension RenderContext {
  /// Reads congress data and holds it to the rules; nothing is set or written.
  ///
  /// - Returns: `nil` where errors were reported; see ``diagnostics(as:errorsOnly:)``.
  public func validateCongress() -> CongressValidation? {
    let files = settings.data.map { DataArgument($0) }
    let data = readData(files, settings: settings.values, loader: loader, diagnostics: &found)
    if found.hasErrors { return nil }
    let summary = checkedCongress(data).summary
    if found.hasErrors { return nil }
    let counts = [
      ("delegates", summary.delegates), ("sessions", summary.sessions), ("motions", summary.motions),
      ("elections", summary.elections), ("rounds", summary.rounds),
    ]
    return CongressValidation(
      rules: summary.rules,
      regulation: summary.regulation,
      counts: counts.map { CongressValidation.Count(name: $0.0, number: $0.1) }
    )
  }
}
