import Geometry
import Layout

/// Paints a page of a tagged PDF: decoration and furniture as artifacts first, then content in reading order.
struct TaggedPainter {
  private let canvas: Canvas
  private let page: Page
  private let painter: PagePainter
  /// Whether the element of a fragment holds other elements, by fragment.
  private let composites: [Bool]
  /// Text that waits to be shown together with what follows it in the same face, size and colour.
  private var waiting: TextPaint?

  init(canvas: Canvas, page: Page) {
    self.canvas = canvas
    self.page = page
    painter = PagePainter(canvas: canvas, page: page)
    composites = page.compositeElements
  }

  /// Paints the page; elements that go on on the next page stay open.
  mutating func paint(into tags: inout TagWriter) throws(RenderingError) {
    guard page.effects.isEmpty else {
      var stacked = StackedPainter(canvas: canvas, page: page, composites: composites)
      return try stacked.paint(into: &tags)
    }
    let page = page
    let painter = painter
    if painter.hasBoxes || page.fragments.contains(where: { $0.role == .artifact && $0.showsContent }) {
      try tags.artifact { () throws(RenderingError) in
        try painter.paintBoxes()
        for fragment in page.fragments where fragment.role == .artifact { try painter.paintContent(of: fragment) }
      }
    }
    for destination in page.destinations { tags.destination(destination.tagAttributes) }
    try paint(0..<page.fragments.count, into: &tags)
    try flush()
    tags.endPage()
    if painter.holdsStrikes { try tags.artifact { () throws(RenderingError) in painter.paintStrikes() } }
  }

  private mutating func paint(_ range: Range<Int>, into tags: inout TagWriter) throws(RenderingError) {
    var index = range.lowerBound
    while index < range.upperBound {
      try paint(index, into: &tags)
      index = Int(page.fragments[index].end)
    }
  }

  private mutating func paint(_ index: Int, into tags: inout TagWriter) throws(RenderingError) {
    let fragment = page.fragments[index]
    let inner = index + 1..<Int(fragment.end)
    switch fragment.role {
    case .artifact: return
    case .none:
      try paintContent(of: fragment, into: &tags)
      try paint(inner, into: &tags)
    case .listItem:
      tags.enter(page.element(at: index, isComposite: composites[index]), goesOn: fragment.continuesBefore)
      try paintItem(inner, of: fragment, into: &tags)
      try leave(fragment, in: &tags)
    default:
      tags.enter(page.element(at: index, isComposite: composites[index]), goesOn: fragment.continuesBefore)
      try paintContent(of: fragment, into: &tags)
      try paint(inner, into: &tags)
      try leave(fragment, in: &tags)
    }
  }

  /// A list item holds its marker and a body (ISO 32000-1, 14.8.4.3.3).
  private mutating func paintItem(
    _ range: Range<Int>,
    of item: Fragment,
    into tags: inout TagWriter
  ) throws(RenderingError) {
    var index = range.lowerBound
    var hasBody = false
    while index < range.upperBound {
      if page.fragments[index].role != .label, !hasBody {
        let body = TagWriter.Element(role: .listBody, node: item.node, isComposite: true)
        tags.enter(body, goesOn: item.continuesBefore)
        hasBody = true
      }
      try paint(index, into: &tags)
      index = Int(page.fragments[index].end)
    }
    if hasBody { try leave(item, in: &tags) }
  }

  private mutating func leave(_ fragment: Fragment, in tags: inout TagWriter) throws(RenderingError) {
    try flush()
    guard fragment.continuesAfter else { return tags.leave(.here) }
    tags.leave(fragment.kind == .inline ? .onNextLine : .onNextPage)
  }

  private mutating func paintContent(of fragment: Fragment, into tags: inout TagWriter) throws(RenderingError) {
    guard fragment.showsContent else { return }
    guard fragment.kind == .text else {
      try flush()
      tags.prepareForContent()
      return try painter.paintContent(of: fragment)
    }
    let text = page.texts[Int(fragment.contentPaint)]
    if tags.isReady, let joined = waiting?.joined(with: text) {
      waiting = joined
      return
    }
    try flush()
    tags.prepareForContent()
    waiting = text
  }

  private mutating func flush() throws(RenderingError) {
    guard let text = waiting else { return }
    waiting = nil
    try canvas.show(text, of: page)
  }
}

extension Fragment {
  /// Whether it shows text, a picture or a drawing.
  var showsContent: Bool { !isHidden && (contentPaint >= 0 || drawing >= 0) }
}

extension TextPaint {
  /// Both texts as one, where the second follows the first and is set alike; `nil` otherwise.
  fileprivate func joined(with next: TextPaint) -> TextPaint? {
    guard face == next.face, size == next.size, color == next.color, synthesis == next.synthesis,
      glyphs.upperBound == next.glyphs.lowerBound,
      clusters.upperBound == next.clusters.lowerBound, utf8.upperBound == next.utf8.lowerBound
    else { return nil }
    var result = self
    result.glyphs = glyphs.lowerBound..<next.glyphs.upperBound
    result.clusters = clusters.lowerBound..<next.clusters.upperBound
    result.utf8 = utf8.lowerBound..<next.utf8.upperBound
    return result
  }
}

extension Page {
  /// The element of a fragment.
  func element(at index: Int, isComposite: Bool) -> TagWriter.Element {
    let fragment = fragments[index]
    var element = TagWriter.Element(role: fragment.role, node: fragment.node, isComposite: isComposite)
    element.attributes = structureAttributes[fragment.node] ?? StructureAttributes()
    if fragment.role == .link, fragment.link >= 0 { element.tagAttributes = linkAttributes(of: fragment.link) }
    return element
  }

  /// For each fragment, whether its element holds other elements or goes over pages, so that its text needs leaves.
  fileprivate var compositeElements: [Bool] {
    var result = Array(repeating: false, count: fragments.count)
    var around: [Int] = []
    for (index, fragment) in fragments.enumerated() {
      while let last = around.last, Int(fragments[last].end) <= index { around.removeLast() }
      guard fragment.role != .none, fragment.role != .artifact else { continue }
      for outer in around.suffix(1) { result[outer] = true }
      if fragment.kind != .inline, fragment.continuesBefore || fragment.continuesAfter { result[index] = true }
      around.append(index)
    }
    return result
  }
}
