import Markup
import Styles
import Testing

@Suite struct SelectorTests {
  private static let body = """
    <div id="list" class="outer box"><h2 id="a">A</h2><p id="b" class="note first">x</p><p id="c" title="Long title">y</p>\
    <ul id="d"><li id="e">1</li><li id="f" class="note">2</li><li id="g">3</li><li id="h" class="note">4</li></ul>\
    <p id="i" lang="vi-VN">z</p><span id="j"/></div><p id="k"><a id="l" href="#a">l</a></p>
    """

  @Test(
    "a selector selects exactly its elements",
    arguments: [
      ("p", "b c i k"), ("#b", "b"), (".note", "b f h"), ("p.note", "b"), ("div p", "b c i"), ("div > li", ""),
      ("ul > li", "e f g h"), ("h2 + p", "b"), ("h2 ~ p", "b c i"), ("p ~ .note", ""), ("p + ul li", "e f g h"),
      ("body > *", "k list"), ("[title]", "c"), ("[title='Long title']", "c"), ("[title='long title' i]", "c"),
      ("[title~=title]", "c"), ("[lang|=vi]", "i"), ("[title^=Lo]", "c"), ("[title$=le]", "c"), ("[title*='g t']", "c"),
      ("[class~='first']", "b"), ("li:first-child", "e"), ("li:last-child", "h"), (":only-child", "l"),
      ("p:first-of-type", "b k"), ("div > p:last-of-type", "i"), ("ul:only-of-type", "d"),
      ("li:nth-child(2n+1)", "e g"), ("li:nth-child(even)", "f h"), ("li:nth-child( 2n - 1 )", "e g"),
      ("li:nth-child(-n+2)", "e f"), ("li:nth-child(n+3)", "g h"), ("li:nth-child(3)", "g"),
      ("li:nth-last-child(1)", "h"), ("li:nth-child(2 of .note)", "h"), ("li:nth-last-child(2 of .note)", "f"),
      ("div > p:nth-of-type(2)", "c"), ("div > p:nth-last-of-type(1)", "i"), ("span:empty", "j"),
      (":lang(vi)", "i"), ("a:link", "l"), (":is(h2, ul > li.note)", "a f h"), (":where(#a, #b)", "a b"),
      ("li:not(.note)", "e g"), ("li:not(.note, :first-child)", "g"), ("p:has(a)", "k"), ("div:has(> ul)", "list"),
      ("p:has(+ ul)", "c"), ("li:has(~ .note)", "e f g"), ("div:has(> a)", ""), (".outer.box > h2", "a"),
      (":root #a", "a"), ("p:nth-child(2), h2", "a b k"),
    ]
  )
  func selects(selector: String, ids: String) {
    let matched = Self.ids(selector)
    #expect(matched == ids)
  }

  /// A property that is not inherited says which elements a selector selects.
  private static func ids(_ selector: String) -> String {
    let result = styled(css: "\(selector) { width: 7pt }", body: body)
    #expect(result.report == [])
    let found = ["list", "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"].filter {
      result.style($0)?.width == .length(LengthPercentage(points: 7))
    }
    return found.sorted { ($0.count, $0) < ($1.count, $1) }.joined(separator: " ")
  }

  @Test("an id counts more than classes, a class more than types, and :where() nothing")
  func specificity() {
    let css = "#x { widows: 3 } p.c { widows: 4 } p { widows: 5 } :where(#x) { widows: 6 }"
    let result = styled(css: css, body: "<p id=\"x\" class=\"c\">t</p>")
    #expect(result.report == [])
    #expect(result.style("x")?.widows == 3)
  }

  @Test(
    "a wrong selector is reported with its place and help",
    arguments: [
      (
        "paragraf { color: red }",
        "2:1: css-unknown-element: 'paragraf' is not a known element; a class begins with a point (.paragraf), an id with #"
      ),
      ("dvi { color: red }", "2:1: css-unknown-element: 'dvi' is not a known element; did you mean 'div'?"),
      ("p:hover { color: red }", "2:3: css-unknown-pseudo: :hover has no meaning on paper; there are"),
      (
        "p:frist-child { color: red }",
        "2:3: css-unknown-pseudo: :frist-child is not a known pseudo-class; did you mean :first-child?"
      ),
      (
        "p::befor { color: red }",
        "2:4: css-unknown-pseudo: ::befor is not a known pseudo-element; did you mean ::before?"
      ),
      ("p > { color: red }", "2:4: css-wrong-selector: the selector ends where an element, class or id should stand"),
      ("p:nth-child(x) { color: red }", "2:13: css-wrong-selector: :nth-child() cannot be read; write odd, even"),
      ("p:has(a b) { color: red }", "css-wrong-selector: :has() takes one compound"),
      ("p { color: red", "2:3: css-unclosed: a block is not closed; put a '}' at its end"),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: css)
    #expect(result.report.count == 1)
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }

  @Test("the same-level lookups stay fast with many siblings")
  func manySiblings() {
    let items = String(repeating: "<p>a</p>", count: 3000)
    let css = "h2 ~ p { orphans: 3 } p:has(~ h3) { orphans: 4 } p:nth-last-of-type(2n) { orphans: 5 }"
    let result = styled(css: css, body: "<h2>t</h2>\(items)<p id=\"x\">b</p><p>c</p>")
    #expect(result.report == [])
    #expect(result.style("x")?.orphans == 5)
  }
}
