import Testing

/// The page is 200 × 100; a letter is 10 × 10, 8 of it above the baseline.
@Suite("Line boxes")
struct LineBoxTests {
  @Test(
    "an empty inline box makes a line where its edges take room (CSS 2.2, 9.4.2)",
    arguments: [
      (#"<p><span style="padding: 0 3pt"></span></p>"#, "0,10 200×10"),
      (#"<p><span style="margin-left: 3pt"></span></p>"#, "0,10 200×10"),
      // Without edges there is no line, and the margins around collapse through: max(15, 20).
      (#"<p style="margin: 15pt 0 20pt"><span></span></p>"#, "0,20 200×10"),
    ]
  )
  func emptyInlines(body: String, box: String) throws {
    let result = try LaidOut(body + #"<p id="b">b</p>"#, css: "body { padding-top: 0.0001pt }")
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "atomic inlines stand on their baselines (CSS 2.2, 10.8.1)",
    arguments: [
      // The last line's: 10 + 8 above; 'a' is 8 above that.
      (#"<span style="display: inline-block">x<br/>y</span>"#, "a@0,10"),
      // What scrolls stands on its bottom margin edge: 20 + 3, and 'a' hangs 2 below.
      (#"<span style="display: inline-block; overflow: hidden; margin-bottom: 3pt">x<br/>y</span>"#, "a@0,15"),
      // A float has no baseline to give: 20 - 8.
      (
        #"<span style="display: inline-block; width: 10pt; height: 20pt"><i style="float: left">x</i></span>"#, "a@0,12"
      ),
      // An inline table has that of its first row.
      (
        """
        <span style="display: inline-table"><span style="display: table-row"><span style="display: table-cell">x</span></span>
        <span style="display: table-row"><span style="display: table-cell">y</span></span></span>
        """, "a@0,0"
      ),
      // Percentages are of its own line height, 10, not of its height: 5 above the baseline; 30 + 5 - 8.
      (#"<span style="display: inline-block; width: 10pt; height: 30pt; vertical-align: 50%"></span>"#, "a@0,27"),
    ]
  )
  func baselines(atomic: String, letter: String) throws {
    let result = try LaidOut("<p>a\(atomic)</p>")
    #expect(result.texts[0].contains(letter), "\(result.texts)")
    #expect(result.codes == [])
  }

  @Test("a first letter that floats stands beside the lines (CSS Pseudo-Elements 4, 2.2)")
  func floatingFirstLetter() throws {
    // The float is 20 + 3 wide and 20 high: two lines are beside it, of 177: 'bcd eeee ffff' is 130, with more 180.
    let result = try LaidOut(
      "<p>abcd eeee ffff gggg hhhh iiii jjjj</p>",
      css: "p::first-letter { float: left; font-size: 20pt; line-height: 20pt; padding-right: 3pt }"
    )
    #expect(result.texts == [["bcd eeee ffff@23,0", "a@0,0", "gggg hhhh iiii@23,10", "jjjj@0,20"]])
    #expect(result.codes == [])
  }

  @Test(
    "a positioned block in a line stands below it, or where the line begins (CSS Positioned Layout 3, 3.5.3)",
    arguments: [
      (#"<p>aa<i id="b" style="position: absolute">x</i>bb</p>"#, "20,0 10×10"),
      (#"<p>aa<i id="b" style="position: absolute; display: block">x</i>bb</p>"#, "0,10 10×10"),
      (#"<p style="text-align: right"><i id="b" style="position: absolute; display: block">x</i>bb</p>"#, "0,0 10×10"),
    ]
  )
  func staticPositions(body: String, box: String) throws {
    let result = try LaidOut(body)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "boxes at the line's top or bottom stand there inside such boxes too (CSS 2.2, 10.8.1)",
    arguments: [
      // The line is 30 high: 'b', 20 of it, at the top or the bottom.
      (
        #"<span style="vertical-align: top; line-height: 30pt">a<b style="vertical-align: top; line-height: 20pt">b</b></span>"#,
        ["a@0,10", "b@10,5"]
      ),
      (
        #"<span style="vertical-align: top; line-height: 30pt">a<b style="vertical-align: bottom; line-height: 20pt">b</b></span>"#,
        ["a@0,10", "b@10,15"]
      ),
      // Of no height, it stands on the bottom with its middle: 5 above, 5 below.
      (#"<span style="vertical-align: bottom; line-height: 0">a</span>b"#, ["a@0,5", "b@10,0"]),
    ]
  )
  func nestedEdges(body: String, texts: [String]) throws {
    let result = try LaidOut("<p style=\"line-height: 10pt\">\(body)</p>")
    #expect(result.texts == [texts])
    #expect(result.codes == [])
  }

  @Test("text that is justified is as wide as it is where that cannot make it fit, or its spaces are preserved")
  func unshrunk() throws {
    // 'aa bb cc dd' is 110; its three spaces would give at most a third of 30.
    let css = "p { width: 75pt; text-align: justify }"
    let single = try LaidOut(#"<p style="white-space: nowrap">aa <b id="b">bb</b> cc dd</p>"#, css: css)
    #expect(single.box("b") == "30,0 20×10")
    // 80 of 75: the spaces of 'aa  bb cc' are preserved, so the line ends before 'cc'.
    let preserved = try LaidOut(#"<p style="white-space: pre-wrap">a  bb <b id="b">cc</b></p>"#, css: css)
    #expect(preserved.box("b") == "0,10 20×10")
  }
}
