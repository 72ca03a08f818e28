import Files
import Testing

@testable import Templates

@Suite struct FilterReferenceTests {
  @Test("docs/filters.md is what the filter table says")
  func reference() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try FileLoader().loadNamed("/\(root)/docs/filters.md")
    #expect(String(decoding: file.bytes, as: UTF8.self) == filterReference())
  }

  @Test("filters have names of their own, and explanations for their codes")
  func names() {
    #expect(Set(filterTable.map(\.name)).count == filterTable.count)
    for code in TemplateDiagnostic.allCases { #expect(code.explanation.hasSuffix("."), "\(code)") }
  }
}
