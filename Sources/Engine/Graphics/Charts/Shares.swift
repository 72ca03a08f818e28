import Geometry

/// Pies and donuts: shares of a whole, clockwise from the top, with a list of what they are.
extension ChartSetter {
  private struct Slice {
    var category: ChartCategory
    var number: ChartNumber
    var mark: Mark
    var share: Double
  }

  private var slices: [Slice] {
    guard let series = chart.series.first else { return [] }
    let positive = series.values.compactMap { $0?.number?.value }.filter { $0 > 0 }
    // Halved before adding: the sum of two values near the greatest would be infinite.
    let whole = positive.reduce(0) { $0 + $1 / 2 }
    var slices: [Slice] = []
    for (index, value) in series.values.enumerated() {
      guard let value, let number = value.number, number.value >= 0 else { continue }
      slices.append(
        Slice(
          category: chart.categories[index],
          number: number,
          mark: Mark(index, look: value.look),
          share: whole > 0 ? number.value / 2 / whole : 0
        )
      )
    }
    return slices
  }

  mutating func sharesHeight(width: Double) -> Double {
    let rows = chart.hasLegend ? min(chart.categories.count, mostRows + 1) : 0
    let lines = min(chart.categories.count, 60)
    let list = Double(rows) * legendRowHeight * (lines > 0 ? listLines(width: width) : 1)
    let unit = chart.unit.isEmpty || chart.unit == "%" ? 0 : 1.4 * letters.lineHeight
    return max(min(width * 0.45, 15 * em), list + unit)
  }

  /// How many lines an entry of the list takes on average.
  private mutating func listLines(width: Double) -> Double {
    let room = listWidth(in: width)
    let some = slices.prefix(60)
    let lines = some.map { Double(letters.label(text(of: $0), width: room, most: 3).lineCount) }
    return lines.isEmpty ? 1 : max(1, lines.reduce(0, +) / Double(lines.count))
  }

  private func listWidth(in width: Double) -> Double {
    max(width * 0.55 - sampleWidth - 2.5 * em, 3 * em)
  }

  private func text(of slice: Slice) -> String {
    let name = slice.category.label.isEmpty ? "" : "\(slice.category.label): "
    guard chart.values != .none else { return slice.category.label }
    // A no-break space: figure and share stay on one line.
    let share = chart.unit == "%" ? "" : "\u{A0}(\(percent(slice.share)))"
    return "\(name)\(printed(slice.number))\(share)"
  }

  private func percent(_ share: Double) -> String {
    ChartNumber.format(share * 100, decimals: 1) + "%"
  }

  mutating func drawShares(in size: Size) {
    let slices = slices
    guard slices.contains(where: { $0.share > 0 }) else { return drawEmpty(in: size) }
    let hasList = chart.hasLegend && slices.contains { !$0.category.label.isEmpty }
    let outer = min(size.height, hasList ? size.width * 0.45 : size.width) / 2 - 0.1 * em
    guard outer > 0 else { return }
    let center = Point(x: hasList ? outer + 0.1 * em : size.width / 2, y: size.height / 2)
    let inner = chart.kind == .donut ? outer * 0.55 : 0
    var angle = -Double.pi / 2
    for slice in slices where slice.share > 0 {
      let end = angle + slice.share * 2 * .pi
      draw(slice, at: center, inner: inner, outer: outer, angles: angle...max(end, angle))
      angle = end
    }
    printShares(slices, at: center, inner: inner, outer: outer)
    if chart.kind == .donut { drawWhole(slices, at: center, inner: inner) }
    if hasList { drawList(slices, left: 2 * outer + 2 * em, in: size) }
  }

  private mutating func draw(
    _ slice: Slice,
    at center: Point,
    inner: Double,
    outer: Double,
    angles: ClosedRange<Double>
  ) {
    var path = Path.sector(at: center, inner: inner, outer: outer, angles: angles)
    if slice.share > 0.999999 {
      path = .circle(at: center, radius: outer)
      if inner > 0 { path = .ring(at: center, inner: inner, outer: outer) }
    }
    drawing.add(path, fill: slice.mark.fill, stroke: Stroke(.white, width: 0.14 * em, isRound: true))
  }

