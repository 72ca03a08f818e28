import Geometry
import Pictures
import TestSupport
import Testing

@Suite("What a picture's file says")
struct PictureFileTests {
  @Test("a PNG and a JPEG tell their size, a pixel being 0.75 pt")
  func sizes() throws {
    for bytes in [TestPictures.png, TestPictures.deepPNG, TestPictures.color, TestPictures.grey, TestPictures.inks] {
      let picture = try readPicture(bytes)
      #expect(picture.pixels == PixelSize(width: 32, height: 16))
      #expect(picture.natural == NaturalSize(width: 24, height: 12))
      #expect(picture.natural.ratio == 2)
    }
    #expect(try readPicture(TestPictures.color).components == 3)
    #expect(try readPicture(TestPictures.grey).components == 1)
    #expect(try readPicture(TestPictures.inks).components == 4)
    #expect(try readPicture(TestPictures.inks).hasInvertedColors)
  }

  @Test("EXIF's orientation turns the natural size", arguments: 1...8)
  func orientation(value: Int) throws {
    let picture = try readPicture(TestPictures.turned(UInt8(value)))
    #expect(picture.orientation.rawValue == value)
    #expect(picture.pixels == PixelSize(width: 32, height: 16))
    #expect(picture.natural == (value < 5 ? NaturalSize(width: 24, height: 12) : NaturalSize(width: 12, height: 24)))
  }

  @Test("an orientation that EXIF does not know is none")
  func unknownOrientation() throws {
    #expect(try readPicture(TestPictures.turned(9)).orientation == .upright)
  }

  @Test(
    "an SVG's own size is what its root says absolutely; its ratio may come from the view box",
    arguments: [
      ("width='80' height='40'", 60.0, 30.0, 2.0), ("width='1in' height='36pt'", 72.0, 36.0, 2.0),
      ("viewBox='0 0 40 20'", nil, nil, 2.0), ("width='100%' viewBox='0,0,10,40'", nil, nil, 0.25),
      ("width='2em'", 24.0, nil, nil), ("height='10ex' viewBox='0 0 3 2'", nil, 60.0, 1.5), ("", nil, nil, nil),
      ("width='-3' viewBox='0 0 0 5'", nil, nil, nil),
    ] as [(String, Double?, Double?, Double?)]
  )
  func svg(attributes: String, width: Double?, height: Double?, ratio: Double?) throws {
    let text = """
      <?xml version="1.0"?><!-- < --><!DOCTYPE svg [ <!ENTITY a "b>"> ]>
      <svg xmlns="http://www.w3.org/2000/svg" \(attributes)><g/></svg>
      """
    let picture = try readPicture(Array(text.utf8))
    #expect(picture.natural.width == width)
    #expect(picture.natural.height == height)
    #expect(picture.natural.ratio == ratio)
  }

  @Test("a file that is cut off is found wherever it is cut", arguments: [TestPictures.png, TestPictures.color])
  func cut(bytes: [UInt8]) {
    for length in stride(from: 9, to: bytes.count, by: 7) {
      #expect(throws: PictureError.self) { try readPicture(Array(bytes[..<length])) }
    }
  }

  @Test("what is no picture is told from what is too large")
  func refused() throws {
    #expect(throws: PictureError.unknownFormat) { try readPicture(Array("GIF89a".utf8)) }
    #expect(throws: PictureError.unknownFormat) { try readPicture([]) }
    #expect(throws: PictureError.unknownFormat) { try readPicture(Array("<html/>".utf8)) }
    var png = TestPictures.png
    // 40,000 pixels across: 0x9C40.
    png[18] = 0x9C
    png[19] = 0x40
    #expect(throws: PictureError.tooLarge(PixelSize(width: 40_000, height: 16))) { try readPicture(png) }
  }
}
