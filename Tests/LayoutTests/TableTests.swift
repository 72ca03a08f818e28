import Layout
import Testing

@Suite("Tables")
struct TableTests {
  @Test("fixed layout takes widths from columns, then shares the rest")
  func fixedColumns() throws {
    let result = try LaidOut(
      """
      <table style="width: 200pt; table-layout: fixed"><colgroup><col style="width: 50pt"/><col/><col/></colgroup>
      <tr><td id="a">a</td><td id="b">b</td><td id="c">c</td></tr></table>
      """
    )
    #expect(result.box("a") == "0,0 50×10")
    #expect(result.box("b") == "50,0 75×10")
    #expect(result.box("c") == "125,0 75×10")
    #expect(result.codes == [])
  }

  @Test("automatic layout gives columns what their content needs")
  func autoColumns() throws {
    let result = try LaidOut("<table><tr><td id='a'>aa</td><td id='b'>bbbb</td></tr></table>")
    #expect(result.box("a") == "0,0 20×10")
    #expect(result.box("b") == "20,0 40×10")
  }

  @Test("cells of a row are equally high, and their content stands where vertical-align says")
  func rowHeight() throws {
    let result = try LaidOut(
      """
      <table style="table-layout: fixed; width: 200pt"><tr><td>a<br/>b<br/>c</td><td id="m" style="vertical-align: middle">m</td>
      <td style="vertical-align: bottom">z</td></tr></table>
      """
    )
    #expect(result.texts[0].suffix(2) == ["m@66.67,10", "z@133.33,20"])
    #expect(result.box("m") == "66.67,0 66.67×30")
  }

  @Test("spans take several columns and rows")
  func spans() throws {
    let result = try LaidOut(
      """
      <table style="table-layout: fixed; width: 200pt"><tr><td id="a" colspan="2">a</td><td id="r" rowspan="2">r</td></tr>
      <tr><td>b</td><td id="c">c</td></tr></table>
      """
    )
    #expect(result.box("a") == "0,0 133.33×10")
    #expect(result.box("r") == "133.33,0 66.67×20")
    #expect(result.box("c") == "66.67,10 66.67×10")
  }

  @Test("collapsed borders are shared: the wider wins, and each is drawn once")
  func collapsedBorders() throws {
    let result = try LaidOut(
      """
      <table style="border-collapse: collapse; table-layout: fixed; width: 200pt">
      <tr><td id="a" style="border: 2pt solid">a</td><td id="b" style="border: 4pt solid">b</td></tr></table>
      """
    )
    // Outer halves: 1 at the left, 2 at the right; the table's content is 197 wide, each column 98.5.
    // The row is as high as its higher cell: 2 + 10 + 2.
    #expect(result.box("a") == "1,2 98.5×14")
    #expect(result.box("b") == "99.5,2 98.5×14")
    let page = result.pages[0]
    let table = page.fragments.first { $0.kind == .table }
    #expect(table?.rules.count == 7)  // two pieces above, two below, three upright
  }

  @Test("rows are not split, and the head is repeated")
  func pages() throws {
    let rows = (1...6).map { "<tr><td>\($0)<br/>x</td></tr>" }.joined()
    let result = try LaidOut("<table><thead><tr><td>h</td></tr></thead><tbody>\(rows)</tbody></table>")
    // 10 for the head leaves 90: four rows of 20.
    #expect(result.texts.map(\.count) == [9, 5])
    #expect(result.texts[1].first == "h@0,0")
    #expect(result.pages[1].fragments.first { $0.kind == .rowGroup }?.role == .artifact)
    #expect(result.codes == [])
  }

  @Test("a row that asks to stay with the next one does")
  func keepRows() throws {
    let rows = (1...11).map { "<tr\($0 == 10 ? " style='break-after: avoid'" : "")><td>\($0)</td></tr>" }.joined()
    let result = try LaidOut("<table>\(rows)</table>")
    #expect(result.texts.map(\.count) == [9, 2])
  }

  @Test("a table is centred by auto margins, its caption above it")
  func wrapper() throws {
    let result = try LaidOut(
      "<table id='t' style='margin: 0 auto; width: 100pt'><caption>c</caption><tr><td id='a'>a</td></tr></table>"
    )
    #expect(result.box("t", kind: .tableWrapper) == "50,0 100×20")
    #expect(result.box("a") == "50,10 100×10")
  }

  @Test("parts of a table without a table get one")
  func looseCells() throws {
    let result = try LaidOut(
      "<div style='display: table-cell; width: 50pt'>a</div><div style='display: table-cell'>b</div>"
    )
    #expect(result.texts == [["a@0,0", "b@50,0"]])
  }
}
