import Values

/// The texts of a figure on paper and on the terminal.
package struct FigureTexts: Sendable {
  /// The value of the period before.
  package var previous: String
  /// The value.
  package var value: String
  /// The value from the beginning of the year.
  package var yearToDate: String
  /// The part of the year's target, such as `54,2%`.
  package var targetPercent: String
  /// The change against the period before, such as `+5,2%`; of percentages in points: `+0,4 điểm %`.
  package var againstPrevious: String
  /// The change against the same period of the year before.
  package var againstYearBefore: String
  /// The change from the beginning of the year against that of the year before.
  package var yearToDateAgainstYearBefore: String

  /// The texts of a figure whose values show `places` decimals.
  package init(_ figure: Figure, places: Int, settings: KPISettings) {
    func shown(_ number: Decimal?) -> String { number.map { shownNumber($0, places: places) } ?? missingSign }
    func change(_ comparison: Comparison) -> String {
      guard let difference = comparison.difference else { return missingSign }
      if figure.indicator.isPercentage {
        return shownChange(difference, places: max(places, settings.percentPlaces)) + "\u{A0}điểm\u{A0}%"
      }
      // Against nought or less a percentage says nothing: the difference itself does.
      guard let percent = comparison.percent else { return shownChange(difference, places: places) }
      return shownChange(percent, places: settings.percentPlaces) + "%"
    }
    previous = shown(figure.againstPrevious.base)
    value = shown(figure.value)
    yearToDate = shown(figure.yearToDate)
    targetPercent = figure.targetPercent.map { shownNumber($0, places: settings.percentPlaces) + "%" } ?? missingSign
    againstPrevious = change(figure.againstPrevious)
    againstYearBefore = change(figure.againstYearBefore)
    yearToDateAgainstYearBefore = change(figure.yearToDateAgainstYearBefore)
  }

  /// The judgement in a word.
  package static func word(_ figure: Figure) -> String {
    figure.judgement == .met && figure.isExceeded ? "Vượt" : figure.judgement.word
  }
}
