/// A counter style that `@counter-style` or `symbols()` defines, or one of the predefined ones that has no case of its
/// own (CSS Counter Styles 3, 3).
public struct CounterStyle: Sendable, Hashable {
  /// How a number is written.
  public enum System: Sendable, Hashable {
    case cyclic, numeric, alphabetic, symbolic, additive
    /// The symbols stand for the numbers from `first` on.
    case fixed(first: Int)
    /// As another style writes it.
    case extending(ListStyleType)
  }

  /// A symbol of the additive system.
  public struct AdditiveSymbol: Sendable, Hashable {
    /// What the symbol adds.
    public var weight: Int
    /// What is written.
    public var symbol: String
  }

  var system: System
  var symbols: [String] = []
  /// From the greatest weight to the least.
  var additiveSymbols: [AdditiveSymbol] = []
  var negativePrefix = "-"
  var negativeSuffix = ""
  var prefix = ""
  var suffix = ". "
  /// Empty is `auto`.
  var ranges: [ClosedRange<Int>] = []
  var padLength = 0
  var padSymbol = ""
  var fallback = ListStyleType.decimal

  init(system: System) {
    self.system = system
  }
}

extension CounterStyle {
  /// The text of a value without prefix and suffix (CSS Counter Styles 3, 2).
  func text(for value: Int) -> String {
    guard contains(value) else { return fallback.text(for: value) }
    let isNegative = value < 0 && usesSign
    guard var text = representation(of: isNegative ? -value : value) else { return fallback.text(for: value) }
    var length = text.count
    if isNegative { length += negativePrefix.count + negativeSuffix.count }
    if length < padLength { text = String(repeating: padSymbol, count: padLength - length) + text }
    return isNegative ? negativePrefix + text + negativeSuffix : text
  }

  private func contains(_ value: Int) -> Bool {
    guard ranges.isEmpty else { return ranges.contains { $0.contains(value) } }
    switch system {
    case .cyclic, .numeric, .fixed, .extending: return true
    case .alphabetic, .symbolic: return value >= 1
    case .additive: return value >= 0
    }
  }

  private var usesSign: Bool {
    switch system {
    case .cyclic, .fixed: false
    case .numeric, .alphabetic, .symbolic, .additive, .extending: true
    }
  }

  private func representation(of value: Int) -> String? {
    switch system {
    case .cyclic:
      guard !symbols.isEmpty else { return nil }
      let place = (value - 1) % symbols.count
      return symbols[place < 0 ? place + symbols.count : place]
    case .fixed(let first):
      return symbols.indices.contains(value - first) ? symbols[value - first] : nil
    case .numeric: return digits(of: value)
    case .alphabetic: return value > 0 ? letters(of: value) : nil
    case .symbolic:
      guard value > 0, !symbols.isEmpty else { return nil }
      let count = (value - 1) / symbols.count + 1
      // A number of thousands of asterisks helps nobody: CSS Counter Styles 3, 2 asks for 60 at least.
      return count <= longest ? String(repeating: symbols[(value - 1) % symbols.count], count: count) : nil
    case .additive: return sum(of: value)
    case .extending(let style): return style.text(for: value)
    }
  }

  private func digits(of value: Int) -> String? {
    guard symbols.count >= 2 else { return nil }
    var rest = value
    var text = ""
    repeat {
      text = symbols[rest % symbols.count] + text
      rest /= symbols.count
    } while rest > 0
    return text
  }

  private func letters(of value: Int) -> String? {
    guard symbols.count >= 2 else { return nil }
    var rest = value
    var text = ""
    while rest > 0 {
      text = symbols[(rest - 1) % symbols.count] + text
      rest = (rest - 1) / symbols.count
    }
    return text
  }

  private func sum(of value: Int) -> String? {
    if value == 0 { return additiveSymbols.first { $0.weight == 0 }?.symbol }
    var rest = value
    var text = ""
    var count = 0
    for item in additiveSymbols where item.weight > 0 && item.weight <= rest {
      let times = rest / item.weight
      count += times
      guard count <= longest else { return nil }
      text += String(repeating: item.symbol, count: times)
      rest %= item.weight
    }
    return rest == 0 ? text : nil
  }
}

/// The most symbols that a number is written with.
let longest = 120
