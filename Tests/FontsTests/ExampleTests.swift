import Fonts
import TestSupport
import Testing
import Vietnamese

/// The example of the target's catalogue: `Fonts.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let library = try FontLibrary(catalog: TestFonts.liberationCatalog)
    let faces = library.resolve(families: ["Times New Roman", "Liberation Serif"], weight: 700, slant: .normal)
    let bold = try #require(faces.first)
    #expect(library.file(of: bold).path.hasSuffix("LiberationSerif-Bold.ttf"))
    #expect(library.missing(letters.map(\.scalar), in: bold).isEmpty)
  }
}
