import Diagnostics
import Testing

private enum ExampleCode: String, DiagnosticCode {
  case unknown = "css-unknown-property"

  var explanation: String { "A property that is not known." }
}

/// The example of the target's catalogue: `Diagnostics.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    var sources = SourceTable()
    let style = sources.add(path: "style.css", bytes: Array("p { colr: red }".utf8))
    let mistake = Diagnostic(
      code: ExampleCode.unknown,
      message: "'colr' is not a known property",
      span: SourceSpan(source: style, offset: 4, length: 4),
      help: nearestName(to: "colr", in: ["color", "content"]).map { "did you mean '\($0)'?" }
    )
    let text = DiagnosticRenderer(sources: sources).render(mistake)
    #expect(text.hasPrefix("style.css:1:5: error: 'colr' is not a known property"))
    #expect(text.contains("help: did you mean 'color'?"))
  }
}
