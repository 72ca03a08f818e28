import Layout
import Testing

@Suite("Sizes of tables in their surroundings")
struct TableSizeTests {
  @Test("a row group's height goes to its rows that have none of their own")
  func groupHeight() throws {
    let result = try LaidOut(
      """
      <table><tbody id="g" style="height: 60pt"><tr><td id="a">a</td></tr><tr style="height: 20pt"><td id="b">b</td></tr>
      </tbody><tbody><tr><td id="c">c</td></tr></tbody></table>
      """
    )
    // 60 - 10 - 20 = 30 more for the first row.
    #expect(result.box("g") == "0,0 10×60")
    #expect(result.box("a") == "0,0 10×40")
    #expect(result.box("b") == "0,40 10×20")
    #expect(result.box("c") == "0,60 10×10")
    // In percent of a table of 80: 40, of which 30 are shared; 80 - 40 - 10 = 30 more for the row outside.
    let percent = try LaidOut(
      """
      <table style="height: 80pt"><tbody style="height: 50%"><tr><td id="a">a</td></tr></tbody>
      <tbody><tr><td id="c">c</td></tr></tbody></table>
      """
    )
    #expect(percent.box("a") == "0,0 10×40")
    #expect(percent.box("c") == "0,40 10×40")
  }

  @Test("collapsed rows and columns leave all else as it was")
  func collapsed() throws {
    let rows = try LaidOut(
      """
      <table id="t" style="height: 90pt"><tr><td id="a">a</td></tr><tr style="visibility: collapse"><td>b</td></tr>
      <tr><td id="c">c</td></tr></table>
      """
    )
    // Three rows of 30, one of them taken out.
    #expect(rows.box("a") == "0,0 10×30")
    #expect(rows.box("c") == "0,30 10×30")
    #expect(rows.box("t", kind: .table) == "0,0 10×60")
    // The hidden cell makes its row 20 high; the cell below holds its five letters on one line, of which 25 pt show.
    let columns = try LaidOut(
      """
      <table><col/><col style="visibility: collapse"/><tr><td id="a">aa</td><td>b<br/>b</td></tr>
      <tr><td id="w" colspan="2">cc cc</td></tr></table>
      """
    )
    #expect(columns.box("a") == "0,0 33.33×20")
    #expect(columns.box("w") == "0,20 33.33×10")
    #expect(columns.pages[0].effects.contains { $0.clip != nil })
    #expect(rows.codes + columns.codes == [])
  }

  @Test("percentages in a cell refer to a height that it has, and to none where it has none")
  func percentages() throws {
    let result = try LaidOut(
      """
      <table style="height: 60pt"><tr><td><div id="a" style="max-height: 25%; overflow: hidden">a<br/>a</div></td>
      <td><div id="b" style="position: relative; top: 50%">b</div></td></tr></table>
      <table><tr><td style="height: 50%"><div id="c" style="position: relative; top: 50%">c</div></td></tr></table>
      """
    )
    // 60 / 4, 60 / 2; the last cell's height is automatic.
    #expect(result.box("a") == "0,0 10×15")
    #expect(result.box("b") == "10,30 10×10")
    #expect(result.box("c") == "0,60 10×10")
  }

  @Test("auto margins of a floating table are 0, and a table beside a float takes all the room there")
  func floats() throws {
    let result = try LaidOut(
      """
      <table id="f" style="float: left; margin: 0 auto; width: 100pt"><tr><td>f</td></tr></table>
      <table id="t" style="margin-left: 40pt"><tr><td>aaaa bbbb cccc</td></tr></table>
      """
    )
    // Two words and a space are 90 wide; the margin lies under the float.
    #expect(result.box("f", kind: .table) == "0,0 100×10")
    #expect(result.box("t", kind: .table) == "100,0 100×20")
  }

  @Test("widths and margins of a positioned table refer to its containing block")
  func positioned() throws {
    let css = "#c { position: relative; width: 60pt; height: 50pt } table { position: absolute; margin: 10pt }"
    let full = try LaidOut("<div id='c'><table id='t' style='width: 100%'><tr><td>a</td></tr></table></div>", css: css)
    #expect(full.box("t", kind: .table) == "10,10 60×10")
    // 60 - 20 for three letters, and three more on the next line.
    let auto = try LaidOut("<div id='c'><table id='t'><tr><td>aaa bbb</td></tr></table></div>", css: css)
    #expect(auto.box("t", kind: .table) == "10,10 40×20")
  }

  @Test("a box around a table takes its keyword's width, and that of its columns for one in percent")
  func contributions() throws {
    let keyword = try LaidOut(
      "<div id='f' style='float: left'><table style='width: min-content'><tr><td>aa b</td></tr></table></div>"
    )
    #expect(keyword.box("f") == "0,0 20×20")
    let fixed = try LaidOut(
      """
      <div id="f" style="float: left"><table style="table-layout: fixed; width: 100%"><tr><td id="a">aa</td>
      <td>bb bb</td></tr></table></div>
      """
    )
    // 20 + 50, in two equal columns: the second breaks its line.
    #expect(fixed.box("f") == "0,0 70×20")
    #expect(fixed.box("a") == "0,0 35×20")
  }
}
