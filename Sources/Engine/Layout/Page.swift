public import Fonts
public import Geometry
public import Graphics
public import Pictures
public import Styles
public import Text

/// One laid-out page: what is on it, where, and what to paint.
///
/// Final when it is returned.
/// Everything is in flat arrays, in points, y down, origin at the page's left top corner.
public struct Page: Sendable {
  /// Position in the document, from 1.
  public var number: Int
  /// The named page, or empty.
  public var name: String
  /// Left or right.
  public var side: PageSide
  /// The page box.
  public var size: Size
  /// Margins of the page box.
  public var margin = Edges.zero
  /// Borders of the page box.
  public var border = Edges.zero
  /// Padding of the page box.
  public var padding = Edges.zero
  /// How far the ground of the page goes beyond its edges, in points: the page box is the finished (trimmed) page.
  public var bleed = 0.0
  /// The marks for cutting and aligning that stand outside of the bleed.
  public var marks: PageMarks = []
  /// Whether the page was left empty by a forced break.
  public var isBlank = false
  /// Paint of the page's ground: index into `boxPaints`, or -1.
  public var paint: Int32 = -1
  /// Paint of the page's border: into `boxPaints`.
  public var rules: Range<Int32> = 0..<0

  /// Preorder: the root element's fragment and all inside it, then each margin box with what is inside it, then the
  /// footnote area.
  public var fragments: [Fragment] = []
  /// What text fragments show.
  public var texts: [TextPaint] = []
  /// The glyphs of all texts, text by text, with their clusters and their UTF-8 in NFC.
  public var placed = PlacedText()
  /// Backgrounds and borders.
  public var boxPaints: [BoxPaint] = []
  /// Lines under, over and through text.
  public var decorations: [DecorationPaint] = []
  /// Pictures.
  public var images: [ImagePaint] = []
  /// Layers of backgrounds that are more than a colour.
  public var backgrounds: [BackgroundPaint] = []
  /// Shadows of boxes.
  public var shadows: [ShadowPaint] = []
  /// Charts and codes.
  public var drawings: [DrawingPaint] = []
  /// The shapes of all drawings, drawing by drawing.
  public var shapes: [Shape] = []
  /// The paths of all shapes, shape by shape.
  public var steps: [PathStep] = []
  /// Stacking, opacity, transforms and clips; empty on a page that is painted in the order of its fragments.
  public var effects: [FragmentEffect] = []
  /// The fragments whose effects hold a transform, in order.
  public var transformed: [Int] = []
  /// Targets of the links on this page.
  public var links: [Link] = []
  /// Named places on this page (`id`), for internal links.
  public var destinations: [Destination] = []
  /// Outline entries that begin on this page.
  public var bookmarks: [Bookmark] = []
  /// What the structure tree says of elements beside their role, by node.
  public var structureAttributes: [Int32: StructureAttributes] = [:]

  /// An empty page.
  public init(number: Int, name: String, side: PageSide, size: Size) {
    self.number = number
    self.name = name
    self.side = side
    self.size = size
  }
}

/// What kind of box a fragment is a piece of.
public enum FragmentKind: String, Sendable, CaseIterable {
  case block, line, inline, text, table, row, cell, caption, marker, replaced, flex, column
  case tableWrapper = "table-wrapper"
  case rowGroup = "row-group"
  case inlineBlock = "inline-block"
  case marginBox = "margin-box"
  case footnoteArea = "footnote-area"
  case footnote
}

