import Archive

extension PrintedDocument {
  /// Looks into a PDF file.
  package init(_ file: DocumentFile) throws(PrintingError) {
    let sizes: [PDFPageSize]
    do throws(ArchiveError) {
      sizes = try pageSizes(ofPDF: file.readablePath)
    } catch {
      throw .unusableFile(path: file.path, reason: Self.words(error))
    }
    let upright = sizes.map { [$0.width, $0.height].sorted() }
    let isSame = upright.allSatisfy { abs($0[0] - upright[0][0]) < 1 && abs($0[1] - upright[0][1]) < 1 }
    let isKnown = upright[0][0] > 0 && upright[0][1] > 0
    self.init(
      pages: sizes.count,
      pageSize: isSame && isKnown ? PageSize(width: sizes[0].width, height: sizes[0].height) : nil
    )
  }

  private static func words(_ error: ArchiveError) -> String {
    switch error {
    case .noLibrary: "libqpdf.so.29 is not installed, which counts its pages"
    case .encrypted: "it wants a password"
    case .damaged(let reason): "it is no sound PDF (\(reason))"
    }
  }
}
