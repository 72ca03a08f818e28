import Foundation
import TestSupport
import Testing

/// `vanban schedule` as a user runs it, on the built program.
@Suite struct ScheduleTests {
  private let command: TestCommand

  init() throws {
    command = try TestCommand()
    try ScheduleFixture.write(to: command, organisations: ["SO-A", "SO-B", "SO/C"])
  }

  private func run(_ words: String..., environment: [String: String] = [:]) throws -> TestCommand.Outcome {
    try command.run(["schedule"] + words, environment: ["VANBAN_STORE": "s.sqlite"].merging(environment) { $1 })
  }

  private func add(_ more: String...) throws -> TestCommand.Outcome {
    try command.run(
      ["schedule", "add", "thang"] + ScheduleFixture.addArguments + more,
      environment: ["VANBAN_STORE": "s.sqlite"]
    )
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/\(folder)").sorted()
  }

  @Test(
    "a command's help is the one that was judged, and has an example",
    arguments: [
      "", "add", "list", "show", "next", "pause", "resume", "remove", "run", "backfill", "history", "install",
    ]
  )
  func help(name: String) throws {
    let words = ["schedule"] + name.split(separator: " ").map(String.init)
    // The width of the terminal would break the lines elsewhere.
    let text = try command.run(words + ["--help"], environment: ["COLUMNS": "100"]).output
    #expect(text.contains("Example: vanban \(words.joined(separator: " "))"))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help").path
    try Golden.expect(text, at: "\(folder)/\((["vanban"] + words).joined(separator: "-")).txt")
  }

