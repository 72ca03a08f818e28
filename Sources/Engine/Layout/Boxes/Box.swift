import Graphics
import Markup
import Styles
import Text

/// What a box is for layout.
enum BoxKind: UInt8 {
  /// A block container: of blocks, or of lines where `inline` is set.
  case block
  /// A flex container of block-level items.
  case flex
  case tableWrapper, table, headerGroup, rowGroup, footerGroup, row, cell, caption
  /// A picture, a chart or a code.
  case replaced
}

/// One box of the box tree.
///
/// Relatives are indices into ``BoxTree/boxes``; -1 is none.
struct Box {
  var kind: BoxKind
  /// The source element; an anonymous box has its parent's.
  var node: Int32
  /// Index into the document's styles.
  var style: Int32
  var pseudo: PseudoElement?
  var isAnonymous = false
  /// How the box has left the flow, if it has.
  var outOfFlow = OutOfFlow.none
  /// Whether the box makes a block formatting context for what is inside it (CSS 2.2, 9.4.1).
  var isContextRoot = false
  /// Whether the box is an atomic inline (inline-block, inline-table, picture in a line).
  var isInlineLevel = false
  var firstChild: Int32 = -1
  var lastChild: Int32 = -1
  var nextSibling: Int32 = -1
  /// Index into ``BoxTree/inlines`` where the box is a container of lines.
  var inline: Int32 = -1
  /// Index into ``BoxTree/inlines`` of the marker of a list item that stands outside.
  var marker: Int32 = -1
  /// Index into ``BoxTree/images`` of a picture that generated content shows.
  var image: Int32 = -1
  /// A cell's spans.
  var columnSpan: Int32 = 1
  var rowSpan: Int32 = 1

  /// Whether break values of its first and last children are its own (CSS Fragmentation 3, 3.1).
  var breaksAsBlock: Bool {
    switch kind {
    case .block, .flex, .tableWrapper, .headerGroup, .rowGroup, .footerGroup, .row: true
    case .table, .cell, .caption, .replaced: false
    }
  }

  init(kind: BoxKind, node: Int32, style: Int32) {
    self.kind = kind
    self.node = node
    self.style = style
  }
}

/// How a box leaves the flow (CSS 2.2, 9.3).
enum OutOfFlow: UInt8 {
  case none
  /// To the left or right, lines flow beside it.
  case float
  /// Into the page's footnote area (CSS GCPM 3, 2.1).
  case footnote
  /// Placed by its insets in its containing block (CSS 2.2, 9.6).
  case absolute
}

/// The boxes of a document in document order: what there is, not where it goes (CSS 2.2, 9.2).
struct BoxTree {
  var boxes: [Box] = []
  /// The content of every inline formatting context.
  var inlines: [InlineSource] = []
  /// Columns of tables, by the index of the table box.
  var columns: [Int32: [TableColumn]] = [:]
  /// The files that generated content shows, each once.
  private(set) var images: [ImageReference] = []
  private var imageIndices: [ImageReference: Int32] = [:]
  /// What charts and codes show, by node.
  var graphics: [Int32: Graphic] = [:]
  /// Values of named strings set by elements, by node, in document order.
  var namedStrings: [Int32: [NamedStringValue]] = [:]
  /// Texts of outline entries, by node.
  var bookmarkLabels: [Int32: String] = [:]
  /// Counter values at elements with an `id`, by node.
  var counterValues: [Int32: [String: [Int]]] = [:]
  /// Counters that margin boxes show, by the node that changes them, in document order.
  var pageCounterValues: [Int32: [CounterValue]] = [:]
  /// Boxes of `position: fixed`, in document order: every page shows them.
  var fixedBoxes: [Int32] = []
  /// What an element leaves behind it of counters that margin boxes show, by node: the counters made inside it are gone.
  var counterEnds: [Int32: [CounterValue]] = [:]
  /// Places of the flow that are known by no box of their own, in document order.
  var marks: [PlaceMark] = []
  /// Marks right before a box, by the box.
  var marksBefore: [Int32: [Int32]] = [:]
  /// Marks right after a box, by the box.
  var marksAfter: [Int32: [Int32]] = [:]
  /// Marks at the start of what is in a box, by the box.
  var marksAtStart: [Int32: [Int32]] = [:]
  /// Marks after all that is in a box, by the box.
  var marksAtEnd: [Int32: [Int32]] = [:]
  /// Running elements, in document order.
  var running: [RunningElement] = []
  /// Terms that elements give to indexes, in document order.
  var indexEntries: [IndexEntry] = []
  /// What cells add to the sums of their tables, by the cell's box.
  var sumAddends: [Int32: [SumAddend]] = [:]
  /// Sums of tables, by the table's box.
  var tableSums: [Int32: TableSums] = [:]
  /// Rows that show sums, by the row's box.
  var sumRows: [Int32: SumRow] = [:]
  /// Whether the flow shows page numbers of places (`target-counter(page)`, `counter(page)`).
  var usesPageReferences = false
  /// Elements whose generated content shows the number of their own page.
  var nodesAskingPage: Set<Int32> = []
  /// Containers of lines whose first line has a style of its own, and the element whose `::first-line` that is.
  var firstLines: [Int32: Int32] = [:]
  /// Whether there are footnotes.
  var hasFootnotes = false

