import Layout
import Testing

@Suite("Tables over pages")
struct TableBreakTests {
  private func lines(_ count: Int, _ letter: String = "x") -> String {
    Array(repeating: letter, count: count).joined(separator: "<br/>")
  }

  @Test("a row of more than half a page is split, each cell at its own line")
  func splitRow() throws {
    let result = try LaidOut(
      "<p>p</p><p>p</p><table><tr><td id='a'>\(lines(12, "a"))</td><td id='b'>b</td></tr></table>"
    )
    // 20 for the paragraphs; 8 of 12 lines on page 1, 4 on page 2.
    #expect(result.texts.map(\.count) == [2 + 8 + 1, 4])
    #expect(result.box("b") == "10,20 10×80")
    #expect(result.box("a", page: 2) == "0,0 10×40")
    // The cell that has ended stays as an empty box.
    #expect(result.box("b", page: 2) == "10,0 10×40")
    #expect(result.codes == [])
  }

  @Test("a low row moves whole")
  func lowRow() throws {
    let result = try LaidOut(
      "\(String(repeating: "<p>p</p>", count: 8))<table><tr><td>\(lines(4))</td></tr></table>"
    )
    #expect(result.texts.map(\.count) == [8, 4])
  }

  @Test("break-inside: avoid keeps a tall row whole where a page can hold it")
  func avoidRow() throws {
    let row = "<tr style='break-inside: avoid'><td>\(lines(9))</td></tr>"
    let result = try LaidOut("<p>p</p><p>p</p><table>\(row)</table>")
    #expect(result.texts.map(\.count) == [2, 9])
    #expect(result.codes == [])
  }

  @Test("orphans and widows hold in cells")
  func orphans() throws {
    let result = try LaidOut(
      "\(String(repeating: "<p>p</p>", count: 9))<table><tr><td>\(lines(8))</td></tr></table>",
      css: "td { orphans: 2; widows: 2 }"
    )
    // One line would fit on page 1: too few.
    #expect(result.texts.map(\.count) == [9, 8])
  }

  @Test("a row taller than a page fills page after page")
  func tallRow() throws {
    let result = try LaidOut("<table><tr><td>\(lines(25))</td></tr><tr><td id='z'>z</td></tr></table>")
    #expect(result.texts.map(\.count) == [10, 10, 6])
    #expect(result.box("z", page: 3) == "0,50 10×10")
    #expect(result.codes == [])
  }

  @Test("a row's own height goes on where content has ended")
  func tallEmptyRow() throws {
    let result = try LaidOut("<table><tr style='height: 150pt'><td id='a'>a</td></tr></table>")
    #expect(result.box("a") == "0,0 10×100")
    #expect(result.box("a", page: 2) == "0,0 10×50")
  }

  @Test("a cell over several rows goes on with those on the next page")
  func spanOverBreak() throws {
    let rows = (2...14).map { "<tr><td id='r\($0)'>\($0)</td></tr>" }.joined()
    let result = try LaidOut(
      "<table><tr><td id='s' rowspan='14'>\(lines(12, "s"))</td><td>1</td></tr>\(rows)</table>"
    )
    // Rows of 10: ten on page 1 with ten lines of s, four on page 2 with two lines.
    #expect(result.texts.map(\.count) == [20, 6])
    #expect(result.box("s") == "0,0 10×100")
    #expect(result.box("s", page: 2) == "0,0 10×40")
    #expect(result.box("r11", page: 2) == "10,0 20×10")
    #expect(result.codes == [])
  }

  @Test("a few rows tied together by a cell move together")
  func spanMoves() throws {
    let result = try LaidOut(
      """
      \(String(repeating: "<p>p</p>", count: 9))
      <table><tr><td rowspan="2">s</td><td>1</td></tr><tr><td>2</td></tr></table>
      """
    )
    #expect(result.texts.map(\.count) == [9, 3])
  }

  @Test("a forced break inside a cell splits its row")
  func forcedInCell() throws {
    let result = try LaidOut(
      "<table><tr><td><p>a</p><p style='break-before: page'>b</p></td><td>c</td></tr><tr><td>d</td></tr></table>"
    )
    #expect(result.texts.map { $0.map { $0.prefix { $0 != "@" } } } == [["a", "c"], ["b", "d"]])
  }

