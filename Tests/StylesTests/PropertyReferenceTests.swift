import Files
import Testing

@testable import Styles

@Suite struct PropertyReferenceTests {
  @Test("docs/css.md is what the property table says")
  func reference() throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let file = try FileLoader().loadNamed("/\(root)/docs/css.md")
    #expect(String(decoding: file.bytes, as: UTF8.self) == propertyReference())
  }
}
