import Diagnostics
import Files
import Geometry
import Markup
import Styles
import Testing

/// The example of the target's catalogue: `Styles.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader()
    let text = "<html><head><style>p { margin: 2em; font-size: 10pt }</style></head><body><p>a</p></body></html>"
    let source = loader.addText(path: "a.xhtml", bytes: Array(text.utf8))
    var diagnostics = DiagnosticList()
    let configuration = MarkupConfiguration()
    let read = readMarkup(source, bytes: Array(text.utf8), configuration: configuration, diagnostics: &diagnostics)
    let tree = try #require(read)
    let styled = applyStyles(to: tree, configuration: StyleConfiguration(), loader: loader, diagnostics: &diagnostics)
    let paragraph = try #require(tree.nodes.firstIndex { $0.kind == .p })
    let style = styled.styles[Int(styled.styleIndices[paragraph])]
    #expect(style.fontSize == 10)
    #expect(style.margin.top == .length(LengthPercentage(points: 20)))
    #expect(diagnostics.all.isEmpty)
  }
}
