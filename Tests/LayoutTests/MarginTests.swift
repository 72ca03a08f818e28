import Testing

/// The page is 200 × 100; a letter is 10 × 10.
@Suite("Margins and clearance")
struct MarginTests {
  @Test(
    "margins adjoin through boxes without content (CSS 2.2, 8.3.1)",
    arguments: [
      // A percentage of an unknown height is `auto`: 15 goes through, 15 is left between.
      (#"<div style="height: 50%"><p style="margin-bottom: 15pt"></p></div>"#, "0,15 200×10"),
      // Of a known height it is a height, and nothing goes through.
      (
        #"<div style="height: 40pt"><p style="height: 50%; margin-bottom: 15pt"></p></div>"#, "0,40 200×10"
      ),
      // Inline boxes alone make no line: max(15, 20).
      (#"<p style="margin: 15pt 0 20pt"><span id="s"></span> <b></b></p>"#, "0,20 200×10"),
    ]
  )
  func empty(body: String, box: String) throws {
    let result = try LaidOut(body + #"<p id="b">b</p>"#, css: "body { padding-top: 0.0001pt }")
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "floats in an empty box stand where the box does, whatever its bottom margin (CSS 2.2, 8.3.1)",
    arguments: [
      // The box is at 10, below the line, and so are its float and, not higher, the next one.
      (#"<div style="margin-bottom: -5pt"><p class="f"></p></div><p class="f" id="f"></p>"#, "20,10 20×20"),
      (#"<div style="margin-bottom: 30pt"><p class="f" id="f"></p></div>"#, "0,10 20×20"),
    ]
  )
  func floatsInEmpty(body: String, box: String) throws {
    let result = try LaidOut("<p>a</p>" + body, css: ".f { float: left; width: 20pt; height: 20pt }")
    #expect(result.box("f") == box)
    #expect(result.codes == [])
  }

  @Test(
    "clearance puts the border edge below the float, and keeps the margins inside (CSS 2.2, 9.5.2)",
    arguments: [
      // The float would move along with the margin of 50: it has to be cleared, and ends at 10.
      (
        #"<div id="d"><p class="f"></p><p id="c" style="clear: left; margin-top: 50pt">c</p></div>"#, "0,0 200×20",
        "0,10 200×10"
      ),
      // A float to the other side is not cleared: 50 adjoins the top of the box.
      (
        #"<div id="d"><p class="f"></p><p id="c" style="clear: right; margin-top: 50pt">c</p></div>"#, "0,50 200×10",
        "0,50 200×10"
      ),
      // 15 and 5 of margins collapse to 15, before the end of the float at 10.
      (
        #"<p class="f"></p><div id="d" style="margin-top: 5pt"><p id="c" style="clear: left; margin-top: 15pt">c</p></div>"#,
        "0,15 200×10", "0,15 200×10"
      ),
      // 8 is not past it: the box keeps its own 5, its child goes down to 10.
      (
        #"<p class="f"></p><div id="d" style="margin-top: 5pt"><p id="c" style="clear: left; margin-top: 8pt">c</p></div>"#,
        "0,5 200×15", "0,10 200×10"
      ),
      // Empty: 5 above its border edge at 10 and 20 collapse to 20 from 5 on, which stay inside.
      (
        #"<div id="d"><p class="f"></p><p id="c" style="clear: left; margin: 5pt 0 20pt"></p></div>"#,
        "0,0 200×25", "0,10 200×0"
      ),
    ]
  )
  func clearance(body: String, outer: String, inner: String) throws {
    let result = try LaidOut(body, css: ".f { float: left; width: 20pt; height: 10pt } body { padding-top: 0.0001pt }")
    #expect(result.box("d") == outer)
    #expect(result.box("c") == inner)
    #expect(result.codes == [])
  }

  @Test(
    "a box with its own formatting context is as narrow as all floats beside it ask (CSS 2.2, 9.5)",
    arguments: [
      // 'aaaa bbbb' needs 90 of 160 at 0, but its third line reaches the float of 120 at 20.
      (#"<div class="b" id="b">aaaa bbbb cccc dddd eeee ffff gggg</div>"#, "120,0 80×70"),
      // One of a given width stands where it has room at its whole height.
      (#"<div class="b" id="b" style="width: 80pt; height: 30pt"></div>"#, "120,0 80×30"),
      (#"<div class="b" id="b" style="width: 90pt; height: 30pt"></div>"#, "0,40 90×30"),
    ]
  )
  func besideFloats(body: String, box: String) throws {
    let css = """
      .a { float: left; width: 40pt; height: 20pt } .c { float: left; clear: left; width: 120pt; height: 20pt }
      .b { overflow: hidden }
      """
    let result = try LaidOut(#"<p class="a"></p><p class="c"></p>"# + body, css: css)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test("a box grows to hold floats without width (CSS 2.2, 10.6.7)")
  func widthless() throws {
    let result = try LaidOut(
      #"<div id="d" style="overflow: hidden"><p style="float: left; padding: 5pt 0"></p></div>"#
    )
    #expect(result.box("d") == "0,0 200×10")
    #expect(result.codes == [])
  }

  @Test("a float in a word goes with it on the next line (CSS 2.2, 9.5.1, rule 6)")
  func floatInWord() throws {
    // 'aaa bbb' and the float are 70 + 60 of 150, 'bbbccc' beside it would need 160.
    let result = try LaidOut(
      #"<p style="width: 150pt">aaa bbb<span id="f" style="float: left; width: 60pt; height: 10pt"></span>ccc</p>"#
    )
    #expect(result.texts == [["aaa@0,0", "bbb@60,10", "ccc@90,10"]])
    #expect(result.box("f") == "0,10 60×10")
    #expect(result.codes == [])
  }
}