  @Test("a head higher than a quarter of the page is shown once")
  func highHead() throws {
    let rows = (1...12).map { "<tr><td>\($0)</td></tr>" }.joined()
    let result = try LaidOut("<table><thead><tr><td>\(lines(3, "h"))</td></tr></thead>\(rows)</table>")
    #expect(result.texts.map(\.count) == [10, 5])
  }

  @Test("a head that allows breaks is shown once, and a head taller than a page is split")
  func headOnce() throws {
    let rows = (1...12).map { "<tr><td>\($0)</td></tr>" }.joined()
    let once = try LaidOut("<table><thead style='break-inside: auto'><tr><td>h</td></tr></thead>\(rows)</table>")
    #expect(once.texts.map(\.count) == [10, 3])
    let tall = try LaidOut("<table><thead><tr><td>\(lines(15, "h"))</td></tr></thead><tr><td>a</td></tr></table>")
    #expect(tall.texts.map(\.count) == [10, 6])
    #expect(tall.codes == [])
  }

  @Test("edges of a table and its cells are cut at a break, and kept where they are cloned")
  func decoration() throws {
    let body = "<table id='t'><tr><td id='a'>\(lines(12))</td></tr></table>"
    let css = "table { border: 5pt solid } td { border: 2pt solid; padding: 3pt }"
    let sliced = try LaidOut(body, css: css)
    // 5 + 5 above, room for the table's border below: 8 lines; then 4 lines and 5 below them.
    #expect(sliced.box("a") == "5,5 20×90")
    #expect(sliced.box("a", page: 2) == "5,0 20×45")
    let cloned = try LaidOut(body, css: css + " table, td { box-decoration-break: clone }")
    #expect(cloned.texts.map(\.count) == [8, 4])
    #expect(cloned.box("a", page: 2) == "5,5 20×50")
  }

  @Test("tables inside tables break, six deep")
  func nested() throws {
    var body = lines(30)
    for _ in 1...6 { body = "<table><tr><td>\(body)</td></tr></table>" }
    let result = try LaidOut(body)
    #expect(result.texts.map(\.count) == [10, 10, 10])
    #expect(result.codes == [])
  }

  @Test("a caption that is higher than a page goes on on the next")
  func tallCaption() throws {
    let css = "caption { text-align: left } table { width: 100% }"
    let result = try LaidOut(
      "<p>p</p><table id='t'><caption id='c'>\(lines(14))</caption><tr><td>a</td></tr></table>",
      css: css
    )
    // 10 for the paragraph and 9 lines; 5 lines and the row.
    #expect(result.texts.map(\.count) == [1 + 9, 5 + 1])
    #expect(result.box("c") == "0,10 200×90")
    #expect(result.box("c", page: 2) == "0,0 200×50")
    #expect(result.texts[1].last == "a@0,50")
    let below = "<table><caption style='caption-side: bottom'>\(lines(14))</caption><tr><td>a</td></tr></table>"
    let other = try LaidOut(below, css: css)
    #expect(other.texts.map(\.count) == [1 + 9, 5])
    #expect(result.codes + other.codes == [])
  }

  @Test("a caption stays with the rows beside it where a page can hold them")
  func captionWithRows() throws {
    let css = "caption { text-align: left }"
    let rows = String(repeating: "<tr><td>r</td></tr>", count: 9)
    // 90 and 20 are more than 100: the last row goes with the caption.
    let below = try LaidOut("<table><caption style='caption-side: bottom'>c<br/>c</caption>\(rows)</table>", css: css)
    #expect(below.texts.map(\.count) == [8, 3])
    let paragraphs = String(repeating: "<p>p</p>", count: 8)
    // 80 and 20 leave no room for a row: caption and table move.
    let above = try LaidOut("\(paragraphs)<table><caption>c<br/>c</caption>\(rows)</table>", css: css)
    #expect(above.texts.map(\.count) == [8, 2 + 8, 1])
    let tall = try LaidOut("<table><caption>\(lines(10))</caption>\(rows)</table>", css: css)
    // The caption fills the page: nothing better than to part them.
    #expect(tall.texts.map(\.count) == [10, 9])
    #expect(below.codes + above.codes + tall.codes == [])
  }

