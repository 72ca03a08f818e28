import Foundation
import TestSupport
import Testing

/// `vanban print` as a user runs it, against CUPS and an IPP printer on loopback.
@Suite(.enabled(if: PrintService.missing == nil, "CUPS cannot run here: \(PrintService.missing ?? "")"))
struct PrintCommandTests {
  /// A printer that nobody switches off, and on which nothing is printed.
  private static let shared = Result { try TestPrinter("cmd-shared", on: PrintService.shared.get()) }

  private let service: PrintService
  private let command: TestCommand

  init() throws {
    service = try PrintService.shared.get()
    command = try TestCommand()
    let pages = (1...3).map { "<p style='break-after: page'>trang \($0)</p>" }.joined()
    let text = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>\(pages)</body></html>"
    try command.write(text, to: "a.xhtml")
  }

  private func print(_ arguments: String...) throws -> TestCommand.Outcome {
    try command.run(["print"] + arguments, environment: ["CUPS_SERVER": service.address])
  }

  private func text(of path: String) throws -> [String] {
    let pages = try runProgram("pdftotext", [path, "-"]).split(separator: "\u{0C}")
    return pages.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
  }

  @Test("a template is set and printed, the sheets are told, and no file is left")
  func template() throws {
    let printer = try TestPrinter("cmd-template", on: service)
    let result = try print("a.xhtml", "--printer", printer.queue, "--copies", "2", "--sides", "long", "--wait")
    #expect(result.errors == "")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    // 3 pages on 2 sheets, twice
    #expect(lines.first == "3 pages x 2 copies: 4 sheets of A4, both sides, long edge, on cmd-template")
    #expect(lines.last?.hasSuffix("'a' on cmd-template: completed") == true)
    let sheet = try #require(try printer.sheets(atLeast: 1).first)
    #expect(try text(of: sheet.path) == ["trang 1", "trang 2", "trang 3"])
    #expect(sheet.environment["IPP_COPIES"] == "2")
    #expect(sheet.environment["IPP_SIDES"] == "two-sided-long-edge")
    #expect(try command.files() == ["a.xhtml", "stderr", "stdin", "stdout"])
  }

  @Test("a PDF file is printed as it is, under the title that is given")
  func file() throws {
    let printer = try TestPrinter("cmd-file", on: service)
    #expect(try command.run(["render", "a.xhtml", "-o", "b.pdf"]).status == 0)
    let result = try print(
      "b.pdf",
      "--printer",
      printer.queue,
      "--pages",
      "2-",
      "--title",
      "Biên bản",
      "--wait",
      "--json"
    )
    #expect(result.status == 0)
    let last = try #require(result.output.split(separator: "\n").last)
    let object = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    #expect(object?["state"] as? String == "completed")
    #expect(object?["sheets"] as? Int == 2)
    let sheet = try #require(try printer.sheets(atLeast: 1).first)
    #expect(try text(of: sheet.path) == ["trang 2", "trang 3"])
    #expect(sheet.environment["IPP_JOB_NAME"] == "Biên bản")
  }

