import Diagnostics
import Files
import Markup
import TestSupport
import Testing
import Values

@testable import Templates

@Suite struct DamagedTemplateTests {
  private let template = """
    <!DOCTYPE html><html xmlns:vb="urn:vb"><body class="a{{ n }}" id='&quot;{{ n | words('bốn') }}'><!-- x -->
    <p vb:each="d, e in people | sort('x')" vb:if="not d.a and n in [1, -2.5]" vb:let="x = 1; y = x ~ 'đ'">{{ d['é'].b
    | default(n ? 1 : "2") }} &agrave;&#273;<![CDATA[{{ n]]>}}</p> <vb:block vb:else="">{{ loop.index % 2 }}</vb:block>
    <vb:include src="{{ n }}"><i slot="z"/></vb:include><vb:slot name="q">x</vb:slot><br/></body></html>
    """

  @Test("a damaged template is reported or expanded, with every place inside its file", arguments: 1...20)
  func damaged(_ seed: Int) {
    var dice = Dice(seed: seed)
    let whole = Array(template.utf8)
    let signs = Array("{}'\"<>&;=|.[]() \n%-/é\u{0}".utf8)
    for _ in 0..<200 {
      let bytes = dice.damage(whole, signs: signs)
      let loader = FileLoader()
      let source = loader.addText(path: "t", bytes: bytes)
      var diagnostics = DiagnosticList()
      let data = map(["n": number("1"), "people": map(["é": map([:])])])
      if let tree = readMarkup(source, bytes: bytes, configuration: .init(), diagnostics: &diagnostics) {
        _ = expand(tree, with: data, configuration: .init(folder: "."), loader: loader, diagnostics: &diagnostics)
      } else {
        #expect(diagnostics.hasErrors)
      }
      for diagnostic in diagnostics.all {
        let end = (diagnostic.span?.offset ?? -1) + (diagnostic.span?.length ?? 0)
        #expect((0...Int32(bytes.count)).contains(end), "\(diagnostic) in \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }
}
