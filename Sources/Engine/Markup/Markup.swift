package import Diagnostics

/// How a markup file is read.
package struct MarkupConfiguration: Sendable {
  /// What the file is meant to be, which decides what its root element may be.
  package enum Role: Sendable {
    /// A whole document: the root is `<html>`.
    case document
    /// A part that another file includes: any root but `<html>`.
    case part
  }

  /// Whether unknown elements and attributes are kept with a warning instead of being errors.
  package var isLenient: Bool
  /// How many elements may stand inside each other.
  package var maxDepth: Int
  /// What the file is meant to be.
  package var role: Role

  /// A configuration; without arguments a strict one for a whole document.
  package init(isLenient: Bool = false, maxDepth: Int = 256, role: Role = .document) {
    self.isLenient = isLenient
    self.maxDepth = maxDepth
    self.role = role
  }
}

/// Reads XHTML into a tree whose nodes know their places.
///
/// Nothing is fetched: document types with rules of their own, external entities and processing instructions are
/// refused. Mistakes that leave a tree (an unknown element, say) are reported and reading goes on.
///
/// All spans refer to `source`; `bytes` is the file's UTF-8, with or without a byte order mark. The result is `nil`
/// where the file is not well-formed XML.
package func readMarkup(
  _ source: SourceID,
  bytes: [UInt8],
  configuration: MarkupConfiguration,
  diagnostics: inout DiagnosticList
) -> ElementTree? {
  if let mistake = findForeignEncoding(in: bytes, source: source) {
    diagnostics.report(mistake)
    return nil
  }
  let reader = MarkupReader(source: source, bytes: bytes, configuration: configuration)
  let failure = XMLParser().parse(bytes, into: reader)
  if let failure { reader.reportFailure(failure) }
  diagnostics.report(contentsOf: reader.diagnostics)
  guard failure == nil else { return nil }
  // The branches of a condition may share an id: a template's ids are compared after its expansion.
  if !reader.tree.isTemplate { reportDuplicateIDs(in: reader.tree, diagnostics: &diagnostics) }
  return reader.tree
}

/// UTF-16 is recognised by its byte order mark; another encoding is recognised by the XML declaration, later.
private func findForeignEncoding(in bytes: [UInt8], source: SourceID) -> Diagnostic? {
  guard bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) else { return nil }
  return Diagnostic(
    code: MarkupDiagnostic.encoding,
    message: "the file is written in UTF-16, but only UTF-8 is read",
    span: SourceSpan(source: source, offset: 0, length: 2),
    help: "save the file as UTF-8"
  )
}
