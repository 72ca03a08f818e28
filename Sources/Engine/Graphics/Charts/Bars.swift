import Geometry

/// Bars that lie: one row a category, its label before it.
extension ChartSetter {
  struct Rows {
    var labels: [Label] = []
    var heights: [Double] = []
    /// Width of the column of labels.
    var column = 0.0

    var height: Double { heights.reduce(0, +) }
  }

  mutating func barsHeight(width: Double) -> Double {
    let legend = layLegend(legendEntries, width: width)
    return layRows(width: width).height + axisHeight + legend.height
  }

  mutating func drawBars(in size: Size) {
    guard hasValues else { return drawEmpty(in: size) }
    let legend = layLegend(legendEntries, width: size.width)
    var rows = layRows(width: size.width)
    let room = max(size.height - axisHeight - legend.height, 1)
    squeeze(&rows, into: room)
    let values = domain(withZero: true)
    let intervals = min(max(Int((size.width - rows.column) / (5 * em)), 2), 8)
    let scale = scale(of: values, intervals: intervals)
    let margin = valueMargin(scale)
    let lane = Lane(
      left: rows.column + (values.lowerBound < 0 ? margin : 0),
      right: max(size.width - margin, rows.column + 1),
      scale: scale
    )
    drawLane(lane, top: 0, bottom: rows.height)
    var printer = ValuePrinter()
    var top = 0.0
    for (index, height) in rows.heights.enumerated() {
      let place = Point(x: 0, y: top + height / 2)
      letters.place(rows.labels[index], at: place, Anchor(.left, .middle), into: &drawing)
      drawRow(index, on: lane, top: top, height: height, &printer)
      top += height
    }
    drawRowBaseline(lane, bottom: rows.height)
    for (index, line) in chart.references.enumerated() {
      let x = lane.x(line.number.value)
      drawing.add(.line(from: Point(x: x, y: 0), to: Point(x: x, y: rows.height)), stroke: referenceStroke(index))
    }
    prepare(&printer)
    draw(printer)
    draw(legend, from: 0, width: size.width, bottom: size.height)
  }

  /// A level axis: where its values stand.
  struct Lane {
    var left: Double
    var right: Double
    var scale: ValueScale

    func x(_ value: Double) -> Double {
      left + min(max(scale.share(value), -1), 2) * (right - left)
    }
  }

  /// Figures under the lane, with room for them.
  var axisHeight: Double {
    letters.lineHeight * 1.2 + (chart.unit.isEmpty || chart.unit == "%" ? 0 : letters.lineHeight)
  }

  /// Lines at the round numbers and the numbers below.
  mutating func drawLane(_ lane: Lane, top: Double, bottom: Double) {
    var end = -Double.infinity
    for tick in lane.scale.ticks {
      let x = lane.x(tick.value)
      let line = Path.line(from: Point(x: x, y: top), to: Point(x: x, y: bottom))
      if tick.value != 0 { drawing.add(line, stroke: Stroke(Furniture.grid, width: 0.05 * em)) }
      let label = letters.label(chart.unit == "%" ? tick.text + "%" : tick.text)
      guard x - label.width / 2 > end + 0.3 * em else { continue }
      end = x + label.width / 2
      letters.place(label, at: Point(x: x, y: bottom + 0.2 * em), Anchor(.center, .top), into: &drawing)
    }
    guard !chart.unit.isEmpty, chart.unit != "%" else { return }
    let unit = letters.label(chart.unit, width: max(lane.right - lane.left, em), most: 1)
    let place = Point(x: lane.right, y: bottom + 0.2 * em + letters.lineHeight)
    letters.place(unit, at: place, Anchor(.right, .top), into: &drawing)
  }

  mutating func drawRowBaseline(_ lane: Lane, bottom: Double) {
    let x = lane.x(min(max(0, lane.scale.low), lane.scale.high))
    let line = Path.line(from: Point(x: x, y: 0), to: Point(x: x, y: bottom))
    drawing.add(line, stroke: Stroke(Furniture.axis, width: 0.08 * em))
  }

  /// Room beside the longest bar for its value.
  func valueMargin(_ scale: ValueScale) -> Double {
    guard chart.values != .none else { return 1.5 * em }
    let texts = chart.series.flatMap { $0.values.prefix(mostPrinted).compactMap { $0?.number?.text.utf8.count } }
    return min(Double(texts.max() ?? 0) * 0.55 + 1.2, 14) * em
  }

