import Pictures
import Testing

/// The example of the target's catalogue: `Pictures.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>".utf8)
    let picture = try readPicture(drawing)
    #expect(picture.format == .svg)
    // 40 px are 30 pt.
    #expect(picture.natural.width == 30)
    #expect(picture.natural.ratio == 2)
  }
}
