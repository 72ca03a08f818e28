import Styles

/// A counter with its values from the outermost to the innermost, as an element left it.
struct CounterValue: Equatable {
  var name: String
  var nest: [Int]
}

/// The counters of the flow as the margin boxes of a page see them.
///
/// A margin box shows what an element at the start of the page would, inside the deepest element that spans the break
/// (CSS Paged Media 3, 7.1): the values after all that stands on earlier pages.
struct PageCounters {
  /// Values at the page's start.
  private var entry: [String: [Int]] = [:]
  /// The last value that the page sets of each counter.
  private var last: [String: [Int]] = [:]

  /// Notes what an element that begins or ends on the page sets.
  mutating func assign(_ values: [CounterValue]) {
    for value in values { last[value.name] = value.nest }
  }

  /// The values that `counters(name)` shows on the page, outermost first; 0 for a counter that nothing has set.
  func nest(of name: String) -> [Int] {
    entry[name] ?? [0]
  }

  /// Goes to the next page: the last values are those at its start.
  mutating func turnPage() {
    entry.merge(last) { $1 }
    last = [:]
  }
}

/// The counters that `@page` itself keeps: `page`, and those that page rules and margin boxes reset or increment
/// (CSS Paged Media 3, 7.1).
struct PageContextCounters {
  private(set) var values = ["page": 0]
  /// Counters of one margin box only.
  private var boxes: [MarginBoxName: [String: Int]] = [:]

  /// The number of the page.
  var page: Int { values["page"] ?? 0 }

  /// The value that a margin box sees; `nil` where neither it nor its page has such a counter.
  func value(of name: String, in box: MarginBoxName?) -> Int? {
    box.flatMap { boxes[$0]?[name] } ?? values[name]
  }

  /// Enters a page: `page` counts on by one where the page's own `counter-increment` does not say otherwise.
  mutating func enter(_ style: PageStyle) {
    let box = style.box
    for change in box.counterReset { values[change.name] = change.value }
    if !box.counterIncrement.contains(where: { $0.name == "page" }) {
      Self.increment(&values, by: CounterChange(name: "page", value: 1))
    }
    for change in box.counterIncrement { Self.increment(&values, by: change) }
    for change in box.counterSet { values[change.name] = change.value }
    for name in MarginBoxName.allCases {
      guard let own = style.marginBoxes[name] else { continue }
      var counters = boxes[name] ?? [:]
      for change in own.counterReset { counters[change.name] = change.value }
      for change in own.counterIncrement { Self.increment(&counters, by: change) }
      for change in own.counterSet { counters[change.name] = change.value }
      if !counters.isEmpty { boxes[name] = counters }
    }
  }

  /// Takes over what an element that begins on the page does to the page's number.
  mutating func enter(element style: ComputedStyle) {
    for change in style.counterReset where change.name == "page" { values["page"] = change.value }
    for change in style.counterIncrement where change.name == "page" { Self.increment(&values, by: change) }
    for change in style.counterSet where change.name == "page" { values["page"] = change.value }
  }

  private static func increment(_ counters: inout [String: Int], by change: CounterChange) {
    counters[change.name, default: 0] &+= change.value
  }
}
