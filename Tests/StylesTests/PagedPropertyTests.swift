import Geometry
import Styles
import Testing

/// Footnotes, running elements, page selectors and what pages have besides their size.
@Suite struct PagedPropertyTests {
  @Test("a footnote counts and has a call and a marker, whose rules win over the defaults")
  func footnotes() throws {
    let css = """
      .n { float: footnote; footnote-policy: line; footnote-display: compact }
      #b::footnote-call { content: '*'; color: red } p::footnote-marker { content: 'x' }
      """
    let body = "<p id=\"p\">a<span id=\"a\" class=\"n\">b</span><span id=\"b\" class=\"n\">c</span></p>"
    let result = styled(css: css, body: body)
    #expect(result.report == [])
    let style = try #require(result.style("a"))
    #expect(style.display == .block)
    #expect(style.footnotePolicy == .line)
    #expect(style.footnoteDisplay == .compact)
    #expect(style.counterIncrement == [CounterChange(name: "footnote", value: 1)])
    let call = try #require(result.style("a", .footnoteCall))
    #expect(call.content == .items([.counter(name: "footnote", style: .decimal)]))
    #expect(call.verticalAlign == .super)
    #expect(call.fontSize == 10)  // 12 / 1.2
    let marker = try #require(result.style("a", .footnoteMarker))
    #expect(marker.content == .items([.counter(name: "footnote", style: .decimal), .text(". ")]))
    #expect(result.style("b", .footnoteCall)?.content == .items([.text("*")]))
    #expect(result.style("b", .footnoteCall)?.color == Color(red: 1, green: 0, blue: 0))
    #expect(result.style("p", .footnoteMarker) == nil)
  }

  @Test("@footnote styles the area of its pages")
  func footnoteArea() {
    let css = """
      @page { color: red; @footnote { float: bottom; border-top: 1pt solid; max-height: 50% } }
      @page wide { @footnote { padding-top: 3pt } }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let area = Self.page(result, name: "wide").footnoteArea
    #expect(area.display == .block)
    #expect(area.float == .none)
    #expect(area.borderWidth.top == 1)
    #expect(area.borderColor.top == Color(red: 1, green: 0, blue: 0))
    #expect(area.maxHeight == .length(LengthPercentage(percent: 50)))
    #expect(area.padding.top == LengthPercentage(points: 3))
    #expect(Self.page(result, name: "").footnoteArea.padding.top.points == 6)  // the default style sheet
  }

  @Test("running elements, targets and pictures in content")
  func content() throws {
    let css = """
      @page { @top-center { content: element(head, last) } @top-left { content: 'a' url(a.png) } }
      #x { content: target-counters(attr(href), item, '.', upper-roman) target-text(attr(href), before)
        target-text('#y') ; bookmark-state: closed }
      """
    let result = styled(css: css)
    #expect(result.report == [])
    let boxes = Self.page(result, name: "").marginBoxes
    #expect(boxes[.topCenter]?.content == .items([.element(name: "head", which: .last)]))
    guard case .items(let items)? = boxes[.topLeft]?.content else {
      Issue.record("no content")
      return
    }
    guard case .image(let file)? = items.last else {
      Issue.record("no picture")
      return
    }
    #expect(file.url == "a.png")
    let style = try #require(result.style("x"))
    #expect(style.isBookmarkClosed)
    #expect(
      style.content
        == .items([
          .targetCounters(url: .attribute("href"), name: "item", separator: ".", style: .upperRoman),
          .targetText(url: .attribute("href"), part: .before), .targetText(url: .literal("#y"), part: .content),
        ])
    )
  }

  @Test(
    ":nth() counts pages, or those of a name",
    arguments: [
      (":nth(2)", "", 2, 1, true), (":nth(2)", "", 3, 1, false), (":nth(2n+1)", "", 5, 1, true),
      (":nth(-n+2)", "", 2, 1, true), (":nth(-n+2)", "", 3, 1, false), (":nth(even)", "", 4, 1, true),
      (":nth(2 of wide)", "wide", 7, 2, true), (":nth(2 of wide)", "tall", 7, 2, false),
      ("wide:nth(odd):right", "wide", 3, 1, true), (":nth(99999999999999999999)", "", 1, 1, false),
    ]
  )
  func nth(selector: String, name: String, number: Int, inGroup: Int, matches: Bool) {
    let result = styled(css: "@page { margin: 1pt } @page \(selector) { margin: 2pt }")
    #expect(result.report == [])
    #expect(result.document.pages.countsPages)
    var context = PageContext(name: name, number: number, side: number % 2 == 1 ? .right : .left, isBlank: false)
    context.numberInGroup = inGroup
    let margin = result.document.pages.style(for: context).box.margin.top
    #expect(margin == .length(LengthPercentage(points: matches ? 2 : 1)))
  }

  @Test(
    "bleed is 6pt beside crop marks unless it is said (CSS Paged Media 3, 7.2)",
    arguments: [
      ("marks: crop cross", 6, [.crop, .cross]), ("marks: cross", 0, .cross),
      ("marks: crop; bleed: 3mm", 3 * 72 / 25.4, .crop),
      ("marks: none", 0, []),
    ] as [(String, Double, PageMarks)]
  )
  func marks(css: String, bleed: Double, marks: PageMarks) {
    let result = styled(css: "@page { \(css) }")
    #expect(result.report == [])
    #expect(Self.page(result, name: "").bleed == bleed)
    #expect(Self.page(result, name: "").box.pageMarks == marks)
  }

  @Test(
    "what is not of a grammar is reported",
    arguments: [
      ("@page :nth(x) { margin: 0 }", "css-wrong-at-rule: :nth() cannot be read; write :nth(3)"),
      ("@page { @footnot { margin: 0 } }", "@footnot is not a margin box; did you mean @footnote?"),
      ("@page { @footnote; margin: 0 }", "@footnote has no block"),
      ("p { float: bottom }", "css-wrong-value"), ("p { marks: crop }", "css-misplaced-property"),
      ("@page { marks: crop crop }", "css-wrong-value"),
      (
        "p { content: element() }", "element() cannot be read; write element(name, first | start | last | first-except)"
      ),
    ]
  )
  func mistakes(css: String, expected: String) {
    let result = styled(css: css)
    #expect(result.report.count == 1, "\(result.report)")
    #expect(result.report.first?.contains(expected) == true, "\(result.report)")
  }

  private static func page(_ result: Styled, name: String) -> PageStyle {
    result.document.pages.style(for: PageContext(name: name, number: 1, side: .right, isBlank: false))
  }
}
