import Geometry
import Testing

@testable import Styles

@Suite struct InheritanceTests {
  @Test("a style inherits what the table says, and nothing else")
  func inheritsByTable() throws {
    let css = """
      #x { color: red; font: italic 700 9pt/2 X; font-variant: small-caps tabular-nums common-ligatures super historical-forms;
        font-feature-settings: 'tnum'; font-kerning: none; font-synthesis: none; text-align: right; text-align-last: center;
        text-indent: 1pt; text-transform: uppercase; text-underline-offset: 1pt; text-underline-position: under;
        text-decoration-skip-ink: none; letter-spacing: 1pt; word-spacing: 1pt; white-space: pre; text-wrap-style: balance;
        tab-size: 3; hyphens: auto; hyphenate-character: '-'; hyphenate-limit-chars: 5; overflow-wrap: anywhere;
        word-break: keep-all; line-break: strict; hanging-punctuation: first; text-justify: none; visibility: hidden;
        image-resolution: 2dppx; image-orientation: none; image-rendering: pixelated; orphans: 3; widows: 3; page: a;
        quotes: none; list-style: inside square url(a.png); border-collapse: collapse; border-spacing: 1pt;
        empty-cells: hide; caption-side: bottom; margin: 1pt; opacity: 0.5; position: relative;
        vb-line-numbers: page 2 }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let parent = try #require(result.style("x"))
    var expected = ComputedStyle()
    expected.language = parent.language
    for row in PropertyTable.rows where row.inheritance == .inherited {
      var alone = ComputedStyle()
      row.copy(parent, &alone)
      #expect(alone != ComputedStyle(), "give \(row.name) a value in this test, and copy it in init(inheriting:)")
      row.copy(parent, &expected)
    }
    #expect(ComputedStyle(inheriting: parent) == expected)
  }
}
