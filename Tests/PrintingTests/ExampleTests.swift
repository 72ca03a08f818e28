import Printing
import Testing

/// The example of the target's catalogue: `Printing.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let file = try TestDocument(pages: 5).opened()
    let document = try PrintedDocument(file)
    #expect(document.pages == 5)
    var options = PrintOptions()
    options.pages = PageRanges("1-3,5")
    #expect(options.pages?.within(document.pages) == [1...3, 5...5])
    options.pages = PageRanges("6")
    #expect(options.pages?.within(document.pages) == nil)
  }
}
