package import Diagnostics
package import Values

/// Reads tables of indicators against what is known already.
///
/// Definitions are read first, whatever the order, so that a row may name what a later table defines.
package struct KPIReader {
  var reading: KPIReading
  var batch = KPIBatch()
  var names: KnownNames
  var seen = SeenPlaces()
  /// Where in the batch an indicator of the files stands, and where in the files.
  var definedIndicators: [String: Int] = [:]
  var definedOrganisations: [String: Int] = [:]
  var indicatorPlaces: [String: ValuePlace] = [:]
  var organisationPlaces: [String: ValuePlace] = [:]
  var diagnostics = DiagnosticList()
  /// Keys that were reported: a column's name is said once, not once a row.
  var reportedKeys: Set<String> = []
  /// What keys were found to mean, by table and key.
  var keys: [String: RowKey] = [:]

  /// A reader that knows `data`.
  package init(_ reading: KPIReading, knowing data: KPIData) {
    self.reading = reading
    names = KnownNames(data)
  }

  /// The keys of a file that are no tables: what a template is told of its paper and its report.
  package static let otherKeys = ["document", "report"]

  /// Reads the roots of files, each with how its numbers are written.
  ///
  /// - Returns: what they say; with `passing`, unknown keys of a root are left to others.
  package mutating func read(
    _ roots: [(value: Value, numbers: NumberStyle)],
    passing: Bool = false,
    diagnostics: inout DiagnosticList
  ) -> KPIBatch {
    let tables = roots.flatMap { collectTables($0.value, numbers: $0.numbers, passing: passing) }
    for table in tables { define(table) }
    names.seal(batch)
    for table in tables {
      reading.numbers = table.numbers
      record(table)
    }
    diagnostics.report(contentsOf: self.diagnostics)
    return batch
  }

  /// A table and its content.
  struct Table {
    /// What it holds; `nil` for rows that say so themselves.
    var kind: TableKind?
    var value: Value
    var numbers: NumberStyle
  }

  private mutating func collectTables(_ root: Value, numbers: NumberStyle, passing: Bool) -> [Table] {
    if let rows = root.list { return [Table(kind: kind(of: rows), value: root, numbers: numbers)] }
    guard let map = root.map else {
      if !root.isNull {
        diagnostics.report(.kpi(.shape, "\(root.kindName) is no table of indicators", at: root.place))
      }
      return []
    }
    return map.keys.compactMap { key in
      guard let value = map[key] else { return nil }
      if let kind = TableKind(label: key) { return Table(kind: kind, value: value, numbers: numbers) }
      if !passing, !Self.otherKeys.contains(key) {
        diagnostics.report(.kpiKey(key, at: value.place, known: TableKind.allNames + Self.otherKeys))
      }
      return nil
    }
  }

  /// What rows without a table's name hold, by the columns of the first.
  ///
  /// Values need a period, indicators a unit or a way to be judged. Rows with a column `record` say it each.
  private func kind(of rows: [Value]) -> TableKind? {
    guard let keys = rows.first?.map?.keys else { return .values }
    var columns: Set<Column> = []
    for key in keys {
      switch RowKey(key, in: .values) {
      case .column(let column): columns.insert(column)
      case .value: columns.insert(.period)
      case .target, nil: break
      }
    }
    if columns.contains(.record) { return nil }
    if columns.contains(.period) || columns.contains(.value) || columns.contains(.comment) { return .values }
    let ofIndicators: Set<Column> = [.unit, .direction, .places, .aggregation, .pace, .headline, .target, .indicator]
    return columns.isDisjoint(with: ofIndicators) ? .organisations : .indicators
  }
}

/// What was said already, and where: by place for targets, values, comments.
struct SeenPlaces {
  var targets: [KPIData.Place: Int] = [:]
  var values: [KPIData.Place: Int] = [:]
  var comments: [KPIData.Place: Int] = [:]
  /// The indicators with a value that has more decimals than is shown.
  var finer: Set<String> = []
}
