package import Diagnostics
package import Files
package import Values

/// One data file of the command line: `FILE` or `name=FILE`.
package struct DataArgument: Sendable, Hashable {
  /// Where the file's content goes; the root where none is given.
  package var name: ValuePath
  /// The file; `-` is standard input.
  package var path: String

  /// Reads `FILE` or `name=FILE`.
  ///
  /// What stands before `=` is a name unless it could be a folder.
  package init(_ argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].contains("/"), let name = ValuePath(String(parts[0])) {
      self.name = name
      path = String(parts[1])
    } else {
      name = ValuePath()
      path = argument
    }
  }
}

/// Reads all data of a run: the files in order, merged so that later ones win, then the single settings.
///
/// Settings are `path=value`, each value written as in YAML.
///
/// - Returns: always a map; what could not be read is missing from it and reported.
package func readData(
  _ files: [DataArgument],
  settings: [String],
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) -> Value {
  var data = Value(.map(ValueMap()))
  for argument in files {
    do {
      let file = try loader.loadNamed(argument.path)
      guard let value = readData(file: file, pointer: argument.name.pointer, diagnostics: &diagnostics) else {
        continue
      }
      merge(value, of: file, at: argument.name, into: &data, diagnostics: &diagnostics)
    } catch {
      diagnostics.report(error.diagnostic())
    }
  }
  applySettings(settings, to: &data, loader: loader, diagnostics: &diagnostics)
  return data
}

/// Puts single settings, `path=value`, into data.
package func applySettings(
  _ settings: [String],
  to data: inout Value,
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) {
  for setting in settings {
    apply(setting, to: &data, loader: loader, diagnostics: &diagnostics)
  }
}

/// Puts a value under a name, merged with what is there.
package func put(_ value: Value, at name: ValuePath, into data: inout Value, diagnostics: inout DiagnosticList) {
  do throws(ValuePathError) {
    let present = data.value(at: name)
    try data.set(present.map { $0.merged(with: value) } ?? value, at: name)
  } catch {
    diagnostics.report(.unusablePath(name, error, span: value.place?.span))
  }
}

/// Reads one file by its format; `pointer` is the JSON pointer of the place that its content takes in the data.
///
/// - Returns: `nil` where the file cannot be understood; why is reported.
package func readData(file: LoadedFile, pointer: String = "", diagnostics: inout DiagnosticList) -> Value? {
  guard let text = checkedText(of: file, diagnostics: &diagnostics) else { return nil }
  switch dataFormat(of: file) {
  case .yaml: return readYAML(text, pointer: pointer, diagnostics: &diagnostics)
  case .json: return readJSON(text, pointer: pointer, diagnostics: &diagnostics)
  case .csv: return readCSV(text, pointer: pointer, diagnostics: &diagnostics)
  case nil:
    diagnostics.report(.unknownFormat(file))
    return nil
  }
}

private enum DataFormat { case yaml, json, csv }

/// By the extension; standard input by its first character, as it has no name.
private func dataFormat(of file: LoadedFile) -> DataFormat? {
  let name = fileName(file.path)
  switch name.split(separator: ".").last?.lowercased() {
  case "yaml", "yml": return .yaml
  case "json": return .json
  case "csv", "tsv": return .csv
  default:
    guard file.path == "<stdin>" else { return nil }
    let first = file.bytes.first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[") ? .json : .yaml
  }
}

private func merge(
  _ value: Value,
  of file: LoadedFile,
  at name: ValuePath,
  into data: inout Value,
  diagnostics: inout DiagnosticList
) {
  if name.steps.isEmpty {
    switch value.kind {
    case .map: data = data.merged(with: value)
    case .null: break  // An empty file adds nothing.
    default: diagnostics.report(.rootIsNoMap(value, file: file))
    }
    return
  }
  put(value, at: name, into: &data, diagnostics: &diagnostics)
}

private func apply(
  _ setting: String,
  to data: inout Value,
  loader: FileLoader,
  diagnostics: inout DiagnosticList
) {
  let bytes = Array(setting.utf8)
  let source = loader.addText(path: "--set", bytes: bytes)
  let span = SourceSpan(source: source, offset: 0, length: bytes.count)
  guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")),
    let path = ValuePath(String(decoding: bytes[..<equals], as: UTF8.self))
  else {
    diagnostics.report(.unreadableSetting(setting, span: span))
    return
  }
  let text = SourceText(source: source, bytes: bytes[(equals + 1)...])
  guard let value = readSetting(text, pointer: path.pointer, diagnostics: &diagnostics) else { return }
  do throws(ValuePathError) {
    try data.set(value, at: path)
  } catch {
    diagnostics.report(.unusablePath(path, error, span: span))
  }
}

/// A value in quotes or brackets is YAML; anything else is one plain scalar, so that `title=A: b` needs no quotes.
private func readSetting(_ text: SourceText, pointer: String, diagnostics: inout DiagnosticList) -> Value? {
  let structured: [UInt8] = [0x22, 0x27, UInt8(ascii: "["), UInt8(ascii: "{")]
  if let first = text.bytes.first, structured.contains(first) {
    return readYAML(text, pointer: pointer, diagnostics: &diagnostics)
  }
  let span = text.span(from: text.bytes.startIndex, to: text.bytes.endIndex)
  let place = ValuePlace(span: span, pointer: pointer)
  return plainScalar(String(decoding: text.bytes, as: UTF8.self), place: place, diagnostics: &diagnostics)
}
