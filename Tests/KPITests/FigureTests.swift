import KPI
import Testing
import Values

/// The figures of a table that was worked out by hand.
@Suite struct FigureTests {
  private func indicator(
    _ aggregation: Indicator.Aggregation,
    unit: String = "hồ sơ",
    _ change: (inout Indicator) -> Void = { _ in }
  ) -> Indicator {
    var indicator = Indicator(code: "I", name: "I")
    indicator.unit = unit
    indicator.aggregation = aggregation
    change(&indicator)
    return indicator
  }

  private func data(_ values: [String: String], targets: [String: Target] = [:]) -> KPIData {
    var data = KPIData()
    for (key, value) in values {
      data.values[KPIData.Place(organisation: "A", indicator: "I", period: period(key))] = decimal(value)
    }
    for (key, target) in targets {
      data.targets[KPIData.Place(organisation: "", indicator: "I", period: period(key))] = target
    }
    return data
  }

  @Test("a sum: year to date, share of the plan, changes, and the pace of the year")
  func sum() throws {
    let data = data(
      ["2025-01": "100", "2025-02": "120", "2025-03": "150", "2024-01": "80", "2024-02": "100", "2024-03": "120"],
      targets: ["2025": .number(decimal("1500"))]
    )
    let figure = data.figure(of: indicator(.sum), organisation: "A", period: period("2025-03"))
    #expect(figure.value == decimal("150"))
    #expect(figure.yearToDate == decimal("370"))  // 100 + 120 + 150
    #expect(figure.targetPercent?.rounded(to: 4) == decimal("24.6667"))  // 370 / 1500
    #expect(figure.againstPrevious.difference == decimal("30"))
    #expect(figure.againstPrevious.percent == decimal("25"))  // 30 / 120
    #expect(figure.againstYearBefore.percent == decimal("25"))  // (150 - 120) / 120
    #expect(figure.yearToDateAgainstYearBefore.base == decimal("300"))
    #expect(figure.yearToDateAgainstYearBefore.percent?.rounded(to: 4) == decimal("23.3333"))  // 70 / 300
    #expect(figure.judgement == .nearly)  // asked for by March: 1500 × 3 / 12 = 375; 370 / 375 = 98,7 %
    #expect(figure.missing == [])
  }

  @Test("the whole plan is asked for where the pace says so, and in December")
  func pace() {
    let plan = ["2025": Target.number(decimal("1200"))]
    let full = indicator(.sum) { $0.givenPace = .full }
    let march = data(["2025-01": "200", "2025-02": "100", "2025-03": "100"], targets: plan)
    #expect(march.figure(of: full, organisation: "A", period: period("2025-03")).judgement == .notMet)
    #expect(march.figure(of: indicator(.sum), organisation: "A", period: period("2025-03")).judgement == .met)
    let months = (1...12).map { ("2025-\($0 < 10 ? "0" : "")\($0)", "100") }
    let year = data(Dictionary(months) { first, _ in first }, targets: plan)
    let december = year.figure(of: indicator(.sum), organisation: "A", period: period("2025-12"))
    #expect(december.judgement == .met)
    #expect(!december.isExceeded)
  }

  @Test("a sum that lacks a month is not known: it is never taken for less")
  func missingMonth() {
    let data = data(
      ["2025-01": "100", "2025-03": "150", "2024-03": "120"],
      targets: ["2025": .number(decimal("1200"))]
    )
    let figure = data.figure(of: indicator(.sum), organisation: "A", period: period("2025-03"))
    #expect(figure.yearToDate == nil)
    #expect(figure.missing.map(\.description) == ["2025-02"])
    #expect(figure.targetPercent == nil)
    #expect(figure.judgement == .unknown)
    #expect(figure.againstPrevious == Comparison(decimal("150"), with: nil, of: indicator(.sum)))
    #expect(figure.againstPrevious.percent == nil)
    #expect(figure.againstYearBefore.percent == decimal("25"))
  }

  @Test("a value that is missing has no changes and is not judged; nought is a value")
  func missingValue() {
    let without = data(["2025-02": "5"], targets: ["2025-03": .number(decimal("10"))])
    let figure = without.figure(of: indicator(.last), organisation: "A", period: period("2025-03"))
    #expect(figure.value == nil)
    #expect(figure.judgement == .unknown)
    #expect(figure.againstPrevious.base == decimal("5"))
    #expect(figure.againstPrevious.difference == nil)
    let nought = data(["2025-02": "5", "2025-03": "0"], targets: ["2025-03": .number(decimal("10"))])
    let second = nought.figure(of: indicator(.last), organisation: "A", period: period("2025-03"))
    #expect(second.judgement == .notMet)
    #expect(second.againstPrevious.percent == decimal("-100"))
  }

