import Foundation
import TestSupport
import Testing

/// Real processes that are killed, meet, and find no room: nothing lost, nothing twice.
@Suite struct ScheduleKillTests {
  private let command: TestCommand
  private static let organisations = (1...8).map { "SO-\($0)" }

  init() throws {
    command = try TestCommand()
    try ScheduleFixture.write(to: command, organisations: Self.organisations)
    try FileManager.default.createDirectory(atPath: "\(command.folder)/far", withIntermediateDirectories: true)
  }

  private func run(_ words: String..., limit: String? = nil) throws -> TestCommand.Outcome {
    try command.run(["schedule"] + words + ["--store", "s.sqlite"], limit: limit)
  }

  private func add() throws {
    let arguments = ["schedule", "add", "thang"] + ScheduleFixture.addArguments + ["--deliver", "folder:far"]
    let added = try command.run(arguments + ["--now", "2021-01-01", "--store", "s.sqlite"])
    try #require(added.status == 0, "\(added.errors)")
  }

  private func start(_ now: String) throws -> Process {
    let process = Process()
    process.executableURL = TestCommand.program
    process.arguments = ["schedule", "run", "--now", now, "--store", "s.sqlite"]
    process.currentDirectoryURL = URL(filePath: command.folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Waits until the run writes to its ledger.
  private func waitForWork(of process: Process) {
    let path = "\(command.folder)/s.sqlite-wal"
    let changed = { (try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date) }
    let before = changed()
    var waits = 0
    while changed() == before, process.isRunning, waits < 2000 {
      usleep(1000)
      waits += 1
    }
  }

  /// The documents that stand in both folders, by path, each with the number of its file, which a second rename would change.
  private func documents() throws -> [String: UInt64] {
    var found: [String: UInt64] = [:]
    for folder in ["out", "far"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/\(folder)")
      where name.hasSuffix(".pdf") {
        let facts = try FileManager.default.attributesOfItem(atPath: "\(command.folder)/\(folder)/\(name)")
        found["\(folder)/\(name)"] = (facts[.systemFileNumber] as? NSNumber)?.uint64Value
      }
    }
    return found
  }

  /// The `month`th due moment of the job.
  private func due(_ month: Int) -> String {
    let index = month - 1
    let february = (2021 + index / 12) % 4 == 0 ? 29 : 28
    return "\(2021 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)-31 08:00"
      .replacing("-02-31", with: "-02-\(february)").replacing("-04-31", with: "-04-30").replacing(
        "-06-31",
        with: "-06-30"
      )
      .replacing("-09-31", with: "-09-30").replacing("-11-31", with: "-11-30")
  }

  @Test("runs that are killed at any instant lose nothing and make nothing twice")
  func kills() throws {
    try add()
    let kills = ProcessInfo.processInfo.environment["VANBAN_SOAK_KILLS"].flatMap { Int($0) } ?? 50
    var dice = Dice(seed: 5)
    var seen: [String: UInt64] = [:]
    var (killed, months, midway) = (0, 2, 0)
    while killed < kills {
      let process = try start(due(months))
      // One in four dies at any time, while it begins too; the others while they are at work.
      if dice.roll(4) > 0 { waitForWork(of: process) }
      usleep(UInt32(dice.roll(300_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let present = try documents()
      if present.count != seen.count, present.count != months * 16 { midway += 1 }
      for (path, number) in present {
        #expect(seen[path] == nil || seen[path] == number, "\(path) was written twice")
        seen[path] = number
      }
      // There is always something left to do.
      if present.count == months * 16 { months += 1 }
    }
    let last = try run("run", "--now", due(months))
    #expect(last.status == 0, "\(last.errors)")
    let documents = try documents()
    // Eight organisations, two folders.
    #expect(documents.count == months * 16)
    for (path, number) in seen { #expect(documents[path] == number, "\(path) was written twice") }
    let rows = try run("history", "--json").output.split(separator: "\n")
    #expect(rows.count == months * 16)
    #expect(rows.allSatisfy { $0.contains("\"state\":\"delivered\"") })
    // What killed runs left in the folders has been cleared away.
    for folder in ["out", "far"] {
      let names = try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/\(folder)")
      #expect(names.allSatisfy { $0.hasSuffix(".pdf") }, "\(names)")
    }
    print("\(kills) kills, \(midway) between documents: \(documents.count) documents, each written once")
  }

  @Test("runs that meet share the work")
  func meeting() throws {
    try add()
    let processes = try (0..<3).map { _ in try start(due(2)) }
    for process in processes {
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    #expect(try run("run", "--now", due(2)).status == 0)
    #expect(try documents().count == 32)
    let rows = try run("history", "--json").output.split(separator: "\n")
    #expect(rows.count == 32)
    #expect(rows.allSatisfy { $0.contains("\"attempts\":1,") && $0.contains("\"state\":\"delivered\"") })
  }

  @Test("a store without room ends the run with status 2, and nothing is lost", arguments: ["-f 1", "-f 40", "-f 60"])
  func fullStore(limit: String) throws {
    try add()
    let full = try run("run", "--now", due(3), limit: limit)
    #expect(full.status == 2 || full.status == 3, "\(full.status) \(full.output)")
    let before = try documents()
    let mended = try run("run", "--now", due(3), "--retry")
    #expect(mended.status == 0, "\(mended.errors)")
    let after = try documents()
    #expect(after.count == 48)
    for (path, number) in before { #expect(after[path] == number) }
  }

  @Test("a document for which there is no room is not left in parts, and is made when there is")
  func fullFolder() throws {
    // Noise does not become smaller: 200 KB of it, and the store stays below 150 KB.
    var dice = Dice(seed: 3)
    let pixels = (0..<(260 * 260 * 3)).map { _ in UInt8(dice.roll(256)) }
    let noise = Self.bitmap(pixels, width: 260, height: 260)
    try noise.write(to: URL(filePath: "\(command.folder)/n.png"))
    try command.write(ScheduleFixture.page("<p>{{ name }}</p><img src='n.png' alt=''/>"), to: "t.xhtml")
    try ScheduleFixture.write(to: command, organisations: ["SO-A"])
    try command.write(ScheduleFixture.page("<p>{{ name }}</p><img src='n.png' alt=''/>"), to: "t.xhtml")
    try add()
    let full = try run("run", "--now", due(1), limit: "-f 150")
    #expect(full.status == 2, "\(full.output)")
    #expect(full.errors.contains("File too large"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/out").isEmpty)
    let mended = try run("run", "--now", due(1))
    #expect(mended.status == 0, "\(mended.errors)")
    #expect(try documents().count == 2)
  }

  /// A PNG of 8 bits a channel, made by pdftoppm's sibling of a portable pixmap.
  private static func bitmap(_ pixels: [UInt8], width: Int, height: Int) -> Data {
    var file = PNGFile(width: width, height: height)
    return file.encode(pixels)
  }
}

/// Writes a PNG whose data is stored, not compressed (RFC 1951, 3.2.4).
private struct PNGFile {
  var width: Int
  var height: Int
  private var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  mutating func encode(_ pixels: [UInt8]) -> Data {
    chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [8, 2, 0, 0, 0])
    var rows: [UInt8] = []
    for row in 0..<height { rows += [0] + pixels[(row * width * 3)..<((row + 1) * width * 3)] }
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    while start < rows.count {
      let count = min(65_535, rows.count - start)
      let isLast: UInt8 = start + count == rows.count ? 1 : 0
      let length = UInt16(count)
      stream += [isLast, UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
      stream += rows[start..<(start + count)]
      start += count
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in rows {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    chunk("IDAT", stream + big(b << 16 | a))
    chunk("IEND", [])
    return Data(bytes)
  }

  private mutating func chunk(_ name: String, _ data: [UInt8]) {
    let body = Array(name.utf8) + data
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in body {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    bytes += big(UInt32(data.count)) + body + big(~crc)
  }

  private func big(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
