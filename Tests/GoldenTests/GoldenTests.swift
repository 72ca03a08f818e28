import Diagnostics
import Files
import Fonts
import Foundation
import Layout
import Markup
import Rendering
import Styles
import TestSupport
import Testing
import Text

/// Whole documents: `Fixtures/<name>/input.xhtml` gives the fragments of `pages.txt`, and where there is a `page-1.png`, its pixels.
@Suite("Golden pages")
struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    .path
  static let fixtures = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

  /// The fixtures whose first page is compared by its pixels as well.
  static let painted: Set = [
    "bar-chart", "bullet-chart", "gauge-chart", "horizontal-chart", "line-chart", "pie-chart", "qr-code", "sparkline",
    "stacked-chart",
    "broken-container", "collapsed-table", "effects", "inline-boxes", "justified-vietnamese", "letterhead", "positions",
  ]

  @Test("there are fixtures")
  func hasFixtures() {
    #expect(Self.fixtures.count >= 14)
  }

  @Test("the fragments are those that were judged", arguments: fixtures)
  func pages(fixture: String) throws {
    let path = "\(Self.folder)/\(fixture)"
    let document = try LaidOutFixture(path: "\(path)/input.xhtml")
    #expect(document.diagnostics == "")
    var dump = PageDump(tree: document.tree)
    for page in document.pages { dump.add(page) }
    try Golden.expect(dump.text, at: "\(path)/pages.txt")
    guard Self.painted.contains(fixture) else { return }
    let first = try #require(document.pages.first)
    let fonts = document.fonts
    let png = try renderPNG(first, resolution: 50) { fonts.file(of: $0) }
    try Golden.expect(png: png, at: "\(path)/page-1.png") { try decodedPixels($0) }
  }
}

/// A fixture read, styled and laid out with the square test font and Liberation.
private struct LaidOutFixture {
  var pages: [Page] = []
  var tree: ElementTree
  var diagnostics: String
  let fonts: FontLibrary

  init(path: String) throws {
    let loader = FileLoader()
    let file = try loader.loadNamed(path)
    var found = DiagnosticList()
    let read = readMarkup(file.source, bytes: file.bytes, configuration: MarkupConfiguration(), diagnostics: &found)
    tree = try #require(read, "\(found.all)")
    let styled = applyStyles(to: tree, configuration: StyleConfiguration(), loader: loader, diagnostics: &found)
    var catalog = TestFonts.liberationCatalog
    catalog.families += try SquareFont.catalog().families
    let library = try FontLibrary(catalog: catalog)
    fonts = library
    var pages: [Page] = []
    _ = layOut(
      styled,
      fonts: library,
      shaper: ParagraphShaper(fonts: library),
      configuration: LayoutConfiguration(),
      diagnostics: &found
    ) { pages.append($0) }
    self.pages = pages
    diagnostics = found.all.isEmpty ? "" : DiagnosticRenderer(sources: loader.sources).render(found)
  }
}
