import Diagnostics
import Files
import Markup
import Templates
import Testing
import Values

/// The example of the target's catalogue: `Templates.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader()
    let text = "<ol><li vb:each='n in votes'>{{ n | number(1) }}</li></ol>"
    let source = loader.addText(path: "a.xhtml", bytes: Array(text.utf8))
    var diagnostics = DiagnosticList()
    let read = readMarkup(source, bytes: Array(text.utf8), configuration: .init(), diagnostics: &diagnostics)
    let template = try #require(read)
    var data = ValueMap()
    let votes = try #require(Decimal("1234.5"))
    data["votes"] = Value(.list([Value(.number(votes))]))
    let configuration = TemplateConfiguration(folder: ".")
    let tree = expand(
      template,
      with: Value(.map(data)),
      configuration: configuration,
      loader: loader,
      diagnostics: &diagnostics
    )
    #expect(tree.nodes.map(\.kind) == [.ol, .li, .text])
    #expect(String(decoding: tree.text[tree.textRange(of: NodeID(index: 2))], as: UTF8.self) == "1.234,5")
  }
}
