import Geometry
import Layout
import Testing

/// A letter is 10 wide; lines are 60 wide.
@Suite("Edges of inline boxes repeated in each line")
struct ClonedInlineTests {
  private func layOut(_ body: String, css: String = "") throws -> LaidOut {
    try LaidOut(
      "<p id=\"p\">\(body)</p>",
      css: "p { width: 60pt } span { padding: 0 5pt; box-decoration-break: clone } \(css)"
    )
  }

  /// The border boxes of the pieces of the span.
  private func pieces(_ result: LaidOut) -> [String] {
    result.pages[0].fragments.filter { $0.kind == .inline }.map { fragment in
      let box = fragment.borderBox
      return "\(short(box.left)),\(short(box.top)) \(short(box.size.width))"
    }
  }

  @Test("each piece has padding at both ends, which lines make room for (CSS Fragmentation 3, 5.4)")
  func padding() throws {
    // 'a ' and 5 + 20 + 5; then 5 + 50 + 5, exactly the line; 5 + 20 + 5 and ' dd'.
    let result = try layOut("a <span>bb cc dd ee</span> dd")
    #expect(result.texts == [["a @0,0", "bb@25,0", "cc dd@5,10", "ee@5,20", " dd@30,20"]])
    #expect(pieces(result) == ["20,0 30", "0,10 60", "0,20 30"])
    #expect(result.codes == [])
  }

  @Test("with slice only the first piece has a start and only the last one an end")
  func slice() throws {
    let result = try layOut("a <span>bb cc dd ee</span> dd", css: "span { box-decoration-break: slice }")
    #expect(result.texts == [["a @0,0", "bb@25,0", "cc dd@0,10", "ee@0,20", " dd@25,20"]])
    #expect(pieces(result) == ["20,0 25", "0,10 50", "0,20 25"])
    #expect(result.codes == [])
  }

  @Test("margins and borders are repeated too, and nested boxes inside those around them")
  func nested() throws {
    // Outside 3 + 1 and inside 2 on both sides: 'cc dd' would take 62.
    let result = try layOut(
      "<span>bb <b>cc dd</b></span>",
      css:
        "span { padding: 0; margin: 0 3pt; border: 1pt solid } b { font-weight: inherit; padding: 0 2pt; box-decoration-break: clone }"
    )
    #expect(result.texts == [["bb@4,0", "cc@6,10", "dd@6,20"]])
    // The borders stand 1 above the letters.
    #expect(pieces(result) == ["3,-1 22", "3,9 26", "4,10 24", "3,19 26", "4,20 24"])
    #expect(result.codes == [])
  }

  @Test("forced breaks, alignment and justification count the edges")
  func alignment() throws {
    let forced = try layOut("<span>bb<br/>cc</span>", css: "p { text-align: right }")
    #expect(forced.texts == [["bb@35,0", "cc@35,10"]])
    // Two spaces of 10 share what 5 + 30 + 5 leave of 60: 10 each.
    let justified = try layOut("<span>a b c dddd</span>", css: "p { text-align: justify }")
    #expect(justified.pages[0].fragments.first { $0.kind == .text }?.content.width == 50)
    #expect(pieces(justified) == ["0,0 60", "0,10 50"])
    #expect(forced.codes + justified.codes == [])
  }

  @Test("content is as wide as its pieces need: the longest word between both edges")
  func intrinsic() throws {
    let result = try layOut(
      "<i id=\"i\"><span>bb ccc</span></i>",
      css: "i { float: left; width: min-content; font-style: normal }"
    )
    #expect(result.box("i") == "0,0 40×20")
    #expect(result.codes == [])
  }
}
