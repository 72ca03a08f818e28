import Diagnostics
import Graphics
import Testing

@Suite struct ChartReaderTests {
  private func chart(_ element: GraphicElement, _ found: inout DiagnosticList) -> Chart? {
    guard case .chart(let chart) = readGraphic(element, diagnostics: &found) else { return nil }
    return chart
  }

  @Test("points of equal label share a place, and a place without a point is a gap")
  func categories() throws {
    var found = DiagnosticList()
    let element = chartElement(
      ["type": "line"],
      [("A", [("T1", "1"), ("T2", "2")]), ("B", [("T2", "5"), ("T3", nil), ("T4", "7")])]
    )
    let chart = try #require(chart(element, &found))
    #expect(chart.categories.map(\.label) == ["T1", "T2", "T3", "T4"])
    #expect(chart.series[0].values.map { $0?.number?.value } == [1, 2, nil, nil])
    #expect(chart.series[1].values.map { $0?.number?.value } == [nil, 5, nil, 7])
    #expect(found.all.isEmpty)
  }

  @Test("a label that comes again in a series is another place: thirteen months have two Januaries")
  func repeatedLabels() throws {
    var found = DiagnosticList()
    let months = (1...13).map { ("\(($0 - 1) % 12 + 1)", "\($0)") }
    let element = chartElement(["type": "bar"], [("A", months), ("B", [("1", "50"), ("1", "60")])])
    let chart = try #require(chart(element, &found))
    #expect(chart.categories.count == 13)
    #expect(chart.categories[12].label == "1")
    #expect(chart.series[1].values[0]?.number?.value == 50)
    #expect(chart.series[1].values[12]?.number?.value == 60)
    #expect(chart.series[1].values[1] == nil)
    #expect(found.all.isEmpty)
  }

  @Test("points without a series are one of their own")
  func loosePoints() throws {
    var found = DiagnosticList()
    var element = chartElement(["type": "pie"], [])
    for value in ["1", "2"] {
      var point = GraphicElement(name: "vb:point")
      point.attributes = [GraphicAttribute(name: "value", value: value)]
      element.children.append(point)
    }
    let chart = try #require(chart(element, &found))
    #expect(chart.series.count == 1)
    #expect(chart.series[0].values.map { $0?.number?.value } == [1, 2])
    #expect(found.all.isEmpty)
  }

  @Test(
    "mistakes are reported by their codes",
    arguments: [
      (chartElement([:], []), ["graphics-no-type"]),
      (chartElement(["type": "bars"], []), ["graphics-unknown-word"]),
      (chartElement(["type": "bar", "direction": "up"], []), ["graphics-unknown-word"]),
      (chartElement(["type": "bar", "values": "some"], []), ["graphics-unknown-word"]),
      (chartElement(["type": "pie"], [("", [("a", "-1"), ("b", "2")])]), ["graphics-wrong-value"]),
      (chartElement(["type": "pie"], [("", [("a", "1")]), ("", [("a", "1")])]), ["graphics-misplaced"]),
      (chartElement(["type": "gauge"], [("", [("a", "1"), ("b", "1")])]), ["graphics-too-many-points"]),
      (chartElement(["type": "gauge", "min": "5", "max": "5"], [("", [("a", "5")])]), ["graphics-wrong-value"]),
      (chartElement(["type": "bullet", "bands": "5;x"], []), ["graphics-not-a-number"]),
    ]
  )
  func mistakes(element: GraphicElement, codes: [String]) {
    var found = DiagnosticList()
    _ = readGraphic(element, diagnostics: &found)
    #expect(found.all.map(\.code) == codes)
  }

  @Test("other elements and text inside a chart are reported")
  func strays() {
    var found = DiagnosticList()
    var element = chartElement(["type": "bar"], [])
    element.strayText = SourceSpan(source: SourceID(index: 0), offset: 7, length: 2)
    element.children = [GraphicElement(name: "p"), GraphicElement(name: "vb:reference")]
    _ = readGraphic(element, diagnostics: &found)
    #expect(found.all.map(\.code) == ["graphics-misplaced", "graphics-misplaced", "graphics-wrong-value"])
  }

  @Test("a message names the value's place in the data")
  func dataPlace() {
    var found = DiagnosticList()
    var element = chartElement(["type": "bar"], [("", [("a", "abc")])])
    element.children[0].children[0].attributes[1].data = "/items/2/v"
    _ = readGraphic(element, diagnostics: &found)
    #expect(found.all.map(\.message) == ["'abc' is not a number, at /items/2/v"])
    #expect(found.all.map(\.data) == ["/items/2/v"])
  }

  @Test("the text alternative says every value, every gap and every target in Vietnamese")
  func alternative() throws {
    var found = DiagnosticList()
    var element = chartElement(
      ["type": "bar", "unit": "%", "title": "Tỷ lệ hoàn thành"],
      [("Kế hoạch", [("Tháng 1", "95,5"), ("Tháng 2", nil)]), ("Thực hiện", [("Tháng 1", "-1234,50")])]
    )
    element.children[1].children[0].attributes.append(GraphicAttribute(name: "target", value: "90"))
    var reference = GraphicElement(name: "vb:reference")
    reference.attributes = [
      GraphicAttribute(name: "value", value: "80"), GraphicAttribute(name: "label", value: "Chuẩn"),
    ]
    element.children.append(reference)
    let graphic = try #require(readGraphic(element, diagnostics: &found))
    #expect(
      graphic.alternative
        == "Biểu đồ cột: Tỷ lệ hoàn thành. Kế hoạch: Tháng 1: 95,5%; Tháng 2: không có số liệu. "
        + "Thực hiện: Tháng 1: −1.234,50% (chỉ tiêu 90%); Tháng 2: không có số liệu. Chuẩn: 80%."
    )
    element.attributes.append(GraphicAttribute(name: "alt", value: "Khác"))
    #expect(readGraphic(element, diagnostics: &found)?.alternative == "Khác")
    #expect(found.all.isEmpty)
  }
}
