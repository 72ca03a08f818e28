import Diagnostics
import Fonts
import Geometry
import Markup
import Styles
import Text

/// All that one pass over a document works with: the boxes, their styles, the paragraphs under way, the page being filled.
///
/// The formatting contexts are its extensions, one folder each; every one is a function from a box, its
/// ``ConstraintSpace`` and its ``BreakToken`` to a ``LayoutResult``.
struct LayoutSession {
  let document: StyledDocument
  var tree: BoxTree
  var styles: StyleTable
  let fonts: FontLibrary
  let shaper: ParagraphShaper
  /// What earlier passes learned of the pages.
  let references: References
  let pictures: PictureTable
  /// Paragraphs that have been broken and are not all placed yet, by box.
  var paragraphs: [Int32: BrokenParagraph] = [:]
  /// Tables that are not all placed yet, by box.
  var tables: [Int32: TableLayout] = [:]
  /// Tables of which something has been reported: once is enough.
  var reportedTables: Set<Int32> = []
  /// How many multi-column containers are around the place.
  var columnDepth = 0
  /// How many columns stand around the box being laid out, in whatever boxes.
  var columnNesting = 0
  /// How many boxes that end in the fragmentainer, whatever their content, are around the place.
  var parallelDepth = 0
  /// The least height that any content lacked of late to stay in its column.
  var leastShortage = Double.infinity
  /// Flex containers that are not all placed yet, by box.
  var flexPlans: [Int32: FlexPlan] = [:]
  /// Flex items as laid out unbroken, by size.
  var flexPieces: [FlexPieceKey: FlexPiece] = [:]
  /// Boxes that hold a forced break; found when first asked for.
  var forcedBreaks: ForcedBreaks?
  var fragmentainer = FragmentainerProgress()
  /// How many boxes around the one being laid out have been laid out before, where floats left them no room.
  var floatTries = 0
  /// The floats of the block formatting context being laid out.
  var floats = FloatContext()
  /// The size of the page area or column being filled: what is low and what is tall is measured by it.
  var fragmentainerSize = Size.zero
  /// How many tables are being laid out inside each other.
  var tableDepth = 0
  /// Positioned boxes that wait for a later part of their containing block.
  var carriedBoxes: [CarriedBox] = []
  /// Height of the padding boxes of containing blocks that earlier fragmentainers hold, by box.
  var positionedHeights: [Int32: Double] = [:]
  /// Positioned boxes that go on on the next page.
  var brokenBoxes: [BrokenBox] = []
  /// The footnote area of the page being filled.
  var footnotes = FootnoteArea()
  /// Notes, or rests of them, that the next page begins with.
  var waitingNotes: [FootnoteArea.Pending] = []
  /// Blocks made for several notes, of this page or going on.
  var noteBlocks: [Int32] = []
  /// Boxes of notes that are called on earlier pages.
  var placedNotes: Set<Int32> = []
  var diagnostics = DiagnosticList()
  /// The worst justified line so far: how far its word spaces stretch, as a share of what they stretch gladly.
  var worstLine = 0.0
  /// The number of the page being filled, for diagnostics.
  var pageNumber = 1
  /// Vertical measures by style.
  var inlineMetrics: [Int32: InlineMetrics] = [:]
  /// Drawings of charts and codes, by box.
  var drawings: [Int32: SizedDrawing] = [:]
  /// How far the lines of boxes in table cells reach on both sides of their alignment marks, by box.
  var markExtents: [Int32: MarkExtents] = [:]
  /// Where the marks of the cell being laid out stand, from the content edge of each container of lines.
  var markAxes: [Int32: Double] = [:]
  /// Min-content and max-content widths by box.
  var intrinsics: [Int32: IntrinsicWidths] = [:]

  /// Lays out any box that takes part in block layout.
  mutating func layOut(_ box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> LayoutResult {
    switch tree[box].kind {
    case .tableWrapper: layOutTableWrapper(box, in: space, from: token)
    case .replaced: layOutReplaced(box, in: space)
    default: layOutBlock(box, in: space, from: token)
    }
  }

  func style(_ box: Int32) -> ComputedStyle {
    styles[tree[box].style]
  }

  /// The place of an element in its template.
  func span(ofNode node: Int32) -> SourceSpan? {
    node >= 0 ? document.tree.nodes[Int(node)].span : nil
  }
}
