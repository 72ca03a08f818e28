import Diagnostics
import Geometry
import Graphics
import Testing
import Text

/// Places of charts in the square font: letters of 10 pt, so that every distance can be worked out.
@Suite struct ChartDrawingTests {
  private func graphic(_ attributes: [String: String], _ series: [(String, [(String, String?)])]) throws -> Graphic {
    var found = DiagnosticList()
    let graphic = try #require(readGraphic(chartElement(attributes, series), diagnostics: &found))
    try #require(found.all.isEmpty, "\(found.all)")
    return graphic
  }

  /// The filled rectangles in the palette's first colour.
  private func bars(_ drawing: Drawing) -> [Rect] {
    drawing.shapes.compactMap { shape in
      guard let fill = shape.fill, fill.ground.red < 0.13, fill.ground.blue < 0.4, fill.ground.blue > 0.3 else {
        return nil
      }
      let steps = drawing.steps[Int(shape.steps.lowerBound)..<Int(shape.steps.upperBound)]
      guard case .move(let start) = steps.first, case .line(let end) = steps[steps.startIndex + 2] else { return nil }
      return Rect(x: start.x, y: start.y, width: end.x - start.x, height: end.y - start.y)
    }
  }

  @Test("bars stand on nought, as high as their values, and a missing value draws none")
  func columns() throws {
    let chart = try graphic(["type": "bar"], [("", [("A", "10"), ("B", nil), ("C", "5")])])
    let drawing = try draw(chart, size: Size(width: 325, height: 200))
    let bars = bars(drawing)
    #expect(bars.count == 2)
    // The gutter is "10" and half an em: 25; 300 are left for three slots of 100, in whose middles bars of 36 stand.
    #expect(bars[0].left == 25 + 50 - 18)
    #expect(bars[1].left == 25 + 250 - 18)
    // One line of 9 above, a label of 10 and its distance of 6 below: from 9 to 184 stands the plot.
    #expect(bars[0].top == 9)
    #expect(bars[0].bottom == 184)
    #expect(bars[1].size.height == 87.5)  // half of 175
    #expect(texts(of: drawing).filter { !$0.contains(where: \.isNumber) } == ["A", "B", "C"])
    #expect(texts(of: drawing).suffix(2) == ["10", "5"])
  }

  @Test("negative bars hang under nought with their values below")
  func negative() throws {
    let chart = try graphic(["type": "bar"], [("", [("A", "10"), ("B", "-10")])])
    let bars = bars(try draw(chart, size: Size(width: 335, height: 209)))
    // The plot is from 9 to 193; nought in its middle at 101.
    #expect(bars.map(\.bottom) == [101, 193])
    #expect(bars.map(\.top) == [9, 101])
  }

  @Test("patterns tell series apart without colour")
  func patterns() throws {
    let names = (0..<10).map { ("S\($0)", [("A", String?("5"))]) }
    let drawing = try draw(try graphic(["type": "bar", "legend": "none"], names), size: Size(width: 900, height: 200))
    let fills = drawing.shapes.compactMap(\.fill).filter { $0.ground != .white }
    #expect(fills.count == 10)
    let greys = fills.map { fill in
      let grey = (0.2126 * fill.ground.red + 0.7152 * fill.ground.green + 0.0722 * fill.ground.blue) * 10
      return "\(fill.pattern.rawValue) \(Int(grey))"
    }
    #expect(Set(greys).count == 10)
  }

  @Test("a line ends at a gap, and begins anew behind it")
  func gap() throws {
    let points: [(String, String?)] = [("A", "1"), ("B", "2"), ("C", nil), ("D", "4"), ("E", "3")]
    let drawing = try draw(try graphic(["type": "line"], [("", points)]), size: Size(width: 600, height: 200))
    let line = try #require(drawing.shapes.first { $0.stroke?.isRound == true })
    let steps = drawing.steps[Int(line.steps.lowerBound)..<Int(line.steps.upperBound)]
    let moves = steps.count { if case .move = $0 { true } else { false } }
    #expect(steps.count == 4)
    #expect(moves == 2)
  }

