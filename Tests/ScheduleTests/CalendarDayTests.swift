import Schedule
import Testing
import Vietnamese

@Suite struct CalendarDayTests {
  @Test(
    "days are counted from 1970 without a seam",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("1900-03-01", -25_508),
      ("2026-06-25", 20_629), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ]
  )
  func numbers(text: String, number: Int) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.dayNumber == number)
    #expect(CalendarDate(dayNumber: number) == date)
    #expect(date.isoForm == text)
  }

  @Test("every day of 400 years follows the one before")
  func everyDay() {
    var (year, month, day) = (1900, 1, 1)
    let first = CalendarDate(clampedYear: 1900, month: 1, day: 1)
    for step in 0..<146_097 {
      let date = CalendarDate(dayNumber: first.dayNumber + step)
      guard (date.year, date.month, date.day) == (year, month, day), date.weekday == (step % 7) + 1 else {
        // 1900-01-01 was a Monday.
        Issue.record("\(date.isoForm), weekday \(date.weekday), is not \(year)-\(month)-\(day)")
        return
      }
      day += 1
      if day > CalendarDate.days(in: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    // 400 years have 146,097 days.
    #expect((year, month, day) == (2300, 1, 1))
  }

  @Test("days beyond the calendar are held at its ends")
  func ends() {
    #expect(CalendarDate(dayNumber: .max).isoForm == "9999-12-31")
    #expect(CalendarDate(dayNumber: .min).isoForm == "0001-01-01")
    #expect(CalendarDate(clampedYear: 2025, month: 2, day: 31).isoForm == "2025-02-28")
    #expect(CalendarDate(clampedYear: 2028, month: 2, day: 31).isoForm == "2028-02-29")
  }
}
