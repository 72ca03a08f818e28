import Values
import Vietnamese

/// Filters that print numbers.
let numberFilters: [Filter] = [
  Filter(
    name: "number",
    input: .number,
    parameters: [
      .init(name: "decimals", type: .number, isOptional: true), .init(name: "group", type: .bool, isOptional: true),
    ],
    summary: "The number in Vietnamese form, in groups of three unless `group` is false",
    example: ("1234.5 | number(2)", "1.234,50"),
    apply: formatNumber
  ),
  Filter(
    name: "percent",
    input: .number,
    parameters: [.init(name: "decimals", type: .number, isOptional: true)],
    summary: "The number, which counts hundredths already, with a percent sign",
    example: ("95.119 | percent(2)", "95,12%"),
    apply: { (call: FilterCall) throws(Mistake) in
      Value(.text(formatted(try rounded(call), isGrouped: true) + "%"))
    }
  ),
  Filter(
    name: "round",
    input: .number,
    parameters: [.init(name: "decimals", type: .number)],
    summary: "The number rounded, halves away from zero",
    example: ("22.566 | round(2)", "22,57"),
    apply: { (call: FilterCall) throws(Mistake) in Value(.number(try rounded(call))) }
  ),
  Filter(
    name: "pad",
    input: .number,
    parameters: [.init(name: "digits", type: .number)],
    summary: "A whole number with zeros before it",
    example: ("7 | pad(2)", "07"),
    apply: padNumber
  ),
  Filter(
    name: "words",
    input: .number,
    parameters: ["unit", "style", "style", "style"].map { .init(name: $0, type: .text, isOptional: true) },
    summary: "The number read out, with a unit; styles: tư or bốn, linh or lẻ, nghìn or ngàn",
    example: ("1005 | words('đại biểu')", "một nghìn không trăm linh năm đại biểu"),
    apply: readOut
  ),
  Filter(
    name: "ordinal",
    input: .number,
    summary: "The place in a row",
    example: ("4 | ordinal", "thứ tư"),
    apply: { (call: FilterCall) throws(Mistake) in
      guard let words = ordinalWords(Int128(try call.integer())) else { throw belowOne(call) }
      return Value(.text(words))
    }
  ),
  Filter(
    name: "roman",
    input: .number,
    summary: "Roman numerals, 1 to 3999",
    example: ("28 | roman", "XXVIII"),
    apply: { (call: FilterCall) throws(Mistake) in
      if let numeral = romanNumeral(try call.integer()) { return Value(.text(numeral)) }
      throw call.wrongInput("\(formatted(call.number)) has no Roman numeral", help: "Roman numerals go from 1 to 3999")
    }
  ),
  Filter(
    name: "alpha",
    input: .number,
    summary: "The letter of a list's point: a b c d đ e g",
    example: ("5 | alpha", "đ"),
    apply: { (call: FilterCall) throws(Mistake) in
      guard let letter = listLetter(try call.integer()) else { throw belowOne(call) }
      return Value(.text(letter))
    }
  ),
]

private func belowOne(_ call: FilterCall) -> Mistake {
  call.wrongInput("'\(call.use.filter.name)' begins at 1, and this is \(formatted(call.number))", help: "count from 1")
}

private func rounded(_ call: FilterCall) throws(Mistake) -> Decimal {
  guard let places = try call.count(0, in: 0...Decimal.maxScale) else { return call.number }
  guard let result = call.number.rounded(to: places) else { throw tooLarge(call.inputSpan) }
  return result
}

private func formatNumber(_ call: FilterCall) throws(Mistake) -> Value {
  let isGrouped = call.arguments.count > 1 ? call.arguments[1].bool ?? true : true
  return Value(.text(formatted(try rounded(call), isGrouped: isGrouped)))
}

private func padNumber(_ call: FilterCall) throws(Mistake) -> Value {
  let digits = try call.count(0, in: 1...38) ?? 1
  let number = try call.integer()
  let text = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, digits - text.utf8.count))
  return Value(.text((number < 0 ? "-" : "") + zeros + text))
}

private func readOut(_ call: FilterCall) throws(Mistake) -> Value {
  var style = NumberStyle()
  var unit: String?
  for (index, argument) in call.arguments.enumerated() {
    switch argument.text {
    case "tư": style.four = .tư
    case "bốn": style.four = .bốn
    case "linh": style.zeroTen = .linh
    case "lẻ": style.zeroTen = .lẻ
    case "nghìn": style.thousand = .nghìn
    case "ngàn": style.thousand = .ngàn
    case let text? where index == 0: unit = text
    default:
      throw Mistake(
        .wrongValue,
        "'\(argument.text ?? "")' is no style of reading",
        at: call.use.arguments[index].span,
        help: "write 'tư' or 'bốn', 'linh' or 'lẻ', 'nghìn' or 'ngàn'; the unit comes first"
      )
    }
  }
  let words = numberWords(call.number.coefficient, scale: call.number.scale, style: style)
  return Value(.text(unit.map { $0.isEmpty ? words : "\(words) \($0)" } ?? words))
}
