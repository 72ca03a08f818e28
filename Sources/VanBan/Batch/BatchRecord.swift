import DataSources
import Diagnostics
import Files
import Values

/// One record of a batch and what becomes of it.
struct BatchRecord: Sendable {
  /// Its place among the records, from 1.
  var number: Int
  /// What tells it apart from all others.
  var key: String
  /// The name of its document; `nil` where the data does not make one.
  var name: OutputName?
  /// The data of its document.
  var data: Value
  /// What is wrong with its data or its name.
  var problems = DiagnosticList()
  /// An error that is no diagnostic, of its name.
  var failure: RenderError?
}

/// Where the records are: the parts of `--each`.
struct RecordSource: Sendable, Hashable {
  /// Where each record goes in the data; the root where no name is given.
  var name: ValuePath
  /// The file.
  var file: String
  /// The list inside the file, where one is named.
  var path: ValuePath?

  /// Reads `[name=]FILE[#path]`; a file whose own name holds `#` is taken as it is.
  init(_ text: String) throws(RenderError) {
    let argument = DataArgument(text)
    name = argument.name
    file = argument.path
    guard !isFile(argument.path), let mark = argument.path.lastIndex(of: "#") else { return }
    let list = String(argument.path[argument.path.index(after: mark)...])
    guard let path = ValuePath(list) else {
      throw RenderError(
        .input,
        "'\(list)' of --each names no place in the data",
        path: text,
        help: "write FILE#path, such as congress.yaml#delegates"
      )
    }
    file = String(argument.path[..<mark])
    self.path = path
  }
}

extension RenderContext {
  /// The values of the records in order.
  ///
  /// - Throws: where the file holds no list; mistakes in the file itself are reported, and the list is then empty.
  func readRecords(_ source: RecordSource) throws(RenderError) -> [Value] {
    let file: LoadedFile
    do throws(FileError) {
      file = try loader.loadNamed(source.file)
    } catch {
      throw RenderError(file: error)
    }
    guard let value = readData(file: file, diagnostics: &found), !found.hasErrors else { return [] }
    let list = source.path.map { value.value(at: $0) } ?? theList(in: value)
    guard let records = list?.list else { throw noList(in: value, of: source, found: list) }
    return records
  }

  /// A file's list: itself, or the only list of the map that it holds.
  private func theList(in value: Value) -> Value? {
    guard let map = value.map else { return value }
    let lists = map.keys.compactMap { map[$0] }.filter { $0.list != nil }
    return lists.count == 1 ? lists[0] : nil
  }

  private func noList(in value: Value, of source: RecordSource, found: Value?) -> RenderError {
    let lists = value.map.map { map in map.keys.filter { map[$0]?.list != nil } } ?? []
    let asked = source.path.map { "'\(source.file)' has no list at '\($0)'" }
    let what = found.map { ": it is \($0.kindName)" } ?? ""
    return RenderError(
      .input,
      asked.map { $0 + what } ?? "'\(source.file)' does not say which list holds the records",
      path: source.file,
      help: lists.isEmpty
        ? "give a file with a list of maps, or CSV"
        : "name one: \(lists.map { "\(source.file)#\($0)" }.joined(separator: ", "))"
    )
  }

  /// The data of a record's document: the files given for all, then the record, then single settings.
  func data(ofRecord record: Value, at name: ValuePath, over base: Value) -> Value {
    var data = base
    if name.steps.isEmpty {
      if record.map != nil { data = data.merged(with: record) } else { found.report(.recordIsNoMap(record)) }
    } else {
      put(record, at: name, into: &data, diagnostics: &found)
    }
    applySettings(settings.values, to: &data, loader: loader, diagnostics: &found)
    return data
  }
}