/// A piece of a box on one page.
public struct Fragment: Sendable {
  /// How many columns and rows a cell takes.
  public var span = CellSpan()
  /// What it is a piece of.
  public var kind: FragmentKind
  /// Index of the source element's node (an anonymous box has its parent's), or -1 for margin boxes.
  public var node: Int32
  /// The pseudo-element that generated it.
  public var pseudo: PseudoElement?
  /// Which margin box it is.
  public var marginBox: MarginBoxName?
  /// Index after the last fragment inside this one: descendants are `index + 1 ..< end`.
  public var end: Int32 = 0
  /// Left top corner of the margin edge.
  public var origin: Point
  /// The content box.
  public var content: Size
  /// Used margins.
  public var margin = Edges.zero
  /// Used border widths.
  public var border = Edges.zero
  /// Used padding.
  public var padding = Edges.zero
  /// For texts and lines: distance of the baseline from the top of the margin edge.
  public var baseline = 0.0
  /// `float`, where the fragment is the element's own box.
  public var float = FloatSide.none
  /// `position`, where the fragment is the element's own box.
  public var position = PositionScheme.static
  /// Whether the box began on an earlier page.
  public var continuesBefore = false
  /// Whether the box goes on on the next page.
  public var continuesAfter = false
  /// Index into `boxPaints`, or -1.
  public var paint: Int32 = -1
  /// Collapsed borders of a table, painted after all that is inside the fragment: into the page's `boxPaints`.
  public var rules: Range<Int32> = 0..<0
  /// Index into `texts` for a text, into `images` for a replaced element, else -1.
  public var contentPaint: Int32 = -1
  /// Index into `drawings` for a chart or a code, else -1.
  public var drawing: Int32 = -1
  /// Index into `effects`, or -1.
  public var effect: Int32 = -1
  /// Whether it takes its room and is not painted (`visibility`).
  public var isHidden = false
  /// Index into `links` of the innermost link around it, or -1.
  public var link: Int32 = -1
  /// What the fragment is in the structure tree of a tagged PDF.
  public var role = StructureRole.none

  /// A fragment with no edges.
  public init(kind: FragmentKind, node: Int32, origin: Point, content: Size) {
    self.kind = kind
    self.node = node
    self.origin = origin
    self.content = content
  }

  /// The border box on the page.
  public var borderBox: Rect {
    Rect(
      x: origin.x + margin.left,
      y: origin.y + margin.top,
      width: content.width + padding.horizontal + border.horizontal,
      height: content.height + padding.vertical + border.vertical
    )
  }
}

/// How many columns and rows a cell takes: what its attributes say, as HTML clamps it, within its row group.
public struct CellSpan: Sendable, Hashable {
  /// `colspan`.
  public var columns: Int32 = 1
  /// `rowspan`; one of 0 reaches to the end of the row group.
  public var rows: Int32 = 1

  /// A cell in one column and one row.
  public init() {}
}

/// What a tagged PDF says of an element beside its role (ISO 32000-1, 14.8.5, 14.9).
public struct StructureAttributes: Sendable, Hashable {
  /// The text alternative of a figure, or what a link leads to.
  public var alternative = ""
  /// The language, as BCP 47, where it is not the document's.
  public var language = ""
  /// A header cell's scope: `Row`, `Column`, `Both`.
  public var scope = ""
  /// How many columns a cell takes.
  public var columnSpan = 1
  /// How many rows a cell takes.
  public var rowSpan = 1
  /// A list's numbering: `Decimal`, `Disc`, `UpperRoman` and so on; empty for none.
  public var listNumbering = ""

  /// Nothing to say.
  public init() {}
}

/// The structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that fragments map to.
public enum StructureRole: String, Sendable, CaseIterable {
  /// No element of its own: children belong to the nearest ancestor that has one.
  case none = ""
  case document = "Document"
  case section = "Sect"
  case article = "Art"
  case division = "Div"
  case blockQuote = "BlockQuote"
  case caption = "Caption"
  case paragraph = "P"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableRow = "TR"
  case headerCell = "TH"
  case dataCell = "TD"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableFoot = "TFoot"
  case span = "Span"
  case quote = "Quote"
  case code = "Code"
  case link = "Link"
  case note = "Note"
  case figure = "Figure"
  /// Page furniture and decoration: no part of the structure.
  case artifact = "Artifact"
}

/// Text in one face, size and colour on one line.
public struct TextPaint: Sendable {
  /// The face.
  public var face: FaceID
  /// Font size in points.
  public var size: Double
  /// Fill colour.
  public var color: Color
  /// What is made of the face because its family lacks the weight or slant.
  public var synthesis = FaceSynthesis()
  /// Into the page's `placed.glyphs`.
  public var glyphs: Range<Int32>
  /// Into the page's `placed.clusters`.
  public var clusters: Range<Int32>
  /// Into the page's `placed.utf8`.
  public var utf8: Range<Int32>
  /// Into the page's `decorations`.
  public var decorations: Range<Int32>

