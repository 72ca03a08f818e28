import Congress
import Foundation
import Testing

@Suite struct ReferenceTests {
  private let page: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    page = try String(contentsOf: root.appending(path: "docs/congress-data.md"), encoding: .utf8)
  }

  @Test("docs/congress-data.md lists the keys that the tables have")
  func keys() {
    #expect(page.contains("## Keys\n\n" + congressKeyReference()))
  }

  @Test("docs/congress-data.md lists the rules and their sources")
  func rules() {
    #expect(page.hasSuffix("## Rules\n\n" + CongressRule.reference))
  }

  @Test("the examples of docs/congress-data.md are in order")
  func examples() {
    let blocks = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(blocks.count >= 2)
    for block in blocks { #expect(read(block).messages == []) }
  }
}
