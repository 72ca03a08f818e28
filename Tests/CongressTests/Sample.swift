import Foundation
import Testing

/// A small congress that keeps every rule: 12 convened, 1 of them taken out of the base, so that over half of 11 is 6.
let sample = """
  congress:
    organisation: Đảng bộ Sở Mẫu
    assembly: Đại hội đại biểu
    ordinal: 5
    term: {from: 2025, to: 2030}
    date: 2025-06-12
    members: {total: 90, official: 80}
  document: {number: 7, date: 2025-06-12}
  attendance:
    convened: 12
    present: 11
    base: 11
    guests: 2
    units: 4
    units_represented: 3
    absent:
      - {name: Lê Mẫu Hai, exception: no_substitute}
  sessions:
    - {id: tb, kind: preparatory, from: 2025-06-11 14:00, to: 2025-06-11 16:00, present: 10}
    - {id: ct, kind: official, from: 2025-06-12 08:00, to: 2025-06-12 11:30}
  bodies:
    presidium: [Trần Mẫu An, Trần Mẫu Bình]
    secretariat: [Trần Mẫu Cường]
    credentials: [Trần Mẫu Dung]
    counting: [{name: Lê Mẫu Phong, role: Trưởng ban}, Lê Mẫu Quang]
  delegates:
    - {name: Trần Mẫu An, birth_date: 1974-06-05, joined: 1999-12-02, official_since: 2000-12-02, gender: nam, kind: ex_officio}
    - {name: Trần Mẫu Bình, birth_date: 1980-01-01, gender: nữ, kind: ex_officio}
    - {name: Trần Mẫu Cường, gender: nam, kind: elected}
    - {name: Trần Mẫu Dung, gender: nữ, kind: elected}
    - {name: Lê Mẫu Phong, birth_year: 1990}
    - Lê Mẫu Quang
    - Lê Mẫu Sơn
    - Lê Mẫu Tâm
    - Lê Mẫu Uyên
    - Lê Mẫu Vân
    - Lê Mẫu Xuân
    - {name: Lê Mẫu Hai, present: false}
  guests: [Phạm Mẫu Khách, Phạm Mẫu Mời]
  reports:
    - {title: Báo cáo chính trị, by: Trần Mẫu An, session: ct, at: 2025-06-12 08:20}
    - {title: Báo cáo kiểm điểm, by: Trần Mẫu Bình, session: ct, at: 2025-06-12 08:40}
  opinions:
    - {by: Lê Mẫu Sơn, session: ct, at: 09:00, text: nhất trí}
  discussion: {opinions: 3}
  motions:
    - {matter: Chương trình, session: tb, at: 2025-06-11 14:20, for: 10, against: 0, other: 0, percent: 100, adopted: true}
    - {matter: Nghị quyết, session: ct, at: 2025-06-12 11:00, for: 9, against: 1, other: 1, percent: "81,82%"}
  elections:
    - id: executive_committee
      office: Ban Chấp hành Đảng bộ Sở Mẫu
      session: ct
      seats: 3
      base: 11
      candidates: [Trần Mẫu An, Trần Mẫu Bình, Trần Mẫu Cường, Trần Mẫu Dung]
      rounds:
        - number: 1
          from: 09:10
          to: 09:40
          ballots: {handed_out: 11, collected: 11, valid: 10, invalid: 1, reasons: {bầu quá số lượng: 1}}
          votes:
            - {name: Trần Mẫu An, votes: 10, percent: 90.91}
            - {name: Trần Mẫu Bình, votes: 8, percent: "72,7%"}
            - {name: Trần Mẫu Cường, votes: 5}
            - {name: Trần Mẫu Dung, votes: 4}
          elected: [Trần Mẫu An, Trần Mẫu Bình]
        - number: 2
          from: 09:50
          to: 10:10
          seats: 1
          candidates: [Trần Mẫu Cường, Trần Mẫu Dung]
          ballots: {handed_out: 11, collected: 10, valid: 10, invalid: 0}
          votes: {Trần Mẫu Cường: 6, Trần Mẫu Dung: 4}
          elected: [Trần Mẫu Cường]
      elected:
        - {name: Trần Mẫu An, votes: 10, percent: 90.9}
        - Trần Mẫu Bình
        - Trần Mẫu Cường
    - id: secretary
      office: Bí thư Đảng ủy Sở Mẫu
      among: executive_committee
      session: ct
      seats: 1
      candidates: [Trần Mẫu An]
      rounds:
        - from: 10:20
          to: 10:40
          ballots: {handed_out: 11, collected: 11, valid: 11, invalid: 0}
          votes: [{name: Trần Mẫu An, votes: 10, against: 1}]
  closing: {at: 2025-06-12 11:30, copies: 3}
  """

/// The sample with passages replaced; a passage that is not there is a mistake of the test.
func edited(_ edits: [(String, String)]) -> String {
  edits.reduce(sample) { text, edit in
    guard let range = text.range(of: edit.0) else {
      Issue.record("the sample has no '\(edit.0)'")
      return text
    }
    return text.replacingCharacters(in: range, with: edit.1)
  }
}
