import Foundation
import TestSupport
import Testing
import VanBan

/// The shipped templates with their own samples: `Templates/<name>.txt` holds every line of text and where it stands.
@Suite("Golden templates")
struct TemplateGoldenTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appendingPathComponent("Tests/GoldenTests/Templates").path

  @Test("the lines are those that were judged", arguments: ["bien-ban-dai-hoi", "bien-ban-kiem-phieu"])
  func lines(template: String) throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
      "vanban-golden-\(UUID().uuidString).json"
    )
    defer { try? FileManager.default.removeItem(at: output) }
    let context = RenderContext(installation: Installation(home: Self.root.path), settings: RenderSettings())
    let found = try Template.find(template, in: context.installation)
    _ = try context.inspect(found, to: OutputName(output.path))
    #expect(context.diagnostics(as: .plain) == "")
    let document = try JSONDecoder().decode(Inspected.self, from: Data(contentsOf: output))
    var dump = ""
    for page in document.pages {
      dump += "page \(page.number)\n"
      for box in page.children { box.write(to: &dump) }
    }
    try Golden.expect(dump, at: "\(Self.folder)/\(template).txt")
  }
}

/// What the test reads of `inspect`'s JSON.
private struct Inspected: Decodable {
  struct Page: Decodable {
    var number: Int
    var children: [Box]
  }

  struct Box: Decodable {
    var kind: String
    var x: Double?
    var y: Double?
    var width: Double?
    var text: String?
    var children: [Box]?

    /// Each text with its place in CSS pixels, in the order of the page.
    func write(to dump: inout String) {
      if let text, let x, let y, let width {
        dump += "  \(number(x)) \(number(y)) \(number(width)) \(text)\n"
      }
      for child in children ?? [] { child.write(to: &dump) }
    }

    private func number(_ value: Double) -> String { String(format: "%.1f", value) }
  }

  var pages: [Page]
}
