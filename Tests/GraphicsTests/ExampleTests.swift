import Diagnostics
import Graphics
import Testing

/// The example of the target's catalogue: `Graphics.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    var element = GraphicElement(name: "vb:qr")
    element.attributes = [GraphicAttribute(name: "text", value: "https://vanban.example")]
    var diagnostics = DiagnosticList()
    let graphic = try #require(readGraphic(element, diagnostics: &diagnostics))
    #expect(graphic.alternative == "Mã QR: https://vanban.example")
  }
}
