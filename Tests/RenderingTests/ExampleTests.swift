import Fonts
import Geometry
import Layout
import Rendering
import Styles
import TestSupport
import Testing

/// The example of the target's catalogue: `Rendering.docc` holds these lines, and a test of the architecture compares them.
@Suite struct ExampleTests {
  @Test("the catalogue's example works")
  func example() throws {
    let page = Page(number: 1, name: "", side: .right, size: Size(width: 100, height: 100))
    let fonts = try TestFonts.liberation()
    var metadata = DocumentMetadata()
    metadata.title = "Nghị quyết"
    var bytes: [UInt8] = []
    let writer = PDFWriter(
      metadata: metadata,
      fonts: { fonts.file(of: $0) },
      write: { piece in
        bytes.append(contentsOf: piece)
        return 0
      }
    )
    try writer.add(page)
    _ = try writer.finish()
    #expect(bytes.starts(with: Array("%PDF-".utf8)))
  }
}
