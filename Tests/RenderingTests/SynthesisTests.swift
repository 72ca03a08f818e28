import Fonts
import Layout
import TestSupport
import Testing

/// Liberation Serif without its bold and italic faces.
private let regularOnly: FontCatalog = {
  let folder = "/usr/share/fonts/truetype/liberation2/"
  let face = FaceFile(path: folder + "LiberationSerif-Regular.ttf")
  return FontCatalog(families: [FontFamily(name: "Liberation Serif", faces: [face])], fallback: ["Liberation Serif"])
}()

@Suite("Synthesised faces") struct SynthesisTests {
  private static let body = "<p>thường <b>đậm</b> <i>nghiêng</i> <b><i>cả hai</i></b></p>"

  @Test("bold and oblique that a family lacks are made, and reported once") func made() throws {
    let pdf = try MadePDF(Self.body, catalog: regularOnly, warnings: ["layout-font-synthesised"])
    let made = pdf.pages[0].texts.map(\.synthesis).filter(\.isNeeded)
    #expect(made.map(\.isBold) == [true, false, true])
    #expect(made.map(\.isOblique) == [false, true, true])
  }

  @Test("a page's text has each word once, whatever is made of its face") func extracted() throws {
    let pdf = try MadePDF(Self.body, catalog: regularOnly, warnings: ["layout-font-synthesised"])
    let text = try pdf.run("pdftotext", pdf.path, "-")
    #expect(text.split(whereSeparator: \.isWhitespace) == ["thường", "đậm", "nghiêng", "cả", "hai"])
  }

  @Test("strokes and slant stand in the page's content") func painted() throws {
    let plain = try MadePDF("<p>ab</p>", catalog: regularOnly)
    let bold = try MadePDF("<p><b>ab</b></p>", catalog: regularOnly, warnings: ["layout-font-synthesised"])
    let content = try bold.run("qpdf", "--qdf", "--object-streams=disable", bold.path, "-")
    // 12 points over 24.
    #expect(content.contains("0.5 w"))
    #expect(!(try plain.run("qpdf", "--qdf", "--object-streams=disable", plain.path, "-")).contains("0.5 w"))
  }

  @Test("font-synthesis: none takes the face as it is, and is no mistake") func forbidden() throws {
    let pdf = try MadePDF(Self.body, css: "body { font-synthesis: none }", catalog: regularOnly)
    #expect(pdf.pages[0].texts.allSatisfy { !$0.synthesis.isNeeded })
  }

  @Test("a family that has its faces needs nothing") func whole() throws {
    let pdf = try MadePDF(Self.body)
    #expect(pdf.pages[0].texts.allSatisfy { !$0.synthesis.isNeeded })
  }
}
