import Testing

/// Pages of 200 by 100 pt: ten lines of letters 10 pt high.
@Suite("Flex containers over pages")
struct FlexBreakTests {
  private func lines(_ count: Int, _ letter: String) -> String {
    Array(repeating: letter, count: count).joined(separator: "<br/>")
  }

  @Test("lines of a row container break between them")
  func betweenLines() throws {
    let items = (1...6).map { "<div id='i\($0)' style='width: 90pt; height: 40pt'>\($0)</div>" }.joined()
    let result = try LaidOut(
      "<div id='f' style='display: flex; flex-wrap: wrap; gap: 10pt'>\(items)</div><p id='p'>p</p>"
    )
    #expect(result.pages.count == 2)
    // 40 + 10 + 40, then what is left of the page belongs to the container.
    #expect(result.box("f") == "0,0 200×100")
    #expect(result.box("i4") == "100,50 90×40")
    #expect(result.box("i5", page: 2) == "0,0 90×40")
    #expect(result.box("f", page: 2) == "0,0 200×40")
    #expect(result.box("p", page: 2) == "0,40 200×10")
    #expect(result.codes == [])
  }

  @Test("items of one line break side by side, each at its own place")
  func parallelItems() throws {
    let body = """
      <p>\(lines(4, "x"))</p><div id='f' style='display: flex'><div id='a' style='flex: 1'>\(lines(9, "a"))</div>
      <div id='b' style='flex: 1'>\(lines(2, "b"))</div><div id='c' style='flex: 1; widows: 5'>\(lines(7, "c"))</div></div>
      <p id='p'>p</p>
      """
    let result = try LaidOut(body)
    // Six lines fit: 6 + 3 of the first; 2 of the second; 2 + 5 of the third.
    let letters = result.texts.map { page in ["a", "b", "c"].map { letter in page.count { $0.hasPrefix(letter) } } }
    #expect(letters == [[6, 2, 2], [3, 0, 5]])
    #expect(result.box("f") == "0,40 200×60")
    #expect(result.box("b") == "66.67,40 66.67×60")
    // The line grows to the five lines that the third needs.
    #expect(result.box("c", page: 2) == "133.33,0 66.67×50")
    #expect(result.box("f", page: 2) == "0,0 200×50")
    #expect(result.box("p", page: 2) == "0,50 200×10")
    #expect(result.codes == [])
  }

  @Test("a line that would break badly goes to the next page whole")
  func keptTogether() throws {
    let body = """
      <p>\(lines(7, "x"))</p><div style='display: flex'><div id='a' style='break-inside: avoid'>\(lines(5, "a"))</div>
      <div id='b'>b</div></div>
      """
    let result = try LaidOut(body)
    #expect(result.texts.map(\.count) == [7, 6])
    #expect(result.box("a", page: 2) == "0,0 10×50")
    #expect(result.box("b", page: 2) == "10,0 10×50")
    #expect(result.codes == [])
  }

  @Test("a column container breaks between and inside its items")
  func columns() throws {
    let body = """
      <div id='f' style='display: flex; flex-direction: column; gap: 5pt'><div id='a'>\(lines(6, "a"))</div>
      <div id='b'>\(lines(6, "b"))</div><div id='c' style='break-inside: avoid'>\(lines(7, "c"))</div></div>
      """
    let result = try LaidOut(body)
    // 60 + 5 + 30 on the first page; 30 + 5 + 60 would leave one line of the third.
    #expect(result.texts.map(\.count) == [9, 3, 7])
    #expect(result.box("b", page: 2) == "0,0 200×30")
    #expect(result.box("c", page: 3) == "0,0 200×70")
    #expect(result.box("f", page: 3) == "0,0 200×70")
    #expect(result.codes == [])
  }

  @Test("forced breaks between items end the line and the page")
  func forced() throws {
    let items = "<div>a</div><div id='b' style='break-before: page'>b</div><div>c</div>"
    let wrapped = try LaidOut("<div style='display: flex; flex-wrap: wrap'>\(items)</div>")
    #expect(wrapped.texts == [["a@0,0"], ["b@0,0", "c@10,0"]])
    let column = try LaidOut("<div style='display: flex; flex-direction: column'>\(items)</div>")
    #expect(column.texts == [["a@0,0"], ["b@0,0", "c@0,10"]])
    // Inside an item, the others go on beside it.
    let inside = "<div><p>a</p><p style='break-before: page'>A</p></div><div>b</div>"
    let parallel = try LaidOut("<div style='display: flex'>\(inside)</div><p>c</p>")
    #expect(parallel.texts == [["a@0,0", "b@10,0"], ["A@0,0", "c@0,10"]])
  }

  @Test("what fits no page is placed all the same")
  func tooTall() throws {
    let body =
      "<div style='display: flex'><div style='font-size: 150pt; line-height: 1'>x</div><div>y</div></div><p>z</p>"
    let result = try LaidOut(body)
    #expect(result.texts.joined().count == 3)
    #expect(result.codes == ["layout-too-tall"])
  }

  @Test("odd containers end with pages")
  func robust() throws {
    let empty = try LaidOut("<div id='f' style='display: flex; width: 0; height: 0; flex-wrap: wrap'><div></div></div>")
    #expect(empty.box("f") == "0,0 0×0")
    let huge = "<div style='width: 1e308pt; flex: 1e308 1e308 1e308pt; margin: 1e308pt'>x</div>"
    let strange = try LaidOut("<div style='display: flex; flex-wrap: wrap; gap: 1e308pt'>\(huge)\(huge)</div>")
    #expect(strange.texts.joined().count == 2)
    let deep =
      String(repeating: "<div style='display: flex'>", count: 14) + "x" + String(repeating: "</div>", count: 14)
    #expect(try LaidOut(deep).texts == [["x@0,0"]])
    let column = "<div style='display: flex; flex-direction: column'>"
    let deepColumns = String(repeating: column, count: 14) + "x" + String(repeating: "</div>", count: 14)
    #expect(try LaidOut(deepColumns).texts == [["x@0,0"]])
  }
}
