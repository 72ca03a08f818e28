import Geometry
import Layout
import Testing

/// Pages of ten lines, 200 pt wide: content that overflows its box over the page goes on beside what follows the box
/// (CSS Fragmentation 3, 4.1: parallel flows).
@Suite("Content that overflows its box over pages")
struct OverflowingContentTests {
  private func lines(_ count: Int, _ letter: String = "a") -> String {
    Array(repeating: letter, count: count).joined(separator: "<br/>")
  }

  @Test("what follows a box of a given height follows the box, not what overflows it")
  func following() throws {
    let result = try LaidOut("<div id='d' style='height: 50pt'>\(lines(15))</div><p id='b'>b</p>")
    #expect(result.box("d") == "0,0 200×50")
    #expect(result.box("b") == "0,50 200×10")
    #expect(result.box("d", page: 2) == "0,0 200×0")
    #expect(result.texts.map(\.count) == [11, 5])  // ten lines and what follows; 15 - 10
    #expect(result.texts[1].first == "a@0,0")
    #expect(result.codes == [])
  }

  @Test("boxes around end where their content does; their edges stay with them")
  func around() throws {
    let inner = "<div style='height: 30pt'>\(lines(12))</div>"
    let result = try LaidOut("<div id='d' style='border: 5pt solid'>\(inner)</div><p id='b'>b</p>")
    #expect(result.box("d") == "0,0 200×40")  // 5 + 30 + 5
    #expect(result.box("b") == "0,40 200×10")
    #expect(result.box("d", page: 2) == "0,0 200×0")
    // 95 pt are left for lines of 10: nine of twelve.
    #expect(result.texts.map(\.count) == [10, 3])
  }

  @Test("max-height ends a box as height does")
  func mostHeight() throws {
    let result = try LaidOut("<div id='d' style='max-height: 40pt'>\(lines(13))</div><p id='b'>b</p>")
    #expect(result.box("d") == "0,0 200×40")
    #expect(result.box("b") == "0,40 200×10")
    #expect(result.texts.map(\.count) == [11, 3])
  }

  @Test("a forced break inside is one of the overflowing content")
  func forced() throws {
    let inside = "<p>a</p><p id='c' style='break-before: page; margin-top: 20pt'>c</p>"
    let result = try LaidOut("<div style='height: 50pt'>\(inside)</div><p id='b'>b</p>")
    #expect(result.box("b") == "0,50 200×10")
    #expect(result.box("c", page: 2) == "0,20 200×10")
    let sides = try LaidOut(
      "<p>a</p><p style='break-before: right'>b</p>",
      css: "html, body { height: 100% }"
    )
    #expect(sides.pages.map(\.isBlank) == [false, true, false])
  }

  @Test("content goes on over several pages, and nothing is lost where what follows breaks as well")
  func severalPages() throws {
    let result = try LaidOut("<div style='height: 20pt'>\(lines(25))</div><p id='b'>\(lines(12, "b"))</p>")
    #expect(result.box("b") == "0,20 200×80")
    #expect(result.box("b", page: 2) == "0,0 200×40")  // 12 - 8 lines
    #expect(result.texts.map(\.count) == [18, 14, 5])
    let kept = """
      <div style='height: 10pt'><p style='height: 125pt'>a</p><p id='c'>c</p></div>
      <p style='height: 125pt; break-inside: avoid'>b</p>
      """
    let avoiding = try LaidOut(kept)
    #expect(avoiding.box("c", page: 2) == "0,25 200×10")
  }

  @Test("a box that has ended breaks where its content does well, by orphans and widows")
  func lineRules() throws {
    let text = "<p style='orphans: 3; widows: 3'>\(lines(6, "c"))</p>"
    let result = try LaidOut("<div style='height: 20pt'>\(lines(6))\(text)</div><p id='b'>b</p>")
    // Four lines would fit and leave two: three stay.
    #expect(result.texts.map(\.count) == [10, 3])
    #expect(result.box("b") == "0,20 200×10")
  }

  @Test("what min-height adds goes on on the next page, and an end that does not fit below a gap")
  func gaps() throws {
    let least = try LaidOut("<p id='d' style='min-height: 150pt'>a</p><p id='b'>b</p>")
    #expect(least.box("d") == "0,0 200×100")
    #expect(least.box("d", page: 2) == "0,0 200×50")
    #expect(least.box("b", page: 2) == "0,50 200×10")
    let padded = try LaidOut("<p id='d' style='height: 90pt; padding-bottom: 20pt'>a</p><p id='b'>b</p>")
    #expect(padded.box("d") == "0,0 200×90")
    #expect(padded.box("d", page: 2) == "0,0 200×20")
    #expect(padded.box("b", page: 2) == "0,20 200×10")
  }

  @Test("a margin at the end of the last page makes no other")
  func endMargin() throws {
    let result = try LaidOut("<p style='margin-bottom: 20pt'>\(lines(10))</p>")
    #expect(result.texts.map(\.count) == [10])
    let root = try LaidOut("<div style='display: flow-root'><p style='margin-bottom: 20pt'>\(lines(9))</p></div>")
    #expect(root.texts.map(\.count) == [9])
  }
}
