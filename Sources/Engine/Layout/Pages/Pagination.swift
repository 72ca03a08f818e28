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
  /// The number of the last footnote, where pages number them.
  private var lastNote = 0
  /// The name of the last pages and how many of it there were in a row.
  private var group = (name: "", count: 0)
  private var pageStyles: [PageContext: PageStyle] = [:]
  /// What pieces of broken boxes have shown of their backgrounds.
  private var slices = Slices()
  private var measuresSlices: Bool
  /// Whether any element asks for line numbers or change bars.
  private let holdsDraftMarks: Bool
  /// What the pages so far have told.
  private var notes: PageNotes

  init(
    _ document: StyledDocument,
    references: References,
    fonts: FontLibrary,
    shaper: ParagraphShaper,
    pictures: PictureTable
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
      references: references,
      pictures: pictures
    )
    session.diagnostics = builder.diagnostics
    roles = StructureRoles(tree: document.tree)
    holdsDraftMarks = document.styles.contains { $0.lineNumbers != nil || $0.changeBar.width > 0 }
    measuresSlices = document.placesByWholeBoxes
    isFinished = builder.tree.boxes.isEmpty
    notes = PageNotes(references: references)
    notes.references.pages = [:]
    notes.references.totalPages = 0
    notes.references.counters = session.tree.counterValues
    notes.references.index = session.tree.indexEntries
    notes.references.pseudoTexts = builder.deferred.targetTexts
    notes.references.textTargets = builder.deferred.targets
    notes.references.footnotes = [:]
  }

  /// How long broken boxes are, where their backgrounds ask for it.
  var sliceLengths: [SlicedBox: Double] { slices.totals }

  /// Takes the lengths of broken boxes from an earlier pass.
  mutating func keep(_ lengths: [SlicedBox: Double]) {
    slices.totals = lengths
    measuresSlices = false
  }

  /// What this pass learned.
  var references: References { notes.references }

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
    var context = PageContext(name: name, number: number, side: side, isBlank: isBlank)
    context.numberInGroup = numberInGroup(name, isBlank: isBlank)
    let setup = PageSetup(context: context, style: pageStyle(for: context))
    guard setup.area.size.width > 0, setup.area.size.height > 0 else {
      session.diagnostics.report(.emptyPageArea(page: number))
      return nil
    }
    notes.pageCounters.enter(setup.style)
    var root: FragmentNode?
    var footnotes: FragmentNode?
    if !isBlank {
      var fragment = fill(setup)
      session.settlePositions(in: &fragment, area: setup.area.size, isLast: token == nil)
      footnotes = session.endFootnotes(below: fragment, size: setup.area.size)
      number(notesOf: fragment, on: setup)
      isFinished = token == nil && session.waitingNotes.isEmpty && session.brokenBoxes.isEmpty
      session.forgetPlaced(keeping: token)
      if measuresSlices { measureSlices(in: fragment) }
      notes.collect(fragment, of: session.tree, styles: session.styles, isAtStart: true)
      if let footnotes { notes.collect(footnotes, of: session.tree, styles: session.styles, isAtStart: false) }
      root = fragment
    }
    var marks = DraftMarks(setup: setup, lines: notes.lines)
    if let root, holdsDraftMarks { marks.add(root, in: setup.area.origin, styles: session.styles) }
    notes.lines = marks.lines
    let furniture = PageFurniture(notes: notes, totalPages: 0)
    notes.turnPage()
    notes.references.totalPages = number
    return UnfinishedPage(setup: setup, root: root, footnotes: footnotes, furniture: furniture, marks: marks)
  }

  /// Counts the pages of one name that follow each other (CSS GCPM 3, 6.1); blank pages between them do not count.
  private mutating func numberInGroup(_ name: String, isBlank: Bool) -> Int {
    guard !isBlank else { return 1 }
    group = (name, group.name == name ? group.count + 1 : 1)
    return group.count
  }

  /// The page's style; pages of one kind share it, because it costs a cascade.
  private mutating func pageStyle(for context: PageContext) -> PageStyle {
    // Without `:nth()`, page selectors ask of the numbers only whether the page is the first.
    var kind = context
    if !session.document.pages.countsPages {
      kind.number = min(context.number, 2)
      kind.numberInGroup = 1
    }
    if let known = pageStyles[kind] { return known }
    let made = session.document.pages.style(for: context)
    pageStyles[kind] = made
    return made
  }

  /// Whether the page must stay empty so that what follows begins on the side that was asked for.
  private func needsBlank() -> Bool {
    switch forced {
    case .left, .verso: number % 2 == 1
    case .right, .recto: number % 2 == 0
    default: false
    }
  }

  /// Lays out the root box once, as far as the page goes.
  private mutating func fill(_ setup: PageSetup) -> FragmentNode {
    var space = ConstraintSpace(available: setup.area.size.width)
    space.availableHeight = setup.area.size.height
    space.allowsParallel = true
    session.fragmentainerSize = setup.area.size
    let hasFlow = number == 1 || token != nil
    let from = hasFlow ? token : session.endToken
    let keepsMargin = forced != nil
    let corner = rootCorner(in: setup, isResumed: from != nil)
    space.remaining = setup.area.size.height - corner.y
    let filled = session.fillBesideNotes(on: setup, isOnlyNotes: !hasFlow, keepsMargin: keepsMargin) { session in
      session.layOut(0, in: space, from: from)
    }
    forced = filled.forced
    token = nil
    if hasFlow, case .broken(let next) = filled.result.status { token = next }
    if hasFlow, let rest = filled.result.overflow {
      token = rest
      forced = forced ?? rest.innerForced
    }
    var root = filled.result.fragment
    root.offset = Point(x: root.margin.left, y: corner.y)
    return root
  }

  /// Where the root element's border box begins in the page area: its margins collapse with nothing (CSS 2.2, 8.3.1).
  private func rootCorner(in setup: PageSetup, isResumed: Bool) -> Point {
    guard !isResumed else { return .zero }
    let edges = BoxEdges(of: session.style(0), available: setup.area.size.width)
    return Point(x: edges.margin.left, y: edges.margin.top)
  }

  /// Numbers the notes that are called on a page, for the next pass, where pages number their notes (CSS GCPM 3, 2.5.2).
  private mutating func number(notesOf root: FragmentNode, on setup: PageSetup) {
    guard session.document.pages.resetsFootnotes, session.tree.hasFootnotes else { return }
    for change in setup.style.box.counterReset where change.name == "footnote" { lastNote = change.value }
    for note in session.notes(in: root) {
      let node = session.tree[note].node
      guard notes.references.footnotes[node] == nil else { continue }
      lastNote &+= 1
      notes.references.footnotes[node] = lastNote
    }
  }

  /// The named page on which the next content belongs; notes that are left stand on pages like the last one.
  private func pageName() -> String {
    guard number == 1 || token != nil else { return group.name }
    var box: Int32 = 0
    var inside = token
    while let current = inside {
      inside = current.first
      if case .child(let next, _) = current.position, next >= 0 {
        box = next
      } else if let inside, inside.box >= 0 {
        box = inside.box
      }
    }
    return session.startPage(of: box)
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
    let count = (boxes: session.tree.boxes.count, inlines: session.tree.inlines.count)
    let boxes = session.layOutMarginBoxes(setup.style, margin: setup.margin, furniture: furniture)
    let marks = session.layOut(unfinished.marks)
    page.bleed = setup.style.bleed
    page.marks = setup.style.box.pageMarks
    page = painted(unfinished, on: page, furniture: boxes + marks)
    // No copy of the session is left: its boxes are dropped in place.
    session.forgetBoxes(from: count.boxes, inlines: count.inlines)
    return page
  }

  /// Adds up how long broken boxes are whose backgrounds ask for it.
  private mutating func measureSlices(in fragment: FragmentNode) {
    if fragment.style >= 0 { slices.measure(fragment, style: session.styles[fragment.style]) }
    for child in fragment.children { measureSlices(in: child) }
  }

  private mutating func painted(_ unfinished: UnfinishedPage, on page: Page, furniture: [FragmentNode]) -> Page {
    let setup = unfinished.setup
    var finisher = PageFinisher(session: session, roles: roles, page: page, slices: slices)
    finisher.paintCanvas(setup.style, root: unfinished.root.map { $0.box(in: setup.area.origin) })
    if let root = unfinished.root { finisher.add(root, in: setup.area.origin) }
    for box in furniture { finisher.add(box, in: .zero) }
    if let notes = unfinished.footnotes { finisher.add(notes, in: setup.area.origin) }
    slices = finisher.slices
    return finisher.page
  }
}

