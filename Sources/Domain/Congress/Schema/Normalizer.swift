import Diagnostics
import Vietnamese
import Values

/// Turns data as people write it into records with the tables' keys: labels become keys, words become values, dates ISO.
///
/// What cannot be understood is reported and left out, so that each mistake is reported once.
struct Normalizer {
  var diagnostics = DiagnosticList()
  /// The known key that an unknown one nearly is, by table and name: a column of a spreadsheet comes in every row.
  private var nearestNames: [String: String?] = [:]

  /// A record; `nil` where the value is none.
  mutating func record(_ value: Value, _ table: RecordTable) -> Value? {
    if let years = table.range.flatMap({ range(value, $0) }) {
      return Value(.map(fields(of: years, place: value.place, table)), place: value.place)
    }
    if let shorthand = table.shorthand, value.text != nil || value.number != nil {
      var map = ValueMap()
      map[shorthand] = value
      return Value(.map(fields(of: map, place: value.place, table)), place: value.place)
    }
    guard let map = value.map else {
      let wanted = table.shorthand == nil ? "a map" : "a map or a text"
      diagnostics.report(.wrongType(value, wanted: wanted, of: table.name))
      return nil
    }
    return Value(.map(fields(of: map, place: value.place, table)), place: value.place)
  }

  /// `2025 - 2030` as a map of two numbers.
  private func range(_ value: Value, _ keys: (from: String, to: String)) -> ValueMap? {
    let numbers = (value.text ?? "").split { !$0.isNumber }
    guard numbers.count == 2, let from = Int(numbers[0]), let to = Int(numbers[1]) else { return nil }
    var map = ValueMap()
    map[keys.from] = Value(.number(Decimal(from)), place: value.place)
    map[keys.to] = Value(.number(Decimal(to)), place: value.place)
    return map
  }

  private mutating func fields(of map: ValueMap, place: ValuePlace?, _ table: RecordTable) -> ValueMap {
    var result = ValueMap()
    var firstNames: [String: String] = [:]
    var meant: [String] = []  // Keys that were nearly written: they are not reported as missing as well.
    let map = joined(map, table)
    for name in map.keys {
      guard let value = map[name] else { continue }
      guard let field = table.field(named: name) else {
        let nearest = other(name, value, in: table, of: map, into: &result)
        meant += nearest.flatMap { table.field(named: $0)?.key }.map { [$0] } ?? []
        continue
      }
      if let first = firstNames[field.key] {
        diagnostics.report(.sameKeyTwice(name, first: first, value, other: result[field.key]))
        continue
      }
      firstNames[field.key] = name
      if value.isNull { continue }
      guard let read = self.value(value, field) else { continue }
      result[field.key] = read
      if case .choice(let choice) = field.kind { result[field.wordsKey] = words(value, read, choice) }
    }
    for field in table.fields where field.isRequired && firstNames[field.key].flatMap({ map[$0] })?.isNull != false {
      if meant.contains(field.key) { continue }
      diagnostics.report(.missingKey(field, of: table, at: place))
    }
    return result
  }

  /// What the data calls a choice; the first label where it uses the key's own word.
  private func words(_ value: Value, _ read: Value, _ choice: Choice) -> Value {
    let option = read.text.flatMap { choice.option(of: $0) }
    let isOwn = value.text.map { foldedName($0) } == option.map { foldedName($0.value) }
    return Value(.text((isOwn ? option?.labels.first : value.text) ?? ""), place: value.place)
  }

  /// A map in which a later file's value has taken the place of an earlier one's under another label of the same key.
  ///
  /// Files and settings are merged by their keys as written; `present` on the command line and `có mặt` in a file are one.
  private func joined(_ map: ValueMap, _ table: RecordTable) -> ValueMap {
    var result = map
    var firstNames: [String: String] = [:]
    for name in map.keys {
      guard let key = table.field(named: name)?.key, let value = map[name] else { continue }
      guard let first = firstNames[key], let earlier = result[first] else {
        firstNames[key] = name
        continue
      }
      guard value.place?.span.source != earlier.place?.span.source else { continue }
      result[first] = earlier.merged(with: value)
      result[name] = nil
    }
    return result
  }