  mutating func append(_ box: Box, to parent: Int32) -> Int32 {
    let index = Int32(boxes.count)
    boxes.append(box)
    if parent >= 0 { attach(index, to: parent) }
    return index
  }

  /// Makes a box that stands alone the last child of another.
  mutating func attach(_ index: Int32, to parent: Int32) {
    let last = boxes[Int(parent)].lastChild
    if last >= 0 {
      boxes[Int(last)].nextSibling = index
    } else {
      boxes[Int(parent)].firstChild = index
    }
    boxes[Int(parent)].lastChild = index
  }

  /// Makes the box of a picture that generated content shows; it stands in a line.
  mutating func appendPicture(_ reference: ImageReference, node: Int32, style: Int32) -> Int32 {
    var box = Box(kind: .replaced, node: node, style: style)
    box.isAnonymous = true
    box.isInlineLevel = true
    box.image = imageIndices[reference] ?? Int32(images.count)
    if Int(box.image) == images.count {
      images.append(reference)
      imageIndices[reference] = box.image
    }
    return append(box, to: -1)
  }

  subscript(index: Int32) -> Box {
    get { boxes[Int(index)] }
    set { boxes[Int(index)] = newValue }
  }

  /// The first child that is in the flow, or -1.
  func firstChildInFlow(of index: Int32) -> Int32 { inFlow(from: boxes[Int(index)].firstChild) }

  /// The next sibling that is in the flow, or -1.
  func nextInFlow(after index: Int32) -> Int32 { inFlow(from: boxes[Int(index)].nextSibling) }

  /// The last child that is in the flow, or -1; costs the number of children only where the last one is not.
  func lastChildInFlow(of index: Int32) -> Int32 {
    let last = boxes[Int(index)].lastChild
    guard last >= 0, boxes[Int(last)].outOfFlow != .none else { return last }
    var result: Int32 = -1
    var child = firstChildInFlow(of: index)
    while child >= 0 {
      result = child
      child = nextInFlow(after: child)
    }
    return result
  }

  private func inFlow(from index: Int32) -> Int32 {
    var box = index
    while box >= 0, boxes[Int(box)].outOfFlow != .none { box = boxes[Int(box)].nextSibling }
    return box
  }

  /// The children of a box in order.
  func children(of index: Int32) -> [Int32] {
    var result: [Int32] = []
    var child = boxes[Int(index)].firstChild
    while child >= 0 {
      result.append(child)
      child = boxes[Int(child)].nextSibling
    }
    return result
  }
}

/// A column of a table from `<col>` and `<colgroup>`.
struct TableColumn {
  /// The style of the `<col>`; -1 where the group has none.
  var style: Int32
  /// The style of the `<colgroup>` around it; -1 where there is none.
  var groupStyle: Int32
  var startsGroup = false
  var endsGroup = false
}

/// A value that an element gives to a named string.
struct NamedStringValue: Equatable {
  var name: String
  var value: String
}

/// An inline box as a part of one inline formatting context: of `<span>`, of `<b>`, of `::before`.
struct InlineBox {
  var node: Int32
  var pseudo: PseudoElement?
  var style: Int32
  /// Index of the enclosing inline box in the same context, or -1 for the root inline box.
  var parent: Int32
  /// Whether the element's start is here: it is not where a block split it (CSS 2.2, 9.2.1.1).
  var hasStart = true
  /// For a page number of an index: the element that it leads to; else -1.
  var linkTarget: Int32 = -1
  /// Whether the element's end is here.
  var hasEnd = false
}

/// The content of one inline formatting context, before shaping.
struct InlineSource {
  var content = InlineContent()
  /// Index into `boxes` of the inline box around each run; -1 is the root inline box.
  var runBoxes: [Int32] = []
  /// For each object: the inline box of an edge, or the box of an atomic inline; -1 otherwise.
  var objectTargets: [Int32] = []
  /// For each object: the inline box around it, or -1.
  var objectParents: [Int32] = []
  var boxes: [InlineBox] = []
  /// Marks by their place in the text, in order.
  var marks: [(offset: Int32, mark: Int32)] = []

  /// Whether no line would be made: nothing but collapsed white space (CSS 2.2, 9.4.2).
  var isEmpty: Bool { content.text.isEmpty && content.objects.isEmpty }

  /// The boxes out of the flow that stand in it, in order.
  var anchored: [Int32] {
    content.objects.indices.compactMap { content.objects[$0].kind == .anchor ? objectTargets[$0] : nil }
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool {
    content.objects.isEmpty && content.text.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }
}