/// A page whose flow content is placed and whose margin boxes are not.
struct UnfinishedPage {
  var setup: PageSetup
  var root: FragmentNode?
  /// The footnote area.
  var footnotes: FragmentNode?
  var furniture: PageFurniture
  var marks: DraftMarks

  /// Whether a margin box shows how many pages there are, itself or by a running element.
  func showsPageCount(_ tree: BoxTree) -> Bool {
    setup.style.marginBoxes.values.contains { style in
      guard case .items(let items) = style.content else { return false }
      return items.contains { item in
        switch item {
        case .counter("pages", _), .counters("pages", _, _): return true
        case .element(let name, let which):
          guard let index = furniture.running.value(of: name, which) else { return false }
          return tree.running[Int(index)].showsPageCount
        default: return false
        }
      }
    }
  }
}

extension LayoutSession {
  /// Drops what is kept of boxes whose last piece has been placed.
  mutating func forgetPlaced(keeping token: BreakToken?) {
    var kept: [Int32: BrokenParagraph] = [:]
    var waiting = token.map { [$0] } ?? []
    waiting.append(contentsOf: waitingNotes.compactMap(\.token))
    waiting.append(contentsOf: brokenBoxes.compactMap(\.token))
    while let next = waiting.popLast() {
      waiting.append(contentsOf: next.inner)
      if case .line = next.position { kept[next.box] = paragraphs[next.box] }
    }
    paragraphs = kept
    intrinsics.removeAll(keepingCapacity: true)
    flexPieces.removeAll()
  }
}
