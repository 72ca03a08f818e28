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
}
