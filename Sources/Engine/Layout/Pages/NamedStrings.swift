import Styles

/// The named strings (`string-set`) as a page sees them (CSS GCPM 3, 1.1).
typealias NamedStrings = PageAssignments<String>

/// The running elements as a page sees them (CSS GCPM 3, 1.2): indices into ``BoxTree/running``.
typealias RunningPlaces = PageAssignments<Int32>

/// Values that elements give to names, as the margin boxes of a page see them.
struct PageAssignments<Value> {
  private struct Assignment {
    var name: String
    var value: Value
  }

  /// Values at the page's start.
  private var entry: [String: Value] = [:]
  /// What elements on the page set, in order.
  private var assignments: [Assignment] = []
  /// How many of them stand where the page's content starts.
  private var atStart = 0

  /// Notes what an element that begins on the page sets.
  mutating func assign(_ value: Value, to name: String, isAtPageStart: Bool) {
    assignments.append(Assignment(name: name, value: value))
    if isAtPageStart { atStart = assignments.count }
  }

  /// The value that `string(name, which)` or `element(name, which)` shows on the page (1.1.2); `nil` if there is none.
  func value(of name: String, _ which: NamedStringPosition) -> Value? {
    switch which {
    case .first: first(name, in: assignments[...]) ?? entry[name]
    case .last: assignments.last { $0.name == name }?.value ?? entry[name]
    // The first one on the page counts if it is the first thing there.
    case .start: first(name, in: assignments.prefix(atStart)) ?? entry[name]
    case .firstExcept: first(name, in: assignments[...]) == nil ? entry[name] : nil
    }
  }

  private func first(_ name: String, in some: ArraySlice<Assignment>) -> Value? {
    some.first { $0.name == name }?.value
  }

  /// Goes to the next page: the last value of each name is its value there.
  mutating func turnPage() {
    for assignment in assignments { entry[assignment.name] = assignment.value }
    assignments = []
    atStart = 0
  }
}
