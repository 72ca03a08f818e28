import Geometry
import Testing

/// The example of the target's catalogue: `Geometry.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let margin = Sides(top: 20.0, right: 15, bottom: 20, left: 30)
    let page = Rect(x: 0, y: 0, width: 595, height: 842)
    let measure = page.size.width - margin.horizontal
    #expect(measure == 550)
    #expect(page.bottom - margin.vertical == 802)
  }
}
