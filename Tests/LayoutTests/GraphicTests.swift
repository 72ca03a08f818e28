import Geometry
import Graphics
import Layout
import Testing

/// Charts and codes as replaced elements: where they stand, how large they are, what is said of them.
@Suite struct GraphicTests {
  private let point = "<vb:point label='a' value='1'/>"

  @Test("a chart with axes takes the width of its line, and half of it as height")
  func fillsItsLine() throws {
    let laid = try LaidOut(
      "<p>a</p><vb:chart id='c' type='bar'>\(point)</vb:chart>",
      page: "size: 200pt 200pt; margin: 0"
    )
    #expect(laid.box("c") == "0,10 200×100")
    #expect(laid.codes.isEmpty)
  }

  @Test(
    "style sheets size charts and codes",
    arguments: [
      ("<vb:chart id='c' type='bar'>", "width: 120pt", "120×60"),
      ("<vb:chart id='c' type='bar'>", "height: 30pt", "200×30"),
      ("<vb:chart id='c' type='line'>", "max-width: 80pt", "80×40"),
      ("<vb:chart id='c' type='line'>", "width: 50%; padding: 5pt; border: 1pt solid", "112×62"),
      ("<vb:chart id='c' type='gauge'>", "width: 80pt", "80×50"),  // 80 / 1.6
      ("<vb:chart id='c' type='gauge'>", "height: 50pt", "80×50"),
    ]
  )
  func sizes(start: String, css: String, size: String) throws {
    let laid = try LaidOut("\(start)\(point)</vb:chart>", css: "#c { \(css) }", page: "size: 200pt 200pt; margin: 0")
    #expect(laid.box("c").split(separator: " ").last.map(String.init) == size)
  }

  @Test("a code is square and stands in the line")
  func code() throws {
    let laid = try LaidOut(
      "<p>ab<vb:qr id='q' text='VB'/></p><p><vb:qr id='h' text='VB'/></p>",
      css: "#h { height: 30pt }",
      page: "size: 200pt 200pt; margin: 0"
    )
    // 21 modules and two quiet zones of 4: 29 of 0.75 mm are 61.65 pt.
    #expect(laid.box("q") == "20,0 61.65×61.65")
    #expect(laid.box("h").hasSuffix("30×30"))
    #expect(laid.codes.isEmpty)
  }

  @Test("a chart that does not fit goes to the next page whole")
  func breaks() throws {
    let laid = try LaidOut("<p>a<br/>b</p><vb:chart id='c' type='bar'>\(point)</vb:chart>")
    #expect(laid.pages.count == 2)
    #expect(laid.box("c", page: 1) == "no box")
    #expect(laid.box("c", page: 2) == "0,0 200×100")
    #expect(laid.codes.isEmpty)
  }

  @Test("a chart is a figure with its data in words, and decoration where it says so")
  func roles() throws {
    let laid = try LaidOut(
      "<vb:chart type='bar'>\(point)</vb:chart><vb:chart type='bar' alt=''>\(point)</vb:chart><p><vb:qr text='VB'/></p>",
      page: "size: 200pt 400pt; margin: 0"
    )
    let page = try #require(laid.pages.first)
    let graphics = page.fragments.filter { $0.kind == .replaced }
    #expect(graphics.map(\.role) == [.figure, .artifact, .figure])
    let words = graphics.map { page.structureAttributes[$0.node]?.alternative }
    #expect(words == ["Biểu đồ cột. a: 1.", nil, "Mã QR: VB"])
  }

  @Test(
    "mistakes reach the author",
    arguments: [
      ("<vb:point value='1'/>", "layout-loose-chart-part"), ("<vb:chart/>", "graphics-no-type"),
      ("<vb:qr/>", "graphics-empty-code"),
      ("<vb:chart type='bar'>x</vb:chart>", "graphics-misplaced"),
      ("<vb:chart type='bar'><vb:point value='a'/></vb:chart>", "graphics-not-a-number"),
      ("<vb:chart type='bar'><vb:point label='☃' value='1'/></vb:chart>", "text-missing-glyph"),
    ]
  )
  func mistakes(body: String, code: String) throws {
    #expect(try LaidOut(body).codes == [code])
  }

  @Test("a series takes its colour from the style sheet")
  func color() throws {
    let laid = try LaidOut(
      "<vb:chart type='bar'><vb:series class='s'><vb:point value='1'/></vb:series></vb:chart>",
      css: ".s { background-color: #ff0000 }"
    )
    let page = try #require(laid.pages.first)
    #expect(page.shapes.contains { $0.fill?.ground.red == 1 && $0.fill?.ground.green == 0 })
  }
}