  @Test("add shows the next five runs with their periods and both dates")
  func adds() throws {
    let added = try add("--now", "2026-01-31 09:00")
    #expect(added.errors == "")
    #expect(added.status == 0)
    #expect(
      added.output == """
        thang: every month on day 31 08:00, Asia/Ho_Chi_Minh; next runs:
          2026-02-28 08:00 +07:00  2026-02  tháng 2/2026, data of 2026-01-15 to 2026-02-14
          2026-03-31 08:00 +07:00  2026-03  tháng 3/2026, data of 2026-02-15 to 2026-03-14
          2026-04-30 08:00 +07:00  2026-04  tháng 4/2026, data of 2026-03-15 to 2026-04-14
          2026-05-31 08:00 +07:00  2026-05  tháng 5/2026, data of 2026-04-15 to 2026-05-14
          2026-06-30 08:00 +07:00  2026-06  tháng 6/2026, data of 2026-05-15 to 2026-06-14

        """
    )
    #expect(try run("next", "thang", "--now", "2028-02-01").output.contains("\n  2028-02-29 08:00 +07:00  2028-02  "))
    #expect(try run("list", "--now", "2026-06-01").output.hasSuffix("next 2026-06-30 08:00, tháng 6/2026\n"))
    #expect(try run("show", "thang").output.contains("\ndeliver: folder:"))
    #expect(try add().status == 1)
  }

  @Test(
    "add refuses at once what cannot be run",
    arguments: [
      (["--template", "gone.xhtml"], 1, "there is no template 'gone.xhtml'"),
      (["--source", "gone.yaml"], 1, "there is no data file 'gone.yaml'"),
      (["--each", "organisation"], 1, "did you mean 'organisations'?"),
      (["--deliver", "folder:gone"], 2, "the folder"), (["--deliver", "mail:a"], 1, "'mail:a' is no destination"),
      (["--on", "day 32 08:00"], 1, "'32' is no day of a month"), (["--every", "decade"], 64, "decade"),
      (["--timezone", "Asia/Ho_Chi_Min"], 1, "did you mean 'Asia/Ho_Chi_Minh'?"),
      (["-o", "../{organisation}.pdf"], 1, "is no name of a file"),
      (["-o", "{organisation}.txt"], 1, "no name of a PDF"),
      (["-o", "{period}.pdf"], 1, "would both be written to"), (["-o", "{nam}-{organisation}.pdf"], 1, "{nam}"),
      (["--set", "organisations=[]"], 0, ""), (["--template", "wrong.xhtml"], 1, "wrong.xhtml:2:"),
    ] as [([String], Int32, String)]
  )
  func refusals(arguments: [String], status: Int32, text: String) throws {
    try command.write(ScheduleFixture.page("<p>{{ nme }}</p>"), to: "wrong.xhtml")
    let outcome = try command.run(
      ["schedule", "add", "thang"] + ScheduleFixture.addArguments + arguments,
      environment: ["VANBAN_STORE": "s.sqlite"]
    )
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(text.isEmpty || outcome.errors.contains(text), "\(outcome.errors)")
    #expect(try run("list").output.isEmpty == (status != 0))
  }

  @Test("what is due is delivered once, missed periods in order, and history tells")
  func delivers() throws {
    #expect(try add().status == 0)
    let first = try run("run", "--now", "2026-06-30 08:00")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.hasSuffix("3 delivered\n"))
    #expect(try files("out") == ["SO-A-2026-06.pdf", "SO-B-2026-06.pdf", "SO-C-2026-06.pdf"])
    let again = try run("run", "--now", "2026-06-30 08:00")
    #expect(again.status == 0)
    #expect(again.output == "thang: nothing is due before 2026-07-31 08:00\n0 delivered\n")
    let later = try run("run", "--now", "2026-09-01 00:00")
    let lines = later.output.split(separator: "\n").map { $0.split(separator: " ").prefix(3).joined(separator: " ") }
    #expect(
      lines == [
        "thang 2026-07 SO-A", "thang 2026-07 SO-B", "thang 2026-07 SO/C", "thang 2026-08 SO-A", "thang 2026-08 SO-B",
        "thang 2026-08 SO/C", "6 delivered",
      ]
    )
    let history = try run("history", "thang").output.split(separator: "\n")
    #expect(history.count == 9)
    #expect(history[0].hasPrefix("thang 2026-06 SO-A folder:"))
    #expect(
      history[0].contains(
        ": delivered: due 2026-06-30 08:00; delivered 2026-06-30 08:00; 1 attempt; SO-A-2026-06.pdf; sha256 "
      )
    )
    #expect(try run("history", "--failed").output == "")
    let json = try run("history", "--json").output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(json.map { $0["state"] as? String } == Array(repeating: "delivered", count: 9))
    #expect(json[0]["delivered"] as? String == "2026-06-30T08:00:00+07:00")
  }

  @Test("backfill makes periods of the past, and a second one nothing")
  func backfill() throws {
    #expect(try add().status == 0)
    let made = try run("backfill", "thang", "2025-11..2026-01", "--now", "2026-06-01")
    #expect(made.output.hasSuffix("9 delivered\n"), "\(made.errors)")
    #expect(try run("backfill", "thang", "2025-11..2026-01", "--now", "2026-06-01").output == "0 delivered\n")
    #expect(try files("out").count == 9)
    #expect(try run("backfill", "thang", "2026-05..2026-07", "--now", "2026-06-01").status == 1)
    #expect(try run("backfill", "tháng", "2026-05").errors.contains("did you mean 'thang'?"))
  }

  @Test("a destination that fails is told, tried again, and does not hold up the other one")
  func failingDestination() throws {
    try FileManager.default.createDirectory(atPath: "\(command.folder)/far", withIntermediateDirectories: false)
    #expect(try add("--deliver", "folder:far").status == 0)
    try FileManager.default.moveItem(atPath: "\(command.folder)/far", toPath: "\(command.folder)/away")
    let first = try run("run", "--now", "2026-06-30 08:00")
    #expect(first.status == 3)
    #expect(
      first.errors.contains("/far' cannot be reached: No such file or directory; next attempt from 2026-06-30 08:00")
    )
    #expect(first.output.hasSuffix("3 delivered, 3 failed\n"))
    #expect(try run("run", "--now", "2026-06-30 08:00").status == 2)
    let waiting = try run("run", "--now", "2026-06-30 08:00:59")
    #expect(waiting.status == 2)
    #expect(waiting.output.hasSuffix("0 delivered, 3 wait for another attempt\n"))
    let failed = try run("history", "--failed").output
    #expect(failed.split(separator: "\n").count == 3)
    #expect(
      failed.contains(
        ": failed: due 2026-06-30 08:00; failed 2026-06-30 08:00; 2 attempts; SO-A-2026-06.pdf; next attempt 2026-06-30 08:01; "
      )
    )
    try FileManager.default.moveItem(atPath: "\(command.folder)/away", toPath: "\(command.folder)/far")
    #expect(try run("run", "--now", "2026-06-30 08:01").output.hasSuffix("3 delivered\n"))
    #expect(try run("history", "--failed").output == "")
    #expect(try files("far") == (try files("out")))
  }

  @Test("a template that breaks fails the period's documents with status 1, and data that breaks its period")
  func failingInput() throws {
    #expect(try add().status == 0)
    try command.write(ScheduleFixture.page("<p>{{ nme }}</p>"), to: "t.xhtml")
    let broken = try run("run", "--now", "2026-06-30 08:00")
    #expect(broken.status == 1)
    #expect(broken.errors.contains("t.xhtml:2:"))
    try command.write(ScheduleFixture.page("<p>{{ name }}</p>"), to: "t.xhtml")
    #expect(try run("run", "--now", "2026-06-30 09:00").status == 0)
    try command.write("organisations: [", to: "d.yaml")
    #expect(try run("run", "--now", "2026-07-31 08:00").status == 1)
    #expect(try run("history", "--failed").output.hasPrefix("thang 2026-07: failed: "))
    try ScheduleFixture.write(to: command, organisations: ["SO-A"])
    #expect(try run("run", "--now", "2026-07-31 09:00").output.hasSuffix("1 delivered\n"))
  }

  @Test("a paused job makes nothing; resumed it makes what it missed; removed it keeps its history")
  func states() throws {
    #expect(try add("--now", "2026-06-01").status == 0)
    #expect(try run("pause", "thang").output == "thang: paused\n")
    #expect(try run("run", "--now", "2026-07-01").output == "thang: paused\n0 delivered\n")
    #expect(try run("list").output.hasSuffix(": paused\n"))
    #expect(try run("resume", "thang").status == 0)
    #expect(try run("run", "--now", "2026-07-01").output.hasSuffix("3 delivered\n"))
    #expect(try run("remove", "thang").status == 0)
    #expect(try run("show", "thang").status == 1)
    #expect(try run("history").output.split(separator: "\n").count == 3)
    #expect(try run("run", "--now", "2027-07-01").output == "0 delivered\n")
  }

  @Test("--watch sleeps until something is due, and SIGTERM ends it")
  func watch() throws {
    #expect(try add("--now", "2026-01-01").status == 0)
    let process = Process()
    process.executableURL = TestCommand.program
    process.arguments = ["schedule", "run", "--watch", "--store", "s.sqlite"]
    process.currentDirectoryURL = URL(filePath: command.folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var waits = 0
    // The first pass makes what was due since January: how much depends on the clock of the machine.
    while try files("out").filter({ $0.hasSuffix(".pdf") }).isEmpty, waits < 1000 {
      usleep(10_000)
      waits += 1
    }
    process.terminate()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try files("out").allSatisfy { $0.hasSuffix(".pdf") })
    #expect(try run("run", "--watch", "--now", "2026-06-01").status == 64)
  }

  @Test("install shows units and cron's line before it writes, and writes units where it is told")
  func install() throws {
    let dry = try run("install", "--dry-run", "--kind", "systemd", "--folder", "units")
    #expect(dry.status == 0)
    #expect(
      dry.output.contains(
        "ExecStart=\"\(TestCommand.program.path)\" schedule run --store \"\(command.folder)/s.sqlite\""
      )
    )
    #expect(dry.output.contains("OnCalendar=*:0/5\nPersistent=true"))
    #expect(!FileManager.default.fileExists(atPath: "\(command.folder)/units"))
    #expect(try run("install", "--kind", "systemd", "--folder", "units").status == 0)
    #expect(try files("units") == ["vanban-schedule.service", "vanban-schedule.timer"])
    let cron = try run("install", "--dry-run", "--kind", "crontab")
    #expect(cron.output.contains("*/5 * * * * '\(TestCommand.program.path)' schedule run --quiet --store '"))
  }

  @Test("a table is a source without a name for its list")
  func table() throws {
    try command.write("code,name,value\nSO-A,Sở A,1\nSO-B,Sở B,2\n", to: "d.csv")
    let arguments =
      ["schedule", "add", "bang"] + ScheduleFixture.addArguments.filter { $0 != "--each" && $0 != "organisations" }
    let added = try command.run(
      arguments.map { $0 == "d.yaml" ? "d.csv" : $0 },
      environment: ["VANBAN_STORE": "s.sqlite"]
    )
    #expect(added.status == 0, "\(added.errors)")
    #expect(try run("run", "--now", "2026-06-30 08:00").output.hasSuffix("2 delivered\n"))
    #expect(try files("out") == ["SO-A-2026-06.pdf", "SO-B-2026-06.pdf"])
  }

  @Test("times may be written with a distance from UTC, and a store's folder must be there")
  func options() throws {
    #expect(try add().status == 0)
    #expect(try run("run", "--now", "2026-06-30T00:59:59Z").output.contains("thang 2026-05 SO-A"))
    #expect(try run("run", "--now", "2026-06-30T01:00:00Z").output.contains("thang 2026-06 SO-A"))
    #expect(try run("run", "--now", "tomorrow").status == 64)
    #expect(try run("run", environment: ["VANBAN_NOW": "tomorrow"]).errors.contains("VANBAN_NOW is 'tomorrow'"))
    #expect(try run("list", "--store", "gone/s.sqlite").status == 2)
    let home = try run("list", environment: ["VANBAN_STORE": "", "XDG_DATA_HOME": "\(command.folder)/data"])
    #expect(home.status == 0)
    #expect(try files("data/vanban").contains("vanban.sqlite"))
  }
}

/// A template, its data and a folder to deliver to.
enum ScheduleFixture {
  static let addArguments = [
    "--template", "t.xhtml", "--source", "d.yaml", "--each", "organisations", "--every", "month", "--on",
    "day 31 08:00",
    "--deliver", "folder:out",
  ]

  static func page(_ body: String) -> String {
    "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head>\n<body>\(body)</body></html>"
  }

  static func write(to command: TestCommand, organisations: [String]) throws {
    try command.write(
      page("<h1>{{ name }}</h1><p>{{ period.title }}: {{ period.from | date }}, {{ value }}</p>"),
      to: "t.xhtml"
    )
    let rows = organisations.enumerated().map { "  - {code: \($1), name: Đơn vị \($1), value: \($0)}\n" }
    try command.write("organisations:\n" + rows.joined(), to: "d.yaml")
    try FileManager.default.createDirectory(atPath: "\(command.folder)/out", withIntermediateDirectories: true)
  }
}
