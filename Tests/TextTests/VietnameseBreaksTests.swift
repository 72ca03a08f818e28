import TestSupport
import Testing

@testable import Text

@Suite("VietnameseBreaks") struct VietnameseBreaksTests {
  /// Text with | at each allowed break and ~ at each weak one.
  private func marked(_ text: String) -> String {
    var opportunities = BreakOpportunities()
    let marks = opportunities.find(in: squares(text))
    var bytes: [UInt8] = []
    for (index, byte) in text.utf8.enumerated() {
      if index > 0, marks[index] == .allowed { bytes.append(UInt8(ascii: "|")) }
      if marks[index] == .weak { bytes.append(UInt8(ascii: "~")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "what belongs together stays on one line",
    arguments: [
      ("theo Điều 5 và", "theo |Điều ~5 |và"),
      ("Chương XII Phần II", "Chương ~XII |Phần ~II"),
      ("KHOẢN 2, điểm a mục", "KHOẢN ~2, |điểm ~a |mục"),
      ("ngày 29 tháng 5 năm 2020", "ngày ~29 |tháng ~5 |năm ~2020"),
      ("lần thứ XIX, nhiệm kỳ 2020 - 2025", "lần |thứ ~XIX, |nhiệm |kỳ |2020 ~- ~2025"),
      ("10 điểm - 20", "10 |điểm ~- |20"),
      ("đạt 95,5 % số đảng viên", "đạt |95,5 ~% |số |đảng |viên"),
      ("đạt 95,5% là", "đạt |95,5% |là"),
      ("thu 120 tỷ đồng", "thu |120 ~tỷ |đồng"),
      ("dài 12 km.", "dài |12 ~km."),
      ("đồng chí Nguyễn Văn A", "đồng |chí ~Nguyễn |Văn |A"),
      ("đồng chí bí thư", "đồng |chí |bí |thư"),
      ("Số 01-NQ/ĐH ngày", "Số ~01-~NQ/~ĐH |ngày"),
      ("số 05/2025/NĐ-CP và 36-HD/VPTW", "số ~05/2025/~NĐ-~CP |và |36-~HD/~VPTW"),
      ("T/M BAN CHẤP HÀNH", "T/~M ~BAN |CHẤP |HÀNH"),
      ("năm qua, số lượng", "năm |qua, |số |lượng"),
      ("Nghị quyết. Điều lệ", "Nghị |quyết. |Điều |lệ"),
    ]
  ) func together(text: String, expected: String) {
    #expect(marked(text) == expected)
  }

  @Test("they hold for Vietnamese and for text of unknown language only") func language() {
    var opportunities = BreakOpportunities()
    let english = opportunities.find(in: squares("Số 5") { $0.language = "en" })
    #expect(english[5] == .allowed)
    let vietnamese = opportunities.find(in: squares("Số 5") { $0.language = "vi-VN" })
    #expect(vietnamese[5] == .weak)
  }

  @Test("a line too narrow for them breaks where Unicode allows", arguments: [LineBreaking.firstFit, .totalFit])
  func narrow(breaking: LineBreaking) throws {
    let paragraph = try shaped(squares("Số 01-NQ/ĐH nay"))
    #expect(paragraph.texts(width: 110, breaking) == ["Số 01-NQ/ĐH", "nay"])
    #expect(paragraph.texts(width: 60, breaking) == ["Số 01-", "NQ/ĐH", "nay"])
  }
}
