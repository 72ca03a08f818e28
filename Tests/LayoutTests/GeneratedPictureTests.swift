import Geometry
import Layout
import Pictures
import TestSupport
import Testing

/// A letter is 10 × 10, 8 of it above the baseline; pictures are 32 px by 16 px: 24 × 12.
@Suite("Pictures of style sheets")
struct GeneratedPictureTests {
  private func layOut(_ body: String, css: String = "", page: String = "") throws -> LaidOut {
    try LaidOut(
      body,
      css: css,
      page: "size: 200pt 100pt; margin: 0; \(page)",
      picture: try readPicture(TestPictures.png)
    )
  }

  /// The pictures of the first page as "x,y width×height".
  private func pictures(_ result: LaidOut) -> [String] {
    result.pages[0].images.map { image in
      let rect = image.rect
      return "\(short(rect.left)),\(short(rect.top)) \(short(rect.size.width))×\(short(rect.size.height))"
    }
  }

  @Test("content: url() shows a picture in the line, on its baseline, between texts (CSS Content 3, 1.2)")
  func content() throws {
    // 'z' is 10 wide; the line is 12 above the baseline and 2 below it.
    let result = try layOut(#"<p id="p">b</p>"#, css: #"p::before { content: "z" url(a.png) "y" }"#)
    #expect(pictures(result) == ["10,0 24×12"])
    #expect(result.texts == [["z@0,4", "y@34,4", "b@44,4"]])
    #expect(result.box("p") == "0,0 200×14")
    #expect(result.codes == [])
    let decoration = result.pages[0].fragments.filter { $0.kind == .replaced }
    #expect(decoration.map(\.role) == [.artifact])
  }

  @Test("a block of generated content may hold a picture only; image-resolution is that of its element")
  func block() throws {
    // 192 dots per inch: half as large.
    let result = try layOut(
      "<p>b</p>",
      css: "p::after { content: url(a.png); display: block; image-resolution: 192dpi }"
    )
    #expect(pictures(result) == ["0,12 12×6"])  // on the baseline of a line that begins at 10: 10 + 8 - 6
    #expect(result.codes == [])
  }

  @Test("list-style-image takes the place of the marker's text, a space behind it (CSS Lists 3, 3.1)")
  func list() throws {
    let outside = try layOut("<ul><li>a</li></ul>", css: "ul { margin-left: 60pt; list-style-image: url(a.png) }")
    // 24 and a space of 10 end at 60; on the baseline of the line: 8 - 12.
    #expect(pictures(outside) == ["26,-4 24×12"])
    let inside = try layOut("<ul><li>a</li></ul>", css: "ul { list-style: inside url(a.png) }")
    #expect(pictures(inside) == ["0,0 24×12"])
    #expect(inside.texts[0].last == "a@34,4")
    #expect(outside.codes + inside.codes == [])
  }

  @Test("margin boxes show pictures, and have backgrounds of them")
  func marginBoxes() throws {
    let result = try layOut(
      "<p>a</p>",
      page: "margin-top: 30pt; @top-center { content: 'x' url(a.png); background: url(a.png) no-repeat right top }"
    )
    // 34 of 200 are centred; the line of 14 is in the middle of 30.
    #expect(pictures(result) == ["93,8 24×12"])
    #expect(result.pages[0].backgrounds.map { short($0.tile.left) } == ["176"])
    #expect(result.codes == [])
  }

  @Test("pages and footnote areas have pictures in their backgrounds")
  func pages() throws {
    let result = try layOut(
      "<p>a<span style=\"float: footnote\">n</span></p>",
      page: "background: url(a.png) no-repeat 5pt 6pt; @footnote { background: url(a.png) no-repeat }"
    )
    #expect(result.pages[0].backgrounds.count == 2)
    #expect(result.pages[0].backgrounds.contains { $0.tile.left == 5 && $0.tile.top == 6 })
    #expect(result.codes == [])
  }
}

/// The page box: its area and its margins fill the page.
@Suite("Page boxes")
struct PageBoxTests {
  @Test(
    "width, height and margins of a page are settled as those of a block in the page (CSS Paged Media 3, 6.2)",
    arguments: [
      ("width: 100pt; height: 40pt; margin: auto", "50,30 100×10"),
      ("width: 100pt; margin: 10pt auto 0 20pt", "20,10 100×10"),
      ("width: 100pt; margin: 10pt 20pt 0 auto", "80,10 100×10"),
      // Over-constrained: the right margin gives way.
      ("width: 100pt; margin: 10pt", "10,10 100×10"),
      ("max-width: 50%; margin: 10pt auto", "50,10 100×10"),
      ("min-height: 50pt; height: 20pt; margin: auto 0", "0,25 200×10"),
      // 50 with padding and border.
      ("box-sizing: border-box; width: 50pt; padding: 5pt; border: 2pt solid; margin: 0 auto", "82,7 36×10"),
      ("margin: auto", "0,0 200×10"),
    ]
  )
  func sizes(_ css: String, _ box: String) throws {
    let result = try LaidOut(#"<p id="p">a</p>"#, page: "size: 200pt 100pt; \(css)")
    #expect(result.box("p") == box)
    #expect(result.codes == [])
  }
}
