import Testing
import Vietnamese

@Suite struct CalendarDateTests {
  @Test(
    "days 1 to 9 and months 1 and 2 have a zero before them",
    arguments: [
      ("2020-05-29", "ngày 29 tháng 5 năm 2020", "29/5/2020"),
      ("2026-01-09", "ngày 09 tháng 01 năm 2026", "09/01/2026"),
      ("3/4/2018", "ngày 03 tháng 4 năm 2018", "03/4/2018"), ("2021-12-13", "ngày 13 tháng 12 năm 2021", "13/12/2021"),
    ]
  )
  func forms(_ text: String, _ long: String, _ short: String) {
    #expect(CalendarDate(text)?.longForm == long)
    #expect(CalendarDate(text)?.shortForm == short)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2019-02-29", "2020-13-01", "2020-00-10", "31/4/2020", "2020-5", "hôm nay", "20-05-2020", "", "2020-05-29-1",
      "+20-1-1",
    ]
  )
  func refused(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "patterns replace their fields only where these stand alone",
    arguments: [
      ("dd-MM-yyyy", "03-04-2018"), ("d.M.yy", "3.4.18"), ("ngày d tháng M năm yyyy", "ngày 3 tháng 4 năm 2018"),
      ("M", "4"), ("dự kiến", nil),
    ] as [(String, String?)]
  )
  func patterns(_ pattern: String, _ wanted: String?) {
    #expect(CalendarDate(year: 2018, month: 4, day: 3)?.formatted(pattern) == wanted)
  }
}
