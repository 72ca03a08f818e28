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
    fileprivate var isOpen = false

    init(role: StructureRole, node: Int32, isComposite: Bool) {
      self.role = role
      self.node = node
      self.isComposite = isComposite
    }
  }

  private let surface: Surface
  /// The elements around the place, outermost first.
  private var elements = [Element(role: .document, node: -1, isComposite: true)]
  /// Elements of this page that go on on the next one, innermost first; open.
  private var leftOpen: [Element] = []
  /// What the last page left open and this one has not met again, outermost first; open.
  private var resumable: ArraySlice<Element> = []
  /// An inline element that goes on on the next line; open.
  private var lingering: Element?
  private var hasLeaf = false
  /// Every structure tag so far, in order.
  private(set) var entries: [StructureEntry] = []

  init(surface: Surface) {
    self.surface = surface
  }

  /// Enters an element; nothing is written before its content comes.
  mutating func enter(_ element: Element, goesOn: Bool) {
    if goesOn, let known = lingering, known.isSame(as: element) {
      lingering = nil
      elements.append(known)
    } else if goesOn, let next = resumable.first, next.isSame(as: element) {
      resumable.removeFirst()
      elements.append(next)
    } else {
      elements.append(element)
    }
  }

  /// Whether content can be painted without writing a tag first.
  var isReady: Bool {
    guard lingering == nil, leftOpen.isEmpty, resumable.isEmpty, let last = elements.last else { return false }
    return last.isOpen && (hasLeaf || !last.isComposite)
  }

  /// Makes the innermost element the one that content goes to.
  mutating func prepareForContent() {
    closeAside()
    for index in elements.indices where !elements[index].isOpen {
      closeLeaf()
      begin(elements[index])
      elements[index].isOpen = true
    }
    guard let last = elements.last, last.isComposite, !hasLeaf else { return }
    begin(Element(role: .span, node: -1, isComposite: false))
    hasLeaf = true
  }

  /// How the box of an element ends.
  enum Ending {
    case here, onNextLine, onNextPage
  }

  /// Leaves the innermost element.
  mutating func leave(_ ending: Ending) {
    guard let element = elements.popLast(), element.isOpen else { return }
    closeLeaf()
    switch ending {
    case .onNextPage: leftOpen.append(element)
    case .onNextLine:
      closeAside()
      lingering = element
    case .here:
      closeAside()
      end(element.role)
    }
  }

  /// Ends the page: what goes on waits for the next one.
  mutating func endPage() {
    closeLeaf()
    if let element = lingering { end(element.role) }
    lingering = nil
    for element in resumable.reversed() { end(element.role) }
    resumable = leftOpen.reversed()[...]
    leftOpen = []
  }

  /// Closes everything.
  mutating func finish() {
    closeLeaf()
    closeAside()
    for element in elements.reversed() where element.isOpen { end(element.role) }
    elements = []
  }

  /// Paints furniture and decoration in a leaf that the finishing pass turns into an artifact.
  mutating func artifact(_ paint: () throws(RenderingError) -> Void) throws(RenderingError) {
    closeLeaf()
    if !elements[0].isOpen {
      begin(elements[0])
      elements[0].isOpen = true
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

  /// Closes elements beside the place that are still open: nothing that comes now belongs to them.
  private mutating func closeAside() {
    if let element = lingering { end(element.role) }
    lingering = nil
    for element in leftOpen { end(element.role) }
    leftOpen = []
    for element in resumable.reversed() { end(element.role) }
    resumable = []
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
