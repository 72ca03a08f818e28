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
  private let hyphenator: Hyphenator

  package init(
    fonts: FontLibrary,
    missingGlyphs: MissingGlyphs = .refuse,
    hyphenator: Hyphenator = Hyphenator()
  ) {
    self.fonts = fonts
    self.missingGlyphs = missingGlyphs
    self.hyphenator = hyphenator
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
    assembly.paragraph.hasSoftHyphens = !softHyphens(in: content.text).isEmpty
    assembly.shapeRuns()
    assembly.shapeLeaders()
    var marks = opportunities.find(in: content)
    var hyphenation = Hyphenation(content: content, hyphenator: hyphenator)
    hyphenation.mark(&marks)
    if hyphenation.hasPlaces { assembly.shapeHyphens(marks) }
    if !content.ellipsis.isEmpty { assembly.shapeEllipses() }
    scratch = assembly.scratch
    report(assembly.missing, of: content, to: &diagnostics)
    report(hyphenation.missing, of: assembly.paragraph, to: &diagnostics)
    var collector = BreakCollector(paragraph: assembly.paragraph, places: .marks(marks))
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

  /// Each language once a document: every paragraph would say the same.
  private func report(
    _ missing: [(language: String, byte: Int32)],
    of paragraph: ShapedParagraph,
    to diagnostics: inout DiagnosticList
  ) {
    for entry in missing {
      let warning = TextDiagnostics.noHyphenation(of: entry.language, at: paragraph.span(ofByte: entry.byte))
      if !diagnostics.all.contains(where: { $0.message == warning.message }) { diagnostics.report(warning) }
    }
  }
}
