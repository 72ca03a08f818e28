import Testing

@testable import Text

@Suite("Line rooms") struct LineRoomTests {
  private func measure(_ width: Double, rooms: [LineRoom], isJustified: Bool = false) -> LineMeasure {
    var measure = LineMeasure(width: width, isJustified: isJustified)
    measure.rooms = rooms
    return measure
  }

  @Test(
    "the first lines take their own rooms, the others the plain width",
    arguments: [LineBreaking.firstFit, .totalFit]
  )
  func rooms(breaking: LineBreaking) throws {
    let paragraph = try shaped(squares("aa bb cc dd ee ff gg"))
    // Two lines of 5 characters beside a float of 30 points, then lines of 8.
    let rooms = [LineRoom(start: 30, width: 50), LineRoom(start: 30, width: 50)]
    let lines = paragraph.lines(measure(80, rooms: rooms), breaking)
    #expect(paragraph.texts(lines) == ["aa bb", "cc dd", "ee ff gg"])
    #expect(lines.map(\.start) == [30, 30, 0])
    #expect(lines.map(\.room) == [50, 50, 80])
    #expect(lines.map { $0.segments[0].x } == [0, 0, 0])
  }

  @Test("lines beside a float are justified to their rooms, as one paragraph") func justified() throws {
    let paragraph = try shaped(squares(String(repeating: "aaa bb cccc d ee ", count: 12)))
    var rooms = [LineRoom(start: 40, width: 260)]
    rooms += [LineRoom(width: 180), LineRoom(start: 60, width: 180)]
    let lines = paragraph.lines(measure(300, rooms: rooms, isJustified: true), .totalFit)
    for line in lines.dropLast() { #expect(abs(line.width - line.room) < 1e-6) }
    #expect(lines.prefix(4).map(\.room) == [260, 180, 180, 300])
    for (one, next) in zip(lines, lines.dropFirst()) { #expect(one.bytes.upperBound == next.bytes.lowerBound) }
    #expect(paragraph.worstRatio(of: lines) < 2.5)
  }

  @Test("total fit counts the lines that lead to a place, not only the place") func numbers() throws {
    // Natural lines: 60, then 100 wide. Were the second line measured as the first, "cc dd ee" (80) would not fit it.
    let paragraph = try shaped(squares("aa bb c cc dd ee ff gg hh"))
    let lines = paragraph.lines(measure(80, rooms: [LineRoom(width: 50)], isJustified: true), .totalFit)
    #expect(paragraph.texts(lines) == ["aa bb", "c cc dd", "ee ff gg", "hh"])
    // 70 of 80 points, two spaces: 5 points each.
    #expect(lines.map(\.spaceStretch) == [0, 5, 0, 0])
  }

  @Test("a paragraph goes on from a byte under another measure", arguments: [LineBreaking.firstFit, .totalFit])
  func resumed(breaking: LineBreaking) throws {
    let paragraph = try shaped(squares("mot hai ba bon nam"))
    let first = paragraph.lines(LineMeasure(width: 70, firstIndent: 0), breaking)[0]
    #expect(first.bytes == 0..<8)
    // The indent is the first line's, which is on the page before.
    let rest = paragraph.lines(LineMeasure(width: 60, firstIndent: 20), breaking, from: 8)
    #expect(paragraph.texts(rest) == ["ba bon", "nam"])
    #expect(rest.map(\.indent) == [0, 0])
    #expect(paragraph.lines(LineMeasure(width: 60), breaking, from: 18) == [])
  }

  @Test("a next line fills its room, unless it is the last") func nextLine() throws {
    let paragraph = try shaped(squares("mot hai ba bon"))
    let first = paragraph.nextLine(from: 0, width: 90, indent: 10, isFirst: true, isJustified: true)
    // "mot hai" is 70 of the 80 points that the indent leaves.
    #expect(first.spaceStretch == 10)
    #expect(first.segments.map(\.x) == [10])
    let last = paragraph.nextLine(from: 8, width: 90, indent: 10, isFirst: false, isJustified: true)
    #expect(last.spaceStretch == 0)
    #expect(last.isLast)
    #expect(paragraph.nextLine(from: 8, width: 90, indent: 10, isFirst: true).indent == 10)
  }

  @Test("the least width of a line is that of its first word") func leastWidth() throws {
    let paragraph = try shaped(squares("mot nghieng ba"))
    #expect(paragraph.leastWidth(from: 0) == 30)
    #expect(paragraph.leastWidth(from: 4) == 70)
    #expect(paragraph.leastWidth(from: 12) == 20)
    #expect(paragraph.leastWidth(from: 14) == 0)
  }

  @Test("the indent hangs, or begins each line after a forced break") func indents() throws {
    let paragraph = try shaped(squares("aa bb cc\u{2028}dd ee"))
    var measure = LineMeasure(width: 50, firstIndent: 20)
    #expect(paragraph.lines(measure, .firstFit).map(\.indent) == [20, 0, 0])
    measure.hangsIndent = true
    #expect(paragraph.lines(measure, .firstFit).map(\.indent) == [0, 20, 20, 20])
    measure.indentsEachLine = true
    #expect(paragraph.lines(measure, .totalFit).map(\.indent) == [0, 20, 0])
    measure.hangsIndent = false
    #expect(paragraph.lines(measure, .firstFit).map(\.indent) == [20, 0, 20, 0])
  }

  @Test("a thousand rooms take linear time") func linear() throws {
    let paragraph = try shaped(squares(String(repeating: "xy abc d ", count: 10_000)))
    let rooms = (0..<1000).map { LineRoom(width: 200 + Double($0 % 7) * 10) }
    let lines = paragraph.lines(measure(300, rooms: rooms, isJustified: true), .totalFit)
    #expect(lines.map(\.room).prefix(1000) == rooms.map(\.width)[...])
    #expect(lines.allSatisfy { !$0.overflows })
  }
}
