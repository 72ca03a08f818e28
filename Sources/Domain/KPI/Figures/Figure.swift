package import Values

/// What follows from the values of one indicator for one organisation at the end of one period.
///
/// What is missing stays missing: a sum that lacks a month is not known, and is never taken for less.
package struct Figure: Sendable, Equatable {
  /// What is measured.
  package var indicator: Indicator
  /// The target of the year.
  package var yearTarget: Target?
  /// The target of the period itself.
  package var periodTarget: Target?
  /// The value of the period.
  package var value: Decimal?
  /// The value from the beginning of the year.
  package var yearToDate: Decimal?
  /// The periods of the year up to this one that have no value.
  package var missing: [Period]
  /// The part of the year's target that is reached, in percent.
  ///
  /// `nil` for a range, for a target of nought or below, and where the value is missing.
  package var targetPercent: Decimal?
  /// Against the period before.
  package var againstPrevious: Comparison
  /// Against the same period of the year before.
  package var againstYearBefore: Comparison
  /// The value from the beginning of the year against that of the year before at the same time.
  package var yearToDateAgainstYearBefore: Comparison
  /// How it stands to its target.
  package var judgement: Judgement
  /// Whether it goes beyond the target.
  package var isExceeded: Bool
}

extension KPIData {
  /// Works out one figure.
  package func figure(of indicator: Indicator, organisation: String, period: Period) -> Figure {
    let value = value(organisation, indicator, period)
    let toDate = yearToDate(organisation, indicator, period)
    let before = period.yearBefore
    var figure = Figure(
      indicator: indicator,
      yearTarget: target(organisation, indicator.code, period.wholeYear),
      periodTarget: period.kind == .year ? nil : target(organisation, indicator.code, period),
      value: value,
      yearToDate: toDate.value,
      missing: toDate.missing,
      againstPrevious: Comparison(
        value,
        with: period.advanced(by: -1).flatMap { self.value(organisation, indicator, $0) },
        of: indicator
      ),
      againstYearBefore: Comparison(
        value,
        with: before.flatMap { self.value(organisation, indicator, $0) },
        of: indicator
      ),
      yearToDateAgainstYearBefore: Comparison(
        toDate.value,
        with: before.flatMap { yearToDate(organisation, indicator, $0).value },
        of: indicator
      ),
      judgement: .unknown,
      isExceeded: false
    )
    figure.judge(period, by: settings)
    return figure
  }

  /// The value of a period: the one recorded, else made of the shorter periods in it, if none of those is missing.
  package func value(_ organisation: String, _ indicator: Indicator, _ period: Period) -> Decimal? {
    if let value = recorded(organisation, indicator.code, period) { return value }
    for kind in [Period.Kind.month, .quarter, .half] where kind.months < period.kind.months {
      let parts = period.parts(kind).compactMap { value(organisation, indicator, $0) }
      if parts.count == period.kind.months / kind.months { return indicator.combined(parts) }
    }
    return nil
  }

  /// The value from the beginning of the year, and the periods that it lacks.
  ///
  /// Where the last value holds, the others may be missing.
  private func yearToDate(
    _ organisation: String,
    _ indicator: Indicator,
    _ period: Period
  ) -> (value: Decimal?, missing: [Period]) {
    let periods = period.yearToDate
    let values = periods.map { value(organisation, indicator, $0) }
    let missing = zip(periods, values).filter { $0.1 == nil }.map(\.0)
    if indicator.aggregation == .last { return (values.last ?? nil, missing) }
    return (missing.isEmpty ? indicator.combined(values.compactMap(\.self)) : nil, missing)
  }
}

extension Figure {
  /// Judges by the period's own target where it has one, else by the year's: at the pace that the indicator keeps.
  fileprivate mutating func judge(_ period: Period, by settings: KPISettings) {
    if let yearTarget, let yearToDate, let number = yearTarget.number, number > .zero {
      targetPercent = share(of: number, yearToDate)
    }
    if let periodTarget {
      guard let value else { return }
      judgement = periodTarget.judge(value, of: indicator, by: settings)
      isExceeded = periodTarget.isExceeded(by: value, of: indicator)
      return
    }
    guard let yearTarget, let yearToDate else { return }
    // In twelfths of the year, so that no part of a target has to be rounded.
    let months = indicator.pace == .linear ? period.monthsToDate : 12
    guard let scaled = yearToDate.multiplied(by: Decimal(12)),
      let asked = yearTarget.map({ $0.multiplied(by: Decimal(months)) })
    else { return }
    judgement = asked.judge(scaled, of: indicator, by: settings)
    // To be ahead in May is not to have gone beyond what the year asks for.
    isExceeded = months == 12 && asked.isExceeded(by: scaled, of: indicator)
  }
}