  @Test("a note called in a caption stands on the caption's page")
  func captionNotes() throws {
    let css = "i { float: footnote; font-style: normal } ::footnote-call { content: none }"
    let result = try LaidOut("<table><caption>c<i>note</i></caption><tr><td>a</td></tr></table>", css: css)
    #expect(result.texts.map { page in page.count { $0.hasPrefix("note") } } == [1])
  }

  @Test("a break before the first row, or its group, is one before the table; one after the last is one after it")
  func breaksAtEdges() throws {
    let row = "<tr><td>a</td></tr>"
    let forced = "style='break-before: page'"
    for body in ["<tr \(forced)><td>a</td></tr>", "<tbody \(forced)>\(row)</tbody>", "<thead \(forced)>\(row)</thead>"]
    {
      #expect(try LaidOut("<p>p</p><table>\(body)</table><p>q</p>").texts.map(\.count) == [1, 2])
    }
    let last = "<tr style='break-after: page'><td>a</td></tr>"
    #expect(try LaidOut("<p>p</p><table>\(row)\(last)</table><p>q</p>").texts.map(\.count) == [3, 1])
    // The first row may not be parted from what is before the table.
    let kept =
      "\(String(repeating: "<p>p</p>", count: 10))<table><tr style='break-before: avoid'><td>a</td></tr></table>"
    #expect(try LaidOut(kept).texts.map(\.count) == [9, 2])
  }

  @Test("in columns a column break parts rows")
  func columnBreaks() throws {
    let body = """
      <div style='columns: 2; column-gap: 0; column-fill: auto; height: 50pt'>
      <table><tr><td>a</td></tr><tr style='break-before: column'><td>b</td></tr></table></div>
      """
    #expect(try LaidOut(body).texts == [["a@0,0", "b@100,0"]])
  }

  @Test("a head is repeated in columns where it is no higher than a quarter of them")
  func headInColumns() throws {
    let rows = String(repeating: "<tr><td>r</td></tr>", count: 5)
    let body = """
      <div style='columns: 2; column-gap: 0; column-fill: auto; height: 30pt'>
      <table><thead><tr><td>h</td></tr></thead>\(rows)</table></div>
      """
    // 10 are more than 30 / 4: the head stands in the first column only.
    #expect(try LaidOut(body).texts[0].count { $0.hasPrefix("h") } == 1)
  }

  @Test("a piece that goes on has no border at its end, and rows take its place")
  func slicedEnd() throws {
    let css = "table { border: 5pt solid; padding: 3pt; border-collapse: separate }"
    let result = try LaidOut("<table id='t'>\(String(repeating: "<tr><td>r</td></tr>", count: 15))</table>", css: css)
    // 8 and 9 rows of 10 fill 98 of 100; 6 rows and 8.
    #expect(result.texts.map(\.count) == [9, 6])
    #expect(result.box("t", kind: .table) == "0,0 26×98")
    #expect(result.box("t", page: 2, kind: .table) == "0,0 26×68")
    // 8, 9 rows and 8 are too high: the last row needs the border below it.
    let last = try LaidOut("<table>\(String(repeating: "<tr><td>r</td></tr>", count: 9))</table>", css: css)
    #expect(last.texts.map(\.count) == [8, 1])
  }

  @Test("a piece that goes on from an earlier one has no space above its first row")
  func slicedSpacing() throws {
    let rows = String(repeating: "<tr><td>r</td></tr>", count: 10)
    let result = try LaidOut("<table>\(rows)</table>", css: "table { border-spacing: 4pt }")
    // 4 + 6 rows of 14 = 88; then 14, 28 ...
    #expect(result.texts.map(\.count) == [6, 4])
    #expect(result.texts[1].prefix(2) == ["r@4,0", "r@4,14"])
  }

  @Test("borders of more edges than memory should hold do not collapse")
  func tooManyEdges() throws {
    let row = "<tr>\(String(repeating: "<td/>", count: 3000))</tr>"
    let rows = String(repeating: "<tr><td/></tr>", count: 3000)
    let result = try LaidOut("<table style='border-collapse: collapse'>\(row)\(rows)</table>")
    // 3,000 x 3,001 edges.
    #expect(result.codes == ["layout-borders-not-collapsed"])
  }
}
