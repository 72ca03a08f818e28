import Values
import Vietnamese

private let optionalKey = [Filter.Parameter(name: "key", type: .text, isOptional: true)]

/// Filters that put items in order.
let orderFilters: [Filter] = [
  Filter(
    name: "sort",
    input: .list,
    parameters: optionalKey,
    summary: "The items in order, by the field `key` if given: numbers by value, texts by Vietnamese order",
    example: ("['Ước', 'Ân', 'Anh'] | sort | join(' ')", "Anh Ân Ước"),
    apply: { (call: FilterCall) throws(Mistake) in Value(.list(try sorted(call) { SortKey(text: $0) })) }
  ),
  Filter(
    name: "sortnames",
    input: .list,
    parameters: optionalKey,
    summary: "Persons in the order of given, middle and family names",
    example: ("['Lê Thị Hoa', 'Trần Văn An'] | sortnames | join(', ')", "Trần Văn An, Lê Thị Hoa"),
    apply: { (call: FilterCall) throws(Mistake) in Value(.list(try sorted(call) { SortKey(personName: $0) })) }
  ),
  Filter(
    name: "reverse",
    input: .list,
    summary: "The items from last to first",
    example: ("[1, 2] | reverse | join(' ')", "2 1"),
    apply: { (call: FilterCall) throws(Mistake) in Value(.list(call.list.reversed())) }
  ),
  Filter(
    name: "min",
    input: .list,
    parameters: optionalKey,
    summary: "The least value",
    example: ("[3, 1, 2] | min", "1"),
    apply: { (call: FilterCall) throws(Mistake) in
      let item = try item(try sorted(call) { SortKey(text: $0) }.first, call)
      return try call.value(call.text(0), of: item)
    }
  ),
  Filter(
    name: "max",
    input: .list,
    parameters: optionalKey,
    summary: "The greatest value",
    example: ("[3, 1, 2] | max", "3"),
    apply: { (call: FilterCall) throws(Mistake) in
      let item = try item(try sorted(call) { SortKey(text: $0) }.last, call)
      return try call.value(call.text(0), of: item)
    }
  ),
]

/// What an item is sorted by; one kind for all items of a list.
private enum Rank {
  case number(Decimal)
  case text(SortKey)
}

private func sorted(_ call: FilterCall, by sortKey: (String) -> SortKey) throws(Mistake) -> [Value] {
  var ranks: [Rank] = []
  ranks.reserveCapacity(call.list.count)
  for item in call.list {
    let value = try call.value(call.text(0), of: item)
    switch (value.kind, ranks.first) {
    case (.number(let number), nil), (.number(let number), .number): ranks.append(.number(number))
    case (.text(let text), nil), (.text(let text), .text): ranks.append(.text(sortKey(text)))
    default:
      throw mistake(
        .wrongType,
        "'\(call.use.filter.name)' orders numbers or texts, one kind a list, and an item here is \(value.kindName)",
        about: value,
        at: call.inputSpan,
        help: "name the field to order by, as in sort('name')"
      )
    }
  }
  // Equal items keep their order: the index decides between them.
  let order = ranks.indices.sorted { first, second in
    switch (ranks[first], ranks[second]) {
    case (.number(let a), .number(let b)): a == b ? first < second : a < b
    case (.text(let a), .text(let b)): a == b ? first < second : a < b
    default: first < second
    }
  }
  return order.map { call.list[$0] }
}
