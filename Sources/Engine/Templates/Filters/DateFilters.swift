import Values
import Vietnamese

/// Filters that print dates.
let dateFilters: [Filter] = [
  Filter(
    name: "date",
    input: .text,
    parameters: [.init(name: "format", type: .text, isOptional: true)],
    summary: "A date (2020-05-29 or 29/5/2020) as 'dài' (so without a format), 'ngắn', or by d dd M MM yy yyyy",
    example: ("'2020-05-29' | date", "ngày 29 tháng 5 năm 2020"),
    apply: formatDate
  )
]

private func formatDate(_ call: FilterCall) throws(Mistake) -> Value {
  guard let date = CalendarDate(call.text) else {
    throw call.wrongInput("'\(call.text)' is not a date", help: "write dates as 2020-05-29 or 29/5/2020")
  }
  switch call.text(0) {
  case nil, "dài": return Value(.text(date.longForm))
  case "ngắn": return Value(.text(date.shortForm))
  case let pattern?:
    if let text = date.formatted(pattern) { return Value(.text(text)) }
    let nearest = ["dài", "ngắn"].first { $0.first == pattern.first }
    throw Mistake(
      .wrongValue,
      "'\(pattern)' is no form of a date",
      at: call.use.arguments[0].span,
      help: nearest.map { "did you mean '\($0)'?" } ?? "write 'dài', 'ngắn' or a pattern such as 'dd-MM-yyyy'"
    )
  }
}
