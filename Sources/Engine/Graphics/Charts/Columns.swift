import Geometry

/// Bars that stand.
extension ChartSetter {
  mutating func drawColumns(in size: Size) {
    guard hasValues else { return drawEmpty(in: size) }
    let plot = layPlot(in: size, values: domain(withZero: true))
    var bars: [Bar] = []
    for index in chart.categories.indices {
      bars += isStacked ? stack(index, in: plot) : group(index, in: plot)
    }
    drawReferences(of: plot)
    var printer = values(of: bars, in: plot)
    prepare(&printer)
    for bar in bars { draw(bar) }
    drawBaseline(of: plot)
    drawTargets(in: plot)
    draw(printer)
  }

  /// A bar with what is printed at it.
  struct Bar {
    var rect: Rect
    var mark: Mark
    var number: ChartNumber
    /// Whether its value is printed inside it.
    var isPiece = false
    /// What was to be reached.
    var target: Double?
  }

  /// Room of the bars of one category, and of one of them.
  private func columnWidths(in plot: Plot) -> (group: Double, bar: Double) {
    let count = isStacked ? 1.0 : Double(max(chart.series.count, 1))
    let bar = min(plot.slot * 0.72 / count, 3.6 * em)
    return (bar * count, bar)
  }

  private func columnLeft(_ category: Int, _ series: Int, in plot: Plot) -> Double {
    let widths = columnWidths(in: plot)
    return plot.x(category) - widths.group / 2 + (isStacked ? 0 : Double(series) * widths.bar)
  }

  private func group(_ index: Int, in plot: Plot) -> [Bar] {
    var bars: [Bar] = []
    let base = plot.y(0)
    for (series, values) in chart.series.enumerated() {
      guard let value = values.values[index], let number = value.number else { continue }
      let y = plot.y(number.value)
      let rect = Rect(
        x: columnLeft(index, series, in: plot),
        y: min(y, base),
        width: columnWidths(in: plot).bar,
        height: abs(y - base)
      )
      var bar = Bar(rect: rect, mark: marks[series].with(value.look), number: number)
      bar.target = value.target?.value
      bars.append(bar)
    }
    return bars
  }

  /// Positive pieces grow upwards from nought, negative ones downwards.
  private func stack(_ index: Int, in plot: Plot) -> [Bar] {
    var bars: [Bar] = []
    var (above, below) = (0.0, 0.0)
    for (series, values) in chart.series.enumerated() {
      guard let value = values.values[index], let number = value.number else { continue }
      let start = number.value < 0 ? below : above
      let end = start + number.value
      if number.value < 0 { below = end } else { above = end }
      let (first, last) = (plot.y(start), plot.y(end))
      let rect = Rect(
        x: columnLeft(index, series, in: plot),
        y: min(first, last),
        width: columnWidths(in: plot).bar,
        height: abs(first - last)
      )
      bars.append(Bar(rect: rect, mark: marks[series].with(value.look), number: number, isPiece: true))
    }
    return bars
  }

  mutating func draw(_ bar: Bar) {
    // A pattern that is narrower than its own rhythm is only noise: the ink alone is drawn there.
    var fill = bar.mark.fill
    if min(bar.rect.size.width, bar.rect.size.height) < 0.15 * em, fill.pattern != .solid { fill = Fill(bar.mark.ink) }
    let isWide = bar.rect.size.width > 0.25 * em
    drawing.add(.rectangle(bar.rect), fill: fill, stroke: isWide ? bar.mark.outline(em: em) : nil)
  }

  private mutating func drawTargets(in plot: Plot) {
    for (series, values) in chart.series.enumerated() {
      for (index, value) in values.values.enumerated() {
        guard let target = value?.target else { continue }
        let y = plot.y(target.value)
        let left = columnLeft(index, series, in: plot)
        let width = columnWidths(in: plot).bar
        let over = min(0.12 * width, 0.3 * em)
        drawing.add(
          .line(from: Point(x: left - over, y: y), to: Point(x: left + width + over, y: y)),
          stroke: targetStroke
        )
      }
    }
  }

  /// Values above bars (below negative ones), or in the middle of a stack's pieces with the sum above them.
  private mutating func values(of bars: [Bar], in plot: Plot) -> ValuePrinter {
    var printer = ValuePrinter()
    guard chart.values != .none else { return printer }
    guard bars.count <= mostPrinted else {
      printer.leaveOut(bars.count)
      return printer
    }
    for (index, bar) in bars.enumerated() {
      let label = letters.label(printed(bar.number))
      if bar.isPiece {
        printer.add(label, inside: bar.rect, mark: bar.mark, em: em)
        continue
      }
      let x = bar.rect.left + bar.rect.size.width / 2
      let end = baseline(at: bar, in: plot)
      let near = bars[max(0, index - 2)..<index] + bars[min(index + 1, bars.count)..<min(index + 3, bars.count)]
      printer.add(label, x: x, baseline: end, capHeight: letters.capHeight, others: near.map(\.rect))
    }
    if isStacked, chart.series.count > 1 { addSums(to: &printer, in: plot) }
    return printer
  }

  /// Above a bar, or below a negative one; beyond its target where that would strike the figures through.
  private func baseline(at bar: Bar, in plot: Plot) -> Double {
    let gap = 0.35 * em
    let target = bar.target.map { plot.y($0) }
    if bar.number.value < 0 {
      var top = bar.rect.bottom + gap
      if let target, target > bar.rect.bottom - gap, target < top + letters.capHeight + gap { top = target + gap }
      return top + letters.capHeight
    }
    let foot = bar.rect.top - gap
    guard let target, target < bar.rect.top + gap, target > foot - letters.capHeight - gap else { return foot }
    return target - gap
  }

  private mutating func addSums(to printer: inout ValuePrinter, in plot: Plot) {
    for index in chart.categories.indices {
      let numbers = chart.series.compactMap { $0.values[index]?.number }
      // Above what grew upwards, a sum of gains and losses would be taken for that of the gains.
      guard numbers.count > 1, numbers.allSatisfy({ $0.value >= 0 }) else { continue }
      let sum = numbers.reduce(0) { $0 + $1.value }
      let top = numbers.reduce(0) { $0 + max($1.value, 0) }
      let text = ChartNumber(value: sum, decimals: numbers.reduce(0) { max($0, $1.decimals) })
      let label = letters.label(printed(text))
      printer.add(label, x: plot.x(index), baseline: plot.y(top) - 0.35 * em, capHeight: letters.capHeight)
    }
  }
}

/// More values than these are never printed: they could not be read.
let mostPrinted = 400
