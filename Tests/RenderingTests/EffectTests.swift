import Fonts
import Foundation
import Layout
import Rendering
import TestSupport
import Testing

/// Pages of 60 pt by 60 pt without margins, looked at in points as pixels, painted as pixels and through the PDF.
@Suite("Stacking, opacity, transforms and clips")
struct EffectTests {
  private let css = """
    @page { size: 60pt 60pt; margin: 0 } html, body, p, div, ul { margin: 0; padding: 0 }
    .a { height: 20pt; width: 20pt; background: #f00 } .b { height: 20pt; width: 20pt; background: #0f0 }
    .up { margin-top: -10pt }
    """

  /// The colours at places: of the page as pixels, and of the PDF as a viewer shows it.
  private func colors(_ body: String, css more: String = "", at places: [(Int, Int)]) throws -> [String] {
    let made = try MadePDF(body, css: css + more)
    let fonts = made.fonts
    let drawn = try decodedPixels(renderPNG(made.pages[0], resolution: 72) { fonts.file(of: $0) })
    let prefix = made.path + "-page"
    _ = try made.run("pdftoppm", "-r", "72", "-png", "-singlefile", made.path, prefix)
    defer { try? FileManager.default.removeItem(atPath: prefix + ".png") }
    let file = try #require(FileManager.default.contents(atPath: prefix + ".png"))
    let seen = try decodedPixels(Array(file))
    #expect(seen.width == drawn.width && seen.height == drawn.height)
    return places.map { x, y in
      let (first, second) = (name(drawn, x, y), name(seen, x, y))
      return first == second ? first : "\(first) as pixels, \(second) in the PDF"
    }
  }

  /// The colour with two levels a channel, halves rounded to h.
  private func name(_ pixels: (width: Int, height: Int, bytes: [UInt8]), _ x: Int, _ y: Int) -> String {
    let start = (y * pixels.width + x) * 4
    let channels = [pixels.bytes[start + 2], pixels.bytes[start + 1], pixels.bytes[start]]
    let text = channels.map { $0 < 50 ? "0" : $0 > 205 ? "1" : "h" }.joined()
    return ["100": "red", "010": "green", "001": "blue", "111": "white", "000": "black"][text] ?? text
  }

  @Test("what is positioned lies over what is not, by z-index, then by order (CSS 2.2, appendix E)")
  func stacking() throws {
    // .a from 0 to 20, .b from 10 to 30: the middle of the overlap is at 15.
    func overlap(_ first: String, _ second: String) throws -> String {
      let body = "<div class='a' style='\(first)'></div><div class='b up' style='\(second)'></div>"
      return try colors(body, at: [(10, 15)])[0]
    }
    #expect(try overlap("", "") == "green")
    #expect(try overlap("position: relative", "") == "red")
    #expect(try overlap("position: relative", "position: relative") == "green")
    #expect(try overlap("position: relative; z-index: 1", "position: relative") == "red")
    #expect(try overlap("position: relative; z-index: 2", "position: relative; z-index: 10") == "green")
    #expect(try overlap("", "position: relative; z-index: -1") == "red")
    #expect(try overlap("opacity: 0.99", "") == "red")
    #expect(try overlap("transform: scale(1)", "position: relative; z-index: -1") == "red")
    #expect(try overlap("float: left", "float: left; margin-left: -20pt; margin-top: 10pt") == "green")
  }

  @Test("a child of a stacking context stays in it, one of z-index auto does not")
  func nested() throws {
    let inner = "<div class='a' style='position: relative; z-index: 5'></div>"
    let over = "<div class='b up' style='position: relative; z-index: 2'></div>"
    let closed = "<div style='position: relative; z-index: 1'>\(inner)</div>\(over)"
    let open = "<div style='position: relative'>\(inner)</div>\(over)"
    #expect(try colors(closed, at: [(10, 15)]) == ["green"])
    #expect(try colors(open, at: [(10, 15)]) == ["red"])
  }

  @Test("opacity holds for a box and what is inside it as one")
  func opacity() throws {
    // Half of red over white is 1 h h; the green inside covers the red before both are made half.
    let body = "<div class='a' style='opacity: .5'><div class='b' style='height: 10pt'></div></div>"
    #expect(try colors(body, at: [(10, 5), (10, 15)]) == ["h1h", "1hh"])
    #expect(try colors("<div class='a' style='opacity: 0'></div>", at: [(10, 5)]) == ["white"])
  }

  @Test("transforms move what is painted around their origin, not the layout")
  func transforms() throws {
    // A quarter turn around the left bottom corner of a bar of 20 by 10 at 20, 20: it lies at 20 to 30, 30 to 50.
    let bar = "position: relative; margin: 20pt 0 0 20pt; height: 10pt; background: #f00; width: 20pt;"
    let turned = "<div style='\(bar) transform: rotate(90deg); transform-origin: 0 100%'></div><div class='b'></div>"
    #expect(try colors(turned, at: [(25, 45), (35, 25), (10, 35)]) == ["red", "white", "green"])
    let moved = "<div class='a' style='transform: translate(50%, 20pt) scale(2)'></div>"
    // 20 by 20 at 0, 0, twice as large around 10, 10: -10 to 30; moved by 10 and 20: 0 to 40, 10 to 50.
    #expect(try colors(moved, at: [(38, 48), (2, 12), (2, 8), (42, 30)]) == ["red", "red", "white", "white"])
    #expect(try colors("<div class='a' style='transform: scale(0)'></div>", at: [(10, 10)]) == ["white"])
  }

