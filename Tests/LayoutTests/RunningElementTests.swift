import Geometry
import Layout
import Styles
import Testing
import Text

/// Named strings and running elements (CSS GCPM 3, 1) on pages of 200 by 100 points, the first 20 of them margin.
@Suite("Running elements and named strings")
struct RunningElementTests {
  private func laidOut(_ body: String, _ boxes: String, css: String = ".h { position: running(h) }") throws -> LaidOut {
    try LaidOut(body, css: css, page: "size: 200pt 100pt; margin: 20pt 0 0; \(boxes)")
  }

  /// The texts in the margin box of each page, without their places.
  private func heads(_ result: LaidOut) -> [String] {
    result.pages.map { page in
      guard let head = page.fragments.firstIndex(where: { $0.kind == .marginBox }) else { return "" }
      let inside = page.fragments[head..<Int(page.fragments[head].end)]
      return inside.filter { $0.kind == .text && $0.contentPaint >= 0 }.map { fragment in
        let range = page.texts[Int(fragment.contentPaint)].utf8
        return String(decoding: page.placed.utf8[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      }.joined(separator: "|")
    }
  }

  @Test("a running element leaves the flow and is laid out in its margin box")
  func blocks() throws {
    let body = "<p>x</p><div class='h' id='d'><p>ab</p><p id='c'>cd</p></div><p>y</p>"
    let result = try laidOut(body, "@top-left { content: element(h) }")
    #expect(result.texts == [["x@0,20", "y@0,30", "ab@0,0", "cd@0,10"]])
    #expect(result.box("d") == "0,0 200×20")
    #expect(result.box("c") == "0,10 200×10")
    #expect(result.pages[0].destinations.map(\.name) == ["d"])
    #expect(result.codes == [])
  }

  @Test("margins inside stay inside, and vertical-align moves it all")
  func placing() throws {
    let css = ".h { position: running(h); margin: 2pt 5pt 4pt; border: 1pt solid }"
    let result = try laidOut("<p class='h' id='d'>ab</p><p>x</p>", "@top-left { content: element(h) }", css: css)
    // 2 + 1 + 10 + 1 + 4 = 18 of 20: one above, and the margin of 2.
    #expect(result.box("d") == "5,3 190×12")
    let low = try laidOut(
      "<p class='h' id='d'>ab</p><p>x</p>",
      "@top-left { content: element(h); vertical-align: bottom }",
      css: css
    )
    #expect(low.box("d") == "5,4 190×12")
  }

  @Test("an inline element stands on the margin box's own lines")
  func inline() throws {
    let result = try laidOut("<p>x<span class='h'>a<b>b</b></span>y</p>", "@top-right { content: element(h) }")
    #expect(result.texts == [["x@0,20", "y@10,20", "a@180,5", "b@190,5"]])
    #expect(result.codes == [])
  }

  @Test("tables run as well, also out of the middle of a table")
  func tables() throws {
    let table = "<table class='h'><tr><td>a</td><td>b</td></tr></table>"
    let result = try laidOut("\(table)<p>x</p>", "@top-left { content: element(h) }")
    #expect(result.texts == [["x@0,20", "a@0,5", "b@10,5"]])
    let inside = "<table><tr><td>x</td></tr><tr class='h'><td>a</td></tr></table>"
    #expect(try laidOut(inside, "@top-left { content: element(h) }").texts == [["x@0,20", "a@0,5"]])
  }

  @Test(
    "which of a page's elements and strings shows",
    arguments: [
      // a stands first on page 1; b and c in the middle of page 2; d first on page 4.
      ("first", ["a", "b", "c", "d"]),
      ("start", ["a", "a", "c", "d"]),
      ("last", ["a", "c", "c", "d"]),
      ("first-except", ["", "", "c", ""]),
    ]
  )
  func positions(which: String, expected: [String]) throws {
    let page = "<p style='break-before: page'>x</p>"
    let running = { (name: String) in "<div class='h'>\(name)</div>" }
    let body =
      running("a") + "<p>x</p>\(page)" + running("b") + "<p>x</p>" + running("c") + "<p>x</p>\(page)"
      + "<div style='break-before: page'>\(running("d"))<p>x</p></div>"
    #expect(heads(try laidOut(body, "@top-left { content: element(h, \(which)) }")) == expected)
    let strings = try laidOut(
      body,
      "@top-left { content: string(h, \(which)) }",
      css: ".h { string-set: other 'x', h content(); display: none }"
    )
    #expect(heads(strings) == expected)
    #expect(strings.texts[0].count == (expected[0].isEmpty ? 1 : 2))
  }

  @Test("of several strings at the page's start, 'start' is the first")
  func severalAtStart() throws {
    let css = "section { string-set: s 'a' } h1 { string-set: s 'b' }"
    let result = try laidOut("<section><h1>x</h1></section>", "@top-left { content: string(s, start) }", css: css)
    #expect(heads(result) == ["a"])
  }

  @Test("counters inside are those of its place, the page's number that of the page it is shown on")
  func countersInside() throws {
    let css = """
      .h { position: running(h) } h1 { counter-increment: c; break-before: page }
      .h::before { content: counter(c) "-" counter(page) "/" counter(pages) "-" string(s) } h1 { string-set: s content() }
      """
    let body = "<p>x</p><h1>y</h1><div class='h'></div><h1>z</h1>"
    #expect(heads(try laidOut(body, "@top-left { content: element(h) }", css: css)) == ["", "1-2/3-y", "1-3/3-y"])
  }

  @Test("an element() outside of margin boxes, or beside other content, is an error")
  func mistakes() throws {
    let misplaced = "p::before { content: element(h) }"
    #expect(try LaidOut("<p>a</p>", css: misplaced).codes == ["layout-misplaced-element"])
    #expect(
      try LaidOut("<p>a</p>", css: "@page { @top-left { content: 'a' element(h) } }").codes == ["css-wrong-value"]
    )
    #expect(try LaidOut("<p>a</p>", css: "p { string-set: s element(h) }").codes == ["css-wrong-value"])
  }

  @Test("what stands after the last block of its container is not lost")
  func atEnd() throws {
    let body = "<div><p>x</p><div class='h'>a</div></div><div><span class='h'>b</span></div>"
    #expect(heads(try laidOut(body, "@top-left { content: element(h, last) }")) == ["b"])
    #expect(heads(try laidOut(body, "@top-left { content: element(h) }")) == ["a"])
  }

  @Test("a repeated table head sets nothing again")
  func repeatedHead() throws {
    let rows = (1...12).map { "<tr><td>\($0)</td></tr>" }.joined()
    let body = "<table><thead><tr><td><span id='t'>x</span></td></tr></thead>\(rows)</table><p><a href='#t'>y</a></p>"
    let result = try laidOut(
      body,
      "@top-left { content: string(s, first-except) }",
      css: "span { string-set: s 'set' } a::after { content: target-counter(attr(href), page) }"
    )
    #expect(heads(result) == ["", "set"])
    #expect(result.texts[1].contains { $0.hasPrefix("1@") })
  }
}
