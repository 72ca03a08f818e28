package import Values

/// Indicators, organisations, targets and values as they hold now, whatever they were read from.
package struct KPIData: Sendable {
  /// Whose value, of what, when.
  package struct Place: Sendable, Hashable {
    /// The organisation's code; empty for a target of all organisations and never for a value.
    package var organisation: String
    /// The indicator's code; empty for a comment on the period as a whole.
    package var indicator: String
    /// The period.
    package var period: Period

    /// A place of its parts.
    package init(organisation: String, indicator: String, period: Period) {
      self.organisation = organisation
      self.indicator = indicator
      self.period = period
    }
  }

  /// What offices settle differently.
  package var settings = KPISettings()
  /// The organisations in order.
  package var organisations: [Organisation] = []
  /// The indicators in order.
  package var indicators: [Indicator] = []
  /// What is to be reached.
  package var targets: [Place: Target] = [:]
  /// What was measured; a value that is not known has no entry.
  package var values: [Place: Decimal] = [:]
  /// What is said about a value, or about a period as a whole.
  package var comments: [Place: String] = [:]

  /// Nothing yet.
  package init() {}

  /// The target of a place: the organisation's own, else that of all.
  package func target(_ organisation: String, _ indicator: String, _ period: Period) -> Target? {
    targets[Place(organisation: organisation, indicator: indicator, period: period)]
      ?? targets[Place(organisation: "", indicator: indicator, period: period)]
  }

  /// The value of a place as recorded; `nil` where none is known.
  package func recorded(_ organisation: String, _ indicator: String, _ period: Period) -> Decimal? {
    values[Place(organisation: organisation, indicator: indicator, period: period)]
  }
}

extension KPIData.Place: Comparable {
  /// By organisation, indicator, period.
  package static func < (left: Self, right: Self) -> Bool {
    if left.organisation != right.organisation { return left.organisation < right.organisation }
    if left.indicator != right.indicator { return left.indicator < right.indicator }
    return left.period < right.period
  }
}
