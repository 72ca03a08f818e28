import Diagnostics

/// Puts the rules of `@counter-style` together: what they extend and fall back to.
struct CounterStyleResolver {
  private var rules: [String: CounterStyleRule] = [:]
  private var active: [String] = []
  private(set) var styles: CounterStyles = [:]

  /// Of rules with one name, the last one counts.
  init(_ sheets: [StyleSheet]) {
    for rule in sheets.flatMap(\.counterStyles) { rules[rule.name] = rule }
    for name in rules.keys.sorted() { _ = style(named: name) }
  }

  /// What is named but not defined.
  func check(_ names: [CounterName], _ severity: Diagnostic.Severity) -> DiagnosticList {
    var diagnostics = DiagnosticList()
    let known = styles.keys.sorted() + counterStyles.map(\.key) + predefinedCounterNames
    let inRules = rules.keys.sorted().flatMap { name in [rules[name]?.base, rules[name]?.fallback].compactMap { $0 } }
    for name in inRules + names where rules[name.name] == nil && !isPredefined(name.name) {
      let near = nearestName(to: name.name, in: known).map { "did you mean '\($0)'? " } ?? ""
      let help = near + "define it with @counter-style \(name.name) { … }"
      let message = "'\(name.name)' is not a known counter style"
      diagnostics.report(
        Diagnostic(code: StyleDiagnostic.wrongValue, severity: severity, message: message, span: name.span, help: help)
      )
    }
    return diagnostics
  }

  private func isPredefined(_ name: String) -> Bool {
    let word = name.lowercased()
    return counterStyles.contains { $0.key == word } || predefinedCounterStyle(word) != nil
  }

  private mutating func style(named name: String) -> CounterStyle? {
    if let known = styles[name] { return known }
    guard let rule = rules[name], !active.contains(name) else { return nil }
    active.append(name)
    defer { active.removeLast() }
    var style = rule.style
    if let base = rule.base { style = extended(type(named: base.name), by: rule) }
    if let fallback = rule.fallback { style.fallback = type(named: fallback.name) }
    styles[name] = style
    return style
  }

  /// A style by name; one in a circle, or not defined, is decimal (CSS Counter Styles 3, 3.1.7 and 3.7).
  private mutating func type(named name: String) -> ListStyleType {
    let word = name.lowercased()
    if let known = counterStyles.first(where: { $0.key == word })?.value { return known }
    if let style = style(named: name) { return .custom(style) }
    return predefinedCounterStyle(word).map { .custom($0) } ?? .decimal
  }

  /// `extends`: the other style with what the rule says itself.
  private func extended(_ base: ListStyleType, by rule: CounterStyleRule) -> CounterStyle {
    var style: CounterStyle
    if case .custom(let other) = base {
      style = other
    } else {
      style = CounterStyle(system: .extending(base))
      if base == .disc || base == .circle || base == .square { style.suffix = " " }
    }
    let own = rule.style
    if rule.written.contains("negative") {
      (style.negativePrefix, style.negativeSuffix) = (own.negativePrefix, own.negativeSuffix)
    }
    if rule.written.contains("prefix") { style.prefix = own.prefix }
    if rule.written.contains("suffix") { style.suffix = own.suffix }
    if rule.written.contains("range") { style.ranges = own.ranges }
    if rule.written.contains("pad") { (style.padLength, style.padSymbol) = (own.padLength, own.padSymbol) }
    return style
  }
}
