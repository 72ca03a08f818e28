import Diagnostics
package import Values

/// The formats in which data is written.
package enum DataFormat: String, Sendable, CaseIterable {
  case csv, json, yaml
}

/// A value as JSON (RFC 8259), indented, each record of a list on a line of its own.
package func writtenJSON(_ value: Value) -> String {
  var text = ""
  writeJSON(value, indent: "", into: &text)
  return text + "\n"
}

private func writeJSON(_ value: Value, indent: String, into text: inout String) {
  switch value.kind {
  case .list(let items) where !items.isEmpty:
    text += "[\n"
    for (index, item) in items.enumerated() {
      text += indent + "  "
      writeJSON(item, indent: indent + "  ", into: &text)
      text += index + 1 < items.count ? ",\n" : "\n"
    }
    text += indent + "]"
  case .map(let map) where map.keys.contains { map[$0]?.isNested == true }:
    text += "{\n"
    for (index, key) in map.keys.enumerated() {
      text += "\(indent)  \(quoted(key)): "
      writeJSON(map[key] ?? .null, indent: indent + "  ", into: &text)
      text += index + 1 < map.count ? ",\n" : "\n"
    }
    text += indent + "}"
  case .map(let map):
    text += "{" + map.keys.map { "\(quoted($0)): \(scalar(map[$0] ?? .null))" }.joined(separator: ", ") + "}"
  default: text += scalar(value)
  }
}

/// A value as YAML: block style for what is nested, one line for a record of scalars, every text in double quotes.
package func writtenYAML(_ value: Value) -> String {
  var text = ""
  writeYAML(value, indent: "", into: &text)
  return text
}

private func writeYAML(_ value: Value, indent: String, into text: inout String) {
  switch value.kind {
  case .map(let map) where !map.isEmpty:
    for key in map.keys {
      let inner = map[key] ?? .null
      if inner.isNested {
        text += "\(indent)\(plainKey(key)):\n"
        writeYAML(inner, indent: indent + "  ", into: &text)
      } else {
        text += "\(indent)\(plainKey(key)): \(flow(inner))\n"
      }
    }
  case .list(let items) where !items.isEmpty:
    for item in items {
      if item.isNested, item.map == nil || item.map?.keys.contains(where: { item.map?[$0]?.isNested == true }) == true {
        text += "\(indent)-\n"
        writeYAML(item, indent: indent + "  ", into: &text)
      } else {
        text += "\(indent)- \(flow(item))\n"
      }
    }
  default: text += "\(indent)\(flow(value))\n"
  }
}

private func flow(_ value: Value) -> String {
  if let map = value.map {
    return "{" + map.keys.map { "\(plainKey($0)): \(flow(map[$0] ?? .null))" }.joined(separator: ", ") + "}"
  }
  if let list = value.list { return "[" + list.map(flow).joined(separator: ", ") + "]" }
  return scalar(value)
}

/// A key needs no quotes where it is a plain word.
private func plainKey(_ key: String) -> String {
  key.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x5F } && !["null", "true", "false"].contains(key)
    ? key : quoted(key)
}

private func scalar(_ value: Value) -> String {
  switch value.kind {
  case .null: "null"
  case .bool(let bool): bool ? "true" : "false"
  case .number(let number): number.description
  case .text(let text): quoted(text)
  case .list: "[]"
  case .map: "{}"
  }
}

extension Value {
  /// Whether it holds other values.
  fileprivate var isNested: Bool {
    switch kind {
    case .list(let items): !items.isEmpty
    case .map(let map): !map.isEmpty
    default: false
    }
  }
}

/// Exported tables as one CSV (RFC 4180): the column `record` says of each row what it is.
package func writtenCSV(_ tables: Value) -> String {
  let columns: [Column] = [
    .record, .organisation, .indicator, .period, .value, .target, .comment, .code, .name, .unit, .direction, .places,
    .aggregation, .pace, .headline, .superior, .symbol, .place, .authority, .post, .signer,
  ]
  var text = columns.map(\.rawValue).joined(separator: ",") + "\n"
  func append(_ kind: TableKind, _ row: ValueMap) {
    let fields = columns.map { column in
      column == .record ? kind.rawValue : csvField(row[column.rawValue] ?? .null)
    }
    text += fields.joined(separator: ",") + "\n"
  }
  let map = tables.map ?? ValueMap()
  for name in map["settings"]?.map?.keys ?? [] {
    var row = ValueMap()
    row["code"] = .text(name)
    row["value"] = map["settings"]?.map?[name]
    append(.settings, row)
  }
  for kind in TableKind.allCases where kind != .settings {
    for row in map[kind.rawValue]?.list ?? [] { append(kind, row.map ?? ValueMap()) }
  }
  return text
}

private func csvField(_ value: Value) -> String {
  let text = value.plainText ?? ""
  let isPlain =
    !text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D || $0 == 0x3B || $0 == 0x09 }
    && text.utf8.first != 0x20 && text.utf8.last != 0x20
  return isPlain
    ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
