import Diagnostics
import Files
import Fonts
import Geometry
import Layout
import Markup
import Pictures
import Styles
import TestSupport
import Testing
import Text

/// A document laid out for a test: 10 pt letters that are 10 pt wide and 10 pt high, on pages without margins.
struct LaidOut {
  var pages: [Page] = []
  var tree: ElementTree
  var summary = LayoutSummary()
  var codes: [String] = []

  /// Lays out the children of `body`; `css` may say more than the ground rules.
  ///
  /// Every `url()` of a style sheet is the file `picture`.
  init(
    _ body: String,
    css: String = "",
    page: String = "size: 200pt 100pt; margin: 0",
    picture: PictureFile? = nil
  ) throws {
    let source = """
      <html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title><style>
      @page { \(page) }
      html, body, p, div, h1, h2, ul, ol, li, table, td, th { margin: 0; padding: 0 }
      html { font: 10pt/10pt Square; orphans: 1; widows: 1 } h1, h2 { font: inherit }
      table { border-spacing: 0 } td { vertical-align: top; text-align: left }
      \(css)
      </style></head><body>\(body)</body></html>
      """
    let loader = FileLoader()
    let bytes = Array(source.utf8)
    let id = loader.addText(path: "test.xhtml", bytes: bytes)
    var diagnostics = DiagnosticList()
    let read = readMarkup(id, bytes: bytes, configuration: MarkupConfiguration(), diagnostics: &diagnostics)
    tree = try #require(read, "\(diagnostics.all)")
    var configuration = StyleConfiguration()
    configuration.folder = "."
    let styled = applyStyles(to: tree, configuration: configuration, loader: loader, diagnostics: &diagnostics)
    let fonts = try SquareFont.library()
    var pages: [Page] = []
    var layoutConfiguration = LayoutConfiguration()
    if let picture {
      for reference in styled.styles.flatMap(\.imagesNamed) + styled.pages.imagesNamed {
        layoutConfiguration.pictures.named[reference] = Picture(file: picture, number: 0, alternative: "")
      }
    }
    summary = layOut(
      styled,
      fonts: fonts,
      shaper: ParagraphShaper(fonts: fonts),
      configuration: layoutConfiguration,
      diagnostics: &diagnostics
    ) { pages.append($0) }
    self.pages = pages
    codes = diagnostics.all.map(\.code)
  }

  /// The texts of each page as "text@x,y": the left top corner of the first letter's square.
  var texts: [[String]] {
    pages.map { page in
      page.fragments.filter { $0.kind == .text && $0.contentPaint >= 0 }.map { fragment in
        let paint = page.texts[Int(fragment.contentPaint)]
        let bytes = page.placed.utf8[Int(paint.utf8.lowerBound)..<Int(paint.utf8.upperBound)]
        return "\(String(decoding: bytes, as: UTF8.self))@\(short(fragment.origin.x)),\(short(fragment.origin.y))"
      }
    }
  }

  /// The border box of the first fragment of an element on a page, as "x,y width×height".
  func box(_ id: String, page number: Int = 1, kind: FragmentKind? = nil) -> String {
    guard number <= pages.count else { return "no page" }
    for fragment in pages[number - 1].fragments where fragment.node >= 0 && fragment.pseudo == nil {
      guard kind == nil || fragment.kind == kind, fragment.kind != .text, fragment.kind != .line else { continue }
      guard tree.attribute("id", of: NodeID(index: fragment.node)) == id else { continue }
      let box = fragment.borderBox
      return "\(short(box.left)),\(short(box.top)) \(short(box.size.width))×\(short(box.size.height))"
    }
    return "no box"
  }
}

/// A length with at most two decimals, none where they are zero.
func short(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  if hundredths % 100 == 0 { return String(hundredths / 100) }
  return String(Double(hundredths) / 100)
}
