import Testing

/// A container 200 pt wide; letters are squares of 10 pt.
@Suite("Flex")
struct FlexTests {
  /// Lays out items with the ids a, b, c ...
  private func boxes(_ container: String, _ items: [String], codes: [String] = []) throws -> [String] {
    var body = "<div id='f' style='display: flex; \(container)'>"
    let names = ["a", "b", "c", "d", "e"]
    for (index, style) in items.enumerated() {
      body += "<div id='\(names[index])' style='\(style)'>\(names[index])</div>"
    }
    let result = try LaidOut(body + "</div>")
    #expect(result.codes == codes)
    return items.indices.map { result.box(names[$0]) } + [result.box("f")]
  }

  @Test(
    "free space is shared by grow factors",
    arguments: [
      // No factor: content width.
      (["", ""], ["0,0 10×10", "10,0 10×10"]),
      // 180 left: 60 and 120 on top of 10 each.
      (["flex-grow: 1", "flex-grow: 2"], ["0,0 70×10", "70,0 130×10"]),
      // From nothing: 200 / 4 and 200 * 3 / 4.
      (["flex: 1", "flex: 3"], ["0,0 50×10", "50,0 150×10"]),
      // Factors below one in all: 180 * 0.25 and 180 * 0.5.
      (["flex-grow: 0.25", "flex-grow: 0.5"], ["0,0 55×10", "55,0 100×10"]),
      // The first stops at 30; the second takes the rest.
      (["flex: 1; max-width: 30pt", "flex: 1"], ["0,0 30×10", "30,0 170×10"]),
      (["flex: 1; min-width: 150pt", "flex: 1"], ["0,0 150×10", "150,0 50×10"]),
      // 200 - 2 * 10 padding - 2 * 5 margin = 170 by halves.
      (["flex: 1; padding: 0 10pt", "flex: 1; margin: 0 5pt"], ["0,0 105×10", "110,0 85×10"]),
      // A basis in percent, and one that says content over width.
      (["flex-basis: 25%", "width: 90pt; flex-basis: content"], ["0,0 50×10", "50,0 10×10"]),
      (["flex: 1e38", "flex: 1e38"], ["0,0 100×10", "100,0 100×10"]),
    ]
  )
  func grow(items: [String], expected: [String]) throws {
    #expect(try boxes("", items).dropLast() == expected[...])
  }

  @Test(
    "items shrink by factor times base size, not below their content",
    arguments: [
      // 100 too much; 150 : 150.
      (["width: 150pt", "width: 150pt"], ["0,0 100×10", "100,0 100×10"]),
      // 100 too much; 100 : 200 gives 33.33 and 66.67.
      (["width: 100pt", "width: 200pt"], ["0,0 66.67×10", "66.67,0 133.33×10"]),
      // 1 * 150 : 3 * 150 gives 25 and 75.
      (["width: 150pt", "width: 150pt; flex-shrink: 3"], ["0,0 125×10", "125,0 75×10"]),
      (["width: 150pt; flex-shrink: 0", "width: 150pt"], ["0,0 150×10", "150,0 50×10"]),
      // The second would be nothing: its letter of 10 holds it up, and the first gives the rest.
      (["width: 200pt", "width: 90pt; flex-shrink: 900"], ["0,0 190×10", "190,0 10×10"]),
      (["width: 500pt; flex-shrink: 0", "width: 100pt"], ["0,0 500×10", "500,0 10×10"]),
    ]
  )
  func shrink(items: [String], expected: [String]) throws {
    #expect(try boxes("", items).dropLast() == expected[...])
  }

  @Test("what scrolls, or says so, shrinks below its content", arguments: ["overflow: hidden", "min-width: 0"])
  func noMinimum(style: String) throws {
    let items = ["width: 500pt; flex-shrink: 0", "width: 100pt; \(style)"]
    #expect(try boxes("", items, codes: ["layout-line-overflows"])[1] == "500,0 0×10")
  }