  @Test("a percentage changes by points, and its mean is exact")
  func percentage() {
    let data = data(
      ["2025-01": "95.1", "2025-02": "96.4", "2025-03": "96.1", "2024-03": "93.8"],
      targets: ["2025": .atLeast(decimal("96"))]
    )
    let figure = data.figure(of: indicator(.average, unit: "%"), organisation: "A", period: period("2025-03"))
    #expect(figure.yearToDate?.rounded(to: 6) == decimal("95.866667"))  // 287,6 / 3
    #expect(figure.againstPrevious.difference == decimal("-0.3"))
    #expect(figure.againstPrevious.percent == nil)
    #expect(figure.againstYearBefore.difference == decimal("2.3"))
    #expect(figure.targetPercent?.rounded(to: 2) == decimal("99.86"))  // 95,866667 / 96
    #expect(figure.judgement == .nearly)
  }

  @Test("where the last value holds, other months may be missing")
  func last() {
    let data = data(["2025-03": "42", "2024-12": "40"], targets: ["2025": .number(decimal("40"))])
    let figure = data.figure(of: indicator(.last), organisation: "A", period: period("2025-03"))
    #expect(figure.yearToDate == decimal("42"))
    #expect(figure.judgement == .met)
    #expect(figure.isExceeded)
    let january = data.figure(of: indicator(.last), organisation: "A", period: period("2025-01"))
    #expect(january.againstPrevious.base == decimal("40"))
    #expect(january.yearToDate == nil)
  }

  @Test("against nought and below there is a difference and no percentage; below nought no share of a plan")
  func noughtAndBelow() {
    let data = data(
      ["2025-01": "0", "2025-02": "5", "2025-03": "-4", "2025-04": "-6"],
      targets: ["2025": .number(decimal("0"))]
    )
    let one = indicator(.last)
    let february = data.figure(of: one, organisation: "A", period: period("2025-02"))
    #expect(february.againstPrevious.difference == decimal("5"))
    #expect(february.againstPrevious.percent == nil)
    #expect(february.targetPercent == nil)
    #expect(february.judgement == .met)
    let march = data.figure(of: one, organisation: "A", period: period("2025-03"))
    #expect(march.againstPrevious.percent == decimal("-180"))  // (-4 - 5) / 5
    #expect(march.judgement == .notMet)
    let april = data.figure(of: one, organisation: "A", period: period("2025-04"))
    #expect(april.againstPrevious.difference == decimal("-2"))
    #expect(april.againstPrevious.percent == nil)
  }

  @Test("the period's own target goes before the year's, the organisation's before that of all")
  func whichTarget() {
    var data = data(
      ["2025-01": "8"],
      targets: ["2025": .number(decimal("1200")), "2025-01": .number(decimal("10"))]
    )
    let one = indicator(.sum)
    #expect(data.figure(of: one, organisation: "A", period: period("2025-01")).judgement == .notMet)
    data.targets[KPIData.Place(organisation: "A", indicator: "I", period: period("2025-01"))] = .number(decimal("8"))
    let figure = data.figure(of: one, organisation: "A", period: period("2025-01"))
    #expect(figure.judgement == .met)
    #expect(figure.periodTarget == .number(decimal("8")))
    #expect(figure.yearTarget == .number(decimal("1200")))
  }

  @Test("a longer period is made of its months where nothing is recorded for it, and only of all of them")
  func longerPeriods() {
    var data = data(["2025-01": "10", "2025-02": "20", "2025-03": "30", "2025-04": "40", "2025-05": "50"])
    #expect(data.value("A", indicator(.sum), period("2025-Q1")) == decimal("60"))
    #expect(data.value("A", indicator(.average), period("2025-Q1")) == decimal("20"))
    #expect(data.value("A", indicator(.last), period("2025-Q1")) == decimal("30"))
    #expect(data.value("A", indicator(.sum), period("2025-Q2")) == nil)
    data.values[KPIData.Place(organisation: "A", indicator: "I", period: period("2025-Q2"))] = decimal("150")
    #expect(data.value("A", indicator(.sum), period("2025-H1")) == decimal("210"))  // 60 + 150: quarters
    let figure = data.figure(of: indicator(.sum), organisation: "A", period: period("2025-Q2"))
    #expect(figure.yearToDate == decimal("210"))
    #expect(figure.againstPrevious.difference == decimal("90"))
  }

  @Test("a range has no share of it")
  func range() {
    let data = data(["2025-01": "6.7"], targets: ["2025": .range(decimal("6.6"), decimal("6.8"))])
    let figure = data.figure(of: indicator(.last, unit: "%"), organisation: "A", period: period("2025-01"))
    #expect(figure.targetPercent == nil)
    #expect(figure.judgement == .met)
    #expect(!figure.isExceeded)
  }
}
