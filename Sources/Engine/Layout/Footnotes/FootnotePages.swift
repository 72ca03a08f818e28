import Geometry
import Styles

extension LayoutSession {
  /// Begins the footnote area of a page with what earlier pages have put off.
  ///
  /// - Parameters:
  ///   - page: the page's style.
  ///   - size: the page area.
  ///   - share: how much of the area the notes put off may fill, as a share of what it may hold at most; `nil` where the
  ///     page holds nothing else.
  mutating func beginFootnotes(on page: PageStyle, size: Size, share: Double?) {
    footnotes = FootnoteArea()
    guard tree.hasFootnotes else { return }
    let style = page.footnoteArea
    footnotes.style = styles.shared(style)
    var edges = BoxEdges(of: style, available: size.width)
    let room = max(0, size.width - edges.margin.horizontal - edges.horizontal)
    var width = length(style.width, of: size.width, edges: edges.horizontal, style: style) ?? room
    if let most = length(style.maxWidth, of: size.width, edges: edges.horizontal, style: style) {
      width = min(width, most)
    }
    if let least = length(style.minWidth, of: size.width, edges: edges.horizontal, style: style) {
      width = max(width, least)
    }
    settleMargins(&edges, style: style, width: width, available: size.width)
    footnotes.edges = edges
    footnotes.width = width
    let around = edges.vertical + edges.margin.vertical
    let asked = contentHeight(of: style, edges: edges, availableHeight: size.height) ?? 0
    let least = length(style.minHeight, of: size.height, edges: edges.vertical, style: style) ?? 0
    let most = length(style.maxHeight, of: size.height, edges: edges.vertical, style: style)
    footnotes.leastHeight = max(asked, least)
    // The limit does not hold where the page contains only notes (CSS GCPM 3, 2.3.2).
    footnotes.mostHeight = share == nil ? .infinity : max(footnotes.leastHeight, most ?? .infinity)
    let height = min(footnotes.mostHeight + around, size.height)
    placeWaitingNotes(most: height * (share ?? 1))
  }

  /// Fills a page beside its notes: those that earlier pages have put off come first, and give way where they leave no
  /// room for anything else.
  ///
  /// - Parameters:
  ///   - setup: the page.
  ///   - isOnlyNotes: whether the flow has ended and notes are all that is left.
  ///   - keepsMargin: whether the page before ended with a forced break.
  ///   - layOutFlow: lays the flow out from its token.
  /// - Returns: what was laid out, and how the page ended.
  mutating func fillBesideNotes(
    on setup: PageSetup,
    isOnlyNotes: Bool,
    keepsMargin: Bool,
    with layOutFlow: (inout LayoutSession) -> LayoutResult
  ) -> FilledFragmentainer {
    for share in [1, 0.5, 0.25] where !waitingNotes.isEmpty && !isOnlyNotes {
      beginFootnotes(on: setup.style, size: setup.area.size, share: share)
      let start = FragmentainerStart(keepsMargin: keepsMargin, mustProgress: false)
      let filled = fillFragmentainer(start, with: layOutFlow)
      if case .outOfSpace = filled.result.status { continue }
      return filled
    }
    beginFootnotes(on: setup.style, size: setup.area.size, share: isOnlyNotes ? nil : 0)
    return fillFragmentainer(FragmentainerStart(keepsMargin: keepsMargin), with: layOutFlow)
  }

  /// Where the root box goes on when all of it is placed: a page of notes only shows it without content.
  var endToken: BreakToken {
    var result = BreakToken(box: 0, position: endPosition(of: 0))
    // What the root asks for of height has been given.
    result.consumed = 1e9
    return result
  }

  /// How far a box's content reaches down: one that goes on fills its page, its content need not.
  private func contentBottom(of fragment: FragmentNode) -> Double {
    guard fragment.continuesAfter, fragment.kind == .block,
      let last = fragment.children.last(where: { !$0.isOutOfFlow })
    else { return fragment.size.height }
    return last.offset.y + contentBottom(of: last)
  }

  /// Ends the footnote area of a page; gives its fragment.
  ///
  /// Notes called from boxes that took their place after the flow, such as absolutely positioned ones, come last.
  mutating func endFootnotes(below root: FragmentNode, size: Size) -> FragmentNode? {
    guard tree.hasFootnotes else { return nil }
    forceNotes(notes(in: root), free: size.height - root.offset.y - contentBottom(of: root))
    waitingNotes = footnotes.pending
    for note in footnotes.called { placedNotes.insert(note) }
    forgetNoteBlocks()
    guard var area = footnotes.fragment(pageHeight: size.height) else { return nil }
    settlePositions(in: &area, area: size, repeatsFixed: false)
    return area
  }
}