  @Test("what the printer lacks is refused with what it has, and nothing is sent")
  func lacking() throws {
    let printer = try TestPrinter("cmd-lacking", .simplex, on: service)
    let result = try print("a.xhtml", "--printer", printer.queue, "--sides", "short", "--media", "A3")
    #expect(result.status == 64)
    #expect(result.errors.contains("error: the printer 'cmd-lacking' lacks --sides short: it has --sides one; "))
    #expect(
      result.errors.contains("lacks --media A3: it has A4,") || result.errors.contains("lacks --media A3: it has ")
    )
    #expect(try service.run("lpstat", ["-W", "all", printer.queue]) == "")
  }

  @Test("more than 100 sheets need a word where there is no terminal to ask on")
  func manySheets() throws {
    let printer = try TestPrinter("cmd-many", on: service)
    let refused = try print("a.xhtml", "--printer", printer.queue, "--copies", "34", "--sides", "one")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("error: 102 sheets are more than 100"))  // 3 x 34
    #expect(try service.run("lpstat", ["-W", "all", printer.queue]) == "")
    let allowed = try print(
      "a.xhtml",
      "--printer",
      printer.queue,
      "--copies",
      "34",
      "--sides",
      "one",
      "--yes",
      "--hold"
    )
    #expect(allowed.status == 0)
  }

  @Test("a job is held, told and withdrawn by its number")
  func jobs() throws {
    let printer = try TestPrinter("cmd-jobs", on: service)
    let held = try print("a.xhtml", "--printer", printer.queue, "--hold")
    #expect(held.status == 0)
    let number = try #require(held.output.split(separator: "\n").last?.split(separator: " ")[1]).description
    #expect(try print("--status", number).output == "job \(number) 'a' on cmd-jobs: held\n")
    let canceled = try print("--cancel", "cmd-jobs-\(number)")
    #expect(canceled.output == "job \(number) 'a' is withdrawn\n")
    #expect(canceled.status == 0)
    #expect(try print("--status", number, "--json").output.contains("\"state\":\"canceled\""))
    #expect(try print("--cancel", number).status == 2)
    #expect(try print("--status", "99999").status == 2)
    #expect(try printer.sheets.count == 0)
  }

  @Test("a job that someone withdraws ends the wait with status 2")
  func canceledMeanwhile() throws {
    let printer = try TestPrinter("cmd-canceled", on: service)
    try service.run("cupsdisable", ["--hold", printer.queue])
    try service.run("cupsenable", [printer.queue])
    let process = Process()
    process.executableURL = TestCommand.program
    process.arguments = ["print", "a.xhtml", "--printer", printer.queue, "--hold", "--wait"]
    process.currentDirectoryURL = URL(filePath: command.folder)
    process.environment = ["PATH": "/usr/bin:/bin", "CUPS_SERVER": service.address]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    #expect(waits { (try? service.run("lpstat", ["-W", "not-completed", printer.queue]))?.isEmpty == false })
    try service.run("cancel", ["-a", printer.queue])
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    let words = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(words.contains("'a' was canceled"))
    #expect(try printer.sheets.count == 0)
  }

  @Test("a paused queue, a printer that is off and a server that is gone end with status 2 and print nothing")
  func surroundings() throws {
    let printer = try TestPrinter("cmd-off", on: service)
    try service.run("cupsdisable", [printer.queue])
    let paused = try print("a.xhtml", "--printer", printer.queue)
    #expect(paused.status == 2)
    #expect(paused.errors.contains("error: the queue 'cmd-off' is paused"))
    try service.run("cupsenable", [printer.queue])
    printer.switchOff()
    let off = try print("a.xhtml", "--printer", printer.queue, "--wait")
    #expect(off.status == 2)
    #expect(off.errors.contains("error: the printer 'cmd-off' does not answer at ipp://localhost:"))
    let port = try freePort()
    let gone = try print("a.xhtml", "--printer", printer.queue, "--server", "127.0.0.1:\(port)")
    #expect(gone.status == 2)
    #expect(gone.errors.contains("error: the print server 127.0.0.1:\(port) does not answer: Connection refused"))
    #expect(try service.run("lpstat", ["-W", "all", printer.queue]) == "")
  }

  @Test("the list tells state, media, duplex and colour")
  func list() throws {
    let printer = try TestPrinter("cmd-list", on: service)
    let text = try print("--list").output
    #expect(text.contains("\ncmd-list: idle\n") || text.hasPrefix("cmd-list: idle\n"))
    let lines = try print("--list", "--json").output.split(separator: "\n")
    let objects = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    let mine = try #require(objects.first { $0?["name"] as? String == printer.queue } ?? nil)
    #expect(mine["duplex"] as? Bool == true)
    #expect(mine["color"] as? Bool == false)
    #expect((mine["media"] as? [String])?.contains("A4") == true)
  }

  @Test(
    "the wrong command line and the wrong input are told apart",
    arguments: [
      (["print"], 64), (["print", "a.xhtml", "--list"], 64), (["print", "a.xhtml", "--pages", "3-1"], 64),
      (["print", "a.xhtml", "--sides", "both"], 64), (["print", "--status", "x"], 64), (["print", "gone.pdf"], 1),
      (["print", "stdin.pdf", "data.yaml"], 64), (["print", "a.xhtml", "--pages", "4"], 64), (["print", "nothing"], 1),
      (["print", "a.xhtml", "--printer", "none"], 2),
    ] as [([String], Int32)]
  )
  func statuses(arguments: [String], status: Int32) throws {
    let environment = ["CUPS_SERVER": service.address, "VANBAN_PRINTER": try Self.shared.get().queue]
    #expect(try command.run(arguments, environment: environment).status == status)
  }

  @Test("the steps of the guide work")
  func guide() throws {
    let printer = try TestPrinter("office", on: service)
    let page = try guidePage("printing.md")
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("    vanban print ") }.map { $0.dropFirst(11) }
    #expect(lines.count == 6)
    #expect(try command.run(["render", "a.xhtml", "-o", "nghi-quyet.pdf"]).status == 0)
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sample = try String(contentsOf: home.appending(path: "templates/nghi-quyet/sample.yaml"), encoding: .utf8)
    try command.write(sample, to: "congress.yaml")
    for line in lines where !line.contains(" 12") {
      let result = try command.run(
        ["-c", "\"$0\" \(line)", TestCommand.program.path],
        environment: ["CUPS_SERVER": service.address],
        program: "/bin/bash"
      )
      #expect(result.errors == "")
      #expect(result.status == 0)
    }
    // A file, a template, and a file with --wait.
    #expect(try printer.sheets(atLeast: 3).count == 3)
  }
}

/// A page of docs/.
func guidePage(_ name: String) throws -> String {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return try String(contentsOf: root.appending(path: "docs/\(name)"), encoding: .utf8)
}
