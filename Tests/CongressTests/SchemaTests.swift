import Testing
import Values
import Vietnamese

@testable import Congress

@Suite struct SchemaTests {
  @Test("keys are matched without case, marks, tones, underscores and spaces")
  func folding() {
    for name in ["Họ tên", "HỌ TÊN", "ho_ten", "ho-ten", "ho ten", "Ho\u{323} te\u{302}n"] {
      #expect(foldedName(name) == "ho ten")
    }
    #expect(foldedName("Đảng bộ") == "dang bo")
    #expect(foldedName("hòa") == foldedName("hoà"))
  }

  @Test("people are matched with their marks, wherever the tone stands")
  func people() {
    #expect(personKey("Nguyễn  Thị HÒA") == personKey("nguyễn thị hoà"))
    #expect(personKey("Nguyễn Thị Hoa") != personKey("Nguyễn Thị Hòa"))
  }

  @Test("no two keys of a record are written alike")
  func tables() {
    var seen: [String] = []
    func check(_ table: RecordTable) {
      if seen.contains(table.name) { return }
      seen.append(table.name)
      var owners: [String: String] = [:]
      for field in table.fields {
        for name in [field.key] + field.labels {
          let owner = owners.updateValue(field.key, forKey: foldedName(name))
          #expect(owner == nil || owner == field.key, "\(name) of \(table.name) means \(owner ?? "") and \(field.key)")
        }
        switch field.kind {
        case .record(let inner), .records(let inner), .recordsOrCount(let inner): check(inner)
        case .choice(let choice):
          var values: [String: String] = [:]
          for option in choice.options {
            for label in [option.value] + option.labels {
              let owner = values.updateValue(option.value, forKey: foldedName(label))
              #expect(owner == nil || owner == option.value, "\(label) of \(field.key)")
            }
          }
        default: continue
        }
      }
    }
    check(CongressTables.root)
    #expect(seen.count >= 25)
  }

  @Test("labels become keys, words values, days and times one form")
  func labels() {
    let result = read(
      """
      Đại hội:
        Đảng bộ: Đảng bộ Sở A
        LẦN THỨ: 4
        Hình thức đại hội: đại hội đảng viên
        ngày: 12/6/2026
      thành phần: {triệu tập: 10, có mặt: 10}
      phiên họp:
        - {loại: trù bị, từ: "7 giờ 30 phút, ngày 12/6/2026", ghi chú: chào cờ}
      bầu cử:
        executive_committee:
          số lượng: 1
          danh sách: [Nguyễn Văn A]
          số dư: không
          các lần bầu:
            - phiếu: {phat ra: 10, thu_ve: 10, hợp lệ: 9, không hợp lệ: "1"}
              kết quả: {Nguyễn Văn A: 9}
      """
    )
    #expect(result.found == [])
    #expect(result.data.at("congress.assembly") == "'đại hội đảng viên'")
    #expect(result.data.at("congress.assembly_kind") == "'members'")
    #expect(result.data.at("congress.date") == "'2026-06-12'")
    #expect(result.data.at("sessions[0].from") == "'2026-06-12 07:30'")
    #expect(result.data.at("sessions[0].notes[0].text") == "['chào cờ']")
    #expect(result.data.at("election_list[0].id") == "'executive_committee'")
    #expect(result.data.at("election_list[0].rounds[0].ballots.invalid") == "1")
    #expect(result.data.at("election_list[0].rounds[0].votes[0].name") == "'Nguyễn Văn A'")
    #expect(result.data.at("delegates") == "[]")
    #expect(result.data.at("congress.venue") == "null")
  }

  @Test("each mistake of form is reported once, at its place")
  func mistakes() {
    let result = read(
      """
      congress:
        organisaton: Đảng bộ Sở A
        ordinal: bốn
        date: 2026-02-30
      sessions:
        - {from: 25:00, kind: thường}
      elections:
        - id: a
          rounds:
            - ballots:
                handed_out: 10
                colected: 10
                valid: -1
              votes:
                - {name: A, votes: 3, phiếu bầu: 4}
      """
    )
    #expect(
      result.found == [
        "congress-unknown-key 2:3", "congress-wrong-type 3:12", "congress-no-date 4:9", "congress-no-date 6:12",
        "congress-wrong-value 6:25", "congress-unknown-key 12:11", "congress-wrong-value 13:18",
        "congress-missing-key 10:9", "congress-same-key 15:33",
      ]
    )
    #expect(result.messages.first == "'organisaton' is no key of the congress; did you mean 'organisation'?")
  }

  @Test("keys of a template's own pass where the record is open, and are refused where it is not")
  func others() {
    let result = read(
      "congress: {organisation: A, màu: xanh}\ntasks: [1]\nattendance: {convened: 3, present: 3, xyz: 1}"
    )
    #expect(result.found == ["congress-unknown-key 3:39"])
    #expect(result.data.at("congress.màu") == "'xanh'")
    #expect(result.data.at("tasks") == "[1]")
  }

  @Test(
    "times are read as people write them",
    arguments: [
      ("2026-06-12 08:00", "2026-06-12 08:00"), ("2026-06-12T08:05:00+07:00", "2026-06-12 08:05"),
      ("2026-06-12T08:05Z", "2026-06-12 08:05"), ("08:00 12/6/2026", "2026-06-12 08:00"),
      ("8 giờ 30 phút, ngày 12/6/2026", "2026-06-12 08:30"), ("8h30", "08:30"),
      ("8 giờ ngày 12/6/2026", "2026-06-12 08:00"),
      ("8h", "08:00"), ("24:00", nil), ("08:60", nil), ("12/6/2026", nil), ("30/2/2026 08:00", nil), ("", nil),
      ("sáng", nil), ("08:00 09:00", nil), ("-", nil), ("T", nil),
    ] as [(String, String?)]
  )
  func moments(text: String, expected: String?) {
    #expect(Moment(text)?.text == expected)
  }
}
