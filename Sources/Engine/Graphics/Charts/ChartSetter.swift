import Diagnostics
import Geometry
import Text

/// Sets a chart into a rectangle: one file a kind, all on the same lettering, scale and legend.
struct ChartSetter {
  let chart: Chart
  let marks: [Mark]
  var letters: Lettering
  var drawing = Drawing()
  var diagnostics = DiagnosticList()

  init(chart: Chart, style: GraphicStyle, shaper: ParagraphShaper) {
    self.chart = chart
    marks = chart.series.enumerated().map { Mark($0.offset, look: $0.element.look) }
    letters = Lettering(style: style, shaper: shaper)
  }

  /// Font size in points: the unit of a chart's distances.
  var em: Double { letters.em }

  /// Draws the chart; what has no room is reported.
  mutating func draw(size: Size) -> Drawing {
    switch chart.kind {
    case .bar where chart.direction == .vertical: drawColumns(in: size)
    case .bar: drawBars(in: size)
    case .line: drawLines(in: size)
    case .pie, .donut: drawShares(in: size)
    case .gauge: drawGauge(in: size)
    case .bullet: drawBullets(in: size)
    case .sparkline: drawSparkline(in: size)
    }
    diagnostics.report(contentsOf: letters.diagnostics)
    return drawing
  }

  /// The height that belongs to a width: where labels or rows decide, they are measured.
  mutating func naturalHeight(width: Double) -> Double {
    if let ratio = chart.ratio { return width / ratio }
    switch chart.kind {
    case .bar: return barsHeight(width: width)
    case .bullet: return bulletsHeight(width: width)
    default: return sharesHeight(width: width)
    }
  }

  /// Reports, once a chart, that something has no room.
  mutating func reportLeftOut(_ message: String, span: SourceSpan?, help: String) {
    guard !diagnostics.all.contains(where: { $0.code == GraphicsDiagnostic.labelsLeftOut.rawValue }) else { return }
    diagnostics.report(.labelsLeftOut(message, span: span ?? chart.span, help: help))
  }

  /// A figure as it is printed on a mark.
  func printed(_ number: ChartNumber) -> String {
    chart.unit == "%" ? number.text + "%" : number.text
  }

  /// The words on a chart without any value.
  mutating func drawEmpty(in size: Size) {
    let label = letters.label("Không có số liệu", width: size.width, most: 2)
    letters.place(label, at: Point(x: size.width / 2, y: size.height / 2), Anchor(.center, .middle), into: &drawing)
  }

  /// Whether there is a value to draw.
  var hasValues: Bool {
    chart.series.contains { $0.values.contains { $0?.number != nil } }
  }
}

extension Chart {
  /// Whether the chart is as wide as the line has room.
  var fillsItsLine: Bool {
    kind == .bar || kind == .line || kind == .bullet
  }

  /// Width in em where there is nothing to fill.
  var naturalWidth: Double {
    switch kind {
    case .bar, .line, .bullet: 36
    case .pie, .donut: 34
    case .gauge: 14
    case .sparkline: 6
    }
  }

  /// Width by height, where it does not depend on labels.
  var ratio: Double? {
    switch kind {
    case .bar: direction == .vertical ? 2 : nil
    case .line: 2
    case .gauge: 1.6
    case .sparkline: 6
    case .pie, .donut, .bullet: nil
    }
  }
}
