package import Diagnostics
package import Fonts
import Markup
package import Styles
package import Text

/// What layout is told beside the document.
package struct LayoutConfiguration: Sendable {
  /// The document may have this many pages and no more.
  package var maxPages = 20_000
  /// The pictures of `img` elements and of backgrounds.
  package var pictures = PictureTable()

  /// The defaults: 20,000 pages, no pictures.
  package init() {}
}

/// What layout tells beside the pages.
package struct LayoutSummary: Sendable {
  /// How many pages were given out.
  package var pages = 0
  /// How often the document was laid out: more than once only where it shows its own page numbers.
  package var passes = 0
  /// The worst justified line: how far its word spaces stretch, as a share of what they stretch gladly; 1 is still good.
  package var worstLine = 0.0

  /// Nothing laid out.
  package init() {}
}

/// Lays out a styled document and gives out its pages one by one, each as soon as it is final.
///
/// Time is linear in the content. Pages are kept back only in documents that show the number of pages or the page of
/// another place: such documents are laid out again until the numbers rest, three times at most.
/// - Parameters:
///   - document: the styled document.
///   - fonts: resolves the document's families to faces.
///   - shaper: shapes and breaks its text.
///   - configuration: limits and pictures.
///   - diagnostics: takes what layout reports.
///   - emit: takes each page in order; what it throws ends the layout.
/// - Returns: how many pages there are, and how well they are set.
/// - Throws: what `emit` throws.
package func layOut<Failure: Error>(
  _ document: StyledDocument,
  fonts: FontLibrary,
  shaper: ParagraphShaper,
  configuration: LayoutConfiguration,
  diagnostics: inout DiagnosticList,
  emit: (Page) throws(Failure) -> Void
) throws(Failure) -> LayoutSummary {
  var summary = LayoutSummary()
  var references = References(ids: document.tree)
  var isSettled = false
  var lengths: [SlicedBox: Double]?
  var emitted = 0
  while true {
    summary.passes += 1
    var pages = Pagination(
      document,
      references: references,
      fonts: fonts,
      shaper: shaper,
      pictures: configuration.pictures
    )
    let hasReferences = pages.session.tree.usesPageReferences
    if let lengths { pages.keep(lengths) }
    var holdsPages = !isSettled && (hasReferences || document.placesByWholeBoxes)
    var held = HeldPages()
    while !pages.isFinished, let page = pages.next(limit: configuration.maxPages) {
      if !isSettled, page.showsPageCount(pages.session.tree) { holdsPages = true }
      if holdsPages {
        held.append(page)
      } else if page.setup.context.number > emitted {
        emitted = page.setup.context.number
        try emit(pages.finish(page, totalPages: references.totalPages))
      }
    }
    let rests = !hasReferences || pages.references == references
    if holdsPages, !rests, summary.passes < maximumPasses, !pages.session.diagnostics.hasErrors {
      references = pages.references
      continue
    }
    references = pages.references
    lengths = pages.sliceLengths
    if holdsPages, held.overflowed, !pages.session.diagnostics.hasErrors {
      isSettled = true
      continue
    }
    if !rests { pages.session.diagnostics.report(.referencesMove()) }
    for page in held.pages { try emit(pages.finish(page, totalPages: references.totalPages)) }
    diagnostics.report(contentsOf: pages.session.diagnostics)
    for (family, made) in pages.session.styles.synthesised { diagnostics.report(.fontSynthesised(family, made)) }
    summary.pages = pages.number
    summary.worstLine = pages.session.worstLine
    return summary
  }
}

private let maximumPasses = 3

/// Pages kept back until the numbers that they show are known.
private struct HeldPages {
  private(set) var pages: [UnfinishedPage] = []
  /// Whether there were too many to keep: the document is laid out once more, and streamed.
  private(set) var overflowed = false

  mutating func append(_ page: UnfinishedPage) {
    guard !overflowed else { return }
    pages.append(page)
    // 256 pages of prose are about 40 MB.
    if pages.count > 256 {
      overflowed = true
      pages = []
    }
  }
}