  /// A text of its parts.
  public init(
    face: FaceID,
    size: Double,
    color: Color,
    glyphs: Range<Int32>,
    clusters: Range<Int32>,
    utf8: Range<Int32>,
    decorations: Range<Int32>
  ) {
    self.face = face
    self.size = size
    self.color = color
    self.glyphs = glyphs
    self.clusters = clusters
    self.utf8 = utf8
    self.decorations = decorations
  }
}

/// A filled bar: underline, overline or line-through.
public struct DecorationPaint: Sendable, Hashable {
  /// The bar on the page.
  public var rect: Rect
  /// Its colour.
  public var color: Color
  /// How the bar is drawn; its rectangle is that of a solid one.
  public var style: DecorationStyle
  /// Whether it lies over the letters, as `line-through` does (CSS Text Decoration 3, 2.5); others lie under them.
  public var isOverText = false

  /// A bar of `color`.
  public init(rect: Rect, color: Color, style: DecorationStyle = .solid) {
    self.rect = rect
    self.color = color
    self.style = style
  }
}

/// The background and borders of one fragment.
public struct BoxPaint: Sendable, Hashable {
  /// The border box on the page.
  public var box: Rect
  /// The fill of the border box; transparent for none.
  public var background: Color
  /// What the colour fills, where that is not the border box with its radii.
  public var colorArea: RoundedRect?
  /// Backgrounds that lie under the colour, the lowest first: those of a cell's column, row and their groups; into the
  /// page's `backgrounds`.
  public var under: Range<Int32> = 0..<0
  /// Backgrounds that lie over the colour, the lowest first; into the page's `backgrounds`.
  public var layers: Range<Int32> = 0..<0
  /// Shadows, the lowest first; into the page's `shadows`.
  public var shadows: Range<Int32> = 0..<0
  /// Used border widths in points; 0 where the box is cut by a page break.
  public var widths: Edges
  /// Border styles by side.
  public var styles: Sides<BorderStyle>
  /// Border colours by side.
  public var colors: Sides<Color>
  /// Corner radii in points: horizontal and vertical; top left, top right, bottom right, bottom left stand in top, right, bottom, left.
  public var radii: Sides<Size>

  /// A box without borders.
  public init(box: Rect, background: Color) {
    self.box = box
    self.background = background
    widths = .zero
    styles = Sides(all: .none)
    colors = Sides(all: .black)
    radii = Sides(all: .zero)
  }
}

/// A picture.
public struct ImagePaint: Sendable {
  /// Where all of it would be drawn on the page.
  public var rect: Rect
  /// What may be seen of it: nothing outside this rectangle is painted; `nil` where all of it is inside.
  public var clip: RoundedRect?
  /// The file.
  public var file: PictureFile
  /// Numbers the document's files: the same file has the same number on every page.
  public var number: Int32
  /// The text alternative; empty for decoration.
  public var alternative: String
  /// Whether its pixels are to be seen as squares.
  public var isPixelated = false

  /// A picture drawn into `rect`.
  public init(rect: Rect, file: PictureFile, number: Int32, alternative: String) {
    self.rect = rect
    self.file = file
    self.number = number
    self.alternative = alternative
  }
}

/// Where a link leads.
public struct Link: Sendable, Hashable {
  /// The kinds of targets.
  public enum Target: Sendable, Hashable {
    /// A URL outside the document.
    case url(String)
    /// A ``Destination`` by name.
    case destination(String)
  }

  /// Where it leads.
  public var target: Target
  /// Index of the link element's node: pieces with the same node are one link.
  public var node: Int32

  /// A link of element `node`.
  public init(target: Target, node: Int32) {
    self.target = target
    self.node = node
  }
}

/// A named place on a page.
public struct Destination: Sendable, Hashable {
  /// The element's `id`.
  public var name: String
  /// Left top corner of its border box.
  public var place: Point

  /// The place of `name`.
  public init(name: String, place: Point) {
    self.name = name
    self.place = place
  }
}

/// An outline entry.
public struct Bookmark: Sendable, Hashable {
  /// Depth in the outline, from 1.
  public var level: Int
  /// Its text.
  public var label: String
  /// Left top corner of the element on the page.
  public var place: Point
  /// Whether the entries below it are hidden at first.
  public var isClosed = false

  /// An entry of depth `level`.
  public init(level: Int, label: String, place: Point) {
    self.level = level
    self.label = label
    self.place = place
  }
}
