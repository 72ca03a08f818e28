public import Geometry

/// The computed values of all properties for one element, pseudo-element, page or margin box.
///
/// Lengths are points. Equal styles are shared: see ``StyledDocument``.
public struct ComputedStyle: Sendable, Hashable {
  // Box
  /// `display`.
  public var display = Display.inline
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
  public var borderRadius = Sides(all: LengthPercentage.zero)
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
  /// Whether `font-variant` is `small-caps`.
  public var hasSmallCaps = false
  /// `line-height`.
  public var lineHeight = LineHeight.normal

  // Text (inherited but for the decoration and vertical-align)
  /// `text-align`.
  public var textAlign = TextAlign.start
  /// `text-align-last`.
  public var textAlignLast = TextAlign.auto
  /// `text-indent`.
  public var textIndent = LengthPercentage.zero
  /// `text-transform`.
  public var textTransform = TextTransform.none
  /// `text-decoration-line`.
  public var decorationLines: DecorationLines = []
  /// `nil` is currentcolor.
  public var decorationColor: Color?
  /// `text-decoration-thickness`.
  public var decorationThickness = DecorationThickness.fromFont
  /// `letter-spacing`; `normal` is 0.
  public var letterSpacing = 0.0
  /// `word-spacing`; `normal` is 0.
  public var wordSpacing = 0.0
  /// `white-space`.
  public var whiteSpace = WhiteSpace.normal
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
  /// Whether `list-style-position` is `inside`.
  public var isListMarkerInside = false
  /// `bookmark-level`; 0 is none.
  public var bookmarkLevel = 0
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

  // Pages
  /// `size` of a page context, in points; it has no meaning for elements.
  public var pageSize = Size(width: 210 * 72 / 25.4, height: 297 * 72 / 25.4)

  /// All properties at their initial values.
  public init() {}
}
