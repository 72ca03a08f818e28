import DataSources
import Diagnostics
import Files
import Values

/// A text read as a file called `path`: the value and each diagnostic as `code line:column`.
func read(_ text: String, as path: String) -> (value: Value?, found: [String], helps: [String]) {
  read(bytes: Array(text.utf8), as: path)
}

func read(bytes: [UInt8], as path: String) -> (value: Value?, found: [String], helps: [String]) {
  let loader = FileLoader()
  let source = loader.addText(path: path, bytes: bytes)
  let file = LoadedFile(path: path, source: source, folder: ".", bytes: bytes)
  var diagnostics = DiagnosticList()
  let value = readData(file: file, diagnostics: &diagnostics)
  return (value, described(diagnostics, loader.sources), diagnostics.all.map { $0.help ?? "" })
}

func described(_ diagnostics: DiagnosticList, _ sources: SourceTable) -> [String] {
  diagnostics.all.map { diagnostic in
    let place = diagnostic.span.map { sources.location(of: $0) }
    return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")"
  }
}

extension Value {
  /// The value in one line, with texts in quotes: for comparing.
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
