import Fonts
import Foundation
import Layout
import Pictures
import Rendering
import TestSupport
import Testing

/// Pages of 60 pt with a picture of 24 pt by 12 pt at 10, 10, looked at in points as pixels.
@Suite("Painted pictures")
struct PictureTests {
  private let css = """
    @page { size: 60pt 60pt; margin: 10pt } body { margin: 0 } img { display: block }
    """

  /// The colour of the pixel at a place: red, green, blue.
  private func colors(_ made: MadePDF, at places: [(Int, Int)]) throws -> [[UInt8]] {
    let fonts = made.fonts
    let pixels = try decodedPixels(renderPNG(made.pages[0], resolution: 72) { fonts.file(of: $0) })
    return places.map { x, y in
      let start = (y * pixels.width + x) * 4
      return [pixels.bytes[start + 2], pixels.bytes[start + 1], pixels.bytes[start]]
    }
  }

  private func name(_ color: [UInt8]) -> String {
    switch color.map({ $0 > 128 }) {
    case [true, false, false]: "red"
    case [false, true, false]: "green"
    case [false, false, true]: "blue"
    case [true, true, true]: "white"
    default: "\(color)"
    }
  }

  @Test(
    "PNG, colour and CMYK JPEG show the same quarters",
    arguments: [TestPictures.png, TestPictures.deepPNG, TestPictures.color, TestPictures.inks]
  )
  func formats(bytes: [UInt8]) throws {
    let made = try MadePDF("<img src='a' alt='a'/>", css: css, pictures: ["a": bytes])
    let found = try colors(made, at: [(13, 12), (30, 12), (13, 19), (36, 19)])
    #expect(found.map(name) == ["red", "green", "blue", "white"])
  }

  @Test(
    "EXIF's orientation is obeyed",
    arguments: [
      (1, ["red", "green", "blue", "white"]), (2, ["green", "red", "white", "blue"]),
      (3, ["white", "blue", "green", "red"]), (4, ["blue", "white", "red", "green"]),
      (5, ["red", "blue", "green", "white"]), (6, ["blue", "red", "white", "green"]),
      (7, ["white", "green", "blue", "red"]), (8, ["green", "white", "red", "blue"]),
    ]
  )
  func orientation(value: Int, quarters: [String]) throws {
    let made = try MadePDF("<img src='a' alt='a'/>", css: css, pictures: ["a": TestPictures.turned(UInt8(value))])
    // Upright 24 by 12, sideways 12 by 24: a point inside each quarter.
    let (right, bottom) = value < 5 ? (30, 19) : (19, 30)
    let found = try colors(made, at: [(12, 12), (right, 12), (12, bottom), (right, bottom)])
    #expect(found.map(name) == quarters)
  }

  @Test("a JPEG goes into the PDF byte for byte, once for all pages and places")
  func passesThrough() throws {
    let picture = "<img src='a' alt='a'/><img src='b' alt='b'/>"
    let body = String(repeating: "\(picture)\(picture)<div style='break-after: page'></div>", count: 3)
    let made = try MadePDF(body, css: css, pictures: ["a": TestPictures.turned(6), "b": TestPictures.grey])
    #expect(made.pages.count > 3)
    for bytes in [TestPictures.turned(6), TestPictures.grey] {
      #expect(Data(made.bytes).ranges(of: Data(bytes)).count == 1)
    }
    #expect(try made.run("qpdf", "--check", made.path).contains("No syntax or stream encoding errors"))
    #expect(try made.structure().filter { $0.hasSuffix("Figure") }.count == 12)
  }

  @Test("a PNG is written once for all pages, and no picture asks to be smoothed")
  func pngOnce() throws {
    let body = String(repeating: "<img src='a' alt='a'/><div style='break-after: page'></div>", count: 3)
    let made = try MadePDF(body, css: css, pictures: ["a": TestPictures.png])
    let objects = try made.run("qpdf", "--qdf", "--object-streams=disable", made.path, "-")
    #expect(objects.components(separatedBy: "/Subtype /Image").count - 1 == 1)
    #expect(!objects.contains("/Interpolate true"))
  }

  @Test("an SVG is drawn as vectors, in CSS px, and reads no file that it names")
  func vectors() throws {
    // 32 px by 16 px are 24 pt by 12 pt; the left half is red, the right half would be the file's.
    let svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="32" height="16"><rect width="16" height="16" fill="#f00"/>
      <image href="file://\(#filePath)" x="16" width="16" height="16"/></svg>
      """
    let made = try MadePDF("<img src='a' alt='a'/>", css: css, pictures: ["a": Array(svg.utf8)])
    let found = try colors(made, at: [(11, 11), (20, 20), (24, 20), (36, 12)])
    #expect(found.map(name) == ["red", "red", "white", "white"])
    let objects = try made.run("qpdf", "--qdf", "--object-streams=disable", made.path, "-")
    #expect(!objects.contains("/Subtype /Image"))
  }

  @Test("a picture that cannot be decoded is named by its number")
  func damaged() throws {
    var bytes = TestPictures.png
    let data = try #require(Data(bytes).range(of: Data("IDAT".utf8)))
    for index in data.upperBound + 6..<data.upperBound + 14 { bytes[index] = 0xFF }
    #expect(throws: RenderingError.damagedPicture(number: 0, reason: "its pixels cannot be decoded")) {
      _ = try MadePDF("<img src='a' alt='a'/>", css: css, pictures: ["a": bytes])
    }
    #expect(throws: RenderingError.self) {
      _ = try MadePDF(
        "<img src='a' alt='a'/>",
        css: css,
        pictures: ["a": Array("<svg width='4' height='4'><g></svg>".utf8)]
      )
    }
  }
}
