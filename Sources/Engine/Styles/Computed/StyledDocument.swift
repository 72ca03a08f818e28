public import Diagnostics
public import Geometry
public import Markup

/// The pseudo-elements that an element can have.
public enum PseudoElement: String, Sendable, CaseIterable {
  case before, after, marker
  case firstLine = "first-line"
  case firstLetter = "first-letter"
  /// The mark in the text where a footnote was (CSS GCPM 3, 2.4.1).
  case footnoteCall = "footnote-call"
  /// The mark before the note itself.
  case footnoteMarker = "footnote-marker"
}

extension PseudoElement {
  /// Whether only footnotes have it.
  public var isFootnote: Bool { self == .footnoteCall || self == .footnoteMarker }
}

/// An expanded tree with one computed style a node; equal styles are stored once.
public struct StyledDocument: Sendable {
  /// The tree that was styled.
  public var tree: ElementTree
  /// The distinct styles.
  public var styles: [ComputedStyle]
  /// Index into `styles` by node index; a text node has its parent's.
  public var styleIndices: [Int32]
  /// Index into `styles` of generated pseudo-elements, by node; absent where none is generated.
  public var pseudoStyles: [PseudoKey: Int32]
  /// The rules for pages and margin boxes.
  public var pages: PageRules
  /// The faces that `@font-face` brings.
  public var fontFaces: [FontFaceRule]

  /// Whether a style takes a box from its place: then positions are settled page by page.
  public var holdsPositionedBoxes: Bool

  /// A styled document of its parts.
  public init(
    tree: ElementTree,
    styles: [ComputedStyle],
    styleIndices: [Int32],
    pseudoStyles: [PseudoKey: Int32],
    pages: PageRules,
    fontFaces: [FontFaceRule]
  ) {
    self.tree = tree
    self.styles = styles
    holdsPositionedBoxes = styles.contains { $0.position != .static }
    self.styleIndices = styleIndices
    self.pseudoStyles = pseudoStyles
    self.pages = pages
    self.fontFaces = fontFaces
  }

  /// The style of a node.
  public func style(of id: NodeID) -> ComputedStyle {
    styles[Int(styleIndices[Int(id.index)])]
  }
}

/// An element and one of its pseudo-elements.
public struct PseudoKey: Sendable, Hashable {
  /// Index of the element's node.
  public var node: Int32
  /// Which pseudo-element of it.
  public var pseudo: PseudoElement

  /// The `pseudo` of the element at `node`.
  public init(node: Int32, pseudo: PseudoElement) {
    self.node = node
    self.pseudo = pseudo
  }
}

/// An `@font-face` rule: a family name and a local file.
public struct FontFaceRule: Sendable, Hashable {
  /// The family that the rule names.
  public var family: String
  /// The file as written in `src: url(...)`.
  public var source: String
  /// The folder that relative names start from: that of the style sheet.
  public var folder: String
  /// 1 to 1000.
  public var weight: Int
  /// The slant that the face has.
  public var slant: FontSlant
  /// The rule's place.
  public var span: SourceSpan

  /// A rule of its parts.
  public init(family: String, source: String, folder: String, weight: Int, slant: FontSlant, span: SourceSpan) {
    self.family = family
    self.source = source
    self.folder = folder
    self.weight = weight
    self.slant = slant
    self.span = span
  }
}

/// Which side of the sheet a page is (CSS Paged Media 3, 3.1).
public enum PageSide: String, Sendable {
  case left, right
}

/// What `@page` selectors ask of a page.
public struct PageContext: Sendable, Hashable {
  /// The named page, or empty.
  public var name: String
  /// The page's number in the document, from 1.
  public var number: Int
  /// Left or right.
  public var side: PageSide
  /// Whether the page was left empty by a forced break.
  public var isBlank: Bool
  /// The page's place among the pages of its name that follow each other, from 1: what `:nth(… of name)` counts.
  public var numberInGroup = 1

  /// A page of these properties, the first of its group.
  public init(name: String, number: Int, side: PageSide, isBlank: Bool) {
    self.name = name
    self.number = number
    self.side = side
    self.isBlank = isBlank
  }
}

/// The sixteen page-margin boxes (CSS Paged Media 3, 4.2), clockwise from the top left corner.
public enum MarginBoxName: String, Sendable, CaseIterable {
  case topLeftCorner = "top-left-corner"
  case topLeft = "top-left"
  case topCenter = "top-center"
  case topRight = "top-right"
  case topRightCorner = "top-right-corner"
  case rightTop = "right-top"
  case rightMiddle = "right-middle"
  case rightBottom = "right-bottom"
  case bottomRightCorner = "bottom-right-corner"
  case bottomRight = "bottom-right"
  case bottomCenter = "bottom-center"
  case bottomLeft = "bottom-left"
  case bottomLeftCorner = "bottom-left-corner"
  case leftBottom = "left-bottom"
  case leftMiddle = "left-middle"
  case leftTop = "left-top"
}

/// A page's computed style: its size, its box, and its margin boxes.
public struct PageStyle: Sendable, Equatable {
  /// The page box: paper width and height in points.
  public var size: Size
  /// Margins, borders, padding, background and inherited properties of the page context.
  public var box: ComputedStyle
  /// The margin boxes whose `content` is neither `none` nor `normal`.
  public var marginBoxes: [MarginBoxName: ComputedStyle]
  /// The style of `@footnote`: the page's footnote area; without one it inherits from the page.
  public var footnoteArea: ComputedStyle

  /// A page style of its parts.
  public init(
    size: Size,
    box: ComputedStyle,
    marginBoxes: [MarginBoxName: ComputedStyle],
    footnoteArea: ComputedStyle
  ) {
    self.size = size
    self.box = box
    self.marginBoxes = marginBoxes
    self.footnoteArea = footnoteArea
  }

  /// `bleed` as used, in points: `auto` is 6pt where there are crop marks, else 0 (CSS Paged Media 3, 7.2).
  public var bleed: Double {
    box.pageBleed ?? (box.pageMarks.contains(.crop) ? 6 : 0)
  }
}
