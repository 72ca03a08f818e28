import Diagnostics
import Files
import Fonts
import Foundation
import Geometry
import Layout
import Markup
import Rendering
import Styles
import TestSupport
import Testing
import Text

@Suite("Rendering")
struct RenderingTests {
  @Test("text comes back in NFC and in reading order, fonts are embedded subsets, the file is sound")
  func text() throws {
    let made = try MadePDF(
      "<h1>Đảng bộ</h1><p>Nghị quye\u{302}\u{301}t <b>đại hội</b>, ngày 29 tháng 5.</p><ul><li>một</li><li>hai</li></ul>"
    )
    let text = try made.run("pdftotext", "-layout", made.path, "-")
    #expect(text.contains("Nghị quyết đại hội, ngày 29 tháng 5."))
    #expect(text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
    let words = text.split(whereSeparator: \.isWhitespace).filter { ["bộ", "Nghị", "một", "hai"].contains($0) }
    #expect(words == ["bộ", "Nghị", "một", "hai"])
    let fonts = try made.run("pdffonts", made.path).split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    #expect(fonts.allSatisfy { $0.contains("yes yes yes") && $0.contains("+") })
    #expect(try made.run("qpdf", "--check", made.path).contains("No syntax or stream encoding errors"))
  }

  @Test("the same pages give the same bytes")
  func sameBytes() throws {
    let body = "<h1 id='a'>x</h1><p>y <a href='#a'>z</a></p>"
    let first = try MadePDF(body)
    let second = try MadePDF(body)
    #expect(first.bytes == second.bytes)
    #expect(!first.bytes.isEmpty)
  }

  @Test("every kind of element has its structure type, and furniture none")
  func structure() throws {
    let made = try MadePDF(
      """
      <h1>a</h1><p>b <a href="https://example.org/">c</a> d</p><ol><li>e<ul><li>f</li></ul></li></ol>
      <table><caption>g</caption><thead><tr><th>h</th></tr></thead><tbody><tr><td>i</td></tr></tbody></table>
      """,
      css: "@page { @top-center { content: counter(page) } } td { border: 1pt solid }"
    )
    let expected = [
      "Document", ".Private", ".H1", ".P", "..Span", "..Link", "..Span", ".L", "..LI", "...Lbl", "...LBody", "....P",
      "....L", ".....LI", "......Lbl", "......LBody", ".......Span", ".Caption", ".Table", "..THead", "...TR", "....TH",
      "..TBody", "...TR", "....TD",
    ]
    #expect(try made.structure() == expected)
  }

  @Test("an element broken over pages is one element")
  func brokenElement() throws {
    let lines = Array(repeating: "chữ", count: 40).joined(separator: "<br/>")
    let made = try MadePDF(
      "<section><p>\(lines)</p></section><p>sau</p>",
      css: "@page { size: 200pt 200pt; margin: 10pt }"
    )
    let structure = try made.structure()
    #expect(made.pages.count > 2)
    #expect(structure.filter { $0.hasSuffix("Sect") }.count == 1)
    #expect(structure.filter { $0.hasSuffix(".P") }.count == 2)
    #expect(made.entries.filter { $0.role == .paragraph }.count == 2)
  }

  @Test("an element that goes on in the next column is one element, an inline element in it too")
  func brokenOverColumns() throws {
    let made = try MadePDF(
      "<ul style='columns: 2; width: 100pt; height: 30pt; line-height: 20pt; column-fill: auto'><li><code>một<br/>hai</code></li></ul>"
        + "<p>sau</p>"
    )
    #expect(made.pages.count == 1)
    #expect(try made.structure() == ["Document", ".L", "..LI", "...Lbl", "...LBody", "....Code", ".P"])
  }

  @Test("tags outlive a border that covers the page", arguments: ["border-left: 300pt solid", "border: 300pt solid"])
  func coveringBorder(declaration: String) throws {
    let made = try MadePDF(
      "<div style='\(declaration); height: 250pt'></div><p>sau</p>",
      css: "@page { size: 200pt 200pt; margin: 0 }"
    )
    #expect(try made.structure().filter { $0 == ".P" } == [".P"])
  }

  @Test("sizes too small to be seen do not lose the file")
  func tinySizes() throws {
    let made = try MadePDF(
      "<div style='border: 9pt double red; border-radius: 1e-300pt'>a</div><p style='font-size: 1e-300pt'>b</p><p>c</p>"
    )
    #expect(try made.structure() == ["Document", ".Private", ".P", ".P", ".P"])
  }

