package import Values
import Vietnamese

/// A target as people write it.
package enum TargetReading: Equatable {
  /// A target.
  case target(Target)
  /// Nothing, or a sign for "not known": there is no target.
  case none
  /// A number in it is either of two.
  case ambiguous(grouped: Decimal, decimal: Decimal)
  /// A range from more to less.
  case reversed
  /// No target.
  case unreadable
}

/// Reads a target: `1.200`, `trên 4`, `từ 90 trở lên`, `dưới 3`, `không quá 3`, `khoảng 4`, `6,6-6,8`, `>= 90`.
package func readTarget(_ text: String, style: NumberStyle, places: Int?) -> TargetReading {
  let plain = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  switch readNumber(plain, style: style, places: places) {
  case .number(let value): return .target(.number(value))
  case .missing: return .none
  case .ambiguous(let grouped, let decimal): return .ambiguous(grouped: grouped, decimal: decimal)
  case .unreadable: break
  }
  let (bound, rest) = splitBound(plain)
  if let bound { return reading(rest, style, places) { bound.target($0) } }
  guard let (low, high) = splitRange(rest) else { return .unreadable }
  return reading(low, style, places) { low in
    switch reading(high, style, places, { .number($0) }) {
    case .target(.number(let high)): low < high ? .range(low, high) : nil
    default: nil
    }
  }.orReversed(high: reading(high, style, places) { .number($0) })
}

/// The words and signs of bounds, longest first, folded as ``foldedName(_:)`` does.
private enum Bound: CaseIterable {
  case atLeast, above, atMost, below, about

  var signs: [String] {
    switch self {
    case .atLeast: [">=", "≥", "=>"]
    case .above: [">"]
    case .atMost: ["<=", "≤", "=<"]
    case .below: ["<"]
    case .about: ["~", "≈"]
    }
  }

  var words: [String] {
    switch self {
    case .atLeast: ["dat toi thieu", "toi thieu", "it nhat", "khong duoi", "khong thap hon", "khong it hon", "dat tu"]
    case .above: ["tren", "hon", "lon hon", "cao hon", "dat tren"]
    case .atMost: ["khong qua", "khong vuot qua", "toi da", "nhieu nhat", "khong tren", "khong cao hon"]
    case .below: ["duoi", "nho hon", "thap hon", "it hon"]
    case .about: ["khoang", "tam", "xap xi", "dat khoang"]
    }
  }

  func target(_ value: Decimal) -> Target {
    switch self {
    case .atLeast: .atLeast(value)
    case .above: .above(value)
    case .atMost: .atMost(value)
    case .below: .below(value)
    case .about: .about(value)
    }
  }
}

/// The bound that the text begins or ends with, and the text without it.
private func splitBound(_ text: String) -> (Bound?, String) {
  for bound in Bound.allCases {
    for sign in bound.signs where text.hasPrefix(sign) { return (bound, String(text.dropFirst(sign.count))) }
  }
  let words = text.split(separator: " ").map(String.init)
  for (ending, bound) in [("tro len", Bound.atLeast), ("tro xuong", .atMost)] where words.count > 2 {
    guard foldedName(words.suffix(2).joined(separator: " ")) == ending else { continue }
    let first = words.first.map { foldedName($0) }
    return (bound, words.dropLast(2).dropFirst(first == "tu" ? 1 : 0).joined(separator: " "))
  }
  for count in stride(from: min(3, words.count - 1), to: 0, by: -1) {
    let start = foldedName(words.prefix(count).joined(separator: " "))
    guard let bound = Bound.allCases.first(where: { $0.words.contains(start) }) else { continue }
    return (bound, words.dropFirst(count).joined(separator: " "))
  }
  return (nil, text)
}

/// The two ends of `a-b`, `a – b`, `từ a đến b`; a minus sign before a number parts nothing.
private func splitRange(_ text: String) -> (String, String)? {
  var words = text.split(separator: " ").map(String.init)
  if words.first.map({ foldedName($0) }) == "tu" { words.removeFirst() }
  if let index = words.firstIndex(where: { ["den", "toi"].contains(foldedName($0)) }) {
    return (words[..<index].joined(separator: " "), words[(index + 1)...].joined(separator: " "))
  }
  let joined = Array(words.joined(separator: " "))
  var hasDigit = false
  for (index, character) in joined.enumerated() {
    if hasDigit, "-–—−".contains(character) {
      return (String(joined[..<index]), String(joined[(index + 1)...]))
    }
    if character.isNumber { hasDigit = true }
  }
  return nil
}

private func reading(
  _ text: String,
  _ style: NumberStyle,
  _ places: Int?,
  _ target: (Decimal) -> Target?
) -> TargetReading {
  switch readNumber(text, style: style, places: places) {
  case .number(let value): target(value).map { .target($0) } ?? .unreadable
  case .ambiguous(let grouped, let decimal): .ambiguous(grouped: grouped, decimal: decimal)
  case .missing, .unreadable: .unreadable
  }
}

extension TargetReading {
  /// A range whose first end could be read and whose second one too was refused for their order.
  fileprivate func orReversed(high: TargetReading) -> TargetReading {
    guard self == .unreadable else { return self }
    switch high {
    case .target: return .reversed
    case .ambiguous: return high
    default: return .unreadable
    }
  }
}
