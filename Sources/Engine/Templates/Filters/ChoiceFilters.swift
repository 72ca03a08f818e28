import Values

/// Filters about values that may be absent, and about true and false.
let choiceFilters: [Filter] = [
  Filter(
    name: "default",
    input: .any,
    parameters: [.init(name: "value", type: .any)],
    summary: "The value, or the argument where it is missing or null",
    example: ("note | default('không')", "không"),
    role: .fallback,
    apply: { (call: FilterCall) throws(Mistake) in call.arguments[0] }
  ),
  Filter(
    name: "exists",
    input: .any,
    summary: "Whether the value is there and not null",
    example: ("note | exists | choose('có', 'không')", "không"),
    role: .presence,
    apply: { (call: FilterCall) throws(Mistake) in Value(.bool(!call.input.isNull)) }
  ),
  Filter(
    name: "choose",
    input: .bool,
    parameters: [.init(name: "yes", type: .text), .init(name: "no", type: .text)],
    summary: "One text for true, another for false",
    example: ("1 < 2 | choose('có', 'không')", "có"),
    apply: { (call: FilterCall) throws(Mistake) in call.arguments[call.input.bool == true ? 0 : 1] }
  ),
]
