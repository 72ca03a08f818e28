import Foundation
import TestSupport
import Testing

/// `vanban batch` as a user runs it.
@Suite struct BatchCommandTests {
  private let command: TestCommand

  init() throws {
    command = try TestCommand()
    let text = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
      <body><p>{{ name }} {{ party }}</p></body></html>
      """
    try command.write(text, to: "a.xhtml")
    try command.write("id,name\n7,An\n8,Bình\n9,Chi\n", to: "r.csv")
    try command.write("party: Đảng bộ Sở A\n", to: "shared.yaml")
  }

  private func batch(_ arguments: String...) throws -> TestCommand.Outcome {
    try command.run(["batch", "a.xhtml"] + arguments)
  }

  private func lines(_ path: String) throws -> [[String: Any]] {
    try command.read(path).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func files(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/\(folder)").sorted()
  }

  @Test("each row makes a document, and the report tells of each in order")
  func rows() throws {
    let result = try batch("shared.yaml", "--each", "r.csv", "-o", "out/{id}-{name}.pdf")
    #expect(result.errors == "")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("3 records: 3 done in "))
    #expect(try files("out") == ["7-An.pdf", "8-Bình.pdf", "9-Chi.pdf", "batch-report.jsonl"])
    let report = try lines("out/batch-report.jsonl")
    #expect(report.compactMap { $0["key"] as? String } == ["out/7-An.pdf", "out/8-Bình.pdf", "out/9-Chi.pdf"])
    #expect(report.compactMap { $0["status"] as? String } == ["done", "done", "done"])
    #expect(report.compactMap { $0["pages"] as? Int } == [1, 1, 1])
    let sum = try runProgram("sha256sum", ["\(command.folder)/out/8-Bình.pdf"]).prefix(64)
    #expect(report[1]["sha256"] as? String == String(sum))
  }

  @Test("a document of a batch has the bytes of one made alone, whatever the threads")
  func sameBytes() throws {
    let rows = (1...40).map { "\($0),Tên \($0)" }.joined(separator: "\n")
    try command.write("id,name\n\(rows)\n", to: "many.csv")
    for (folder, jobs) in [("one", "1"), ("four", "4")] {
      let result = try batch("shared.yaml", "--each", "many.csv", "-o", "\(folder)/{id}.pdf", "--jobs", jobs)
      #expect(result.status == 0)
    }
    for number in 1...40 {
      let one = try Data(contentsOf: URL(filePath: "\(command.folder)/one/\(number).pdf"))
      #expect(try Data(contentsOf: URL(filePath: "\(command.folder)/four/\(number).pdf")) == one)
    }
    for number in [1, 23, 40] {
      let arguments = ["--set", "id=\(number)", "--set", "name=Tên \(number)", "-o", "alone.pdf"]
      #expect(try command.run(["render", "a.xhtml", "shared.yaml"] + arguments).status == 0)
      let alone = try Data(contentsOf: URL(filePath: "\(command.folder)/alone.pdf"))
      #expect(try Data(contentsOf: URL(filePath: "\(command.folder)/one/\(number).pdf")) == alone)
    }
  }

  @Test("a folder gets files by number, or by key")
  func folder() throws {
    #expect(try batch("shared.yaml", "--each", "r.csv", "-o", "numbers").status == 0)
    #expect(try files("numbers") == ["0001.pdf", "0002.pdf", "0003.pdf", "batch-report.jsonl"])
    #expect(try batch("shared.yaml", "--each", "r.csv", "-o", "keys", "--key", "id", "--format", "svg").status == 0)
    #expect(try files("keys") == ["7-1.svg", "8-1.svg", "9-1.svg", "batch-report.jsonl"])
  }

  @Test("records may be a list inside a file, and stand under a name")
  func places() throws {
    try command.write("party: Sở A\npeople:\n  - {name: An}\n  - {name: Bình}\nothers: []\n", to: "d.yaml")
    let template =
      "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><p>{{ p.name }}</p></body></html>"
    try command.write(template, to: "p.xhtml")
    let result = try command.run(["batch", "p.xhtml", "--each", "p=d.yaml#people", "-o", "out/{p.name}.pdf"])
    #expect(result.errors == "")
    #expect(try files("out") == ["An.pdf", "Bình.pdf", "batch-report.jsonl"])
    let vague = try command.run(["batch", "p.xhtml", "--each", "p=d.yaml", "-o", "out/{p.name}.pdf"])
    #expect(vague.status == 1)
    #expect(vague.errors.contains("help: name one: d.yaml#people, d.yaml#others"))
    let wrong = try command.run(["batch", "p.xhtml", "--each", "p=d.yaml#party", "-o", "out/{p.name}.pdf"])
    #expect(wrong.errors.contains("error: 'd.yaml' has no list at 'party': it is a text"))
  }

  @Test("two records with one name are an error before anything is written")
  func doubles() throws {
    try command.write("id,name\n1,An\n2,An\n", to: "r.csv")
    let result = try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf")
    #expect(result.status == 1)
    #expect(result.errors.contains("error: records 1 and 2 would have one file: 'out/An.pdf'; nothing was written"))
    let keyed = try batch("shared.yaml", "--each", "r.csv", "-o", "out/{id}.pdf", "--key", "name")
    #expect(keyed.errors.contains("error: records 1 and 2 have one key: 'An'; nothing was written"))
    #expect(try command.files() == ["a.xhtml", "r.csv", "shared.yaml", "stderr", "stdin", "stdout"])
  }

  @Test("a value in a name stays one part of a path")
  func safeNames() throws {
    try command.write("id,name\n1,../x\n2,a/b\n3,{page}\n", to: "r.csv")
    #expect(try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf").status == 0)
    #expect(try files("out") == ["-x.pdf", "a-b.pdf", "batch-report.jsonl", "-page-.pdf"].sorted())
  }

  @Test("a record that fails does not stop the others, and the status is 3")
  func failing() throws {
    try command.write("- {id: 1, name: An}\n- {id: 2}\n- {id: 3, name: Chi}\n- text\n", to: "r.yaml")
    let result = try batch("shared.yaml", "--each", "r.yaml", "-o", "out/{number}.pdf")
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("4 records: 2 done, 2 failed in "))
    #expect(result.errors.contains("record 'out/0002.pdf':\na.xhtml:2:"))
    #expect(
      result.errors.contains("record 'out/0004.pdf':\nr.yaml:4:3: error: the record is a text, not a map of names")
    )
    let report = try lines("out/batch-report.jsonl")
    #expect(report.compactMap { $0["status"] as? String } == ["done", "failed", "done", "failed"])
    let diagnostics = report[1]["diagnostics"] as? [[String: Any]]
    #expect(diagnostics?.count == 1)
    #expect(diagnostics?[0]["file"] as? String == "a.xhtml")
    #expect(try files("out") == ["0001.pdf", "0003.pdf", "batch-report.jsonl"])
  }

  @Test("where every record fails the status is that of a single one")
  func allFail() throws {
    try command.write("- {id: 1}\n", to: "r.yaml")
    #expect(try batch("--each", "r.yaml", "-o", "out").status == 1)
  }

  @Test("--resume leaves what is done and still the same, and makes the rest")
  func resume() throws {
    #expect(try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf").status == 0)
    let path = "\(command.folder)/out/An.pdf"
    let old = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
    try command.write("other", to: "out/Bình.pdf")
    try command.write("id,name\n7,An\n8,Bình\n9,Chi Mai\n", to: "r.csv")
    let result = try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf", "--resume")
    #expect(result.output.hasPrefix("3 records: 2 done, 1 done before in "))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == old)
    #expect(try command.read("out/Bình.pdf").hasPrefix("%PDF-"))
    #expect(try lines("out/batch-report.jsonl").compactMap { $0["status"] as? String } == ["done", "done", "done"])
    // Other data, or another template, is another document.
    try command.write("party: Sở B\n", to: "shared.yaml")
    #expect(
      try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf", "--resume").output
        .hasPrefix("3 records: 3 done in ")
    )
  }

  @Test("a report that was cut off is taken as far as it goes")
  func cutReport() throws {
    #expect(try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf").status == 0)
    let report = try command.read("out/batch-report.jsonl")
    try command.write(String(report.dropLast(20)), to: "out/batch-report.jsonl")
    let result = try batch("shared.yaml", "--each", "r.csv", "-o", "out/{name}.pdf", "--resume")
    #expect(result.output.hasPrefix("3 records: 1 done, 2 done before in "))
  }

  @Test("shares are fixed, part the records, and have reports of their own")
  func shards() throws {
    let rows = (1...30).map { "\($0),N\($0)" }.joined(separator: "\n")
    try command.write("id,name\n\(rows)\n", to: "many.csv")
    for share in 1...3 {
      let arguments = ["--each", "many.csv", "-o", "out/{id}.pdf", "--key", "id", "--shard", "\(share)/3"]
      #expect(try command.run(["batch", "a.xhtml", "shared.yaml"] + arguments).status == 0)
    }
    let reports = try (1...3).map { try lines("out/batch-report-\($0)-of-3.jsonl").compactMap { $0["key"] as? String } }
    #expect(reports.joined().compactMap { Int($0) }.sorted() == Array(1...30))
    #expect(reports.allSatisfy { $0.count >= 4 })
    #expect(try files("out").count == 33)  // 30 documents, 3 reports
  }

  @Test("an interruption ends with 130, no half files, and a true report")
  func interruption() throws {
    let rows = (1...1000).map { "\($0),N\($0)" }.joined(separator: "\n")
    try command.write("id,name\n\(rows)\n", to: "many.csv")
    let process = Process()
    process.executableURL = TestCommand.program
    process.arguments = ["batch", "a.xhtml", "shared.yaml", "--each", "many.csv", "-o", "out/{id}.pdf"]
    process.currentDirectoryURL = URL(filePath: command.folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let report = "\(command.folder)/out/batch-report.jsonl"
    #expect(waits { ((try? String(contentsOfFile: report, encoding: .utf8))?.split(separator: "\n").count ?? 0) > 3 })
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let done = try lines("out/batch-report.jsonl")
    #expect(done.count > 3 && done.count < 1000)
    let made = Set(try files("out")).subtracting(["batch-report.jsonl"])
    #expect(Set(done.compactMap { ($0["output"] as? String)?.dropFirst(4) }.map { String($0) }) == made)
    // What the report says is done is not made again.
    let names = done.compactMap { ($0["key"] as? String)?.dropFirst(4).dropLast(4) }
    try command.write("id,name\n" + names.map { "\($0),N\($0)\n" }.joined(), to: "many.csv")
    let result = try batch("shared.yaml", "--each", "many.csv", "-o", "out/{id}.pdf", "--resume")
    #expect(result.output.hasPrefix("\(done.count) records: 0 done, \(done.count) done before in "))
  }

  @Test(
    "the wrong command line and the wrong input are told apart",
    arguments: [
      (["--each", "r.csv"], 64), (["-o", "out"], 64), (["--each", "r.csv", "-o", "out", "--shard", "4/3"], 64),
      (["--each", "gone.csv", "-o", "out"], 1), (["--each", "r.csv", "-o", "out", "--key", "none"], 1),
      (["--each", "r.csv", "-o", "/dev/null/x"], 2), (["--each", "r.csv", "-o", "out", "--jobs", "0"], 64),
    ] as [([String], Int32)]
  )
  func statuses(arguments: [String], status: Int32) throws {
    #expect(try command.run(["batch", "a.xhtml", "shared.yaml"] + arguments).status == status)
  }

  @Test("the steps of the guide work")
  func guide() throws {
    let page = try guidePage("batch.md")
    let blocks = page.components(separatedBy: "```")
    try command.write(try #require(blocks.first { $0.hasPrefix("csv\n") }?.dropFirst(4)).description, to: "units.csv")
    try command.write(
      try #require(blocks.first { $0.hasPrefix("xml\n") }?.dropFirst(4)).description,
      to: "report.xhtml"
    )
    let lines = page.split(separator: "\n").filter { $0.hasPrefix("    vanban batch ") }.map { $0.dropFirst(11) }
    #expect(lines.count == 3)
    for (line, start) in zip(lines, ["3 records: 3 done in ", "3 records: 3 done in ", ""]) {
      // The shared value stands in the first command only.
      let result = try command.run(
        ["-c", "\"$0\" \(line)", TestCommand.program.path],
        environment: ["VANBAN_SET": "organisation=Đảng bộ Sở A"],
        program: "/bin/bash"
      )
      #expect(result.errors == "")
      #expect(result.status == 0)
      #expect(result.output.hasPrefix(start))
    }
    #expect(try files("out").contains("01-Chi bộ Văn phòng.pdf"))
  }
}
