import CCairo
package import Fonts
import Geometry
package import Layout
import Text

/// What a PDF says of itself.
package struct DocumentMetadata: Sendable, Hashable {
  /// The document's title.
  package var title = ""
  /// Who wrote it.
  package var author = ""
  /// What it is about.
  package var subject = ""
  /// Words to find it by, separated by commas.
  package var keywords = ""
  /// The program that made it.
  package var creator = "VanBan"
  /// When it was made, as ISO 8601 (`2020-05-29T00:00:00Z`): the document's own date, never the clock's.
  package var date = "2000-01-01T00:00:00Z"

  /// Nothing known.
  package init() {}
}

/// Writes pages as a tagged PDF, each as it comes.
///
/// The same pages give the same bytes.
///
/// Not Sendable: one writer, one task.
package final class PDFWriter {
  private let sink: ByteSink
  private let faces: FaceCache
  private let pictures = PictureCache(for: .pdf)
  private let metadata: DocumentMetadata
  private var surface: Surface?
  private var tags: TagWriter?
  private var hasPage = false
  private var pageCount = 0
  /// Outline entries around the place: their level and Cairo's number.
  private var outline: [(level: Int, id: Int32)] = []
  private var defined: Set<String> = []
  private var wanted: Set<String> = []

  /// A writer to a sink.
  ///
  /// - Parameters:
  ///   - metadata: the document's properties.
  ///   - fonts: where each face is found.
  ///   - write: takes the file's bytes in order; gives 0, or an error number that ends the writing.
  package convenience init(
    metadata: DocumentMetadata,
    fonts: @escaping (FaceID) -> FaceFile,
    write: @escaping (UnsafeBufferPointer<UInt8>) -> Int32
  ) {
    self.init(metadata: metadata, faces: FaceCache(file: fonts), write: write)
  }

  /// A writer to a sink, with faces that several documents share.
  ///
  /// - Parameters:
  ///   - metadata: the document's properties.
  ///   - faces: the faces, of the library that the pages were set with.
  ///   - write: takes the file's bytes in order; gives 0, or an error number that ends the writing.
  package init(
    metadata: DocumentMetadata,
    faces: FaceCache,
    write: @escaping (UnsafeBufferPointer<UInt8>) -> Int32
  ) {
    sink = ByteSink(write: write)
    self.faces = faces
    self.metadata = metadata
  }

  /// Adds a page after those before.
  package func add(_ page: Page) throws(RenderingError) {
    let surface = try open(size: page.size)
    if hasPage { surface.withContext { cairo_show_page($0) } }
    hasPage = true
    pageCount += 1
    let outset = page.outset
    surface.withSurface { raw in
      // The sheet: the page box, its bleed and its marks. Cairo 1.16 writes no TrimBox and no BleedBox.
      cairo_pdf_surface_set_size(raw, page.size.width + 2 * outset, page.size.height + 2 * outset)
      cairo_surface_set_device_offset(raw, outset, outset)
    }
    var painter = TaggedPainter(canvas: Canvas(surface: surface, faces: faces, pictures: pictures), page: page)
    var tags = self.tags ?? TagWriter(surface: surface)
    self.tags = nil
    defer { self.tags = tags }
    if !page.surelyShowsText { try paintSpeck(on: page, surface, &tags) }
    try painter.paint(into: &tags)
    pictures.endPage()
    note(page)
    for bookmark in page.bookmarks { add(bookmark, at: outset, to: surface) }
    try surface.checkStatus()
  }

  /// Ends the file.
  ///
  /// - Returns: every structure tag in the order in which it was written, for the finishing pass.
  package func finish() throws(RenderingError) -> [StructureEntry] {
    guard let surface, var tags else { return [] }
    // A link to a place that no page holds would make Cairo drop the whole file: it leads to the last page instead.
    for name in wanted.subtracting(defined).sorted() { tags.destination("name='\(destinationName(name))' internal") }
    tags.finish()
    surface.withContext { cairo_show_page($0) }
    try surface.finish()
    return tags.entries
  }

  private func open(size: Size) throws(RenderingError) -> Surface {
    if let surface { return surface }
    let made = try Surface.pdf(size: size, sink: sink)
    made.withSurface { raw in
      let entries: [(cairo_pdf_metadata_t, String)] = [
        (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
        (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords),
        (CAIRO_PDF_METADATA_CREATOR, metadata.creator),
      ]
      for (key, value) in entries where !value.isEmpty { cairo_pdf_surface_set_metadata(raw, key, value) }
      // Unset, it would be the clock's: no two runs would give the same bytes.
      cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_CREATE_DATE, metadata.date)
      cairo_pdf_surface_set_metadata(raw, CAIRO_PDF_METADATA_MOD_DATE, metadata.date)
    }
    surface = made
    return made
  }

  /// Paints a white speck below all else.
  ///
  /// Cairo 1.16 drops the tags of a page on which nothing is painted: of one with a no-break space and no more, say. An element
  /// begun or ended there would make the whole file fail.
  private func paintSpeck(on page: Page, _ surface: Surface, _ tags: inout TagWriter) throws(RenderingError) {
    let canvas = Canvas(surface: surface, faces: faces, pictures: pictures)
    let center = Point(x: page.size.width / 2, y: page.size.height / 2)
    try tags.artifact { () throws(RenderingError) in
      canvas.fill(Rect(x: center.x, y: center.y, width: 0.1, height: 0.1), with: .white)
    }
  }

  private func note(_ page: Page) {
    for destination in page.destinations { defined.insert(destination.name) }
    for link in page.links {
      if case .destination(let name) = link.target { wanted.insert(name) }
    }
  }

  private func add(_ bookmark: Bookmark, at outset: Double, to surface: Surface) {
    while let last = outline.last, last.level >= bookmark.level { outline.removeLast() }
    let parent = outline.last?.id ?? Int32(CAIRO_PDF_OUTLINE_ROOT)
    let place = "page=\(pageCount) pos=[\(decimal(bookmark.place.x + outset)) \(decimal(bookmark.place.y + outset))]"
    let id = surface.withSurface {
      cairo_pdf_surface_add_outline(
        $0,
        parent,
        bookmark.label,
        place,
        bookmark.isClosed ? cairo_pdf_outline_flags_t(rawValue: 0) : CAIRO_PDF_OUTLINE_FLAG_OPEN
      )
    }
    outline.append((bookmark.level, id))
  }
}

extension Page {
  /// Whether a letter stands inside the page, opaque and under no effect that might hide it; pictures are not asked.
  fileprivate var surelyShowsText: Bool {
    guard effects.isEmpty else { return false }
    return fragments.contains { fragment in
      guard fragment.kind == .text, fragment.contentPaint >= 0, !fragment.isHidden else { return false }
      let text = texts[Int(fragment.contentPaint)]
      guard text.color.alpha == 1, text.size >= 1, let glyph = text.glyphs.first else { return false }
      let place = placed.glyphs[Int(glyph)]
      let bytes = placed.utf8[Int(text.utf8.lowerBound)..<Int(text.utf8.upperBound)]
      return place.x >= 0 && place.x + text.size <= size.width && place.y >= text.size && place.y <= size.height
        && bytes.first.map(Page.beginsLetter) == true
    }
  }

  /// Whether a UTF-8 byte begins no space: ASCII, letters with diacritics; U+00A0 and U+2000 to U+3000 begin with others.
  private static func beginsLetter(_ byte: UInt8) -> Bool {
    byte > UInt8(ascii: " ") && byte < 0x7F || (0xC3...0xE1).contains(byte)
  }
}
