import Fonts
import Geometry
import Styles
import Text

/// The vertical measures of an inline box, in points; up is positive (CSS 2.2, 10.8.1).
struct InlineMetrics {
  /// Font size.
  var size: Double
  /// Content area above and below the baseline.
  var ascent: Double
  var descent: Double
  /// The same with half the leading added: what the line box must hold.
  var lineAscent: Double
  var lineDescent: Double
  var xHeight: Double
  var face: FaceMetrics

  var lineHeight: Double { lineAscent + lineDescent }

  init(style: ComputedStyle, face: FaceMetrics) {
    size = style.fontSize
    ascent = face.ascent * size
    descent = face.descent * size
    xHeight = face.xHeight * size
    self.face = face
    let height: Double
    switch style.lineHeight {
    case .normal: height = ascent + descent + face.lineGap * size
    case .number(let factor): height = factor * size
    case .length(let points): height = points
    }
    // Half-leading may be negative: glyphs taller than the line height then overlap the next line.
    let halfLeading = (height - ascent - descent) / 2
    lineAscent = ascent + halfLeading
    lineDescent = descent + halfLeading
  }

  /// How far the baseline of a child box lies above that of its parent (CSS 2.2, 10.8.1); `nil` for top and bottom.
  func shift(of align: VerticalAlign, child: InlineMetrics) -> Double? {
    switch align {
    case .baseline: 0
    case .sub: -0.2 * size
    case .super: size / 3
    case .middle: xHeight / 2 - (child.lineAscent - child.lineDescent) / 2
    case .textTop: ascent - child.lineAscent
    case .textBottom: child.lineDescent - descent
    case .length(let points): points
    case .percent(let percent): percent / 100 * child.lineHeight
    case .top, .bottom: nil
    }
  }
}

extension LayoutSession {
  /// The vertical measures of a style, from the first face of its family list.
  mutating func metrics(ofStyle index: Int32) -> InlineMetrics {
    if let known = inlineMetrics[index] { return known }
    // Asked first: it may add the text style that is read next.
    let text = styles.text(index)
    let textStyle = styles.textStyles[Int(text)]
    let face = textStyle.faces.first.map { fonts.metrics(of: $0) } ?? FaceMetrics()
    let made = InlineMetrics(style: styles[index], face: face)
    inlineMetrics[index] = made
    return made
  }

  /// The lines that a style draws on text, relative to its own baseline (CSS Text Decoration 3, 2).
  mutating func decorations(ofStyle index: Int32) -> [Decoration] {
    guard !styles[index].decorationLines.isEmpty else { return [] }
    let style = styles[index]
    let metrics = metrics(ofStyle: index)
    let color = style.decorationColor ?? style.color
    var result: [Decoration] = []
    func add(_ position: Double, _ thickness: Double) {
      var decoration = Decoration(position: position, thickness: thickness, color: color)
      decoration.style = style.decorationStyle
      result.append(decoration)
    }
    let face = metrics.face
    var thickness = face.underlineThickness * metrics.size
    if case .length(let points) = style.decorationThickness { thickness = points }
    if style.decorationLines.contains(.underline) { add(underline(of: style, metrics, thickness), thickness) }
    if style.decorationLines.contains(.overline) { add(metrics.ascent, thickness) }
    if style.decorationLines.contains(.lineThrough) {
      var thickness = face.strikeoutThickness * metrics.size
      if case .length(let points) = style.decorationThickness { thickness = points }
      add(face.strikeoutPosition * metrics.size, thickness)
      result[result.count - 1].isOverText = true
    }
    return result
  }

  /// The centre of an underline above the baseline (CSS Text Decoration 4, 2.8 and 2.9).
  ///
  /// `text-underline-offset` counts outwards from the baseline to the line's near edge; `under` is below the descenders.
  private func underline(of style: ComputedStyle, _ metrics: InlineMetrics, _ thickness: Double) -> Double {
    switch style.underlinePosition {
    case .under: -metrics.descent - (style.underlineOffset ?? 0) - thickness / 2
    case .auto where style.underlineOffset != nil: -(style.underlineOffset ?? 0) - thickness / 2
    case .auto, .fromFont:
      // A line of another thickness than the font's keeps its near edge: it grows away from the letters.
      metrics.face.underlinePosition * metrics.size - (style.underlineOffset ?? 0)
        + (metrics.face.underlineThickness * metrics.size - thickness) / 2
    }
  }
}
