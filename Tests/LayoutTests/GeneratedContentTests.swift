import Layout
import Testing

/// Texts that the style sheet makes or changes: outline entries, counters in margin boxes, case, composed letters.
@Suite("Generated content")
struct GeneratedContentTests {
  @Test(
    "an outline entry takes the texts of pseudo-elements, with their own counters",
    arguments: [
      ("content(before) content()", ["Điều 1. Tên", "Điều 2. Họ"]),
      ("content(after) \" \" content(text)", ["(1) Tên", "(2) Họ"]),
      ("content(before) content(after)", ["Điều 1. (1)", "Điều 2. (2)"]),
      ("content(first-letter) counter(n)", ["T0", "H1"]),  // The pseudo-element counts after its element is entered.
      ("content(marker) content()", ["Tên", "Họ"]),  // A heading has no marker.
    ]
  )
  func bookmarks(label: String, labels: [String]) throws {
    let css = """
      body { counter-reset: n }
      h2 { bookmark-label: \(label) }
      h2::before { counter-increment: n; content: "Điều " counter(n) ".\\a " }
      h2::after { content: "(" counter(n) ")" }
      """
    let result = try LaidOut("<h2>Tên</h2><h2>Họ</h2>", css: css)
    #expect(result.pages.flatMap(\.bookmarks).map(\.label) == labels)
    #expect(result.codes == [])
  }

  @Test("a list item's marker is there for outline and named strings")
  func marker() throws {
    let css = """
      li { bookmark-level: 1; bookmark-label: content(marker) content(); string-set: item content(marker) "x" }
      @page { margin-top: 10pt; @top-left { content: string(item, last) } }
      """
    let result = try LaidOut("<ol><li>a</li><li>b</li></ol>", css: css, page: "size: 200pt 100pt; margin: 0")
    #expect(result.pages[0].bookmarks.map(\.label) == ["1. a", "2. b"])
    #expect(result.texts[0].last == "2. x@0,0")
  }

  @Test("'content' itself takes no text of a pseudo-element")
  func contentOfItself() throws {
    #expect(try LaidOut("<p>a</p>", css: "p::before { content: content(after) }").codes == ["css-wrong-value"])
  }

  @Test("margin boxes show counters as an element at the page's start would (Paged Media 3, 7.1)")
  func countersInMarginBoxes() throws {
    let css = """
      @page { margin-top: 10pt; @top-left { content: counter(c, upper-roman) "-" counters(s, ".") "-" counter(none) } }
      body { counter-reset: c s }
      h1 { counter-increment: c; break-before: page; counter-reset: s }
      h2::before { counter-increment: s; content: "" }
      """
    let body = """
      <p>a</p><h1>b</h1><h2>c</h2><h2>d</h2><p style='break-before: page'>e</p><h1>f</h1><p>g</p>
      """
    let result = try LaidOut(body, css: css)
    let heads = result.texts.map { $0.last { $0.hasSuffix("@0,0") } ?? "" }
    // Nothing before page 1. The body makes s, and each h1 a nested one; two h2 count it before page 3.
    #expect(heads == ["0-0-0@0,0", "0-0-0@0,0", "I-0.2-0@0,0", "I-0.2-0@0,0"])
    #expect(result.codes == [])
  }

  @Test("a counter made inside an element is gone where the element has ended")
  func endedCounters() throws {
    let css = """
      @page { margin-top: 10pt; @top-left { content: counters(i, ".") } }
      ol { counter-reset: i; list-style: none } li { counter-increment: i } .n { break-before: page }
      """
    let body = "<ol><li>a<ol><li>b</li><li class='n'>c</li></ol></li><li class='n'>d</li></ol><p class='n'>e</p>"
    let result = try LaidOut(body, css: css)
    // Between b and c: 1.1. After c, inside the outer list: 1. After the list: its counter is in scope for what follows.
    #expect(result.texts.map { $0.last ?? "" } == ["0@0,0", "1.1@0,0", "1@0,0", "2@0,0"])
  }

  @Test("margin boxes keep counters of their own")
  func marginBoxCounters() throws {
    let css = """
      @page { margin-top: 10pt; @top-left { counter-increment: k 3; content: counter(k) } @top-right { content: counter(k) } }
      """
    let result = try LaidOut("<p>a</p><p style='break-before: page'>b</p>", css: css)
    #expect(result.texts == [["a@0,10", "3@0,0", "0@190,0"], ["b@0,10", "6@0,0", "0@190,0"]])
  }

  @Test("an element shows the number of its own page and of all pages")
  func ownPage() throws {
    let css = "p::after { content: counter(page) '/' counters(pages, '.') }"
    let result = try LaidOut("<p></p><p style='break-before: page'></p>", css: css)
    #expect(result.texts == [["1/2@0,0"], ["2/2@0,0"]])
    #expect(result.codes == [])
  }

  @Test("page rules and elements set the page's number")
  func pageCounter() throws {
    let css = """
      @page { margin-top: 10pt; @top-left { content: counter(page) "-" counter(sheet) } counter-increment: page 2 sheet }
      @page :first { counter-reset: page 8 }
      p.new { counter-reset: page 1; break-before: page } p.set { counter-set: page 7; break-before: page }
      """
    let result = try LaidOut("<p>a</p><p class='new'>b</p><p class='set'>c</p>", css: css)
    // 8 + 2; the element's own 1; the element's own 7.
    #expect(result.texts.map { $0.last ?? "" } == ["10-1@0,0", "1-2@0,0", "7-3@0,0"])
  }

  @Test(
    "a letter and its marks in texts of their own become one letter",
    arguments: [
      ("Tie<!-- x -->&#x302;&#x301;ng", ["Tiếng@0,0"]),
      ("e<b>&#x302;&#x301;</b>x", ["ế@0,0", "x@10,0"]),
      ("e&#x302;<b>&#x301;x</b>", ["ế@0,0", "x@10,0"]),
      ("<i>a</i><b>&#x323;</b><u>&#x306;b</u>", ["ặ@0,0", "b@10,0"]),
    ]
  )
  func composition(body: String, texts: [String]) throws {
    let result = try LaidOut("<p>\(body)</p>", css: "b, i, u { font: inherit; text-decoration: none }")
    #expect(result.texts == [texts])
    #expect(result.codes == [])
  }

  @Test(
    "capitals begin words, not text nodes",
    arguments: [
      ("<span class='c'>đo<b>àn</b> chủ<i>-tịch</i></span>", "Đoàn Chủ-Tịch"),
      ("a<span class='c'>b cd</span>e", "ab Cde"),
      ("“<span class='c'>ab</span>’<span class='c'>s</span>", "“Ab’s"),
      ("<span class='c'>e</span>&#x301;<span class='c'>f</span>", "Éf"),
    ]
  )
  func capitalize(body: String, text: String) throws {
    let css = "b, i { font: inherit } .c { text-transform: capitalize }"
    let result = try LaidOut("<p>\(body)</p>", css: css)
    #expect(result.texts[0].map { $0.prefix { $0 != "@" } }.joined() == text)
    #expect(result.codes == [])
  }
}