  /// Percentages in pieces that are wide enough for them.
  private mutating func printShares(_ slices: [Slice], at center: Point, inner: Double, outer: Double) {
    guard chart.values != .none else { return }
    let distance = inner > 0 ? (inner + outer) / 2 : outer * 0.66
    let depth = inner > 0 ? outer - inner : outer * 0.68
    var printer = ValuePrinter()
    var angle = -Double.pi / 2
    for slice in slices {
      let turn = slice.share * 2 * .pi
      defer { angle += turn }
      let label = letters.label(percent(slice.share))
      // The piece must hold the text along its arc and across.
      guard turn * distance > label.width * 1.15, turn * distance > 1.6 * em, label.width + 0.3 * em < depth else {
        continue
      }
      let middle = polar(center, distance, angle + turn / 2)
      let width = label.width + 0.4 * em
      let rect = Rect(x: middle.x - width / 2, y: middle.y - 0.6 * em, width: width, height: 1.2 * em)
      printer.add(label, inside: rect, mark: slice.mark, em: em)
    }
    for value in printer.values {
      if let plate = value.plate { drawing.add(.rectangle(plate), fill: Fill(.white)) }
      letters.place(value.label, at: value.place, value.anchor, color: value.color, into: &drawing)
    }
  }

  /// The sum in the middle of a donut.
  private mutating func drawWhole(_ slices: [Slice], at center: Point, inner: Double) {
    guard chart.values != .none, chart.unit != "%" else { return }
    let sum = slices.reduce(0) { $0 + $1.number.value }
    let decimals = slices.reduce(0) { max($0, $1.number.decimals) }
    let label = letters.label(ChartNumber(value: sum, decimals: decimals).text)
    guard label.width < inner * 1.8 else { return }
    letters.place(label, at: center, Anchor(.center, .middle), into: &drawing)
  }

  private mutating func drawList(_ slices: [Slice], left: Double, in size: Size) {
    let width = max(size.width - left - sampleWidth - 0.5 * em, 2 * em)
    var entries: [(slice: Slice, label: Label)] = []
    // The unit has a row of its own.
    let room = size.height - (chart.unit.isEmpty || chart.unit == "%" ? 0 : 1.4 * letters.lineHeight)
    var height = 0.0
    for slice in slices.prefix(mostRows) {
      let label = letters.label(text(of: slice), width: width, most: 3, span: slice.category.span)
      if label.isCut { reportCut(slice.category) }
      let row = label.height + 0.25 * letters.lineHeight
      guard height + row <= room + 0.01 || entries.isEmpty else { break }
      height += row
      entries.append((slice, label))
    }
    if entries.count < slices.count {
      reportLeftOut(
        "the list of the chart names \(entries.count) of \(slices.count) pieces",
        span: nil,
        help: "make the chart higher, or gather small pieces under one label"
      )
    }
    var y = (size.height - height) / 2
    if !chart.unit.isEmpty, chart.unit != "%" {
      let unit = letters.label(chart.unit, width: width, most: 1)
      let place = Point(x: left + sampleWidth + 0.5 * em, y: max(0, y - 1.4 * letters.lineHeight))
      letters.place(unit, at: place, Anchor(.left, .top), into: &drawing)
      y = max(y, place.y + 1.4 * letters.lineHeight)
    }
    for entry in entries {
      let row = entry.label.height + 0.25 * letters.lineHeight
      drawSample(.fill(entry.slice.mark), from: Point(x: left, y: y + row / 2))
      let place = Point(x: left + sampleWidth + 0.5 * em, y: y + row / 2)
      letters.place(entry.label, at: place, Anchor(.left, .middle), into: &drawing)
      y += row
    }
  }
}

/// More rows than these make no list that is read.
private let mostRows = 24
