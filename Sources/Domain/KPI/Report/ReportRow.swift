import Values

/// The sign of a value that is not known, as statistical tables write it.
package let missingSign = "…"

extension KPIData {
  /// One indicator of a report.
  func row(_ figure: Figure, index: Int, organisation: String, period: Period) -> Value {
    let indicator = figure.indicator
    let places = shownPlaces(of: indicator, organisation: organisation, period: period)
    let texts = FigureTexts(figure, places: places, settings: settings)
    var map = ValueMap()
    map["index"] = .number(index)
    map["code"] = .text(indicator.code)
    map["name"] = .text(indicator.name)
    map["unit"] = .text(indicator.unit)
    map["direction"] = .text(indicator.direction.rawValue)
    map["places"] = .number(places)
    map["aggregation"] = .text(indicator.aggregation.rawValue)
    map["is_percentage"] = Value(.bool(indicator.isPercentage))
    map["is_headline"] = Value(.bool(indicator.isHeadline))
    map["target"] = target(figure.yearTarget)
    map["period_target"] = target(figure.periodTarget)
    map["previous"] = number(figure.againstPrevious.base, texts.previous)
    map["value"] = number(figure.value, texts.value)
    map["year_to_date"] = number(figure.yearToDate, texts.yearToDate)
    map["target_percent"] = number(figure.targetPercent, texts.targetPercent)
    map["against_previous"] = comparison(figure.againstPrevious, indicator, texts.againstPrevious)
    map["against_year_before"] = comparison(figure.againstYearBefore, indicator, texts.againstYearBefore)
    map["to_date_against_year_before"] =
      comparison(figure.yearToDateAgainstYearBefore, indicator, texts.yearToDateAgainstYearBefore)
    map["judgement"] = judgement(figure)
    map["missing"] = Value(.list(figure.missing.map { .text($0.name) }))
    map["comment"] = .optional(
      comments[Place(organisation: organisation, indicator: indicator.code, period: period)]
    )
    map["history"] = history(of: indicator, organisation: organisation, period: period)
    return .map(map)
  }

  /// Decimals on paper: those of the indicator, else the most that its values in view have.
  package func shownPlaces(of indicator: Indicator, organisation: String, period: Period) -> Int {
    if let places = indicator.places { return places }
    let values = lastPeriods(of: period).compactMap { value(organisation, indicator, $0)?.normalized.scale }
    // A mean may have eighteen digits; nobody wants to read them.
    return min(values.max() ?? 0, 3)
  }

  /// The periods of a chart, from the same period of the year before on.
  package func lastPeriods(of period: Period) -> [Period] {
    let count = period.kind == .month ? periodsInCharts : period.kind.countInYear + 1
    return (0..<count).reversed().compactMap { period.advanced(by: -$0) }
  }

  private func history(of indicator: Indicator, organisation: String, period: Period) -> Value {
    let points = lastPeriods(of: period).map { point in
      var map = ValueMap()
      map["period"] = .text(point.description)
      map["label"] = .text(label(of: point))
      map["value"] = .optional(value(organisation, indicator, point))
      return Value.map(map)
    }
    return Value(.list(points))
  }

  /// A short label; the year stands at its first month and at the first point's place only by the chart's title.
  private func label(of period: Period) -> String {
    switch period.kind {
    case .month: "T\(period.number)"
    case .quarter, .half, .year: period.shortName
    }
  }

  private func number(_ number: Decimal?, _ text: String) -> Value {
    var map = ValueMap()
    map["number"] = .optional(number)
    map["text"] = .text(text)
    return .map(map)
  }

  private func target(_ target: Target?) -> Value {
    var map = ValueMap()
    map["number"] = .optional(target?.number)
    map["text"] = .text(target?.shown ?? missingSign)
    map["written"] = .optional(target?.written)
    return .map(map)
  }

  private func comparison(_ comparison: Comparison, _ indicator: Indicator, _ text: String) -> Value {
    var map = ValueMap()
    map["base"] = .optional(comparison.base)
    map["difference"] = .optional(comparison.difference)
    map["percent"] = .optional(comparison.percent)
    map["text"] = .text(text)
    return .map(map)
  }

  private func judgement(_ figure: Figure) -> Value {
    var map = ValueMap()
    map["code"] = .text(figure.judgement.rawValue)
    map["word"] = .text(FigureTexts.word(figure))
    map["sign"] = .text(figure.judgement.sign)
    return .map(map)
  }
}
