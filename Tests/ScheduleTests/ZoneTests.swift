import Schedule
import Testing
import VanBan
import Vietnamese

@Suite struct ZoneTests {
  private func local(_ text: String, _ second: Int) throws -> LocalTime {
    LocalTime(date: try #require(CalendarDate(text)), second: second)
  }

  @Test("clocks in Viet Nam are at +07:00, and were not always")
  func vietNam() throws {
    let zone = try Zone(named: "Asia/Ho_Chi_Minh")
    // 2026-06-25T01:00:00Z = 20,629 days × 86,400 + 3,600
    let moment = Instant(seconds: 20_629 * 86_400 + 3600)
    #expect(zone.local(of: moment).description == "2026-06-25 08:00")
    #expect(zone.instant(of: try local("2026-06-25", 8 * 3600)) == moment)
    #expect(zone.offsetText(at: moment) == "+07:00")
    // From 1960 to 1975 Saigon had +08:00.
    #expect(zone.offset(at: Instant(seconds: 0)) == 8 * 3600)
  }

  @Test("a time that clocks skip is the first moment after the gap")
  func gap() throws {
    // New York, 2026-03-08: 02:00 EST (07:00Z) becomes 03:00 EDT.
    let zone = try Zone(named: "America/New_York")
    let change = Instant(seconds: try #require(CalendarDate("2026-03-08")).dayNumber * 86_400 + 7 * 3600)
    for second in [2 * 3600, 2 * 3600 + 1800, 3 * 3600 - 1] {
      #expect(zone.instant(of: try local("2026-03-08", second)) == change)
    }
    #expect(zone.local(of: change).description == "2026-03-08 03:00")
    #expect(zone.instant(of: try local("2026-03-08", 3 * 3600)) == change)
    #expect(zone.instant(of: try local("2026-03-08", 2 * 3600 - 1)) == change.adding(-1))
  }

  @Test("of a time that clocks show twice the first is taken")
  func overlap() throws {
    // New York, 2026-11-01: 02:00 EDT (06:00Z) becomes 01:00 EST.
    let zone = try Zone(named: "America/New_York")
    let change = Instant(seconds: try #require(CalendarDate("2026-11-01")).dayNumber * 86_400 + 6 * 3600)
    #expect(zone.instant(of: try local("2026-11-01", 3600 + 1800)) == change.adding(-1800))
    #expect(zone.instant(of: try local("2026-11-01", 2 * 3600)) == change.adding(3600))
  }

  @Test("a day that a zone left out: Apia had no 30 December 2011")
  func skippedDay() throws {
    let zone = try Zone(named: "Pacific/Apia")
    let moment = zone.instant(of: try local("2011-12-30", 12 * 3600))
    #expect(zone.local(of: moment).description == "2011-12-31 00:00")
  }

  @Test(
    "the rule of the table's footer holds for later years",
    arguments: [
      // Summer time north (last Sunday of March, 2090-03-26) and south (first Sunday of October, 2090-10-01).
      ("Europe/Berlin", "2090-03-26", 2 * 3600 + 1800, "2090-03-26 03:00"),
      ("Europe/Berlin", "2090-07-01", 0, "2090-07-01 00:00"),
      ("Australia/Sydney", "2090-10-01", 2 * 3600 + 600, "2090-10-01 03:00"),
      ("Australia/Sydney", "2091-01-01", 0, "2091-01-01 00:00"),
      ("Asia/Ho_Chi_Minh", "2500-01-01", 0, "2500-01-01 00:00"),
    ]
  )
  func laterYears(name: String, date: String, second: Int, expected: String) throws {
    let zone = try Zone(named: name)
    let moment = zone.instant(of: try local(date, second))
    #expect(zone.local(of: moment).description == expected)
  }

  @Test("summer and winter differ in later years")
  func laterOffsets() throws {
    let days = (try #require(CalendarDate("2090-07-01")), try #require(CalendarDate("2090-01-01")))
    for (name, july, january) in [("Europe/Berlin", 2, 1), ("Australia/Sydney", 10, 11), ("America/New_York", -4, -5)] {
      let zone = try Zone(named: name)
      #expect(zone.offset(at: Instant(seconds: days.0.dayNumber * 86_400)) == july * 3600)
      #expect(zone.offset(at: Instant(seconds: days.1.dayNumber * 86_400)) == january * 3600)
    }
  }

  @Test("a distance from UTC is a zone", arguments: [("+07:00", 25_200), ("-03:30", -12_600), ("UTC", 0)])
  func fixed(name: String, offset: Int) throws {
    #expect(try Zone(named: name).offset(at: Instant(seconds: 0)) == offset)
  }

  @Test(
    "a name that is none is refused, with the nearest one",
    arguments: [
      ("Asia/Ho_Chi_Min", "did you mean 'Asia/Ho_Chi_Minh'?"), ("../../etc/passwd", nil), ("Asia", nil), ("", nil),
      ("+7", nil), ("+19:00", nil), ("tzdata.zi", nil), ("/etc/hosts", nil),
    ] as [(String, String?)]
  )
  func unknown(name: String, help: String?) {
    let error = #expect(throws: RenderError.self) { try Zone(named: name) }
    if let help { #expect(error?.help == help) }
  }
}
