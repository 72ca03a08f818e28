import Geometry

/// Bullet charts: for each category a bar on graded grounds, with a tick at what was to be reached.
extension ChartSetter {
  mutating func bulletsHeight(width: Double) -> Double {
    let most = max(width * 0.4, 2 * em)
    var height = axisHeight
    for category in chart.categories {
      height += bulletRow(letters.label(category.label, width: most, most: 4))
    }
    return height + layLegend(legendEntries, width: width).height
  }

  private func bulletRow(_ label: Label) -> Double {
    max(2.1 * em, label.height + 0.5 * em)
  }

  mutating func drawBullets(in size: Size) {
    guard hasValues else { return drawEmpty(in: size) }
    let legend = layLegend(legendEntries, width: size.width)
    let most = max(size.width * 0.4, 2 * em)
    let labels = chart.categories.map { letters.label($0.label, width: most, most: 4, span: $0.span) }
    for (label, category) in zip(labels, chart.categories) where label.isCut { reportCut(category) }
    let column = (labels.map(\.width).max() ?? 0) + 0.7 * em
    let natural = labels.map(bulletRow)
    let room = max(size.height - axisHeight - legend.height, 1)
    let factor = room / max(natural.reduce(0, +), 1e-6)
    if factor < 0.7, let first = chart.categories.first { reportCut(first) }
    let ends = bulletDomain
    let intervals = min(max(Int((size.width - column) / (5 * em)), 2), 8)
    let scale = ValueScale(low: ends.lowerBound, high: ends.upperBound, intervals: intervals)
    let lane = Lane(left: column, right: max(size.width - valueMargin(scale), column + 1), scale: scale)
    var top = 0.0
    for (index, height) in natural.map({ $0 * factor }).enumerated() {
      let middle = Point(x: 0, y: top + height / 2)
      letters.place(labels[index], at: middle, Anchor(.left, .middle), into: &drawing)
      drawBullet(index, on: lane, top: top, height: height)
      top += height
    }
    drawLane(lane, top: top, bottom: top)
    draw(legend, from: 0, width: size.width, bottom: size.height)
  }

  private var bulletDomain: ClosedRange<Double> {
    let ends = domain(withZero: true)
    let bands = chart.bands.map(\.value)
    return min(ends.lowerBound, bands.min() ?? 0)...max(ends.upperBound, bands.max() ?? 0)
  }

  private mutating func drawBullet(_ index: Int, on lane: Lane, top: Double, height: Double) {
    let depth = min(height * 0.7, 1.7 * em)
    let ground = Rect(x: lane.left, y: top + (height - depth) / 2, width: lane.right - lane.left, height: depth)
    drawBands(on: lane, ground)
    let series = chart.series.indices.first { chart.series[$0].values[index]?.number != nil }
    guard let series, let value = chart.series[series].values[index], let number = value.number else { return }
    let mark = marks[series].with(value.look)
    let (start, end) = (lane.x(0), lane.x(number.value))
    let bar = Rect(
      x: min(start, end),
      y: ground.top + depth * 0.3,
      width: abs(end - start),
      height: depth * 0.4
    )
    draw(Bar(rect: bar, mark: mark, number: number))
    if let target = value.target {
      let x = lane.x(target.value)
      let line = Path.line(
        from: Point(x: x, y: ground.top + depth * 0.1),
        to: Point(x: x, y: ground.bottom - depth * 0.1)
      )
      drawing.add(line, stroke: targetStroke)
    }
    guard chart.values != .none else { return }
    let place = Point(x: lane.right + 0.5 * em, y: top + height / 2)
    letters.place(letters.label(printed(number)), at: place, Anchor(.left, .middle), into: &drawing)
  }

  private mutating func drawBands(on lane: Lane, _ ground: Rect) {
    var start = lane.left
    let ends = chart.bands.map { lane.x($0.value) } + [lane.right]
    for (index, end) in ends.enumerated() {
      let rect = Rect(x: start, y: ground.top, width: max(0, end - start), height: ground.size.height)
      drawing.add(.rectangle(rect), fill: Fill(band(index, of: ends.count)))
      start = max(start, end)
    }
  }
}
