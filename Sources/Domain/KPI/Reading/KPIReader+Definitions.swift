import Diagnostics
import Values
import Vietnamese

extension KPIReader {
  /// Reads what a table defines: settings, organisations, indicators.
  mutating func define(_ table: Table) {
    reading.numbers = table.numbers
    switch table.kind {
    case .settings: readSettings(table.value)
    case .organisations: forEachRow(table.value, in: .organisations) { $0.readOrganisation($1) }
    case .indicators: forEachRow(table.value, in: .indicators) { $0.readIndicator($1) }
    case nil: readMixedDefinitions(table.value)
    case .values: readInlineDefinitions(table.value)
    case .targets, .comments: break
    }
  }

  /// Calls for each record of a list, or of a map by code: `SNV: {name: Sở Nội vụ}`.
  mutating func forEachRow(
    _ table: Value,
    in kind: TableKind,
    _ work: (inout KPIReader, RowFields) -> Void
  ) {
    if let map = table.map {
      for key in map.keys {
        guard let row = map[key], var fields = fields(row, in: kind) else { continue }
        if fields.columns[.code] == nil { fields.columns[.code] = Value(.text(key), place: row.place) }
        work(&self, fields)
      }
      return
    }
    guard let rows = table.list else {
      if !table.isNull { diagnostics.report(.kpi(.shape, "\(table.kindName) is no table", at: table.place)) }
      return
    }
    for row in rows {
      if let fields = fields(row, in: kind) { work(&self, fields) }
    }
  }

  /// Rows with a column `record`, as `kpi export` writes CSV.
  private mutating func readMixedDefinitions(_ table: Value) {
    for row in table.list ?? [] {
      guard let kind = recordKind(row) else { continue }
      switch kind {
      case .settings:
        guard let fields = fields(row, in: .settings), let name = fields.text(.code) else { continue }
        readSetting(name, fields.columns[.value] ?? Value(.null, place: fields.place))
      case .organisations: if let fields = fields(row, in: kind) { readOrganisation(fields) }
      case .indicators: if let fields = fields(row, in: kind) { readIndicator(fields) }
      case .targets, .values, .comments: break
      }
    }
  }

