import KPI
import Testing

@Suite struct PeriodReadingTests {
  @Test(
    "periods are read in all the forms that offices write",
    arguments: [
      ("2025-06", "2025-06"), ("2025/6", "2025-06"), ("6/2025", "2025-06"), ("06-2025", "2025-06"),
      ("T6/2025", "2025-06"),
      ("tháng 6/2025", "2025-06"), ("Tháng 6 năm 2025", "2025-06"), ("THANG 6 2025", "2025-06"), ("2025-Q2", "2025-Q2"),
      ("Q2/2025", "2025-Q2"), ("quý II/2025", "2025-Q2"), ("Quý 2 năm 2025", "2025-Q2"), ("2025-H1", "2025-H1"),
      ("6 tháng đầu năm 2025", "2025-H1"), ("6 tháng cuối năm 2025", "2025-H2"), ("nửa đầu năm 2025", "2025-H1"),
      ("2025", "2025"), ("năm 2025", "2025"),
    ]
  )
  func reads(text: String, code: String) {
    #expect(Period(text)?.description == code)
  }

  @Test(
    "what is no period is none",
    arguments: [
      "", "2025-13", "13/2025", "0/2025", "25", "2025-Q5", "quý V/2025", "2025-06-15", "tháng sáu", "T/2025", "2025-",
      "giá trị",
    ]
  )
  func mistakes(text: String) {
    #expect(Period(text) == nil)
  }

  @Test("periods have names for paper and for charts")
  func names() {
    #expect(period("2025-06").name == "tháng 6 năm 2025")
    #expect(period("2025-Q2").name == "quý II năm 2025")
    #expect(period("2025-H2").name == "6 tháng cuối năm 2025")
    #expect(period("2025").name == "năm 2025")
    #expect(period("2025-06").shortName == "T6/2025")
  }
}