  /// A key that the table does not have; the known one that it nearly is.
  private mutating func other(
    _ name: String,
    _ value: Value,
    in table: RecordTable,
    of map: ValueMap,
    into result: inout ValueMap
  ) -> String? {
    var nearest = nearestField(to: name, in: table)
    if table.others == .passed, let near = nearest, abs(near.count - name.count) > 1 { nearest = nil }
    let isFree = nearest.flatMap { table.field(named: $0)?.key }.map { key in
      map.keys.contains { table.field(named: $0)?.key == key }
    }
    if table.others == .passed, isFree != false {
      result[name] = value
      return nil
    }
    diagnostics.report(.unknownKey(name, value, in: table, nearest: nearest))
    return nearest
  }

  /// Keys of one or two letters are near to everything: they have no nearest name.
  private mutating func nearestField(to name: String, in table: RecordTable) -> String? {
    let key = "\(table.name)/\(name)"
    if let known = nearestNames[key] { return known }
    let nearest = searchNearest(to: name, in: table)
    nearestNames[key] = .some(nearest)
    return nearest
  }

  private func searchNearest(to name: String, in table: RecordTable) -> String? {
    let folded = foldedName(name)
    guard folded.utf8.count > 2 else { return nil }
    guard let nearest = nearestName(to: folded, in: table.names.map(foldedName)) else { return nil }
    return table.names.first { foldedName($0) == nearest }
  }

  private mutating func value(_ value: Value, _ field: Field) -> Value? {
    switch field.kind {
    case .free: return value
    case .record(let table): return record(value, table)
    case .records(let table): return records(value, table, field)
    case .recordsOrCount(let table):
      return value.list == nil && value.map == nil ? scalar(value, field) : records(value, table, field)
    case .texts, .lines: return list(value) { $0.text($1, field) }
    case .counts: return list(value) { $0.count($1, field) }
    default: return scalar(value, field)
    }
  }

  private mutating func list(_ value: Value, one: (inout Normalizer, Value) -> Value?) -> Value? {
    guard let items = value.list else {
      return one(&self, value).map { Value(.list([$0]), place: value.place) }
    }
    return Value(.list(items.compactMap { one(&self, $0) }), place: value.place)
  }

  private mutating func records(_ value: Value, _ table: RecordTable, _ field: Field) -> Value? {
    if let items = value.list {
      return Value(.list(items.compactMap { record($0, table) }), place: value.place)
    }
    if let pairs = table.pairs, let map = value.map { return paired(map, table, pairs, place: value.place) }
    if table.shorthand != nil, value.text != nil {
      return record(value, table).map { Value(.list([$0]), place: value.place) }
    }
    diagnostics.report(.wrongType(value, wanted: "a list", of: "'\(field.key)'"))
    return nil
  }

  /// A list written as a map: its keys are one field of each record, plain values another.
  private mutating func paired(
    _ map: ValueMap,
    _ table: RecordTable,
    _ pairs: (key: String, value: String?),
    place: ValuePlace?
  ) -> Value {
    let items = map.keys.compactMap { name -> Value? in
      guard let value = map[name] else { return nil }
      var entry = ValueMap()
      var keyPlace = value.place
      if let key = keyPlace?.key { keyPlace?.span = key }
      entry[pairs.key] = Value(.text(name), place: keyPlace)
      if let inner = value.map {
        for key in inner.keys where entry[key] == nil { entry[key] = inner[key] }
      } else if let valueKey = pairs.value {
        entry[valueKey] = value
      } else {
        diagnostics.report(.wrongType(value, wanted: "a map", of: "'\(name)'"))
        return nil
      }
      return record(Value(.map(entry), place: value.place), table)
    }
    return Value(.list(items), place: place)
  }
}
