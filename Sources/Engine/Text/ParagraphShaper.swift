package import Diagnostics
package import Fonts

/// Turns inline content into glyphs and break opportunities.
///
/// Not Sendable: one a render context, one task. Keeps the words it has shaped, and ICU's break rules.
package final class ParagraphShaper {
  /// What a character that no face covers means.
  package enum MissingGlyphs: Sendable {
    /// An error: nothing is written.
    case refuse
    /// A warning (`--allow-missing-glyphs`).
    case allow
  }

  /// The faces.
  package let fonts: FontLibrary
  private let missingGlyphs: MissingGlyphs
  private var opportunities = BreakOpportunities()
  private var scratch: [WordGlyph] = []

  package init(fonts: FontLibrary, missingGlyphs: MissingGlyphs = .refuse) {
    self.fonts = fonts
    self.missingGlyphs = missingGlyphs
  }

  /// Shapes the content and finds where its lines may end.
  ///
  /// Characters without a glyph are reported as `text-missing-glyph`, each once a paragraph, and set as the face's missing glyph.
  ///
  /// - Parameters:
  ///   - content: text in NFC with its runs, styles and objects.
  ///   - diagnostics: receives what no face covers.
  /// - Returns: the paragraph; cost is linear in the text.
  package func shape(_ content: InlineContent, diagnostics: inout DiagnosticList) -> ShapedParagraph {
    var assembly = ParagraphAssembly(content: content, fonts: fonts, scratch: scratch)
    assembly.shapeRuns()
    assembly.shapeLeaders()
    scratch = assembly.scratch
    report(assembly.missing, of: content, to: &diagnostics)
    let marks = opportunities.find(in: content)
    var collector = BreakCollector(paragraph: assembly.paragraph, marks: marks)
    return collector.collect()
  }

  private func report(
    _ missing: [ParagraphAssembly.Missing],
    of content: InlineContent,
    to diagnostics: inout DiagnosticList
  ) {
    for entry in missing {
      let run = content.runs[Int(entry.run)]
      var tried: [String] = []
      for face in content.styles[Int(run.style)].faces where !tried.contains(fonts.family(of: face)) {
        tried.append(fonts.family(of: face))
      }
      let severity: Diagnostic.Severity = missingGlyphs == .allow ? .warning : .error
      let span = content.span(ofByte: entry.byte, in: run)
      diagnostics.report(TextDiagnostics.missing(entry.scalar, at: span, tried: tried, severity: severity))
    }
  }
}
