import Diagnostics
import Values

extension KPIReader {
  /// Reads what a table records: targets, values, comments, and the targets that indicators carry.
  mutating func record(_ table: Table) {
    switch table.kind {
    case .indicators: forEachRow(table.value, in: .indicators) { $0.recordTargets(of: $1) }
    case .values, .targets, .comments: recordRows(table.value, in: table.kind ?? .values)
    case nil:
      for row in table.value.list ?? [] {
        guard let kind = recordKind(row), let fields = fields(row, in: kind) else { continue }
        switch kind {
        case .settings, .organisations: break
        case .indicators: recordTargets(of: fields)
        case .targets, .values, .comments: recordRow(fields, in: kind)
        }
      }
    case .settings, .organisations: break
    }
  }

  private mutating func recordRows(_ table: Value, in kind: TableKind) {
    if let rows = table.list {
      for row in rows {
        if let fields = fields(row, in: kind) { recordRow(fields, in: kind) }
      }
    } else if table.map != nil {
      recordNested(table, in: kind)
    } else if !table.isNull {
      diagnostics.report(.kpi(.shape, "\(table.kindName) is no table", at: table.place))
    }
  }

  /// Values (and targets) nested by organisation, indicator, period: `SNV: {TTHC: {2025-06: 95,5}}`.
  private mutating func recordNested(_ table: Value, in kind: TableKind) {
    for organisation in table.map?.keys ?? [] {
      guard let inner = table.map?[organisation], let indicators = inner.map else {
        diagnostics.report(
          .kpi(.shape, "below '\(organisation)' stands no map of indicators", at: table.map?[organisation]?.place)
        )
        continue
      }
      let isAll = kind == .targets && organisation == "*"
      guard let code = isAll ? "" : organisationCode(organisation, at: inner.place) else { continue }
      for name in indicators.keys {
        guard let periods = indicators[name], let indicator = indicatorCode(name, at: periods.place) else { continue }
        guard let map = periods.map else {
          diagnostics.report(.kpi(.shape, "below '\(name)' stands no map of periods", at: periods.place))
          continue
        }
        for key in map.keys {
          guard let value = map[key], let period = period(Value(.text(key), place: value.place), at: value.place) else {
            continue
          }
          let place = KPIData.Place(organisation: code, indicator: indicator, period: period)
          if kind == .targets { addTarget(value, at: place) } else { addValue(value, at: place) }
        }
      }
    }
  }

  /// One row: a value, a target, a comment, or several of them, of one place; or values below periods.
  private mutating func recordRow(_ fields: RowFields, in kind: TableKind) {
    let named = fields.text(.indicator) ?? fields.text(.code) ?? fields.text(.name)
    let isOfPeriod = kind == .comments && named == nil
    guard let organisation = organisation(of: fields, in: kind) else { return }
    var indicator = ""
    if !isOfPeriod {
      guard let named else {
        diagnostics.report(.kpi(.missingField, "the row names no indicator", at: fields.place))
        return
      }
      let column = fields.columns[.indicator] ?? fields.columns[.code] ?? fields.columns[.name]
      guard let code = indicatorCode(named, at: column?.place) else { return }
      indicator = code
    }
    for (period, value) in fields.values {
      addValue(value, at: KPIData.Place(organisation: organisation, indicator: indicator, period: period))
    }
    for (period, value) in fields.targets {
      addTarget(value, at: KPIData.Place(organisation: organisation, indicator: indicator, period: period))
    }
    // A row of one kind has empty columns for the other kinds in a file of several kinds.
    let possible: [Column] =
      kind == .targets ? [.target] : kind == .comments ? [.comment] : [.value, .target, .comment]
    let single = possible.filter { fields.columns[$0] != nil }
    if single.isEmpty, !fields.values.isEmpty || !fields.targets.isEmpty { return }
    guard let period = period(fields.columns[.period], at: fields.place) else { return }
    let place = KPIData.Place(organisation: organisation, indicator: indicator, period: period)
    recordSingle(fields, at: place, single)
  }

  private mutating func recordSingle(_ fields: RowFields, at place: KPIData.Place, _ columns: [Column]) {
    if columns.isEmpty {
      diagnostics.report(.kpi(.missingField, "the row holds no value, target or comment", at: fields.place))
    }
    if columns.contains(.value), let value = fields.columns[.value] {
      if place.organisation.isEmpty {
        diagnostics.report(.kpi(.missingField, "the value names no organisation", at: value.place))
      } else {
        addValue(value, at: place)
      }
    }
    // An empty cell of a table says nothing about a target or a comment; an empty value says "not known".
    if columns.contains(.target), let value = fields.columns[.target], !value.isNull || columns == [.target] {
      addTarget(value, at: place)
    }
    guard columns.contains(.comment) else { return }
    if let text = fields.text(.comment) {
      add(text, at: place, fields.columns[.comment]?.place)
    } else if columns == [.comment] {
      add(nil, at: place, fields.columns[.comment]?.place)
    }
  }

  /// The targets that stand in the record of an indicator: `targets: {2025: ">= 90"}`, or columns of periods.
  private mutating func recordTargets(of fields: RowFields) {
    guard let code = fields.text(.code) ?? fields.text(.indicator) ?? fields.text(.name),
      names.indicators[code] != nil
    else { return }
    for (period, value) in fields.targets {
      addTarget(value, at: KPIData.Place(organisation: "", indicator: code, period: period))
    }
    guard let value = fields.columns[.target] else { return }
    guard let map = value.map else {
      guard !value.isNull, let period = period(fields.columns[.period], at: value.place) else { return }
      addTarget(value, at: KPIData.Place(organisation: "", indicator: code, period: period))
      return
    }
    for key in map.keys {
      guard let target = map[key], let period = period(Value(.text(key), place: target.place), at: target.place) else {
        continue
      }
      addTarget(target, at: KPIData.Place(organisation: "", indicator: code, period: period))
    }
  }
}