  @Test(
    "axes have round numbers",
    arguments: [
      ("3", "97", ["0", "20", "40", "60", "80", "100"]), ("0,1", "0,35", ["0,0", "0,1", "0,2", "0,3", "0,4"]),
      ("-4", "4", ["–4", "–2", "0", "2", "4"]), ("0", "0", ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
      ("1", "1200000", ["0", "200.000", "400.000", "600.000", "800.000", "1.000.000", "1.200.000"]),
    ]
  )
  func ticks(low: String, high: String, texts wanted: [String]) throws {
    // 155 less 9 above and two lines below are 126: room for six steps of 21. The square font has no minus sign, but a dash.
    let chart = try graphic(["type": "bar", "values": "none"], [("", [("A", low), ("B", high)])])
    let drawing = try draw(chart, size: Size(width: 500, height: 155))
    #expect(texts(of: drawing).filter { $0 != "A" && $0 != "B" } == wanted)
  }

  @Test("shares of a pie are printed, and add up")
  func shares() throws {
    let chart = try graphic(["type": "pie"], [("", [("A", "1"), ("B", "3"), ("C", nil)])])
    let drawing = try draw(chart, size: Size(width: 600, height: 260))
    #expect(texts(of: drawing) == ["25,0%", "75,0%", "A: 1\u{A0}(25,0%)", "B: 3\u{A0}(75,0%)"])
  }

  @Test("labels without room are cut with an ellipsis, and that is reported once")
  func cutLabels() throws {
    let long = String(repeating: "dài ", count: 40)
    let chart = try graphic(["type": "bar"], [("", [(long, "1"), (long + "a", "2")])])
    var found = DiagnosticList()
    let drawing = try draw(chart, size: Size(width: 200, height: 200), &found)
    #expect(found.all.map(\.code) == ["graphics-labels-left-out"])
    #expect(found.all.map(\.severity) == [.warning])
    #expect(texts(of: drawing).contains { $0.hasSuffix("…") })
  }

  @Test("all values that were asked for and have no room are reported")
  func missingValues() throws {
    let points = (0..<30).map { ("\($0)", String?("123456")) }
    var found = DiagnosticList()
    let chart = try graphic(["type": "line", "values": "all"], [("", points)])
    _ = try draw(chart, size: Size(width: 200, height: 200), &found)
    #expect(found.all.map(\.code) == ["graphics-labels-left-out"])
    found = DiagnosticList()
    _ = try draw(try graphic(["type": "line"], [("", points)]), size: Size(width: 200, height: 200), &found)
    #expect(found.all.isEmpty)
  }

  private static let kinds = ["bar", "line", "pie", "donut", "gauge", "bullet", "sparkline"]
  private static let values: [[String?]] = [
    [], ["5"], ["7", "7", "7"], ["0", "0"], [nil, nil], ["1e300", "1e300", "1e-300"], ["0,000001", "1e15", "3"],
  ]

  @Test("no data and no size makes a place that is no number", arguments: kinds, values)
  func robust(kind: String, values: [String?]) throws {
    for extra in [["direction": "horizontal"], ["arrangement": "stacked"], ["min": "-1e300", "max": "1e300"]] {
      var found = DiagnosticList()
      let points = values.enumerated().map { ("Nhãn \($0.offset)", $0.element) }
      let attributes = ["type": kind].merging(extra) { first, _ in first }
      let read = readGraphic(chartElement(attributes, [("S", points)]), diagnostics: &found)
      let graphic = try #require(read)
      for size in [Size(width: 1e-3, height: 1e-3), Size(width: 300, height: 1), Size(width: 1e6, height: 1e6)] {
        let drawing = try draw(graphic, size: size, &found)
        #expect(drawing.steps.allSatisfy(isFinite))
        #expect(drawing.placed.glyphs.allSatisfy { $0.x.isFinite && $0.y.isFinite })
      }
    }
  }

  private func isFinite(_ step: PathStep) -> Bool {
    switch step {
    case .move(let point), .line(let point): point.x.isFinite && point.y.isFinite
    case .curve(let first, let second, let end):
      [first, second, end].allSatisfy { $0.x.isFinite && $0.y.isFinite }
    case .close: true
    }
  }

  @Test("twice the points cost about twice the time", arguments: ["bar", "line", "pie"])
  func linear(kind: String) throws {
    func seconds(_ count: Int) throws -> Double {
      let points = (0..<count).map { ("Điểm \($0)", String?("\($0 % 97)")) }
      var found = DiagnosticList()
      let graphic = try #require(readGraphic(chartElement(["type": kind], [("", points)]), diagnostics: &found))
      return try (0..<3).map { _ in
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try draw(graphic, size: Size(width: 500, height: 250), &found) }
        return Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
      }.min() ?? 0
    }
    let few = try seconds(5_000)
    #expect(try seconds(10_000) < 3.5 * few + 0.05)
  }
}
