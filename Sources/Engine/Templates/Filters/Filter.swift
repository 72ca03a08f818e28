import Diagnostics
import Values

/// One row of the filter table.
struct Filter: Sendable {
  /// The types that filters work on.
  enum ValueType: String, Sendable { case any, number, text, list, bool }

  /// Whether a filter accepts that its input is missing.
  enum Role: Sendable {
    case plain
    /// Null and missing are replaced by the argument.
    case fallback
    /// Null and missing are an input like any other.
    case presence
  }

  struct Parameter: Sendable {
    var name: String
    var type: ValueType
    var isOptional = false
  }

  var name: String
  var input: ValueType
  var parameters: [Parameter] = []
  /// One line of documentation.
  var summary: String
  /// An expression without braces and what it prints.
  var example: (expression: String, result: String)
  var role: Role = .plain
  var apply: @Sendable (FilterCall) throws(Mistake) -> Value

  /// How many arguments may be given.
  var allowedCounts: ClosedRange<Int> {
    parameters.count { !$0.isOptional }...parameters.count
  }

  /// The filter as one writes it: `number(decimals?, group?)`.
  var usage: String {
    guard !parameters.isEmpty else { return name }
    return "\(name)(\(parameters.map { $0.name + ($0.isOptional ? "?" : "") }.joined(separator: ", ")))"
  }
}

/// A filter at work: its input and arguments with their places.
struct FilterCall {
  var input: Value
  var inputSpan: SourceSpan
  var arguments: [Value]
  var use: FilterUse

  /// Fails where the input or an argument is of another type than the table says.
  func checkTypes() throws(Mistake) {
    let filter = use.filter
    guard isOf(filter.input, input) else {
      let expected = "'\(filter.name)' works on \(named(filter.input)), and this is \(input.kindName)"
      throw mistake(.wrongType, expected, about: input, at: inputSpan, help: typeHelp)
    }
    for (index, value) in arguments.enumerated() where !isOf(filter.parameters[index].type, value) {
      let parameter = filter.parameters[index]
      throw mistake(
        .wrongType,
        "'\(parameter.name)' of '\(filter.name)' is \(named(parameter.type)), and this is \(value.kindName)",
        about: value,
        at: use.arguments[index].span,
        help: "write \(filter.usage)"
      )
    }
  }

  private var typeHelp: String {
    if input.isNull { return "write | default(...) before it where the value may be absent" }
    if use.filter.input == .number, input.text != nil { return "write the number in the data without quotes or unit" }
    return "for example {{ \(use.filter.example.expression) }}"
  }

  private func isOf(_ type: Filter.ValueType, _ value: Value) -> Bool {
    switch type {
    case .any: true
    case .number: value.number != nil
    case .text: value.text != nil
    case .list: value.list != nil
    case .bool: value.bool != nil
    }
  }

  private func named(_ type: Filter.ValueType) -> String {
    switch type {
    case .any: "anything"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .bool: "true or false"
    }
  }

  /// The input as a number; the table has made sure of its type.
  var number: Decimal { input.number ?? .zero }
  var text: String { input.text ?? "" }
  var list: [Value] { input.list ?? [] }

  /// A text argument, where given.
  func text(_ index: Int) -> String? {
    index < arguments.count ? arguments[index].text : nil
  }

  /// A whole number argument between limits, where given.
  func count(_ index: Int, in range: ClosedRange<Int>) throws(Mistake) -> Int? {
    guard index < arguments.count else { return nil }
    if let value = arguments[index].number?.integer, range.contains(value) { return value }
    let name = use.filter.parameters[index].name
    let help = "write a number from \(range.lowerBound) to \(range.upperBound)"
    throw Mistake(
      .wrongValue,
      "'\(name)' of '\(use.filter.name)' is a whole number from \(range.lowerBound) to \(range.upperBound)",
      at: use.arguments[index].span,
      help: help
    )
  }

  /// The input as a whole number.
  func integer() throws(Mistake) -> Int {
    if let value = number.integer { return value }
    throw wrongInput(
      "'\(use.filter.name)' works on whole numbers, and this is \(formatted(number))",
      help: "write | round(0) before it"
    )
  }

  /// A mistake about the input's value.
  func wrongInput(_ message: String, help: String) -> Mistake {
    mistake(.wrongValue, message, about: input, at: inputSpan, help: help)
  }

  /// What stands under a key path such as `name` or `office.title` in an item; the whole item without a path.
  func value(_ path: String?, of item: Value) throws(Mistake) -> Value {
    guard let path else { return item }
    var current = item
    for key in path.split(separator: ".") {
      guard let next = current.map?[String(key)] else {
        let nearest = nearestName(to: String(key), in: current.map?.keys ?? [])
        var missing = mistake(
          .missingField,
          "an item of the list has no field '\(key)'",
          about: current,
          at: use.span,
          help: nearest.map { "did you mean '\($0)'?" } ?? "add it to the data"
        )
        missing.isMissing = true
        throw missing
      }
      current = next
    }
    return current
  }
}

/// All filters, in the order of the reference.
let filterTable: [Filter] = numberFilters + dateFilters + textFilters + listFilters + orderFilters + choiceFilters

/// The text of docs/filters.md, made from the filter table.
package func filterReference() -> String {
  var lines = ["# Filters", "", "Made from the filter table. `?` marks what may be left out.", ""]
  lines += ["| filter | works on | what it makes | example | prints |", "|---|---|---|---|---|"]
  for filter in filterTable {
    let example = filter.example.expression.split(separator: "|").joined(separator: "\\|")
    lines.append(
      "| `\(filter.usage)` | \(filter.input.rawValue) | \(filter.summary) | `{{ \(example) }}` | \(filter.example.result) |"
    )
  }
  return lines.joined(separator: "\n") + "\n"
}
