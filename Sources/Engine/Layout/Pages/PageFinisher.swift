import Geometry
import Markup
import Styles
import Text

/// Turns the fragments of one page into a ``Page``: absolute places, glyphs, paint, links, tags.
struct PageFinisher {
  let document: StyledDocument
  let tree: BoxTree
  let styles: StyleTable
  let pictures: [Int32: Picture]
  let roles: StructureRoles
  private(set) var page: Page
  private var linkIndices: [Int32: Int32] = [:]

  init(session: LayoutSession, roles: StructureRoles, page: Page) {
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
  }

  /// Adds a fragment and all inside it; `parent` is the place of the box that its offset refers to.
  mutating func add(_ node: FragmentNode, in parent: Point) {
    add(node, in: parent, around: Surroundings())
  }

  /// Paints the canvas: the page's own background, else that of the root element or of its body (CSS Backgrounds 3, 2.11.2).
  mutating func paintCanvas(_ style: PageStyle) {
    var color = style.box.backgroundColor
    if color.alpha == 0, let root = document.styleIndices.first { color = styles[root].backgroundColor }
    if color.alpha == 0, let body = document.tree.nodes.firstIndex(where: { $0.kind == .body }) {
      color = styles[document.styleIndices[body]].backgroundColor
    }
    if color.alpha > 0 {
      page.boxPaints.append(
        BoxPaint(box: Rect(x: 0, y: 0, width: page.size.width, height: page.size.height), background: color)
      )
      page.paint = Int32(page.boxPaints.count - 1)
    }
    let margin = page.margin
    var box = BoxPaint(
      box: Rect(
        x: margin.left,
        y: margin.top,
        width: page.size.width - margin.horizontal,
        height: page.size.height - margin.vertical
      ),
      background: .transparent
    )
    box.widths = page.border
    box.styles = style.box.borderStyle
    box.colors = style.box.borderColor
    if page.border != .zero {
      page.boxPaints.append(box)
      page.rules = Int32(page.boxPaints.count - 1)..<Int32(page.boxPaints.count)
    }
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
    fragment.marginBox = node.marginBox
    fragment.margin = node.margin
    fragment.border = node.border
    fragment.padding = node.padding
    fragment.baseline = node.baseline + node.margin.top
    fragment.continuesBefore = node.continuesBefore
    fragment.continuesAfter = node.continuesAfter
    var inner = around
    settle(&fragment, of: node, inner: &inner, around: around)
    fragment.paint = boxPaint(of: node, at: corner)
    let index = page.fragments.count
    page.fragments.append(fragment)
    switch node.payload {
    case .none, .staticPosition: break
    case .text(let piece): page.fragments[index].contentPaint = addText(piece, of: node, at: corner)
    case .picture(let source): page.fragments[index].contentPaint = addPicture(source, in: node, at: corner)
    }
    for child in node.children { add(child, in: corner, around: inner) }
    page.fragments[index].rules = addRules(node.rules, at: corner)
    page.fragments[index].end = Int32(page.fragments.count)
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
      if !node.continuesBefore, !node.isRepeated, node.kind != .table {
        addPlaces(of: node.node, at: fragment.borderBox)
      }
    }
    fragment.link = inner.link
    if roles.isPresentational(node.node), node.kind == .tableWrapper { inner.isPresentational = true }
    let role = roles.role(of: node, tree: tree, inside: around.role, isPresentational: inner.isPresentational)
    fragment.role = inner.isArtifact ? .artifact : role
    if role != .none, !inner.isArtifact, let attributes = roles.attributes(of: node, styles: styles, tree: tree) {
      page.structureAttributes[node.node] = attributes
    }
    if role != .none { inner.role = role }
    if role == .headerCell || role == .dataCell || node.kind == .cell { inner.isPresentational = false }
  }

  private func isBox(_ kind: FragmentKind) -> Bool {
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

  private mutating func addPlaces(of node: Int32, at box: Rect) {
    if let id = document.tree.attribute("id", of: NodeID(index: node)) {
      page.destinations.append(Destination(name: id, place: box.origin))
    }
    let level = styles[document.styleIndices[Int(node)]].bookmarkLevel
    if level > 0, let label = tree.bookmarkLabels[node], !label.isEmpty {
      page.bookmarks.append(Bookmark(level: level, label: label, place: box.origin))
    }
  }

  private mutating func boxPaint(of node: FragmentNode, at corner: Point) -> Int32 {
    guard isBox(node.kind), node.size.width > 0 || node.size.height > 0 else { return -1 }
    // A wrapper's edges and background are its table's.
    guard node.kind != .tableWrapper, !node.isAnonymous else { return -1 }
    let style = styles[node.style]
    let isCollapsed = style.collapsesBorders && (node.kind == .cell || node.kind == .table)
    let isBare = node.kind == .row || node.kind == .rowGroup || isCollapsed
    let widths = isBare ? .zero : node.border
    guard style.backgroundColor.alpha > 0 || widths != .zero else { return -1 }
    let rect = Rect(x: corner.x, y: corner.y, width: node.size.width, height: node.size.height)
    var paint = BoxPaint(box: rect, background: style.backgroundColor)
    paint.widths = widths
    paint.styles = style.borderStyle
    paint.colors = style.borderColor
    paint.radii = style.borderRadius.map { radius in
      Size(width: radius.x.used(of: rect.size.width), height: radius.y.used(of: rect.size.height))
    }
    page.boxPaints.append(paint)
    return Int32(page.boxPaints.count - 1)
  }

  private mutating func addRules(_ rules: [BorderRule], at corner: Point) -> Range<Int32> {
    let start = Int32(page.boxPaints.count)
    for rule in rules {
      var rect = rule.rect
      rect.origin.x += corner.x
      rect.origin.y += corner.y
      var paint = BoxPaint(box: rect, background: .transparent)
      if rule.isHorizontal { paint.widths.top = rect.size.height } else { paint.widths.left = rect.size.width }
      paint.styles = Sides(all: rule.style)
      paint.colors = Sides(all: rule.color)
      page.boxPaints.append(paint)
    }
    return start..<Int32(page.boxPaints.count)
  }

  private mutating func addPicture(_ source: Int32, in node: FragmentNode, at corner: Point) -> Int32 {
    guard let picture = pictures[source] else { return -1 }
    let rect = Rect(
      x: corner.x + node.border.left + node.padding.left,
      y: corner.y + node.border.top + node.padding.top,
      width: node.size.width - node.border.horizontal - node.padding.horizontal,
      height: node.size.height - node.border.vertical - node.padding.vertical
    )
    page.images.append(
      ImagePaint(rect: rect, file: picture.file, number: picture.number, alternative: picture.alternative)
    )
    return Int32(page.images.count - 1)
  }

  private mutating func addText(_ piece: TextPiece, of node: FragmentNode, at corner: Point) -> Int32 {
    guard case .text(_, let face, let size, _) = piece.segment.kind else { return -1 }
    let firstGlyph = Int32(page.placed.glyphs.count)
    let firstCluster = Int32(page.placed.clusters.count)
    let firstByte = Int32(page.placed.utf8.count)
    let baseline = corner.y + node.baseline
    piece.paragraph.place(piece.segment, of: piece.line, x: corner.x, baseline: baseline, into: &page.placed)
    let firstDecoration = Int32(page.decorations.count)
    for decoration in piece.decorations {
      let rect = Rect(
        x: corner.x,
        y: baseline - decoration.position - decoration.thickness / 2,
        width: node.size.width,
        height: decoration.thickness
      )
      page.decorations.append(DecorationPaint(rect: rect, color: decoration.color))
    }
    page.texts.append(
      TextPaint(
        face: face,
        size: size,
        color: styles[node.style].color,
        glyphs: firstGlyph..<Int32(page.placed.glyphs.count),
        clusters: firstCluster..<Int32(page.placed.clusters.count),
        utf8: firstByte..<Int32(page.placed.utf8.count),
        decorations: firstDecoration..<Int32(page.decorations.count)
      )
    )
    return Int32(page.texts.count - 1)
  }
}
