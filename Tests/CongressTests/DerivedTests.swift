import Testing
import Values

@testable import Congress

/// The figures that templates see, worked by hand on the sample.
@Suite struct DerivedTests {
  private let data = read(sample).data

  @Test("attendance, base and quorum")
  func attendance() {
    #expect(data.at("attendance.absent_count") == "1")
    #expect(data.at("attendance.excluded_count") == "1")
    // 12 convened less 1; over half of 11 is 6; 11/12 = 91.666 %; two thirds of 12 are 8.
    #expect(data.at("attendance.base") == "11")
    #expect(data.at("attendance.majority") == "6")
    #expect(data.at("attendance.present_percent") == "91.67")
    #expect(data.at("attendance.quorum") == "{required: 8, reached: true}")
    #expect(data.at("attendance.exceptions") == "[{exception: 'no_substitute', count: 1, names: ['Lê Mẫu Hai']}]")
  }

  @Test("the result of a round by votes, the ballot by names, with what the list says of each")
  func round() {
    let round = "election_list[0].rounds[0]"
    #expect(data.each("\(round).result", "votes") == "10 8 5 4")
    // 10/11 = 90.909, 8/11 = 72.727, 5/11 = 45.454, 4/11 = 36.363.
    #expect(data.each("\(round).result", "percent") == "90.91 72.73 45.45 36.36")
    #expect(data.each("\(round).result", "elected") == "true true false false")
    #expect(data.each("\(round).votes", "name") == "'Trần Mẫu An' 'Trần Mẫu Bình' 'Trần Mẫu Cường' 'Trần Mẫu Dung'")
    #expect(data.at("\(round).unfilled") == "1")
    #expect(data.at("\(round).ballots.invalid_percent") == "9.09")
    #expect(data.at("election_list[0].rounds[1].ballots.not_returned") == "1")
    #expect(data.at("election_list[0].rounds[1].from_time") == "'9 giờ 50'")
    #expect(data.each("election_list[0].elected", "round") == "1 1 2")
    #expect(data.at("election_by_id.secretary.rounds[0].votes[0].unmarked") == "0")
    #expect(data.at("election_list[1].has_against") == "true")
    // 4 candidates for 3 seats: 1/3 = 33.333 %.
    #expect(data.at("election_list[0].surplus") == "{count: 1, percent: 33.33, allowed: 1, exists: true}")
    #expect(data.each("election_list[0].counting", "role") == "'Trưởng ban' null")
  }

  @Test("motions with their sums and shares")
  func motions() {
    #expect(data.each("motions", "total") == "10 11")
    // 10/11 and 9/11 of the base; all 10 present were for the first.
    #expect(data.each("motions", "percent") == "90.91 81.82")
    #expect(data.each("motions", "percent_of_present") == "100.00 81.82")
    #expect(data.each("motions", "is_unanimous") == "true false")
    #expect(data.each("motions", "adopted") == "true true")
  }

  @Test("each session has its agenda in the order of time")
  func agenda() {
    #expect(data.each("sessions", "name") == "'Phiên trù bị' 'Phiên chính thức'")
    #expect(data.each("sessions[1].agenda", "type") == "'report' 'opinion' 'election' 'motion'")
    #expect(data.each("sessions[1].agenda[0].items", "title") == "'Báo cáo chính trị' 'Báo cáo kiểm điểm'")
    #expect(data.at("sessions[0].present_percent") == "83.33")
    #expect(data.at("agenda") == "[]")
    #expect(data.at("congress.opened_date") == "'2025-06-11'")
    #expect(data.at("congress.closed_hour") == "11")
  }

  @Test("what belongs to no session is not lost")
  func outside() {
    let result = read(
      "congress: {organisation: A}\nreports: [Báo cáo chính trị]\nopinions: [nhất trí]\nmotions: [{matter: x, for: 3}]"
    )
    #expect(result.found == [])
    #expect(result.data.each("agenda", "type") == "'report' 'opinion' 'motion'")
    #expect(result.data.at("agenda[1].items[0].paragraphs") == "['nhất trí']")
  }

