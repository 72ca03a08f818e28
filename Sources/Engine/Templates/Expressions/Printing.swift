import Diagnostics
import Values

/// The characters of a value in the document: texts as they are, numbers with a decimal comma and no grouping.
func printed(_ value: Value, at span: SourceSpan) throws(Mistake) -> String {
  switch value.kind {
  case .text(let text): return text
  case .number(let number): return formatted(number)
  case .null: throw notPrintable(value, at: span, help: "write | default('...') for what to print instead")
  case .bool: throw notPrintable(value, at: span, help: "write | choose('có', 'không')")
  case .list: throw notPrintable(value, at: span, help: "write | join(', '), or repeat an element with vb:each")
  case .map: throw notPrintable(value, at: span, help: "name one of its fields, as in map.field")
  }
}

private func notPrintable(_ value: Value, at span: SourceSpan, help: String) -> Mistake {
  let pointer = value.place.map { " at \($0.pointer)" } ?? ""
  return mistake(.notPrintable, "\(value.kindName)\(pointer) cannot be printed", about: value, at: span, help: help)
}

/// A number in Vietnamese form: `1234.5` is 1234,5, or 1.234,5 with grouping.
func formatted(_ number: Decimal, isGrouped: Bool = false) -> String {
  let parts = number.description.split(separator: ".")
  var whole = parts.first.map(String.init) ?? "0"
  if isGrouped { whole = grouped(whole) }
  return parts.count > 1 ? "\(whole),\(parts[1])" : whole
}

private func grouped(_ digits: String) -> String {
  var result: [UInt8] = []
  let bytes = Array(digits.utf8)
  for (index, byte) in bytes.enumerated() {
    let isBorder = (bytes.count - index) % 3 == 0 && index > 0 && bytes[index - 1] != UInt8(ascii: "-")
    if isBorder { result.append(UInt8(ascii: ".")) }
    result.append(byte)
  }
  return String(decoding: result, as: UTF8.self)
}
