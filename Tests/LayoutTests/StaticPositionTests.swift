import Geometry
import Layout
import Testing

/// A letter is 10 × 10; positioned boxes hold one.
@Suite("Static positions and broken containing blocks")
struct StaticPositionTests {
  @Test(
    "a positioned child of a flex container stands as if it were the only item (CSS Flexbox 1, 4.1)",
    arguments: [
      // The container is 100 × 50, the box 10 × 10: 90 and 40 are free.
      ("justify-content: center; align-items: center", "45,20"),
      ("justify-content: flex-end; align-items: flex-end", "90,40"),
      ("justify-content: space-between", "0,0"),
      ("justify-content: space-around", "45,0"),
      ("flex-direction: row-reverse", "90,0"),
      ("flex-direction: row-reverse; justify-content: start", "0,0"),
      ("flex-direction: column; justify-content: end; align-items: center", "45,40"),
      ("flex-direction: column-reverse", "0,40"),
      ("flex-wrap: wrap-reverse", "0,40"),
      ("align-items: baseline", "0,0"),
    ]
  )
  func flex(_ css: String, _ place: String) throws {
    let result = try LaidOut(
      "<div style=\"display: flex; width: 100pt; height: 50pt; \(css)\"><p>b</p><div class=\"a\" id=\"a\">a</div></div>",
      css: ".a { position: absolute }"
    )
    #expect(result.box("a") == "\(place) 10×10")
    #expect(result.codes == [])
  }

  @Test("align-self and margins count; an inset on one axis leaves the other to the alignment")
  func flexSelf() throws {
    let result = try LaidOut(
      """
      <div style="display: flex; width: 100pt; height: 50pt; align-items: flex-end; justify-content: flex-end">
      <div class="a" id="a" style="align-self: center; margin-right: 5pt">a</div><div class="a" id="b" style="top: 3pt">b</div>
      </div>
      """,
      css: ".a { position: absolute }"
    )
    // The margin box is 15 wide: 100 - 15.
    #expect(result.box("a") == "85,20 10×10")
    #expect(result.box("b") == "90,3 10×10")
    #expect(result.codes == [])
  }

  @Test("a box that was inline stands where an empty line would begin (CSS Positioned Layout 3, 3.5.3)")
  func alignedLine() throws {
    let result = try LaidOut(
      """
      <div style="text-align: center"><span class="a" id="a">a</span></div>
      <div style="text-align: right; width: 100pt"><span class="a" id="b">a</span></div>
      <div style="text-align: center"><div class="a" id="c">a</div></div>
      """,
      css: ".a { position: absolute }"
    )
    #expect(result.box("a") == "100,0 10×10")
    #expect(result.box("b") == "100,0 10×10")
    #expect(result.box("c") == "0,0 10×10")
    #expect(result.codes == [])
  }

  @Test("the bottom of a containing block that goes on is that of its last part (CSS 2.2, 13.2.1)")
  func bottom() throws {
    // 60 and 90 on pages of 100: 50 are left for the second page.
    let result = try LaidOut(
      """
      <div style="position: relative"><div style="height: 60pt">x</div><div class="a" id="a" style="bottom: 0">a</div>
      <div style="height: 90pt">y</div></div>
      """,
      css: ".a { position: absolute }"
    )
    #expect(result.texts == [["x@0,0", "y@0,60"], ["a@0,40"]])
    #expect(result.box("a", page: 2) == "0,40 10×10")
    #expect(result.codes == [])
  }

  @Test("a top inset counts from the first part, as if there were no breaks")
  func top() throws {
    // Parts of 100, 100 and 50: 130 is 30 below the second page's top; 95 is on the first page.
    let result = try LaidOut(
      """
      <div style="position: relative"><div class="a" style="top: 130pt">a</div><div class="a" style="top: 95pt">b</div>
      <div class="a" style="top: 240pt; left: 5pt">c</div><div style="height: 250pt">x</div></div>
      """,
      css: ".a { position: absolute }"
    )
    #expect(result.texts == [["b@0,95", "x@0,0"], ["a@0,30"], ["c@5,40"]])
    #expect(result.codes == [])
  }