  /// What a row of a mixed table is; reported where its word is none.
  mutating func recordKind(_ row: Value) -> TableKind? {
    guard let map = row.map, let key = map.keys.first(where: { Column(label: $0) == .record }) else { return nil }
    let text = map[key]?.text ?? ""
    if let kind = TableKind(label: text) { return kind }
    if reportedKeys.insert("record/\(text)").inserted {
      diagnostics.report(
        .kpi(
          .choice,
          "'\(text)' is no kind of record",
          at: map[key]?.place,
          help: "write one of \(TableKind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      )
    }
    return nil
  }

  /// Rows of values that also tell what their indicator is: name, unit, direction and so on.
  private mutating func readInlineDefinitions(_ table: Value) {
    let own: Set<Column> = [.name, .unit, .direction, .places, .aggregation, .pace, .headline]
    guard let rows = table.list, let keys = rows.first?.map?.keys else { return }
    let defines = keys.contains { key in
      if case .column(let column) = RowKey(key, in: .values) { own.contains(column) } else { false }
    }
    guard defines else { return }
    for row in rows {
      guard let fields = fields(row, in: .values) else { continue }
      var definition = RowFields(place: fields.place)
      definition.columns = fields.columns.filter { own.contains($0.key) }
      definition.columns[.code] = fields.columns[.indicator] ?? fields.columns[.code] ?? fields.columns[.name]
      readIndicator(definition)
    }
  }

  private mutating func readSettings(_ table: Value) {
    guard let map = table.map else {
      diagnostics.report(.kpi(.shape, "settings are a map of names", at: table.place))
      return
    }
    for key in map.keys {
      if let value = map[key] { readSetting(key, value) }
    }
  }

  private mutating func readSetting(_ name: String, _ value: Value) {
    let labels = [
      "kỳ số liệu": "window", "ngày đầu kỳ": "window", "đạt": "met", "gần đạt": "nearly", "dung sai": "tolerance",
      "percent places": "percent_places", "số lẻ tỷ lệ": "percent_places",
    ]
    let wanted = foldedName(name)
    let known =
      KPISettings.names.first { foldedName($0) == wanted } ?? labels.first { foldedName($0.key) == wanted }?.value
    guard let known else {
      diagnostics.report(.kpiKey(name, at: value.place, known: KPISettings.names))
      return
    }
    guard case .number(let number) = number(value, places: nil) else {
      diagnostics.report(.kpi(.setting, "the setting '\(known)' is a number", at: value.place))
      return
    }
    var trial = KPISettings()
    if let help = trial.set(known, number) {
      diagnostics.report(.kpi(.setting, "the setting '\(known)' cannot be \(number)", at: value.place, help: help))
    } else {
      batch.settings.append((known, number))
    }
  }

  private mutating func readOrganisation(_ fields: RowFields) {
    guard let code = fields.text(.code) ?? fields.text(.organisation) ?? fields.text(.name) else {
      diagnostics.report(.kpi(.missingField, "an organisation needs a code", at: fields.place))
      return
    }
    var organisation = names.organisations[code] ?? Organisation(code: code, name: code)
    if let name = fields.text(.name) { organisation.name = name }
    if let text = fields.text(.superior) { organisation.superior = text }
    if let text = fields.text(.symbol) { organisation.symbol = text }
    if let text = fields.text(.place) { organisation.place = text }
    if let text = fields.text(.authority) { organisation.authority = text }
    if let text = fields.text(.post) { organisation.post = text }
    if let text = fields.text(.signer) { organisation.signer = text }
    if let index = definedOrganisations[code] {
      if batch.organisations[index] != organisation {
        let first = organisationPlaces[code]
        diagnostics.report(.kpiTwice("the organisation '\(code)'", at: fields.place, first: first))
      }
      return
    }
    definedOrganisations[code] = batch.organisations.count
    organisationPlaces[code] = fields.place
    names.define(organisation)
    batch.organisations.append(organisation)
  }

  private mutating func readIndicator(_ fields: RowFields) {
    guard let code = fields.text(.code) ?? fields.text(.indicator) ?? fields.text(.name) else {
      diagnostics.report(.kpi(.missingField, "an indicator needs a code", at: fields.place))
      return
    }
    var indicator = names.indicators[code] ?? Indicator(code: code, name: code)
    if let name = fields.text(.name) { indicator.name = name }
    if let unit = fields.text(.unit) { indicator.unit = unit }
    readChoices(fields, into: &indicator)
    if let index = definedIndicators[code] {
      if batch.indicators[index] != indicator {
        diagnostics.report(.kpiTwice("the indicator '\(code)'", at: fields.place, first: indicatorPlaces[code]))
      }
      return
    }
    definedIndicators[code] = batch.indicators.count
    indicatorPlaces[code] = fields.place
    names.define(indicator)
    batch.indicators.append(indicator)
  }

  private mutating func readChoices(_ fields: RowFields, into indicator: inout Indicator) {
    if let direction = choice(fields, .direction, Self.directions) { indicator.direction = direction }
    if let aggregation = choice(fields, .aggregation, Self.aggregations) { indicator.aggregation = aggregation }
    if let pace = choice(fields, .pace, Self.paces) { indicator.givenPace = pace }
    if let headline = choice(fields, .headline, Self.answers) { indicator.isHeadline = headline == .yes }
    guard let value = fields.columns[.places], !value.isNull else { return }
    if case .number(let number) = number(value, places: nil), let places = number.integer, (0...18).contains(places) {
      indicator.places = places
    } else {
      diagnostics.report(.kpi(.choice, "decimal places are a whole number from 0 to 18", at: value.place))
    }
  }

  private enum Answer: String, CaseIterable { case yes, no }

  private static let directions: [(Indicator.Direction, [String])] = [
    (.up, ["tăng", "càng cao càng tốt", "cao", "higher", "increase"]),
    (.down, ["giảm", "càng thấp càng tốt", "thấp", "lower", "decrease"]),
  ]
  private static let aggregations: [(Indicator.Aggregation, [String])] = [
    (.sum, ["cộng dồn", "tổng", "cộng"]), (.last, ["cuối kỳ", "thời điểm", "kỳ cuối"]),
    (.average, ["bình quân", "trung bình", "mean", "avg"]),
  ]
  private static let paces: [(Indicator.Pace, [String])] = [
    (.linear, ["theo tháng", "đều"]), (.full, ["cả năm", "toàn bộ"]),
  ]
  private static let answers: [(Answer, [String])] = [
    (.yes, ["có", "x", "true", "1"]), (.no, ["không", "false", "0"]),
  ]
}
