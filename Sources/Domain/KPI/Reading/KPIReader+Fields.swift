import Diagnostics
import Values
import Vietnamese

/// The fields of one record by what they are.
struct RowFields {
  var columns: [Column: Value] = [:]
  var values: [(period: Period, value: Value)] = []
  var targets: [(period: Period, value: Value)] = []
  var place: ValuePlace?

  /// The text of a field; `nil` where it is missing or empty.
  func text(_ column: Column) -> String? {
    guard let text = columns[column]?.plainText, !text.allSatisfy(\.isWhitespace) else { return nil }
    return text
  }
}

extension Value {
  /// The text, number or answer as a text; `nil` for anything else.
  ///
  /// A switch, not a chain of `??`: that makes the optimiser of Swift 6.3.1 stop with an ownership error.
  var plainText: String? {
    switch kind {
    case .text(let text): text
    case .number(let number): number.description
    case .bool(let bool): bool ? "true" : "false"
    case .null, .list, .map: nil
    }
  }
}

extension KPIReader {
  /// The fields of a record of a table; unknown keys are reported, each once.
  mutating func fields(_ row: Value, in table: TableKind) -> RowFields? {
    guard let map = row.map else {
      diagnostics.report(.kpi(.shape, "\(row.kindName) is no record of a table", at: row.place))
      return nil
    }
    var result = RowFields(place: row.place)
    for key in map.keys {
      guard let value = map[key] else { continue }
      guard let meaning = meaning(of: key, in: table) else {
        if reportedKeys.insert("\(table.rawValue)/\(key)").inserted {
          diagnostics.report(.kpiKey(key, at: value.place, known: Column.allNames))
        }
        continue
      }
      switch meaning {
      case .value(let period): result.values.append((period, value))
      case .target(let period): result.targets.append((period, value))
      case .column(let column):
        if let first = result.columns[column] {
          if reportedKeys.insert("\(table.rawValue)/\(key)").inserted {
            diagnostics.report(.kpiTwice("the field '\(column.rawValue)'", at: value.place, first: first.place))
          }
        } else {
          result.columns[column] = value
        }
      }
    }
    return result
  }

  private mutating func meaning(of key: String, in table: TableKind) -> RowKey? {
    // Indicators are the one table in which a key has a meaning of its own.
    let name = table == .indicators ? "#\(key)" : key
    if let known = keys[name] { return known }
    guard let meaning = RowKey(key, in: table) else { return nil }
    keys[name] = meaning
    return meaning
  }

  /// One of a few words; `nil` where the field is missing, or wrong and reported.
  mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ fields: RowFields,
    _ column: Column,
    _ words: [(Choice, [String])]
  ) -> Choice? {
    guard let text = fields.text(column) else { return nil }
    let wanted = foldedName(text)
    for (choice, labels) in words where ([choice.rawValue] + labels).contains(where: { foldedName($0) == wanted }) {
      return choice
    }
    diagnostics.report(
      .kpi(
        .choice,
        "'\(text)' is no \(column.rawValue)",
        at: fields.columns[column]?.place,
        help: "write \(words.map { "\($0.0.rawValue) (\($0.1.first ?? ""))" }.joined(separator: " or "))"
      )
    )
    return nil
  }

  /// A number as the file writes it.
  mutating func number(_ value: Value, places: Int?) -> NumberReading {
    switch value.kind {
    case .null: .missing
    case .number(let number) where reading.numbers == .plain || number.scale == 0: .number(number)
    case .number(let number): readNumber(number.description, style: reading.numbers, places: places)
    case .text(let text): readNumber(text, style: reading.numbers, places: places)
    case .bool, .list, .map: .unreadable
    }
  }

  /// A target as the file writes it; `nil` where it is wrong and reported.
  mutating func target(_ value: Value, places: Int?) -> Target?? {
    let text = value.text ?? value.number?.description ?? (value.isNull ? "" : nil)
    guard let text else {
      diagnostics.report(.kpi(.target, "\(value.kindName) is no target", at: value.place))
      return nil
    }
    if let number = value.number, reading.numbers == .plain || number.scale == 0 { return .some(.number(number)) }
    switch readTarget(text, style: reading.numbers, places: places) {
    case .target(let target): return .some(target)
    case .none: return .some(nil)
    case .ambiguous(let grouped, let decimal):
      diagnostics.report(.ambiguous(text, grouped, decimal, at: value.place))
    case .reversed:
      diagnostics.report(
        .kpi(
          .target,
          "the range '\(text)' does not go from less to more",
          at: value.place,
          help: "write the less first"
        )
      )
    case .unreadable:
      diagnostics.report(
        .kpi(
          .target,
          "'\(text)' is no target",
          at: value.place,
          help: "write a number, a bound such as 'trên 4' or '>= 90', or a range such as 6,6-6,8"
        )
      )
    }
    return nil
  }

  /// A period; `nil` where it is missing or wrong, and reported.
  mutating func period(_ value: Value?, at place: ValuePlace?) -> Period? {
    guard let value, !value.isNull else {
      if let period = reading.period { return period }
      diagnostics.report(
        .kpi(.missingField, "the row names no period", at: place, help: "add a column 'period' (kỳ), or say --period")
      )
      return nil
    }
    let text = value.text ?? value.number?.description ?? ""
    if let period = Period(text) { return period }
    diagnostics.report(
      .kpi(.period, "'\(text)' is no period", at: value.place, help: "write 2025-06, 2025-Q2, 2025-H1 or 2025")
    )
    return nil
  }
}
