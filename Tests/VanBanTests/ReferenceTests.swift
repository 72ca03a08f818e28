import Foundation
import Testing
import VanBan

@Suite struct ReferenceTests {
  @Test("docs/diagnostics.md is what the codes say")
  func diagnostics() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    #expect(page == Reference.diagnostics)
  }

  @Test("every library says its version")
  func libraries() {
    for library in Reference.libraries {
      #expect(library.version.contains("."), "\(library.name)")
    }
  }
}
