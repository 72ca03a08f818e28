import Foundation
import Testing
import VanBan

/// The minutes of samples/dai-hoi-minh-hoa against its data: nothing that was said or counted is missing from the pages.
@Suite struct MinutesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let sample = root.appending(path: "samples/dai-hoi-minh-hoa").path

  /// Those who count when shares are taken: 60 convened, less the one who was absent throughout without a substitute.
  private static let base = 59

  /// A rendered paper, each page's text as it is read and as rows stand.
  private struct Made: Sendable {
    var pages: [String] = []
    var rows: [[String]] = []
    var diagnostics = ""

    var text: String { pages.joined(separator: " ") }
    var allRows: [String] { rows.flatMap { $0 } }

    static func onOneLine(_ text: some StringProtocol) -> String {
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  private static let minutes = Result { try make("bien-ban-dai-hoi") }
  private static let countingMinutes = Result { try make("bien-ban-kiem-phieu") }

  private static func make(_ template: String, _ data: [String] = allData, values: [String] = []) throws -> Made {
    let path = FileManager.default.temporaryDirectory.appending(path: "vanban-minutes-\(UUID().uuidString).pdf").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var settings = RenderSettings()
    settings.data = data
    settings.values = values
    let context = RenderContext(installation: Installation(home: root.path), settings: settings)
    let found = try Template.find(template, in: context.installation)
    let summary = try context.render(found, to: OutputName(path), format: .pdf)
    var made = Made(diagnostics: context.diagnostics(as: .plain))
    guard summary != nil else { return made }
    // The number stands in the top margin, which is 57 points high.
    made.pages = try text(of: path, ["-x", "0", "-y", "57", "-W", "596", "-H", "785"]).map { Made.onOneLine($0) }
    made.rows = try text(of: path, ["-layout"]).map { $0.split(separator: "\n").map { Made.onOneLine($0) } }
    #expect(made.pages.count == summary?.pages)
    return made
  }

  /// What pdftotext reads on each page.
  private static func text(of path: String, _ arguments: [String]) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = arguments + [path, "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast()
  }

  private static let allData = ["\(sample)/congress.yaml", "delegates=\(sample)/delegates.csv"]

  private static func lines(of name: String) throws -> [String] {
    try String(contentsOfFile: "\(sample)/\(name)", encoding: .utf8).components(separatedBy: "\n")
  }

  /// The folded texts of the data: every paragraph of reports, speeches, opinions and notes.
  private static func paragraphs() throws -> [String] {
    let lines = try lines(of: "congress.yaml")
    return lines.indices.filter { lines[$0].hasSuffix(">-") && !lines[$0].contains("theme:") }.map { start in
      let depth = lines[start].prefix { $0 == " " }.count
      let text = lines[(start + 1)...].prefix { $0.prefix { $0 == " " }.count > depth }
      return Made.onOneLine(text.joined(separator: " "))
    }
  }

  /// The votes of the data, in order: name and figure.
  private static func votes() throws -> [(name: String, votes: Int)] {
    try lines(of: "congress.yaml").compactMap { line in
      if let row = line.wholeMatch(of: /\ +- \{name: ([^,]+), votes: (\d+), against: \d+\}/) {
        return Int(row.2).map { (String(row.1), $0) }
      }
      return line.wholeMatch(of: /\ {10}([^:]+ Mẫu [^:]+): (\d+)/).flatMap { row in
        Int(row.2).map { (String(row.1), $0) }
      }
    }
  }

  /// The share of the base in hundredths of a percent, halves up: 58 of 59 is `98,31`.
  private static func share(_ votes: Int) -> String {
    let hundredths = (votes * 20_000 + base) / (2 * base)
    return "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  @Test("the minutes have at least twelve pages and no diagnostics")
  func pages() throws {
    let made = try Self.minutes.get()
    #expect(made.diagnostics == "")
    #expect(made.pages.count >= 12)
  }

  @Test("the minutes hold every paragraph that was reported, said and noted")
  func prose() throws {
    let paragraphs = try Self.paragraphs()
    #expect(paragraphs.count == 48)
    let text = try Self.minutes.get().text
    #expect(text.precomposedStringWithCanonicalMapping == text)
    // pdftotext takes a hyphen at the end of a line for a divided word and drops it.
    let plain = text.replacing(" -", with: "")
    for paragraph in paragraphs { #expect(plain.contains(paragraph.replacing(" -", with: "")), "\(paragraph)") }
  }

  @Test("the minutes and the counting minutes hold every vote with its share of the base")
  func figures() throws {
    let votes = try Self.votes()
    #expect(votes.count == 31)  // 17 + 1 + 9 + 2 + 2
    #expect(Self.share(58) == "98,31")
    #expect(Self.share(59) == "100,00")
    for made in [try Self.minutes.get(), try Self.countingMinutes.get()] {
      #expect(made.diagnostics == "")
      let rows = made.allRows
      for vote in votes {
        // TT, name, votes, in some tables votes against, percent
        let found = rows.contains { row in
          let rest = row.split(separator: " ").dropFirst().joined(separator: " ")
          return rest.hasPrefix("\(vote.name) \(vote.votes) ") && row.contains(" \(Self.share(vote.votes))")
        }
        #expect(found, "\(vote)")
      }
    }
  }

  @Test("results stand by votes in the minutes, lists by given name")
  func order() throws {
    let rows = try Self.minutes.get().allRows
    let results = rows.filter { $0.hasSuffix(" Trúng cử") }
    #expect(results.count == 25)  // 15 + 1 + 6 + 1 + 2
    #expect(
      results.prefix(3) == [
        "1 Đặng Mẫu Đức 58 98,31 Trúng cử", "2 Nguyễn Mẫu An 57 96,61 Trúng cử", "3 Đỗ Mẫu Hòa 57 96,61 Trúng cử",
      ]
    )
    let list = rows.drop { $0 != "Danh sách bầu cử" }.dropFirst(2).prefix(7).map { row in
      row.split(separator: " ").prefix {
        $0 != "Phó" && $0 != "Chủ" && $0 != "Trưởng" && $0 != "Chỉ" && $0 != "Chánh" && $0 != "Bí"
      }
      .joined(separator: " ")
    }
    #expect(
      list == [
        "1 Nguyễn Mẫu An", "2 Trần Thị Mẫu Ánh", "3 Lê Mẫu Bách", "4 Phạm Mẫu Cường", "5 Vũ Mẫu Dũng",
        "6 Hoàng Thị Mẫu Duyên", "7 Đặng Mẫu Đức",
      ]
    )
  }

  @Test("the annex names every delegate with the year of birth, in the order of names")
  func delegates() throws {
    let made = try Self.minutes.get()
    let first = try #require(made.pages.firstIndex { $0.contains("DANH SÁCH ĐẠI BIỂU CHÍNH THỨC") })
    let rows = made.rows[first...].flatMap { $0 }
    let delegates = try Self.lines(of: "delegates.csv").dropFirst().filter { !$0.isEmpty }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    #expect(delegates.count == 60)
    for delegate in delegates {
      // Cells of two lines put the year a line above or below the name.
      let row = try #require(
        rows.firstIndex { $0.contains(" \(delegate[1])") || $0.hasPrefix(delegate[1]) },
        "\(delegate[1])"
      )
      let near = rows[max(0, row - 1)...min(rows.count - 1, row + 1)].joined(separator: " ")
      #expect(near.contains(" \(delegate[2].suffix(4))"), "\(delegate[1])")
    }
    let places = [
      "Nguyễn Mẫu An", "Nguyễn Thị Mẫu Anh", "Trần Thị Mẫu Ánh", "Trần Mẫu Ân", "Lê Mẫu Bách", "Vũ Mẫu Dũng",
      "Hoàng Thị Mẫu Duyên", "Lê Mẫu Hoa", "Nguyễn Thị Mẫu Hoa", "Đỗ Mẫu Hòa", "Lương Thị Mẫu Yến",
    ].map { name in rows.firstIndex { $0.contains(name) } ?? -1 }
    #expect(places == places.sorted() && places.first != -1)
  }

  @Test("the signatures stand below the closing words, on their page")
  func signatures() throws {
    for (made, signature) in [
      (try Self.minutes.get(), "T/M ĐOÀN THƯ KÝ"), (try Self.countingMinutes.get(), "T/M BAN KIỂM PHIẾU"),
    ] {
      let signed = made.pages.filter { $0.contains(signature) }
      #expect(!signed.isEmpty)
      for page in signed {
        let parts = page.components(separatedBy: signature)
        #expect(parts[0].contains("Biên bản này được lập thành 03 (ba) bản"))
        #expect(parts[1].contains("Đặng Mẫu Đức"))
      }
    }
  }

  @Test("each round has counting minutes of its own, numbered in order, with pages of its own")
  func eachRound() throws {
    let made = try Self.countingMinutes.get()
    for number in ["09", "10", "11", "12", "13"] { #expect(made.text.contains("Số \(number)-BB/ĐH")) }
    var last = 0
    for (page, rows) in zip(made.pages, made.rows) {
      let begins = page.contains("BIÊN BẢN KIỂM PHIẾU")
      // The first page shows no number, the others their own.
      #expect(Int(rows.first ?? "") == (begins ? nil : last + 1))
      last = begins ? 1 : last + 1
    }
    #expect(made.pages.count { $0.contains("BIÊN BẢN KIỂM PHIẾU") } == 5)
  }

  @Test("one election, or one round of it, can be had alone")
  func selection() throws {
    let election = try Self.make("bien-ban-kiem-phieu", values: ["document.election=dai_bieu_chinh_thuc"])
    #expect(election.diagnostics == "")
    #expect(election.pages.count { $0.contains("BIÊN BẢN KIỂM PHIẾU") } == 2)
    let round = try Self.make(
      "bien-ban-kiem-phieu",
      values: ["document.election=dai_bieu_chinh_thuc", "document.round=2"]
    )
    #expect(round.diagnostics == "")
    #expect(round.text.contains("(bầu lần thứ hai)") && round.text.contains("Số 12-BB/ĐH"))
    #expect(!round.text.contains("Số 11-BB/ĐH"))
    let missing = try Self.make("bien-ban-kiem-phieu", values: ["document.election=dai_bieu"])
    #expect(missing.pages == [])
    #expect(missing.diagnostics.contains("has no field 'dai_bieu'"))
  }

  @Test("both templates render their own samples", arguments: ["bien-ban-dai-hoi", "bien-ban-kiem-phieu"])
  func samples(template: String) throws {
    let made = try Self.make(template, [])
    #expect(made.diagnostics == "")
    #expect(made.pages.count >= 3)
  }

  @Test("the least data that can be counted renders", arguments: ["bien-ban-dai-hoi", "bien-ban-kiem-phieu"])
  func leastData(template: String) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "vanban-minutes-\(UUID().uuidString).yaml")
    defer { try? FileManager.default.removeItem(at: path) }
    let data = """
      congress: {organisation: Đảng bộ Sở A}
      attendance: {convened: 60, present: 60}
      elections:
        - office: Ban Chấp hành Đảng bộ
          seats: 3
          candidates: [Lê Mẫu An, Lê Mẫu Bình, Lê Mẫu Cúc, Lê Mẫu Dần]
          rounds:
            - ballots: {handed_out: 60, collected: 60, valid: 60, invalid: 0}
              votes: {Lê Mẫu An: 58, Lê Mẫu Bình: 52, Lê Mẫu Cúc: 45, Lê Mẫu Dần: 22}
      """
    try Data(data.utf8).write(to: path)
    let made = try Self.make(template, [path.path])
    #expect(made.diagnostics == "")
    #expect(made.text.contains("Ban Chấp hành Đảng bộ"))
    #expect(made.allRows.contains { $0.hasPrefix("1 Lê Mẫu An 58 96,67") })  // 58 / 60
  }
}
