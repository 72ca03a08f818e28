import Testing

/// The page is 200 wide; a letter is 10 × 10.
@Suite("text-indent")
struct IndentTests {
  @Test(
    "the first line of text behind a block is not the first of its container (CSS Text 3, 7.1)",
    arguments: [
      ("20pt", [["a@20,0", "b@20,10", "c@0,20", "d@0,30"]]),
      // Lines after forced breaks are indented.
      ("20pt each-line", [["a@20,0", "b@20,10", "c@0,20", "d@20,30"]]),
      // All but first lines.
      ("20pt hanging", [["a@0,0", "b@0,10", "c@20,20", "d@20,30"]]),
    ]
  )
  func continued(indent: String, texts: [[String]]) throws {
    let result = try LaidOut("<div style=\"text-indent: \(indent)\">a<div>b</div>c<br/>d</div>")
    #expect(result.texts == texts)
    #expect(result.codes == [])
  }

  @Test(
    "the content widths of a box count the indent of its lines, percentages as nothing (CSS Text 3, 7.1)",
    arguments: [
      ("text-indent: 20pt; float: left", "aaa aaa<br/>aaa aaa aaa", "0,0 110×20"),
      ("text-indent: -20pt; float: left", "aaa aaa", "0,0 50×10"),
      ("text-indent: 20pt; width: min-content", "aaa aaa", "0,0 50×20"),
      ("text-indent: 20pt hanging; width: min-content", "aaa aaa", "0,0 50×20"),
      ("text-indent: 50%; width: max-content", "aaa", "0,0 30×10"),
    ]
  )
  func intrinsic(css: String, content: String, box: String) throws {
    let result = try LaidOut("<div id=\"d\" style=\"\(css)\">\(content)</div>")
    #expect(result.box("d") == box)
  }

  @Test("an inline-block that wraps lets its container be as narrow as its longest word (CSS Sizing 3, 5.1)")
  func wrappingAtomics() throws {
    let result = try LaidOut(
      #"<div id="d" style="width: min-content"><span style="display: inline-block">aaa bbbb</span></div>"#
    )
    #expect(result.box("d") == "0,0 40×20")
    #expect(result.codes == [])
  }

  @Test(
    "intrinsic widths that boxes ask for are what they contribute (CSS Sizing 3, 5.2)",
    arguments: [
      ("width: min-content", "0,0 40×20"),
      ("max-width: min-content", "0,0 40×20"),
      ("width: 0; min-width: max-content", "0,0 80×10"),
    ]
  )
  func contributions(css: String, box: String) throws {
    let result = try LaidOut("<div id=\"d\" style=\"float: left\"><p style=\"\(css)\">aaa bbbb</p></div>")
    #expect(result.box("d") == box)
    #expect(result.codes == [])
  }
}
