import Congress
import DataSources
import Diagnostics
import Files
import Foundation
import Values

/// What reading congress data came to, and what was found, each as `code line:column`.
struct Outcome {
  var data: Value
  var found: [String]
  /// The texts that the diagnostics point at, each as `code text`.
  var pointed: [String]
  /// Messages and what they advise.
  var messages: [String]
  var summary: CongressSummary
}

/// The repository.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The files of election rules, by name.
let regulations: [Value] = {
  let folder = root.appending(path: "profiles").path
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  let loader = FileLoader()
  var diagnostics = DiagnosticList()
  return names.filter { $0.hasPrefix("election-") }.sorted().map { name in
    readData([DataArgument("\(folder)/\(name)")], settings: [], loader: loader, diagnostics: &diagnostics)
  }
}()

/// Texts read as the files of their names and then as congress data.
func read(_ files: [(name: String, text: String)]) -> Outcome {
  let loader = FileLoader()
  var diagnostics = DiagnosticList()
  var data = Value(.map(ValueMap()))
  for (name, text) in files {
    let source = loader.addText(path: name, bytes: Array(text.utf8))
    let file = LoadedFile(path: name, source: source, folder: ".", bytes: Array(text.utf8))
    var value = readData(file: file, diagnostics: &diagnostics) ?? Value(.map(ValueMap()))
    if value.list != nil {
      // A list goes under its file's name, as name=FILE puts it.
      var map = ValueMap()
      map[String(name.prefix { $0 != "." })] = value
      value = Value(.map(map))
    }
    data = data.merged(with: value)
  }
  let reading = readCongress(data, regulations: regulations, diagnostics: &diagnostics)
  let sources = loader.sources
  return Outcome(
    data: reading.data,
    found: diagnostics.all.map { diagnostic in
      let place = diagnostic.span.map { sources.location(of: $0) }
      let mark = diagnostic.severity == .warning ? " warning" : ""
      return "\(diagnostic.code) \(place.map { "\($0.line):\($0.column)" } ?? "-")\(mark)"
    },
    pointed: diagnostics.all.map { diagnostic in
      let text = diagnostic.span.map { span in
        let bytes = sources.bytes(of: span.source)
        return String(decoding: bytes[Int(span.offset)..<Int(span.offset + span.length)], as: UTF8.self)
      }
      let mark = diagnostic.severity == .warning ? "warning " : ""
      return "\(mark)\(diagnostic.code) \(text ?? "-")"
    },
    messages: diagnostics.all.map { $0.message + ($0.help.map { "; \($0)" } ?? "") },
    summary: reading.summary
  )
}

/// One text read as YAML, as it stands.
func readRaw(_ text: String) -> Value? {
  let loader = FileLoader()
  let source = loader.addText(path: "congress.yaml", bytes: Array(text.utf8))
  let file = LoadedFile(path: "congress.yaml", source: source, folder: ".", bytes: Array(text.utf8))
  var diagnostics = DiagnosticList()
  return readData(file: file, diagnostics: &diagnostics)
}

/// One text read as YAML and then as congress data.
func read(_ text: String) -> Outcome {
  read([("congress.yaml", text)])
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

  /// One field of each item of the list at a path.
  func each(_ path: String, _ key: String) -> String {
    let items = ValuePath(path).flatMap { value(at: $0) }?.list ?? []
    return items.map { $0.map?[key]?.dump ?? "missing" }.joined(separator: " ")
  }
}
