import Diagnostics

/// An `@counter-style` rule as read.
struct CounterStyleRule: Sendable {
  var name: String
  var span: SourceSpan
  var system: Component?
  /// `extends` and the name that follows it.
  var base: CounterName?
  var fallback: CounterName?
  var style = CounterStyle(system: .symbolic)
  /// The descriptors that were written, for `extends`.
  var written: Set<String> = []
}

private let descriptors: KeyValuePairs<String, String> = [
  "system": "cyclic | numeric | alphabetic | symbolic | additive | fixed <integer>? | extends <counter-style>",
  "symbols": "[ <string> | <custom-ident> ]+",
  "additive-symbols": "[ <integer [0,∞]> && <string> ]#, the greatest first",
  "negative": "<string> <string>?",
  "prefix": "<string>",
  "suffix": "<string>",
  "range": "auto | [ <integer> | infinite ]{2}#",
  "pad": "<integer [0,∞]> && <string>",
  "fallback": "<counter-style>",
  "speak-as": "auto | bullets | numbers | words | spell-out | <counter-style>",
]

/// `@counter-style` (CSS Counter Styles 3, 3).
extension SheetReader {
  mutating func readCounterStyle(_ components: inout ComponentReader, _ reporter: inout Reporter) {
    guard let keyword = components.current else { return }
    components.position += 1
    let prelude = components.components(until: [.semicolon, .openBrace, .closeBrace], .dropped)
    guard components.current?.kind == .openBrace, prelude.count == 1, let name = prelude.first, name.kind == .ident,
      !cssWideKeywords.contains(name.word)
    else {
      let help = "write @counter-style name { system: cyclic; symbols: '–' }"
      reporter.report(.wrongAtRule, "@counter-style cannot be read", at: prelude.first ?? keyword, help: help)
      if components.current?.kind == .openBrace { _ = components.component(.dropped) }
      return
    }
    let block = components.component(.dropped)
    guard !counterStyles.contains(where: { $0.key == name.word }) else {
      let help = "give the style a name of its own"
      reporter.report(.wrongAtRule, "'\(name.text)' is a style that is always there", at: name, help: help)
      return
    }
    var rule = CounterStyleRule(name: name.text, span: reporter.span(of: name))
    for declaration in block.children.split(whereSeparator: { $0.kind == .semicolon }) {
      readDescriptor(declaration, into: &rule, &reporter)
    }
    if let missing = rule.missing {
      reporter.report(.wrongAtRule, "@counter-style \(name.text) lacks \(missing)", at: name, help: "add \(missing)")
      return
    }
    add(counterStyle: rule)
  }

  private func readDescriptor(
    _ declaration: ArraySlice<Component>,
    into rule: inout CounterStyleRule,
    _ reporter: inout Reporter
  ) {
    guard let name = declaration.first else { return }
    guard let row = descriptors.first(where: { $0.key == name.word }) else {
      let near = nearestName(to: name.text, in: descriptors.map(\.key)).map { "did you mean '\($0)'? " } ?? ""
      reporter.report(
        .wrongAtRule,
        "'\(name.description)' is not a known descriptor of @counter-style",
        at: name,
        help: near + "there are " + descriptors.map(\.key).joined(separator: " ")
      )
      return
    }
    var reader = ValueReader(declaration.dropFirst(2))
    let colon = declaration.dropFirst().first
    guard colon?.kind == .colon, rule.read(row.key, &reader, reporter), reader.isAtEnd else {
      let help = reader.mistake?.help ?? "\(row.key) takes \(row.value)"
      let message = reader.mistake?.message ?? "'\(row.key)' cannot be read"
      reporter.report(.wrongAtRule, message, at: reader.mistake?.component ?? reader.culprit ?? name, help: help)
      return
    }
    rule.written.insert(row.key)
  }
}

extension CounterStyleRule {
  /// What the system needs and is not written (CSS Counter Styles 3, 3.1).
  fileprivate var missing: String? {
    switch style.system {
    case _ where base != nil: nil
    case .additive: style.additiveSymbols.isEmpty ? "additive-symbols" : nil
    case .numeric, .alphabetic: style.symbols.count < 2 ? "symbols, two at least" : nil
    default: style.symbols.isEmpty ? "symbols" : nil
    }
  }

  fileprivate mutating func read(_ name: String, _ reader: inout ValueReader, _ reporter: Reporter) -> Bool {
    switch name {
    case "system": return readSystem(&reader, reporter)
    case "symbols":
      style.symbols = []
      while let symbol = reader.symbol() { style.symbols.append(symbol) }
      return !style.symbols.isEmpty
    case "additive-symbols": return readAdditive(&reader)
    case "negative":
      guard let before = reader.symbol() else { return false }
      style.negativePrefix = before
      style.negativeSuffix = reader.symbol() ?? ""
      return true
    case "prefix": return reader.symbol().map { style.prefix = $0 } != nil
    case "suffix": return reader.symbol().map { style.suffix = $0 } != nil
    case "range": return readRange(&reader)
    case "pad":
      let first = reader.integer(atLeast: 0)
      guard let symbol = reader.symbol(), let length = first ?? reader.integer(atLeast: 0) else { return false }
      style.padLength = min(length, longest)
      style.padSymbol = symbol
      return true
    case "fallback":
      guard let place = reader.next, let name = reader.customIdent() else { return false }
      fallback = CounterName(name: name, span: reporter.span(of: place))
      return true
    default: return reader.customIdent() != nil
    }
  }

  private mutating func readSystem(_ reader: inout ValueReader, _ reporter: Reporter) -> Bool {
    base = nil
    if reader.take("fixed") {
      style.system = .fixed(first: reader.integer() ?? 1)
      return true
    }
    if reader.take("extends") {
      guard let place = reader.next, let name = reader.customIdent() else { return false }
      base = CounterName(name: name, span: reporter.span(of: place))
      return true
    }
    let systems: KeyValuePairs<String, CounterStyle.System> = [
      "cyclic": .cyclic, "numeric": .numeric, "alphabetic": .alphabetic, "symbolic": .symbolic, "additive": .additive,
    ]
    return reader.keyword(systems).map { style.system = $0 } != nil
  }

  private mutating func readAdditive(_ reader: inout ValueReader) -> Bool {
    style.additiveSymbols = []
    repeat {
      let first = reader.integer(atLeast: 0)
      guard let symbol = reader.symbol(), let weight = first ?? reader.integer(atLeast: 0) else { return false }
      if let last = style.additiveSymbols.last, last.weight <= weight { return false }
      style.additiveSymbols.append(.init(weight: weight, symbol: symbol))
    } while reader.takeComma()
    return true
  }

  private mutating func readRange(_ reader: inout ValueReader) -> Bool {
    style.ranges = []
    if reader.take("auto") { return true }
    repeat {
      guard let least = reader.take("infinite") ? Int.min : reader.integer(),
        let most = reader.take("infinite") ? Int.max : reader.integer(), least <= most
      else { return false }
      style.ranges.append(least...most)
    } while reader.takeComma()
    return true
  }
}

extension ValueReader {
  fileprivate mutating func symbol() -> String? {
    string() ?? customIdent()
  }
}
