import Geometry
import Graphics
import Styles
import Text

/// A piece of a box before its page is finished: offsets are relative to the parent's border box.
struct FragmentNode {
  enum Payload {
    case none
    /// Behind one reference, as fragments are copied much more often than read.
    indirect case text(TextPiece)
    /// The picture of an `img` element.
    case picture(Int32)
    /// A picture of generated content: index into ``BoxTree/images``.
    case image(Int32)
    /// A chart or a code.
    indirect case drawing(Drawing)
    /// Where an absolutely positioned box would stand if it were in the flow; the box takes its place when the page is full.
    case staticPosition(StaticPlace)
  }

  var kind: FragmentKind
  var box: Int32 = -1
  var node: Int32
  var pseudo: PseudoElement?
  var marginBox: MarginBoxName?
  var style: Int32
  /// Border box's left top corner in the parent's border box.
  var offset = Point.zero
  /// Border box.
  var size = Size.zero
  var margin = Edges.zero
  var border = Edges.zero
  var padding = Edges.zero
  /// From the top of the border box, for lines, texts and atomic inlines.
  var baseline = 0.0
  /// Baselines of a box whose own rules say which they are, such as a flex container.
  var ownBaselines: Baselines?
  var continuesBefore = false
  var continuesAfter = false
  /// Whether the box ends here and content that overflows it goes on.
  var contentGoesOn = false
  var isAnonymous = false
  /// Whether it has left the flow: no baseline is taken from it.
  var isOutOfFlow = false
  /// Whether it repeats what an earlier page showed, such as a table's head: no content of its own.
  var isRepeated = false
  /// Which group of the line a box at its top or bottom belongs to, while the line is built.
  var alignmentGroup = 0
  var children: [FragmentNode] = []
  /// The element that a page number of an index leads to, or -1.
  var linkTarget: Int32 = -1
  /// Marks that fall on a line: indices into ``BoxTree/marks``.
  var marks: [Int32] = []
  /// Boxes of the footnotes that are called here: in a line, or at a place between blocks.
  var notes: [Int32] = []
  var payload = Payload.none
  /// Styles of a cell's column group and column, where they have backgrounds: these lie under the cell's own.
  var columnStyles: [Int32] = []
  /// How many columns and rows a cell takes, as it is laid out.
  var span = CellSpan()
  /// Whether percentages of what it holds refer to its height.
  var hasDefiniteHeight = false
  /// Whether its content is cut off at its padding edge, whatever `overflow` says.
  var clipsContent = false
  /// Whether neither background nor border is drawn: an empty cell that `empty-cells` hides.
  var paintsNothing = false
  /// Collapsed borders of a table piece, in its own border box.
  var rules: [BorderRule] = []

  init(kind: FragmentKind, node: Int32, style: Int32) {
    self.kind = kind
    self.node = node
    self.style = style
  }

  /// The border box on the page, where `corner` is the parent's corner.
  func box(in corner: Point) -> Rect {
    Rect(x: corner.x + offset.x, y: corner.y + offset.y, width: size.width, height: size.height)
  }

  /// The content box of a fragment whose border box begins at `corner`.
  func gridRect(at corner: Point) -> Rect {
    Rect(
      x: corner.x + border.left + padding.left,
      y: corner.y + border.top + padding.top,
      width: size.width - border.horizontal - padding.horizontal,
      height: size.height - border.vertical - padding.vertical
    )
  }

  /// Whether it is a box of its element's style, and not text, a line or another box that shares the style.
  var hasOwnStyle: Bool {
    switch kind {
    case .text, .line, .marker, .table: false
    default: !isAnonymous && style >= 0
    }
  }

  /// The same fragment seen from a box whose corner lies `offset` up and to the left.
  func moved(by distance: Point) -> FragmentNode {
    var result = self
    result.offset = Point(x: offset.x + distance.x, y: offset.y + distance.y)
    return result
  }

  /// Baseline of the first line inside, from the top of the border box; `nil` where there is none.
  var firstBaseline: Double? {
    if kind == .line || kind == .row { return baseline }
    if let ownBaselines { return ownBaselines.first }
    for child in children where child.kind != .marker && !child.isOutOfFlow {
      if let inner = child.firstBaseline { return child.offset.y + inner }
    }
    return nil
  }

  /// Baseline of a table from the top of its wrapper: that of its first row, else the bottom of its content.
  private var tableBaseline: Double? {
    offset.y + (firstBaseline ?? size.height - border.bottom - padding.bottom)
  }

  /// Baseline of the last line inside, from the top of the border box; `nil` where there is none.
  var lastBaseline: Double? {
    if kind == .line { return baseline }
    if let ownBaselines { return ownBaselines.last }
    // A table's is that of its first row; captions have no part in it (CSS Tables 3, 3.10.2).
    if kind == .table { return firstBaseline }
    if kind == .tableWrapper { return children.first { $0.kind == .table }.flatMap { $0.tableBaseline } }
    for child in children.reversed() where child.kind != .marker && !child.isOutOfFlow {
      if let inner = child.lastBaseline { return child.offset.y + inner }
    }
    return nil
  }
}

/// First and last baseline of a box, from the top of its border box.
struct Baselines {
  var first: Double
  var last: Double
}

/// A stretch of glyphs of a shaped paragraph, to be placed when the page is finished.
struct TextPiece {
  var paragraph: ParagraphText
  var segment: LineSegment
  var line: Line
  /// Underlines and their kin, relative to the piece's baseline.
  var decorations: [Decoration]
}

/// A decoration line as used: y of its centre above the baseline of the piece, thickness, colour.
struct Decoration: Hashable {
  var position: Double
  var thickness: Double
  var color: Color
  var style = DecorationStyle.solid
  /// Whether it is painted after the letters.
  var isOverText = false
}

/// One straight stretch of a collapsed table border.
struct BorderRule: Hashable {
  var rect: Rect
  var isHorizontal: Bool
  var style: BorderStyle
  var color: Color

  func moved(by distance: Point) -> BorderRule {
    var result = self
    result.rect.origin = Point(x: rect.origin.x + distance.x, y: rect.origin.y + distance.y)
    return result
  }
}
