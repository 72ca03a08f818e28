import Foundation
import Testing

/// The ten minutes of docs/minutes.md and its translation, done as they say.
@Suite struct MinutesGuideTests {
  private let command: TestCommand

  init() throws {
    command = try TestCommand()
  }

  /// The commands of the page and, between them, its blocks in a language.
  private enum Step {
    case command([String])
    case block(language: String, text: String)
  }

  private func steps(of page: String) throws -> [Step] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: page), encoding: .utf8)
    var steps: [Step] = []
    var block: (language: String, lines: [String])?
    for line in text.components(separatedBy: "\n") {
      if let open = block {
        if line == "```" {
          steps.append(.block(language: open.language, text: open.lines.joined(separator: "\n")))
          block = nil
        } else {
          block?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        block = (String(line.dropFirst(3)), [])
      } else if line.hasPrefix("    ") {
        steps.append(.command(line.split(separator: " ").map(String.init)))
      }
    }
    return steps
  }

  /// Runs a command of the page in the folder where its reader stands by then.
  private func run(_ words: [String], in folder: String) throws -> TestCommand.Outcome {
    #expect(words.first == "vanban")
    let script = "cd './\(folder)' && exec \"$0\" \"$@\""
    return try command.run(["-c", script, TestCommand.program.path] + words.dropFirst(), program: "/bin/bash")
  }

  /// Puts each line of a block in the place of the sample's line with the same key.
  private func change(_ name: String, by block: String) throws {
    var data = try command.read(name)
    for line in block.split(separator: "\n") where line.contains(": ") {
      let key = line.prefix { $0 != ":" } + ":"
      let old = try #require(data.split(separator: "\n").first { $0.hasPrefix(key) }, "the sample has no \(key)")
      data = data.replacing(old, with: line)
    }
    try command.write(data, to: name)
  }

  @Test("every step of the page works as it stands", arguments: ["docs/minutes.md", "docs/vi/bien-ban.md"])
  func everyStep(page: String) throws {
    var folder = ""
    var renders = 0
    for step in try steps(of: page) {
      switch step {
      case .command(let words) where words[0] == "cd":
        folder += "\(words[1])/"
      case .command(let words) where words[0] == "mv":
        let base = "\(command.folder)/\(folder)"
        try FileManager.default.moveItem(atPath: base + words[1], toPath: base + words[2])
      case .command(let words):
        let outcome = try run(words, in: folder)
        #expect(outcome.status == 0, "\(words.joined(separator: " ")): \(outcome.errors)")
        #expect(!outcome.errors.contains("error:") && !outcome.errors.contains("warning:"))
        guard let output = words.firstIndex(of: "-o") else { continue }
        renders += 1
        #expect(try command.files().contains(words[output + 1]) || !folder.isEmpty)
      case .block("csv", let rows):
        try command.write(rows + "\n", to: folder + "delegates.csv")
      case .block("yaml", let lines) where lines.hasPrefix("congress:"):
        try change(folder + "congress.yaml", by: lines)
      case .block(_, let lines):
        // What the page says to write for a round is what the sample has.
        #expect(try command.read(folder + "congress.yaml").contains(lines))
      }
    }
    #expect(renders == 6)
    try mistake(in: folder)
  }

  /// "Write 9 in place of 7": the message names the line, and the output stays.
  private func mistake(in folder: String) throws {
    let data = try command.read(folder + "congress.yaml")
    let wrong = data.replacing("votes: {Trần Mẫu Anh: 7", with: "votes: {Trần Mẫu Anh: 9")
    #expect(wrong != data)
    try command.write(wrong, to: folder + "congress.yaml")
    let output = "\(command.folder)/\(folder)bien-ban.pdf"
    let before = FileManager.default.contents(atPath: output)
    let words = "vanban render . congress.yaml -o bien-ban.pdf".split(separator: " ").map(String.init)
    let outcome = try run(words, in: folder)
    #expect(outcome.status == 1)
    let line = try #require(wrong.components(separatedBy: "\n").firstIndex { $0.contains("Trần Mẫu Anh: 9") }) + 1
    #expect(outcome.errors.contains("congress.yaml:\(line):"))
    #expect(before != nil)
    #expect(FileManager.default.contents(atPath: output) == before)
  }
}
