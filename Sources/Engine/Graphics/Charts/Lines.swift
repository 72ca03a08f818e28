import Geometry

/// Lines over categories.
extension ChartSetter {
  mutating func drawLines(in size: Size) {
    guard hasValues else { return drawEmpty(in: size) }
    let plot = layPlot(in: size, values: lineDomain)
    drawBaseline(of: plot)
    drawReferences(of: plot)
    var printer = lineValues(in: plot)
    prepare(&printer)
    for (series, mark) in zip(chart.series, marks) {
      drawRuns(of: series, mark, in: plot)
    }
    // Markers need room to be told apart.
    let showsMarkers = plot.slot > 1.1 * em
    for (series, mark) in zip(chart.series, marks) {
      drawPoints(of: series, mark, in: plot, showsMarkers: showsMarkers)
    }
    draw(printer)
  }

  /// Without nought where the values are close together and far from it; an author's `min="0"` brings it in.
  private var lineDomain: ClosedRange<Double> {
    let bare = domain(withZero: false)
    let isFar = min(bare.lowerBound.magnitude, bare.upperBound.magnitude) > 2 * (bare.upperBound - bare.lowerBound)
    guard isFar, bare.lowerBound.sign == bare.upperBound.sign, bare.lowerBound < bare.upperBound else {
      return domain(withZero: true)
    }
    // Room under the lowest point for its value.
    return bare.lowerBound - 0.12 * (bare.upperBound - bare.lowerBound)...bare.upperBound
  }

  func lineStroke(_ mark: Mark) -> Stroke {
    let width = 0.13 * em
    return Stroke(mark.ink, width: width, dashes: mark.dashes.map { $0 * width }, isRound: mark.dashes.isEmpty)
  }

  /// A missing value ends the line; the next one begins another.
  private mutating func drawRuns(of series: ChartSeries, _ mark: Mark, in plot: Plot) {
    var path = Path()
    var isOpen = false
    for (index, value) in series.values.enumerated() {
      guard let number = value?.number else {
        isOpen = false
        continue
      }
      let point = Point(x: plot.x(index), y: plot.y(number.value))
      if isOpen { path.line(to: point) } else { path.move(to: point) }
      isOpen = true
    }
    drawing.add(path, stroke: lineStroke(mark))
  }

  private mutating func drawPoints(of series: ChartSeries, _ mark: Mark, in plot: Plot, showsMarkers: Bool) {
    for (index, value) in series.values.enumerated() {
      if let target = value?.target { drawLineTarget(target, at: index, in: plot) }
      guard let value, let number = value.number else { continue }
      // A value between two gaps has no line that would show it.
      let isAlone = !hasValue(series, index - 1) && !hasValue(series, index + 1)
      guard showsMarkers || isAlone else { continue }
      drawMarker(mark.with(value.look), at: Point(x: plot.x(index), y: plot.y(number.value)))
    }
  }

  private func hasValue(_ series: ChartSeries, _ index: Int) -> Bool {
    series.values.indices.contains(index) && series.values[index]?.number != nil
  }

  private mutating func drawLineTarget(_ target: ChartNumber, at index: Int, in plot: Plot) {
    let (x, y) = (plot.x(index), plot.y(target.value))
    let half = min(plot.slot * 0.3, 0.6 * em)
    drawing.add(.line(from: Point(x: x - half, y: y), to: Point(x: x + half, y: y)), stroke: targetStroke)
  }

  /// Draws a point of a line: each series has a shape of its own.
  mutating func drawMarker(_ mark: Mark, at place: Point) {
    let radius = 0.3 * em
    let outline = Stroke(mark.ink, width: 0.1 * em)
    switch mark.marker {
    case .circle: drawing.add(.circle(at: place, radius: radius), fill: Fill(mark.ink))
    case .hollowCircle: drawing.add(.circle(at: place, radius: radius), fill: Fill(.white), stroke: outline)
    case .square: drawing.add(.rectangle(square(at: place, radius * 0.9)), fill: Fill(mark.ink))
    case .hollowSquare:
      drawing.add(.rectangle(square(at: place, radius * 0.9)), fill: Fill(.white), stroke: outline)
    case .triangle:
      let corners = [-90.0, 30, 150].map { polar(place, radius * 1.25, $0 * .pi / 180) }
      drawing.add(.polygon(corners), fill: Fill(mark.ink))
    case .diamond:
      let corners = [-90.0, 0, 90, 180].map { polar(place, radius * 1.2, $0 * .pi / 180) }
      drawing.add(.polygon(corners), fill: Fill(mark.ink))
    }
  }

  private func square(at center: Point, _ half: Double) -> Rect {
    Rect(x: center.x - half, y: center.y - half, width: 2 * half, height: 2 * half)
  }

}

/// A line as high as a word.
extension ChartSetter {
  mutating func drawSparkline(in size: Size) {
    guard let series = chart.series.first, hasValues else { return }
    let values = series.values.compactMap { $0?.number?.value }
    let low = min(values.min() ?? 0, chart.minimum?.value ?? .infinity)
    let high = max(values.max() ?? 0, chart.maximum?.value ?? -.infinity)
    let margin = min(0.16 * em, size.height / 4)
    let room = size.height - 2 * margin
    let scale = ValueScale(from: low, to: low < high ? high : low + max(low.magnitude, 1))
    let step = (size.width - 2 * margin) / Double(max(series.values.count - 1, 1))
    var path = Path()
    var last: Point?
    var isOpen = false
    for (index, value) in series.values.enumerated() {
      guard let number = value?.number else {
        isOpen = false
        continue
      }
      let share = low < high ? scale.share(number.value) : 0.5
      let point = Point(x: margin + Double(index) * step, y: size.height - margin - share * room)
      if isOpen { path.line(to: point) } else { path.move(to: point) }
      isOpen = true
      last = point
    }
    let ink = marks[0].ink
    drawing.add(path, stroke: Stroke(ink, width: 0.07 * em, isRound: true))
    if let last { drawing.add(.circle(at: last, radius: margin), fill: Fill(ink)) }
  }
}
