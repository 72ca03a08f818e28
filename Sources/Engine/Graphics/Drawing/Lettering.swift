import Diagnostics
import Fonts
import Geometry
import Text

/// Sets the short texts of a graphic: labels of one or a few lines, shaped like any text of the document.
struct Lettering {
  let style: GraphicStyle
  private let shaper: ParagraphShaper
  /// Characters that no face covers; the first time that a text is shaped they are reported.
  private(set) var diagnostics = DiagnosticList()
  private var known: Set<String> = []
  /// Whether a face has U+2212; a face without it has U+2013, which is as wide.
  private let hasMinus: Bool

  init(style: GraphicStyle, shaper: ParagraphShaper) {
    self.style = style
    self.shaper = shaper
    hasMinus = style.text.faces.contains { shaper.fonts.covers($0, 0x2212) }
  }

  /// Font size in points: the unit of a graphic's distances.
  var em: Double { style.text.size }
  /// From one baseline to the next.
  var lineHeight: Double { (style.ascent + style.descent) * em }
  /// Height of figures and capitals.
  var capHeight: Double { style.capHeight * em }

  /// A text on one line.
  mutating func label(_ text: String, span: SourceSpan? = nil) -> Label {
    label(text, width: .infinity, most: 1, span: span)
  }

  /// A text in lines of at most `width` points; where it needs more than `most` lines it is cut, and ends in an ellipsis.
  mutating func label(_ text: String, width: Double, most: Int, span: SourceSpan? = nil) -> Label {
    let whole = shaped(text, width: width, span: span)
    if whole.fits(width: width, lines: most) { return balanced(whole, text, width: width) }
    let characters = Array(text.prefix(longest))
    var (low, high) = (0, characters.count)
    var best = shaped("…", width: width, span: nil)
    while low < high {
      let middle = (low + high + 1) / 2
      let part = String(characters[..<middle])
      let cut = shaped(trimmed(part) + "…", width: width, span: nil)
      if cut.fits(width: width, lines: most) {
        (low, best) = (middle, cut)
      } else {
        high = middle - 1
      }
    }
    best.isCut = true
    return best
  }

  /// Lines of about the same length: the narrowest width that needs no more of them.
  private mutating func balanced(_ label: Label, _ text: String, width: Double) -> Label {
    guard label.lineCount > 1 else { return label }
    var (low, high) = (label.width / 2, label.width)
    var best = label
    for _ in 0..<6 {
      let middle = (low + high) / 2
      let tried = shaped(text, width: middle, span: nil)
      if tried.fits(width: middle, lines: label.lineCount) {
        (high, best) = (middle, tried)
      } else {
        low = middle
      }
    }
    return best
  }

  private func trimmed(_ text: String) -> Substring {
    var text = text[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private mutating func shaped(_ text: String, width: Double, span: SourceSpan?) -> Label {
    var content = InlineContent()
    let readable = hasMinus ? text : String(text.map { $0 == "\u{2212}" ? "\u{2013}" : $0 })
    content.text = normalized(readable.utf8.map { $0 < 0x20 ? 0x20 : $0 })
    content.styles = [style.text]
    if !content.text.isEmpty {
      content.runs = [StyledRun(start: 0, end: content.text.count, style: 0, span: span)]
    }
    var found = DiagnosticList()
    let paragraph = shaper.shape(content, diagnostics: &found)
    if known.insert(text).inserted { diagnostics.report(contentsOf: found) }
    // A fraction of a point more, so that a label set in its own measured width does not break.
    let lines = paragraph.lines(LineMeasure(width: width + 0.001), .firstFit)
    return Label(paragraph: paragraph, lines: lines, lineHeight: lineHeight, ascent: style.ascent * em)
  }

  /// Draws a label; `anchor` says which of its points stands at `place`.
  func place(_ label: Label, at place: Point, _ anchor: Anchor, color: Color? = nil, into drawing: inout Drawing) {
    var baseline = place.y + top(of: label, anchor.vertical) + label.ascent
    for line in label.lines {
      let x = place.x + left(of: line.width, anchor.horizontal)
      for segment in line.segments {
        add(segment, of: line, label, at: Point(x: x + segment.x, y: baseline), color: color, to: &drawing)
      }
      baseline += label.lineHeight
    }
  }

  private func add(
    _ segment: LineSegment,
    of line: Line,
    _ label: Label,
    at place: Point,
    color: Color?,
    to drawing: inout Drawing
  ) {
    guard case .text(_, let face, let size, _) = segment.kind else { return }
    let glyphs = Int32(drawing.placed.glyphs.count)
    let clusters = Int32(drawing.placed.clusters.count)
    let bytes = Int32(drawing.placed.utf8.count)
    label.paragraph.place(segment, of: line, x: place.x, baseline: place.y, into: &drawing.placed)
    drawing.texts.append(
      DrawnText(
        face: face,
        size: size,
        color: color ?? style.color,
        glyphs: glyphs..<Int32(drawing.placed.glyphs.count),
        clusters: clusters..<Int32(drawing.placed.clusters.count),
        utf8: bytes..<Int32(drawing.placed.utf8.count)
      )
    )
  }

  private func left(of width: Double, _ anchor: Anchor.Horizontal) -> Double {
    switch anchor {
    case .left: 0
    case .center: -width / 2
    case .right: -width
    }
  }

  /// Where the top of the first line's box goes.
  ///
  /// The middle of a label is that of its figures and capitals, not of its box.
  private func top(of label: Label, _ anchor: Anchor.Vertical) -> Double {
    switch anchor {
    case .top: 0
    case .capTop: capHeight - label.ascent
    case .middle: (capHeight - label.height + label.lineHeight) / 2 - label.ascent
    case .bottom: -label.height
    case .baseline: -(label.height - label.lineHeight) - label.ascent
    }
  }
}

/// Characters beyond these are never tried for a label that is cut.
private let longest = 1000

/// A text that has been shaped and broken.
struct Label {
  fileprivate var paragraph: ShapedParagraph
  fileprivate var lines: [Line]
  fileprivate var lineHeight: Double
  fileprivate var ascent: Double
  /// Whether its end is missing.
  var isCut = false

  /// The widest line.
  var width: Double { lines.reduce(0) { max($0, $1.width) } }
  /// All lines together.
  var height: Double { Double(lines.count) * lineHeight }
  /// How many lines there are.
  var lineCount: Int { lines.count }

  fileprivate func fits(width: Double, lines most: Int) -> Bool {
    lines.count <= most && lines.allSatisfy { $0.width <= width + 0.01 }
  }
}

/// Which point of a label stands at its place.
struct Anchor {
  enum Horizontal {
    case left, center, right
  }

  enum Vertical {
    /// The top of the first line's box; the top of its capitals; the middle; the foot of the last line's box; its baseline.
    case top, capTop, middle, bottom, baseline
  }

  var horizontal: Horizontal
  var vertical: Vertical

  init(_ horizontal: Horizontal, _ vertical: Vertical) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
}
