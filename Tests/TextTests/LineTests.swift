import Diagnostics
import Fonts
import TestSupport
import Testing

@testable import Text

@Suite("Lines") struct LineTests {
  @Test("a line takes as many words as fit; the spaces at its end take no room") func firstFit() throws {
    let paragraph = try shaped(squares("mot hai ba bon"))
    // 7 characters of 10 points are exactly 70.
    #expect(paragraph.texts(width: 70) == ["mot hai", "ba bon"])
    #expect(paragraph.texts(width: 69) == ["mot", "hai ba", "bon"])
    #expect(paragraph.minContentWidth == 30)
    #expect(paragraph.maxContentWidth == 140)
  }

  @Test("lines touch, and cover the text") func coverage() throws {
    let paragraph = try shaped(squares("mot hai ba bon"))
    let lines = paragraph.lines(LineMeasure(width: 70), .firstFit)
    #expect(lines.map(\.bytes) == [0..<8, 8..<14])
    #expect(lines.map(\.width) == [70, 60])
    #expect(lines.map(\.isLast) == [false, true])
  }

  @Test("the first line is indented") func indent() throws {
    let paragraph = try shaped(squares("mot hai ba"))
    let lines = paragraph.lines(LineMeasure(width: 70, firstIndent: 20), .firstFit)
    #expect(paragraph.texts(lines) == ["mot", "hai ba"])
    #expect(lines.map { $0.segments.map(\.x) } == [[20], [0]])
  }

  @Test("forced breaks end lines; two in a row leave an empty one, one at the end none") func forced() throws {
    let paragraph = try shaped(squares("a\u{2028}\u{2028}b\u{2028}"))
    let lines = paragraph.lines(LineMeasure(width: 100), .firstFit)
    #expect(lines.map(\.width) == [10, 0, 10])
    #expect(lines.map(\.endsWithForcedBreak) == [true, true, true])
    #expect(lines.map(\.isLast) == [false, false, true])
    #expect(paragraph.lines(LineMeasure(width: 100), .totalFit) == lines)
  }

  @Test("a word wider than the line stands alone, and overflows") func overflow() throws {
    let paragraph = try shaped(squares("a nghieng b"))
    for breaking in [LineBreaking.firstFit, .totalFit] {
      let lines = paragraph.lines(LineMeasure(width: 40, isJustified: true), breaking)
      #expect(paragraph.texts(lines) == ["a", "nghieng", "b"])
      #expect(lines.map(\.overflows) == [false, true, false])
    }
    #expect(paragraph.span(ofByte: 2) == SourceSpan(source: SourceID(index: 0), offset: 102, length: 1))
  }

  @Test("text that does not wrap is broken only around") func nowrap() throws {
    var content = squares("ab cd ef gh")
    content.styles.append(content.styles[0])
    content.styles[1].wraps = false
    let span = content.runs[0].span
    content.runs = [
      StyledRun(start: 0, end: 3, style: 0, span: span), StyledRun(start: 3, end: 8, style: 1, span: span),
      StyledRun(start: 8, end: 11, style: 0, span: span),
    ]
    #expect(try shaped(content).texts(width: 50) == ["ab", "cd ef", "gh"])
    #expect(try shaped(content).texts(width: 10) == ["ab", "cd ef", "gh"])
  }

  @Test("a start edge goes with what follows, an end edge stays with what precedes") func edges() throws {
    var content = squares("ab cd ef")
    content.objects = [
      InlineObject(kind: .openEdge, offset: 3, width: 5), InlineObject(kind: .closeEdge, offset: 6, width: 5),
    ]
    let lines = try shaped(content).lines(LineMeasure(width: 30), .firstFit)
    #expect(lines.map(\.width) == [20, 30, 20])  // 5 + 20 + 5 with both edges on the second line
    #expect(lines[1].segments.map(\.x) == [0, 5, 25])
    #expect(lines[1].segments.map(\.width) == [5, 20, 5])
  }

  @Test("an atomic object may stand at a line's start") func atomic() throws {
    let paragraph = try shaped(squares("ab \u{FFFC} cd"))
    let lines = paragraph.lines(LineMeasure(width: 50), .firstFit)
    #expect(lines.map(\.width) == [20, 30, 20])
    #expect(lines[1].segments.map(\.kind) == [.object(0)])
  }

