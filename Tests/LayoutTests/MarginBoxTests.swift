import Geometry
import Layout
import Styles
import Testing

/// Margin boxes by the sizing rules of CSS Paged Media 3, 5.3, on a page of 220 by 120 points.
@Suite("Margin boxes")
struct MarginBoxTests {
  /// The border box of a margin box, as "x,y width×height".
  private func box(_ name: MarginBoxName, of result: LaidOut) -> String {
    guard let found = result.pages[0].fragments.first(where: { $0.marginBox == name }) else { return "no box" }
    let box = found.borderBox
    return "\(short(box.left)),\(short(box.top)) \(short(box.size.width))×\(short(box.size.height))"
  }

  private func laidOut(_ boxes: String, margin: String = "10pt") throws -> LaidOut {
    try LaidOut("<p>x</p>", page: "size: 220pt 120pt; margin: \(margin); \(boxes)")
  }

  @Test(
    "two boxes share their side by what they hold",
    arguments: [
      // Alone: all of it.
      ("@top-left { content: 'aa' }", "10,0 200×10", "no box"),
      // 30 + 10 of 200: the other 160 as 3 to 1.
      ("@top-left { content: 'aaa' } @top-right { content: 'a' }", "10,0 150×10", "160,0 50×10"),
      // 190 + 50 is too much; 40 + 20 is not: the other 140 as (190 - 40) to (50 - 20).
      (
        "@top-left { content: 'aaaa aaaa aaaa aaaa' } @top-right { content: 'cc cc' }",
        "10,0 156.67×10", "166.67,0 43.33×10"
      ),
      // At least 150 + 100: 50 too much, taken as 3 from 2.
      ("@top-left { content: 'aaaaaaaaaaaaaaa' } @top-right { content: 'cccccccccc' }", "10,0 120×10", "130,0 80×10"),
      // Nothing in either: halves.
      ("@top-left { content: '' } @top-right { content: '' }", "10,0 100×10", "110,0 100×10"),
      // One is fixed, the other takes the rest.
      ("@top-left { content: 'aaa' } @top-right { content: 'a'; width: 25% }", "10,0 150×10", "160,0 50×10"),
      // Both are fixed: flush with their ends.
      (
        "@top-left { content: 'a'; width: 30pt } @top-right { content: 'a'; width: 40pt; box-sizing: border-box; padding: 0 5pt }",
        "10,0 30×10", "170,0 40×10"
      ),
      // Outer sizes 40 and 10: the other 150 as 4 to 1. Automatic margins are nothing here.
      (
        "@top-left { content: 'aaa'; margin-left: 10pt } @top-right { content: 'a'; margin-left: auto }",
        "20,0 150×10", "170,0 40×10"
      ),
    ]
  )
  func pairs(boxes: String, left: String, right: String) throws {
    let result = try laidOut(boxes)
    #expect(box(.topLeft, of: result) == left)
    #expect(box(.topRight, of: result) == right)
    #expect(result.codes == [])
  }

  @Test(
    "the middle box is centred, and both sides of it are alike",
    arguments: [
      // Both sides count as twice 30: of 200 - 60 - 20 = 120 the middle takes 20/80.
      ("", "", "", "10,0 75×10", "85,0 50×10", "135,0 75×10"),
      ("", "width: 40pt", "", "10,0 80×10", "90,0 40×10", "130,0 80×10"),
      // 50 is more than 40: as if its width were 40.
      ("", "max-width: 40pt", "", "10,0 80×10", "90,0 40×10", "130,0 80×10"),
      // 75 is less than 90: twice 90 and 20 fill the side.
      ("min-width: 90pt", "", "", "10,0 90×10", "100,0 20×10", "120,0 90×10"),
      // Fixed sides: the middle has 200 - 2 × 50, and the last one ends at the side's end.
      ("width: 50pt", "", "width: 30pt", "10,0 50×10", "60,0 100×10", "180,0 30×10"),
      // A minimum wins over a maximum.
      ("", "max-width: 40pt; min-width: 60pt", "", "10,0 70×10", "80,0 60×10", "140,0 70×10"),
    ]
  )
  func triples(a: String, b: String, c: String, left: String, middle: String, right: String) throws {
    let result = try laidOut(
      "@bottom-left { content: 'aaa'; \(a) } @bottom-center { content: 'bb'; \(b) } @bottom-right { content: 'cc'; \(c) }"
    )
    let down = { (text: String) in text.replacing(",0 ", with: ",110 ") }
    #expect(box(.bottomLeft, of: result) == down(left))
    #expect(box(.bottomCenter, of: result) == down(middle))
    #expect(box(.bottomRight, of: result) == down(right))
    #expect(result.codes == [])
  }

