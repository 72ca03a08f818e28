import Styles

/// A counter with its values from the outermost to the innermost, as an element left it.
struct CounterValue: Equatable {
  var name: String
  var nest: [Int]
}

/// The counters of the flow as the margin boxes of a page see them.
///
/// Margin boxes stand beside the whole page, not at a place of the flow. CSS Paged Media 3 leaves open which of a page's
/// values they show; here it is that of `string()` (CSS GCPM 3, 2): the first one set on the page, else the last one before it.
struct PageCounters {
  /// Values at the page's start.
  private var entry: [String: [Int]] = [:]
  /// The first value that the page sets of each counter.
  private var first: [String: [Int]] = [:]
  /// The last value that the page sets of each counter.
  private var last: [String: [Int]] = [:]

  /// Notes what an element that begins on the page sets.
  mutating func assign(_ values: [CounterValue]) {
    for value in values {
      if first[value.name] == nil { first[value.name] = value.nest }
      last[value.name] = value.nest
    }
  }

  /// The values that `counters(name)` shows on the page, outermost first; 0 for a counter that nothing has set.
  func nest(of name: String) -> [Int] {
    first[name] ?? entry[name] ?? [0]
  }

  /// Goes to the next page: the last values are those at its start.
  mutating func turnPage() {
    entry.merge(last) { $1 }
    first = [:]
    last = [:]
  }
}

/// The counters that `@page` itself keeps: `page`, and those that page rules reset or increment (CSS Paged Media 3, 7.1).
struct PageContextCounters {
  private(set) var values = ["page": 0]

  /// The number of the page.
  var page: Int { values["page"] ?? 0 }

  /// Enters a page: `page` counts on by one where the page's own `counter-increment` does not say otherwise.
  mutating func enter(_ style: ComputedStyle) {
    for change in style.counterReset { values[change.name] = change.value }
    if !style.counterIncrement.contains(where: { $0.name == "page" }) {
      increment(CounterChange(name: "page", value: 1))
    }
    for change in style.counterIncrement { increment(change) }
    for change in style.counterSet { values[change.name] = change.value }
  }

  /// Takes over what an element that begins on the page does to the page's number.
  mutating func enter(element style: ComputedStyle) {
    for change in style.counterReset where change.name == "page" { values["page"] = change.value }
    for change in style.counterIncrement where change.name == "page" { increment(change) }
    for change in style.counterSet where change.name == "page" { values["page"] = change.value }
  }

  private mutating func increment(_ change: CounterChange) {
    values[change.name, default: 0] &+= change.value
  }
}
