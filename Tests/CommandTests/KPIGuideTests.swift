import Foundation
import Testing

/// docs/kpi.md: its commands work in their order, and its files are read.
@Suite struct KPIGuideTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private func blocks(_ language: String) throws -> [String] {
    let guide = try String(contentsOf: Self.root.appending(path: "docs/kpi.md"), encoding: .utf8)
    return guide.components(separatedBy: "```\(language)\n").dropFirst().map {
      $0.components(separatedBy: "\n```").first ?? ""
    }
  }

  @Test("every command of the guide works, in the guide's order")
  func commands() throws {
    let command = try TestCommand()
    let samples = Self.root.appending(path: "samples")
    try FileManager.default.createSymbolicLink(
      at: URL(filePath: "\(command.folder)/samples"),
      withDestinationURL: samples
    )
    let lines = try #require(blocks("sh").first).split(separator: "\n")
    #expect(lines.count >= 9)
    let program = TestCommand.program.deletingLastPathComponent().path
    for line in lines {
      let outcome = try command.run(
        ["-c", String(line)],
        environment: ["PATH": "\(program):/usr/bin:/bin"],
        program: "/bin/sh"
      )
      #expect(outcome.status == 0, "\(line): \(outcome.errors)")
      #expect(outcome.errors == "", "\(line)")
    }
    #expect(try command.files().contains("bao-cao.pdf"))
  }

  @Test("the guide's example of a file is read as it stands")
  func example() throws {
    let command = try TestCommand()
    try command.write(try #require(blocks("yaml").first), to: "a.yaml")
    let outcome = try command.run(["kpi", "import", "a.yaml", "--store", "s.sqlite"])
    #expect(outcome.errors == "")
    #expect(outcome.output == "s.sqlite: 2 definitions recorded; 1 target recorded; 2 values recorded\n")
  }
}
