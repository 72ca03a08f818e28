/// The keys of congress data with their labels, as Markdown: a part of docs/congress-data.md.
package func congressKeyReference() -> String {
  var tables: [(path: String, table: RecordTable)] = []
  collect(CongressTables.root, at: "", into: &tables)
  return tables.map { path, table in
    let title = path.isEmpty ? "The root" : "`\(path)`"
    let rows = table.fields.map { field in
      let labels = field.labels.map { "`\($0)`" }.joined(separator: ", ")
      let mark = field.isRequired ? " **(needed)**" : ""
      return "| `\(field.key)` | \(labels) | \(described(field.kind)) | \(field.summary)\(mark) |"
    }
    return "### \(title)\n\n\(sentences(of: table))| key | or in Vietnamese | holds | means |\n|---|---|---|---|\n"
      + rows.joined(separator: "\n") + "\n"
  }.joined(separator: "\n")
}

/// Each table once, where it is first met.
private func collect(_ table: RecordTable, at path: String, into tables: inout [(path: String, table: RecordTable)]) {
  if tables.contains(where: { $0.table.name == table.name }) { return }
  tables.append((path, table))
  for field in table.fields {
    let inner = path.isEmpty ? field.key : "\(path).\(field.key)"
    switch field.kind {
    case .record(let next): collect(next, at: inner, into: &tables)
    case .records(let next), .recordsOrCount(let next): collect(next, at: "\(inner)[]", into: &tables)
    default: continue
    }
  }
}

private func sentences(of table: RecordTable) -> String {
  var sentences: [String] = []
  if let shorthand = table.shorthand { sentences.append("A text alone is the `\(shorthand)`.") }
  if table.range != nil { sentences.append("May be a text: `2025 - 2030`.") }
  if let pairs = table.pairs {
    let value = pairs.value.map { ", their plain values the `\($0)`" } ?? ""
    sentences.append("The list may be a map: its keys are the `\(pairs.key)`\(value).")
  }
  if table.others == .passed { sentences.append("Other keys pass to the template.") }
  return sentences.isEmpty ? "" : sentences.joined(separator: " ") + "\n\n"
}

private func described(_ kind: FieldKind) -> String {
  switch kind {
  case .text: "a text"
  case .texts, .lines: "a text or a list of texts"
  case .textOrCount: "a text or a number"
  case .count: "a whole number"
  case .ordinal: "a whole number: `4`, `IV`"
  case .counts: "a list of whole numbers"
  case .percent: "a percentage: `95.12`, `95,12%`"
  case .fraction: "a fraction: `2/3`"
  case .truth: "true or false: `có`, `không`"
  case .date: "a day: `2026-06-12`, `12/6/2026`"
  case .moment: "a time: `2026-06-12 08:00`, `8 giờ 30 ngày 12/6/2026`, `08:30`"
  case .choice(let choice):
    choice.options.map { "`\($0.value)`" + ($0.labels.first.map { " (\($0))" } ?? "") }.joined(separator: ", ")
  case .record(let table): table.name
  case .records(let table): "a list, each item \(table.name)"
  case .recordsOrCount(let table): "a list, each item \(table.name), or a whole number"
  case .free: "anything"
  }
}
