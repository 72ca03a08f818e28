import Foundation
import Testing

/// Every option of a rendering command, by itself and through its environment variable.
@Suite struct OptionTests {
  private let command: TestCommand

  init() throws {
    command = try TestCommand()
    try command.write(page("<p>{{ tên }}</p>"), to: "a.xhtml")
    try command.write("tên: Nguyễn Văn A\n", to: "a.yaml")
  }

  private func page(_ body: String, head: String = "") -> String {
    """
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>\(head)</head><body>\(body)</body></html>
    """
  }

  /// The text of a PDF that was written.
  private func text(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pdftotext")
    process.arguments = ["\(command.folder)/\(name)", "-"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test("--deps names what was read and written, for make", arguments: ["option", "variable"])
  func dependencies(way: String) throws {
    try command.write("p { margin: 0 }", to: "a b.css")
    try command.write(page("<p>{{ tên }}</p>", head: "<link rel='stylesheet' href='a b.css'/>"), to: "b.xhtml")
    let arguments = ["render", "b.xhtml", "a.yaml", "-o", "b.pdf"]
    let outcome =
      way == "option"
      ? try command.run(arguments + ["--deps", "b.d"])
      : try command.run(arguments, environment: ["VANBAN_DEPS": "b.d"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let rule = try command.read("b.d")
    #expect(rule.hasPrefix("b.pdf: "))
    for name in ["b.xhtml", "a.yaml", "a\\ b.css", "fonts.yaml"] { #expect(rule.contains(name), "\(rule)") }
  }

  @Test("--max-input refuses larger files", arguments: ["option", "variable"])
  func maxInput(way: String) throws {
    try command.write("tên: \(String(repeating: "a", count: 5000))\n", to: "large.yaml")
    let arguments = ["render", "a.xhtml", "large.yaml", "-o", "a.pdf"]
    let outcome =
      way == "option"
      ? try command.run(arguments + ["--max-input", "4K"])
      : try command.run(arguments, environment: ["VANBAN_MAX_INPUT": "4096"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("large.yaml"))
    #expect(outcome.errors.contains("--max-input"))
    #expect(try command.run(arguments + ["--max-input", "64K"]).status == 0)
  }

  @Test("--max-pages is a limit, and its last page still counts", arguments: [(2, Int32(0)), (1, 1)])
  func maxPages(limit: Int, status: Int32) throws {
    try command.write(page("<p>a</p><p style='break-before: page'>b</p>"), to: "b.xhtml")
    let outcome = try command.run(["render", "b.xhtml", "-o", "b.pdf", "--max-pages", "\(limit)"])
    #expect(outcome.status == status)
    let variable = try command.run(["render", "b.xhtml", "-o", "b.pdf"], environment: ["VANBAN_MAX_PAGES": "\(limit)"])
    #expect(variable.status == status)
    #expect(outcome.errors.contains("--max-pages") == (status == 1))
  }

  @Test("--lenient takes unknown CSS as a warning; --fail-on-warnings then ends with 3")
  func lenient() throws {
    try command.write(page("<p style='colr: red'>a</p>"), to: "b.xhtml")
    let arguments = ["render", "b.xhtml", "-o", "b.pdf"]
    #expect(try command.run(arguments).status == 1)
    let lenient = try command.run(arguments + ["--lenient"])
    #expect(lenient.status == 0)
    #expect(lenient.errors.contains("warning: 'colr' is not a known property"))
    #expect(try command.run(arguments + ["--lenient", "--fail-on-warnings"]).status == 3)
    let variables = ["VANBAN_LENIENT": "yes", "VANBAN_FAIL_ON_WARNINGS": "true"]
    #expect(try command.run(arguments, environment: variables).status == 3)
    let quiet = try command.run(arguments + ["--lenient", "--quiet"])
    #expect(quiet.errors == "")
    #expect(quiet.output == "")
    #expect(try command.run(arguments, environment: ["VANBAN_LENIENT": "1", "VANBAN_QUIET": "1"]).errors == "")
  }

  @Test("--json writes a line a diagnostic, and a line for what was made")
  func json() throws {
    try command.write(page("<p style='colr: red; wdth: 1pt'>{{ tên }}</p>"), to: "b.xhtml")
    let outcome = try command.run(["render", "b.xhtml", "a.yaml", "-o", "b.pdf", "--json"])
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 2)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["code"] as? String == "css-unknown-property")
      #expect(object["file"] as? String == "b.xhtml")
      #expect(object["line"] as? Int == 1)
      let keys: Set = ["code", "severity", "file", "line", "column", "data", "page", "message", "help"]
      #expect(Set(object.keys) == keys)
    }
    let made = try command.run(["render", "a.xhtml", "a.yaml", "-o", "b.pdf", "--json"])
    let object = try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any]
    #expect(object?["outputs"] as? [String] == ["b.pdf"])
    #expect(object?["pages"] as? Int == 1)
  }

  @Test("--set wins over files, files over earlier ones, and the command line over VANBAN_SET")
  func settings() throws {
    try command.write("tên: Trần Thị B\n", to: "b.yaml")
    _ = try command.run(["render", "a.xhtml", "a.yaml", "b.yaml", "-o", "a.pdf"])
    #expect(try text("a.pdf").contains("Trần Thị B"))
    let variable = ["VANBAN_SET": "tên=Lê Văn C"]
    _ = try command.run(["render", "a.xhtml", "a.yaml", "-o", "a.pdf"], environment: variable)
    #expect(try text("a.pdf").contains("Lê Văn C"))
    _ = try command.run(["render", "a.xhtml", "a.yaml", "-o", "a.pdf", "--set", "tên=Đỗ D"], environment: variable)
    #expect(try text("a.pdf").contains("Đỗ D"))
  }

  @Test("name=FILE puts a file under that name")
  func named() throws {
    try command.write(page("<p>{{ người.tên }}</p>"), to: "b.xhtml")
    let outcome = try command.run(["render", "b.xhtml", "người=a.yaml", "-o", "b.pdf"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try text("b.pdf").contains("Nguyễn Văn A"))
  }

  @Test("template or data may come from standard input")
  func standardInput() throws {
    let fromTemplate = try command.run(["render", "-", "a.yaml", "-o", "b.pdf"], input: page("<p>{{ tên }} !</p>"))
    #expect(fromTemplate.status == 0, "\(fromTemplate.errors)")
    #expect(try text("b.pdf").contains("Nguyễn Văn A !"))
    let fromData = try command.run(["render", "a.xhtml", "-", "-o", "b.pdf"], input: "tên: Lê Văn C\n")
    #expect(fromData.status == 0, "\(fromData.errors)")
    #expect(try text("b.pdf").contains("Lê Văn C"))
    let mistake = try command.run(["render", "-", "-o", "b.pdf"], input: page("<p>a</b>"))
    #expect(mistake.status == 1)
    #expect(mistake.errors.contains(":1:"))
  }

  @Test("--root opens a folder to the template, and only that", arguments: ["option", "variable"])
  func root(way: String) throws {
    try command.write("p { margin: 0 }", to: "shared/s.css")
    try command.write(page("<p>a</p>", head: "<link rel='stylesheet' href='../shared/s.css'/>"), to: "t/template.xhtml")
    let arguments = ["render", "t", "-o", "b.pdf"]
    #expect(try command.run(arguments).status == 1)
    let outcome =
      way == "option"
      ? try command.run(arguments + ["--root", "shared"])
      : try command.run(arguments, environment: ["VANBAN_ROOT": "shared"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try command.run(arguments + ["--root", "t"]).status == 1)
  }

  @Test("a symbolic link out of the roots is refused")
  func symbolicLink() throws {
    try command.write("p { margin: 0 }", to: "private/s.css")
    try command.write(page("<p>a</p>", head: "<link rel='stylesheet' href='s.css'/>"), to: "t/template.xhtml")
    try FileManager.default.createSymbolicLink(
      atPath: "\(command.folder)/t/s.css",
      withDestinationPath: "\(command.folder)/private/s.css"
    )
    let outcome = try command.run(["render", "t", "-o", "b.pdf"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("s.css"))
    #expect(try command.run(["render", "t", "-o", "b.pdf", "--root", "private"]).status == 0)
  }

  @Test("--date and SOURCE_DATE_EPOCH date the document, the option first")
  func date() throws {
    func created(_ arguments: [String], _ environment: [String: String] = [:]) throws -> String {
      _ = try command.run(["render", "a.xhtml", "a.yaml", "-o", "a.pdf"] + arguments, environment: environment)
      let bytes = try Data(contentsOf: URL(filePath: "\(command.folder)/a.pdf"))
      let text = String(decoding: bytes, as: UTF8.self)
      return String(text.components(separatedBy: "/CreationDate (").dropFirst().first?.prefix(8) ?? "none")
    }
    #expect(try created(["--date", "2020-05-29"]) == "20200529")
    // 1590710400 is midnight of 2020-05-29 UTC.
    #expect(try created([], ["SOURCE_DATE_EPOCH": "1590710400"]) == "20200529")
    #expect(try created([], ["VANBAN_DATE": "2021-01-02", "SOURCE_DATE_EPOCH": "1590710400"]) == "20210102")
    #expect(try created(["--date", "2022-03-04"], ["VANBAN_DATE": "2021-01-02"]) == "20220304")
  }

  @Test("many pages as pictures need few open files, and appear together", arguments: ["png", "svg"])
  func manyFiles(format: String) throws {
    let pages = (0..<70).map { "<p style='break-after: page'>\($0)</p>" }.joined()
    try command.write(page(pages, head: "<style>@page { size: 40pt 40pt; margin: 0 }</style>"), to: "b.xhtml")
    let outcome = try command.run(["render", "b.xhtml", "-o", "p-{page}.\(format)"], limit: "-n 40")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try command.files().count { $0.hasPrefix("p-") } == 70)
    #expect(outcome.output.hasPrefix("p-1.\(format) ... p-70.\(format): 70 pages"))
  }

  @Test("the output's name may hold data, made safe for file systems")
  func outputName() throws {
    try command.write("tên: A\nsố: 12/NQ-ĐH\n", to: "n.yaml")
    let outcome = try command.run(["render", "a.xhtml", "n.yaml", "-o", "{số}.pdf"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try command.files().contains("12-NQ-ĐH.pdf"))
    let unknown = try command.run(["render", "a.xhtml", "n.yaml", "-o", "{sô}.pdf"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("did you mean {số}?"))
  }

  @Test("--timing tells each stage")
  func timing() throws {
    let outcome = try command.run(["render", "a.xhtml", "a.yaml", "-o", "a.pdf", "--timing"])
    for stage in [
      "data", "markup", "templates", "fonts", "styles", "layout", "pages", "painting", "output", "worst line",
    ] {
      #expect(outcome.errors.contains(stage), "\(stage): \(outcome.errors)")
    }
  }

  @Test(
    "colours are for terminals, and not where NO_COLOR is set or the terminal is dumb",
    arguments: [
      ("TERM=xterm", true), ("TERM=xterm NO_COLOR=1", false), ("TERM=dumb", false), ("TERM=xterm NO_COLOR=", true),
    ]
  )
  func colors(environment: String, isColored: Bool) throws {
    try command.write(page("<p>a</b>"), to: "b.xhtml")
    // script(1) runs a command on a terminal of its own.
    let line = "env \(environment) '\(TestCommand.program.path)' render b.xhtml -o b.pdf"
    let outcome = try command.run(["-qec", line, "/dev/null"], program: "/usr/bin/script")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("b.xhtml"))
    #expect(outcome.output.contains("\u{1B}[") == isColored, "\(outcome.output)")
    // Without a terminal there is none either way.
    #expect(!(try command.run(["render", "b.xhtml"], environment: ["TERM": "xterm"]).errors.contains("\u{1B}[")))
  }

  @Test("VANBAN_TIMEOUT, VANBAN_ALLOW_MISSING_GLYPHS and VANBAN_TIMING do what their options do")
  func otherVariables() throws {
    let rows = (0..<20_000).map { "<p>\($0)</p>" }.joined()
    try command.write(page(rows), to: "long.xhtml")
    let late = try command.run(["render", "long.xhtml", "-o", "b.pdf"], environment: ["VANBAN_TIMEOUT": "0.05"])
    #expect(late.status == 1)
    #expect(late.errors.hasPrefix("error: the run took longer than 0.05 seconds"))
    try command.write(page("<p>中</p>"), to: "b.xhtml")
    let glyphs = ["VANBAN_ALLOW_MISSING_GLYPHS": "1", "VANBAN_TIMING": "1"]
    let outcome = try command.run(["render", "b.xhtml", "-o", "b.pdf"], environment: glyphs)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("warning: no font has the character"))
    #expect(outcome.errors.contains("worst line"))
    #expect(try command.run(["render", "b.xhtml", "-o", "b.pdf"]).status == 1)
  }

  @Test("without data a shipped template says that it used its sample")
  func sample() throws {
    let outcome = try command.run(["render", "nghi-quyet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("with the sample data"))
    #expect(try command.files().contains("nghi-quyet.pdf"))
  }

  @Test("fonts check says which file is not the one that fonts.yaml means")
  func fontChecksum() throws {
    let shipped = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "fonts/fonts.yaml")
    let text = try String(contentsOf: shipped, encoding: .utf8)
    let zeros = String(repeating: "0", count: 64)
    let changed = text.replacing(
      "{file: LiberationSerif-Regular.ttf}",
      with: "{file: LiberationSerif-Regular.ttf, sha256: '\(zeros)'}"
    )
    try command.write(changed, to: "home/fonts/fonts.yaml")
    try command.write("", to: "home/templates/empty")
    #expect(try command.run(["fonts", "check"]).status == 0)
    let outcome = try command.run(["fonts", "check"], environment: ["VANBAN_HOME": "\(command.folder)/home"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("LiberationSerif-Regular.ttf: its SHA-256 is "), "\(outcome.errors)")
  }
}
