import Geometry
import Layout
import Styles
import Testing

/// A hundred points a page: ten lines.
@Suite("Pages")
struct PageTests {
  private func lines(_ count: Int, _ letter: String = "a") -> String {
    Array(repeating: letter, count: count).joined(separator: "<br/>")
  }

  @Test("lines go on on the next page")
  func breaking() throws {
    let result = try LaidOut("<p>\(lines(12))</p>")
    #expect(result.texts.map(\.count) == [10, 2])
    #expect(result.texts[1] == ["a@0,0", "a@0,10"])
    #expect(result.codes == [])
  }

  @Test(
    "widows and orphans keep lines together",
    arguments: [
      (9, "orphans: 2; widows: 1", [9, 3]),  // One line would stay: all three go.
      (8, "orphans: 1; widows: 2", [9, 2]),  // One line would go: it takes another along.
      (8, "orphans: 2; widows: 2", [8, 3]),  // Neither fits both: the paragraph goes whole.
      (8, "orphans: 1; widows: 1", [10, 1]),
    ]
  )
  func widowsAndOrphans(before: Int, style: String, counts: [Int]) throws {
    let result = try LaidOut("<p>\(lines(before))</p><p style='\(style)'>\(lines(3, "b"))</p>")
    #expect(result.texts.map(\.count) == counts)
  }

  @Test("a heading is not left behind, nor a chain of them")
  func keepWithNext() throws {
    let css = "h1, h2 { break-after: avoid }"
    let result = try LaidOut("<p>\(lines(8))</p><h1>b</h1><h2>c</h2><p>d</p>", css: css)
    #expect(result.texts.map(\.count) == [8, 3])
    #expect(result.texts[1] == ["b@0,0", "c@0,10", "d@0,20"])
  }

  @Test("a block that asks for it is not broken where it fits a page")
  func avoidInside() throws {
    let result = try LaidOut("<p>\(lines(8))</p><div style='break-inside: avoid'>\(lines(3, "b"))</div>")
    #expect(result.texts.map(\.count) == [8, 3])
    let tall = try LaidOut("<p>a</p><div style='break-inside: avoid'>\(lines(15, "b"))</div>")
    #expect(tall.texts.map(\.count) == [10, 6] || tall.texts.map(\.count) == [1, 10, 5])
    #expect(tall.texts.joined().count == 16)
  }

  @Test(
    "forced breaks begin a new page, on the side that is asked for",
    arguments: [("page", 2), ("right", 3), ("left", 2), ("recto", 3), ("verso", 2)]
  )
  func forcedBreaks(value: String, page: Int) throws {
    let result = try LaidOut("<p>a</p><p id='b' style='break-before: \(value)'>b</p>")
    #expect(result.pages.count == page)
    #expect(result.box("b", page: page) == "0,0 200×10")
    #expect(result.pages.dropFirst().dropLast().allSatisfy { $0.isBlank })
  }

  @Test("margins at an unforced break are cut off, those after a forced one stay")
  func marginsAtBreaks() throws {
    let plain = try LaidOut("<p style='margin-bottom: 30pt'>\(lines(10))</p><p id='b' style='margin-top: 20pt'>b</p>")
    #expect(plain.box("b", page: 2) == "0,0 200×10")
    let forced = try LaidOut("<p>a</p><p id='b' style='break-before: page; margin-top: 20pt'>b</p>")
    #expect(forced.box("b", page: 2) == "0,20 200×10")
  }

  @Test("the border and background of a container are cut at the break and fill the page")
  func slicedContainer() throws {
    let result = try LaidOut("<div id='d' style='border: 5pt solid; padding: 5pt'>\(lines(10))</div>")
    #expect(result.texts.map(\.count) == [9, 1])  // 100 - 5 - 5 leaves nine lines.
    #expect(result.box("d", page: 1) == "0,0 200×100")
    #expect(result.box("d", page: 2) == "0,0 200×20")  // one line, padding and border below
  }

  @Test("an end that does not fit takes the last line along")
  func paddingAtEnd() throws {
    let result = try LaidOut("<div style='padding-bottom: 15pt'>\(lines(9))</div>")
    #expect(result.texts.map(\.count) == [8, 1])
  }

