import Layout
import Markup
import Testing

@Suite("Heights in tables")
struct TableHeightTests {
  @Test("a table's height goes to rows that have none of their own")
  func tableHeight() throws {
    let result = try LaidOut(
      "<table style='height: 90pt'><tr><td id='a'>a</td></tr><tr style='height: 30pt'><td id='b'>b</td></tr></table>"
    )
    // 90 - 10 - 30 = 50 more for the first row.
    #expect(result.box("a") == "0,0 10×60")
    #expect(result.box("b") == "0,60 10×30")
    #expect(result.codes == [])
  }

  @Test("rows with heights in percent of the table's get them")
  func percentRows() throws {
    let result = try LaidOut(
      """
      <table style="height: 80pt"><tr style="height: 75%"><td id="a">a</td></tr><tr><td id="b">b</td></tr></table>
      """
    )
    #expect(result.box("a") == "0,0 10×60")
    #expect(result.box("b") == "0,60 10×20")
  }

  @Test("a cell over two rows widens those without a height")
  func rowSpan() throws {
    let result = try LaidOut(
      """
      <table><tr><td id="r" rowspan="2">r<br/>r<br/>r<br/>r</td><td id="a" style="height: 10pt">a</td></tr>
      <tr><td id="b">b</td></tr></table>
      """
    )
    // 40 - 10 - 10 = 20 for the second row.
    #expect(result.box("r") == "0,0 10×40")
    #expect(result.box("a") == "10,0 10×10")
    #expect(result.box("b") == "10,10 10×30")
  }

  @Test("baselines of a row's cells are level, a cell over several rows included")
  func baselines() throws {
    let result = try LaidOut(
      """
      <table><tr><td style="vertical-align: baseline; padding-top: 7pt" rowspan="2">a</td>
      <td style="vertical-align: baseline">b</td></tr><tr><td>c</td></tr></table>
      """
    )
    // b stands 7 lower, so the first row is 17 high.
    #expect(result.texts == [["a@0,7", "b@10,7", "c@10,17"]])
  }

  @Test("a rowspan of 0 reaches to the end of its group")
  func rowSpanZero() throws {
    let result = try LaidOut(
      """
      <table><tbody><tr><td id="r" rowspan="0">r</td><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr></tbody>
      <tbody><tr><td id="d">d</td></tr></tbody></table>
      """
    )
    #expect(result.box("r") == "0,0 10×30")
    #expect(result.box("d") == "0,30 10×10")
  }

  @Test("a child's height in percent is that of a cell whose height is specified")
  func percentChild() throws {
    let result = try LaidOut(
      "<table><tr><td style='height: 40pt'><div id='d' style='height: 50%'>d</div></td></tr></table>"
    )
    #expect(result.box("d") == "0,0 10×20")
  }

  @Test("an inline table stands on the baseline of its first row")
  func inlineTable() throws {
    let result = try LaidOut(
      "<p>x<span style='display: inline-table'><span style='display: table-row'>a</span>"
        + "<span style='display: table-row'>b</span></span></p>"
    )
    #expect(result.texts == [["x@0,0", "a@10,0", "b@10,10"]])
  }

  @Test("cells in an inline box make an inline table")
  func looseInline() throws {
    let result = try LaidOut("<p>x<b><span style='display: table-cell'>a</span></b>y</p>")
    #expect(result.texts == [["x@0,0", "a@10,0", "y@20,0"]])
  }

  @Test("white space between inline content of a row stays, beside cells it goes")
  func whiteSpace() throws {
    let result = try LaidOut(
      "<div style='display: table-row'> <i>a</i> <i>b</i> <div style='display: table-cell'>c</div> </div>",
      css: "i { font-style: normal }"
    )
    #expect(result.texts == [["a@0,0", " @10,0", "b@20,0", "c@30,0"]])
  }

  @Test("a cell over several rows makes them as high as its height asks for")
  func spanningHeight() throws {
    let rows =
      "<tr><td id='a' rowspan='2' style='height: 70pt'>a</td><td style='height: 20pt'>b</td></tr><tr id='r'><td>c</td></tr>"
    let result = try LaidOut("<table>\(rows)</table>")
    #expect(result.box("a") == "0,0 10×70")
    // The first row has a height of its own: the second takes the 50 that are left.
    #expect(result.box("r") == "0,20 20×50")
  }

  @Test("a table that is a flex item is as wide and as high as its container makes it, captions included")
  func flexItem() throws {
    let table = "<table id='t' style='flex: 1'><caption>c</caption><tr><td id='a'>aa</td></tr></table>"
    let result = try LaidOut("<div style='display: flex; height: 50pt'>\(table)<p>xx</p></div>")
    #expect(result.box("t", kind: .tableWrapper) == "0,0 180×50")
    // 10 for the caption.
    #expect(result.box("t", kind: .table) == "0,10 180×40")
    #expect(result.box("a") == "0,10 180×40")
  }

  @Test("empty-cells: hide hides cells without content, and takes the height of rows that hold no others")
  func emptyCells() throws {
    let css =
      "table { border-spacing: 4pt; empty-cells: hide } td { border: 1pt solid; background: #ccc; padding: 2pt }"
    let rows =
      "<tr><td id='a'/><td id='b'> </td><td id='c'><span/></td></tr><tr id='r'><td/><td/><td> </td></tr><tr id='s'><td>x</td></tr>"
    let result = try LaidOut("<table>\(rows)</table>", css: css)
    let painted = ["a", "b", "c"].map { id in
      result.pages[0].fragments.contains { fragment in
        fragment.kind == .cell && fragment.paint >= 0
          && result.tree.attribute("id", of: NodeID(index: fragment.node)) == id
      }
    }
    // An empty element is something.
    #expect(painted == [false, false, true])
    // Columns of 16, 6 and 6. 4 of space and 6 of the first row's edges; no height, and space on one side only.
    #expect(result.box("r") == "4,14 36×0")
    #expect(result.box("s") == "4,14 36×16")
  }
}
