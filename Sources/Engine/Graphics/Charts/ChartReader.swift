import Diagnostics

/// Reads `<vb:chart>` and all inside into a ``Chart``; what is wrong is reported and left out.
struct ChartReader {
  var diagnostics = DiagnosticList()
  /// Points of each series as written, before they are sorted into categories.
  private var points: [[Point]] = []

  private struct Point {
    var label: String
    var span: SourceSpan?
    var value: ChartValue
  }

  mutating func read(_ element: GraphicElement) -> Chart? {
    guard element.attribute("type") != nil else {
      diagnostics.report(.noType(span: element.span))
      return nil
    }
    guard let kind = word("type", of: element, as: ChartKind.self) else { return nil }
    var chart = Chart(kind: kind)
    chart.span = element.span
    chart.unit = element.attribute("unit")?.value ?? ""
    chart.title = element.attribute("title")?.value ?? ""
    chart.alternative = element.attribute("alt")?.value
    chart.direction = word("direction", of: element, as: ChartDirection.self) ?? .vertical
    chart.arrangement = word("arrangement", of: element, as: ChartArrangement.self) ?? .grouped
    chart.values = word("values", of: element, as: ChartValues.self) ?? .auto
    chart.hasLegend = word("legend", of: element, as: LegendChoice.self) != LegendChoice.none
    chart.minimum = number("min", of: element)
    chart.maximum = number("max", of: element)
    chart.bands = bands(of: element)
    readContent(of: element, into: &chart)
    sortIntoCategories(&chart)
    check(chart, element)
    return chart
  }

  private enum LegendChoice: String, CaseIterable {
    case auto, none
  }

  private mutating func readContent(of element: GraphicElement, into chart: inout Chart) {
    reportStrayText(in: element)
    var loose: Int?
    for child in element.children {
      switch child.name {
      case "vb:series":
        chart.series.append(series(child))
        points.append([])
        reportStrayText(in: child)
        for point in child.children { readPoint(point, inside: child, into: points.count - 1) }
      case "vb:point":
        // Points without a series around them are one of their own.
        let index = loose ?? chart.series.count
        if loose == nil {
          chart.series.append(ChartSeries())
          points.append([])
          loose = index
        }
        readPoint(child, inside: element, into: index)
      case "vb:reference":
        reportStrayContent(of: child)
        guard child.attribute("value") != nil else {
          diagnostics.report(
            .wrongValue("a reference line has no value", nil, span: child.span, help: "write value=\"…\"")
          )
          continue
        }
        guard let number = number("value", of: child) else { continue }
        chart.references.append(ChartReference(number: number, label: child.attribute("label")?.value ?? ""))
      default: reportMisplaced(child, inside: element)
      }
    }
  }

  private mutating func series(_ element: GraphicElement) -> ChartSeries {
    var series = ChartSeries()
    series.name = element.attribute("name")?.value ?? ""
    series.span = element.attribute("name")?.span ?? element.span
    series.look = look(element)
    return series
  }

  private mutating func readPoint(_ element: GraphicElement, inside parent: GraphicElement, into series: Int) {
    guard element.name == "vb:point" else { return reportMisplaced(element, inside: parent) }
    reportStrayContent(of: element)
    var value = ChartValue()
    value.number = number("value", of: element)
    value.target = number("target", of: element)
    value.look = look(element)
    let label = element.attribute("label")
    points[series].append(Point(label: label?.value ?? "", span: label?.span ?? element.span, value: value))
  }

  private mutating func look(_ element: GraphicElement) -> ChartLook {
    ChartLook(color: element.color, pattern: word("pattern", of: element, as: Pattern.self))
  }

