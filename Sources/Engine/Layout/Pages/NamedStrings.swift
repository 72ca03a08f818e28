import Styles

/// The named strings (`string-set`) as a page sees them (CSS GCPM 3, 2).
struct NamedStrings {
  /// Values at the page's start.
  private var entry: [String: String] = [:]
  /// What elements on the page set, in order.
  private var assignments: [NamedStringValue] = []
  /// How many of them stand where the page's content starts.
  private var atStart = 0

  /// Notes what an element that begins on the page sets.
  mutating func assign(_ values: [NamedStringValue], isAtPageStart: Bool) {
    assignments.append(contentsOf: values)
    if isAtPageStart { atStart = assignments.count }
  }

  /// The value that `string(name, which)` shows on the page; empty if there is none.
  func value(of name: String, _ which: NamedStringPosition) -> String {
    let own = assignments.filter { $0.name == name }
    switch which {
    case .first: return own.first?.value ?? entry[name] ?? ""
    case .last: return own.last?.value ?? entry[name] ?? ""
    case .start: return assignments.prefix(atStart).last { $0.name == name }?.value ?? entry[name] ?? ""
    case .firstExcept: return own.isEmpty ? entry[name] ?? "" : ""
    }
  }

  /// Goes to the next page: the last value of each string is its value there.
  mutating func turnPage() {
    for assignment in assignments { entry[assignment.name] = assignment.value }
    assignments = []
    atStart = 0
  }
}
