import Files
import Testing

/// The example of the target's catalogue: `Files.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader(roots: ["/usr/share/common-licenses"])
    let file = try loader.load("GPL-3", from: "/usr/share/common-licenses")
    #expect(!file.bytes.isEmpty)
    #expect(throws: FileError.self) { try loader.load("/etc/hostname", from: ".") }
    #expect(throws: FileError.self) { try loader.load("https://example.org/a.css", from: ".") }
  }
}
