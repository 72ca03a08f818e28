import Foundation
import Testing
import VanBan

/// The example of the target's catalogue: `VanBan.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let home = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = FileManager.default.temporaryDirectory.path
    var settings = RenderSettings()
    settings.values = ["congress.organisation=Đảng bộ Sở A"]
    settings.data = ["\(home)/templates/nghi-quyet/sample.yaml"]
    let context = RenderContext(installation: Installation(home: home), settings: settings)
    let template = try Template.find("nghi-quyet", in: context.installation)
    let name = OutputName("\(folder)/vanban-example.pdf")
    guard let summary = try context.render(template, to: name, format: .pdf) else {
      print(context.diagnostics(as: .plain))
      return
    }
    print("\(summary.outputs[0]): \(summary.pages) pages")
    #expect(summary.pages == 4)
    try FileManager.default.removeItem(atPath: summary.outputs[0])
  }
}