  @Test("statistics of the delegates")
  func statistics() {
    #expect(data.at("statistics.total") == "12")
    #expect(data.at("statistics.present") == "11")
    #expect(data.at("statistics.male") == "{count: 2, percent: 16.67}")
    #expect(data.at("statistics.kinds.ex_officio.count") == "2")
    // Born 5/6/1974, 1/1/1980 and in 1990: 51, 45 and 35 years on 12/6/2025; 131/3 = 43.666.
    #expect(data.at("statistics.age.average") == "43.7")
    #expect(data.at("statistics.age.oldest.name") == "'Trần Mẫu An'")
    #expect(data.at("statistics.age.youngest.age") == "35")
    #expect(data.each("statistics.age.bands", "label") == "'dưới 30' '30 - 40' '41 - 50' '51 - 60' 'trên 60'")
    #expect(data.each("statistics.age.bands", "count") == "0 1 1 1 0")
    // Joined on 2/12/1999: 25 whole years.
    #expect(data.at("statistics.party_age.most.years") == "25")
    #expect(data.each("delegates_by_name", "index").hasPrefix("1 2 3"))
    #expect(data.at("delegates_by_name[0].name") == "'Trần Mẫu An'")
    #expect(data.at("delegates_by_name[4].name") == "'Lê Mẫu Hai'")
  }

  @Test("every documented key is there without data")
  func empty() {
    let empty = read("congress: {organisation: A}")
    #expect(empty.found == [])
    for path in [
      "attendance.base", "bodies.presidium", "closing.at_date", "document.place", "statistics.age.average",
      "congress.term.from", "discussion.opinions", "rules.regulation", "election_list", "guests",
    ] { #expect(empty.data.at(path) != "missing", "\(path)") }
    #expect(empty.data.at("congress.assembly") == "'Đại hội'")
  }

  @Test("votes come from a table as well")
  func tallies() {
    let text = edited([
      ("votes: [{name: Trần Mẫu An, votes: 10, against: 1}]", "note: xem bảng"),
      ("        votes: {Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}\n", ""),
    ])
    let table = """
      Bầu cử,Lần,Họ và tên,Số phiếu,Tỷ lệ
      executive_committee,2,Trần Mẫu Dung,4,"36,36%"
      executive_committee,2,Trần Mẫu Cường,6,54.5
      secretary,,Trần Mẫu An,10,

      """
    let result = read([("congress.yaml", text), ("tallies.csv", table)])
    #expect(result.found == [])
    #expect(result.data.each("election_list[0].elected", "votes") == "10 8 6")
    #expect(result.data.at("election_list[1].elected[0].percent") == "90.91")
    let wrong = read([("congress.yaml", text), ("tallies.csv", table.replacing("secretary", with: "secretery"))])
    #expect(wrong.found == ["congress-unknown-reference 4:1"])
  }

  @Test("elections may be a map, with no more than results")
  func summaries() {
    let result = read(
      """
      congress: {organisation: A, date: 2020-05-29}
      elections:
        executive_committee: {elected: 7}
        secretary: {method: confidence vote}
      """
    )
    #expect(result.found == [])
    #expect(result.data.at("elections.executive_committee.elected") == "7")
    #expect(result.data.at("elections.secretary.method") == "'confidence vote'")
    #expect(result.data.each("election_list", "elected_count") == "7 0")
  }

  @Test("a large congress is read whole")
  func large() {
    let rows = (1...2000).map { "Trần Mẫu \($0),\(1 + $0 % 28)/6/1980,nam,x" }.joined(separator: "\n")
    let names = (1...200).map { "Trần Mẫu \($0)" }
    // 160 people with 2,000 down to 1,841 votes are elected; 40 have no vote.
    let votes = names.enumerated().map { "{name: \($1), votes: \($0 < 160 ? 2000 - $0 : 0)}" }
    let text = """
      congress: {organisation: Đảng bộ Mẫu, date: 2025-06-12}
      attendance: {convened: 2000, present: 2000}
      opinions: [\((1...3000).map { "ý kiến \($0)" }.joined(separator: ", "))]
      elections:
        - id: executive_committee
          office: Ban Chấp hành
          seats: 160
          candidates: [\(names.joined(separator: ", "))]
          rounds:
            - ballots: {handed_out: 2000, collected: 2000, valid: 2000, invalid: 0}
              votes: [\(votes.joined(separator: ", "))]
      """
    let result = read([("congress.yaml", text), ("delegates.csv", "Họ tên,Ngày sinh,Giới tính,Cột riêng\n" + rows)])
    #expect(result.found == [])
    #expect(result.data.at("election_list[0].elected_count") == "160")
    #expect(result.data.at("election_list[0].elected[159].votes") == "1841")
    #expect(result.data.at("statistics.male.count") == "2000")
    #expect(result.data.at("agenda[0].items[2999].paragraphs") == "['ý kiến 3000']")
  }
}
