public import Geometry

/// The computed values of all properties for one element, pseudo-element, page or margin box.
///
/// Lengths are points. Equal styles are shared: see ``StyledDocument``.
public struct ComputedStyle: Sendable, Hashable {
  // Box
  public var display = Display.inline
  public var margin = Sides(all: Margin.length(.zero))
  public var padding = Sides(all: LengthPercentage.zero)
  /// Border widths as computed: 0 where the style is none or hidden.
  public var borderWidth = Edges.zero
  public var borderStyle = Sides(all: BorderStyle.none)
  public var borderColor = Sides(all: Color.black)
  /// Corner radii: top left, top right, bottom right, bottom left stand in top, right, bottom, left.
  public var borderRadius = Sides(all: LengthPercentage.zero)
  public var width = Extent.auto
  public var height = Extent.auto
  public var minWidth = Extent.auto
  public var minHeight = Extent.auto
  public var maxWidth = Extent.auto
  public var maxHeight = Extent.auto
  /// Whether `box-sizing` is `border-box`.
  public var sizesBorderBox = false
  public var backgroundColor = Color.transparent

  // Font (inherited)
  public var color = Color.black
  public var fontFamily: [String] = []
  /// Font size in points.
  public var fontSize = 12.0
  /// 1 to 1000; 400 is normal, 700 bold.
  public var fontWeight = 400
  public var fontStyle = FontSlant.normal
  public var hasSmallCaps = false
  public var lineHeight = LineHeight.normal

  // Text (inherited but for the decoration and vertical-align)
  public var textAlign = TextAlign.start
  public var textAlignLast = TextAlign.auto
  public var textIndent = LengthPercentage.zero
  public var textTransform = TextTransform.none
  public var decorationLines: DecorationLines = []
  /// `nil` is currentcolor.
  public var decorationColor: Color?
  public var decorationThickness = DecorationThickness.fromFont
  public var letterSpacing = 0.0
  public var wordSpacing = 0.0
  public var whiteSpace = WhiteSpace.normal
  public var verticalAlign = VerticalAlign.baseline
  /// The language from `lang` or `xml:lang`, as BCP 47; empty if none is said.
  public var language = ""

  // Fragmentation
  public var breakBefore = BreakBetween.auto
  public var breakAfter = BreakBetween.auto
  public var breakInside = BreakInside.auto
  public var orphans = 2
  public var widows = 2
  /// The named page (`page`), as used: `auto` has taken the parent's; empty is no name.
  public var page = ""

  // Generated content
  public var content = Content.normal
  public var counterReset: [CounterChange] = []
  public var counterIncrement: [CounterChange] = []
  public var counterSet: [CounterChange] = []
  public var stringSet: [NamedStringAssignment] = []
  public var quotes = Quotes.auto
  public var listStyleType = ListStyleType.disc
  public var isListMarkerInside = false
  /// `bookmark-level`; 0 is none.
  public var bookmarkLevel = 0
  public var bookmarkLabel: [ContentItem] = [.elementText]

  // Tables
  public var collapsesBorders = false
  /// Horizontal and vertical `border-spacing`.
  public var borderSpacing = Size.zero
  /// Whether `table-layout` is `fixed`.
  public var hasFixedTableLayout = false
  public var isCaptionBelow = false

  // Pages
  /// `size` of a page context, in points; it has no meaning for elements.
  public var pageSize = Size(width: 210 * 72 / 25.4, height: 297 * 72 / 25.4)

  /// All properties at their initial values.
  public init() {}
}