  @Test("a chart's texts stand inside its figure and can be read out, in NFC")
  func chartText() throws {
    let made = try MadePDF(
      """
      <p>a</p><vb:chart type="bar" unit="%"><vb:point label="Quý một" value="95,5"/></vb:chart>
      <p><vb:qr text="VB" alt=""/>b</p>
      """
    )
    #expect(try made.structure() == ["Document", ".Private", ".P", ".Figure", ".P"])
    #expect(made.entries.first { $0.role == .figure }?.attributes.alternative == "Biểu đồ cột. Quý một: 95,5%.")
    let text = try made.run("pdftotext", made.path, "-")
    #expect(text.contains("Quý một"))
    #expect(text.contains("95,5%"))
    #expect(text == text.precomposedStringWithCanonicalMapping)
    #expect(try made.run("pdfimages", "-list", made.path).split(separator: "\n").count == 2)  // a head of two lines
  }

  @Test("the side list names the tags in the order in which the file holds them")
  func sideList() throws {
    let made = try MadePDF(
      "<h1>a</h1><p lang='en'>b</p><table><tr><th colspan='2'>c</th></tr><tr><td>d</td><td>e</td></tr></table>"
    )
    let roles = made.entries.map { $0.role == .artifact ? "Private" : $0.role.rawValue }
    let names = try made.structure().map { String($0.drop { $0 == "." }) }
    #expect(names == roles)
    #expect(made.entries.first { $0.role == .paragraph }?.attributes.language == "en")
    #expect(made.entries.first { $0.role == .headerCell }?.attributes.columnSpan == 2)
    #expect(made.entries.first { $0.role == .headerCell }?.attributes.scope == "Row")
  }

  @Test("links, places and the outline are there")
  func links() throws {
    let made = try MadePDF(
      """
      <h1>Một</h1><h2 id="hai">Hai (b)</h2><p><a href="https://example.org/a(b)'c\\đ">ngoài</a> <a href="#hai">trong</a></p>
      <p style="width: 60pt"><a href="https://example.org/">một liên kết dài qua hai dòng</a></p>
      """
    )
    let objects = try made.run("qpdf", "--qdf", "--object-streams=disable", made.path, "-")
    #expect(objects.contains("https://example.org/a%28b%29%27c%5C%C4%91"))
    #expect(objects.components(separatedBy: "/Subtype /Link").count - 1 >= 3)
    #expect(objects.contains("/QuadPoints"))
    #expect(objects.contains("/Outlines"))
    #expect(try made.run("qpdf", "--check", made.path).contains("No syntax or stream encoding errors"))
  }

  @Test("a link to a place that no page holds does not lose the file")
  func linkNowhere() throws {
    var page = Page(number: 1, name: "", side: .right, size: Size(width: 100, height: 100))
    page.links = [Link(target: .destination("nowhere"), node: 1)]
    let bytes = Bytes()
    let fonts = try SquareFont.library()
    let writer = PDFWriter(metadata: DocumentMetadata(), fonts: { fonts.file(of: $0) }) { bytes.append($0) }
    try writer.add(page)
    _ = try writer.finish()
    #expect(bytes.all.starts(with: Array("%PDF-".utf8)))
  }

  @Test("properties come from the metadata, and no date from the clock")
  func metadata() throws {
    let info = try MadePDF("<p>a</p>").run(nil)
    #expect(info.contains("Title:           Tiêu đề"))
    #expect(info.contains("2020"))
    #expect(info.contains("Tagged:          yes"))
  }

  @Test(
    "borders are painted where they belong",
    arguments: [("solid", true), ("double", true), ("dashed", true), ("none", false)]
  )
  func borders(style: String, isPainted: Bool) throws {
    let made = try MadePDF(
      "<div style='border: 6pt \(style) #f00; width: 40pt; height: 40pt'></div>",
      css: "@page { size: 100pt 100pt; margin: 10pt }"
    )
    let fonts = made.fonts
    let png = try renderPNG(made.pages[0], resolution: 72) { fonts.file(of: $0) }
    let pixels = try decodedPixels(png)
    #expect(pixels.width == 100 && pixels.height == 100)
    func color(_ x: Int, _ y: Int) -> [UInt8] { Array(pixels.bytes[(y * 100 + x) * 4..<(y * 100 + x) * 4 + 3]) }
    // Along the middle of the outer third of the left border, from 10 to 16: at least one red pixel where it is painted.
    let isRed = (12..<60).contains { color(10, $0) == [0, 0, 255] }
    #expect(isRed == isPainted)
    #expect(color(30, 30) == [255, 255, 255])
    #expect(color(5, 5) == [255, 255, 255])
  }

  @Test("a page is an SVG of its size")
  func svg() throws {
    let made = try MadePDF("<p>a</p>", css: "@page { size: 120pt 80pt; margin: 10pt }")
    let fonts = made.fonts
    let svg = String(decoding: try renderSVG(made.pages[0]) { fonts.file(of: $0) }, as: UTF8.self)
    #expect(svg.contains("width=\"120pt\" height=\"80pt\""))
    #expect(svg.hasSuffix("</svg>\n"))
  }
}
