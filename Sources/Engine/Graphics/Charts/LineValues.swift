import Geometry

/// The values printed at the points of lines.
extension ChartSetter {
  private struct LinePoint {
    var y: Double
    var number: ChartNumber
  }

  /// Values above their points, or below them where fewer lines pass.
  mutating func lineValues(in plot: Plot) -> ValuePrinter {
    var printer = ValuePrinter()
    guard chart.values != .none else { return printer }
    let count = chart.series.reduce(0) { $0 + $1.values.count }
    guard count <= mostPrinted else {
      printer.leaveOut(count)
      return printer
    }
    for index in chart.categories.indices {
      var points = chart.series.compactMap { series in
        series.values[index]?.number.map { LinePoint(y: plot.y($0.value), number: $0) }
      }
      points.sort { $0.y < $1.y }
      for (rank, point) in points.enumerated() {
        let prefersBelow = rank > 0 && rank == points.count - 1
        add(point, at: index, prefersBelow: prefersBelow, in: plot, to: &printer)
      }
    }
    return printer
  }

  private mutating func add(
    _ point: LinePoint,
    at index: Int,
    prefersBelow: Bool,
    in plot: Plot,
    to printer: inout ValuePrinter
  ) {
    let label = letters.label(printed(point.number))
    let gap = 0.55 * em
    let above = point.y - gap
    let below = point.y + gap + letters.capHeight
    let (first, second) = prefersBelow ? (below, above) : (above, below)
    let worse = crossings(of: label, at: index, baseline: first, in: plot)
    var isFirst = worse == 0 || worse <= crossings(of: label, at: index, baseline: second, in: plot)
    // Under the axis stand the labels of categories.
    if below > plot.rect.bottom - 0.1 * em { isFirst = !prefersBelow }
    let x = plot.x(index)
    printer.add(label, x: x, baseline: isFirst ? first : second, capHeight: letters.capHeight)
  }

  /// How many lines pass through a label: looked at in its middle and at both its ends.
  private func crossings(of label: Label, at index: Int, baseline: Double, in plot: Plot) -> Int {
    let (top, bottom) = (baseline - letters.capHeight - 0.1 * em, baseline + 0.1 * em)
    var count = 0
    for series in chart.series {
      for side in [-1.0, 0, 1] {
        let place = Double(index) + side * label.width / 2 / plot.slot
        guard let y = height(of: series, at: place, in: plot) else { continue }
        if y > top, y < bottom { count += 1 }
      }
    }
    return count
  }

  /// The height of a line between two of its points; `nil` beside its ends and in its gaps.
  private func height(of series: ChartSeries, at place: Double, in plot: Plot) -> Double? {
    let before = Int(place.rounded(.down))
    guard series.values.indices.contains(before), let left = series.values[before]?.number else { return nil }
    let share = place - Double(before)
    guard share > 0 else { return plot.y(left.value) }
    guard before + 1 < series.values.count, let right = series.values[before + 1]?.number else { return nil }
    return plot.y(left.value) * (1 - share) + plot.y(right.value) * share
  }
}
