import Geometry
import Markup
import Styles
import Testing

@Suite struct CascadeTests {
  @Test(
    "the stronger declaration wins",
    arguments: [
      ("p { widows: 3 } p { widows: 4 }", "", 4),
      ("#x { widows: 3 } p { widows: 4 }", "", 3),
      ("p { widows: 3 !important } #x { widows: 4 }", "", 3),
      ("p { widows: 3 }", "widows: 5", 5),
      ("p { widows: 3 !important }", "widows: 5", 3),
      ("p { widows: 3 !important }", "widows: 5 !important", 5),
      ("body { widows: 6 } p { widows: inherit }", "", 6),
      ("body { widows: 6 } p { widows: initial }", "", 2),
      ("body { widows: 6 } p { widows: unset }", "", 6),
      ("body { widows: 6 } p { widows: 3 } p { widows: revert }", "", 6),
      ("@media screen { p { widows: 9 } } @media print { p { widows: 8 } }", "", 8),
      ("@media not screen { p { widows: 8 } }", "", 8),
      ("@media screen, print { p { widows: 8 } }", "", 8),
      (":root { --n: 7 } p { widows: var(--n) }", "", 7),
      ("p { widows: var(--n, 5) }", "", 5),
      (":root { --n: 7; --m: var(--n) } body { --n: 3 } p { widows: var(--m) }", "", 7),
      ("p { --n: 4; widows: var(--n) }", "", 4),
    ]
  )
  func order(css: String, attribute: String, widows: Int) {
    let result = styled(css: css, body: "<p id=\"x\" style=\"\(attribute)\">t</p>")
    #expect(result.report == [])
    #expect(result.style("x")?.widows == widows)
  }

  @Test("a shorthand with var() sets all its longhands")
  func shorthandVariable() {
    let result = styled(css: ":root { --gap: 3pt } p { margin: 1pt var(--gap) }")
    #expect(result.report == [])
    #expect(result.style("x")?.margin.left == .length(LengthPercentage(points: 3)))
    #expect(result.style("x")?.margin.top == .length(LengthPercentage(points: 1)))
  }

  @Test("revert goes back to the default style sheet")
  func revert() {
    let result = styled(css: "p { display: inline; margin-top: 0 } p { display: revert; margin-top: revert }")
    #expect(result.style("x")?.display == .block)
    #expect(result.style("x")?.margin.top == .length(LengthPercentage(points: 12)))
  }

  @Test("equal siblings share one style, and texts have their parent's")
  func sharing() throws {
    let result = styled(css: "", body: "<p id=\"x\">a</p><p id=\"y\">b</p>")
    let first = try #require(result.node("x"))
    let second = try #require(result.node("y"))
    let indices = result.document.styleIndices
    #expect(indices[Int(first.index)] == indices[Int(second.index)])
    #expect(indices[Int(first.index) + 1] == indices[Int(first.index)])
  }

  @Test("pseudo-elements have styles where they generate something")
  func pseudos() throws {
    let css = "p::before { content: '§'; color: red } p::after { color: red } p::first-letter { font-size: 2em }"
    let result = styled(css: css, body: "<p id=\"x\">a</p><ul><li id=\"y\">b</li></ul><q id=\"z\">c</q>")
    #expect(result.report == [])
    #expect(result.style("x", .before)?.content == .items([.text("§")]))
    #expect(result.style("x", .before)?.color == Color(red: 1, green: 0, blue: 0))
    #expect(result.style("x", .after) == nil)
    #expect(result.style("x", .firstLetter)?.fontSize == 24)
    #expect(result.style("x", .marker) == nil)
    #expect(result.style("y", .marker)?.listStyleType == .disc)
    #expect(result.style("z", .before)?.content == .items([.openQuote]))
  }

  @Test("attributes of lists are hints below the author's rules")
  func hints() throws {
    let body = """
      <ol id="a" start="5" type="a"><li id="b">1</li><li id="c" value="9">2</li></ol>\
      <ol id="d" reversed="reversed"><li id="e">1</li><li>2</li></ol><div id="f" lang="vi"><p id="g">t</p></div>
      """
    let result = styled(css: "#d { list-style-type: lower-roman }", body: body)
    #expect(result.report == [])
    #expect(result.style("a")?.counterReset == [CounterChange(name: "list-item", value: 4)])
    #expect(result.style("b")?.listStyleType == .lowerAlpha)
    #expect(result.style("c")?.counterSet == [CounterChange(name: "list-item", value: 9)])
    #expect(result.style("d")?.counterReset == [CounterChange(name: "list-item", value: 3)])
    #expect(result.style("e")?.counterIncrement == [CounterChange(name: "list-item", value: -1)])
    #expect(result.style("e")?.listStyleType == .lowerRoman)
    #expect(result.style("g")?.language == "vi")
  }

  @Test("the root is a block, and a named page passes down")
  func rootAndPage() {
    let css = "html { display: inline } body { page: wide } p { page: auto }"
    let result = styled(css: css)
    #expect(result.document.styles[Int(result.document.styleIndices[0])].display == .block)
    #expect(result.style("x")?.page == "wide")
  }

  @Test("units of the face ask for its families, weight and slant")
  func faceUnits() {
    let configuration = StyleConfiguration { families, weight, slant in
      FontRelativeMetrics(
        xHeight: families == ["A"] && weight == 700 ? 0.4 : 0.1,
        zeroAdvance: slant == .italic ? 0.6 : 0.1
      )
    }
    let text = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title><style>
      p { font: italic bold 10pt A; width: 1ex; height: 1ch }</style></head><body><p id="x">t</p></body></html>
      """
    let result = styled(text, configuration: configuration)
    #expect(result.style("x")?.width == .length(LengthPercentage(points: 4)))
    #expect(result.style("x")?.height == .length(LengthPercentage(points: 6)))
  }
}
