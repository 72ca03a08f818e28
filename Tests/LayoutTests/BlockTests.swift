import Testing

@Suite("Blocks")
struct BlockTests {
  @Test(
    "margins collapse as CSS 2.2, 8.3.1, says",
    arguments: [
      // Siblings: the larger of 10 and 20 is between the boxes.
      (#"<p style="margin-bottom: 10pt">a</p><p id="b" style="margin-top: 20pt">b</p>"#, "0,30 200×10"),
      // A negative margin is added to the largest positive one: 20 - 5.
      (#"<p style="margin-bottom: -5pt">a</p><p id="b" style="margin-top: 20pt">b</p>"#, "0,25 200×10"),
      // Through an empty box: max(10, 15, 5).
      (#"<p style="margin-bottom: 10pt">a</p><div style="margin: 15pt 0 5pt"></div><p id="b">b</p>"#, "0,25 200×10"),
      // Parent and first child: 20 above the parent's box, none inside.
      (#"<p>a</p><div id="b" style="margin-top: 5pt"><p style="margin-top: 20pt">b</p></div>"#, "0,30 200×10"),
      // Padding keeps them apart: 5 above, 1 + 20 inside.
      (
        #"<p>a</p><div id="b" style="margin-top: 5pt; padding-top: 1pt"><p style="margin-top: 20pt">b</p></div>"#,
        "0,15 200×31"
      ),
      // Last child and parent: the parent ends at the child's border.
      (#"<div id="b"><p style="margin-bottom: 20pt">a</p></div><p>b</p>"#, "0,0 200×10"),
    ]
  )
  func margins(body: String, box: String) throws {
    let result = try LaidOut(body, css: "body { padding-top: 0.0001pt }")
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test(
    "widths and auto margins fill the containing block",
    arguments: [
      ("margin: 0 10pt", "10,0 180×10"),
      ("width: 50%", "0,0 100×10"),
      ("width: 100pt; margin: 0 auto", "50,0 100×10"),
      ("width: 100pt; margin-left: auto", "100,0 100×10"),
      ("width: 100pt; padding: 0 10pt; border: 5pt solid", "0,0 130×20"),
      ("width: 100pt; padding: 0 10pt; border: 5pt solid; box-sizing: border-box", "0,0 100×20"),
      ("max-width: 60pt", "0,0 60×10"),
      ("width: 10pt; min-width: 60pt", "0,0 60×10"),
      ("height: 40pt", "0,0 200×40"),
      ("height: 40%; min-height: 50pt", "0,0 200×50"),
      ("width: max-content", "0,0 10×10"),
    ]
  )
  func widths(style: String, box: String) throws {
    let result = try LaidOut(#"<div id="b" style="\#(style)">a</div>"#)
    #expect(result.box("b") == box)
    #expect(result.codes == [])
  }

  @Test("text between blocks gets an anonymous block")
  func anonymousBlocks() throws {
    let result = try LaidOut("<div>one<p>two</p> <b>thr<span>ee</span></b> </div>")
    #expect(result.texts == [["one@0,0", "two@0,10", "thr@0,20", "ee@30,20"]])
  }

  @Test("a block inside an inline box splits it")
  func blockInInline() throws {
    let result = try LaidOut(#"<div><span style="padding: 0 5pt">one<div>two</div>three</span></div>"#)
    // The start edge is before "one" only, the end edge after "three" only.
    #expect(result.texts == [["one@5,0", "two@0,10", "three@0,20"]])
  }
}
