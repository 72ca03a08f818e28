/// A length in points plus a percentage of a size known only at layout: `calc()` of both, or one of them.
public struct LengthPercentage: Sendable, Hashable {
  /// The absolute part, in points.
  public var points: Double
  /// The relative part: 50 is 50 %.
  public var percent: Double

  /// `points` + `percent` % of the reference size.
  public init(points: Double = 0, percent: Double = 0) {
    self.points = points
    self.percent = percent
  }

  /// No length.
  public static let zero = LengthPercentage()

  /// The used length in points, where 100 % is `reference` points.
  public func used(of reference: Double) -> Double {
    points + percent * reference / 100
  }
}

/// A margin: a length or `auto`.
public enum Margin: Sendable, Hashable {
  /// `auto`.
  case auto
  /// A length, a percentage of the containing block's inline size, or both.
  case length(LengthPercentage)
}

/// A `width`, `height` or one of their minima and maxima.
public enum Extent: Sendable, Hashable {
  /// `auto`; for maxima it stands for `none`.
  case auto
  /// A length, a percentage of the containing block's size, or both.
  case length(LengthPercentage)
  /// `min-content`.
  case minContent
  /// `max-content`.
  case maxContent
  /// `fit-content`.
  case fitContent
  /// `fit-content(limit)`: `fit-content` with the limit instead of the space there is (CSS Sizing 3, 5.1).
  case fitContentWithin(LengthPercentage)
}

/// `line-height` as computed.
public enum LineHeight: Sendable, Hashable {
  /// `normal`: from the face's own metrics.
  case normal
  /// A multiple of the font size, inherited as a multiple.
  case number(Double)
  /// A length in points.
  case length(Double)
}

/// `display` (CSS Display 3) as far as it is built.
public enum Display: String, Sendable, CaseIterable {
  case block, inline
  case inlineBlock = "inline-block"
  case flowRoot = "flow-root"
  case flex
  case inlineFlex = "inline-flex"
  case contents
  case listItem = "list-item"
  case none, table
  case inlineTable = "inline-table"
  case tableRow = "table-row"
  case tableRowGroup = "table-row-group"
  case tableHeaderGroup = "table-header-group"
  case tableFooterGroup = "table-footer-group"
  case tableCell = "table-cell"
  case tableColumn = "table-column"
  case tableColumnGroup = "table-column-group"
  case tableCaption = "table-caption"
}

/// `border-style` of one side.
public enum BorderStyle: String, Sendable, CaseIterable {
  case none, hidden, dotted, dashed, solid, double, groove, ridge, inset, outset
}

/// `font-style`.
public enum FontSlant: String, Sendable, CaseIterable {
  case normal, italic, oblique
}

/// `text-align` and `text-align-last`; `auto` belongs to the latter only.
public enum TextAlign: String, Sendable, CaseIterable {
  case auto, start, end, left, right, center, justify
}

/// `text-transform`.
public enum TextTransform: String, Sendable, CaseIterable {
  case none, uppercase, lowercase, capitalize
}

/// `vertical-align`.
public enum VerticalAlign: Sendable, Hashable {
  case baseline, sub, `super`, top, textTop, middle, bottom, textBottom
  /// Raised by a length in points.
  case length(Double)
  /// Raised by a percentage of the line height: 50 is 50 %.
  case percent(Double)
}

/// `break-before` and `break-after`.
public enum BreakBetween: String, Sendable, CaseIterable {
  case auto, avoid
  case avoidPage = "avoid-page"
  case avoidColumn = "avoid-column"
  case column
  case page, left, right, recto, verso, always
}

/// `break-inside`.
public enum BreakInside: String, Sendable, CaseIterable {
  case auto, avoid
  case avoidPage = "avoid-page"
  case avoidColumn = "avoid-column"
}

/// The lines of `text-decoration-line`.
public struct DecorationLines: OptionSet, Sendable, Hashable {
  /// One bit a line.
  public let rawValue: UInt8

  /// The set of the bits of `rawValue`.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `underline`.
  public static let underline = DecorationLines(rawValue: 1)
  /// `overline`.
  public static let overline = DecorationLines(rawValue: 2)
  /// `line-through`.
  public static let lineThrough = DecorationLines(rawValue: 4)
}

