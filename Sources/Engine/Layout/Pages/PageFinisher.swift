import Geometry
import Markup
import Styles
import Text

/// Turns the fragments of one page into a ``Page``: absolute places, glyphs, paint, links, tags.
struct PageFinisher {
  let document: StyledDocument
  let tree: BoxTree
  let styles: StyleTable
  let pictures: PictureTable
  let roles: StructureRoles
  var page: Page
  /// The node whose background the canvas has taken, or -1.
  var canvasNode: Int32 = -1
  /// What earlier pieces of broken boxes have shown of their backgrounds.
  var slices: Slices
  private var linkIndices: [Int32: Int32] = [:]

  init(session: LayoutSession, roles: StructureRoles, page: Page, slices: Slices) {
    self.slices = slices
    document = session.document
    tree = session.tree
    styles = session.styles
    pictures = session.pictures
    self.roles = roles
    self.page = page
  }

  /// What fragments inherit from those around them.
  private struct Surroundings {
    var link: Int32 = -1
    var isArtifact = false
    var isPresentational = false
    var role = StructureRole.document
    /// Row groups and rows around, with backgrounds that are painted in their cells.
    var tracks: [Track] = []
    /// The transforms around and of the fragment itself, as one; `nil` for none.
    var transform: Transform?
    /// The grid of the table around, for the backgrounds of its columns.
    var grid: Rect?
  }

  /// Adds a fragment and all inside it; `parent` is the place of the box that its offset refers to.
  mutating func add(_ node: FragmentNode, in parent: Point) {
    add(node, in: parent, around: Surroundings())
  }

  private mutating func add(_ node: FragmentNode, in parent: Point, around: Surroundings) {
    let corner = Point(x: parent.x + node.offset.x, y: parent.y + node.offset.y)
    var fragment = Fragment(
      kind: node.kind,
      node: node.node,
      origin: Point(x: corner.x - node.margin.left, y: corner.y - node.margin.top),
      content: Size(
        width: node.size.width - node.border.horizontal - node.padding.horizontal,
        height: node.size.height - node.border.vertical - node.padding.vertical
      )
    )
    fragment.pseudo = node.pseudo
    fragment.span = node.span
    fragment.marginBox = node.marginBox
    fragment.margin = node.margin
    fragment.border = node.border
    fragment.padding = node.padding
    fragment.baseline = node.baseline + node.margin.top
    fragment.continuesBefore = node.continuesBefore
    fragment.continuesAfter = node.continuesAfter || node.contentGoesOn
    if node.hasOwnStyle, node.style >= 0 {
      fragment.float = styles[node.style].float
      fragment.position = styles[node.style].position
    }
    if node.style >= 0 {
      fragment.isHidden = styles[node.style].visibility != .visible
      fragment.effect = effect(of: node, at: corner)
    }
    var inner = around
    if fragment.effect >= 0, let transform = page.effects[Int(fragment.effect)].transform {
      inner.transform = inner.transform?.applied(after: transform) ?? transform
    }
    settle(&fragment, of: node, inner: &inner, around: around)
    if node.kind == .table { enterTable(node, at: corner, tracks: &inner) }
    if let track = track(of: node, at: corner) { inner.tracks.append(track) }
    fragment.paint = boxPaint(
      of: node,
      at: corner,
      on: node.kind == .cell ? cellTracks(of: node, at: corner, inner) : []
    )
    if node.kind == .cell { inner.tracks = [] }
    let index = page.fragments.count
    if fragment.effect >= 0, page.effects[Int(fragment.effect)].transform != nil { page.transformed.append(index) }
    page.fragments.append(fragment)
    switch node.payload {
    case .none, .staticPosition: break
    case .text(let piece): page.fragments[index].contentPaint = addText(piece, of: node, at: corner)
    case .drawing(let drawing):
      let place = Point(
        x: corner.x + node.border.left + node.padding.left,
        y: corner.y + node.border.top + node.padding.top
      )
      page.fragments[index].drawing = page.add(drawing, at: place)
    case .picture(let source):
      if let picture = pictures[source] {
        page.fragments[index].contentPaint = addPicture(picture, in: node, at: corner)
      }
    case .image(let source):
      if let picture = pictures.named[tree.images[Int(source)]] {
        page.fragments[index].contentPaint = addPicture(picture, in: node, at: corner)
      }
    }
    for child in node.children { add(child, in: corner, around: inner) }
    page.fragments[index].rules = addRules(node.rules, at: corner)
    page.fragments[index].end = Int32(page.fragments.count)
  }

