import Diagnostics
import Styles
import Testing

@Suite struct StyleMistakeTests {
  @Test(
    "a mistake is reported with line, column, code and help",
    arguments: [
      ("p { colr: red }", "2:5: css-unknown-property: 'colr' is not a known property; did you mean 'color'?"),
      (
        "p {\n  color: rde;\n}",
        "3:10: css-wrong-value: 'color' does not take 'rde' here; did you mean 'red'? 'color' takes <color>"
      ),
      (
        "p { grid: none }",
        "2:5: css-later-property: 'grid' is a property of CSS that is not built yet; leave it out; docs/css.md lists what is built"
      ),
      ("p { width: 10 }", "2:12: css-unknown-unit: 10 has no unit; write 10pt, 10px or 10mm"),
      (
        "p { width: 10ptt }",
        "2:12: css-unknown-unit: 'ptt' is not a unit of lengths; did you mean pt? units are px pt pc mm cm in q em rem ex ch lh rlh vw vh vmin vmax"
      ),
      ("p { padding: -1pt }", "2:14: css-wrong-value: -1pt is negative; write 0 or more"),
      ("p { orphans: 0 }", "2:14: css-wrong-value: 0 is less than 1; write 1 or more"),
      (
        "p { display: blok }",
        "2:14: css-wrong-value: 'display' does not take 'blok' here; did you mean 'block'? 'display' takes block | inline"
      ),
      ("p { color: }", "2:5: css-wrong-value: 'color' has no value; 'color' takes <color>"),
      ("p { color red; margin: 0 }", "2:11: css-syntax: a colon is missing after 'color'; write color: value;"),
      ("p { color: red blue }", "2:16: css-wrong-value: 'color' does not take 'blue' here"),
      (
        "p { color: device-cmyk(0 0 0 1) }",
        "2:12: css-later-value: device-cmyk() is not built yet; write the colour as rgb() or hsl(), or as #rrggbb"
      ),
      ("p { color: #12345 }", "2:12: css-wrong-value: #12345 is not a colour; write #rgb"),
      ("p { width: calc(1pt+2) }", "css-wrong-calculation: calc() cannot be read; write calc(100% - 2cm)"),
      (
        "p { width: calc(1pt + 2) }",
        "2:21: css-wrong-calculation: a number and a length cannot be added; give the number a unit"
      ),
      (
        "p { size: A4 }",
        "2:5: css-misplaced-property: 'size' has no meaning for an element; move it into an @page rule"
      ),
      (
        "@page { display: block }",
        "2:9: css-misplaced-property: 'display' has no meaning in @page; move it into a rule for elements"
      ),
      (
        "@pgae { margin: 0 }",
        "2:1: css-unknown-at-rule: @pgae is not a known at-rule; did you mean @page? there are @charset @import @media @supports @font-face @counter-style @page"
      ),
      (
        "@page { @top-centre { content: 'a' } }",
        "2:9: css-unknown-at-rule: @top-centre is not a margin box; did you mean @top-center?"
      ),
      (
        "@page :frist { margin: 0 }",
        "2:8: css-wrong-at-rule: 'frist' is not a known page selector; did you mean :first?"
      ),
      ("@media pritn { p { color: red } }", "2:8: css-wrong-media: 'pritn' is not a known medium; did you mean print?"),
      ("@media (min-width: 1px) { p { color: red } }", "2:8: css-wrong-media: media features are not built"),
      (
        "@supports display { p { color: red } }",
        "2:11: css-wrong-at-rule: the condition of @supports cannot be read; write @supports (display: flex) and"
      ),
      (
        "p { color: red } @import 'a.css';",
        "2:18: css-misplaced-import: @import stands after a rule; move it to the beginning of the style sheet"
      ),
      (
        "@font-face { font-family: A }",
        "2:1: css-wrong-font-face: @font-face lacks src; write font-family: name; src: url(file.ttf);"
      ),
      (
        "p { content: countr(a) }",
        "2:14: css-unknown-function: countr() is not a function of generated content; did you mean counter()?"
      ),
      (
        "p { content: counter(a, decimla) }",
        "2:25: css-wrong-value: 'decimla' is not a known counter style; did you mean 'decimal'? define it with @counter-style"
      ),
      ("p { content: counter(a, 3) }", "css-wrong-value: counter() cannot be read; write counter(name, style?)"),
      ("p { quotes: 'a;\n}", "css-unclosed: a string is not closed on its line; put the closing mark at its end"),
      ("} p { color: red }", "2:1: css-syntax: '}' closes nothing"),
      (
        "p { color: var(--main) }",
        "2:12: css-unknown-variable: no custom property '--main' is set here; or set it on :root"
      ),
      (
        ":root { --mian: red } p { color: var(--main) }",
        "2:34: css-unknown-variable: no custom property '--main' is set here; did you mean var(--mian)? or set it on :root"
      ),
      (
        ":root { --a: var(--b); --b: var(--a) }",
        "css-variable-cycle: '--a' depends on itself; give one of them a value of its own: --a -> --b -> --a"
      ),
      (
        ":root { --a: 3 } p { color: var(--a) }",
        "2:29: css-wrong-value: 'color' does not take '3' here, once its var() is put in"
      ),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: css)
    #expect(result.report.count == 1, "\(result.report)")
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
    #expect(result.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test("reading goes on after a mistake")
  func recovery() {
    let result = styled(css: "p { colr: red; widows: 5; 3: 4; orphans: 6 } p::x { widows: 9 } p { page: a }")
    #expect(result.report.count == 3)
    #expect(result.style("x")?.widows == 5)
    #expect(result.style("x")?.orphans == 6)
    #expect(result.style("x")?.page == "a")
  }

  @Test("lenient reading warns")
  func lenient() {
    let text =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body style=\"colr: red\"><p>t</p></body></html>"
    let result = styled(text, configuration: StyleConfiguration(isLenient: true))
    #expect(result.diagnostics.map(\.severity) == [.warning])
    // The place is inside the attribute: <html ...> is 43 characters, <head>...</head> 29, <body style=" 13.
    #expect(result.report == ["1:86: css-unknown-property: 'colr' is not a known property; did you mean 'color'?"])
  }
}
