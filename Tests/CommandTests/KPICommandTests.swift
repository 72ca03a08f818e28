import Foundation
import Glibc
import TestSupport
import Testing

/// `vanban kpi` on the sample of three organisations that do not exist.
@Suite struct KPICommandTests {
  private let command: TestCommand
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let samples = ["chi-tieu.yaml", "so-lieu-2025.csv", "so-lieu-2026.csv"].map {
    "\(root)/samples/kpi/\($0)"
  }

  init() throws {
    command = try TestCommand()
  }

  private func kpi(_ arguments: String...) throws -> TestCommand.Outcome {
    try command.run(["kpi"] + arguments, environment: ["VANBAN_STORE": "s.sqlite", "USER": "lan"])
  }

  private func importSamples() throws {
    let outcome = try command.run(["kpi", "import"] + Self.samples + ["--store", "s.sqlite"])
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("the sample is imported whole, and again changes nothing and says so")
  func samples() throws {
    let first = try command.run(["kpi", "import"] + Self.samples + ["--store", "s.sqlite"])
    #expect(
      first.output
        == "s.sqlite: 15 definitions recorded; 34 targets recorded; 822 values recorded; 4 comments recorded; 6 values not known\n"
    )
    let again = try command.run(["kpi", "import"] + Self.samples + ["--store", "s.sqlite"])
    #expect(again.output == "s.sqlite: nothing changed, all of it is there already; 6 values not known\n")
    #expect(again.status == 0)
  }

