import CCairo
import Layout

/// Opens and closes the tags of a PDF's structure, over lines and pages.
///
/// An element that has element children loses its own direct content in Cairo 1.16, so text beside such children gets a
/// `Span` leaf of its own. Elements are opened when their first content is painted: one opened before `show_page` whose
/// content follows on the next page would be left without content.
struct TagWriter {
  /// An element of the structure.
  struct Element {
    var role: StructureRole
    var node: Int32
    /// Whether text stands in leaves inside it rather than in it.
    var isComposite: Bool
    /// The tag's attributes in Cairo's form: a link's target and place.
    var tagAttributes = ""
    var attributes = StructureAttributes()

    init(role: StructureRole, node: Int32, isComposite: Bool) {
      self.role = role
      self.node = node
      self.isComposite = isComposite
    }
  }

  /// An element whose tag is open in the file.
  private struct OpenElement {
    var element: Element
    /// How its last piece ended where it goes on; `nil` for one around the place.
    var suspended: Ending?
    /// Whether the page before has left it so.
    var isFromPageBefore = false
  }

  private let surface: Surface
  /// The elements around the place, outermost first.
  private var path = [Element(role: .document, node: -1, isComposite: true)]
  /// The tags that are open, outermost first: the first `reached` are those of `path`, the others wait to be gone on with.
  private var open: [OpenElement] = []
  private var reached = 0
  private var hasLeaf = false
  /// Every structure tag so far, in order.
  private(set) var entries: [StructureEntry] = []

  init(surface: Surface) {
    self.surface = surface
  }

  /// Enters an element; nothing is written before its content comes.
  mutating func enter(_ element: Element, goesOn: Bool) {
    if goesOn, reached == path.count, reached < open.count, open[reached].element.isSame(as: element) {
      open[reached].suspended = nil
      open[reached].isFromPageBefore = false
      reached += 1
    }
    path.append(element)
  }

  /// Whether content can be painted without writing a tag first.
  var isReady: Bool {
    guard reached == path.count, reached == open.count, let last = path.last else { return false }
    return hasLeaf || !last.isComposite
  }

  /// Makes the innermost element the one that content goes to.
  mutating func prepareForContent() {
    // What waits beside the place will not be gone on with: a tag opens once.
    close(downTo: reached)
    while reached < path.count {
      closeLeaf()
      begin(path[reached])
      open.append(OpenElement(element: path[reached]))
      reached += 1
    }
    guard let last = path.last, last.isComposite, !hasLeaf else { return }
    begin(Element(role: .span, node: -1, isComposite: false))
    hasLeaf = true
  }

  /// How the box of an element ends.
  enum Ending {
    case here, onNextLine, onNextPage
  }

  /// Leaves the innermost element.
  mutating func leave(_ ending: Ending) {
    guard path.popLast() != nil, reached > path.count else { return }
    closeLeaf()
    reached = path.count
    if ending == .here { close(downTo: reached) } else { open[reached].suspended = ending }
  }

  /// Ends the page: what goes on waits for the next one.
  mutating func endPage() {
    closeLeaf()
    // Direct content of an inline element stays on its page; and what this page has not gone on with ends.
    let end = open.indices.first {
      open[$0].suspended == .onNextLine || open[$0].suspended != nil && open[$0].isFromPageBefore
    }
    if let end { close(downTo: end) }
    for index in open.indices { open[index].isFromPageBefore = true }
  }

  /// Closes everything.
  mutating func finish() {
    close(downTo: 0)
    path = []
    reached = 0
  }

  /// Paints furniture and decoration in a leaf that the finishing pass turns into an artifact.
  mutating func artifact(_ paint: () throws(RenderingError) -> Void) throws(RenderingError) {
    closeLeaf()
    if open.isEmpty {
      begin(path[0])
      open.append(OpenElement(element: path[0]))
      reached = 1
    }
    begin(Element(role: .artifact, node: -1, isComposite: false))
    try paint()
    end(.artifact)
  }

  /// Defines a place that links lead to.
  func destination(_ attributes: String) {
    surface.withContext { context in
      cairo_tag_begin(context, "cairo.dest", attributes)
      cairo_tag_end(context, "cairo.dest")
    }
  }

  /// Closes tags, innermost first, until `count` are open.
  private mutating func close(downTo count: Int) {
    guard open.count > count else { return }
    closeLeaf()
    while open.count > count { end(open.removeLast().element.role) }
  }

  private mutating func closeLeaf() {
    guard hasLeaf else { return }
    end(.span)
    hasLeaf = false
  }

  private mutating func begin(_ element: Element) {
    entries.append(StructureEntry(role: element.role, node: element.node, attributes: element.attributes))
    surface.withContext { cairo_tag_begin($0, element.role.tagName, element.tagAttributes) }
  }

  private func end(_ role: StructureRole) {
    surface.withContext { cairo_tag_end($0, role.tagName) }
  }
}

extension TagWriter.Element {
  fileprivate func isSame(as other: TagWriter.Element) -> Bool {
    role == other.role && node == other.node
  }
}

extension StructureRole {
  /// The name of the tag in Cairo; 'Artifact' is none there, `Private` leaves stand for it.
  fileprivate var tagName: String {
    self == .artifact ? "Private" : rawValue
  }
}
