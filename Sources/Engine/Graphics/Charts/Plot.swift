import Geometry

/// The inside of a chart with axes: where values and categories stand.
struct Plot {
  var rect: Rect
  var scale: ValueScale
  /// Categories along the axis.
  var count: Int

  /// Room of one category.
  var slot: Double { rect.size.width / Double(max(count, 1)) }

  /// The height of a value, kept near the plot.
  func y(_ value: Double) -> Double {
    rect.bottom - min(max(scale.share(value), -1), 2) * rect.size.height
  }

  /// The middle of a category.
  func x(_ index: Int) -> Double {
    rect.left + (Double(index) + 0.5) * slot
  }
}

/// The labels under an axis; `nil` where one is left out.
struct AxisLabels {
  var labels: [Label?] = []
  var height = 0.0
}

extension ChartSetter {
  /// Settles scale and places of a chart whose categories stand side by side, and draws grid, axes and labels.
  mutating func layPlot(in size: Size, values: ClosedRange<Double>) -> Plot {
    let legend = layLegend(legendEntries, width: size.width)
    let caption = chart.unit.isEmpty || chart.unit == "%" ? 0 : letters.lineHeight + 0.3 * em
    let top = caption + letters.lineHeight * 0.9
    let room = size.height - legend.height - top - letters.lineHeight * 2
    let intervals = min(max(Int(room / (2.1 * em)), 2), 8)
    let scale = scale(of: values, intervals: intervals)
    let ticks = scale.ticks.map { letters.label(chart.unit == "%" ? $0.text + "%" : $0.text) }
    let gutter = (ticks.map(\.width).max() ?? 0) + 0.5 * em
    let width = max(size.width - gutter, 1)
    let labels = layCategories(width: width)
    let height = max(size.height - top - legend.height - labels.height, 1)
    let plot = Plot(
      rect: Rect(x: gutter, y: top, width: width, height: height),
      scale: scale,
      count: chart.categories.count
    )
    drawGrid(of: plot, ticks)
    drawCategories(labels, under: plot)
    if caption > 0 {
      let unit = letters.label(chart.unit, width: size.width, most: 1)
      letters.place(unit, at: .zero, Anchor(.left, .top), into: &drawing)
    }
    draw(legend, from: 0, width: size.width, bottom: size.height)
    return plot
  }

  private mutating func drawGrid(of plot: Plot, _ ticks: [Label]) {
    for (tick, label) in zip(plot.scale.ticks, ticks) {
      let y = plot.y(tick.value)
      let line = Path.line(from: Point(x: plot.rect.left, y: y), to: Point(x: plot.rect.right, y: y))
      if tick.value != 0 { drawing.add(line, stroke: Stroke(Furniture.grid, width: 0.05 * em)) }
      let place = Point(x: plot.rect.left - 0.5 * em, y: y)
      letters.place(label, at: place, Anchor(.right, .middle), into: &drawing)
    }
  }

  /// The line that bars stand on: at nought, or at the foot of a scale that does not hold it.
  mutating func drawBaseline(of plot: Plot) {
    let y = plot.y(min(max(0, plot.scale.low), plot.scale.high))
    let line = Path.line(from: Point(x: plot.rect.left, y: y), to: Point(x: plot.rect.right, y: y))
    drawing.add(line, stroke: Stroke(Furniture.axis, width: 0.08 * em))
  }

  /// Lines across the chart, over its marks.
  mutating func drawReferences(of plot: Plot) {
    for (index, line) in chart.references.enumerated() {
      let y = plot.y(line.number.value)
      let path = Path.line(from: Point(x: plot.rect.left, y: y), to: Point(x: plot.rect.right, y: y))
      drawing.add(path, stroke: referenceStroke(index))
    }
  }

  /// Labels of categories in at most three lines; where they have no room, every second, third … stays.
  private mutating func layCategories(width: Double) -> AxisLabels {
    let count = chart.categories.count
    guard chart.categories.contains(where: { !$0.label.isEmpty }) else { return AxisLabels() }
    let slot = width / Double(count)
    var stride = max(1, Int((2.2 * em / slot).rounded(.up)))
    while true {
      let labels = layCategories(every: stride, slot: slot)
      let hasCut = labels.labels.contains { $0?.isCut == true }
      if hasCut, count > 6, Double(stride) * slot < 12 * em, stride * 2 < count {
        stride += 1
        continue
      }
      if hasCut || (stride > 1 && chart.kind == .bar) {
        let message =
          hasCut
          ? "labels of the chart have no room and are shortened"
          : "only every \(stride). label of \(count) has room on the chart"
        reportLeftOut(
          message,
          span: chart.categories.first?.span,
          help: "write direction=\"horizontal\", shorter labels, or make the chart wider"
        )
      }
      return labels
    }
  }

  private mutating func layCategories(every stride: Int, slot: Double) -> AxisLabels {
    var result = AxisLabels()
    result.labels = Array(repeating: nil, count: chart.categories.count)
    for index in Swift.stride(from: 0, to: chart.categories.count, by: stride) {
      let category = chart.categories[index]
      let room = max(slot * Double(stride) - 0.4 * em, 0.5 * em)
      let label = letters.label(category.label, width: room, most: 3, span: category.span)
      result.labels[index] = label
      result.height = max(result.height, label.height + 0.6 * em)
    }
    return result
  }

  private mutating func drawCategories(_ labels: AxisLabels, under plot: Plot) {
    let top = plot.rect.bottom + 0.35 * em
    for (index, label) in labels.labels.enumerated() {
      guard let label else { continue }
      letters.place(label, at: Point(x: plot.x(index), y: top), Anchor(.center, .top), into: &drawing)
    }
  }

  /// The least and the greatest of all that must be seen; with nought where bars grow from it.
  func domain(withZero: Bool) -> ClosedRange<Double> {
    var values: [Double] = []
    for index in chart.categories.indices {
      let points = chart.series.compactMap { $0.values[index] }
      values += points.compactMap { $0.target?.value }
      let numbers = points.compactMap { $0.number?.value }
      guard isStacked else {
        values += numbers
        continue
      }
      values.append(numbers.reduce(0) { $0 + max($1, 0) })
      values.append(numbers.reduce(0) { $0 + min($1, 0) })
    }
    values += chart.references.map(\.number.value)
    values += [chart.minimum, chart.maximum].compactMap { $0?.value }
    if withZero { values.append(0) }
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    return min(max(low, -mostSum), mostSum)...min(max(high, -mostSum), mostSum)
  }

  /// A scale with round ends, or the author's own where nothing reaches beyond them.
  func scale(of values: ClosedRange<Double>, intervals: Int) -> ValueScale {
    var scale = ValueScale(low: values.lowerBound, high: values.upperBound, intervals: intervals)
    let (least, most) = (chart.minimum?.value, chart.maximum?.value)
    scale.end(at: least == values.lowerBound ? least : nil, most == values.upperBound ? most : nil)
    return scale
  }

  /// Whether the bars of one category stand on each other.
  var isStacked: Bool {
    chart.kind == .bar && chart.arrangement == .stacked
  }
}

/// Beyond every sum of a few values of 1e300: the difference of two such is still finite.
private let mostSum = 1e307
