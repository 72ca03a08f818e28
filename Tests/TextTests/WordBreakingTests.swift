import Testing

@testable import Text

@Suite("Breaks inside words") struct WordBreakingTests {
  @Test("a word that is too wide is broken where the line is full", arguments: [LineBreaking.firstFit, .totalFit])
  func breakWord(breaking: LineBreaking) throws {
    let paragraph = try shaped(squares("ab abcdefghijk cd") { $0.overflowWrap = .breakWord })
    // The word goes to a line of its own first (CSS Text 3, 5.5): only there it is broken, at 4 characters of 10 points.
    let lines = paragraph.lines(LineMeasure(width: 40, isJustified: breaking == .totalFit), breaking)
    #expect(paragraph.texts(lines) == ["ab", "abcd", "efgh", "ijk", "cd"])
    #expect(lines.allSatisfy { !$0.overflows })
    #expect(paragraph.minContentWidth == 110)
  }

  @Test("the rest of a broken word shares its line with what follows") func remainder() throws {
    let paragraph = try shaped(squares("abcdefgh ij") { $0.overflowWrap = .breakWord })
    #expect(paragraph.texts(width: 50) == ["abcde", "fgh", "ij"])  // fgh ij are 60
    #expect(paragraph.texts(width: 60) == ["abcdef", "gh ij"])
  }

  @Test("overflow-wrap: anywhere is known to min-content") func anywhere() throws {
    #expect(try shaped(squares("abcd ef") { $0.overflowWrap = .anywhere }).minContentWidth == 10)
  }

  @Test("a resumed line may begin inside a word") func resumed() throws {
    let paragraph = try shaped(squares("abcdefghij") { $0.overflowWrap = .anywhere })
    let lines = paragraph.lines(LineMeasure(width: 200), .firstFit, from: 4)
    #expect(lines.map(\.bytes) == [4..<10])
    #expect(paragraph.nextLine(from: 4, width: 30, indent: 0, isFirst: false).bytes == 4..<7)
  }

  @Test("a mark is not taken from its letter") func clusters() throws {
    let paragraph = try shaped(squares("đđđđ") { $0.overflowWrap = .anywhere })
    #expect(paragraph.lines(LineMeasure(width: 25), .firstFit).map(\.bytes) == [0..<4, 4..<8])
  }

  @Test("text that does not wrap is not broken") func nowrap() throws {
    let paragraph = try shaped(
      squares("abcdefgh") {
        $0.overflowWrap = .anywhere
        $0.wraps = false
      }
    )
    #expect(paragraph.texts(width: 30) == ["abcdefgh"])
  }

  @Test("word-break: break-all fills each line") func wordBreak()
    throws
  {
    let all = try shaped(squares("abcdef, gh") { $0.wordBreak = .breakAll })
    // The comma stays with its letter.
    #expect(all.texts(width: 40) == ["abcd", "ef,", "gh"])
    #expect(all.texts(width: 60) == ["abcde", "f, gh"])
    #expect(all.minContentWidth == 20)
  }

  @Test("break-spaces: spaces take room, and a line may end after each") func breakSpaces() throws {
    let paragraph = try shaped(
      squares("ab   cd") {
        $0.preservesSpaces = true
        $0.breaksSpaces = true
      }
    )
    let lines = paragraph.lines(LineMeasure(width: 30), .firstFit)
    #expect(lines.map(\.bytes) == [0..<3, 3..<5, 5..<7])
    #expect(lines.map(\.width) == [30, 20, 20])
  }

  @Test("kept spaces hang, but before a forced break only where they do not fit") func hanging() throws {
    let paragraph = try shaped(squares("ab  \u{2028}ab  ") { $0.preservesSpaces = true })
    #expect(paragraph.lines(LineMeasure(width: 100), .firstFit).map(\.width) == [40, 40])
    #expect(paragraph.lines(LineMeasure(width: 30), .firstFit).map(\.width) == [30, 30])
    #expect(paragraph.lines(LineMeasure(width: 20), .firstFit).allSatisfy { !$0.overflows })
    let pre = try shaped(
      squares("ab  ") {
        $0.preservesSpaces = true
        $0.wraps = false
      }
    )
    #expect(pre.maxContentWidth == 40)
  }

  @Test("letter-spacing is not applied at a line's end") func letterSpacing() throws {
    let paragraph = try shaped(squares("ab cd") { $0.letterSpacing = 2 })
    // a b: 10 + 2 + 10.
    let lines = paragraph.lines(LineMeasure(width: 30), .firstFit)
    #expect(lines.map(\.width) == [22, 22])
    #expect(lines.map { $0.segments[0].width } == [22, 22])
    #expect(paragraph.maxContentWidth == 58)
  }

  @Test("a very long word takes linear time", arguments: [LineBreaking.firstFit, .totalFit])
  func linear(breaking: LineBreaking) throws {
    let paragraph = try shaped(squares(String(repeating: "x", count: 200_000)) { $0.overflowWrap = .breakWord })
    let lines = paragraph.lines(LineMeasure(width: 500, isJustified: true), breaking)
    #expect(lines.count == 4_000)
  }
}
