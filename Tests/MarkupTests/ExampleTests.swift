import Diagnostics
import Files
import Markup
import Testing

/// The example of the target's catalogue: `Markup.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader()
    let bytes = Array("<html><body><p>Nghị <b>quyết</b></p></body></html>".utf8)
    let source = loader.addText(path: "a.xhtml", bytes: bytes)
    var diagnostics = DiagnosticList()
    let read = readMarkup(source, bytes: bytes, configuration: MarkupConfiguration(), diagnostics: &diagnostics)
    let tree = try #require(read)
    #expect(tree.nodes.map(\.kind) == [.html, .body, .p, .text, .b, .text])
    #expect(diagnostics.all.isEmpty)
  }
}
