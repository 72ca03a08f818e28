import Geometry

/// A half circle from the scale's start to its end, filled up to the value.
extension ChartSetter {
  mutating func drawGauge(in size: Size) {
    let value = chart.series.first?.values.first ?? nil
    let low = chart.minimum ?? ChartNumber(value: 0, text: "0")
    let high = chart.maximum ?? ChartNumber(value: 100, text: "100")
    guard low.value < high.value, let number = value?.number else { return drawEmpty(in: size) }
    let scale = ValueScale(from: low.value, to: high.value)
    let name = chart.categories.first?.label ?? ""
    let foot = letters.lineHeight * (name.isEmpty ? 1.25 : 2.4)
    let outer = min(size.width / 2 - 1.6 * em, size.height - foot - 0.9 * em)
    guard outer > 0 else { return drawEmpty(in: size) }
    let center = Point(x: size.width / 2, y: 0.9 * em + outer)
    let arc = Arc(center: center, inner: outer * 0.68, outer: outer, scale: scale)
    drawTrack(arc)
    drawFilling(arc, to: number.value, mark: Mark(0, look: chart.series[0].look).with(value?.look ?? ChartLook()))
    if let target = value?.target { drawGaugeTarget(target, on: arc) }
    drawGaugeTexts(number, low: low, high: high, arc)
    guard !name.isEmpty else { return }
    let label = letters.label(name, width: size.width, most: 1, span: chart.categories.first?.span)
    if label.isCut, let category = chart.categories.first { reportCut(category) }
    let place = Point(x: center.x, y: center.y + letters.lineHeight * 1.3)
    letters.place(label, at: place, Anchor(.center, .top), into: &drawing)
  }

  private struct Arc {
    var center: Point
    var inner: Double
    var outer: Double
    var scale: ValueScale

    /// The angle of a value: from the left over the top to the right.
    func angle(_ value: Double) -> Double {
      .pi + min(max(scale.share(value), 0), 1) * .pi
    }

    func sector(from low: Double, to high: Double) -> Path {
      .sector(at: center, inner: inner, outer: outer, angles: angle(low)...max(angle(high), angle(low)))
    }
  }

  /// The whole scale, in greys where it has bands.
  private mutating func drawTrack(_ arc: Arc) {
    var start = arc.scale.low
    let ends = chart.bands.map(\.value).filter { $0 > arc.scale.low && $0 < arc.scale.high } + [arc.scale.high]
    for (index, end) in ends.enumerated() {
      drawing.add(arc.sector(from: start, to: end), fill: Fill(band(index, of: ends.count)))
      start = end
    }
    let outline = Stroke(Furniture.axis, width: 0.06 * em)
    drawing.add(arc.sector(from: arc.scale.low, to: arc.scale.high), stroke: outline)
  }

  /// Grounds grow lighter towards the good end.
  func band(_ index: Int, of count: Int) -> Color {
    guard count > 1 else { return Furniture.track }
    let light = 0.7 + 0.24 * Double(index) / Double(count - 1)
    return Color(red: light, green: light, blue: light)
  }

  private mutating func drawFilling(_ arc: Arc, to value: Double, mark: Mark) {
    let depth = arc.outer - arc.inner
    var inside = arc
    inside.inner = arc.inner + depth * 0.22
    inside.outer = arc.outer - depth * 0.22
    guard arc.angle(value) > arc.angle(arc.scale.low) else { return }
    drawing.add(inside.sector(from: arc.scale.low, to: value), fill: mark.fill, stroke: mark.outline(em: em))
  }

  private mutating func drawGaugeTarget(_ target: ChartNumber, on arc: Arc) {
    let angle = arc.angle(target.value)
    let over = 0.3 * em
    let line = Path.line(
      from: polar(arc.center, arc.inner - over, angle),
      to: polar(arc.center, arc.outer + over, angle)
    )
    drawing.add(line, stroke: targetStroke)
  }

  private mutating func drawGaugeTexts(_ number: ChartNumber, low: ChartNumber, high: ChartNumber, _ arc: Arc) {
    let unit = chart.unit.isEmpty || chart.unit == "%" ? "" : " \(chart.unit)"
    let label = letters.label(printed(number) + unit, width: arc.inner * 1.7, most: 2)
    letters.place(label, at: Point(x: arc.center.x, y: arc.center.y), Anchor(.center, .baseline), into: &drawing)
    let middle = (arc.inner + arc.outer) / 2
    for (end, side) in [(low, -1.0), (high, 1.0)] {
      let place = Point(x: arc.center.x + side * middle, y: arc.center.y + 0.25 * em)
      letters.place(letters.label(printed(end)), at: place, Anchor(.center, .top), into: &drawing)
    }
  }
}
