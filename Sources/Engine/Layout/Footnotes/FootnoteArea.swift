import Geometry
import Styles

/// The footnote area of the page being filled: the notes that stand in it, and those that wait (CSS GCPM 3, 2.3).
///
/// A value: whoever lays content out again puts the area back as it was, as with floats.
struct FootnoteArea {
  /// A note, or the rest of one, that goes on the next page.
  struct Pending {
    var box: Int32
    var token: BreakToken?
    /// The notes of a block that holds several, from that with the break on.
    var run: [Int32] = []
  }

  /// The style of `@footnote`, as an index; -1 where there is no page.
  var style: Int32 = -1
  var edges = BoxEdges()
  /// The content width, and what the content height is at least and at most.
  var width = 0.0
  var leastHeight = 0.0
  var mostHeight = Double.infinity
  /// The notes on this page from the top down; offsets are in the area's content box.
  private(set) var notes: [FragmentNode] = []
  /// Bottom border edge of the last note, and the margin below it.
  private(set) var bottom = 0.0
  private(set) var strut = MarginStrut()
  /// What has no room on this page, in order.
  private(set) var pending: [Pending] = []
  /// Boxes of the notes on this page or waiting: content that is laid out twice calls its notes once.
  private var known: Set<Int32> = []
  /// The same in the order in which they became known.
  private(set) var called: [Int32] = []
  /// What the last note's block is to notes that may stand on its lines; `nil` where they may not.
  private(set) var run: NoteRun?
  /// Height kept for notes that flows beside the one being laid out will call.
  var reserved = 0.0
  /// How high the area may become without meeting content that reaches further down than the place of the call.
  private(set) var clearHeight = Double.infinity
  /// Room between the end of what is being filled and that of the page area; infinite for content whose notes are placed
  /// by whoever places the content: floats, cells, notes themselves.
  var roomBelow = 0.0

  /// Whether content being laid out places the notes that it calls.
  var takesNotes: Bool { roomBelow.isFinite }

  var isEmpty: Bool { notes.isEmpty }

  /// The content height with the margin below the last note.
  var contentHeight: Double { notes.isEmpty ? 0 : max(leastHeight, bottom + strut.sum) }

  /// The height from margin edge to margin edge; 0 for an area that is not shown.
  var height: Double { notes.isEmpty ? 0 : contentHeight + edges.vertical + edges.margin.vertical }

  /// What the area takes of the room that is left in the fragmentainer being filled.
  var taken: Double { max(0, max(height, reserved) - roomBelow) }

  /// Whether a note has a place on this page or waits for the next.
  func knows(_ box: Int32) -> Bool { known.contains(box) }

  /// Adds a note at the bottom; its offset is set.
  mutating func add(_ note: FragmentNode, of box: Int32, bottomMargin: MarginStrut) {
    know(box)
    run = nil
    append(note, bottomMargin: bottomMargin)
  }

  /// Adds the block of a run that holds one note more; it takes the place of the block of the same run without the note.
  mutating func add(_ block: FragmentNode, of run: NoteRun, bottomMargin: MarginStrut) {
    if let note = run.notes.last { know(note) }
    if self.run != nil, run.notes.count > 1 || run.token != nil { notes.removeLast() }
    self.run = run
    append(block, bottomMargin: bottomMargin)
  }

  /// Adds the last line of a run whose lines above it are closed, as a block of its own.
  mutating func addRest(_ block: FragmentNode, of run: NoteRun) {
    self.run = run
    append(block, bottomMargin: strut)
  }

  /// Puts the last note's block in its final form.
  mutating func replaceLast(by block: FragmentNode) {
    notes[notes.count - 1] = block
  }

  /// Lets notes join the block of the last note, which goes on from an earlier page.
  mutating func open(_ run: NoteRun) {
    self.run = run
  }

  private mutating func append(_ note: FragmentNode, bottomMargin: MarginStrut) {
    bottom = note.offset.y + note.size.height
    strut = bottomMargin
    notes.append(note)
  }

  private mutating func know(_ box: Int32) {
    if known.insert(box).inserted { called.append(box) }
  }

  /// Puts a note, or what is left of it, off to the next page.
  mutating func putOff(_ note: Pending) {
    know(note.box)
    pending.append(note)
  }

  /// Puts notes off that earlier pages had put off before.
  mutating func putOff(contentsOf notes: ArraySlice<Pending>) {
    pending.append(contentsOf: notes)
  }

  /// Keeps the area from growing into content that ends at a distance from the end of the fragmentainer.
  mutating func keepClear(of distance: Double?) {
    guard let distance else { return }
    clearHeight = min(clearHeight, max(0, distance + roomBelow))
  }

  /// Where the area was before a try.
  struct Mark {
    fileprivate var notes: Int
    fileprivate var called: Int
    fileprivate var bottom: Double
    fileprivate var strut: MarginStrut
    fileprivate var pending: Int
    fileprivate var run: NoteRun?
    /// The block of the run, which a try may replace.
    fileprivate var block: FragmentNode?
  }

  /// A place to go back to.
  var mark: Mark {
    Mark(
      notes: notes.count,
      called: called.count,
      bottom: bottom,
      strut: strut,
      pending: pending.count,
      run: run,
      block: run == nil ? nil : notes.last
    )
  }

  /// Takes back what was added since a mark: cheaper than a copy, because only the ends of lists change.
  mutating func revert(to mark: Mark) {
    for box in called[mark.called...] { known.remove(box) }
    called.removeSubrange(mark.called...)
    notes.removeSubrange(mark.notes...)
    pending.removeSubrange(mark.pending...)
    bottom = mark.bottom
    strut = mark.strut
    run = mark.run
    if let block = mark.block { notes[mark.notes - 1] = block }
  }

  /// The area's fragment at the bottom of a page area of a height; `nil` where the page has no notes (CSS GCPM 3, 2.3.1).
  func fragment(pageHeight: Double) -> FragmentNode? {
    guard !notes.isEmpty, style >= 0 else { return nil }
    var area = FragmentNode(kind: .footnoteArea, node: -1, style: style)
    area.margin = edges.margin
    area.border = edges.border
    area.padding = edges.padding
    area.size = Size(width: width + edges.horizontal, height: contentHeight + edges.vertical)
    area.offset = Point(x: edges.margin.left, y: pageHeight - edges.margin.bottom - area.size.height)
    area.children = notes.map { $0.moved(by: Point(x: edges.left, y: edges.top)) }
    return area
  }
}