  /// Points of equal label stand at one place; a label that comes again within a series (January of the next year)
  /// is another place, which the second of that label in the other series shares.
  private func sortIntoCategories(_ chart: inout Chart) {
    struct Key: Hashable {
      var label: String
      var turn: Int
    }
    var places: [Key: Int] = [:]
    var positions: [[Int]] = []
    for series in points {
      var turns: [String: Int] = [:]
      positions.append(
        series.map { point in
          let key = Key(label: point.label, turn: turns[point.label, default: 0])
          turns[point.label] = key.turn + 1
          if let known = places[key] { return known }
          let made = chart.categories.count
          chart.categories.append(ChartCategory(label: point.label, span: point.span))
          places[key] = made
          return made
        }
      )
    }
    for index in points.indices {
      chart.series[index].values = Array(repeating: nil, count: chart.categories.count)
      for (point, place) in zip(points[index], positions[index]) { chart.series[index].values[place] = point.value }
    }
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ name: String,
    of element: GraphicElement,
    as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    guard let attribute = element.attribute(name) else { return nil }
    if let known = Word(rawValue: attribute.value) { return known }
    diagnostics.report(.unknownWord(attribute, of: Word.allCases.map(\.rawValue), span: element.span))
    return nil
  }

  private mutating func number(_ name: String, of element: GraphicElement) -> ChartNumber? {
    guard let attribute = element.attribute(name) else { return nil }
    return number(attribute)
  }

  private mutating func number(_ attribute: GraphicAttribute) -> ChartNumber? {
    do throws(ChartNumber.Problem) {
      return try ChartNumber(attribute.value)
    } catch {
      switch error {
      case .notNumber: diagnostics.report(.notNumber(attribute))
      case .ambiguous: diagnostics.report(.ambiguousNumber(attribute))
      case .tooLarge: diagnostics.report(.numberTooLarge(attribute))
      }
      return nil
    }
  }

  private mutating func bands(of element: GraphicElement) -> [ChartNumber] {
    guard let attribute = element.attribute("bands") else { return [] }
    var result: [ChartNumber] = []
    for piece in attribute.value.split(separator: ";") {
      var part = attribute
      part.value = String(piece)
      if let number = number(part) { result.append(number) }
    }
    return result.sorted { $0.value < $1.value }
  }
}

extension ChartReader {
  /// What a kind of chart cannot show.
  private mutating func check(_ chart: Chart, _ element: GraphicElement) {
    let isWhole = chart.kind == .pie || chart.kind == .donut
    if isWhole || chart.kind == .gauge || chart.kind == .sparkline, chart.series.count > 1 {
      diagnostics.report(
        .misplaced(
          "a \(chart.kind.rawValue) shows one series, and this one has \(chart.series.count)",
          span: element.span,
          help: "make one chart for each series, or write type=\"bar\" or \"line\""
        )
      )
    }
    if isWhole { checkShares(element) }
    if chart.kind == .gauge {
      if chart.categories.count > 1 { diagnostics.report(.tooManyPoints(chart.categories.count, span: element.span)) }
      if (chart.minimum?.value ?? 0) >= (chart.maximum?.value ?? 100) {
        diagnostics.report(
          .wrongValue(
            "the gauge's scale ends where it begins, or below",
            element.attribute("max") ?? element.attribute("min"),
            span: element.span,
            help: "write a max above min; without them the scale goes from 0 to 100"
          )
        )
      }
    }
  }

  private mutating func checkShares(_ element: GraphicElement) {
    for point in element.children.flatMap({ $0.name == "vb:point" ? [$0] : $0.children }) {
      guard let attribute = point.attribute("value"), let number = try? ChartNumber(attribute.value),
        number.value < 0
      else { continue }
      diagnostics.report(
        .wrongValue(
          "a pie cannot show the negative value \(number.text)",
          attribute,
          span: point.span,
          help: "use type=\"bar\" where values may be negative"
        )
      )
    }
  }

  private mutating func reportStrayText(in element: GraphicElement) {
    guard let span = element.strayText else { return }
    diagnostics.report(
      .misplaced(
        "text stands inside <\(element.name)>, which shows none",
        span: span,
        help: "put it into an attribute, such as label=\"…\", or after the chart"
      )
    )
  }

  private mutating func reportStrayContent(of element: GraphicElement) {
    reportStrayText(in: element)
    if let child = element.children.first { reportMisplaced(child, inside: element) }
  }

  private mutating func reportMisplaced(_ child: GraphicElement, inside parent: GraphicElement) {
    diagnostics.report(
      .misplaced(
        "<\(child.name)> stands inside <\(parent.name)>",
        span: child.span,
        help: "a chart holds <vb:series>, <vb:point> and <vb:reference>; a series holds <vb:point>"
      )
    )
  }
}
