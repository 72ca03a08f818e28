import Testing

@testable import Text

@Suite("Shapes of lines") struct LineShapeTests {
  @Test("balanced lines are of like length, and no more") func balance() throws {
    let paragraph = try shaped(squares("aa bb cc dd ee"))
    #expect(paragraph.texts(width: 110) == ["aa bb cc dd", "ee"])
    #expect(paragraph.texts(width: 110, .balance) == ["aa bb cc", "dd ee"])
    // One line has nothing to share.
    #expect(paragraph.texts(width: 140, .balance) == ["aa bb cc dd ee"])
    let lines = paragraph.lines(LineMeasure(width: 110), .balance)
    #expect(lines.map(\.room) == [110, 110])
  }

  @Test("each stretch between forced breaks is balanced by itself") func stretches() throws {
    let paragraph = try shaped(squares("aaaaaaaaa\u{2028}aa bb cc dd ee"))
    #expect(paragraph.texts(width: 110, .balance).map { $0.count } == [10, 8, 5])
  }

  @Test("more than ten lines are not balanced") func limit() throws {
    let paragraph = try shaped(squares(String(repeating: "aa ", count: 22)))
    #expect(paragraph.texts(width: 50, .balance) == paragraph.texts(width: 50))
    let longer = try shaped(squares(String(repeating: "aa ", count: 23)))
    #expect(longer.lines(LineMeasure(width: 50), .balance).count == 12)
  }

  @Test("a pretty last line is a third of its room, where no line is added") func pretty() throws {
    let paragraph = try shaped(squares("aaa bbb ccc ddd eee fff g"))
    #expect(paragraph.texts(width: 120) == ["aaa bbb ccc", "ddd eee fff", "g"])
    // g alone is 10 of 120: the lines before are narrowed until it has company.
    #expect(paragraph.texts(width: 120, .pretty) == ["aaa bbb", "ccc ddd", "eee fff g"])
    #expect(try shaped(squares("aaa b")).texts(width: 30, .pretty) == ["aaa", "b"])
  }

  @Test("spread characters fill the line, the last one's end flush") func spread() throws {
    let paragraph = try shaped(squares("abcde fg"))
    var measure = LineMeasure(width: 58, isJustified: true)
    measure.spreadsCharacters = true
    let lines = paragraph.lines(measure, .firstFit)
    #expect(lines.map(\.width) == [58, 20])  // 4 gaps of 2
    #expect(lines.map(\.clusterStretch) == [2, 0])
    #expect(lines[0].segments.map(\.width) == [58])
    var text = PlacedText()
    paragraph.place(lines[0].segments[0], of: lines[0], x: 0, baseline: 0, into: &text)
    #expect(text.glyphs.map(\.x) == [0, 12, 24, 36, 48])
  }

  @Test("quotes hang before the first line and after the last") func hangingQuotes() throws {
    let paragraph = try shaped(squares("“ab cd”") { $0.hanging = [.first, .last] })
    let lines = paragraph.lines(LineMeasure(width: 20), .firstFit)
    #expect(lines.map(\.width) == [20, 20])
    #expect(lines.map { $0.segments[0].x } == [-10, 0])
    #expect(lines.map { $0.segments[0].width } == [30, 30])
    #expect(lines.allSatisfy { !$0.overflows })
  }

  @Test("a stop hangs always, or where it does not fit") func hangingStops() throws {
    let forced = try shaped(squares("ab, cd") { $0.hanging = .forceEnd })
    #expect(forced.lines(LineMeasure(width: 50), .firstFit).map(\.width) == [20, 20])
    let allowed = try shaped(squares("ab, cd") { $0.hanging = .allowEnd })
    #expect(allowed.lines(LineMeasure(width: 30), .firstFit).map(\.width) == [30, 20])
    #expect(allowed.lines(LineMeasure(width: 20), .firstFit).map(\.width) == [20, 20])
    #expect(allowed.lines(LineMeasure(width: 20, isJustified: true), .totalFit).map(\.overflows) == [false, false])
  }

  @Test("decimals are aligned by the place of their mark") func alignment() throws {
    func offsets(_ text: String) throws -> [Double] {
      let paragraph = try shaped(squares(text))
      let line = paragraph.lines(LineMeasure(width: 200), .firstFit)[0]
      let extents = paragraph.alignmentExtents(mark: ",")
      return [paragraph.alignmentOffset(of: line, mark: ","), extents.before, extents.after]
    }
    #expect(try offsets("1.234,5") == [50, 50, 20])
    #expect(try offsets("95") == [20, 20, 0])
    #expect(try offsets("đ,1,2") == [10, 10, 40])
  }

  @Test("an ellipsis stands for what is cut off; nothing moves") func ellipsis() throws {
    var content = squares("abcdefgh") { $0.wraps = false }
    content.ellipsis = "\u{2026}"
    let paragraph = try shaped(content)
    let line = paragraph.lines(LineMeasure(width: 45), .firstFit)[0]
    let cut = paragraph.ellipsized(line)
    #expect(cut.width == 80)
    #expect(cut.segments.map(\.width) == [80])
    var text = PlacedText()
    for segment in cut.segments { paragraph.place(segment, of: cut, x: segment.x, baseline: 0, into: &text) }
    // Three letters and the ellipsis are 40 of 45.
    #expect(String(decoding: text.utf8, as: UTF8.self) == "abc…")
    #expect(text.glyphs.map(\.x) == [0, 10, 20, 30])
    // The first letter stays even where it does not fit.
    text.removeAll()
    let narrow = paragraph.ellipsized(paragraph.lines(LineMeasure(width: 5), .firstFit)[0])
    paragraph.place(narrow.segments[0], of: narrow, x: 0, baseline: 0, into: &text)
    #expect(String(decoding: text.utf8, as: UTF8.self) == "a…")
    #expect(paragraph.ellipsized(paragraph.lines(LineMeasure(width: 80), .firstFit)[0]).segments[0].hyphen == -1)
  }
}
