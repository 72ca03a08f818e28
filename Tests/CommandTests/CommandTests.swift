import Foundation
import TestSupport
import Testing

/// Runs the built program as a user does.
@Suite struct CommandTests {
  private let command: TestCommand

  private var folder: String { command.folder }

  init() throws {
    command = try TestCommand()
    let text = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>một</p></body></html>
      """
    try command.write(text, to: "a.xhtml")
  }

  private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> TestCommand.Outcome {
    try command.run(arguments, environment: environment)
  }

  @Test("a document is made, and the command says where")
  func render() throws {
    let result = try run(["render", "a.xhtml", "-o", "a.pdf"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("a.pdf: 1 page in "))
    #expect(result.errors == "")
  }

  @Test("standard output gets the document and nothing else")
  func standardOutput() throws {
    let result = try run(["render", "a.xhtml", "-o", "-"])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("%PDF-"))
  }

  @Test("inspect writes JSON")
  func inspect() throws {
    let result = try run(["inspect", "a.xhtml"])
    #expect(result.status == 0)
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((object?["pages"] as? [Any])?.count == 1)
  }

  @Test(
    "the exit status says who can mend it",
    arguments: [
      (["render", "gone"], 1), (["render", "a.xhtml", "-o", "no/a.pdf"], 2),
      (["render", "a.xhtml", "-o", "/dev/full"], 64),
      (["render"], 64), (["render", "a.xhtml", "--max-pages", "0"], 64), (["explain", "data-duplicat-key"], 64),
      (["render", "a.xhtml", "-o", "a.txt"], 64), (["--version"], 0), (["render", "--help"], 0), (["nonsense"], 64),
      (["render", "a.xhtml", "--format", "pdf", "-o", "/dev/full"], 2),
      (["render", "a.xhtml", "--date", "2020-2-3"], 64),
      (["render", "a.xhtml", "--set", "x"], 1), (["render", "a.xhtml", "--root", "no"], 1),
      (["explain", "data-format"], 0),
    ] as [([String], Int32)]
  )
  func statuses(arguments: [String], status: Int32) throws {
    #expect(try run(arguments).status == status)
  }

  @Test("an environment variable stands for a flag, and a wrong one is named")
  func environment() throws {
    #expect(try run(["render", "a.xhtml", "-o", "a.pdf"], environment: ["VANBAN_JSON": "1"]).output.hasPrefix("{"))
    let wrong = try run(["render", "a.xhtml"], environment: ["VANBAN_MAX_PAGES": "many"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("VANBAN_MAX_PAGES is 'many'"))
  }

  @Test(
    "a command's help is the one that was judged, and has an example",
    arguments: [
      "", "render", "inspect", "templates", "templates list", "templates show", "templates new", "fonts", "fonts list",
      "fonts check", "info", "explain", "congress", "congress keys", "congress validate", "congress rules", "kpi",
      "kpi import", "kpi set", "kpi show", "kpi export", "print", "batch",
    ]
  )
  func help(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    // The width of the terminal would break the lines elsewhere.
    let text = try run(words + ["--help"], environment: ["COLUMNS": "100"]).output
    #expect(text.contains("Example: vanban \(command)"))
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Help").path
    try Golden.expect(text, at: "\(folder)/\((["vanban"] + words).joined(separator: "-")).txt")
  }

  @Test("a template is copied with its parts, and renders from there")
  func newTemplate() throws {
    let made = try run(["templates", "new", "nghi-quyet", "mine"])
    #expect(made.status == 0)
    #expect(made.output.contains("mine/template.xhtml\n"))
    #expect(made.output.contains("mine/parts/letterhead.xhtml\n"))
    #expect(try run(["templates", "new", "nghi-quyet", "mine"]).status == 1)
  }

  @Test(
    "an interruption ends a run with 130, a fault of our own with 70, and no file is left",
    arguments: [(SIGTERM, 130), (SIGINT, 130), (SIGSEGV, 70), (SIGABRT, 70)] as [(Int32, Int32)]
  )
  func interruption(signal: Int32, status: Int32) throws {
    try writeLongDocument()
    let process = Process()
    process.executableURL = TestCommand.program
    process.arguments = ["render", "long.xhtml", "-o", "long.pdf"]
    process.currentDirectoryURL = URL(filePath: folder)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    var waits = 0
    // The temporary file shows that the run is at its pages, with the watcher in place.
    while try command.files().allSatisfy({ !$0.hasSuffix(".part") }), waits < 600 {
      // Blocking on purpose: a suspended task would wait for the other tests, and the run would be over.
      usleep(10_000)
      waits += 1
    }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == status)
    #expect(try command.files().filter { $0.contains("long.pdf") } == [])
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("please report it") == (status == 70))
  }

  private func writeLongDocument() throws {
    let rows = (0..<20_000).map { "<p>đoạn \($0)</p>" }.joined(separator: "\n")
    let text = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body>\(rows)</body></html>"
    try command.write(text, to: "long.xhtml")
  }

  @Test("the time limit ends a run and leaves no file")
  func timeout() throws {
    try writeLongDocument()
    let result = try run(["render", "long.xhtml", "-o", "long.pdf", "--timeout", "0.05"])
    #expect(result.status == 1)
    #expect(result.errors.hasPrefix("error: the run took longer than 0.05 seconds"))
    #expect(try command.files().filter { $0.contains("long.pdf") } == [])
  }
}
