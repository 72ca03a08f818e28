import Diagnostics
import Markup

/// Why a selector cannot be read.
struct SelectorMistake: Error {
  var code: StyleDiagnostic
  var message: String
  var component: Component?
  var help: String?
}

/// Reads selectors from components that keep their spaces.
struct SelectorReader {
  private let components: [Component]
  private var position = 0
  var symbols: Symbols

  init(_ components: [Component], symbols: Symbols) {
    self.components = components
    self.symbols = symbols
  }

  var next: Component? { position < components.count ? components[position] : nil }

  mutating func advance() {
    position += 1
  }

  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = position
    while next?.kind == .whitespace { position += 1 }
    return position > start
  }

  /// Selectors with commas between them, to the end.
  mutating func list() throws(SelectorMistake) -> [Selector] {
    var selectors: [Selector] = []
    while true {
      selectors.append(try selector())
      guard let comma = next else { return selectors }
      guard comma.kind == .comma else { throw unexpected(comma) }
      advance()
    }
  }

  /// `:has()`'s argument: each selector may begin with a combinator.
  mutating func relativeList() throws(SelectorMistake) -> [Relative] {
    var relatives: [Relative] = []
    while true {
      skipSpaces()
      let combinator = takeCombinator() ?? .descendant
      let selector = try selector()
      guard selector.compounds.count == 1 else {
        throw SelectorMistake(
          code: .wrongSelector,
          message: ":has() takes one compound after its combinator",
          component: components.first,
          help: "write :has(> img) or :has(.note), without a second step"
        )
      }
      relatives.append(Relative(combinator: combinator, selector: selector))
      guard let comma = next else { return relatives }
      guard comma.kind == .comma else { throw unexpected(comma) }
      advance()
    }
  }

  private mutating func selector() throws(SelectorMistake) -> Selector {
    skipSpaces()
    var compounds: [Compound] = []
    var combinators: [Selector.Combinator] = []
    var specificity = Specificity()
    var pseudo: PseudoElement?
    while true {
      compounds.append(try compound(&specificity, &pseudo))
      let hasSpace = skipSpaces()
      guard let component = next, component.kind != .comma else { break }
      if let pseudo {
        throw SelectorMistake(
          code: .wrongSelector,
          message: "nothing may follow ::\(pseudo.rawValue)",
          component: component,
          help: "put the pseudo-element at the selector's end"
        )
      }
      if let combinator = takeCombinator() {
        skipSpaces()
        combinators.append(combinator)
      } else if hasSpace {
        combinators.append(.descendant)
      } else {
        throw unexpected(component)
      }
    }
    return Selector(
      compounds: compounds.reversed(),
      combinators: combinators.reversed(),
      pseudo: pseudo,
      specificity: specificity,
      id: symbols.nextID()
    )
  }

  private mutating func takeCombinator() -> Selector.Combinator? {
    guard let next, next.kind == .delimiter else { return nil }
    let combinator: Selector.Combinator
    switch next.text {
    case ">": combinator = .child
    case "+": combinator = .nextSibling
    case "~": combinator = .laterSibling
    default: return nil
    }
    advance()
    return combinator
  }

  private mutating func compound(
    _ specificity: inout Specificity,
    _ pseudo: inout PseudoElement?
  ) throws(SelectorMistake) -> Compound {
    var compound = Compound()
    var isEmpty = true
    if let next, next.kind == .ident || next.isDelimiter("*") {
      isEmpty = false
      advance()
      if next.kind == .ident {
        try readType(next, into: &compound)
        specificity = specificity + Specificity(types: 1)
      }
    }
    while let component = next, pseudo == nil || component.kind == .colon {
      guard let part = try simple(component, &specificity) else { break }
      isEmpty = false
      switch part {
      case .test(let test): compound.tests.append(test)
      case .pseudo(let element): pseudo = element
      }
    }
    guard !isEmpty else { throw unexpected(next) }
    return compound
  }

  private enum Part {
    case test(Compound.Test)
    case pseudo(PseudoElement)
  }

  private mutating func simple(
    _ component: Component,
    _ specificity: inout Specificity
  ) throws(SelectorMistake) -> Part? {
    switch component.kind {
    case .hash:
      advance()
      specificity = specificity + Specificity(ids: 1)
      return .test(.id(symbols.number(of: component.text)))
    case .delimiter where component.text == ".":
      advance()
      guard let name = next, name.kind == .ident else { throw unexpected(next ?? component) }
      advance()
      specificity = specificity + Specificity(classes: 1)
      return .test(.class(symbols.number(of: name.text)))
    case .squareBlock:
      advance()
      specificity = specificity + Specificity(classes: 1)
      return .test(.attribute(try attributeTest(component)))
    case .colon: return try afterColon(component, &specificity)
    default: return nil
    }
  }

  private mutating func afterColon(
    _ colon: Component,
    _ specificity: inout Specificity
  ) throws(SelectorMistake) -> Part {
    advance()
    let isElement = next?.kind == .colon
    if isElement { advance() }
    guard let name = next, name.kind == .ident || name.kind == .function else { throw unexpected(next ?? colon) }
    advance()
    let element = PseudoElement(rawValue: name.word)
    // CSS 2 wrote these four with one colon.
    let isLegacy = element == .before || element == .after || element == .firstLine || element == .firstLetter
    if name.kind == .ident, let element, isElement || isLegacy {
      specificity = specificity + Specificity(types: 1)
      return .pseudo(element)
    }
    if isElement { throw unknownPseudoElement(name) }
    return .test(try pseudoClass(name, &specificity))
  }

  private func unknownPseudoElement(_ name: Component) -> SelectorMistake {
    let names = PseudoElement.allCases.map(\.rawValue)
    let near = nearestName(to: name.text, in: names).map { "did you mean ::\($0)? " } ?? ""
    return SelectorMistake(
      code: .unknownPseudo,
      message: "::\(name.text) is not a known pseudo-element",
      component: name,
      help: near + "there are " + names.map { "::" + $0 }.joined(separator: " ")
    )
  }

  private func readType(_ name: Component, into compound: inout Compound) throws(SelectorMistake) {
    if let kind = ElementKind(rawValue: name.word) {
      compound.kind = kind
      return
    }
    let names = ElementKind.allCases.map(\.rawValue).filter { !$0.contains("#") && !$0.contains(":") }
    throw SelectorMistake(
      code: .unknownElement,
      message: "'\(name.text)' is not a known element",
      component: name,
      help: nearestName(to: name.text, in: names).map { "did you mean '\($0)'?" }
        ?? "a class begins with a point (.\(name.text)), an id with #"
    )
  }

  func unexpected(_ component: Component?) -> SelectorMistake {
    guard let component else {
      return SelectorMistake(
        code: .wrongSelector,
        message: "the selector ends where an element, class or id should stand",
        component: components.last,
        help: "remove what stands before the end, or name what is meant"
      )
    }
    return SelectorMistake(
      code: .wrongSelector,
      message: "'\(component.description)' does not belong in a selector here",
      component: component,
      help: "selectors are made of elements, .classes, #ids, [attributes], :pseudo-classes and > + ~ between them"
    )
  }
}
