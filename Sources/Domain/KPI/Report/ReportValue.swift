package import Values
import Vietnamese

/// How many periods a chart shows: a year and the same period of the year before.
package let periodsInCharts = 13

extension KPIData {
  /// The report of an organisation on a period, as templates see it: docs/kpi.md lists its fields.
  ///
  /// Numbers come both as numbers, for charts and arithmetic, and as texts ready for paper; a text of what is missing is "…".
  package func report(of organisation: Organisation, on period: Period) -> Value {
    let figures = indicators.map { figure(of: $0, organisation: organisation.code, period: period) }
    let rows = zip(figures, 1...).map { row($0, index: $1, organisation: organisation.code, period: period) }
    var report = ValueMap()
    report["organisation"] = .map(organisation.fields)
    report["period"] = .map(fields(of: period))
    report["previous"] = period.advanced(by: -1).map { .map(fields(of: $0)) } ?? .null
    report["year_before"] = period.yearBefore.map { .map(fields(of: $0)) } ?? .null
    report["indicators"] = Value(.list(rows))
    report["headlines"] = Value(.list(zip(figures, rows).filter { $0.0.indicator.isHeadline }.map(\.1)))
    report["counts"] = counts(figures)
    report["comments"] = comments(of: organisation.code, on: period)
    report["missing"] = Value(.list(missing(figures, period)))
    report["settings"] = settingFields
    return Value(.map(report))
  }

  private func fields(of period: Period) -> ValueMap {
    var map = ValueMap()
    map["code"] = .text(period.description)
    map["kind"] = .text("\(period.kind)")
    map["year"] = .number(period.year)
    map["number"] = .number(period.number)
    map["name"] = .text(period.name)
    map["short_name"] = .text(period.shortName)
    let days = settings.window.days(of: period)
    map["from"] = days.map { .text(isoDate($0.first.year, $0.first.month, $0.first.day)) } ?? .null
    map["to"] = days.map { .text(isoDate($0.last.year, $0.last.month, $0.last.day)) } ?? .null
    return map
  }

  private func counts(_ figures: [Figure]) -> Value {
    var map = ValueMap()
    for judgement in Judgement.allCases {
      let key = judgement == .notMet ? "not_met" : judgement.rawValue
      map[key] = .number(figures.count { $0.judgement == judgement })
    }
    map["total"] = .number(figures.count)
    return .map(map)
  }

  private func comments(of organisation: String, on period: Period) -> Value {
    let place = Place(organisation: organisation, indicator: "", period: period)
    // A comment on the period may be of several paragraphs, one a line.
    let lines = comments[place]?.split(separator: "\n").map { Value(.text(String($0))) } ?? []
    return Value(.list(lines))
  }

  private func missing(_ figures: [Figure], _ period: Period) -> [Value] {
    figures.filter { $0.value == nil }.map { figure in
      var map = ValueMap()
      map["code"] = .text(figure.indicator.code)
      map["name"] = .text(figure.indicator.name)
      return .map(map)
    }
  }

  private var settingFields: Value {
    var map = ValueMap()
    for name in KPISettings.names {
      map[name] = settings.text(of: name).flatMap { Decimal($0) }.map { Value(.number($0)) } ?? .null
    }
    return .map(map)
  }
}

extension Organisation {
  /// The fields of an organisation.
  fileprivate var fields: ValueMap {
    var map = ValueMap()
    map["code"] = .text(code)
    map["name"] = .text(name)
    map["superior"] = .optional(superior)
    map["symbol"] = .optional(symbol)
    map["place"] = .optional(place)
    map["authority"] = .optional(authority)
    map["post"] = .optional(post)
    map["signer"] = .optional(signer)
    return map
  }
}

func isoDate(_ year: Int, _ month: Int, _ day: Int) -> String {
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
  return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}

extension Value {
  static let null = Value(.null)
  static func text(_ text: String) -> Value { Value(.text(text)) }
  static func number(_ number: Int) -> Value { Value(.number(Decimal(number))) }
  static func map(_ map: ValueMap) -> Value { Value(.map(map)) }
  static func optional(_ text: String?) -> Value { Value(text.map { .text($0) } ?? .null) }
  static func optional(_ number: Decimal?) -> Value { Value(number.map { .number($0) } ?? .null) }
}
