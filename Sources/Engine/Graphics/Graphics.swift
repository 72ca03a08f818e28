package import Diagnostics
public import Geometry
public import Text

/// A graphic that an element asks for.
public enum Graphic: Sendable {
  /// `<vb:chart>`.
  case chart(Chart)
  /// `<vb:qr>`.
  case code(QRCode)
}

/// How a graphic's texts are set, and in which colour it is drawn.
public struct GraphicStyle: Sendable, Hashable {
  /// Faces and size of all texts.
  public var text: TextStyle
  /// Ascent, descent and height of capitals of the first face, as fractions of the em.
  public var ascent: Double
  /// See `ascent`.
  public var descent: Double
  /// See `ascent`.
  public var capHeight: Double
  /// The colour of texts, axes and a code's modules.
  public var color: Color

  /// A style of its parts.
  public init(text: TextStyle, ascent: Double, descent: Double, capHeight: Double, color: Color) {
    self.text = text
    self.ascent = ascent
    self.descent = descent
    self.capHeight = capHeight
    self.color = color
  }
}

/// Reads what an element asks to be drawn.
///
/// - Parameters:
///   - element: `vb:chart` or `vb:qr` with all inside.
///   - diagnostics: takes every mistake; what is wrong is left out of the graphic.
/// - Returns: `nil` where nothing can be drawn, which has been reported.
package func readGraphic(_ element: GraphicElement, diagnostics: inout DiagnosticList) -> Graphic? {
  if element.name == "vb:qr" { return QRCode(element, diagnostics: &diagnostics).map { .code($0) } }
  var reader = ChartReader()
  let chart = reader.read(element)
  diagnostics.report(contentsOf: reader.diagnostics)
  return chart.map { .chart($0) }
}

extension Graphic {
  /// The text alternative; empty for decoration.
  package var alternative: String {
    switch self {
    case .chart(let chart): chart.alternative ?? describe(chart)
    case .code(let code): code.alternative
    }
  }

  /// Whether it has no width of its own, and takes what its line leaves: a chart with axes.
  package var fillsItsLine: Bool {
    guard case .chart(let chart) = self else { return false }
    return chart.fillsItsLine
  }

  /// The width in points where nothing else says it.
  package func preferredWidth(style: GraphicStyle) -> Double {
    switch self {
    case .chart(let chart): chart.naturalWidth * style.text.size
    case .code(let code): code.naturalSide
    }
  }

  /// The least width in points that makes sense.
  package func minimalWidth(style: GraphicStyle) -> Double {
    fillsItsLine ? 12 * style.text.size : preferredWidth(style: style)
  }

  /// The width that belongs to a height, where it does not depend on what is shown.
  package func width(forHeight height: Double) -> Double? {
    switch self {
    case .chart(let chart): chart.fillsItsLine ? nil : chart.ratio.map { height * $0 }
    case .code: height
    }
  }

  /// The height that belongs to a width, in points.
  package func naturalHeight(width: Double, style: GraphicStyle, shaper: ParagraphShaper) -> Double {
    switch self {
    case .chart(let chart):
      var setter = ChartSetter(chart: chart, style: style, shaper: shaper)
      return setter.naturalHeight(width: width)
    case .code: return width
    }
  }

  /// Draws the graphic into a rectangle of `size` at the origin.
  package func draw(
    size: Size,
    style: GraphicStyle,
    shaper: ParagraphShaper,
    diagnostics: inout DiagnosticList
  ) -> Drawing {
    guard size.width > 0, size.height > 0 else { return Drawing() }
    switch self {
    case .chart(let chart):
      var setter = ChartSetter(chart: chart, style: style, shaper: shaper)
      let drawing = setter.draw(size: size)
      diagnostics.report(contentsOf: setter.diagnostics)
      return drawing
    case .code(let code): return code.draw(size: size, color: style.color)
    }
  }
}
