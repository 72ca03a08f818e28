import Geometry
import Layout
import Testing

/// Pages of 200 by 100 pt: ten lines of letters 10 pt high.
@Suite("Columns")
struct ColumnTests {
  private func lines(_ count: Int, _ letter: String = "a") -> String {
    Array(repeating: letter, count: count).joined(separator: "<br/>")
  }

  /// The places of the columns on a page, as "x,y width×height".
  private func columns(_ result: LaidOut, page number: Int = 1) -> [String] {
    result.pages[number - 1].fragments.filter { $0.kind == .column }.map { fragment in
      let box = fragment.borderBox
      return "\(short(box.left)),\(short(box.top)) \(short(box.size.width))×\(short(box.size.height))"
    }
  }

  @Test(
    "count and width of columns follow from each other",
    arguments: [
      // (200 - 20) / 2
      ("column-count: 2; column-gap: 20pt", "0,0 90×10", "110,0 90×10"),
      // The gap is 1em: (200 + 10) / (55 + 10) = 3.2; 210 / 3 - 10.
      ("column-width: 55pt", "0,0 60×10", "70,0 60×10"),
      // Three would fit; two are asked for.
      ("columns: 55pt 2; column-gap: 0", "0,0 100×10", "100,0 100×10"),
      // Four are asked for; (200 + 10) / (90 + 10) = 2.1.
      ("columns: 4 90pt", "0,0 95×10", "105,0 95×10"),
      ("columns: 2; column-gap: 10%", "0,0 90×10", "110,0 90×10"),
    ]
  )
  func grid(style: String, first: String, second: String) throws {
    let result = try LaidOut("<div style='\(style)'>\(lines(2))</div>")
    #expect(Array(columns(result).prefix(2)) == [first, second])
    #expect(result.codes == [])
  }

  @Test("content is balanced: the columns are as low as they can be")
  func balanced() throws {
    // 7 lines in 3 columns: 3 + 3 + 1.
    let result = try LaidOut("<div id='c' style='columns: 3; column-gap: 10pt'>\(lines(7))</div><p id='p'>p</p>")
    #expect(columns(result) == ["0,0 60×30", "70,0 60×30", "140,0 60×30"])
    #expect(result.box("c") == "0,0 200×30")
    #expect(result.box("p") == "0,30 200×10")
    // What may not be broken decides: 40, then 10 + 20.
    let blocks = [40, 10, 20].map { "<div style='height: \($0)pt; break-inside: avoid'></div>" }.joined()
    let whole = try LaidOut("<div id='c' style='columns: 2'>\(blocks)</div>")
    #expect(whole.box("c") == "0,0 200×40")
    #expect(result.codes == [])
  }

  @Test("column-fill: auto fills one column after the other, and more beside them where the height is not enough")
  func sequential() throws {
    let filled = try LaidOut(
      "<div id='c' style='columns: 2; column-gap: 0; column-fill: auto; height: 50pt'>\(lines(6))</div>"
    )
    #expect(columns(filled) == ["0,0 100×50", "100,0 100×50"])
    #expect(filled.texts[0].last == "a@100,0")
    let overflowing = try LaidOut("<div style='columns: 2; column-gap: 0; height: 20pt'>\(lines(6))</div>")
    #expect(columns(overflowing) == ["0,0 100×20", "100,0 100×20", "200,0 100×20"])
    let single = try LaidOut("<div style='columns: 2; column-fill: auto; column-gap: 0'>\(lines(6))</div>")
    // The page ends it: ten lines fit the first column.
    #expect(columns(single) == ["0,0 100×60"])
  }

  @Test("columns go on on the next page, and the last page is balanced")
  func pages() throws {
    let result = try LaidOut("<p>p</p><div id='c' style='columns: 2; column-gap: 0'>\(lines(24))</div><p id='q'>q</p>")
    // 9 + 9 lines below the first one, then 3 + 3.
    #expect(columns(result) == ["0,10 100×90", "100,10 100×90"])
    #expect(columns(result, page: 2) == ["0,0 100×30", "100,0 100×30"])
    #expect(result.box("q", page: 2) == "0,30 200×10")
    #expect(result.texts.map(\.count) == [19, 7])
    #expect(result.codes == [])
  }

