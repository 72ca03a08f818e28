public import Geometry

/// The computed values of all properties for one element, pseudo-element, page or margin box.
///
/// Lengths are points. Equal styles are shared: see ``StyledDocument``.
public struct ComputedStyle: Sendable, Hashable {
  // Box
  /// `display`.
  public var display = Display.inline
  /// Whether `display` was of an inline kind before it became a block's because the box leaves the flow.
  public var wasInlineLevel = true
  /// `margin`.
  public var margin = Sides(all: Margin.length(.zero))
  /// `padding`.
  public var padding = Sides(all: LengthPercentage.zero)
  /// Border widths as computed: 0 where the style is none or hidden.
  public var borderWidth = Edges.zero
  /// `border-style`.
  public var borderStyle = Sides(all: BorderStyle.none)
  /// `border-color`.
  public var borderColor = Sides(all: Color.black)
  /// Corner radii: top left, top right, bottom right, bottom left stand in top, right, bottom, left.
  public var borderRadius = Sides(all: CornerRadius.zero)
  /// `width`.
  public var width = Extent.auto
  /// `height`.
  public var height = Extent.auto
  /// `min-width`.
  public var minWidth = Extent.auto
  /// `min-height`.
  public var minHeight = Extent.auto
  /// `max-width`.
  public var maxWidth = Extent.auto
  /// `max-height`.
  public var maxHeight = Extent.auto
  /// Whether `box-sizing` is `border-box`.
  public var sizesBorderBox = false
  /// `background-color`.
  public var backgroundColor = Color.transparent
  /// `background-*` besides the colour.
  public var background = BackgroundStyle()
  /// `outline-*`.
  public var outline = OutlineStyle()
  /// `box-shadow`.
  public var boxShadows: [BoxShadow] = []
  /// `transform`; empty is `none`.
  public var transform: [TransformFunction] = []
  /// `transform-origin`: percentages are of the border box.
  public var transformOrigin = RelativePosition.center
  /// `aspect-ratio`.
  public var aspectRatio = AspectRatio()
  /// Whether `box-decoration-break` is `clone`.
  public var clonesDecoration = false

  // Position (only visibility is inherited)
  /// `position`.
  public var position = PositionScheme.static
  /// `top`, `right`, `bottom`, `left`.
  public var inset = Sides(all: Margin.auto)
  /// `float`; `none` where `position` is absolute or fixed (CSS 2.2, 9.7).
  public var float = FloatSide.none
  /// `clear`.
  public var clear = Clear.none
  /// `z-index`; `nil` is `auto`.
  public var zIndex: Int?
  /// `overflow-x` as computed: not `visible` or `clip` where the other axis scrolls.
  public var overflowX = Overflow.visible
  /// `overflow-y` as computed: not `visible` or `clip` where the other axis scrolls.
  public var overflowY = Overflow.visible
  /// `visibility`.
  public var visibility = Visibility.visible
  /// `opacity`: 0 to 1.
  public var opacity = 1.0

  // Flex containers and columns
  /// `flex-*` and `order`.
  public var flex = FlexStyle()
  /// `justify-*`, `align-*` and gaps.
  public var alignment = AlignmentStyle()
  /// `column-*`.
  public var columns = ColumnStyle()

  // Pictures
  /// `object-fit`.
  public var objectFit = ObjectFit.fill
  /// `object-position`.
  public var objectPosition = RelativePosition.center
  /// `image-resolution`; inherited.
  public var imageResolution = ImageResolution()
  /// Whether `image-orientation` is `none`: the rotation that a picture asks for is not done; inherited.
  public var ignoresImageOrientation = false
  /// `image-rendering`; inherited.
  public var imageRendering = ImageRendering.auto

  // Font (inherited)
  /// `color`.
  public var color = Color.black
  /// `font-family`: names of families, best first.
  public var fontFamily: [String] = []
  /// Font size in points.
  public var fontSize = 12.0
  /// 1 to 1000; 400 is normal, 700 bold.
  public var fontWeight = 400
  /// `font-style`.
  public var fontStyle = FontSlant.normal
  /// `font-variant-*`.
  public var fontVariant = FontVariant()
  /// `font-feature-settings`: sorted by tag, each tag once; they win over `font-variant-*` and `font-kerning`.
  public var fontFeatures: [FontFeature] = []
  /// `font-kerning`.
  public var fontKerning = FontKerning.auto
  /// `font-synthesis-*`.
  public var fontSynthesis = FontSynthesis()
  /// `line-height`.
  public var lineHeight = LineHeight.normal

