import Diagnostics
import Testing
import Values

@testable import Congress

/// What follows from votes, worked by hand.
@Suite struct CountingTests {
  private func election(_ rest: String, convened: Int = 11, rules: String = "{}") -> Outcome {
    read(
      """
      congress: {organisation: Đảng bộ Sở Mẫu, date: 2025-06-12}
      attendance: {convened: \(convened), present: \(convened)}
      rules: \(rules)
      elections:
        - id: delegates
          office: đại biểu
      \(rest)
      """
    )
  }

  @Test("percentages are exact, halves go up, and the base is not the ballots")
  func percentages() {
    #expect(percentage(1, of: 3, places: 2)?.description == "33.33")
    #expect(percentage(2, of: 3, places: 2)?.description == "66.67")
    #expect(percentage(1, of: 8, places: 2)?.description == "12.50")
    // 1/16 = 6.25: the half goes up.
    #expect(percentage(1, of: 16, places: 1)?.description == "6.3")
    #expect(percentage(1, of: 200, places: 0)?.description == "1")
    #expect(percentage(3, of: 0, places: 2) == nil)
    #expect(percentage(1_000_000, of: 1, places: 18)?.description == "100000000.000000000000000000")
  }

  @Test("over half of an even and an odd base")
  func majority() {
    // Half of 12 is 6, which is not over half; half of 11 is 5.5.
    #expect(Base(count: 12, origin: "").majority == 7)
    #expect(Base(count: 11, origin: "").majority == 6)
    #expect(!Base(count: 12, origin: "").isOverHalf(6))
    #expect(Base(count: 11, origin: "").isOverHalf(6))
  }

  @Test("the surplus is 30 % of the seats, 1 for three to five, by the rounding that is set")
  func surplus() {
    func greatest(_ seats: Int, _ rounding: String) -> Int {
      var map = ValueMap()
      map["surplus_rounding"] = Value(.text(rounding))
      return ElectionRules(profile: nil, settings: Fields(Value(.map(map))), assembly: .delegates)
        .greatestSurplus(seats: seats)
    }
    // 30 % of 7 are 2.1, of 9 are 2.7, of 15 are 4.5.
    #expect([1, 3, 5, 7, 9, 15].map { greatest($0, "down") } == [1, 1, 1, 2, 2, 4])
    #expect([1, 3, 5, 7, 9, 15].map { greatest($0, "nearest") } == [1, 1, 1, 2, 3, 5])
    #expect([1, 3, 5, 7, 9, 15].map { greatest($0, "up") } == [1, 1, 1, 3, 3, 5])
  }

  @Test("the order of input decides nothing: tied people go to a re-vote, where the one with more votes is elected")
  func revote() {
    let rounds = """
          seats: 2
          candidates: [Trần Mẫu An, Trần Mẫu Bình, Trần Mẫu Cường]
          rounds:
            - ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}
              votes: {Trần Mẫu Cường: 6, Trần Mẫu An: 9, Trần Mẫu Bình: 6}
            - ballots: {handed_out: 11, collected: 11, valid: 9, invalid: 2}
              votes: {Trần Mẫu Bình: 4, Trần Mẫu Cường: 5}
      """
    let result = election(rounds)
    #expect(result.messages == [])
    // Round 1: An 9, then two with 6 of 11 (over half is 6) for one seat. Round 2: 5 of 11 is not over half, and is enough.
    #expect(
      result.data.each("election_list[0].rounds[0].result", "name") == "'Trần Mẫu An' 'Trần Mẫu Bình' 'Trần Mẫu Cường'"
    )
    #expect(result.data.each("election_list[0].rounds[0].result", "rank") == "1 2 2")
    #expect(result.data.each("election_list[0].rounds[0].tied", "name") == "'Trần Mẫu Bình' 'Trần Mẫu Cường'")
    #expect(result.data.at("election_list[0].rounds[0].next") == "['Trần Mẫu Bình', 'Trần Mẫu Cường']")
    #expect(result.data.at("election_list[0].rounds[1].kind") == "'revote'")
    #expect(result.data.each("election_list[0].elected", "name") == "'Trần Mẫu An' 'Trần Mẫu Cường'")
    #expect(result.data.each("election_list[0].elected", "percent") == "81.82 45.45")
    #expect(result.data.at("election_list[0].is_complete") == "true")
    let strict = election(rounds, rules: "{revote_over_half: true}")
    #expect(strict.found == ["congress-seats-unfilled 7:12 warning"])
    #expect(strict.data.at("election_list[0].unfilled") == "1")
  }

  @Test("the congress may decide about tied people")
  func decision() {
    let result = election(
      """
          seats: 1
          candidates: [Trần Mẫu An, Trần Mẫu Bình]
          rounds:
            - ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}
              votes: {Trần Mẫu An: 5, Trần Mẫu Bình: 5}
            - kind: further
              ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}
              votes: {Trần Mẫu An: 5, Trần Mẫu Bình: 5}
              decision: Đại hội quyết định không bầu tiếp
      """
    )
    #expect(result.messages == [])
    #expect(result.data.at("election_list[0].elected_count") == "0")
  }

  @Test("a base needs attendance: without it nothing is called elected")
  func noBase() {
    let result = read(
      """
      congress: {organisation: Đảng bộ Sở Mẫu}
      elections:
        - id: x
          seats: 1
          candidates: [Trần Mẫu An]
          rounds:
            - ballots: {handed_out: 3, collected: 3, valid: 3, invalid: 0}
              votes: {Trần Mẫu An: 3}
      """
    )
    #expect(result.found == ["congress-missing-key 3:5"])
  }

  @Test("the regulation is that of the day, or the one the data names")
  func regulations() {
    func regulation(_ date: String, _ rest: String = "") -> (String?, [String]) {
      let result = read("congress: {organisation: A, date: \(date)}\nattendance: {convened: 3, present: 3}\n\(rest)")
      return (result.summary.regulation, result.found)
    }
    #expect(regulation("2024-10-09") == ("244-QĐ/TW", []))
    #expect(regulation("10/10/2024") == ("190-QĐ/TW", []))
    #expect(regulation("2020-05-29", "rules: {regulation: 190-QĐ/TW}") == ("190-QĐ/TW", []))
    #expect(regulation("2010-05-29") == ("244-QĐ/TW", ["congress-no-regulation 1:35 warning"]))
  }

  @Test("without any file of rules the built-in figures are used, and it is said")
  func noFiles() throws {
    var diagnostics = DiagnosticList()
    let data = try #require(readRaw(sample))
    let reading = readCongress(data, regulations: [], diagnostics: &diagnostics)
    #expect(diagnostics.all.map(\.code) == ["congress-no-regulation"])
    #expect(reading.data.at("attendance.base") == "11")
  }

  @Test("a congress of all members has its own exceptions and no credentials committee")
  func members() {
    let result = read(
      """
      congress: {organisation: Chi bộ Mẫu, assembly: Đại hội đảng viên, date: 2025-06-12, members: {official: 20}}
      attendance:
        convened: 20
        present: 17
        absent:
          - {name: Trần Mẫu An, exception: chuyển sinh hoạt đảng tạm thời}
          - {name: Trần Mẫu Bình, exception: excused}
          - {name: Trần Mẫu Cường, reason: đến muộn, throughout: không}
      """
    )
    #expect(result.messages == [])
    // 20 convened less 2: over half of 18 is 10.
    #expect(result.data.at("attendance.base") == "18")
    #expect(result.data.at("attendance.majority") == "10")
    #expect(result.data.at("attendance.present_percent") == "85.00")
    #expect(result.data.each("attendance.exceptions", "exception") == "'posted' 'excused'")
    #expect(result.data.at("congress.is_delegates") == "false")
  }
}

