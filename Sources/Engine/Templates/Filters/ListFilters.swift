import Values

private let optionalKey = [Filter.Parameter(name: "key", type: .text, isOptional: true)]
private let key = [Filter.Parameter(name: "key", type: .text)]

/// Filters that make one value, or another list, of a list.
let listFilters: [Filter] = [
  Filter(
    name: "join",
    input: .list,
    parameters: [.init(name: "between", type: .text), .init(name: "last", type: .text, isOptional: true)],
    summary: "The items as one text; `last` stands before the last one",
    example: ("['A', 'B', 'C'] | join(', ', ' và ')", "A, B và C"),
    apply: joinItems
  ),
  Filter(
    name: "sum",
    input: .list,
    parameters: optionalKey,
    summary: "The sum of the numbers, or of the field `key`",
    example: ("[1, 2.5] | sum", "3,5"),
    apply: sum
  ),
  Filter(
    name: "count",
    input: .list,
    summary: "How many items there are",
    example: ("['a', 'b'] | count", "2"),
    apply: { (call: FilterCall) throws(Mistake) in Value(.number(Decimal(call.list.count))) }
  ),
  Filter(
    name: "first",
    input: .list,
    summary: "The first item; an empty list has none",
    example: ("[7, 8] | first", "7"),
    apply: { (call: FilterCall) throws(Mistake) in try item(call.list.first, call) }
  ),
  Filter(
    name: "last",
    input: .list,
    summary: "The last item; an empty list has none",
    example: ("[7, 8] | last", "8"),
    apply: { (call: FilterCall) throws(Mistake) in try item(call.list.last, call) }
  ),
  Filter(
    name: "pluck",
    input: .list,
    parameters: key,
    summary: "The field `key` of each item",
    example: ("delegates | pluck('name') | join(', ')", "Nguyễn Văn A, Trần Thị B"),
    apply: pluck
  ),
  Filter(
    name: "where",
    input: .list,
    parameters: key + [.init(name: "value", type: .any)],
    summary: "The items whose field `key` has this value",
    example: ("delegates | where('unit', 'Hà Nội') | count", "1"),
    apply: keep
  ),
  Filter(
    name: "group",
    input: .list,
    parameters: key,
    summary: "A list of groups with fields `key` and `items`, in the order in which the keys come",
    example: ("(delegates | group('unit'))[0].key", "Hà Nội"),
    apply: group
  ),
]

private func joinItems(_ call: FilterCall) throws(Mistake) -> Value {
  let between = call.text(0) ?? ""
  let last = call.text(1) ?? between
  var result = ""
  for (index, item) in call.list.enumerated() {
    if index > 0 { result += index == call.list.count - 1 ? last : between }
    result += try printed(item, at: call.inputSpan)
  }
  return Value(.text(result))
}

private func sum(_ call: FilterCall) throws(Mistake) -> Value {
  var total = Decimal.zero
  for item in call.list {
    let value = try call.value(call.text(0), of: item)
    guard let number = value.number else {
      let message = "'sum' adds numbers, and this item is \(value.kindName)"
      throw mistake(
        .wrongType,
        message,
        about: value,
        at: call.inputSpan,
        help: "name the field to add: | sum('field')"
      )
    }
    guard let next = total.adding(number) else { throw tooLarge(call.inputSpan) }
    total = next
  }
  return Value(.number(total))
}

/// An absent item of an empty list counts as missing, so that `default` can stand for it.
func item(_ value: Value?, _ call: FilterCall) throws(Mistake) -> Value {
  if let value { return value }
  var empty = call.wrongInput("'\(call.use.filter.name)' of an empty list", help: "write | default(...) after it")
  empty.isMissing = true
  throw empty
}

private func pluck(_ call: FilterCall) throws(Mistake) -> Value {
  var values: [Value] = []
  values.reserveCapacity(call.list.count)
  for item in call.list { values.append(try call.value(call.text(0), of: item)) }
  return Value(.list(values))
}

private func keep(_ call: FilterCall) throws(Mistake) -> Value {
  var kept: [Value] = []
  for item in call.list where try call.value(call.text(0), of: item) == call.arguments[1] { kept.append(item) }
  return Value(.list(kept))
}

private func group(_ call: FilterCall) throws(Mistake) -> Value {
  var groups: [(key: Value, items: [Value])] = []
  var indices: [String: Int] = [:]
  for item in call.list {
    let key = try call.value(call.text(0), of: item)
    let name = (key.isNull ? "" : try printed(key, at: call.inputSpan)) + key.kindName
    if let index = indices[name] {
      groups[index].items.append(item)
    } else {
      indices[name] = groups.count
      groups.append((key, [item]))
    }
  }
  return Value(
    .list(
      groups.map { group in
        var map = ValueMap()
        map["key"] = group.key
        map["items"] = Value(.list(group.items))
        return Value(.map(map))
      }
    )
  )
}
