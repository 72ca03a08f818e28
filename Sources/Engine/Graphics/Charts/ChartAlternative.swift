/// A chart in words, from its data: what a reader who does not see it is told.
///
/// Vietnamese, as the documents are; the figures are those of the data, to the last digit.
func describe(_ chart: Chart) -> String {
  var sentences: [String] = []
  let head = chart.kind.vietnameseName + (chart.title.isEmpty ? "" : ": \(chart.title)")
  if !chart.unit.isEmpty, chart.unit != "%" { sentences.append("Đơn vị tính: \(chart.unit)") }
  for series in chart.series {
    let points = zip(chart.categories, series.values).map { category, value in
      describe(value, label: category.label, unit: chart.unit)
    }
    guard !points.isEmpty else { continue }
    let list = points.joined(separator: "; ")
    sentences.append(series.name.isEmpty ? list : "\(series.name): \(list)")
  }
  if chart.categories.isEmpty { sentences.append("không có số liệu") }
  for line in chart.references {
    let name = line.label.isEmpty ? "Mức tham chiếu" : line.label
    sentences.append("\(name): \(withUnit(line.number, chart.unit))")
  }
  return "\(head). \(sentences.joined(separator: ". "))."
}

private func describe(_ value: ChartValue?, label: String, unit: String) -> String {
  let figure = value?.number.map { withUnit($0, unit) } ?? "không có số liệu"
  var text = label.isEmpty ? figure : "\(label): \(figure)"
  if let target = value?.target { text += " (chỉ tiêu \(withUnit(target, unit)))" }
  return text
}

/// A percent sign follows its figure at once, as the filter `percent` has it; other units are said once.
private func withUnit(_ number: ChartNumber, _ unit: String) -> String {
  unit == "%" ? number.text + "%" : number.text
}

extension ChartKind {
  fileprivate var vietnameseName: String {
    switch self {
    case .bar: "Biểu đồ cột"
    case .line: "Biểu đồ đường"
    case .pie: "Biểu đồ tròn"
    case .donut: "Biểu đồ vành khuyên"
    case .gauge: "Đồng hồ đo"
    case .bullet: "Biểu đồ thực hiện chỉ tiêu"
    case .sparkline: "Đường diễn biến"
    }
  }
}
