import DataSources
import Diagnostics
import Files
import Testing
import Values

/// The example of the target's catalogue: `DataSources.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let loader = FileLoader()
    let text = "name,votes\nNguyễn Văn A,95\n"
    let source = loader.addText(path: "tally.csv", bytes: Array(text.utf8))
    let file = LoadedFile(path: "tally.csv", source: source, folder: ".", bytes: Array(text.utf8))
    var diagnostics = DiagnosticList()
    let data = readData(file: file, diagnostics: &diagnostics)
    let rows = try #require(data?.list)
    #expect(rows[0].map?["name"]?.text == "Nguyễn Văn A")
    #expect(rows[0].map?["votes"]?.number?.description == "95")
    #expect(diagnostics.all.isEmpty)
  }
}
