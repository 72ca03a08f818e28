import Styles

/// The counters in scope at a place of the document (CSS Lists 3, 4).
struct CounterScopes {
  private var values: [String: [Int]] = [:]
  /// For each open element, the counters that it or its earlier siblings' level made.
  private var created: [Set<String>] = [[]]

  /// Enters an element's children.
  mutating func push() {
    created.append([])
  }

  /// Leaves an element's children: counters made among them end; gives their names.
  mutating func pop() -> Set<String> {
    let ended = created.removeLast()
    for name in ended {
      values[name]?.removeLast()
    }
    return ended
  }

  /// Applies `counter-reset`, `counter-increment` and `counter-set` of one element or pseudo-element, in this order.
  mutating func apply(_ style: ComputedStyle) {
    for change in style.counterReset { reset(change) }
    for change in style.counterIncrement { adjust(change) { $0.addingReportingOverflow($1).partialValue } }
    for change in style.counterSet { adjust(change) { $1 } }
  }

  /// Gives a counter a value; one that is nowhere in scope is made at this level.
  mutating func set(_ name: String, to value: Int) {
    adjust(CounterChange(name: name, value: value)) { $1 }
  }

  /// The innermost value; 0 for a counter that is nowhere in scope.
  func value(of name: String) -> Int {
    values[name]?.last ?? 0
  }

  /// The values of every counter in scope, outermost first.
  var nests: [String: [Int]] {
    values.filter { !$0.value.isEmpty }
  }

  /// All values from the outermost to the innermost.
  func nest(of name: String) -> [Int] {
    guard let nest = values[name], !nest.isEmpty else { return [0] }
    return nest
  }

  private mutating func reset(_ change: CounterChange) {
    // A sibling's counter of the same name is replaced; an ancestor's is nested into.
    if created[created.count - 1].contains(change.name), let nest = values[change.name], !nest.isEmpty {
      values[change.name]?[nest.count - 1] = change.value
      return
    }
    created[created.count - 1].insert(change.name)
    values[change.name, default: []].append(change.value)
  }

  private mutating func adjust(_ change: CounterChange, by combine: (Int, Int) -> Int) {
    if values[change.name, default: []].isEmpty {
      reset(CounterChange(name: change.name, value: 0))
    }
    guard let nest = values[change.name] else { return }
    values[change.name]?[nest.count - 1] = combine(nest[nest.count - 1], change.value)
  }
}