  @Test(
    "justify-content places the line",
    arguments: [
      ("flex-start", ["0,0 40×10", "40,0 60×10"]),
      ("flex-end", ["100,0 40×10", "140,0 60×10"]),
      ("center", ["50,0 40×10", "90,0 60×10"]),
      ("space-between", ["0,0 40×10", "140,0 60×10"]),
      ("space-around", ["25,0 40×10", "115,0 60×10"]),
      // 100 / 3
      ("space-evenly", ["33.33,0 40×10", "106.67,0 60×10"]),
      ("right", ["100,0 40×10", "140,0 60×10"]),
      // The end is the right side, where a reversed row begins.
      ("end; flex-direction: row-reverse", ["160,0 40×10", "100,0 60×10"]),
      ("flex-start; flex-direction: row-reverse", ["160,0 40×10", "100,0 60×10"]),
      ("center; gap: 20pt", ["40,0 40×10", "100,0 60×10"]),
      ("space-between; flex-direction: row-reverse", ["160,0 40×10", "0,0 60×10"]),
    ]
  )
  func justify(value: String, expected: [String]) throws {
    let items = ["width: 40pt", "width: 60pt"]
    #expect(try boxes("justify-content: \(value)", items).dropLast() == expected[...])
  }

  @Test("overflowing lines stick out as their alignment says, distributed ones at the end only")
  func overflowing() throws {
    let items = ["flex: none; width: 150pt", "flex: none; width: 150pt"]
    #expect(try boxes("justify-content: center", items)[0] == "-50,0 150×10")
    #expect(try boxes("justify-content: flex-end", items)[0] == "-100,0 150×10")
    #expect(try boxes("justify-content: space-between", items)[0] == "0,0 150×10")
    #expect(try boxes("justify-content: space-around", items)[0] == "0,0 150×10")
  }

  @Test(
    "align-items places items across",
    arguments: [
      ("stretch", ["0,0 10×40", "10,0 10×20", "20,0 10×40"]),
      ("flex-start", ["0,0 10×10", "10,0 10×20", "20,0 10×40"]),
      ("flex-end", ["0,30 10×10", "10,20 10×20", "20,0 10×40"]),
      ("center", ["0,15 10×10", "10,10 10×20", "20,0 10×40"]),
      // Baselines lie 8 below the tops of first lines; the third has 10 of padding above.
      ("baseline", ["0,10 10×10", "10,10 10×20", "20,0 10×40"]),
      // Last lines end at 10, 10 and 20; below them are 0, 10 and 20.
      ("last baseline", ["0,10 10×10", "10,10 10×20", "20,0 10×40"]),
    ]
  )
  func alignItems(value: String, expected: [String]) throws {
    let items = ["", "height: 20pt", "padding: 10pt 0 20pt"]
    #expect(try boxes("align-items: \(value)", items) == expected + ["0,0 200×40"])
  }

  @Test("align-self and auto margins come before the container's alignment")
  func alignSelf() throws {
    let items = ["align-self: flex-end", "margin-top: auto", "margin: auto", "align-self: stretch"]
    let placed = try boxes("height: 50pt; align-items: center", items)
    // The third takes all free space of the line: 200 - 40 on its left and right.
    #expect(placed == ["0,40 10×10", "10,40 10×10", "100,20 10×10", "190,0 10×50", "0,0 200×50"])
  }

  @Test("items wrap into lines, and lines share the height")
  func wrapping() throws {
    let items = ["width: 90pt", "width: 90pt", "width: 90pt"]
    let plain = try boxes("flex-wrap: wrap", items)
    #expect(plain == ["0,0 90×10", "90,0 90×10", "0,10 90×10", "0,0 200×20"])
    // 60 - 20 gives 20 more to each line.
    let stretched = try boxes("flex-wrap: wrap; height: 60pt", items)
    #expect(stretched == ["0,0 90×30", "90,0 90×30", "0,30 90×30", "0,0 200×60"])
    let spread = try boxes("flex-wrap: wrap; height: 60pt; align-content: space-between; align-items: start", items)
    #expect(spread == ["0,0 90×10", "90,0 90×10", "0,50 90×10", "0,0 200×60"])
    let reversed = try boxes("flex-wrap: wrap-reverse; height: 60pt; align-content: center", items)
    #expect(reversed == ["0,30 90×10", "90,30 90×10", "0,20 90×10", "0,0 200×60"])
    // 90 + 30 + 90 is too wide for one line.
    let gaps = try boxes("flex-wrap: wrap; gap: 5pt 30pt", items)
    #expect(gaps == ["0,0 90×10", "0,15 90×10", "0,30 90×10", "0,0 200×40"])
  }

