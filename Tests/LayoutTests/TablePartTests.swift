import Layout
import Styles
import Testing

/// Boxes that a table is made of, whatever elements they come from (CSS 2.2, 17.2.1).
@Suite("Table parts")
struct TablePartTests {
  /// The kinds of a page's fragments from the first one on that is inside `body`, lines left out.
  private func kinds(_ body: String, css: String = "") throws -> [String] {
    let result = try LaidOut(body, css: css)
    #expect(result.codes == [])
    return result.pages[0].fragments.dropFirst(2).filter { $0.kind != .line }.map(\.kind.rawValue)
  }

  private static let table = ["table-wrapper", "table", "row", "cell", "text"]

  @Test(
    "parts without the boxes that they need around them get anonymous ones",
    arguments: [
      "<div style='display: table-row-group'>a</div>", "<div style='display: table-row'>a</div>",
      "<div style='display: table-cell'>a</div>", "<div style='display: table'>a</div>",
    ]
  )
  func looseParts(body: String) throws {
    var expected = Self.table
    // A group is a box of its own; anonymous ones are made for rows only where they have to be.
    if body.contains("row-group") { expected.insert("row-group", at: 2) }
    #expect(try kinds(body) == expected)
  }

  @Test("parts that follow each other share one anonymous table, white space between them left out")
  func neighbours() throws {
    let result = try LaidOut(
      "<div style='display: table-cell'>a</div> <div style='display: table-cell'>b</div>c<div style='display: table-row'>d</div>"
    )
    #expect(result.texts == [["a@0,0", "b@10,0", "c@0,10", "d@0,20"]])
  }

  @Test("white space after a loose part counts before text")
  func spaceAfterPart() throws {
    let result = try LaidOut(
      "<p><span>x<b style='display: table-cell; font: inherit'>a</b> <i style='font: inherit'>b</i></span></p>"
    )
    // The inline table stands from 10 to 20, the space up to 30.
    #expect(result.texts[0].map { $0.filter { $0 != " " } } == ["x@0,0", "a@10,0", "@20,0", "b@30,0"])
  }

  @Test("generated content may be a table, or a part of one")
  func pseudoElements() throws {
    let wrapped = try kinds("<div id='d'>x</div>", css: "#d::before { content: 'AB'; display: table; }")
    #expect(wrapped == ["block"] + Self.table + ["block", "text"])
    let row = "<table><tr><td>x</td></tr></table>"
    let css = "tr::before { content: 'A'; display: table-cell } tr::after { content: 'B'; display: table-cell }"
    let result = try LaidOut(row, css: css)
    #expect(result.texts == [["A@0,0", "x@10,0", "B@20,0"]])
    #expect(
      result.pages[0].fragments.filter { $0.kind == .cell }.map { $0.pseudo?.rawValue ?? "" } == [
        "before", "", "after",
      ]
    )
    let rows = try LaidOut(row, css: "table::before { content: 'AA'; display: table-row }")
    #expect(rows.texts == [["AA@0,0", "x@0,10"]])
    let loose = "#d::before { content: 'A'; display: table-cell } #d::after { content: 'B'; display: table-cell }"
    let shared = try LaidOut("<div id='d'><div style='display: table-cell'>x</div></div>", css: loose)
    #expect(shared.texts == [["A@0,0", "x@10,0", "B@20,0"]])
  }

  @Test("a generated list item has a marker")
  func generatedListItem() throws {
    let css = "#d { margin-left: 50pt } #d::before { content: 'A'; display: list-item; list-style-type: '- ' }"
    let result = try LaidOut("<div id='d'>x</div>", css: css)
    // The marker's two letters end where the item begins.
    #expect(result.texts == [["- @30,0", "A@50,0", "x@50,10"]])
  }

  @Test("groups inside a row are in one table of their own")
  func groupsInRow() throws {
    let group = "<div style='display: table-row-group'>"
    let found = try kinds("<div style='display: table-row'>\(group)a</div> \(group)b</div></div>")
    let inner = ["row-group", "row", "cell", "text"]
    #expect(found == ["table-wrapper", "table", "row", "cell", "table-wrapper", "table"] + inner + inner)
  }

  @Test("spans are those of HTML's cells, clamped as HTML says")
  func spans() throws {
    let body = """
      <table><tr><td colspan='0' rowspan='0'>a</td><td colspan='5000'>b</td><th rowspan='70000'>c</th></tr><tr><td>d</td></tr>
      </table><div style='display: table'><span style='display: table-cell' class='colspan'>e</span></div>
      """
    let result = try LaidOut(body)
    let spans = result.pages[0].fragments.filter { $0.kind == .cell }.map { [$0.span.columns, $0.span.rows] }
    // Two rows: what reaches further ends with them.
    #expect(spans == [[1, 2], [1000, 1], [1, 2], [1, 1], [1, 1]])
  }
}
