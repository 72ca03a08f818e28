import Foundation
import Testing

/// Every Swift target has a DocC catalogue whose example a test runs.
@Suite struct CatalogueTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folders of the targets that hold Swift: the command is described by its help.
  private static let targets: [URL] = {
    let groups = ["Engine", "Domain", "Delivery"].map { root.appending(path: "Sources/\($0)") }
    let rooms = groups.flatMap { group in
      (try? FileManager.default.contentsOfDirectory(at: group, includingPropertiesForKeys: nil)) ?? []
    }
    return rooms.sorted { $0.path < $1.path } + [root.appending(path: "Sources/VanBan")]
  }()

  @Test("there are targets")
  func hasTargets() {
    #expect(Self.targets.count >= 14)
  }

  @Test("the lines of the catalogue's example stand in the target's tests", arguments: targets)
  func example(target: URL) throws {
    let name = target.lastPathComponent
    let page = try String(contentsOf: target.appending(path: "\(name).docc/\(name).md"), encoding: .utf8)
    let blocks = page.components(separatedBy: "```swift\n").dropFirst()
    let example = try #require(blocks.first?.components(separatedBy: "\n```").first)
    let test = try String(
      contentsOf: Self.root.appending(path: "Tests/\(name)Tests/ExampleTests.swift"),
      encoding: .utf8
    )
    let indented = example.components(separatedBy: "\n").map { $0.isEmpty ? "" : "    \($0)" }
    #expect(test.contains(indented.joined(separator: "\n")), "the example of \(name).docc is not what is tested")
  }
}
