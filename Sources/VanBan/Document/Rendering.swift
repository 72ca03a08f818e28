import Diagnostics
import Files
import Fonts
import Layout
import Markup
import Rendering
import Styles
import Text
import Values

/// Makes what is made once a process, whatever the document, while another thread reads data and template.
@Sendable func prepareTables() {
  prepareStyleTables()
  prepareBreakTables()
}

extension RenderContext {
  /// Makes one document.
  ///
  /// The output appears whole or not at all: after an error of the input nothing is written, and old files stay.
  ///
  /// - Returns: `nil` where errors were reported; see ``diagnostics(as:errorsOnly:)``.
  /// - Throws: ``RenderError`` where the surroundings failed, or where what was asked for cannot be.
  public func render(_ template: Template, to name: OutputName, format: OutputFormat) throws(RenderError)
    -> RenderSummary?
  {
    try withDeepStack(
      { () throws(RenderError) in try renderHere(template, to: name, format: format) },
      meanwhile: prepareTables
    )
  }

  private func renderHere(_ template: Template, to name: OutputName, format: OutputFormat) throws(RenderError)
    -> RenderSummary?
  {
    let started = StageClock.now()
    let source = try readSource(template)
    guard let document = try prepare(source, of: template) else { return nil }
    return try render(document, to: name.filled(with: document.source.data), format: format, since: started)
  }

  /// Lays out and writes a document that is ready, on the thread it is called on.
  ///
  /// `name` is final but for `{page}`; `started` is a reading of ``StageClock``.
  func render(_ document: PreparedDocument, to name: OutputName, format: OutputFormat, since started: Int)
    throws(RenderError) -> RenderSummary?
  {
    let output = try OutputFiles(name, checksums: keepsChecksums ? .kept : .none)
    let summary: LayoutSummary?
    switch format {
    case .pdf: summary = try renderPDF(document, to: output)
    case .png, .svg: summary = try renderPages(document, to: output, format: format)
    }
    guard let summary else { return nil }
    written = try output.commit()
    checksums = output.checksums
    clock.end("output")
    return summarize(summary, of: document, since: started)
  }

  /// What the run came to, once its outputs are in place; `started` is a reading of ``StageClock``.
  func summarize(_ layout: LayoutSummary, of document: PreparedDocument, since started: Int) -> RenderSummary {
    RenderSummary(
      outputs: written,
      pages: layout.pages,
      passes: layout.passes,
      worstLine: layout.worstLine,
      sample: document.source.sample,
      milliseconds: Double(StageClock.now() - started) / 1_000_000
    )
  }

  private func renderPDF(_ document: PreparedDocument, to output: OutputFiles) throws(RenderError) -> LayoutSummary? {
    let file = try output.begin(page: 1)
    return try paintPDF(document, name: output.name.pattern, write: file.append)
  }

  /// Lays out and paints; `write` takes the bytes and gives 0 or an `errno`; `name` is for messages.
  func paintPDF(
    _ document: PreparedDocument,
    name: String,
    write: @escaping (UnsafeBufferPointer<UInt8>) -> Int32
  ) throws(RenderError) -> LayoutSummary? {
    let writer = PDFWriter(metadata: metadata(of: document), faces: document.faces, write: write)
    let summary = try layOut(document) { [self] page throws(RenderError) in
      do throws(RenderingError) {
        try writer.add(page)
      } catch {
        throw failure(error, path: name)
      }
    }
    guard let summary else { return nil }
    do throws(RenderingError) {
      _ = try writer.finish()
    } catch {
      throw failure(error, path: name)
    }
    clock.end("painting")
    return summary
  }

  /// PNG and SVG: a file a page.
  private func renderPages(
    _ document: PreparedDocument,
    to output: OutputFiles,
    format: OutputFormat
  ) throws(RenderError) -> LayoutSummary? {
    let fonts = document.fonts
    return try layOut(document) { [self] page throws(RenderError) in
      let bytes: [UInt8]
      do throws(RenderingError) {
        bytes =
          format == .png
          ? try renderPNG(page, resolution: 100) { fonts.file(of: $0) } : try renderSVG(page) { fonts.file(of: $0) }
      } catch {
        throw failure(error, path: output.name.pattern)
      }
      try output.begin(page: page.number).add(bytes)
    }
  }