  @Test("a column is as high as its items, and flexes where its height is given")
  func columns() throws {
    let plain = try boxes("flex-direction: column", ["", "height: 20pt", "margin: 5pt"])
    #expect(plain == ["0,0 200×10", "0,10 200×20", "5,35 190×10", "0,0 200×50"])
    // 80 - 40 = 40 go to the second.
    let flexed = try boxes(
      "flex-direction: column; height: 80pt",
      ["", "height: 20pt; flex-grow: 1", "align-self: start"]
    )
    #expect(flexed == ["0,0 200×10", "0,10 200×60", "0,70 10×10", "0,0 200×80"])
    let reversed = try boxes("flex-direction: column-reverse; height: 80pt", ["", "align-self: flex-end"])
    #expect(reversed == ["0,70 200×10", "190,60 10×10", "0,0 200×80"])
    let centred = try boxes("flex-direction: column; min-height: 50pt; justify-content: center", ["", ""])
    #expect(centred == ["0,15 200×10", "0,25 200×10", "0,0 200×50"])
    let capped = try boxes(
      "flex-direction: column; max-height: 30pt",
      ["height: 20pt", "height: 40pt; flex-shrink: 3"]
    )
    // 30 too much: 20 : 120 gives 4.29 and 25.71.
    #expect(capped == ["0,0 200×15.71", "0,15.71 200×14.29", "0,0 200×30"])
  }

  @Test("order moves items, and equal orders keep the document's")
  func order() throws {
    let placed = try boxes("", ["order: 1", "", "order: -1", ""])
    #expect(placed.dropLast() == ["30,0 10×10", "10,0 10×10", "0,0 10×10", "20,0 10×10"])
  }

  @Test("text gets anonymous items, white space none, and inline elements become blocks")
  func anonymousItems() throws {
    let result = try LaidOut("<div style='display: flex; gap: 10pt'>one <b>b</b> two<span>s</span> </div>")
    // 30 + 10 + 10 + 10 + 30 + 10.
    #expect(result.texts == [["one@0,0", "b@40,0", "two@60,0", "s@100,0"]])
    #expect(result.codes == [])
  }

  @Test("an inline-flex container is as wide as its items, on their baseline")
  func inlineFlex() throws {
    let body = "x<span id='f' style='display: inline-flex; padding: 5pt; gap: 5pt'><i>ab</i><i id='b'>c</i></span>y"
    let result = try LaidOut("<div>\(body)</div>", css: "i { font-style: normal }")
    // 5 + 20 + 5 + 10 + 5 wide; the line begins 5 higher than the letters.
    #expect(result.box("f") == "10,0 45×20")
    #expect(result.texts == [["x@0,5", "ab@15,5", "c@40,5", "y@55,5"]])
  }

  @Test("nested containers flex in each other, and percentages refer to flexed heights")
  func nested() throws {
    let body = """
      <div style='display: flex; height: 60pt'><div id='l' style='flex: 1'>a</div>
      <div id='r' style='flex: 1; display: flex; flex-direction: column'>
      <div>b</div><div id='g' style='flex: 1'><div id='p' style='height: 50%'>c</div></div></div></div>
      """
    let result = try LaidOut(body)
    #expect(result.box("l") == "0,0 100×60")
    #expect(result.box("r") == "100,0 100×60")
    #expect(result.box("g") == "100,10 100×50")
    #expect(result.box("p") == "100,10 100×25")
  }

  @Test("margins of items and of their contents do not collapse")
  func margins() throws {
    let body = """
      <div id='f' style='display: flex'><div id='a' style='margin: 5pt 0'><p style='margin: 10pt 0'>a</p></div></div>
      """
    let result = try LaidOut(body)
    #expect(result.box("f") == "0,0 200×40")
    #expect(result.box("a") == "0,5 10×30")
  }
}
