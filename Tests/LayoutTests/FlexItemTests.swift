import Layout
import Testing

/// Containers 200 pt wide; letters are squares of 10 pt.
@Suite("Flex items")
struct FlexItemTests {
  @Test("text on both sides of a positioned box is of two items")
  func textAroundPositioned() throws {
    let result = try LaidOut("<div style='display: flex'>a <b id='p' style='position: absolute'>x</b> b</div>")
    // As one item the text would have a space between.
    #expect(result.texts[0].contains("b@10,0"))
    #expect(result.box("p") == "0,0 10×10")
  }

  @Test("a table shrinks like other items, though not below its content")
  func tables() throws {
    let table = "<table id='t' style='width: 150pt; border: 5pt solid'><tr><td>aa b</td></tr></table>"
    let shrunk = try LaidOut("<div style='display: flex'>\(table)<div style='width: 160pt'>x</div></div>")
    // Tables count their borders as part of the width: 110 too much, shared as 140 : 160, is 51.33 for the table.
    #expect(shrunk.box("t", kind: .table) == "0,0 98.67×20")
    let low = try LaidOut(
      """
      <div id="f" style="display: flex; flex-direction: column">
      <table id="t" style="height: 10pt; max-height: 5pt"><tr><td>a<br/>b</td></tr></table></div>
      """
    )
    #expect(low.box("f") == "0,0 200×20")
    #expect(low.box("t", kind: .table) == "0,0 200×20")
  }

  @Test("a collapsed item leaves only the thickness of its line")
  func collapsed() throws {
    let collapsed = "visibility: collapse; width: 150pt; height: 50pt"
    func layOut(_ style: String) throws -> LaidOut {
      try LaidOut(
        """
        <div id="f" style="display: flex; \(style)"><div id="a">a</div><div id="b" style="\(collapsed)">b</div>
        <div id="c" style="width: 60pt">c</div></div>
        """
      )
    }
    let row = try layOut("gap: 10pt")
    #expect(row.box("a") == "0,0 10×50")
    #expect(row.box("b") == "no box")
    #expect(row.box("c") == "20,0 60×50")
    #expect(row.box("f") == "0,0 200×50")
    #expect(row.texts == [["a@0,0", "c@20,0"]])
    // With it there were two lines: a and b, c. Without, one line that is as thick as the first was.
    let wrapped = try layOut("flex-wrap: wrap; align-items: start")
    #expect(wrapped.box("c") == "10,0 60×10")
    #expect(wrapped.box("f") == "0,0 200×50")
    // Across a column its width counts, along it nothing.
    let column = try layOut("flex-direction: column; float: left; width: auto")
    #expect(column.box("c") == "0,10 60×10")
    #expect(column.box("f") == "0,0 60×20")
  }

  @Test("an aspect ratio gives items the size that they do not have")
  func ratios() throws {
    func item(_ container: String, _ style: String) throws -> String {
      try LaidOut("<div style='display: flex; \(container)'><div id='a' style='\(style)'>a</div></div>").box("a")
    }
    #expect(try item("", "aspect-ratio: 2; width: 60pt") == "0,0 60×30")
    #expect(try item("flex-direction: column; align-items: center", "aspect-ratio: 2; height: 30pt") == "70,0 60×30")
    // As wide as its letter, and so high.
    #expect(try item("flex-direction: column; align-items: start", "aspect-ratio: 0.5") == "0,0 10×20")
    // It does not shrink below the width that its height gives it.
    #expect(try item("width: 20pt", "aspect-ratio: 2; height: 30pt") == "0,0 60×30")
  }

  @Test("what scrolls in no axis contributes its content's width, whatever its basis")
  func contributions() throws {
    func width(_ container: String, _ items: [String]) throws -> String {
      let body = items.map { "<div style='\($0)'>aa b</div>" }.joined()
      return try LaidOut("<div id='f' style='display: flex; float: left; \(container)'>\(body)</div>").box("f")
    }
    // 40 and 20; with overflow 40 and nothing, so that the other breaks no line either.
    #expect(try width("", ["", "flex-basis: 0"]) == "0,0 60×20")
    #expect(try width("", ["width: max-content", "width: min-content"]) == "0,0 60×20")
    // Two lines of columns, 40 and 40 wide.
    #expect(try width("flex-direction: column; flex-wrap: wrap; height: 20pt", ["", "", ""]) == "0,0 80×20")
  }

  @Test("percentages in an item of a column refer to a height that it asks for")
  func definiteHeights() throws {
    let result = try LaidOut(
      """
      <div style="display: flex; flex-direction: column"><div style="height: 40pt">
      <div id="a" style="height: 50%">a</div></div></div>
      """
    )
    #expect(result.box("a") == "0,0 200×20")
  }

  @Test("inline-blocks and bounds in percent count as they are when the narrowest width is asked for")
  func narrowest() throws {
    let block = try LaidOut(
      "<div id='d' style='width: min-content'><span style='display: inline-block'>aa bbb</span></div>"
    )
    #expect(block.box("d") == "0,0 30×20")
    let bound = try LaidOut(
      "<div id='f' style='float: left'><div id='d' style='width: 100pt; max-width: 50%'>a</div></div>"
    )
    #expect(bound.box("f") == "0,0 100×10")
    #expect(bound.box("d") == "0,0 50×10")
  }
}
