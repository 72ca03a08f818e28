import Diagnostics
import Fonts
import Geometry
import Styles
import Text

/// Fills page after page: what is left to lay out, and what pages so far have told.
struct Pagination {
  var session: LayoutSession
  let roles: StructureRoles
  /// Where the next page goes on; `nil` before the first and after the last.
  private(set) var token: BreakToken?
  private(set) var isFinished: Bool
  private(set) var number = 0
  /// The forced break that ended the last page.
  private var forced: BreakBetween?
  private var pageCounter = 0
  private var strings = NamedStrings()
  /// What this pass learned.
  private(set) var references: References

  init(
    _ document: StyledDocument,
    references: References,
    fonts: FontLibrary,
    shaper: ParagraphShaper,
    pictures: [Int32: Picture]
  ) {
    let table = StyleTable(styles: document.styles, fonts: fonts)
    var builder = BoxBuilder(document: document, references: references, styles: table)
    builder.build()
    session = LayoutSession(
      document: document,
      tree: builder.tree,
      styles: builder.styles,
      fonts: fonts,
      shaper: shaper,
      pictures: pictures
    )
    session.diagnostics = builder.diagnostics
    roles = StructureRoles(tree: document.tree)
    isFinished = builder.tree.boxes.isEmpty
    self.references = references
    self.references.pages = [:]
    self.references.totalPages = 0
    self.references.counters = session.tree.counterValues
  }

  /// Lays out the next page, without its margin boxes; `nil` where the page leaves no room or would be one too many.
  mutating func next(limit: Int) -> UnfinishedPage? {
    guard number < limit else {
      session.diagnostics.report(.tooManyPages(limit: limit))
      return nil
    }
    number += 1
    session.pageNumber = number
    let isBlank = needsBlank()
    let name = isBlank ? "" : pageName()
    let side: PageSide = number % 2 == 1 ? .right : .left
    let context = PageContext(name: name, number: number, side: side, isBlank: isBlank)
    let setup = PageSetup(context: context, style: session.document.pages.style(for: context))
    guard setup.area.size.width > 0, setup.area.size.height > 0 else {
      session.diagnostics.report(.emptyPageArea(page: number))
      return nil
    }
    pageCounter += 1
    var root: FragmentNode?
    if !isBlank {
      let fragment = fill(setup)
      collect(fragment, isAtStart: true)
      root = fragment
    }
    let furniture = PageFurniture(strings: strings, pageCounter: pageCounter, totalPages: 0)
    strings.turnPage()
    references.totalPages = number
    return UnfinishedPage(setup: setup, root: root, furniture: furniture)
  }

  /// Whether the page must stay empty so that what follows begins on the side that was asked for.
  private func needsBlank() -> Bool {
    switch forced {
    case .left, .verso: number % 2 == 1
    case .right, .recto: number % 2 == 0
    default: false
    }
  }

  /// Lays out one page, twice where its end was not the best place to break, a third time where nothing better is left.
  private mutating func fill(_ setup: PageSetup) -> FragmentNode {
    var space = ConstraintSpace(available: setup.area.size.width)
    space.availableHeight = setup.area.size.height
    space.remaining = setup.area.size.height
    let keepsMargin = forced != nil
    func fresh() -> PageProgress {
      var progress = PageProgress()
      progress.keepsMarginAtStart = keepsMargin
      return progress
    }
    session.page = fresh()
    var result = session.layOut(0, in: space, from: token)
    if let target = betterBreak(than: result) {
      session.page = fresh()
      session.page.target = target
      result = session.layOut(0, in: space, from: token)
    }
    if case .outOfSpace = result.status {
      session.page = fresh()
      session.page.mayOverflow = true
      result = session.layOut(0, in: space, from: token)
    }
    forced = nil
    token = nil
    isFinished = true
    if case .broken(let next) = result.status {
      token = next
      forced = session.page.forced
      isFinished = false
    }
    session.forgetPlaced(keeping: token)
    return result.fragment
  }

  /// The place where the page should have ended instead; `nil` where it ended well.
  private func betterBreak(than result: LayoutResult) -> BreakPoint? {
    let page = session.page
    switch result.status {
    case .complete: return nil
    case .outOfSpace: return page.best
    case .broken:
      guard page.forced == nil, let best = page.best, best != page.actual else { return nil }
      return best
    }
  }

  /// The named page on which the next content belongs.
  private func pageName() -> String {
    var box: Int32 = 0
    var position = token?.position
    while case .child(let next, let inner) = position, next >= 0 {
      box = next
      position = inner.first?.position
    }
    return session.startPage(of: box)
  }

  /// Notes what elements that begin on this page set: named strings, page numbers of targets, the page counter.
  private mutating func collect(_ fragment: FragmentNode, isAtStart: Bool) {
    var isAtStart = isAtStart
    if fragment.node >= 0, !fragment.continuesBefore, fragment.pseudo == nil, !fragment.isAnonymous,
      fragment.kind != .text, fragment.kind != .line
    {
      note(fragment.node, style: fragment.style, isAtStart: isAtStart)
    }
    for child in fragment.children {
      collect(child, isAtStart: isAtStart)
      // Whatever follows something with height is no longer at the page's start.
      if child.size.height > 0 { isAtStart = false }
    }
  }

  private mutating func note(_ node: Int32, style: Int32, isAtStart: Bool) {
    if let values = session.tree.namedStrings[node] { strings.assign(values, isAtPageStart: isAtStart) }
    for change in session.styles[style].counterReset where change.name == "page" { pageCounter = change.value }
    if references.counters[node] != nil { references.pages[node] = pageCounter }
  }

  /// Adds the margin boxes, now that the number of pages is known or not needed, and gives the page its final form.
  mutating func finish(_ unfinished: UnfinishedPage, totalPages: Int) -> Page {
    let setup = unfinished.setup
    var page = Page(
      number: setup.context.number,
      name: setup.context.name,
      side: setup.context.side,
      size: setup.style.size
    )
    page.margin = setup.margin
    page.border = setup.edges.border
    page.padding = setup.edges.padding
    page.isBlank = setup.context.isBlank
    var furniture = unfinished.furniture
    furniture.totalPages = totalPages
    let boxes = session.layOutMarginBoxes(setup.style, margin: setup.margin, furniture: furniture)
    var finisher = PageFinisher(session: session, roles: roles, page: page)
    finisher.paintCanvas(setup.style)
    if let root = unfinished.root { finisher.add(root, in: setup.area.origin) }
    for box in boxes { finisher.add(box, in: .zero) }
    return finisher.page
  }
}

/// A page whose flow content is placed and whose margin boxes are not.
struct UnfinishedPage {
  var setup: PageSetup
  var root: FragmentNode?
  var furniture: PageFurniture
}

extension LayoutSession {
  /// Drops what is kept of boxes whose last piece has been placed.
  mutating func forgetPlaced(keeping token: BreakToken?) {
    var line: Int32 = -1
    var next = token
    while let current = next {
      next = nil
      switch current.position {
      case .child(_, let inner): next = inner.first
      case .line: line = current.box
      case .row: break
      }
    }
    let kept = paragraphs[line]
    paragraphs.removeAll(keepingCapacity: true)
    if let kept { paragraphs[line] = kept }
    intrinsics.removeAll(keepingCapacity: true)
  }
}