  @Test("the corrections of the sample need a reason, and keep what was before with who and why")
  func corrections() throws {
    try importSamples()
    let file = "\(Self.root)/samples/kpi/dieu-chinh.csv"
    let refused = try kpi("import", file)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "\(file):2:19: error: the value of THUNS, XDM, 2026-10 is '4.20' in the store, and '4.35' here"
      )
    )
    let corrected = try kpi("import", file, "--why", "đối chiếu", "--by", "Trần Thị Lan")
    #expect(corrected.output == "s.sqlite: 2 values changed\n")
    let history = try kpi(
      "show",
      "--history",
      "--organisation",
      "XDM",
      "--indicator",
      "THUNS",
      "--period",
      "10/2026",
      "--json"
    )
    let rows = try #require(JSONSerialization.jsonObject(with: Data(history.output.utf8)) as? [[String: Any]])
    #expect(rows.map { $0["content"] as? String } == ["4.20", "4.35"])
    #expect(rows.map { $0["by"] as? String }.last == "Trần Thị Lan")
    #expect(rows.map { $0["why"] as? String } == [nil, "đối chiếu"])
  }

  @Test("show prints the report with both dates of the period, missing as missing")
  func show() throws {
    try importSamples()
    let table = try kpi("show", "--organisation", "XDM")
    #expect(table.output.hasPrefix("Ủy ban nhân dân xã Đồng Mây, tháng 11 năm 2026 (15/10/2026 - 14/11/2026)\n\n"))
    #expect(
      table.output.contains(
        " 7  Thu ngân sách trên địa bàn                tỷ đồng             46      4,20    4,33   43,21   93,9%"
      )
    )
    let people = try #require(table.output.split(separator: "\n").last)
    #expect(people.hasPrefix("12  Dân số cơ học tăng, giảm"))
    #expect(people.hasSuffix("○ Chưa đánh giá"))
    #expect(people.count { $0 == "…" } == 6)  // plan, month, year to date, share of the plan, both changes
    let overview = try kpi("show")
    #expect(overview.output.contains("XNS  Ủy ban nhân dân xã Núi Sao            273  2025-01  2026-11\n"))
  }

  @Test("set records one value, target or comment; a negative one after --")
  func set() throws {
    try importSamples()
    #expect(try kpi("set", "XDM", "DANSO", "2026-11", "--", "-12").output == "s.sqlite: 1 value recorded\n")
    #expect(try kpi("set", "XDM", "DANSO", "2026-11", "--", "-12").output.contains("nothing changed"))
    let changed = try kpi("set", "XDM", "DANSO", "2026-11", "7")
    #expect(changed.status == 1)
    #expect(changed.errors.contains("help: to correct the store, say why: --why 'the reason'\n"))
    #expect(try kpi("set", "XDM", "DANSO", "2026-11", "-", "--why", "chưa chốt").status == 0)
    #expect(try kpi("set", "*", "DANSO", "2027", "trên 0", "--target").output == "s.sqlite: 1 target recorded\n")
    #expect(try kpi("set", "XDM", "DANSO", "2026-11", "chờ công an xã", "--comment").status == 0)
    let wrong = try kpi("set", "XDN", "DANSO", "2026-11", "1")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("<organisation>:1:1: error: there is no organisation 'XDN'"))
    #expect(wrong.errors.contains("help: did you mean 'XDM'?"))
  }

  @Test("an export imports into an empty store as the same", arguments: ["csv", "json", "yaml"])
  func export(format: String) throws {
    try importSamples()
    #expect(try kpi("export", "-o", "a.\(format)").status == 0)
    #expect(try command.run(["kpi", "import", "a.\(format)", "--store", "copy.sqlite"]).status == 0)
    #expect(try command.run(["kpi", "export", "-o", "b.\(format)", "--store", "copy.sqlite"]).status == 0)
    #expect(try command.read("a.\(format)") == command.read("b.\(format)"))
  }

  @Test("bad rows name file, line, column and reason, all of them, and nothing is recorded")
  func badRows() throws {
    try importSamples()
    try command.write(
      "Đơn vị;Chỉ tiêu;Kỳ;Giá trị\nXDM;HSTN;2026-12;8x\nXDM;HSTM;2026-12;8\nXDM;HSDH;2026-12;97\n",
      to: "a.csv"
    )
    let outcome = try kpi("import", "a.csv", "--json")
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n").compactMap {
      try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    #expect(lines.map { $0["code"] as? String } == ["kpi-number", "kpi-unknown-indicator"])
    #expect(lines.map { $0["line"] as? Int } == [2, 3])
    #expect(lines.map { $0["column"] as? Int } == [18, 5])
    #expect(try kpi("show", "--indicator", "HSDH", "--organisation", "XDM").output.contains("2026-12") == false)
  }

  @Test("a store that is missing, damaged, foreign or cannot be written is said to be so, with status 2")
  func badStores() throws {
    let missing = try kpi("show")
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("error: there is no store 's.sqlite'\n"))
    try command.write(String(repeating: "no database ", count: 50), to: "s.sqlite")
    for arguments in [["show"], ["export"], ["import", Self.samples[0]]] {
      let outcome = try command.run(["kpi"] + arguments + ["--store", "s.sqlite"])
      #expect(outcome.status == 2)
      #expect(
        outcome.errors.hasPrefix("error: the store 's.sqlite' is damaged, or no SQLite file: file is not a database\n")
      )
    }
    // Not even root may make a file there.
    let outcome = try command.run(["kpi", "import", Self.samples[0], "--store", "/proc/s.sqlite"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("error: the store '/proc/s.sqlite'"))
    let folder = try command.run(["kpi", "import", Self.samples[0], "--store", "none/s.sqlite"])
    #expect(folder.status == 2)
    #expect(folder.errors.contains("help: make it first: mkdir -p 'none'"))
  }

  @Test("a store in a folder in which nothing may be made is read, and not written")
  func readOnlyFolder() throws {
    try importSamples()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: command.folder)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: command.folder) }
    // Root may write everywhere: the program then runs as nobody.
    let isRoot = getuid() == 0
    func asNobody(_ arguments: [String]) throws -> TestCommand.Outcome {
      let words = ["--reuid=65534", "--clear-groups", TestCommand.program.path] + arguments
      return isRoot ? try command.run(words, program: "/usr/bin/setpriv") : try command.run(arguments)
    }
    // Where nobody may not even reach the program there is nothing to test.
    guard try asNobody(["--version"]).status == 0 else { return }
    let shown = try asNobody(["kpi", "show", "--store", "s.sqlite"])
    #expect(shown.errors == "")
    #expect(shown.output.contains("XNS  Ủy ban nhân dân xã Núi Sao"))
    let refused = try asNobody(["kpi", "set", "XDM", "DANSO", "2026-12", "5", "--store", "s.sqlite"])
    #expect(refused.status == 2)
    #expect(refused.errors.hasPrefix("error: the store 's.sqlite' cannot be written\n"))
  }

  @Test("a store whose pages were overwritten is damaged, and stays as it is")
  func overwritten() throws {
    try importSamples()
    let path = "\(command.folder)/s.sqlite"
    var bytes = try Data(contentsOf: URL(filePath: path))
    // All but the header and the list of tables.
    for index in 8192..<bytes.count { bytes[index] = 0xAA }
    try bytes.write(to: URL(filePath: path))
    let outcome = try kpi("show", "--organisation", "XDM")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is damaged, or no SQLite file"))
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes)
  }

  @Test(
    "the monthly report of each organisation of the sample has one to three pages and no warning",
    arguments: ["XDM", "PBT", "XNS"]
  )
  func reports(organisation: String) throws {
    try importSamples()
    #expect(try kpi("export", "--report", "--organisation", organisation, "-o", "r.json").status == 0)
    let outcome = try command.run(["render", "kpi-thang", "r.json", "-o", "r.pdf", "--fail-on-warnings"])
    #expect(outcome.errors == "")
    #expect(outcome.output.hasPrefix("r.pdf: 3 pages") || outcome.output.hasPrefix("r.pdf: 2 pages"))
  }

  @Test("the sample of the template says what was judged by hand, page by page")
  func pages() throws {
    let outcome = try command.run(["inspect", "kpi-thang"])
    #expect(outcome.errors == "")
    let root = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let pages = try #require(root["pages"] as? [[String: Any]])
    let texts = pages.map { page in lines(of: page).joined(separator: "\n") }
    let folder = "\(Self.root)/Tests/CommandTests/Pages"
    try Golden.expect(texts.joined(separator: "\n\n") + "\n", at: "\(folder)/kpi-thang.txt")
  }

  /// The texts of the lines below a fragment, a line each; cells of a row are parted by bars.
  private func lines(of fragment: [String: Any]) -> [String] {
    let children = fragment["children"] as? [[String: Any]] ?? []
    switch fragment["kind"] as? String {
    case "line": return [texts(of: fragment)]
    case "row": return [children.map { lines(of: $0).joined(separator: " ") }.joined(separator: " | ")]
    default: return children.flatMap { lines(of: $0) }
    }
  }

  private func texts(of fragment: [String: Any]) -> String {
    if let text = fragment["text"] as? String { return text }
    return (fragment["children"] as? [[String: Any]] ?? []).map { texts(of: $0) }.joined()
  }
}
