import Diagnostics

/// The styles that `@counter-style` rules define, by name.
typealias CounterStyles = [String: CounterStyle]

/// A counter style's name in a value, which is compared with all rules once these are known.
struct CounterName: Sendable {
  var name: String
  var span: SourceSpan
}

extension ListStyleType {
  /// A name replaced by its style; one that is not defined is decimal (CSS Counter Styles 3, 3).
  func resolved(_ styles: CounterStyles) -> ListStyleType {
    guard case .named(let name) = self else { return self }
    if let style = styles[name] { return .custom(style) }
    return predefinedCounterStyle(name.lowercased()).map { .custom($0) } ?? .decimal
  }

  fileprivate var isNamed: Bool {
    if case .named = self { true } else { false }
  }
}

extension ContentItem {
  /// The item with its counter style resolved.
  func resolved(_ styles: CounterStyles) -> ContentItem {
    switch self {
    case .counter(let name, let style): return .counter(name: name, style: style.resolved(styles))
    case .counters(let name, let separator, let style):
      return .counters(name: name, separator: separator, style: style.resolved(styles))
    case .targetCounter(let url, let name, let style):
      return .targetCounter(url: url, name: name, style: style.resolved(styles))
    case .targetCounters(let url, let name, let separator, let style):
      return .targetCounters(url: url, name: name, separator: separator, style: style.resolved(styles))
    default: return self
    }
  }

  private var counterStyle: ListStyleType? {
    switch self {
    case .counter(_, let style), .counters(_, _, let style), .targetCounter(_, _, let style),
      .targetCounters(_, _, _, let style):
      style
    default: nil
    }
  }

  /// Whether `resolved` changes the item.
  var namesCounterStyle: Bool { counterStyle?.isNamed == true }
}

/// The names of counter styles in a value, other than predefined ones.
func counterNames(in components: [Component], of property: String) -> [(name: String, component: Component)] {
  var found: [(name: String, component: Component)] = []
  func note(_ component: Component) {
    guard component.kind == .ident, !cssWideKeywords.contains(component.word),
      !counterStyles.contains(where: { $0.key == component.word }), predefinedCounterStyle(component.word) == nil
    else { return }
    found.append((component.text, component))
  }
  switch property {
  case "list-style-type": components.forEach(note)
  case "list-style": components.filter { $0.word != "inside" && $0.word != "outside" }.forEach(note)
  case "content", "string-set", "bookmark-label":
    // Which argument names the style.
    let places: KeyValuePairs<String, Int> = ["counter": 1, "counters": 2, "target-counter": 2, "target-counters": 3]
    for call in components where call.kind == .function {
      guard let place = places.first(where: { $0.key == call.word })?.value else { continue }
      let arguments = call.children.split(omittingEmptySubsequences: false) { $0.kind == .comma }
      if arguments.count > place, let last = arguments[place].last { note(last) }
    }
  default: break
  }
  return found
}