/// Ballots that elect nobody, and elections by a new committee.
@Suite struct OtherBallotTests {
  @Test("a ballot that only introduces people is counted and fills no seat")
  func introduction() {
    let result = read(
      """
      congress: {organisation: Đảng bộ Sở Mẫu}
      attendance: {convened: 11, present: 11}
      elections:
        - id: secretary
          method: phiếu giới thiệu
          rounds:
            - ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}
              votes: {Trần Mẫu Bình: 3, đồng chí Trần Mẫu An: 8}
      """
    )
    #expect(result.messages == [])
    #expect(result.data.each("election_list[0].rounds[0].result", "votes") == "8 3")
    #expect(result.data.each("election_list[0].rounds[0].result", "percent") == "72.73 27.27")
    #expect(result.data.each("election_list[0].rounds[0].result", "elected") == "false false")
    #expect(result.data.at("election_list[0].elected") == "[]")
  }

  @Test("an election by the new committee counts on its members")
  func committee() {
    let result = read(
      edited([
        ("among: executive_committee", "among: executive_committee\n    voters: ban chấp hành"),
        (
          "ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}",
          "ballots: {handed_out: 3, collected: 3, valid: 3, invalid: 0}"
        ), ("votes: 10, against: 1", "votes: 2, against: 1, percent: 66.67"),
      ])
    )
    // Three were elected: over half of 3 is 2, and 2/3 are 66.67 %.
    #expect(result.messages == [])
    #expect(result.data.at("election_list[1].majority") == "2")
    #expect(result.data.at("election_list[1].is_complete") == "true")
  }

  @Test("what a count needs is asked for")
  func missing() {
    #expect(
      read(edited([("votes: [{name: Trần Mẫu An, votes: 10, against: 1}]", "note: x")])).pointed == [
        "congress-missing-key f"
      ]
    )
    let found = read(edited([("    candidates: [Trần Mẫu An]\n", "")])).pointed
    #expect(found == ["congress-missing-key i", "warning congress-seats-unfilled 1"])
  }

  @Test("numbers in Roman numerals, years as one text, forms of address")
  func spellings() {
    let result = read("congress: {organisation: A, lần thứ: XXVIII, nhiệm kỳ: 2025 - 2030, đảng viên: 45}")
    #expect(result.messages == [])
    #expect(result.data.at("congress.ordinal") == "28")
    #expect(result.data.at("congress.term") == "{from: 2025, to: 2030}")
    #expect(result.data.at("congress.members.total") == "45")
    #expect(personKey("Đ/c Trần Mẫu An") == personKey("đồng chí Trần Mẫu An"))
    #expect(read("congress: {organisation: A, ordinal: IIX}").found == ["congress-wrong-type 1:38"])
  }
}
