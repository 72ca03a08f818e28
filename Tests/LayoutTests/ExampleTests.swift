import Diagnostics
import Files
import Layout
import Markup
import Styles
import TestSupport
import Testing
import Text

/// The example of the target's catalogue: `Layout.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader()
    let css = "@page { size: 100pt; margin: 10pt } body { margin: 0; font: 10pt/10pt Square }"
    let text = "<html><head><style>\(css)</style></head><body><p>aaaa bbbb cccc</p></body></html>"
    let source = loader.addText(path: "a.xhtml", bytes: Array(text.utf8))
    var found = DiagnosticList()
    let read = readMarkup(source, bytes: Array(text.utf8), configuration: .init(), diagnostics: &found)
    let tree = try #require(read)
    let styled = applyStyles(to: tree, configuration: StyleConfiguration(), loader: loader, diagnostics: &found)
    let fonts = try SquareFont.library()
    let shaper = ParagraphShaper(fonts: fonts)
    var pages: [Page] = []
    _ = layOut(styled, fonts: fonts, shaper: shaper, configuration: LayoutConfiguration(), diagnostics: &found) {
      pages.append($0)
    }
    // 80 pt hold one word of 40 pt, and not a second one with its space: three lines.
    #expect(pages[0].fragments.count { $0.kind == .line } == 3)
  }
}