  @Test("a place beside a part that is gone is at the same distance from the top of the rest, else at its top")
  func gone() throws {
    // The last part is 20 high: 15 is inside it, 70 is not.
    let result = try LaidOut(
      """
      <div style="position: relative"><div style="height: 100pt">x</div><p>y</p><div class="a" style="top: 15pt">a</div>
      <div class="a" style="top: 70pt">b</div><p>z</p></div>
      """,
      css: ".a { position: absolute }"
    )
    #expect(result.texts == [["x@0,0"], ["y@0,0", "a@0,15", "b@0,0", "z@0,10"]])
    #expect(result.codes == [])
  }

  @Test("the parts of a containing block in columns of one page are one after another as well")
  func columns() throws {
    // 7 lines in columns of 4: the second part ends with the third line.
    let lines = (0..<7).map { "<p>\($0)</p>" }.joined()
    let result = try LaidOut(
      """
      <div style="columns: 2; column-gap: 0; column-fill: auto; height: 40pt"><div style="position: relative">
      <div class="a" id="a" style="bottom: 0; right: 0">a</div><div class="a" id="b" style="top: 50pt; right: 0">b</div>\(lines)
      </div></div>
      """,
      css: ".a { position: absolute }"
    )
    #expect(result.box("a") == "190,20 10×10")
    #expect(result.box("b") == "190,10 10×10")
    #expect(result.codes == [])
  }

  @Test("a block with a ratio and a height is as wide as they say, as a picture would be (CSS Sizing 4, 4.1)")
  func ratio() throws {
    let result = try LaidOut(
      """
      <div id="a" style="aspect-ratio: 1/2; height: 40pt"></div>
      <div id="b" style="aspect-ratio: 2; height: 20pt; margin: 0 auto"></div>
      <div id="c" style="aspect-ratio: 2; height: 20pt; max-width: 30pt"></div>
      """
    )
    #expect(result.box("a") == "0,0 20×40")
    #expect(result.box("b") == "80,40 40×20")
    #expect(result.box("c") == "0,60 30×20")
    #expect(result.codes == [])
  }

  @Test(
    "a box behind a forced break stands on the line that it would begin, beside floats (CSS Positioned Layout 3, 3.5.3)",
    arguments: [
      (#"b<br/><span class="a" id="a">a</span>"#, "0,10"),
      (#"<br/><span class="a" id="a">a</span>"#, "0,10"),
      (#"<p style="float: left; width: 30pt; height: 30pt"></p><span class="a" id="a">a</span>"#, "30,0"),
    ]
  )
  func behindBreak(_ body: String, _ place: String) throws {
    let result = try LaidOut("<div>\(body)</div><p>c</p>", css: ".a { position: absolute }")
    #expect(result.box("a") == "\(place) 10×10")
    #expect(result.codes == [])
  }

  @Test("an inline box on several lines contains from the start of the first to the end of the last piece")
  func inlineOnLines() throws {
    // 'bb' begins at 30 on the first line, 'ee' ends at 70 on the second: 40 wide, 20 high, moved by 5.
    let result = try LaidOut(
      """
      <p style="width: 80pt">aa <span style="position: relative; left: 5pt">bb cc dddd ee\
      <i class="a" id="a"></i></span></p>
      """,
      css: ".a { position: absolute; left: 0; right: 0; top: 0; bottom: 0 }"
    )
    #expect(result.box("a") == "35,0 40×20")
    #expect(result.codes == [])
  }

  @Test("a height of its content is not stretched by insets, and centred by auto margins (CSS Positioned Layout 3, 4)")
  func intrinsicHeight() throws {
    let result = try LaidOut(
      #"<div id="a" style="position: absolute; top: 0; bottom: 0; height: min-content; margin: auto 0">a</div>"#
    )
    #expect(result.box("a") == "0,45 10×10")
    #expect(result.codes == [])
  }
}
