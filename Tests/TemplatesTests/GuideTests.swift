import Files
import Foundation
import Markup
import Testing
import Values

@testable import Templates

/// docs/template-guide.md's table of filters: each row with a literal input and its result is evaluated.
@Suite struct GuideTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var filter: String
    var input: String
    var result: String

    var testDescription: String { "\(input) | \(filter)" }
  }

  /// The rows, one for each filter that stands in the first column.
  static let rows: [Row] = {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "docs/template-guide.md")
    guard let text = try? String(contentsOf: path, encoding: .utf8),
      let table = text.components(separatedBy: "| filter | from | to |\n|---|---|---|\n").dropFirst().first
    else { return [] }
    return table.components(separatedBy: "\n\n")[0].split(separator: "\n").flatMap { line -> [Row] in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let filters = cells[0].split(separator: "`").filter { $0.trimmingCharacters(in: [",", " "]) != "" }
      let results = cells[2].components(separatedBy: "; ")
      guard filters.count == results.count else { return [] }
      return zip(filters, results).map { Row(filter: String($0), input: cells[1], result: $1) }
    }
  }()

  @Test("the guide shows results")
  func hasRows() {
    #expect(Self.rows.count { !Self.isInWords($0) } >= 7)
  }

  @Test("the guide's filters give what it says", arguments: rows.filter { !isInWords($0) })
  func filter(row: Row) throws {
    let isNumber = Decimal(row.input) != nil
    let value = isNumber ? number(row.input) : text(row.input)
    let result = try expanding("<p>{{ x | \(row.filter) }}</p>", with: map(["x": value]))
    #expect(result.mistakes == [])
    #expect(result.markup == "<p>\(row.result)</p>")
  }

  /// Rows that describe their input ("a list") have tests of their own.
  private static func isInWords(_ row: Row) -> Bool {
    ["a list", "missing", "anything"].contains { row.input.hasPrefix($0) }
  }
}