  // Text (inherited but for the decoration, text-overflow and vertical-align)
  /// `text-align`: its keyword; `end` where only a string is written.
  public var textAlign = TextAlign.start
  /// The string of `text-align` by which the cells of a column are aligned (CSS Text 4, 7.4): one character, or `nil`.
  public var textAlignMark: String?
  /// `text-align-last`.
  public var textAlignLast = TextAlign.auto
  /// `text-indent`.
  public var textIndent = TextIndent()
  /// `text-transform`.
  public var textTransform = TextTransform.none
  /// `text-decoration-line`.
  public var decorationLines: DecorationLines = []
  /// `nil` is currentcolor.
  public var decorationColor: Color?
  /// `text-decoration-style`.
  public var decorationStyle = DecorationStyle.solid
  /// `text-underline-offset` in points, percentages (of 1em) resolved; `nil` is `auto`; inherited.
  public var underlineOffset: Double?
  /// `text-underline-position`; inherited.
  public var underlinePosition = UnderlinePosition.auto
  /// `text-decoration-skip-ink`; inherited.
  public var skipInk = SkipInk.auto
  /// `text-decoration-thickness`.
  public var decorationThickness = DecorationThickness.fromFont
  /// `letter-spacing`; `normal` is 0.
  public var letterSpacing = 0.0
  /// `word-spacing`; `normal` is 0.
  public var wordSpacing = 0.0
  /// `white-space-collapse`: half of `white-space`.
  public var whiteSpaceCollapse = WhiteSpaceCollapse.collapse
  /// `text-wrap-mode`: half of `white-space` and of `text-wrap`.
  public var textWrapMode = TextWrapMode.wrap
  /// `text-wrap-style`: half of `text-wrap`.
  public var textWrapStyle = TextWrapStyle.auto
  /// `tab-size`.
  public var tabSize = TabSize.number(8)
  /// `hyphens` and what belongs to it.
  public var hyphenation = HyphenationStyle()
  /// `overflow-wrap`.
  public var overflowWrap = OverflowWrap.normal
  /// `word-break`.
  public var wordBreak = WordBreak.normal
  /// `line-break`.
  public var lineBreak = LineBreakStrictness.auto
  /// `hanging-punctuation`.
  public var hangingPunctuation: HangingPunctuation = []
  /// `text-justify`.
  public var textJustify = TextJustify.auto
  /// `text-overflow`; not inherited.
  public var textOverflow = TextOverflow.clip
  /// `vertical-align`.
  public var verticalAlign = VerticalAlign.baseline
  /// The language from `lang` or `xml:lang`, as BCP 47; empty if none is said.
  public var language = ""

  // Fragmentation
  /// `break-before`.
  public var breakBefore = BreakBetween.auto
  /// `break-after`.
  public var breakAfter = BreakBetween.auto
  /// `break-inside`.
  public var breakInside = BreakInside.auto
  /// `orphans`.
  public var orphans = 2
  /// `widows`.
  public var widows = 2
  /// The named page (`page`), as used: `auto` has taken the parent's; empty is no name.
  public var page = ""

  // Generated content
  /// `content`.
  public var content = Content.normal
  /// `counter-reset`.
  public var counterReset: [CounterChange] = []
  /// `counter-increment`.
  public var counterIncrement: [CounterChange] = []
  /// `counter-set`.
  public var counterSet: [CounterChange] = []
  /// `string-set`.
  public var stringSet: [NamedStringAssignment] = []
  /// `quotes`.
  public var quotes = Quotes.auto
  /// `list-style-type`.
  public var listStyleType = ListStyleType.disc
  /// `list-style-image`; inherited.
  public var listStyleImage = ImageSource.none
  /// Whether `list-style-position` is `inside`.
  public var isListMarkerInside = false
  /// `bookmark-level`; 0 is none.
  public var bookmarkLevel = 0
  /// Whether `bookmark-state` is `closed`.
  public var isBookmarkClosed = false
  /// `bookmark-label`.
  public var bookmarkLabel: [ContentItem] = [.elementText]

  // Tables
  /// Whether `border-collapse` is `collapse`.
  public var collapsesBorders = false
  /// Horizontal and vertical `border-spacing`.
  public var borderSpacing = Size.zero
  /// Whether `table-layout` is `fixed`.
  public var hasFixedTableLayout = false
  /// Whether `empty-cells` is `hide`.
  public var hidesEmptyCells = false
  /// Whether `caption-side` is `bottom`.
  public var isCaptionBelow = false

  /// `vb-sum`: what a cell adds to which sum of its table; our own.
  public var sums: [NamedStringAssignment] = []
  /// `vb-carry`; our own.
  public var carry = CarryPlace.none
  /// `vb-table-split`; our own.
  public var tableSplit = TableSplit.none
  /// `vb-key-columns`; our own; `nil` is `auto`.
  public var keyColumns: Int?

  // Drafts and indexes: our own
  /// `vb-line-numbers`; inherited.
  public var lineNumbers: LineNumbers?
  /// `vb-change-bar`.
  public var changeBar = ChangeBar()
  /// `vb-index`: terms by the name of their index.
  public var indexEntries: [NamedStringAssignment] = []
  /// `vb-index-list`: the index that the element shows; empty is none.
  public var indexList = ""

  // Footnotes
  /// `footnote-policy`.
  public var footnotePolicy = FootnotePolicy.auto
  /// `footnote-display`.
  public var footnoteDisplay = FootnoteDisplay.block

  // Pages
  /// `marks` of a page context.
  public var pageMarks: PageMarks = []
  /// `bleed` of a page context in points; `nil` is `auto`: ask ``PageStyle/bleed``.
  public var pageBleed: Double?
  /// `size` of a page context, in points; it has no meaning for elements.
  public var pageSize = Size(width: 210 * 72 / 25.4, height: 297 * 72 / 25.4)

  /// All properties at their initial values.
  public init() {}
}
