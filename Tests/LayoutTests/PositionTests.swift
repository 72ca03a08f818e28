import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10.
@Suite("Positions")
struct PositionTests {
  @Test(
    "relative positioning moves a box and what is in it, and nothing else (CSS 2.2, 9.4.3)",
    arguments: [
      ("left: 5pt; top: 3pt", "5,3 200×10"),
      ("right: 5pt; bottom: 3pt", "-5,-3 200×10"),
      // Over-constrained: left and top win.
      ("left: 5pt; right: 50pt; top: 3pt; bottom: 50pt", "5,3 200×10"),
      ("left: 10%", "20,0 200×10"),
      // The height of the containing block follows from its content: no percentage of it.
      ("top: 50%", "0,0 200×10"),
    ]
  )
  func relative(style: String, box: String) throws {
    let result = try LaidOut(
      #"<div><p id="b" style="position: relative; \#(style)">a</p></div><p id="c">b</p>"#
    )
    #expect(result.box("b") == box)
    #expect(result.box("c") == "0,10 200×10")
    #expect(result.codes == [])
  }

  @Test("an inline box moves with its text")
  func relativeInline() throws {
    let result = try LaidOut(#"<p>ab<b style="position: relative; top: 4pt; left: 1pt">cd</b>ef</p>"#)
    #expect(result.texts == [["ab@0,0", "cd@21,4", "ef@40,0"]])
    #expect(result.codes == [])
  }

  @Test(
    "insets, sizes and margins of absolutely positioned boxes (CSS 2.2, 10.3.7 and 10.6.4)",
    arguments: [
      // In the padding box, 110 × 60, whose corner is at 15 + 2 (margin, border): 17, 17.
      ("left: 5pt; top: 5pt", "22,22 10×10"),
      ("right: 5pt; bottom: 5pt", "112,62 10×10"),  // 17 + 110 - 5 - 10, 17 + 60 - 5 - 10
      ("left: 5pt; right: 15pt; top: 5pt; bottom: 15pt", "22,22 90×40"),  // 110 - 20, 60 - 20
      ("left: 0; right: 0; width: 50pt; margin: 0 auto", "47,22 50×10"),  // (110 - 50) / 2 = 30
      ("top: 0; bottom: 0; height: 20pt; margin: auto 0", "22,37 10×20"),  // (60 - 20) / 2 = 20
      ("left: 10%; top: 50%; width: 50%; height: 25%", "28,47 55×15"),
      ("left: 0; right: 0; width: 200pt; margin: 0 auto", "17,22 200×10"),  // wider: starts at the inset
      // Without insets: where it would stand, after the padding of 5.
      ("", "22,22 10×10"),
      ("left: 5pt; right: 5pt; width: 20pt; margin-left: auto", "102,22 20×10"),  // 17 + 110 - 5 - 20
    ]
  )
  func absolute(style: String, box: String) throws {
    let css = "#a { position: relative; margin: 15pt; border: 2pt solid; padding: 5pt; width: 100pt; height: 50pt }"
    let result = try LaidOut(
      #"<div id="a"><div id="b" style="position: absolute; \#(style)">a</div><p>x</p></div>"#,
      css: css
    )
    #expect(result.box("b") == box)
    #expect(result.texts.first?.last == "x@22,22")
    #expect(result.codes == [])
  }

  @Test("without a positioned ancestor the page area is the containing block")
  func initialContainingBlock() throws {
    let result = try LaidOut(
      #"<div style="padding: 10pt"><p id="b" style="position: absolute; right: 0; bottom: 0">a</p></div>"#
    )
    #expect(result.box("b") == "190,90 10×10")
    #expect(result.codes == [])
  }

  @Test("in a line, a box without insets stands where its place is, at the line's top")
  func staticInLine() throws {
    let result = try LaidOut(#"<p>ab<b id="b" style="position: absolute">cd</b>ef</p>"#)
    #expect(result.box("b") == "20,0 20×10")
    #expect(result.texts == [["ab@0,0", "cd@20,0", "ef@20,0"]])
    #expect(result.codes == [])
  }

  @Test("a positioned box takes no room, and nothing of its margins collapses")
  func noRoom() throws {
    let result = try LaidOut(
      #"<p style="margin-bottom: 10pt">a</p><div style="position: absolute; margin: 7pt" id="b">b</div><p id="c" style="margin-top: 4pt">c</p>"#
    )
    #expect(result.box("b") == "7,27 10×10")  // 10 + 10 + its own 7
    #expect(result.box("c") == "0,20 200×10")  // 10 + max(10, 4)
    #expect(result.codes == [])
  }

  @Test("boxes inside positioned boxes refer to them")
  func nested() throws {
    let result = try LaidOut(
      #"""
      <div style="position: absolute; left: 20pt; top: 10pt; width: 60pt; height: 30pt">
      <div id="b" style="position: absolute; right: 5pt; bottom: 5pt">a</div></div>
      """#
    )
    #expect(result.box("b") == "65,25 10×10")  // 20 + 60 - 5 - 10, 10 + 30 - 5 - 10
    #expect(result.codes == [])
  }

  @Test("a fixed box is on every page, and content of only one of them")
  func fixed() throws {
    let result = try LaidOut(
      #"<p>a</p><p style="break-before: page">b</p><p style="position: fixed; right: 0; bottom: 0">x</p>"#
    )
    #expect(result.texts == [["a@0,0", "x@190,90"], ["b@0,0", "x@190,90"]])
    let roles = result.pages.map { page in page.fragments.filter { $0.kind == .block && $0.role == .artifact }.count }
    #expect(roles == [1, 0])
    #expect(result.codes == [])
  }

  @Test("a float may be moved relatively; lines keep clear of where it was")
  func relativeFloat() throws {
    let result = try LaidOut(
      #"<p><span id="f" style="float: left; position: relative; left: 100pt; width: 30pt">f</span>abc</p>"#
    )
    #expect(result.box("f") == "100,0 30×10")
    #expect(result.texts == [["abc@30,0", "f@100,0"]])
    #expect(result.codes == [])
  }
}
