import Diagnostics
import Files
import Fonts
import Layout
import Markup
import Rendering
import Styles
import Templates
import Text

/// A document that is ready to be laid out.
struct PreparedDocument {
  var source: DocumentSource
  var styled: StyledDocument
  var fonts: FontLibrary
  /// The same faces as the painter knows them.
  var faces: FaceCache
  var pictures: PictureTable
}

/// The faces of a document, as they are measured and as they are painted.
struct DocumentFonts {
  var library: FontLibrary
  var faces: FaceCache

  init(_ library: FontLibrary) {
    self.library = library
    faces = FaceCache { library.file(of: $0) }
  }
}

extension RenderContext {
  /// Runs the stages before layout.
  ///
  /// Goes on after mistakes as long as their consequences are not reported as mistakes of their own: a template is not
  /// expanded with data that could not be read, but its styles are still looked at.
  ///
  /// - Returns: `nil` where something was reported that keeps the document from being laid out.
  func prepare(_ source: DocumentSource, of template: Template) throws(RenderError) -> PreparedDocument? {
    guard var tree = source.tree else { return nil }
    let isReadable = !found.hasErrors
    if isReadable {
      let configuration = TemplateConfiguration(folder: template.folder, isLenient: settings.isLenient)
      tree = expand(tree, with: source.data, configuration: configuration, loader: loader, diagnostics: &found)
    }
    clock.end("templates")
    let documentFonts: DocumentFonts = if let keptFonts { keptFonts } else { try openFonts() }
    let fonts = documentFonts.library
    clock.end("fonts")
    let styled = applyStyles(
      to: tree,
      configuration: styleConfiguration(folder: template.folder, fonts: fonts),
      loader: loader,
      diagnostics: &found
    )
    addFaces(of: styled, to: fonts)
    keptFonts = styled.fontFaces.isEmpty && fonts.failures.isEmpty ? documentFonts : nil
    clock.end("styles")
    let pictures = isReadable ? readPictures(of: styled) : PictureTable()
    clock.end("pictures")
    if found.hasErrors { return nil }
    return PreparedDocument(
      source: source,
      styled: styled,
      fonts: fonts,
      faces: documentFonts.faces,
      pictures: pictures
    )
  }

  private func openFonts() throws(RenderError) -> DocumentFonts {
    let setup = try readFontSetup(installation, loader: loader, diagnostics: &found)
    return DocumentFonts(try fontLibrary(setup.catalog))
  }

  private func styleConfiguration(folder: String, fonts: FontLibrary) -> StyleConfiguration {
    let measures = FaceMeasures(fonts: fonts)
    return StyleConfiguration(isLenient: settings.isLenient, folder: folder) { families, weight, slant in
      measures.metrics(families: families, weight: weight, slant: slant)
    }
  }

  private func addFaces(of document: StyledDocument, to fonts: FontLibrary) {
    for rule in document.fontFaces {
      let file: LoadedFile
      do throws(FileError) {
        file = try loader.load(rule.source, from: rule.folder)
      } catch {
        found.report(error.diagnostic(at: rule.span))
        continue
      }
      do throws(FontError) {
        let face = FaceFile(path: file.path, weight: rule.weight, slant: FaceSlant(rule.slant))
        _ = try fonts.addFace(face, family: rule.family)
      } catch {
        found.report(.unusableFontFace(error.description, span: rule.span))
      }
    }
  }
}

/// Answers the cascade's questions about faces.
///
/// `@unchecked`: a styled document keeps the closure that asks, and must be Sendable; but it is asked only while that
/// document is styled and paged, which one render context does on one task.
private struct FaceMeasures: @unchecked Sendable {
  let fonts: FontLibrary

  func metrics(families: [String], weight: Int, slant: FontSlant) -> FontRelativeMetrics {
    guard let face = fonts.resolve(families: families, weight: weight, slant: FaceSlant(slant)).first else {
      return FontRelativeMetrics()
    }
    let metrics = fonts.metrics(of: face)
    return FontRelativeMetrics(
      xHeight: metrics.xHeight,
      zeroAdvance: metrics.zeroAdvance,
      normalLineHeight: metrics.ascent + metrics.descent + metrics.lineGap
    )
  }
}

extension FaceSlant {
  fileprivate init(_ slant: FontSlant) {
    self = slant == .normal ? .normal : .italic
  }
}
