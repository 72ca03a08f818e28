import Diagnostics
package import Values

/// The format of an output.
public enum OutputFormat: String, Sendable, CaseIterable {
  case pdf, png, svg
}

/// The name of an output as the user gave it: a path that may hold `{page}` and `{path.in.data}`.
public struct OutputName: Sendable, Hashable {
  /// The text, braces included.
  public var pattern: String

  /// A name of `pattern`.
  public init(_ pattern: String) {
    self.pattern = pattern
  }

  /// Whether the output is standard output.
  public var isStandardOutput: Bool { pattern == "-" }

  /// What the extension says; `nil` for another one or none.
  public var format: OutputFormat? {
    guard let dot = pattern.lastIndex(of: ".") else { return nil }
    return OutputFormat(rawValue: pattern[pattern.index(after: dot)...].lowercased())
  }

  /// Whether each page gets a file of its own.
  public var hasPage: Bool { pattern.contains("{page}") }

  /// The name for one page: `{page}` becomes its number.
  func path(page: Int) -> String {
    pattern.split(separator: "{page}", omittingEmptySubsequences: false).joined(separator: String(page))
  }

  /// Puts values of the data in place of `{path}`; `{page}` stays.
  ///
  /// `standIns` are names with a meaning of their own, where the data has none of that name.
  package func filled(with data: Value, standIns: [String: String] = [:]) throws(RenderError) -> OutputName {
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      result += rest[..<open]
      result += name == "page" ? "{page}" : try value(of: name, in: data, standIns: standIns)
      rest = rest[rest.index(after: close)...]
    }
    return OutputName(result + rest)
  }

  private func value(of name: String, in data: Value, standIns: [String: String]) throws(RenderError) -> String {
    let value = ValuePath(name).flatMap { data.value(at: $0) }
    if value == nil, let standIn = standIns[name] { return safeForFileSystems(standIn) }
    switch value?.kind {
    case .text(let text): return safeForFileSystems(text)
    case .number(let number): return number.description
    case nil:
      let nearest = nearestName(to: name, in: data.map?.keys ?? []).map { "did you mean {\($0)}?" }
      throw RenderError(
        .input,
        "the output's name asks for {\(name)}, which the data does not have",
        path: pattern,
        help: nearest ?? "name a text or a number of the data, or {page}"
      )
    default:
      throw RenderError(
        .input,
        "the output's name asks for {\(name)}, which is \(value?.kindName ?? "nothing")",
        path: pattern,
        help: "name a text or a number of the data"
      )
    }
  }
}

/// A text as a part of a file name: what file systems refuse, shells and other systems misread, or names of ours take for
/// something else, becomes `-`.
package func safeForFileSystems(_ text: String) -> String {
  let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", "{", "}"]
  let safe = text.map { character -> Character in
    let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    return forbidden.contains(character) || isControl ? "-" : character
  }
  let name = String(safe).drop { $0 == "." || $0 == " " }
  return name.isEmpty ? "-" : String(name)
}
