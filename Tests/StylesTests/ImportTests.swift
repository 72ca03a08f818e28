import Diagnostics
import Files
import Geometry
import Glibc
import Styles
import Testing

@Suite struct ImportTests {
  /// Writes files to a new folder and styles a document there.
  private func styled(_ css: String, head: String = "", files: [(String, String)]) throws -> (Styled, String) {
    var template = Array("/tmp/vanban-styles-XXXXXX".utf8CString)
    let folder = String(cString: try #require(mkdtemp(&template)))
    defer {
      for (name, _) in files { unlink("\(folder)/\(name)") }
      rmdir(folder)
    }
    for (name, text) in files {
      let file = try #require(fopen("\(folder)/\(name)", "w"))
      fputs(text, file)
      fclose(file)
    }
    let text = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title>\(head)<style>
      \(css)
      </style></head><body><p id="x">t</p></body></html>
      """
    let loader = FileLoader(roots: [folder])
    return (StylesTests.styled(text, configuration: StyleConfiguration(folder: folder), loader: loader), folder)
  }

  @Test("imported and linked sheets come before what follows them")
  func order() throws {
    let files = [
      ("a.css", "@charset 'utf-8'; @import url(b.css); p { widows: 3; orphans: 3 }"),
      ("b.css", "p { widows: 4; orphans: 4; page: b }"), ("c.css", "p { widows: 9; page: c }"),
      ("d.css", "p { widows: 8 }"),
    ]
    let head = "<link rel=\"stylesheet\" href=\"a.css\"/><link rel=\"stylesheet\" href=\"d.css\" media=\"screen\"/>"
    let (result, _) = try styled("@import 'c.css' screen; p { orphans: 5 }", head: head, files: files)
    #expect(result.report == [])
    #expect(result.style("x")?.widows == 3)
    #expect(result.style("x")?.orphans == 5)
    #expect(result.style("x")?.page == "b")
  }

  @Test("a missing sheet is reported at its name")
  func missing() throws {
    let (result, folder) = try styled("@import 'prat.css';", files: [("part.css", "p { widows: 3 }")])
    #expect(result.diagnostics.map(\.code) == ["css-unreadable-sheet"])
    #expect(result.report.first?.hasPrefix("2:9:") == true, "\(result.report)")
    #expect(result.diagnostics.first?.help == "did you mean '\(folder)/part.css'?")
  }

  @Test("a sheet that imports itself is reported and read once")
  func cycle() throws {
    let files = [("a.css", "@import 'b.css'; p { widows: 3 }"), ("b.css", "\n@import 'a.css'; p { orphans: 4 }")]
    let (result, folder) = try styled("@import 'a.css';", files: files)
    let chain = ["a.css", "b.css", "a.css"].map { "\(folder)/\($0)" }.joined(separator: " -> ")
    #expect(
      result.report == [
        "2:9: css-import-cycle: 'a.css' is already being read: it imports itself; remove one of the imports: \(chain)"
      ]
    )
    #expect(result.style("x")?.widows == 3)
    #expect(result.style("x")?.orphans == 4)
  }

  @Test("mistakes in a linked sheet have its own places")
  func places() throws {
    let head = "<link rel=\"stylesheet\" href=\"a.css\"/>"
    let (result, folder) = try styled("", head: head, files: [("a.css", "p {\n  colour: red }")])
    let span = try #require(result.diagnostics.first?.span)
    #expect(result.sources.path(of: span.source) == "\(folder)/a.css")
    #expect(result.report == ["2:3: css-unknown-property: 'colour' is not a known property; did you mean 'color'?"])
  }

  @Test("font faces keep their folder, weight and slant")
  func fontFaces() throws {
    let css =
      "@font-face { font-family: 'Hop Quy'; src: url('h.ttf') format('truetype'); font-weight: bold; font-style: italic }"
    let (result, folder) = try styled(css, files: [])
    #expect(result.report == [])
    let face = try #require(result.document.fontFaces.first)
    #expect(face.family == "Hop Quy")
    #expect(face.source == "h.ttf")
    #expect(face.folder == folder)
    #expect(face.weight == 700)
    #expect(face.slant == .italic)
    #expect(result.sources.location(of: face.span).line == 2)
  }
}