  /// Labels in the column before the lane, in four lines at most, and rows that hold them and their bars.
  mutating func layRows(width: Double) -> Rows {
    var rows = Rows()
    let count = isStacked || chart.kind == .bullet ? 1 : max(chart.series.count, 1)
    let least = chart.kind == .bullet ? 2.1 * em : Double(count) * 1.15 * em + 0.75 * em
    let most = max(width * 0.4, 2 * em)
    for category in chart.categories {
      let label = letters.label(category.label, width: most, most: 4, span: category.span)
      if label.isCut { reportCut(category) }
      rows.labels.append(label)
      rows.heights.append(max(least, label.height + 0.4 * em))
      rows.column = max(rows.column, label.width)
    }
    if rows.column > 0 { rows.column += 0.7 * em }
    return rows
  }

  mutating func reportCut(_ category: ChartCategory) {
    reportLeftOut(
      "labels of the chart have no room and are shortened",
      span: category.span,
      help: "write shorter labels, or make the chart wider"
    )
  }

  /// Rows into a height that a style sheet gives: labels that no longer fit into their rows are cut.
  mutating func squeeze(_ rows: inout Rows, into room: Double) {
    let factor = room / max(rows.height, 1e-6)
    rows.heights = rows.heights.map { $0 * factor }
    guard factor < 0.999 else { return }
    for index in rows.labels.indices where rows.labels[index].height > rows.heights[index] {
      let category = chart.categories[index]
      let lines = max(Int(rows.heights[index] / letters.lineHeight), 1)
      rows.labels[index] = letters.label(category.label, width: rows.column - 0.6 * em, most: lines)
      guard letters.lineHeight > rows.heights[index] * 1.1 || rows.labels[index].isCut else { continue }
      reportCut(category)
      // Rows lower than a line would print their labels over each other: only those that keep their distance stay.
      let stride = max(Int((letters.lineHeight / max(rows.heights[index], 1e-6)).rounded(.up)), 1)
      if index % stride != 0 { rows.labels[index] = letters.label("") }
    }
  }

  private mutating func drawRow(
    _ index: Int,
    on lane: Lane,
    top: Double,
    height: Double,
    _ printer: inout ValuePrinter
  ) {
    let count = isStacked ? 1 : max(chart.series.count, 1)
    let thickness = min(height * 0.74 / Double(count), 1.6 * em)
    var y = top + (height - thickness * Double(count)) / 2
    var (above, below) = (0.0, 0.0)
    for (series, values) in chart.series.enumerated() {
      defer { if !isStacked { y += thickness } }
      guard let value = values.values[index], let number = value.number else {
        if let target = values.values[index]?.target { drawRowTarget(target, on: lane, y: y, thickness) }
        continue
      }
      let start = isStacked ? (number.value < 0 ? below : above) : 0
      let end = start + number.value
      if number.value < 0 { below = end } else { above = end }
      let (first, last) = (lane.x(start), lane.x(end))
      let rect = Rect(x: min(first, last), y: y, width: abs(first - last), height: thickness)
      let bar = Bar(rect: rect, mark: marks[series].with(value.look), number: number, isPiece: isStacked)
      draw(bar)
      if let target = value.target { drawRowTarget(target, on: lane, y: y, thickness) }
      printRowValue(of: bar, target: value.target.map { lane.x($0.value) }, &printer)
    }
  }

  private mutating func drawRowTarget(_ target: ChartNumber, on lane: Lane, y: Double, _ thickness: Double) {
    let x = lane.x(target.value)
    let over = min(0.12 * thickness, 0.3 * em)
    let line = Path.line(from: Point(x: x, y: y - over), to: Point(x: x, y: y + thickness + over))
    drawing.add(line, stroke: targetStroke)
  }

  /// A value behind the end of its bar, or behind its target where that stands in the way.
  private mutating func printRowValue(of bar: Bar, target: Double?, _ printer: inout ValuePrinter) {
    guard chart.values != .none else { return }
    guard printer.values.count < mostPrinted else { return printer.leaveOut(1) }
    let label = letters.label(printed(bar.number))
    if bar.isPiece { return printer.add(label, inside: bar.rect, mark: bar.mark, em: em) }
    guard bar.rect.size.height >= letters.capHeight else { return printer.leaveOut(1) }
    let isNegative = bar.number.value < 0
    let reach = label.width + 0.8 * em
    var x = isNegative ? bar.rect.left - 0.4 * em : bar.rect.right + 0.4 * em
    if let target, isNegative, target < bar.rect.left, target > bar.rect.left - reach { x = target - 0.5 * em }
    if let target, !isNegative, target > bar.rect.right, target < bar.rect.right + reach { x = target + 0.5 * em }
    let place = Point(x: x, y: bar.rect.top + bar.rect.size.height / 2)
    printer.add(label, at: place, Anchor(isNegative ? .right : .left, .middle), capHeight: letters.capHeight)
  }
}
