import Diagnostics

/// The values of an element's custom properties, by name, with all `var()` replaced.
typealias CustomProperties = [String: [Component]]

/// Puts the values of custom properties into each other and into values (CSS Variables 1, section 3).
struct VariableResolver {
  /// Declared here, not yet resolved.
  private let declared: [String: CustomDeclaration]
  private(set) var resolved: CustomProperties
  private var active: [String] = []
  private var severity: Diagnostic.Severity
  private(set) var diagnostics = DiagnosticList()

  init(inherited: CustomProperties, declared: [String: CustomDeclaration], severity: Diagnostic.Severity) {
    self.declared = declared
    self.severity = severity
    resolved = inherited
    for name in declared.keys { resolved[name] = nil }
  }

  /// Resolves all declared properties.
  mutating func resolve() -> CustomProperties {
    // Sorted, so that diagnostics come in the same order in every run.
    for name in declared.keys.sorted() { _ = value(of: name) }
    return resolved
  }

  /// `components` with every `var()` replaced, or `nil` where one has no value and no fallback.
  mutating func substitute(_ components: [Component], at span: SourceSpan) -> [Component]? {
    guard callsVariable(components) else { return components }
    var result: [Component] = []
    for component in components {
      if component.isFunction("var") {
        guard let value = call(component, at: span) else { return nil }
        result += value
      } else if component.children.isEmpty {
        result.append(component)
      } else {
        var copy = component
        guard let children = substitute(component.children, at: span) else { return nil }
        copy.children = children
        result.append(copy)
      }
    }
    // A value that doubles itself from name to name would fill the memory: 10,000 pieces are enough for any value.
    return result.count <= 10_000 ? result : nil
  }

  private mutating func call(_ component: Component, at span: SourceSpan) -> [Component]? {
    guard let name = component.children.first, name.kind == .ident, name.text.hasPrefix("--") else {
      let help = "write var(--name) or var(--name, fallback)"
      report(.wrongValue, "var() names no custom property", span, help)
      return nil
    }
    if let value = value(of: name.text) { return value }
    let rest = component.children.dropFirst()
    if rest.first?.kind == .comma { return substitute(Array(rest.dropFirst()), at: span) }
    if !active.isEmpty || declared[name.text] != nil { return nil }
    let known = (Array(resolved.keys) + Array(declared.keys)).sorted()
    let near = nearestName(to: name.text, in: known).map { "did you mean var(\($0))? " } ?? ""
    report(.unknownVariable, "no custom property '\(name.text)' is set here", span, near + "or set it on :root")
    return nil
  }

  private mutating func value(of name: String) -> [Component]? {
    if let value = resolved[name] { return value }
    guard let declaration = declared[name] else { return nil }
    if active.contains(name) {
      let circle = active.drop { $0 != name } + [name]
      let help = "give one of them a value of its own: " + circle.joined(separator: " -> ")
      if declaration.name == circle.min() || circle.count == 2 {
        report(.variableCycle, "'\(name)' depends on itself", declaration.span, help)
      } else if !diagnostics.all.contains(where: { $0.code == StyleDiagnostic.variableCycle.rawValue }) {
        report(.variableCycle, "'\(name)' depends on itself", declaration.span, help)
      }
      return nil
    }
    guard active.count < 64 else { return nil }
    active.append(name)
    defer { active.removeLast() }
    let components = declaration.components
    if components.count == 1, cssWideKeywords.contains(components[0].word), components[0].kind == .ident { return nil }
    guard let value = substitute(components, at: declaration.span) else { return nil }
    resolved[name] = value
    return value
  }

  private mutating func report(_ code: StyleDiagnostic, _ message: String, _ span: SourceSpan, _ help: String) {
    let diagnostic = Diagnostic(code: code, severity: severity, message: message, span: span, help: help)
    guard !diagnostics.all.contains(diagnostic) else { return }
    diagnostics.report(diagnostic)
  }
}
