import Geometry

/// Bullet charts: for each category a bar on graded grounds, with a tick at what was to be reached.
extension ChartSetter {
  mutating func bulletsHeight(width: Double) -> Double {
    layRows(width: width).height + axisHeight + layLegend(legendEntries, width: width).height
  }

  mutating func drawBullets(in size: Size) {
    guard hasValues else { return drawEmpty(in: size) }
    let legend = layLegend(legendEntries, width: size.width)
    var rows = layRows(width: size.width)
    squeeze(&rows, into: max(size.height - axisHeight - legend.height, 1))
    let ends = bulletDomain
    let intervals = min(max(Int((size.width - rows.column) / (5 * em)), 2), 8)
    let scale = scale(of: ends, intervals: intervals)
    let lane = Lane(left: rows.column, right: max(size.width - valueMargin(scale), rows.column + 1), scale: scale)
    var top = 0.0
    for (index, height) in rows.heights.enumerated() {
      let middle = Point(x: 0, y: top + height / 2)
      letters.place(rows.labels[index], at: middle, Anchor(.left, .middle), into: &drawing)
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
