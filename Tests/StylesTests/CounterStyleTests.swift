import Styles
import Testing

/// `@counter-style`, `symbols()`, predefined styles and `@supports`.
@Suite struct CounterStyleTests {
  @Test(
    "each system writes numbers by CSS Counter Styles 3, 3.1",
    arguments: [
      ("system: cyclic; symbols: a b c", [1, 2, 4, 0, -1], "a b a c b"),
      ("system: fixed 3; symbols: a b", [2, 3, 4, 5], "2 a b 5"),
      ("system: symbolic; symbols: '*' '†'", [1, 2, 3, 4, 0], "* † ** †† 0"),
      ("symbols: '*'", [3], "***"),
      ("system: alphabetic; symbols: a b", [1, 2, 3, 7, -1], "a b aa aaa -1"),
      ("system: numeric; symbols: '0' '1'", [0, 5, -5], "0 101 -101"),
      ("system: additive; additive-symbols: 10 X, 5 V, 1 I", [7, 18, 0], "VII XVIII 0"),
      ("system: additive; additive-symbols: V 5, 3 c, 0 z", [0, 8, 4], "z Vc 4"),
      ("system: extends lower-roman; prefix: '('", [4], "iv"),
      ("system: extends decimal; pad: 3 '0'; negative: '(' ')'", [7, -7, 1234], "007 (7) 1234"),
      ("system: cyclic; symbols: x; range: 2 3, 5 infinite; fallback: upper-alpha", [1, 2, 4, 9], "A x D x"),
      // 121 would take more symbols than anybody counts.
      ("system: symbolic; symbols: x; fallback: upper-roman", [121, 1_000_000_000], "CXXI 1000000000"),
    ]
  )
  func systems(descriptors: String, values: [Int], expected: String) throws {
    let css = "#x { list-style-type: a } @counter-style a { \(descriptors) }"
    let result = styled(css: css)
    #expect(result.report == [])
    let style = try #require(result.style("x")?.listStyleType)
    #expect(values.map { style.text(for: $0) }.joined(separator: " ") == expected)
  }

  @Test("markers have prefix and suffix, and styles extend and fall back to each other, in a circle too")
  func markers() throws {
    let css = """
      @counter-style a { system: cyclic; symbols: '–'; suffix: ' '; prefix: '>' }
      @counter-style b { system: extends a; prefix: '+' }
      @counter-style c { system: extends d } @counter-style d { system: extends c; fallback: c }
      #x { list-style: b inside } #y { list-style-type: c } #z { list-style-type: symbols(cyclic 'o' '•') }
      """
    let result = styled(css: css, body: "<p id=\"x\">a</p><p id=\"y\">b</p><p id=\"z\">c</p>")
    #expect(result.report == [])
    #expect(result.style("x")?.listStyleType.markerText(for: 1) == "+– ")
    #expect(result.style("y")?.listStyleType.markerText(for: 3) == "3. ")
    #expect(result.style("z")?.listStyleType.markerText(for: 2) == "• ")
  }

  @Test("content resolves names of styles, whichever comes first")
  func content() throws {
    let css = """
      #x { content: counter(a, star) counters(a, '.', star); string-set: s counter(a, star) }
      @counter-style star { symbols: '★' }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    guard case .items(let items)? = result.style("x")?.content, case .counter(_, let style)? = items.first else {
      Issue.record("no counter")
      return
    }
    #expect(style.text(for: 2) == "★★")
    guard case .counter(_, let set)? = result.style("x")?.stringSet.first?.value.first else {
      Issue.record("no string")
      return
    }
    #expect(set.text(for: 1) == "★")
  }

  @Test(
    "predefined styles of other scripts",
    arguments: [
      ("thai", 105, "๑๐๕"), ("armenian", 1999, "ՌՋՂԹ"), ("georgian", 10_000, "ჵ"), ("Arabic-Indic", 7, "٧"),
      ("armenian", 0, "0"), ("lower-armenian", 3, "գ"),
    ]
  )
  func predefined(name: String, value: Int, expected: String) {
    let result = styled(css: "#x { list-style-type: \(name) }")
    #expect(result.report == [])
    #expect(result.style("x")?.listStyleType.text(for: value) == expected)
  }

  @Test(
    "mistakes in counter styles are reported",
    arguments: [
      (
        "#x { list-style-type: sqare }",
        "2:23: css-wrong-value: 'sqare' is not a known counter style; did you mean 'square'? define it with @counter-style sqare"
      ),
      ("@counter-style a { system: cyclic }", "@counter-style a lacks symbols"),
      ("@counter-style a { system: alphabetic; symbols: x }", "lacks symbols, two at least"),
      ("@counter-style decimal { symbols: x }", "'decimal' is a style that is always there"),
      ("@counter-style { symbols: x }", "@counter-style cannot be read"),
      (
        "@counter-style a { symbols: x; sufix: '' }",
        "'sufix' is not a known descriptor of @counter-style; did you mean 'suffix'?"
      ),
      ("@counter-style a { symbols: x; range: 3 2 }", "'range' cannot be read"),
      ("@counter-style a { system: additive; additive-symbols: 1 a, 2 b }", "'additive-symbols' cannot be read"),
      ("@counter-style a { system: extends b }", "'b' is not a known counter style"),
      ("#x { list-style-type: symbols(numeric 'a') }", "symbols() cannot be read"),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: css)
    #expect(!result.report.isEmpty)
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }

  @Test(
    "@supports asks the property table",
    arguments: [
      ("(display: flex)", true), ("(display: grid)", false), ("not (display: grid)", true),
      ("(display: flex) and (float: footnote)", true), ("(display: grid) or (gap: 1pt)", true),
      ("((display: grid) or (gap: 1pt)) and (not (nope: 1))", true), ("(--a: b)", true),
      ("selector(p > .a b)", true), ("selector(::nope)", false), ("(width: calc(1pt + 2%))", true),
      ("font-tech(color-COLRv1)", false), ("(color: red !important)", true),
    ]
  )
  func supports(condition: String, holds: Bool) {
    let result = styled(css: "@supports \(condition) { #x { widows: 7; \(holds ? "" : "nope: 1") } }")
    #expect(result.report == [])
    #expect(result.style("x")?.widows == (holds ? 7 : 2))
  }
}
