import Testing

@testable import Text

@Suite("Tabs") struct TabTests {
  private func kept(_ text: String, _ change: (inout TextStyle) -> Void = { _ in }) throws -> ShapedParagraph {
    try shaped(
      squares(text) {
        $0.preservesSpaces = true
        change(&$0)
      }
    )
  }

  @Test("a tab goes to the next stop, eight spaces apart") func stops() throws {
    // a, tab to 80, b, tab to 160, c.
    let line = try kept("a\tb\tc").lines(LineMeasure(width: 500), .firstFit)[0]
    #expect(line.width == 170)
    // 7 characters and a tab of 10; at 80 a whole stop.
    #expect(try kept("abcdefg\tb").maxContentWidth == 90)
    #expect(try kept("abcdefgh\tb").maxContentWidth == 170)
  }

  @Test("glyphs after a tab stand at the stop") func places() throws {
    let paragraph = try kept("a\tb")
    let line = paragraph.lines(LineMeasure(width: 500), .firstFit)[0]
    #expect(line.segments.map(\.width) == [90])
    var text = PlacedText()
    paragraph.place(line.segments[0], of: line, x: 1000, baseline: 0, into: &text)
    #expect(text.glyphs.map(\.x) == [1000, 1010, 1080])
    #expect(String(decoding: text.utf8, as: UTF8.self) == "a\tb")
  }

  @Test("stops are measured from the block's edge, indents and floats included") func origin() throws {
    let paragraph = try kept("a\tb\u{2028}a\tb")
    var measure = LineMeasure(width: 500, firstIndent: 30)
    measure.rooms = [LineRoom(start: 5, width: 495), LineRoom(start: 25, width: 475)]
    // 80 - 35 + 10, and 80 - 25 + 10.
    #expect(paragraph.lines(measure, .firstFit).map(\.width) == [55, 65])
  }

  @Test("tab-size is a number of spaces with their spacing, or a length") func sizes() throws {
    #expect(try kept("a\tb") { $0.tabSize = .spaces(4) }.maxContentWidth == 50)
    #expect(try kept("a\tb") { $0.tabSize = .length(25) }.maxContentWidth == 35)
    #expect(try kept("a\tb") { $0.tabSize = .spaces(0) }.maxContentWidth == 20)
    // Stops of 2 * (10 + 3); after "a" and its spacing at 13 the next is 26; "b" has no spacing at the end.
    let spaced = try kept("a\tb") {
      $0.tabSize = .spaces(2)
      $0.letterSpacing = 3
    }
    #expect(spaced.maxContentWidth == 36)
  }

  @Test("a stop nearer than half a zero is passed over") func near() throws {
    // Stops of 12: after 20 the next is 24, less than 5 away; so 36.
    #expect(try kept("ab\tc") { $0.tabSize = .length(12) }.maxContentWidth == 46)
  }

  @Test("lines end after tabs; tabs at their ends hang") func wrapping() throws {
    let paragraph = try kept("ab\tcd\tef")
    let lines = paragraph.lines(LineMeasure(width: 100), .firstFit)
    #expect(lines.map(\.bytes) == [0..<6, 6..<8])
    #expect(lines.map(\.width) == [100, 20])
  }

  @Test("a hundred thousand tabs take linear time") func linear() throws {
    let paragraph = try kept(String(repeating: "\ta", count: 100_000))
    // The first line holds six letters, at 80 to 480; the others begin with one and hold seven: 6 + 14,285 * 7 = 100,001.
    #expect(paragraph.lines(LineMeasure(width: 500), .firstFit).count == 14_286)
    // Tabs without letters between are one white space: they hang.
    #expect(try kept(String(repeating: "\t", count: 100_000)).lines(LineMeasure(width: 500), .firstFit).count == 1)
  }
}
