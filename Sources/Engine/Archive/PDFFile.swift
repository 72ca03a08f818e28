/// Why a PDF file cannot be looked into.
package enum ArchiveError: Error, Sendable, Equatable {
  /// libqpdf is not installed.
  case noLibrary
  /// It wants a password.
  case encrypted
  /// It is no PDF, or damaged; the reason in libqpdf's words.
  case damaged(reason: String)
}

/// Width and height of a page in points, as it is shown: turned by its `Rotate` entry.
package struct PDFPageSize: Sendable, Hashable {
  /// The width.
  package var width: Double
  /// The height.
  package var height: Double

  /// A size of its sides.
  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }
}

/// Reads how large the pages of a PDF file are, by their media boxes (ISO 32000-1, 14.11.2).
///
/// - Parameter path: the file; a name of `/proc/self/fd` serves for one that has no other.
/// - Returns: the sizes of the pages, first to last; at least one.
/// - Throws: ``ArchiveError``; files that libqpdf can mend count as sound, as printers' filters mend them alike.
package func pageSizes(ofPDF path: String) throws(ArchiveError) -> [PDFPageSize] {
  try PDFReader(path: path).pageSizes()
}

/// Owns a file that libqpdf has read (a `qpdf_data`).
///
/// Not Sendable: one task.
private final class PDFReader {
  private let library: QPDFLibrary
  private var raw: QPDFLibrary.Data?
  private let data: QPDFLibrary.Data

  init(path: String) throws(ArchiveError) {
    guard let library = QPDFLibrary.shared, let data = library.initialize() else { throw .noLibrary }
    self.library = library
    self.data = data
    raw = data
    library.silenceErrors(data)
    library.suppressWarnings(data, 1)
    // Bit 1 of the result means an error, bit 0 warnings only.
    if library.read(data, path, nil) & 2 != 0 { throw failure }
  }

  deinit { library.cleanup(&raw) }

  func pageSizes() throws(ArchiveError) -> [PDFPageSize] {
    let isInherited = library.inheritPageAttributes(data)
    let count = library.pageCount(data)
    guard isInherited & 2 == 0, count >= 0 else { throw failure }
    if count == 0 { throw .damaged(reason: "it has no pages") }
    return (0..<Int(count)).map { index in
      defer { library.releaseAll(data) }
      let page = library.page(data, index)
      let box = library.key(data, page, "/MediaBox")
      let rotation = library.number(data, library.key(data, page, "/Rotate"))
      guard library.arrayCount(data, box) == 4 else { return PDFPageSize(width: 0, height: 0) }
      let sides = (0..<4).map { library.number(data, library.arrayItem(data, box, CInt($0))) }
      let (width, height) = (abs(sides[2] - sides[0]), abs(sides[3] - sides[1]))
      let isTurned = abs(rotation.truncatingRemainder(dividingBy: 180)) == 90
      return PDFPageSize(width: isTurned ? height : width, height: isTurned ? width : height)
    }
  }

  private var failure: ArchiveError {
    guard let error = library.getError(data) else { return .damaged(reason: "it cannot be read") }
    // qpdf_e_password (qpdf/Constants.h).
    if library.errorCode(data, error) == 4 { return .encrypted }
    return .damaged(reason: library.errorText(data, error).map { String(cString: $0) } ?? "it cannot be read")
  }
}