  @Test("named pages have their own style and begin a new page")
  func namedPages() throws {
    let css = "@page wide { size: 300pt 100pt } .w { page: wide }"
    let result = try LaidOut("<p>a</p><p class='w'>b</p><p class='w'>c</p><p>d</p>", css: css)
    #expect(result.pages.map(\.size.width) == [200, 300, 200])
    #expect(result.pages.map(\.name) == ["", "wide", ""])
    #expect(result.texts == [["a@0,0"], ["b@0,0", "c@0,10"], ["d@0,0"]])
  }

  @Test("page x of y, and strings that run along")
  func furniture() throws {
    let css = """
      @page { margin: 10pt; @top-left { content: string(title) }
        @bottom-right { content: counter(page) "/" counter(pages) } }
      @page :first { @top-left { content: none } }
      h1 { string-set: title content() }
      """
    let result = try LaidOut("<h1>x</h1><p>\(lines(9))</p><h1>y</h1>", css: css, page: "size: 200pt 120pt")
    #expect(result.texts[0].last == "1/2@160,110")
    #expect(result.texts[1] == ["y@10,10", "y@10,0", "2/2@160,110"])
    #expect(result.summary.passes == 1)
  }

  @Test("the number of another place's page is right")
  func targetCounter() throws {
    let css = "a::after { content: \" \" target-counter(attr(href), page) } p.far { break-before: page }"
    let result = try LaidOut("<p><a href='#x'>see</a></p><p class='far'>b</p><p class='far' id='x'>c</p>", css: css)
    #expect(result.texts[0] == ["see@0,0", " 3@30,0"])
    let missing = try LaidOut("<p><a href='#nowhere'>see</a></p>")
    #expect(missing.codes == ["layout-missing-target"])
  }

  @Test("every page makes progress, whatever is too high for it")
  func tallContent() throws {
    let result = try LaidOut("<p>a</p><p style='line-height: 150pt'>b<br/>c</p><p>d</p>")
    #expect(result.texts.joined().count == 4)
    #expect(result.codes == ["layout-too-tall", "layout-too-tall"])
  }

  @Test("sixteen margin boxes stand around the page area")
  func marginBoxes() throws {
    let names = [
      "top-left-corner", "top-left", "top-center", "top-right", "top-right-corner", "right-top", "right-middle",
      "right-bottom", "bottom-right-corner", "bottom-right", "bottom-center", "bottom-left", "bottom-left-corner",
      "left-bottom", "left-middle", "left-top",
    ]
    let boxes = names.map { "@\($0) { content: \"x\" }" }.joined(separator: " ")
    let result = try LaidOut("<p>a</p>", page: "size: 220pt 120pt; margin: 10pt; \(boxes)")
    let placed = result.pages[0].fragments.filter { $0.kind == .marginBox }
    #expect(placed.count == 16)
    let center = placed.first { $0.marginBox == .topCenter }
    #expect(center.map { $0.origin.x + $0.content.width / 2 } == 110)
    let corner = placed.first { $0.marginBox == .bottomRightCorner }
    #expect(corner.map { [$0.origin.x, $0.origin.y] } == [210, 110])
  }

  @Test(
    "extreme input ends with a page or a diagnostic",
    arguments: [
      ("<p style='font-size: 1e308pt'>x</p>", ["layout-too-tall", "layout-line-overflows"]),
      ("<p style='width: 1e308px; margin-left: -1e300px'>x</p>", []),
      ("<p style='width: calc(1e300px * 1e300)'>x</p>", []),
      ("<p><br/><br/></p>", []),
      ("<p>\(String(repeating: "<br/>", count: 2000))</p>", []),
      ("<p><span style='display: inline-block'></span></p>", []),
      ("<table><tr><td colspan='65534'>x</td><td rowspan='65534'>y</td></tr></table>", ["layout-line-overflows"]),
      ("<div style='height: 1000pt; border: 1pt solid'>x</div><p>y</p>", []),
    ] as [(String, [String])]
  )
  func extremes(body: String, codes: [String]) throws {
    let result = try LaidOut(body)
    #expect(result.pages.isEmpty == false)
    #expect(Set(result.codes).isSubset(of: codes))
  }

  @Test("a page without room is refused")
  func noRoom() throws {
    let result = try LaidOut("<p>x</p>", page: "size: 10pt 10pt; margin: 20pt")
    #expect(result.codes == ["layout-empty-page-area"])
    #expect(result.pages.isEmpty)
  }
}
