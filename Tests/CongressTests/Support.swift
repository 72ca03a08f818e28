import Congress
import DataSources
import Diagnostics
import Files
import Values

/// A text read as YAML and then as congress data: what templates see, and each diagnostic as `code line:column`.
func read(_ text: String, as path: String = "congress.yaml") -> (data: Value, found: [String], messages: [String]) {
  let loader = FileLoader()
  let source = loader.addText(path: path, bytes: Array(text.utf8))
  let file = LoadedFile(path: path, source: source, folder: ".", bytes: Array(text.utf8))
  var diagnostics = DiagnosticList()
  let value = readData(file: file, diagnostics: &diagnostics) ?? Value(.map(ValueMap()))
  let data = readCongress(value, diagnostics: &diagnostics)
  let found = diagnostics.all.map { diagnostic in
    let place = diagnostic.span.map { loader.sources.location(of: $0) }
    let mark = diagnostic.severity == .warning ? " warning" : ""
    return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")\(mark)"
  }
  return (data, found, diagnostics.all.map { $0.message + ($0.help.map { "; \($0)" } ?? "") })
}

extension Value {
  /// What stands at a path, in one line: for comparing.
  func at(_ path: String) -> String {
    ValuePath(path).flatMap { value(at: $0) }?.dump ?? "missing"
  }

  /// The value in one line, with texts in quotes.
  var dump: String {
    switch kind {
    case .null: "null"
    case .bool(let bool): String(bool)
    case .number(let number): number.description
    case .text(let text): "'\(text)'"
    case .list(let list): "[" + list.map(\.dump).joined(separator: ", ") + "]"
    case .map(let map): "{" + map.keys.map { "\($0): \(map[$0]?.dump ?? "")" }.joined(separator: ", ") + "}"
    }
  }
}