  /// Notes where the columns' backgrounds are placed.
  private mutating func enterTable(_ node: FragmentNode, at corner: Point, tracks inner: inout Surroundings) {
    inner.tracks = []
    inner.grid = node.gridRect(at: corner)
  }

  /// The backgrounds under a cell's own, the lowest first: of its columns, then of its rows (CSS 2.2, 17.5.1).
  private func cellTracks(of node: FragmentNode, at corner: Point, _ around: Surroundings) -> [Track] {
    guard let grid = around.grid, !node.columnStyles.isEmpty else { return around.tracks }
    let rect = Rect(x: corner.x, y: grid.top, width: node.size.width, height: grid.size.height)
    return node.columnStyles.map { Track(style: $0, rect: rect) } + around.tracks
  }

  /// Links, named places, outline entries and the structure role of a fragment.
  private mutating func settle(
    _ fragment: inout Fragment,
    of node: FragmentNode,
    inner: inout Surroundings,
    around: Surroundings
  ) {
    inner.isArtifact = around.isArtifact || node.isRepeated || node.kind == .marginBox
    if node.node >= 0, node.pseudo == nil, !node.isAnonymous, isBox(node.kind) {
      if let link = link(of: node.node) { inner.link = link }
      if isNote(node), !node.continuesBefore {
        addNotePlace(of: node.node, at: fragment.borderBox)
      }
      if !node.continuesBefore, !inner.isArtifact, node.kind != .table {
        addPlaces(of: node.node, at: inner.transform?.bounds(of: fragment.borderBox) ?? fragment.borderBox)
      }
    }
    if !inner.isArtifact {
      addMarkedPlaces(of: node, at: inner.transform?.bounds(of: fragment.borderBox) ?? fragment.borderBox)
    }
    // Links do not stand in links: there the call is plain text.
    let isCall = node.pseudo == .footnoteCall && node.kind == .inline
    if isCall, around.link < 0, !inner.isArtifact { inner.link = noteLink(of: node.node) }
    if node.linkTarget >= 0 { inner.link = indexLink(to: node.linkTarget) }
    fragment.link = inner.link
    if roles.isPresentational(node.node), node.kind == .tableWrapper { inner.isPresentational = true }
    var role = roles.role(of: node, tree: tree, inside: around.role, isPresentational: inner.isPresentational)
    if isCall, around.link >= 0 { role = .none }
    // Notes on shared lines are inline boxes.
    if node.kind == .inline, node.pseudo == nil, isNote(node) { role = .note }
    fragment.role = inner.isArtifact ? .artifact : node.linkTarget >= 0 ? .link : role
    if role != .none, !inner.isArtifact, let attributes = roles.attributes(of: node, styles: styles, tree: tree) {
      page.structureAttributes[node.node] = attributes
    }
    if role != .none { inner.role = role }
    if role == .headerCell || role == .dataCell || node.kind == .cell { inner.isPresentational = false }
  }

  /// Whether a fragment is the body of a footnote: a block, or an inline box among others.
  private func isNote(_ node: FragmentNode) -> Bool {
    if node.kind == .inline { return styles[node.style].outOfFlow == .footnote }
    return node.box >= 0 && tree[node.box].outOfFlow == .footnote
  }

  func isBox(_ kind: FragmentKind) -> Bool {
    kind != .line && kind != .text && kind != .marker
  }

  private mutating func link(of node: Int32) -> Int32? {
    guard document.tree.nodes[Int(node)].kind == .a else { return nil }
    if let known = linkIndices[node] { return known }
    guard let href = document.tree.attribute("href", of: NodeID(index: node)), !href.isEmpty else { return nil }
    let target: Link.Target = href.first == "#" ? .destination(String(href.dropFirst())) : .url(href)
    page.links.append(Link(target: target, node: node))
    linkIndices[node] = Int32(page.links.count - 1)
    return linkIndices[node]
  }