/// `text-decoration-thickness`.
public enum DecorationThickness: Sendable, Hashable {
  /// `auto` and `from-font`: the face's own thickness.
  case fromFont
  /// A length in points; percentages (of 1em) are resolved.
  case length(Double)
}

/// One piece of `content`, `string-set` or a quote list.
public enum ContentItem: Sendable, Hashable {
  /// A literal.
  case text(String)
  /// `attr(name)`, not yet looked up.
  case attribute(String)
  /// `counter(name, style)`.
  case counter(name: String, style: ListStyleType)
  /// `counters(name, separator, style)`.
  case counters(name: String, separator: String, style: ListStyleType)
  /// `string(name, which)`.
  case string(name: String, which: NamedStringPosition)
  /// `leader(pattern)`.
  case leader(String)
  /// `content()`, `content(text)`: the element's own text, in `string-set` and `bookmark-label`.
  case elementText
  /// `content(before)`, `content(after)`, `content(marker)`, `content(first-letter)`: the text of that pseudo-element.
  case pseudoText(PseudoElement)
  /// `target-counter(url, name, style)`: the url is a literal or an attribute's name.
  case targetCounter(url: TargetReference, name: String, style: ListStyleType)
  /// `target-counters(url, name, separator, style)`.
  case targetCounters(url: TargetReference, name: String, separator: String, style: ListStyleType)
  /// `target-text(url, part)`.
  case targetText(url: TargetReference, part: TargetTextPart)
  /// `carried-sum(name)` and `page-sum(name)`: a sum of the table around; our own.
  case sum(name: String, scope: SumScope)
  /// `element(name, which)`: a running element, alone in a margin box.
  case element(name: String, which: NamedStringPosition)
  /// `url(...)`: a picture.
  case image(ImageReference)
  case openQuote, closeQuote, noOpenQuote, noCloseQuote
}

/// The link that `target-counter()` and its kin follow.
public enum TargetReference: Sendable, Hashable {
  /// A literal such as `#part-2`.
  case literal(String)
  /// The value of an attribute of the element, such as `href`.
  case attribute(String)
}

/// What `target-text()` takes of the element that it points at (CSS GCPM 3, 5.2).
public enum TargetTextPart: String, Sendable, CaseIterable {
  case content, before, after
  case firstLetter = "first-letter"
}

/// Which value of a named string a page shows (CSS GCPM 3, 2.1).
public enum NamedStringPosition: String, Sendable, CaseIterable {
  case first, start, last
  case firstExcept = "first-except"
}

/// `content` as computed.
public enum Content: Sendable, Hashable {
  /// `normal`: an element's children; no pseudo-element, no margin box.
  case normal
  /// `none`.
  case none
  /// Generated pieces.
  case items([ContentItem])
}

/// One entry of `counter-reset`, `counter-increment` or `counter-set`.
public struct CounterChange: Sendable, Hashable {
  /// The counter's name.
  public var name: String
  /// The value set or added.
  public var value: Int

  /// A change of counter `name` by or to `value`.
  public init(name: String, value: Int) {
    self.name = name
    self.value = value
  }
}

/// One entry of `string-set`.
public struct NamedStringAssignment: Sendable, Hashable {
  /// The named string.
  public var name: String
  /// What it is set to.
  public var value: [ContentItem]

  /// Sets `name` to `value`.
  public init(name: String, value: [ContentItem]) {
    self.name = name
    self.value = value
  }
}

/// `list-style-type` and the style of counters.
public enum ListStyleType: Sendable, Hashable {
  case none, disc, circle, square, decimal
  case decimalLeadingZero
  case lowerRoman, upperRoman, lowerAlpha, upperAlpha, lowerGreek
  /// `vb-lower-vietnamese`: a b c d đ e g h i k l m n o p q r s t u v x y.
  case lowerVietnamese
  /// `vb-upper-vietnamese`.
  case upperVietnamese
  /// A literal marker.
  case text(String)
  /// A style of `@counter-style`, `symbols()` or another script's digits.
  indirect case custom(CounterStyle)
  /// A name that `@counter-style` may define; no computed value holds it.
  case named(String)
}

/// `quotes`.
public enum Quotes: Sendable, Hashable {
  /// `auto`: by the document's language.
  case auto
  /// `none`.
  case none
  /// Pairs of opening and closing marks, outermost first.
  case pairs([[String]])
}
