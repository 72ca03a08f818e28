import Fonts
import Layout
import Rendering
import TestSupport
import Testing

/// Boxes on pages of 60 pt by 60 pt without margins, looked at in points as pixels.
@Suite("Painted backgrounds")
struct BackgroundTests {
  private let css = """
    @page { size: 60pt 60pt; margin: 0 } html, body, p, div, table { margin: 0; padding: 0 } td { padding: 0 }
    """

  private func pixels(_ body: String, css more: String = "") throws -> (Int, Int) -> String {
    let made = try MadePDF(body, css: css + more, pictures: ["p": TestPictures.png])
    let fonts = made.fonts
    let pixels = try decodedPixels(renderPNG(made.pages[0], resolution: 72) { fonts.file(of: $0) })
    return { x, y in
      let start = (y * 60 + x) * 4
      let text = [2, 1, 0].map { pixels.bytes[start + $0] < 50 ? "0" : pixels.bytes[start + $0] > 205 ? "1" : "h" }
        .joined()
      return ["100": "red", "010": "green", "001": "blue", "111": "white", "000": "black"][text] ?? text
    }
  }

  @Test("a picture of 24 pt by 12 pt is repeated, or not, from where it stands")
  func pictures() throws {
    let tiled = try pixels("<div style='height: 24pt; width: 48pt; background: url(p)'></div>")
    #expect([tiled(6, 3), tiled(18, 3), tiled(30, 15), tiled(30, 21)] == ["red", "green", "red", "blue"])
    let one = try pixels("<div style='height: 30pt; width: 48pt; background: url(p) no-repeat right bottom'></div>")
    // At 24, 18.
    #expect([one(6, 21), one(30, 21), one(42, 21), one(30, 27)] == ["white", "red", "green", "blue"])
  }

  @Test("a linear gradient has its first colour at the start and its last at the end")
  func gradients() throws {
    let down = try pixels("<div style='height: 40pt; background: linear-gradient(#f00, #00f)'></div>")
    #expect([down(30, 1), down(30, 20), down(30, 38), down(30, 42)] == ["red", "h0h", "blue", "white"])
    let hard = try pixels("<div style='height: 40pt; background: linear-gradient(90deg, #f00 50%, #00f 50%)'></div>")
    #expect([hard(28, 20), hard(32, 20)] == ["red", "blue"])
    let rings = "repeating-radial-gradient(circle at 30pt 20pt, #f00 0 5pt, #00f 5pt 10pt)"
    let round = try pixels("<div style='height: 40pt; background: \(rings)'></div>")
    #expect([round(32, 20), round(37, 20), round(42, 20), round(30, 33)] == ["red", "blue", "red", "red"])
  }

  @Test("the canvas takes the body's background, and its image repeats over the whole page")
  func canvas() throws {
    let page = try pixels("<p style='height: 5pt'></p>", css: "body { background: #0f0 } ")
    #expect(page(50, 55) == "green")
    let image = try pixels("<p style='height: 5pt'></p>", css: "body { background: url(p) }")
    // Tiles of 24 by 12 from the top left: 48, 48 begins one.
    #expect([image(51, 50), image(51, 57)] == ["red", "blue"])
  }

  @Test("backgrounds of columns, groups and rows show in cells only, the row's over the column's")
  func tables() throws {
    let table = """
      <table style='border-spacing: 4pt'><col style='background: #f00'/><col/>
      <tr><td><div style='width: 10pt; height: 10pt'></div></td><td><div style='width: 10pt; height: 10pt'></div></td></tr>
      <tr style='background: #00f'><td><div style='height: 10pt'></div></td><td><div style='height: 10pt'></div></td></tr>
      </table>
      """
    let page = try pixels(table)
    // Cells at 4 and 18 in both directions.
    #expect([page(8, 8), page(22, 8), page(8, 22), page(22, 22)] == ["red", "white", "blue", "blue"])
    #expect([page(16, 22), page(2, 22), page(8, 16)] == ["white", "white", "white"])
  }

  @Test("shadows lie outside the box, sharp without blur")
  func shadows() throws {
    let box = "width: 20pt; height: 20pt; margin: 10pt; box-shadow: 4pt 4pt #f00, inset 3pt 0 #00f"
    let page = try pixels("<div style='\(box)'></div>", css: "body { padding-top: .1pt }")
    #expect([page(32, 20), page(20, 20), page(11, 20), page(8, 20)] == ["red", "white", "blue", "white"])
  }

  @Test("background-clip and elliptic corners")
  func corners() throws {
    let ellipse = try pixels(
      "<div style='width: 40pt; height: 20pt; border-radius: 20pt / 10pt; background: #f00'></div>"
    )
    // At 4, 3 of the ellipse's corner: ((20-4.5)/20)² + ((10-3.5)/10)² = 1.02: outside. At 8, 5: inside.
    #expect([ellipse(2, 2), ellipse(8, 5), ellipse(37, 17)] == ["white", "red", "white"])
    let clipped = "width: 20pt; height: 20pt; padding: 5pt; border: 5pt solid transparent; background: #f00 content-box"
    let page = try pixels("<div style='\(clipped)'></div>")
    #expect([page(7, 20), page(12, 20)] == ["white", "red"])
  }
}
