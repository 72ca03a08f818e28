import Layout
import Testing

@Suite("Columns of tables")
struct TableColumnTests {
  private func columns(_ table: String, css: String = "") throws -> [String] {
    let result = try LaidOut(table, css: css, page: "size: 400pt 100pt; margin: 0")
    #expect(result.codes == [])
    return ["a", "b", "c"].map { result.box($0) }
  }

  @Test(
    "widths are shared out between the sizing guesses of CSS Tables 3",
    arguments: [
      // Sum of min-content 30, of max-content 80: 45 lies 15 of 50 on the way; 10 + 0.3 × 20, 20 + 0.3 × 30.
      ("width: 45pt", "", "a a", "", "bb bb", "0,0 16×20", "16,0 29×20"),
      // 100 more than 30 + 50 = 80: unconstrained columns take it all in proportion to their max-content.
      ("width: 180pt", "", "a a", "", "bb bb", "0,0 67.5×10", "67.5,0 112.5×10"),
      // A column with a width keeps it, the other takes the rest.
      ("width: 180pt", "width: 50pt", "a", "", "b", "0,0 50×10", "50,0 130×10"),
      // 25 % of 200, then the rest.
      ("width: 200pt", "width: 25%", "a", "", "b", "0,0 50×10", "50,0 150×10"),
      // 10 % of 100 is less than its content of 40.
      ("width: 100pt", "width: 10%", "aaaa", "", "b", "0,0 40×10", "40,0 60×10"),
      // 80 % and 40 %: the second has what is left of 100 %, 20 %.
      ("width: 100pt", "width: 80%", "a", "width: 40%", "b", "0,0 80×10", "80,0 20×10"),
      // Two constrained columns share the excess of 60 in proportion to their widths.
      ("width: 120pt", "width: 20pt", "a", "width: 40pt", "b", "0,0 40×10", "40,0 80×10"),
      // A specified width does not make a cell's least width: 40 + 10 fits in 50.
      ("width: 50pt", "width: 100pt", "aaaa", "", "b", "0,0 40×10", "40,0 10×10"),
      // A table is never narrower than its columns can be.
      ("width: 20pt", "", "aaaa", "", "b", "0,0 40×10", "40,0 10×10"),
      // max-width caps what a column asks for: 30 + 10 in an auto table.
      ("", "max-width: 30pt", "aaa aaa", "", "b", "0,0 30×20", "30,0 10×20"),
      // min-width floors it.
      ("", "min-width: 50pt", "a", "", "b", "0,0 50×10", "50,0 10×10"),
      // An auto table is wide enough for 20 % to hold 40: 200, the other column 160.
      ("", "width: 20%", "aaaa", "", "b", "0,0 40×10", "40,0 160×10"),
    ] as [(String, String, String, String, String, String, String)]
  )
  func automatic(
    table: String,
    first: String,
    firstText: String,
    second: String,
    secondText: String,
    a: String,
    b: String
  ) throws {
    let source = """
      <table style="\(table)"><tr><td id="a" style="\(first)">\(firstText)</td>
      <td id="b" style="\(second)">\(secondText)</td></tr></table>
      """
    #expect(try Array(columns(source).prefix(2)) == [a, b])
  }

  @Test("a cell over two columns widens them in proportion to what they want")
  func spanning() throws {
    let source = """
      <table><tr><td id="a">a</td><td id="b">bb</td></tr><tr><td id="c" colspan="2">cccccc</td></tr></table>
      """
    // 60 for 10 + 20: 30 more, a third of it for a.
    #expect(try columns(source) == ["0,0 20×10", "20,0 40×10", "0,10 60×10"])
  }

  @Test("a column with a width of its own is not widened by a cell over it and another")
  func spanningConstrained() throws {
    let source = """
      <table><tr><td id="a" style="width: 10pt">a</td><td id="b">bb</td></tr>
      <tr><td id="c" colspan="2">cccccc</td></tr></table>
      """
    #expect(try columns(source) == ["0,0 10×10", "10,0 50×10", "0,10 60×10"])
  }

  @Test("columns that only wide cells reach are one")
  func phantomColumns() throws {
    let source = """
      <table style="border-spacing: 5pt"><tr><td id="a" colspan="65534">a</td></tr>
      <tr><td id="b">b</td><td id="c">c</td></tr></table>
      """
    // Three columns, not 1,000, the last one empty: 10 + 5 + 10 + 5 + 0.
    #expect(try columns(source) == ["5,5 30×10", "5,20 10×10", "20,20 10×10"])
  }

  @Test("colgroup and col give widths, borders spacing counts between columns")
  func groups() throws {
    let source = """
      <table style="border-spacing: 2pt 4pt"><colgroup style="width: 30pt"><col/><col style="width: 50pt"/></colgroup>
      <tr><td id="a">a</td><td id="b">b</td><td id="c">c</td></tr></table>
      """
    #expect(try columns(source) == ["2,4 30×10", "34,4 50×10", "86,4 10×10"])
  }

  @Test("a span in the first row of a fixed table is shared by its columns")
  func fixedSpan() throws {
    let source = """
      <table style="table-layout: fixed; width: 200pt; border-spacing: 10pt">
      <tr><td id="a" colspan="2" style="width: 70pt">a</td><td id="b">b</td></tr><tr><td id="c">c</td></tr></table>
      """
    // (70 - 10) / 2 = 30 each; the third has 200 - 40 - 60 = 100.
    #expect(try columns(source) == ["10,10 70×10", "90,10 100×10", "10,30 30×10"])
  }

  @Test("a fixed table without a width is an automatic one")
  func fixedAuto() throws {
    let source = "<table style='table-layout: fixed'><tr><td id='a'>aaaa</td><td id='b'>b</td></tr></table>"
    #expect(try Array(columns(source).prefix(2)) == ["0,0 40×10", "40,0 10×10"])
  }

  @Test("percentages of a fixed table that ask for too much share what there is")
  func fixedPercentages() throws {
    let source = """
      <table style="table-layout: fixed; width: 100pt"><tr><td id="a" style="width: 90%">a</td>
      <td id="b" style="width: 60%">b</td></tr></table>
      """
    #expect(try Array(columns(source).prefix(2)) == ["0,0 60×10", "60,0 40×10"])
  }

  @Test("a caption makes its table as wide as its longest word")
  func captionMinimum() throws {
    let result = try LaidOut("<table id='t'><caption>cccc cc</caption><tr><td id='a'>a</td></tr></table>")
    #expect(result.box("t", kind: .tableWrapper) == "0,0 40×30")
    #expect(result.box("a") == "0,20 40×10")
  }

  @Test("collapsed columns and rows take no room")
  func collapsedTracks() throws {
    let source = """
      <table style="border-spacing: 5pt" id="t"><col/><col style="visibility: collapse"/>
      <tr><td id="a">a</td><td>xxx</td><td id="b">b</td></tr>
      <tr style="visibility: collapse"><td>y</td></tr><tr><td id="c">c</td></tr></table>
      """
    #expect(try columns(source) == ["5,5 10×10", "20,5 10×10", "5,20 10×10"])
  }
}
