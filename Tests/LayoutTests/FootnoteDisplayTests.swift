import Geometry
import Layout
import Testing

/// The page is 200 × 100, a letter 10 × 10; calls and markers are as large as the text, the footnote area has no edges.
@Suite("Footnotes on shared lines")
struct FootnoteDisplayTests {
  private func layOut(_ body: String, display: String, css: String = "") throws -> LaidOut {
    try LaidOut(
      body,
      css: """
        .n { float: footnote; footnote-display: \(display) }
        .n::footnote-call { font-size: 10pt; vertical-align: baseline; line-height: 10pt }
        \(css)
        """,
      page: """
        size: 200pt 100pt; margin: 0;
        @footnote { margin: 0; padding: 0; border: 0; background: none; max-height: none }
        """
    )
  }

  private func notes(_ texts: [String]) -> String {
    texts.map { "a<span class=\"n\">\($0)</span>" }.joined(separator: " ")
  }

  /// The texts of the footnote area of a page.
  private func area(_ result: LaidOut, page: Int = 0) -> [String] {
    guard let first = result.texts[page].firstIndex(where: { $0.hasPrefix("1. ") }) else { return result.texts[page] }
    return Array(result.texts[page][first...])
  }

  @Test("inline notes run on in one anonymous block; a line may end between two of them (CSS GCPM 3, 2.4)")
  func inline() throws {
    // '1. xx' is 50 wide, '2. yy' ends at 100, '3. zz zz' at 180; '4.' would end at 200, but 'w' goes on the next line.
    let result = try layOut("<p>\(notes(["xx", "yy", "zz zz", "w"]))</p>", display: "inline")
    #expect(
      area(result) == [
        "1. @0,80", "xx@30,80", "2. @50,80", "yy@80,80", "3. @100,80", "zz zz@130,80", "4.@180,80", "w@0,90",
      ]
    )
    let inside = result.pages[0].fragments.drop { $0.kind != .footnoteArea }
    #expect(inside.filter { $0.kind == .block }.count == 1)
    #expect(inside.filter { $0.kind == .inline && $0.pseudo == nil }.count == 5)  // the fourth is in two pieces
    #expect(inside.filter { $0.role == .note }.count == 5)
    #expect(result.codes == [])
  }

  @Test("the margins and the padding of inline notes stand between them")
  func gaps() throws {
    // '1. x' is 40 wide; then a margin of 15 and the padding of 5 of the next.
    let css = ".n { margin-right: 15pt; padding-left: 5pt; margin-top: 50pt }"
    let result = try layOut("<p>\(notes(["x", "y"]))</p>", display: "inline", css: css)
    #expect(area(result) == ["1. @5,90", "x@35,90", "2. @65,90", "y@95,90"])
    #expect(result.codes == [])
  }

  @Test("a run of inline notes breaks over pages, and later notes go on in it")
  func breaks() throws {
    // The call stands in line 9 of 10. One line is left for '1. aa bb cc dd ee', of 17 letters and then ' ff gg'.
    let lines = (0..<8).map { "a\($0)" }.joined(separator: "<br/>")
    let result = try layOut(
      "<p>\(lines)<br/>\(notes(["aa bb cc dd ee fff ggg"]))<br/>\(notes(["y"]))</p>",
      display: "inline"
    )
    #expect(area(result) == ["1. @0,90", "aa bb cc dd ee@30,90"])
    // 'fff ggg' is 70 wide; '2. y' follows it.
    #expect(result.texts[1] == ["a@0,0", "2@10,0", "fff ggg@0,90", "2. @70,90", "y@100,90"])
    #expect(result.codes == [])
  }

  @Test("many inline notes are all there, in order, on the lines where they would be set at once")
  func many() throws {
    // '1. a' to '9. a' are 40 wide: five fill the first line. '10. a' and on are 50: after four of 40 there is room for
    // '10.' only, then for 'a', three of 50 and '14.', and so on: 6 lines, the last one 'a', '23. a', '24. a'.
    let calls = (0..<24).map { _ in "<span class=\"n\">a</span><wbr/>" }
    let result = try layOut("<p>\(calls.joined())</p>", display: "inline")
    let words = area(result).filter { $0.hasPrefix("a@") }
    #expect(words.prefix(5) == ["a@30,40", "a@70,40", "a@110,40", "a@150,40", "a@190,40"])
    #expect(words.count == 24)
    #expect(words.suffix(3) == ["a@0,90", "a@50,90", "a@100,90"])
    #expect(result.codes == [])
  }

  @Test("compact notes share a line where they fit on it whole; longer ones are blocks")
  func compact() throws {
    // '1. xx' and '2. yy' are 50 wide each, '3. zz zz zz z' 130: it has lines of its own, and '4. w' with 40 fits beside it.
    let result = try layOut("<p>\(notes(["xx", "yy", "zz zz zz z", "w"]))</p>", display: "compact")
    #expect(
      area(result) == [
        "1. @0,80", "xx@30,80", "2. @50,80", "yy@80,80", "3. @0,90", "zz zz zz z@30,90", "4. @130,90", "w@160,90",
      ]
    )
    // Alone on its line a note is a block.
    let single = try layOut("<p>\(notes(["xx"]))</p>", display: "compact")
    #expect(single.pages[0].fragments.filter { $0.kind == .footnote }.count == 1)
    #expect(result.codes + single.codes == [])
  }

  @Test("a note that holds blocks stands as a block among inline ones")
  func blocksInside() throws {
    let result = try layOut(
      "<div>\(notes(["x"])) b<div class=\"n\"><p>y</p><p>z</p></div> \(notes(["w"]))</div>",
      display: "inline"
    )
    // The marker of the second note has a line of its own above its blocks.
    #expect(
      area(result) == ["1. @0,50", "x@30,50", "2.@0,60", "y@0,70", "z@0,80", "3. @0,90", "w@30,90"]
    )
    #expect(result.codes == [])
  }
}
