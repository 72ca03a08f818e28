import Layout
import Testing

@Suite("Cells aligned at a character")
struct MarkAlignmentTests {
  private func texts(_ rows: [String], table: String = "", css: String = "", page: String = "400pt 100pt") throws
    -> [[String]]
  {
    let cells = rows.map { "<tr><td>\($0)</td></tr>" }.joined()
    let result = try LaidOut(
      "<table style=\"\(table)\">\(cells)</table>",
      css: "td { text-align: ',' } \(css)",
      page: "size: \(page); margin: 0"
    )
    #expect(result.codes == [])
    return result.texts
  }

  @Test(
    "the group stands where the keyword says, marks below each other",
    arguments: [
      // 5 letters before the widest mark, 3 from the widest mark on: a column of 80. A number without mark ends at 50.
      ("", "','", ["1.234,5@0,0", "95@30,10", "0,25@40,20"]),
      // 40 more: at the start by `end`, the default.
      ("width: 120pt", "','", ["1.234,5@40,0", "95@70,10", "0,25@80,20"]),
      ("width: 120pt", "',' start", ["1.234,5@0,0", "95@30,10", "0,25@40,20"]),
      ("width: 120pt", "center ','", ["1.234,5@20,0", "95@50,10", "0,25@60,20"]),
      ("width: 120pt; table-layout: fixed", "',' end", ["1.234,5@40,0", "95@70,10", "0,25@80,20"]),
    ] as [(String, String, [String])]
  )
  func keywords(table: String, align: String, expected: [String]) throws {
    let rows = ["1.234,5", "95", "0,25"]
    #expect(try texts(rows, table: table, css: "td { text-align: \(align) }") == [expected])
  }

  @Test("edges of cells and of blocks in them count")
  func edges() throws {
    // 10 + 30 before the mark of the first, 20 from it on; 10 + 20 from it on in the second: a column of 70.
    let rows = ["<p style='margin-left: 10pt'>123,4</p>", "<p style='padding-right: 10pt'>1,2</p>", "<b>12</b>,3"]
    #expect(try texts(rows, css: "b { font: inherit }") == [["123,4@10,0", "1,2@30,10", "12@20,20", ",3@40,20"]])
  }

  @Test("rows on all pages are aligned alike")
  func pages() throws {
    // 40 before the mark in the last row, 20 from it on in the first.
    let pages = try texts(["1,5", "22", "3", "4444"], page: "100pt 20pt")
    #expect(pages == [["1,5@30,0", "22@20,10"], ["3@30,0", "4444@0,10"]])
  }

  @Test("a cell that can be broken does not hold the column open")
  func broken() throws {
    // 10 before the rigid mark and 20 from it on: 30 of 60 are left, the mark stands at 40. Lines of text end there.
    #expect(try texts(["1,5", "aaa bbb"], table: "width: 60pt") == [["1,5@30,0", "aaa@10,10", "bbb@10,20"]])
    // Unbroken, 70 before the mark.
    #expect(try texts(["1,5", "aaa bbb"]) == [["1,5@60,0", "aaa bbb@0,10"]])
  }

  @Test("in a column too narrow for all of it, lines stay in their cells")
  func narrow() throws {
    // 30 before and 40 from the mark on, but 60 wide: the second can move by 10 only.
    let rows = ["123,4", "1,234"]
    #expect(try texts(rows, table: "width: 60pt; table-layout: fixed") == [["123,4@0,0", "1,234@10,10"]])
  }

  @Test("cells over several columns, and blocks outside tables, take the keyword")
  func keywordAlone() throws {
    let source = """
      <table style="text-align: ','"><tr><td colspan="2">1,2</td></tr><tr><td>aaaa</td><td>1,5</td></tr></table>
      <p style="text-align: ','">9,5</p><p style="text-align: center ','">9,5</p>
      """
    let result = try LaidOut(source, css: "td { text-align: inherit }")
    #expect(result.codes == [])
    // 40 + 30 wide; 200 for the blocks.
    #expect(result.texts == [["1,2@40,0", "aaaa@0,10", "1,5@40,10", "9,5@170,20", "9,5@85,30"]])
  }
}
