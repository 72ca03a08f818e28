package import Values

/// How a dot in a number is understood.
package enum NumberStyle: String, Sendable, CaseIterable {
  /// By its place; what can be read in two ways is a mistake.
  case careful
  /// Dots part groups of three digits, a comma is the decimal mark.
  case vietnamese
  /// A dot is the decimal mark.
  case plain
}

/// A number as people write it.
package enum NumberReading: Equatable {
  /// A number.
  case number(Decimal)
  /// A sign for "not known".
  case missing
  /// A number that is either of two: `1.200`.
  case ambiguous(grouped: Decimal, decimal: Decimal)
  /// No number.
  case unreadable
}

/// Reads a number: `1.234.567,5`, `1234.5`, `95,5 %`, `−3`; nothing, dashes, dots and `chưa có` are "not known".
///
/// `places` are the decimals that the indicator shows, if that is settled: a number such as `1.234` is no riddle where
/// it shows none, or three and more.
package func readNumber(_ text: String, style: NumberStyle, places: Int?) -> NumberReading {
  var digits: [UInt8] = []
  for scalar in text.unicodeScalars where !isBlank(scalar) {
    guard let byte = scalar == "\u{2212}" || scalar == "\u{2013}" ? 0x2D : UInt8(exactly: scalar.value), byte < 0x80
    else {
      return isMissing(text) ? .missing : .unreadable
    }
    digits.append(byte)
  }
  if isMissing(text) { return .missing }
  if digits.last == UInt8(ascii: "%") { digits.removeLast() }
  let commas = digits.count { $0 == UInt8(ascii: ",") }
  let dots = digits.count { $0 == UInt8(ascii: ".") }
  if commas > 1 || (style == .plain && commas > 0 && dots > 0) { return .unreadable }
  if commas == 1 {
    let parts = digits.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard dots == 0 || isGrouped(parts[0]) else { return .unreadable }
    return exact(parts[0].filter { $0 != UInt8(ascii: ".") } + [UInt8(ascii: ".")] + parts[1])
  }
  guard dots > 0, isGrouped(digits[...]), style != .plain else {
    return style == .vietnamese && dots > 0 ? .unreadable : exact(digits)
  }
  let grouped = exact(digits.filter { $0 != UInt8(ascii: ".") })
  if style == .vietnamese || dots > 1 { return grouped }
  guard case .number(let whole) = grouped, case .number(let fraction) = exact(digits) else { return .unreadable }
  switch places {
  case 0: return .number(whole)
  case let places? where places >= 3: return .number(fraction)
  default: return .ambiguous(grouped: whole, decimal: fraction)
  }
}

/// A number in a form that reads back as itself in every style but ``NumberStyle/vietnamese``: `1234.5`; a fraction of
/// three digits has a nought more, as `1.234` could be a thousand.
package func writtenNumber(_ number: Decimal) -> String {
  let value = number.normalized
  return value.scale == 3 ? "\(value)0" : value.description
}

private func exact(_ digits: [UInt8]) -> NumberReading {
  let text = String(decoding: digits, as: UTF8.self)
  let body = digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits[...]
  guard let first = body.first, first >= 0x30, first <= 0x39, body.last != UInt8(ascii: "."),
    body.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: ".") }), let number = Decimal(text)
  else { return .unreadable }
  return .number(number)
}

/// Whether dots part groups of three digits, after a first one of one to three that does not begin with 0.
private func isGrouped(_ digits: ArraySlice<UInt8>) -> Bool {
  let body = digits.first == UInt8(ascii: "-") ? digits.dropFirst() : digits
  let groups = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard groups.count > 1, let first = groups.first, (1...3).contains(first.count), first.first != 0x30 else {
    return false
  }
  return groups.dropFirst().allSatisfy { $0.count == 3 } && groups.joined().allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isWhitespace || scalar == "\u{A0}" || scalar == "\u{202F}"
}

private func isMissing(_ text: String) -> Bool {
  let word = text.lowercased().filter { !$0.isWhitespace }
  return ["", "-", "–", "—", "...", "…", "n/a", "na", "chưacó", "chưacósốliệu", "khôngcósốliệu", "không có"].contains(
    word
  )
}