  /// Lays out, while `emit` takes the pages that are ready: on a thread of its own if ``paintsBeside``.
  ///
  /// The time that `emit` takes is told apart from layout's own; beside each other, both take less than their sum.
  func layOut(
    _ document: PreparedDocument,
    emit: @escaping (Page) throws(RenderError) -> Void
  ) throws(RenderError) -> LayoutSummary? {
    let lane = PaintLane(isBeside: paintsBeside, paint: emit)
    let summary: LayoutSummary
    do throws(RenderError) {
      summary = try layOut(document, onto: lane)
    } catch {
      guard let damage else { throw error }
      found.report(damage)
      return nil
    }
    clock.end("layout", without: lane.waited)
    clock.add("pages", milliseconds: Double(lane.painted) / 1_000_000)
    for failure in document.fonts.failures { throw RenderError(.surroundings, failure.description) }
    return found.hasErrors ? nil : summary
  }

  private func layOut(_ document: PreparedDocument, onto lane: PaintLane) throws(RenderError) -> LayoutSummary {
    var configuration = LayoutConfiguration()
    configuration.maxPages = settings.maxPages
    configuration.pictures = document.pictures
    let missing: ParagraphShaper.MissingGlyphs = settings.allowsMissingGlyphs ? .allow : .refuse
    let shaper = ParagraphShaper(fonts: document.fonts, missingGlyphs: missing, hyphenator: hyphenator)
    let summary: LayoutSummary
    do throws(RenderError) {
      summary = try Layout.layOut(
        document.styled,
        fonts: document.fonts,
        shaper: shaper,
        configuration: configuration,
        diagnostics: &found,
        emit: lane.add
      )
    } catch {
      try lane.end(isFailed: true)
      throw error
    }
    try lane.end(isFailed: false)
    return summary
  }

  private func metadata(of document: PreparedDocument) -> DocumentMetadata {
    let tree = document.styled.tree
    var metadata = DocumentMetadata()
    metadata.creator = "VanBan \(vanBanVersion)"
    for index in tree.nodes.indices {
      let id = NodeID(index)
      switch tree.nodes[index].kind {
      case .title: metadata.title = text(of: id, in: tree)
      case .meta:
        let content = tree.attribute("content", of: id) ?? ""
        switch tree.attribute("name", of: id) {
        case "author": metadata.author = content
        case "description": metadata.subject = content
        case "keywords": metadata.keywords = content
        default: break
        }
      case .body: return dated(metadata, document.source.date)
      default: break
      }
    }
    return dated(metadata, document.source.date)
  }

  private func dated(_ metadata: DocumentMetadata, _ date: DocumentDate?) -> DocumentMetadata {
    var metadata = metadata
    if let date { metadata.date = "\(date)T00:00:00Z" }
    return metadata
  }

  /// The texts directly in an element, white space collapsed.
  private func text(of id: NodeID, in tree: ElementTree) -> String {
    var text = ""
    var child = tree[id].firstChild
    while child >= 0 {
      let node = tree.nodes[Int(child)]
      if node.kind == .text {
        text += String(decoding: tree.text[tree.textRange(of: NodeID(index: child))], as: UTF8.self)
      }
      child = node.nextSibling
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension RenderContext {
  /// What a failed painter means; a picture that cannot be decoded is noted as the author's mistake, with its place.
  private func failure(_ error: RenderingError, path: String) -> RenderError {
    if case .damagedPicture(let number, let reason) = error, pictureSpans.indices.contains(Int(number)) {
      let (name, span) = pictureSpans[Int(number)]
      damage = .damagedPicture(name, reason: reason, span: span)
    }
    return RenderError(rendering: error, path: path)
  }
}

extension RenderError {
  /// What a failed painter means to people.
  fileprivate init(rendering error: RenderingError, path: String) {
    switch error {
    case .sink(let reason): self = OutputFailure.system(path: path, reason: reason).renderError
    case .font(let font):
      self.init(.surroundings, "the font '\(font)' cannot be opened", path: font, help: "see vanban fonts check")
    case .picture(let reason), .damagedPicture(_, let reason):
      self.init(.input, "a picture is damaged: \(reason)", help: "save the picture anew")
    case .library(let name):
      self.init(
        .surroundings,
        "the library \(name) is not installed; a picture needs it",
        path: name,
        help: "run make deps, or install the Debian packages librsvg2-2 and libturbojpeg0"
      )
    case .cairo(let status, let text): self.init(.fault, "Cairo reported '\(text)' (status \(status))")
    }
  }
}
