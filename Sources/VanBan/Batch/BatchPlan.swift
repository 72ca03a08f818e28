import Diagnostics
import Files
import Markup
import Values

/// A batch before anything is made: its records, their names, the template.
struct BatchPlan: Sendable {
  var template: Template
  var tree: ElementTree
  var format: OutputFormat
  var records: [BatchRecord]
  var report: String
}

extension RenderContext {
  /// Reads the template and the records, and gives each its name.
  ///
  /// - Returns: `nil` where mistakes were reported that concern all records.
  /// - Throws: also where two records have one key or one name.
  func plan(_ batch: BatchSettings, of template: Template) throws(RenderError) -> BatchPlan? {
    let source = try RecordSource(batch.each)
    try addRoots(of: template)
    let base = readSharedData()
    let values = try readRecords(source)
    let model = readManifest(of: template).model
    guard let tree = try readTemplate(template), !found.hasErrors else { return nil }
    // Read before the records: a mistake in these files is no record's own.
    _ = readProfileFiles(kind: "")
    if found.hasErrors { return nil }
    let names = try BatchNames(batch, count: values.count)
    var records: [BatchRecord] = []
    records.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      let outer = found
      found = DiagnosticList()
      var data = data(ofRecord: value, at: source.name, over: base)
      if let model, !found.hasErrors { data = read(data, as: model) }
      addProfile(to: &data, for: tree, date: settings.date ?? DocumentDate(data: data))
      var record = BatchRecord(number: index + 1, key: "", data: data, problems: found)
      found = outer
      try names.name(&record)
      records.append(record)
    }
    try refuseDoubles(in: records)
    return BatchPlan(
      template: template,
      tree: tree,
      format: names.format,
      records: records.filter { batch.shard?.holds(key: $0.key) != false },
      report: names.report
    )
  }

  /// Two records that share a key or a name: the second would be taken for the first, or replace its document.
  private func refuseDoubles(in records: [BatchRecord]) throws(RenderError) {
    var keys: [String: Int] = [:]
    var names: [String: Int] = [:]
    for record in records {
      if let name = record.name?.pattern, let first = names.updateValue(record.number, forKey: name) {
        throw RenderError(
          .input,
          "records \(first) and \(record.number) would have one file: '\(name)'; nothing was written",
          path: name,
          help: "put a field into the name that tells the records apart, or {number}"
        )
      }
      if let first = keys.updateValue(record.number, forKey: record.key) {
        throw RenderError(
          .input,
          "records \(first) and \(record.number) have one key: '\(record.key)'; nothing was written",
          help: "name a field with --key that tells the records apart"
        )
      }
    }
  }
}

/// Gives records their keys and their documents' names.
struct BatchNames {
  let pattern: OutputName
  let format: OutputFormat
  let report: String
  private let key: ValuePath?
  private let digits: Int

  init(_ batch: BatchSettings, count: Int) throws(RenderError) {
    if let text = batch.key {
      guard let path = ValuePath(text) else {
        throw RenderError(.input, "'\(text)' of --key names no field", help: "write a path such as delegate.number")
      }
      key = path
    } else {
      key = nil
    }
    digits = max(4, String(count).utf8.count)
    let given = OutputName(batch.output)
    let isPattern = given.format != nil && !isFolder(batch.output)
    format = batch.format ?? (isPattern ? given.format : nil) ?? .pdf
    let part = format == .pdf ? "" : "-{page}"
    let name = (batch.key == nil ? "{number}" : "{key}") + part + ".\(format.rawValue)"
    pattern = isPattern ? given : OutputName(joined(batch.output, name))
    let folder = isPattern ? Self.fixedFolder(of: batch.output) : batch.output
    let share = batch.shard.map { "-\($0.index)-of-\($0.count)" } ?? ""
    report = batch.report ?? joined(folder, "batch-report\(share).jsonl")
  }

  /// The part of a pattern's folder that is the same for all records.
  private static func fixedFolder(of pattern: String) -> String {
    guard let brace = pattern.firstIndex(of: "{") else { return parentFolder(pattern) }
    return parentFolder(String(pattern[..<brace]) + "x")
  }

  /// Gives a record its key and its name; a field that its data lacks is its own failure.
  ///
  /// - Throws: where the key is missing, as it would not be known which record that is.
  func name(_ record: inout BatchRecord) throws(RenderError) {
    let number = String(record.number)
    var standIns = ["number": String(repeating: "0", count: max(0, digits - number.utf8.count)) + number]
    if let key {
      switch record.data.value(at: key)?.kind {
      case .text(let text) where !text.isEmpty: record.key = text
      case .number(let value): record.key = value.description
      default:
        throw RenderError(
          .input,
          "record \(record.number) has no '\(key)' to be known by; nothing was written",
          help: "give every record the field of --key: a text or a number"
        )
      }
      standIns["key"] = record.key
    }
    do throws(RenderError) {
      let name = try pattern.filled(with: record.data, standIns: standIns)
      record.name = name
      if key == nil { record.key = name.pattern }
    } catch {
      record.failure = error
      if key == nil { record.key = "#\(number)" }
    }
  }
}
