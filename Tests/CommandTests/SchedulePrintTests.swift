import Foundation
import TestSupport
import Testing

/// The schedule delivers to a real print server: each document once, whatever is off or killed.
@Suite(.enabled(if: PrintService.missing == nil, "CUPS cannot run here: \(PrintService.missing ?? "")"))
struct SchedulePrintTests {
  private let command: TestCommand
  private let service: PrintService

  init() throws {
    command = try TestCommand()
    service = try PrintService.shared.get()
    try ScheduleFixture.write(to: command, organisations: ["SO-A", "SO-B", "SO-C"])
  }

  private var surroundings: [String: String] {
    ["VANBAN_SERVER": service.address, "VANBAN_STORE": "s.sqlite"]
  }

  private func run(_ words: String...) throws -> TestCommand.Outcome {
    try command.run(["schedule"] + words, environment: surroundings)
  }

  private func add(_ queue: String) throws -> TestCommand.Outcome {
    let arguments = ["schedule", "add", "thang"] + ScheduleFixture.addArguments
    return try command.run(
      arguments + ["--deliver", "print:\(queue)", "--now", "2026-01-01"],
      environment: surroundings
    )
  }

  /// The first words of every document that the printer got.
  private func printed(_ printer: TestPrinter, atLeast count: Int) throws -> [String] {
    try printer.sheets(atLeast: count).map { sheet in
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/pdftotext")
      process.arguments = [sheet.path, "-"]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  @Test("documents are printed once; a paused queue is told, and printed to when it goes on")
  func prints() throws {
    let printer = try TestPrinter("schedule-once", on: service)
    #expect(try add("schedule-none").status == 2)
    #expect(try add("schedule-once").status == 0)
    #expect(try run("run", "--now", "2026-01-31 08:00").output.hasSuffix("6 delivered\n"))
    #expect(try printed(printer, atLeast: 3).count == 3)
    // A job that the server still has at hand when its queue is stopped begins anew when that goes on.
    var waits = 0
    while try service.run("lpstat", ["-o", "schedule-once"]) != "", waits < 200 {
      usleep(50_000)
      waits += 1
    }
    try service.run("cupsdisable", ["schedule-once"])
    let paused = try run("run", "--now", "2026-02-28 08:00")
    #expect(paused.status == 3)
    #expect(paused.errors.contains("the queue 'schedule-once' is paused"))
    #expect(try run("history", "--failed").output.split(separator: "\n").count == 3)
    try service.run("cupsenable", ["schedule-once"])
    #expect(try run("run", "--now", "2026-02-28 08:00").output.hasSuffix("3 delivered\n"))
    #expect(try run("run", "--now", "2026-02-28 08:00").output.hasSuffix("0 delivered\n"))
    let documents = try printed(printer, atLeast: 6)
    #expect(documents.count == 6)
    #expect(Set(documents).count == 6, "\(documents)")
  }

  @Test("a printer that is off fails with status 3 while folders get theirs, and nothing waits in its queue")
  func off() throws {
    let printer = try TestPrinter("schedule-off", on: service)
    #expect(try add("schedule-off").status == 0)
    printer.switchOff()
    let off = try run("run", "--now", "2026-01-31 08:00")
    #expect(off.status == 3)
    #expect(off.errors.contains("the printer 'schedule-off' does not answer"))
    #expect(try service.run("lpstat", ["-W", "all", "-o", "schedule-off"]) == "")
    #expect(try run("run", "--now", "2026-01-31 08:00").status == 2)
  }

  @Test("runs that are killed print nothing twice and leave nothing out")
  func kills() throws {
    let printer = try TestPrinter("schedule-kill", on: service)
    #expect(try add("schedule-kill").status == 0)
    var dice = Dice(seed: 9)
    let kills = ProcessInfo.processInfo.environment["VANBAN_SOAK_PRINTS"].flatMap { Int($0) } ?? 12
    let months = 2 + kills / 20
    var killed = 0
    for _ in 0..<kills {
      let process = Process()
      process.executableURL = TestCommand.program
      process.arguments = ["schedule", "run", "--now", due(months)]
      process.environment = surroundings
      process.currentDirectoryURL = URL(filePath: command.folder)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(100_000 + dice.roll(400_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
    }
    let last = try run("run", "--now", due(months))
    #expect(last.status == 0, "\(last.errors)")
    // Three organisations.
    let documents = try printed(printer, atLeast: months * 3)
    #expect(documents.count == months * 3)
    #expect(Set(documents).count == months * 3)
    print("\(killed) kills of printing runs: \(documents.count) documents, each printed once")
  }

  /// The last moment of the `month`th month of 2026 and on.
  private func due(_ month: Int) -> String {
    let next = month + 1
    return "\(2026 + (next - 1) / 12)-\((next - 1) % 12 < 9 ? "0" : "")\((next - 1) % 12 + 1)-01 00:00"
  }
}
