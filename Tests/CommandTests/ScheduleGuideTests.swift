import Foundation
import Testing

/// docs/scheduling.md, command by command.
@Suite struct ScheduleGuideTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The blocks of a language in the page, in order.
  private func blocks(_ language: String) throws -> [String] {
    let text = try String(contentsOf: Self.root.appending(path: "docs/scheduling.md"), encoding: .utf8)
    return text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test("the commands of docs/scheduling.md do what the page says")
  func commands() throws {
    let command = try TestCommand()
    let samples = "\(command.folder)/samples"
    try FileManager.default.createSymbolicLink(
      atPath: samples,
      withDestinationPath: Self.root.appending(path: "samples").path
    )
    let script = "set -e\n" + (try blocks("sh").joined())
    try command.write(script, to: "page.sh")
    let outcome = try command.run(
      ["page.sh"],
      environment: ["PATH": "\(TestCommand.program.deletingLastPathComponent().path):/usr/bin:/bin"],
      program: "/bin/bash"
    )
    #expect(outcome.status == 0, "\(outcome.errors)")
    for line in try blocks("text").joined().split(separator: "\n") {
      #expect(outcome.output.contains(line), "the page promises '\(line)'")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(command.folder)/reports").sorted()
    // Months 4 to 9 of three organisations, and one quarter of two.
    #expect(files.count == 6 * 3 + 2)
    #expect(files.contains("XDM-2026-06.pdf") && files.contains("2026-Q2-SO-A.pdf"))
    #expect(outcome.output.contains("OnCalendar=*:0/5") && outcome.output.contains("*/5 * * * * "))
  }
}
