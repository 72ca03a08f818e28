import Testing

/// The page is 200 wide, a letter 10 × 10.
@Suite("Floats")
struct FloatTests {
  private static let css = """
    .l { float: left; width: 60pt; height: 25pt } .r { float: right; width: 60pt; height: 25pt }
    """

  @Test(
    "floats stand as high and as far to their side as they can (CSS 2.2, 9.5.1)",
    arguments: [
      // Beside each other while there is room: 60 + 60 + 60 of 200.
      (#"<div class="l"></div><div class="l"></div><div class="l" id="f"></div>"#, "120,0 60×25"),
      // The fourth has no room: below the others.
      (#"<div class="l"></div><div class="l"></div><div class="l"></div><div class="l" id="f"></div>"#, "0,25 60×25"),
      (#"<div class="r"></div><div class="r" id="f"></div>"#, "80,0 60×25"),
      // Never higher than an earlier one: the third goes below, the fourth as well.
      (
        #"<div class="l" style="width: 150pt"></div><div class="l"></div><div class="r" id="f"></div>"#, "140,25 60×25"
      ),
      // In the flow it starts below what precedes it, margins not collapsed with its own: 10 + 5 + 3.
      (#"<p style="margin-bottom: 5pt">a</p><div class="l" id="f" style="margin: 3pt"></div>"#, "3,18 60×25"),
      // Without a width it is as wide as its content, here 30 + 2 × 2.
      (#"<div id="f" style="float: left; padding: 2pt">abc</div>"#, "0,0 34×14"),
      // Its content wraps at the containing block: it wants 240, and takes 200 (CSS 2.2, 10.3.5).
      (#"<div id="f" style="float: right">aaaaaaaaaaa bbbbbbbbbbbb</div>"#, "0,0 200×20"),
      // Clear: below the left float.
      (#"<div class="l"></div><div class="r" id="f" style="clear: left"></div>"#, "140,25 60×25"),
    ]
  )
  func places(body: String, box: String) throws {
    let result = try LaidOut(body, css: Self.css)
    #expect(result.box("f") == box)
    #expect(result.codes == [])
  }

  @Test("lines beside floats are shorter, lines below are not")
  func lines() throws {
    // 140 beside the float: 'aaa bbb ccc' is 110, with ' ddd' 150. The float ends at 25: three lines of 10 are beside it.
    let result = try LaidOut(
      #"<p><span class="l"></span>aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm</p>"#,
      css: Self.css
    )
    #expect(
      result.texts == [["aaa bbb ccc@60,0", "ddd eee fff@60,10", "ggg hhh iii@60,20", "jjj kkk lll mmm@0,30"]]
    )
    #expect(result.codes == [])
  }

  @Test("a float in the text stands beside its line where it has room, else below it")
  func floatsInText() throws {
    // 'aaa bbb' is 70, the float 60, of 200: beside. Then 'ccc ddd' does not fit in 140 - 70 - 10.
    let beside = try LaidOut(#"<p>aaa bbb <span class="l"></span>ccc ddd eee</p>"#, css: Self.css)
    #expect(beside.texts == [["aaa bbb @60,0", "ccc@140,0", "ddd eee@60,10"]])
    // 'aaaa bbbb cccc ddd' is 180, and 180 + 60 > 200: below the line, so that the next lines are beside it.
    let below = try LaidOut(#"<p>aaaa bbbb cccc ddd<span class="l"></span> eee fff ggg hhh</p>"#, css: Self.css)
    #expect(below.texts == [["aaaa bbbb cccc ddd@0,0", "eee fff ggg@60,10", "hhh@60,20"]])
    #expect(beside.codes + below.codes == [])
  }

  @Test("a word wider than the room goes below the float")
  func wideWord() throws {
    let result = try LaidOut(#"<div class="l"></div><p>aaaaaaaaaaaaaaa b</p>"#, css: Self.css)  // 150 > 140
    #expect(result.texts == [["aaaaaaaaaaaaaaa b@0,25"]])
    #expect(result.codes == [])
  }

  @Test("the margins of an empty box that clears a float stay inside its parent (CSS 2.2, 8.3.1)")
  func clearedEmptyBox() throws {
    let css = ".l { float: left; width: 20pt; height: 40pt }"
    // The empty box is at 40, its margin of 25 ends at 65; then 10 of the parent.
    let below = try LaidOut(
      #"<div style="margin-bottom: 10pt"><div class="l"></div><div style="clear: left; margin-bottom: 25pt"></div></div><p id="b">b</p>"#,
      css: css
    )
    #expect(below.box("b") == "0,75 200×10")
    // Its margins collapse to 25, and begin 15 above 40: they end at 50.
    let both = try LaidOut(
      #"<div style="margin-bottom: 10pt"><div class="l"></div><div style="clear: left; margin: 15pt 0 25pt"></div></div><p id="b">b</p>"#,
      css: css
    )
    #expect(both.box("b") == "0,60 200×10")
    #expect(below.codes + both.codes == [])
  }

  @Test(
    "clear moves a box below floats, and keeps its margin from collapsing (CSS 2.2, 9.5.2)",
    arguments: [
      (#"<div class="l"></div><p id="b" style="clear: left">a</p>"#, "0,25 200×10"),
      (#"<div class="l"></div><p id="b" style="clear: right">a</p>"#, "0,0 200×10"),
      (#"<div class="l"></div><p id="b" style="clear: both; margin-top: 10pt">a</p>"#, "0,25 200×10"),
      // Far below the float the margin counts as ever: 30 + 10.
      (
        #"<div class="l"></div><p>a<br/>b<br/>c</p><p id="b" style="clear: left; margin-top: 10pt">a</p>"#,
        "0,40 200×10"
      ),
    ]
  )
  func clear(body: String, box: String) throws {
    let result = try LaidOut(body, css: Self.css)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test("a box without clear lies under floats, and its parent does not grow to hold them")
  func parents() throws {
    let result = try LaidOut(#"<div id="a"><div class="l"></div></div><div id="b">x</div>"#, css: Self.css)
    #expect(result.box("a") == "0,0 200×0")
    #expect(result.box("b") == "0,0 200×10")
    #expect(result.texts == [["x@60,0"]])
    #expect(result.codes == [])
  }

  @Test(
    "a block formatting context grows to hold its floats, and stands beside others",
    arguments: [
      (#"<div id="b" style="display: flow-root"><div class="l"></div></div>"#, "0,0 200×25"),
      (#"<div id="b" style="overflow: hidden"><div class="l"></div>a</div>"#, "0,0 200×25"),
      // Of automatic width it takes the room: 200 - 60.
      (#"<div class="l"></div><div id="b" style="display: flow-root">a</div>"#, "60,0 140×10"),
      (#"<div class="l"></div><div class="r"></div><div id="b" style="overflow: hidden">a</div>"#, "60,0 80×10"),
      // 150 has no room beside 60: below.
      (#"<div class="l"></div><div id="b" style="display: flow-root; width: 150pt">a</div>"#, "0,25 150×10"),
      (#"<div class="l"></div><div id="b" style="display: flow-root; width: 130pt">a</div>"#, "60,0 130×10"),
    ]
  )
  func contexts(body: String, box: String) throws {
    let result = try LaidOut(body, css: Self.css)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test("a float that does not fit goes on the next page, and later floats with it")
  func pushed() throws {
    // Pages of 50: two lines, then 30 are left for a float of 40.
    let css = "@page { size: 200pt 50pt; margin: 0 } .f { float: left; width: 60pt; height: 40pt; break-inside: avoid }"
    let result = try LaidOut(
      #"<p>a<br/>b</p><div class="f" id="f"></div><div class="f" id="g"></div><p>c</p>"#,
      css: css
    )
    #expect(result.texts == [["a@0,0", "b@0,10", "c@0,20"], []])
    #expect(result.box("f", page: 2) == "0,0 60×40")
    #expect(result.box("g", page: 2) == "60,0 60×40")
    #expect(result.codes == [])
  }

  @Test("a float with lines breaks over pages, text beside each piece")
  func broken() throws {
    let css =
      "@page { size: 200pt 30pt; margin: 0 } .f { float: left; width: 60pt; orphans: 1; widows: 1 } p { orphans: 1; widows: 1 }"
    let body = #"<div class="f">a<br/>b<br/>c<br/>d</div><p>e<br/>f<br/>g<br/>h<br/>i<br/>j</p>"#
    let result = try LaidOut(body, css: css)
    // Three lines a page; on the second the float has one more, 'd', and the text goes beside it, then below.
    #expect(
      result.texts == [
        ["a@0,0", "b@0,10", "c@0,20", "e@60,0", "f@60,10", "g@60,20"], ["d@0,0", "h@60,0", "i@0,10", "j@0,20"],
      ]
    )
    #expect(result.codes == [])
  }

  @Test("floats count for the width that content wants")
  func intrinsic() throws {
    let result = try LaidOut(
      #"<div id="b" style="width: max-content"><div class="l"></div><div class="l"></div></div>"#,
      css: Self.css
    )
    #expect(result.box("b") == "0,0 120×0")
  }

  @Test("a float whose one piece does not fit goes on the next page instead of running over the end")
  func unbreakable() throws {
    // Pages of 30: a line of 20 high does not fit in the 10 below two lines.
    let css = "@page { size: 200pt 30pt; margin: 0 }"
    let result = try LaidOut(
      #"<p>a<br/>b</p><div id="f" style="float: left; line-height: 20pt">x</div>"#,
      css: css
    )
    #expect(result.texts.map(\.count) == [2, 1])
    #expect(result.box("f", page: 2) == "0,0 10×20")
    #expect(result.codes == [])
  }
}