  @Test("overflow: hidden clips to the padding box and its round corners; positioned content as well")
  func clips() throws {
    let inside = "<div style='height: 40pt; width: 40pt; background: #f00'></div>"
    let box = "overflow: hidden; width: 20pt; height: 20pt;"
    #expect(try colors("<div style='\(box)'>\(inside)</div>", at: [(19, 19), (25, 10)]) == ["red", "white"])
    #expect(
      try colors("<div style='\(box) border-radius: 50%'>\(inside)</div>", at: [(1, 1), (10, 10)]) == ["white", "red"]
    )
    let positioned = "<div style='position: relative'>\(inside)</div>"
    #expect(try colors("<div style='\(box)'>\(positioned)</div>", at: [(19, 19), (25, 10)]) == ["red", "white"])
    let over = "<div style='\(box) border: 5pt solid #00f; width: 10pt; height: 10pt'>\(inside)</div>"
    #expect(try colors(over, at: [(2, 10), (10, 10), (18, 10)]) == ["blue", "red", "blue"])
  }

  @Test("hidden boxes take their room; what is visible inside is shown")
  func visibility() throws {
    let body = """
      <div class='a' style='visibility: hidden'><div class='b' style='height: 10pt; visibility: visible'></div></div>
      <div class='b'></div>
      """
    #expect(try colors(body, at: [(10, 5), (10, 15), (10, 25)]) == ["green", "white", "green"])
  }

  @Test("an outline lies around the border box and over its neighbours")
  func outlines() throws {
    let body = "<div class='a' style='outline: 2pt solid #00f; outline-offset: 2pt'></div><div class='b'></div>"
    // From 22 to 24 below the box, over the green one.
    #expect(try colors(body, at: [(10, 21), (10, 23), (10, 25)]) == ["green", "blue", "green"])
  }

  @Test("content stays in reading order in the structure where nothing overlaps")
  func structure() throws {
    let body = """
      <p>một <span style="position: relative; z-index: 3">hai</span> ba</p>
      <p style="opacity: .5">bốn</p><ul><li style="position: relative">năm</li></ul><p>sáu</p>
      """
    let made = try MadePDF(body, css: "@page { size: 300pt 300pt }")
    #expect(
      try made.structure().filter { $0.hasSuffix("P") || $0.hasSuffix("LI") || $0.hasSuffix("LBody") } == [
        ".P", ".P", "..LI", "...LBody", ".P",
      ]
    )
    let text = try made.run("pdfinfo", "-struct-text", made.path)
    let words = text.split(whereSeparator: { $0.isWhitespace || $0 == "\"" }).filter {
      "mộthaibabốnnămsáu".contains($0)
    }
    #expect(words == ["một", "hai", "ba", "bốn", "năm", "sáu"])
    #expect(try made.run("qpdf", "--check", made.path).contains("No syntax or stream encoding errors"))
  }

  @Test("a link's place is where its text is seen")
  func transformedLink() throws {
    // 20 by 10 at 0, 0 moved by 30, 40: from the bottom, 60 - 50 = 10 to 20.
    let body =
      "<div style='transform: translate(30pt, 40pt)'><a href='http://a.b/' style='display: block; width: 20pt; height: 10pt; font-size: 5pt'>x</a></div>"
    let made = try MadePDF(body, css: css)
    let objects = try made.run("qpdf", "--qdf", "--object-streams=disable", made.path, "-")
    let rect = objects.components(separatedBy: "/Rect [").dropFirst().first?.components(separatedBy: "]").first ?? ""
    #expect(rect.split(whereSeparator: \.isWhitespace).compactMap { Double($0) } == [30, 10, 50, 20])
  }

  @Test("line-through lies over the letters, other lines under them (CSS Text Decoration 3, 2.5)")
  func decorations() throws {
    // The letter is a black block about 13 pt wide; both lines are 12 pt thick and go through its middle.
    func middle(_ line: String, _ more: String = "") throws -> [String] {
      let font = "font: 20pt/20pt 'Liberation Serif'; text-underline-offset: -16pt"
      let style = "\(font); text-decoration: \(line) #f00 12pt; \(more)"
      return try colors("<p style=\"\(style)\">\u{2588}</p>", at: [(6, 10)])
    }
    #expect(try middle("line-through") == ["red"])
    #expect(try middle("underline") == ["black"])
    #expect(try middle("line-through", "position: relative") == ["red"])
    #expect(try middle("underline", "position: relative") == ["black"])
  }
}
