import Geometry

/// What a legend explains: a sample, and what it stands for.
struct LegendEntry {
  enum Sample {
    case fill(Mark)
    case line(Mark)
    case reference(Int)
    case target
  }

  var sample: Sample
  var text: String
}

/// A legend whose entries have their places in rows.
struct Legend {
  struct Item {
    var sample: LegendEntry.Sample
    var label: Label
    var x: Double
    var width: Double
  }

  var rows: [[Item]] = []
  var height = 0.0
}

extension ChartSetter {
  /// Width of a legend's sample.
  var sampleWidth: Double { 2 * em }
  private var sampleGap: Double { 0.45 * em }
  var legendRowHeight: Double { letters.lineHeight * 1.25 }

  /// What there is to explain: named series where there are several marks, lines across, targets.
  var legendEntries: [LegendEntry] {
    guard chart.hasLegend else { return [] }
    var entries: [LegendEntry] = []
    let hasTargets = chart.series.contains { $0.values.contains { $0?.target != nil } }
    let needsNames = chart.series.count > 1 || hasTargets || !chart.references.isEmpty
    for (series, mark) in zip(chart.series, marks) where needsNames && !series.name.isEmpty {
      entries.append(LegendEntry(sample: chart.kind == .line ? .line(mark) : .fill(mark), text: series.name))
    }
    if hasTargets { entries.append(LegendEntry(sample: .target, text: "Chỉ tiêu")) }
    for (index, line) in chart.references.enumerated() {
      let name = line.label.isEmpty ? "Mức tham chiếu" : line.label
      entries.append(LegendEntry(sample: .reference(index), text: "\(name): \(printed(line.number))"))
    }
    return entries
  }

  /// Puts entries into rows as wide as the chart.
  mutating func layLegend(_ entries: [LegendEntry], width: Double) -> Legend {
    var legend = Legend()
    var shown = entries
    if entries.count > mostEntries {
      shown = Array(entries.prefix(mostEntries))
      reportLeftOut(
        "the legend names \(mostEntries) of \(entries.count) marks",
        span: nil,
        help: "show fewer series in one chart"
      )
    }
    let room = max(width - sampleWidth - sampleGap, em)
    var row: [Legend.Item] = []
    var x = 0.0
    for entry in shown {
      let label = letters.label(entry.text, width: room, most: 1)
      let width = sampleWidth + sampleGap + label.width
      if !row.isEmpty, x + width > room + sampleWidth + sampleGap {
        legend.rows.append(row)
        (row, x) = ([], 0)
      }
      row.append(Legend.Item(sample: entry.sample, label: label, x: x, width: width))
      x += width + 1.6 * em
    }
    if !row.isEmpty { legend.rows.append(row) }
    if !legend.rows.isEmpty { legend.height = Double(legend.rows.count) * legendRowHeight + 0.3 * em }
    return legend
  }

  /// Draws a legend, each row in the middle of the width, with the foot of its last row at `bottom`.
  mutating func draw(_ legend: Legend, from left: Double, width: Double, bottom: Double) {
    var y = bottom - Double(legend.rows.count) * legendRowHeight
    for row in legend.rows {
      let used = row.last.map { $0.x + $0.width } ?? 0
      let start = left + max(0, (width - used) / 2)
      for item in row {
        let middle = Point(x: start + item.x, y: y + legendRowHeight / 2)
        drawSample(item.sample, from: middle)
        let place = Point(x: middle.x + sampleWidth + sampleGap, y: middle.y)
        letters.place(item.label, at: place, Anchor(.left, .middle), into: &drawing)
      }
      y += legendRowHeight
    }
  }

  /// Draws a sample with the middle of its left edge at `place`.
  mutating func drawSample(_ sample: LegendEntry.Sample, from place: Point) {
    let end = Point(x: place.x + sampleWidth, y: place.y)
    switch sample {
    case .fill(let mark):
      let rect = Rect(x: place.x, y: place.y - 0.42 * em, width: sampleWidth, height: 0.84 * em)
      drawing.add(.rectangle(rect), fill: mark.fill, stroke: mark.outline(em: em))
    case .line(let mark):
      drawing.add(.line(from: place, to: end), stroke: lineStroke(mark))
      drawMarker(mark, at: Point(x: (place.x + end.x) / 2, y: place.y))
    case .reference(let index): drawing.add(.line(from: place, to: end), stroke: referenceStroke(index))
    case .target:
      let middle = (place.x + end.x) / 2
      drawing.add(
        .line(from: Point(x: middle - 0.6 * em, y: place.y), to: Point(x: middle + 0.6 * em, y: place.y)),
        stroke: targetStroke
      )
    }
  }

  /// A line across the chart: dashed, each in its own rhythm.
  func referenceStroke(_ index: Int) -> Stroke {
    let rhythms: [[Double]] = [[0.5, 0.3], [0.15, 0.25], [0.9, 0.25, 0.15, 0.25]]
    return Stroke(.black, width: 0.09 * em, dashes: rhythms[index % rhythms.count].map { $0 * em })
  }

  /// The bar that marks what was to be reached.
  var targetStroke: Stroke { Stroke(.black, width: 0.2 * em) }
}

private let mostEntries = 24