  @Test("a spanning box ends the columns above it, which are balanced, and begins new ones")
  func spanners() throws {
    let body = """
      <div id='c' style='columns: 2; column-gap: 0'>\(lines(4))<h1 id='h' style='column-span: all; margin: 5pt 0'>h</h1>
      <div id='d'>\(lines(2, "b"))<h2 id='i' style='column-span: all'>i</h2>\(lines(2, "c"))</div></div>
      """
    let result = try LaidOut(body)
    // 20, margin 5, 10, margin 5, 10, the second heading 10, 10.
    #expect(result.box("h") == "0,25 200×10")
    #expect(result.box("i") == "0,50 200×10")
    #expect(result.box("c") == "0,0 200×70")
    #expect(
      columns(result) == [
        "0,0 100×20", "100,0 100×20", "0,40 100×10", "100,40 100×10", "0,60 100×10", "100,60 100×10",
      ]
    )
    #expect(result.texts[0].filter { $0.hasPrefix("c") } == ["c@0,60", "c@100,60"])
    #expect(result.codes == [])
  }

  @Test("floats and positioned boxes after a spanning box are placed, also where nothing else follows")
  func outOfFlowAfterSpanner() throws {
    let float = """
      <div style='columns: 2; column-gap: 0'><p>a</p><h1 style='column-span: all'>h</h1>\
      <div style='float: left'>f</div></div><p>e</p>
      """
    // 10, the heading 10, the float 10: columns are formatting contexts that hold their floats.
    #expect(try LaidOut(float).texts == [["a@0,0", "h@0,10", "f@0,20", "e@0,30"]])
    let positioned = """
      <div style='columns: 2; column-gap: 0'><p>a</p><h1 style='column-span: all; margin: 5pt 0'>h</h1>\
      <div style='position: absolute'>f</div>\
      <h2 style='column-span: all; margin: 5pt 0'>i</h2></div>
      """
    // 10, margin 5, 10, margins of 5 and 5 collapsed: the place between them has no height.
    #expect(try LaidOut(positioned).texts == [["a@0,0", "h@0,15", "f@0,30", "i@0,30"]])
  }

  @Test("a spanning box inside a formatting context of its own does not span")
  func noSpanner() throws {
    let body =
      "<div style='columns: 2; column-gap: 0'><div style='overflow: hidden'>a<h1 id='h' style='column-span: all'>h</h1></div></div>"
    let result = try LaidOut(body)
    #expect(result.box("h") == "100,0 100×10")
  }

  @Test("breaks of columns and pages are told apart")
  func breaks() throws {
    let column = "<div style='columns: 3; column-gap: 0'><p>a</p><p style='break-before: column'>b</p><p>c</p></div>"
    #expect(try LaidOut(column).texts == [["a@0,0", "b@66.67,0", "c@133.33,0"]])
    let page = "<div style='columns: 2; column-gap: 0'><p>a</p><p style='break-before: page'>b</p><p>c</p></div>"
    #expect(try LaidOut(page).texts == [["a@0,0"], ["b@0,0", "c@100,0"]])
    let outside = "<p>a</p><p style='break-before: column'>b</p>"
    #expect(try LaidOut(outside).texts == [["a@0,0", "b@0,10"]])
    let avoid =
      "<div style='columns: 2; column-gap: 0'><p>\(lines(3))</p><p style='break-before: avoid-column'>b</p></div>"
    // The third line keeps no one company: break-inside is free, so 2 + 2.
    #expect(try LaidOut(avoid).texts == [["a@0,0", "a@0,10", "a@100,0", "b@100,10"]])
  }

  @Test("widows and orphans hold in columns")
  func widows() throws {
    let body =
      "<div style='columns: 2; column-gap: 0; orphans: 2; widows: 2'><p>\(lines(3))</p><p>\(lines(3, "b"))</p></div>"
    #expect(try LaidOut(body).texts[0] == ["a@0,0", "a@0,10", "a@0,20", "b@100,0", "b@100,10", "b@100,20"])
  }

  @Test("rules stand between columns that have content")
  func rules() throws {
    let style = "columns: 3; column-gap: 10pt; column-rule: 2pt solid black"
    let result = try LaidOut("<div id='c' style='\(style)'>\(lines(2))</div>")
    let fragment = try #require(result.pages[0].fragments.first { !$0.rules.isEmpty })
    #expect(fragment.kind == .block)
    // 60 + 5 - 1
    let rule = result.pages[0].boxPaints[Int(fragment.rules.lowerBound)].box
    #expect(
      "\(short(rule.left)),\(short(rule.top)) \(short(rule.size.width))×\(short(rule.size.height))" == "64,0 2×10"
    )
    #expect(fragment.rules.count == 1)
  }

  @Test("columns nest")
  func nested() throws {
    let body = "<div style='columns: 2; column-gap: 0'><div style='columns: 2; column-gap: 0'>\(lines(8))</div></div>"
    let result = try LaidOut(body)
    #expect(result.texts[0].count == 8)
    #expect(result.texts[0].last == "a@150,10")
    #expect(result.codes == [])
  }

  @Test("odd numbers of columns end with pages")
  func robust() throws {
    for style in [
      "columns: 10000", "column-width: 1e-9pt; column-gap: 0", "columns: 3; height: 0", "columns: 2; width: 0",
    ] {
      let result = try LaidOut("<div style='\(style)'>\(lines(30))</div>")
      #expect(result.texts.joined().count == 30)
    }
    let breaks = "<p>a</p>" + String(repeating: "<p style='break-before: column'>a</p>", count: 9)
    let result = try LaidOut("<div style='columns: 2'>\(breaks)</div>")
    #expect(result.texts.map(\.count) == [2, 2, 2, 2, 2])
  }
}