  @Test("spaces that are kept hang at the line's end") func preserved() throws {
    let paragraph = try shaped(squares("ab   cd") { $0.preservesSpaces = true })
    let lines = paragraph.lines(LineMeasure(width: 20), .firstFit)
    #expect(lines.map(\.width) == [20, 20])
    #expect(lines[0].segments.map(\.width) == [50])
  }

  @Test("justified spaces share what is left; the last line keeps its own") func justified() throws {
    let paragraph = try shaped(squares("a b c dd e"))
    let lines = paragraph.lines(LineMeasure(width: 56, isJustified: true), .firstFit)
    #expect(paragraph.texts(lines) == ["a b c", "dd e"])
    #expect(lines.map(\.spaceStretch) == [3, 0])  // (56 - 50) / 2 spaces
    #expect(lines.map(\.width) == [56, 40])
    #expect(paragraph.worstRatio(of: lines) == 0.6)  // 3 of the 5 points that 10 stretch gladly
    #expect(paragraph.justified(lines[1], to: 56).width == 56)
  }

  @Test("letter-spacing follows each character, word-spacing each space") func spacing() throws {
    let paragraph = try shaped(
      squares("ab c") {
        $0.letterSpacing = 1
        $0.wordSpacing = 4
      }
    )
    #expect(paragraph.glyphs.map(\.advance) == [11, 11, 15, 11])
  }

  @Test("next lines may differ in width") func incremental() throws {
    let paragraph = try shaped(squares("mot hai ba bon"))
    let first = paragraph.nextLine(from: 0, width: 40, indent: 10, isFirst: true)
    #expect(first.bytes == 0..<4)
    let second = paragraph.nextLine(from: first.bytes.upperBound, width: 65, indent: 10, isFirst: false)
    #expect(second.bytes == 4..<11)
    #expect(paragraph.nextLine(from: 11, width: 100, indent: 0, isFirst: false).isLast)
  }

  @Test("leaders fill the line, and line up at its end") func leaders() throws {
    for (text, x, count) in [("a\u{FFFC}12", 10.0, 5), ("abc\u{FFFC}1", 30.0, 4)] {
      var content = squares(text)
      content.objects[0].kind = .leader(pattern: ".")
      content.objects[0].width = 0
      let paragraph = try shaped(content)
      let line = try #require(paragraph.lines(LineMeasure(width: 85), .totalFit).first)
      // 85 is no multiple of 10: the points stand at 5, 15, 25 ... from the start.
      #expect(line.width == 85)
      #expect(line.segments.map(\.x) == [0, x + 5, 85 - Double(text.utf8.count - 3) * 10 + x])
      #expect(line.segments[1].width == Double(count) * 10)
      var placed = PlacedText()
      paragraph.place(line.segments[1], of: line, x: 100, baseline: 50, into: &placed)
      #expect(placed.utf8 == [UInt8](repeating: UInt8(ascii: "."), count: count))
      #expect(placed.glyphs.map(\.x) == (0..<count).map { 100 + 10 * Double($0) })
      #expect(placed.clusters.allSatisfy { $0 == PlacedText.Cluster(bytes: 1, glyphs: 1) })
    }
  }

  @Test("placed glyphs carry justification and their text") func placed() throws {
    let paragraph = try shaped(squares("đ b\u{200B}c d"))
    let line = try #require(paragraph.lines(LineMeasure(width: 53, isJustified: true), .firstFit).first)
    var placed = PlacedText()
    for segment in line.segments { paragraph.place(segment, of: line, x: segment.x, baseline: 8, into: &placed) }
    // The line holds "đ bc": 40 points and one space, which takes the 13 that are left.
    #expect(placed.glyphs.map(\.x) == [0, 10, 33, 43])
    #expect(placed.glyphs.map(\.y) == [8, 8, 8, 8])
    #expect(String(decoding: placed.utf8, as: UTF8.self) == "đ bc")
    #expect(placed.clusters.map(\.bytes) == [2, 1, 1, 1])
  }
}