  /// Places of elements that have no box of their own here.
  private mutating func addMarkedPlaces(of node: FragmentNode, at box: Rect) {
    var marks = node.marks
    if node.box >= 0, node.kind != .line, node.kind != .text {
      if !node.continuesBefore { marks += (tree.marksBefore[node.box] ?? []) + (tree.marksAtStart[node.box] ?? []) }
      if !node.continuesAfter, !node.contentGoesOn {
        marks += (tree.marksAtEnd[node.box] ?? []) + (tree.marksAfter[node.box] ?? [])
      }
    }
    for mark in marks {
      switch tree.marks[Int(mark)] {
      case .element(let element, _): addPlaces(of: element, at: box)
      case .running(let index): addPlaces(of: tree.running[Int(index)].node, at: box)
      case .hidden: break
      }
    }
  }

  /// The link of a page number in an index.
  private mutating func indexLink(to node: Int32) -> Int32 {
    page.links.append(Link(target: .destination(indexPlace(of: node)), node: node))
    return Int32(page.links.count - 1)
  }

  /// The name of the place of a term: the element's own, or one that no author writes.
  private func indexPlace(of node: Int32) -> String {
    document.tree.attribute("id", of: NodeID(index: node)) ?? "vb-index-\(node)"
  }

  /// The link from a footnote's call to its body.
  private mutating func noteLink(of node: Int32) -> Int32 {
    page.links.append(Link(target: .destination(notePlace(of: node)), node: node))
    return Int32(page.links.count - 1)
  }

  private mutating func addNotePlace(of node: Int32, at box: Rect) {
    page.destinations.append(Destination(name: notePlace(of: node), place: box.origin))
  }

  /// A name that no `id` of a document has: those hold no spaces.
  private func notePlace(of node: Int32) -> String { "note \(node)" }

  private mutating func addPlaces(of node: Int32, at box: Rect) {
    if !styles[document.styleIndices[Int(node)]].indexEntries.isEmpty,
      document.tree.attribute("id", of: NodeID(index: node)) == nil
    {
      page.destinations.append(Destination(name: indexPlace(of: node), place: box.origin))
    }
    if let id = document.tree.attribute("id", of: NodeID(index: node)) {
      page.destinations.append(Destination(name: id, place: box.origin))
    }
    let level = styles[document.styleIndices[Int(node)]].bookmarkLevel
    if level > 0, let label = tree.bookmarkLabels[node], !label.isEmpty {
      var bookmark = Bookmark(level: level, label: label, place: box.origin)
      bookmark.isClosed = styles[document.styleIndices[Int(node)]].isBookmarkClosed
      page.bookmarks.append(bookmark)
    }
  }

  private mutating func addText(_ piece: TextPiece, of node: FragmentNode, at corner: Point) -> Int32 {
    guard case .text(_, let face, let size, _) = piece.segment.kind else { return -1 }
    let firstGlyph = Int32(page.placed.glyphs.count)
    let firstCluster = Int32(page.placed.clusters.count)
    let firstByte = Int32(page.placed.utf8.count)
    let baseline = corner.y + node.baseline
    piece.paragraph.shaped.place(piece.segment, of: piece.line, x: corner.x, baseline: baseline, into: &page.placed)
    let firstDecoration = Int32(page.decorations.count)
    for decoration in piece.decorations {
      let rect = Rect(
        x: corner.x,
        y: baseline - decoration.position - decoration.thickness / 2,
        width: node.size.width,
        height: decoration.thickness
      )
      var paint = DecorationPaint(rect: rect, color: decoration.color, style: decoration.style)
      paint.isOverText = decoration.isOverText
      page.decorations.append(paint)
    }
    var paint = TextPaint(
      face: face,
      size: size,
      color: styles[node.style].color,
      glyphs: firstGlyph..<Int32(page.placed.glyphs.count),
      clusters: firstCluster..<Int32(page.placed.clusters.count),
      utf8: firstByte..<Int32(page.placed.utf8.count),
      decorations: firstDecoration..<Int32(page.decorations.count)
    )
    paint.synthesis = styles.synthesis(of: face, for: node.style)
    page.texts.append(paint)
    return Int32(page.texts.count - 1)
  }
}
