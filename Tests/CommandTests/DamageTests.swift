import Foundation
import TestSupport
import Testing

/// The whole road with the shipped resolution, damaged at random: it ends with a document or with a mistake told.
@Suite struct DamageTests {
  /// What is damaged, and what is put in: pieces of its syntax, and bytes that no text has.
  static let files = [
    ("template.xhtml", "<>&\"'{}|/=;# é\u{0}"), ("style.css", "{}:;()@.,#\"'-9e%*/ \u{0}"),
    ("parts/party.css", "{}:;()@.,#\"'-9e%*/ \u{0}"), ("parts/letterhead.xhtml", "<>&\"'{}|/=;# é\u{0}"),
    ("sample.yaml", ":-[]{}'\"#&*!|> \n9\u{0}"),
  ]

  /// Rounds of each test; VANBAN_DAMAGE_ROUNDS asks for more.
  static let rounds = Int(ProcessInfo.processInfo.environment["VANBAN_DAMAGE_ROUNDS"] ?? "") ?? 10

  @Test("damaged template, style or data ends with status 0 or 1, never with a fault or without end", arguments: 0..<5)
  func damaged(file: Int) throws {
    let (name, signs) = Self.files[file]
    let command = try TestCommand()
    #expect(try command.run(["templates", "new", "nghi-quyet", "t"]).status == 0)
    let whole = Array(try command.read("t/\(name)").utf8)
    var dice = Dice(seed: file + 1)
    // A byte that begins no character in UTF-8 as well.
    let bytes = Array(signs.utf8) + [0xFF]
    for round in 0..<Self.rounds {
      let damaged = dice.damage(whole, signs: bytes)
      try Data(damaged).write(to: URL(filePath: "\(command.folder)/t/\(name)"))
      let outcome = try command.run(["render", "t", "-o", "o.pdf", "--timeout", "20"])
      let about = "\(name), round \(round): \(outcome.errors)"
      #expect(outcome.status == 0 || outcome.status == 1, "\(about)")
      #expect(outcome.errors.contains("error: ") == (outcome.status == 1), "\(about)")
      #expect(!outcome.errors.contains("took longer"), "\(about)")
      #expect(try command.files().contains("o.pdf") == (outcome.status == 0), "\(about)")
      try? FileManager.default.removeItem(atPath: "\(command.folder)/o.pdf")
    }
  }
}