  @Test("boxes beside the page area share its height by the same rules")
  func columns() throws {
    let result = try laidOut(
      """
      @left-top { content: 'a' } @left-bottom { content: 'b b b' }
      @right-top { content: 'a' } @right-middle { content: 'b'; height: 30pt } @right-bottom { content: 'c' }
      """
    )
    // One line and three lines of one letter: 10 + 30 of 100, the other 60 as 1 to 3.
    #expect(box(.leftTop, of: result) == "0,10 10×25")
    #expect(box(.leftBottom, of: result) == "0,35 10×75")
    #expect(box(.rightTop, of: result) == "210,10 10×35")
    #expect(box(.rightMiddle, of: result) == "210,45 10×30")
    #expect(box(.rightBottom, of: result) == "210,75 10×35")
  }

  @Test(
    "across the margin, margins and size fill it, and what is too much goes from the page's edge",
    arguments: [
      ("height: 20pt; margin: auto 0 5pt", "10,15 200×20", "10,95 200×20"),
      ("height: 20pt; margin: auto 0", "10,10 200×20", "10,90 200×20"),
      ("height: 20pt; margin: 5pt 0", "10,15 200×20", "10,85 200×20"),
      ("margin: auto 0", "10,0 200×40", "10,80 200×40"),
      ("margin: 25% 0 5pt", "10,10 200×25", "10,90 200×25"),  // A quarter of the margin's 40.
      ("height: 50pt; margin: auto 0", "10,-10 200×50", "10,80 200×50"),
      ("max-height: 10pt", "10,30 200×10", "10,80 200×10"),
      ("height: 10pt; min-height: 30pt", "10,10 200×30", "10,80 200×30"),
      ("border: 2pt solid; padding: 10%", "10,0 200×40", "10,80 200×40"),
      ("padding: 20pt 0 30pt", "10,-10 200×50", "10,80 200×50"),
    ]
  )
  func acrossTheMargin(style: String, top: String, bottom: String) throws {
    let result = try laidOut(
      "@top-left { content: 'a'; \(style) } @bottom-left { content: 'a'; \(style) }",
      margin: "40pt 10pt"
    )
    #expect(box(.topLeft, of: result) == top)
    #expect(box(.bottomLeft, of: result) == bottom)
    #expect(result.codes == [])
  }

  @Test("corners are fixed both ways")
  func corners() throws {
    let result = try laidOut(
      """
      @top-left-corner { content: 'a'; width: 10pt; height: 15pt }
      @bottom-right-corner { content: 'a'; width: 10pt; margin: auto }
      """,
      margin: "40pt 20pt"
    )
    #expect(box(.topLeftCorner, of: result) == "10,25 10×15")  // Margins at the page's edges give way.
    #expect(box(.bottomRightCorner, of: result) == "205,80 10×40")
  }

  @Test(
    "extreme sizes end with a page",
    arguments: [
      "width: 1e308pt", "margin: 1e308pt", "height: calc(1e300px * 1e300)", "padding: 1e308pt", "min-width: 1e308pt",
    ]
  )
  func extremes(style: String) throws {
    let names = ["top-left-corner", "top-left", "top-center", "left-top", "left-middle", "bottom-right"]
    let result = try laidOut(names.map { "@\($0) { content: 'aa b'; \(style) }" }.joined(separator: " "))
    #expect(result.pages.count == 1)
    #expect(result.pages[0].fragments.count { $0.kind == .marginBox } == 6)
    for fragment in result.pages[0].fragments {
      #expect(fragment.origin.x.isFinite && fragment.content.width.isFinite && fragment.content.height.isFinite)
    }
  }
}
