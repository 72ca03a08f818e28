import Diagnostics
import Graphics
import Testing

/// How the values of charts are read and printed, through the one way in: a point's attribute.
@Suite struct ChartNumberTests {
  private func read(_ value: String) throws -> (number: ChartNumber?, codes: [String]) {
    var found = DiagnosticList()
    let graphic = readGraphic(chartElement(["type": "bar"], [("", [("a", value)])]), diagnostics: &found)
    guard case .chart(let chart) = graphic else { return (nil, found.all.map(\.code)) }
    return (chart.series[0].values[0]?.number, found.all.map(\.code))
  }

  @Test(
    "a number is read with a decimal comma or point, and printed grouped with the digits it has",
    arguments: [
      ("95,5", 95.5, "95,5"), ("95.5", 95.5, "95,5"), ("1234", 1234, "1.234"), ("1.234,50", 1234.5, "1.234,50"),
      ("1.234.567", 1_234_567, "1.234.567"), ("-12", -12, "−12"), ("−0,5", -0.5, "−0,5"), ("+7", 7, "7"),
      ("0.234", 0.234, "0,234"), ("007", 7, "7"), ("-0", 0, "0"), (" 5 ", 5, "5"), ("1234.567", 1234.567, "1.234,567"),
      ("1e3", 1000, "1×10^3"), ("1e300", 1e300, "1×10^300"), ("-2,5e20", -2.5e20, "−2,5×10^20"),
      ("1.234e1", 12.34, "1,23×10^1"), ("12345678901234568", 12_345_678_901_234_568, "1,23×10^16"),
    ]
  )
  func numbers(written: String, value: Double, text: String) throws {
    let (number, codes) = try read(written)
    #expect(number?.value == value)
    #expect(number?.text == text)
    #expect(codes.isEmpty)
  }

  @Test(
    "what is no number is reported, and what could be two is not guessed",
    arguments: [
      ("", "graphics-not-a-number"), ("abc", "graphics-not-a-number"), ("12%", "graphics-not-a-number"),
      ("1,2,3", "graphics-not-a-number"), ("1.2.3", "graphics-not-a-number"), ("5,", "graphics-not-a-number"),
      (",5", "graphics-not-a-number"), ("1.234", "graphics-ambiguous-number"), ("1e301", "graphics-number-too-large"),
      ("1e999999999999", "graphics-number-too-large"), ("nan", "graphics-not-a-number"),
      ("1e", "graphics-not-a-number"),
    ]
  )
  func mistakes(written: String, code: String) throws {
    let (number, codes) = try read(written)
    #expect(number == nil)
    #expect(codes == [code])
  }
}
