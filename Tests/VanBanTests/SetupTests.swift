import Testing
import VanBan

@Suite struct DocumentDateTests {
  @Test("days of the calendar are read", arguments: ["2020-05-29", "2020-02-29", "2000-02-29", "0001-01-01"])
  func days(text: String) {
    #expect(DocumentDate(text)?.description == text)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2020-02-30", "1900-02-29", "2020-13-01", "2020-5-29", "29/5/2020", "2020-05-29T00:00", "", "-020-05-29",
    ]
  )
  func noDays(text: String) {
    #expect(DocumentDate(text) == nil)
  }

  @Test(
    "SOURCE_DATE_EPOCH is a day in UTC",
    arguments: [("0", "1970-01-01"), ("1590710399", "2020-05-28"), ("x", nil)]
  )
  func epoch(text: String, day: String?) {
    #expect(DocumentDate(secondsSince1970: text)?.description == day)
  }
}

@Suite struct ExplanationTests {
  @Test("every code is explained, and no two are the same")
  func codes() {
    #expect(Explanations.codes.count > 40)
    #expect(Set(Explanations.codes).count == Explanations.codes.count)
    for code in Explanations.codes { #expect(Explanations.text(for: code)?.isEmpty == false, "\(code)") }
  }

  @Test("a mistyped code names the nearest")
  func nearest() {
    #expect(Explanations.text(for: "data-duplicate-keys") == nil)
    #expect(Explanations.nearest(to: "data-duplicate-keys") == "data-duplicate-key")
  }
}
