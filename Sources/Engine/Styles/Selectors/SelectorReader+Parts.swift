import Diagnostics

/// The pseudo-classes, as their reference and hints list them.
let pseudoClasses: KeyValuePairs<String, String> = [
  "root": ":root", "empty": ":empty", "link": ":link", "any-link": ":any-link", "first-child": ":first-child",
  "last-child": ":last-child", "only-child": ":only-child", "first-of-type": ":first-of-type",
  "last-of-type": ":last-of-type", "only-of-type": ":only-of-type", "nth-child": ":nth-child(an+b of S)",
  "nth-last-child": ":nth-last-child(an+b of S)", "nth-of-type": ":nth-of-type(an+b)",
  "nth-last-of-type": ":nth-last-of-type(an+b)", "is": ":is(S)", "where": ":where(S)", "not": ":not(S)",
  "has": ":has(> S)", "lang": ":lang(vi)",
]

/// Attribute selectors and pseudo-classes.
extension SelectorReader {
  func attributeTest(_ block: Component) throws(SelectorMistake) -> AttributeTest {
    let parts = block.children.filter { $0.kind != .whitespace }
    guard let name = parts.first, name.kind == .ident else { throw unexpected(parts.first ?? block) }
    var test = AttributeTest(name: name.text, comparison: .exists, value: "", ignoresCase: false)
    // `xml:lang` is written xml\:lang, or with a bar in CSS; only names without namespaces are read.
    guard parts.count > 1 else { return test }
    let comparisons: [String: AttributeTest.Comparison] = [
      "=": .equals, "~": .includes, "|": .dash, "^": .prefix, "$": .suffix, "*": .contains,
    ]
    guard let comparison = comparisons[parts[1].text], parts[1].kind == .delimiter else { throw unexpected(parts[1]) }
    var index = 2
    if comparison != .equals {
      guard parts.count > index, parts[index].isDelimiter("=") else { throw unexpected(parts[1]) }
      index += 1
    }
    guard parts.count > index, parts[index].kind == .ident || parts[index].kind == .string else {
      throw unexpected(parts.count > index ? parts[index] : parts[index - 1])
    }
    test.comparison = comparison
    test.value = parts[index].text
    if parts.count > index + 1 {
      let flag = parts[index + 1]
      guard flag.kind == .ident, ["i", "s"].contains(flag.word), parts.count == index + 2 else {
        throw unexpected(flag)
      }
      test.ignoresCase = flag.word == "i"
    }
    return test
  }

  mutating func pseudoClass(
    _ name: Component,
    _ specificity: inout Specificity
  ) throws(SelectorMistake) -> Compound.Test {
    if name.kind == .function { return try function(name, &specificity) }
    specificity = specificity + Specificity(classes: 1)
    switch name.word {
    case "root": return .root
    case "empty": return .empty
    case "link", "any-link": return .link
    case "first-child": return nth(.siblings, fromEnd: false)
    case "last-child": return nth(.siblings, fromEnd: true)
    case "first-of-type": return nth(.sameType, fromEnd: false)
    case "last-of-type": return nth(.sameType, fromEnd: true)
    case "only-child": return only(.siblings)
    case "only-of-type": return only(.sameType)
    default: throw unknownPseudoClass(name)
    }
  }

  private mutating func nth(_ among: Nth.Among, fromEnd: Bool) -> Compound.Test {
    .nth(Nth(step: 0, offset: 1, isFromEnd: fromEnd, among: among, id: symbols.nextID()))
  }

  private mutating func only(_ among: Nth.Among) -> Compound.Test {
    let compound = Compound(kind: nil, tests: [nth(among, fromEnd: false), nth(among, fromEnd: true)])
    return .anyOf([
      Selector(
        compounds: [compound],
        combinators: [],
        pseudo: nil,
        specificity: Specificity(classes: 1),
        id: symbols.nextID()
      )
    ])
  }

  private func unknownPseudoClass(_ name: Component) -> SelectorMistake {
    let word = name.word
    let isScreenOnly = ["hover", "focus", "active", "visited", "target", "checked", "disabled"].contains(word)
    let known = pseudoClasses.first { $0.key == word }?.value
    let near = nearestName(to: name.text, in: pseudoClasses.map(\.key)).map { "did you mean :\($0)? " } ?? ""
    return SelectorMistake(
      code: .unknownPseudo,
      message: isScreenOnly
        ? ":\(name.text) has no meaning on paper" : ":\(name.text) is not a known pseudo-class",
      component: name,
      help: known.map { "write \($0)" }
        ?? (near + "there are " + pseudoClasses.map(\.value).joined(separator: " "))
    )
  }

  private mutating func function(
    _ name: Component,
    _ specificity: inout Specificity
  ) throws(SelectorMistake) -> Compound.Test {
    switch name.word {
    case "is", "where", "not":
      let list = try nested(name.children, in: name)
      if name.word != "where" {
        specificity = specificity + (list.map(\.specificity).max() ?? Specificity())
      }
      return name.word == "not" ? .noneOf(list) : .anyOf(list)
    case "has":
      var inner = SelectorReader(name.children, symbols: symbols)
      let list = try inner.relativeList()
      symbols = inner.symbols
      specificity = specificity + (list.map(\.selector.specificity).max() ?? Specificity())
      return .has(list)
    case "lang":
      specificity = specificity + Specificity(classes: 1)
      let parts = name.children.filter { $0.kind != .whitespace && $0.kind != .comma }
      guard !parts.isEmpty, parts.allSatisfy({ $0.kind == .ident || $0.kind == .string }) else {
        throw unexpected(parts.first ?? name)
      }
      return .language(parts.map { $0.text.lowercased() })
    case "nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type":
      specificity = specificity + Specificity(classes: 1)
      return try nthFunction(name, &specificity)
    default: throw unknownPseudoClass(name)
    }
  }

  private mutating func nested(_ components: [Component], in name: Component) throws(SelectorMistake) -> [Selector] {
    var inner = SelectorReader(components, symbols: symbols)
    let list = try inner.list()
    symbols = inner.symbols
    if let pseudo = list.lazy.compactMap(\.pseudo).first {
      throw SelectorMistake(
        code: .wrongSelector,
        message: "::\(pseudo.rawValue) cannot stand inside :\(name.text)()",
        component: name,
        help: "put the pseudo-element after the closing parenthesis"
      )
    }
    return list
  }

  private mutating func nthFunction(
    _ name: Component,
    _ specificity: inout Specificity
  ) throws(SelectorMistake) -> Compound.Test {
    let isOfType = name.word.hasSuffix("of-type")
    let place = name.children.firstIndex { $0.kind == .ident && $0.word == "of" }
    let formula = name.children[..<(place ?? name.children.count)].filter { $0.kind != .whitespace }
    guard let (step, offset) = readFormula(formula), place == nil || !isOfType else {
      throw SelectorMistake(
        code: .wrongSelector,
        message: ":\(name.text)() cannot be read",
        component: name.children.first { $0.kind != .whitespace } ?? name,
        help: "write odd, even, 3, 2n+1 or -n+3" + (isOfType ? "" : ", and perhaps 'of' and a selector")
      )
    }
    var among = isOfType ? Nth.Among.sameType : .siblings
    if let place {
      let list = try nested(Array(name.children[(place + 1)...]), in: name)
      specificity = specificity + (list.map(\.specificity).max() ?? Specificity())
      among = .matching(list)
    }
    let isFromEnd = name.word.hasPrefix("nth-last")
    return .nth(Nth(step: step, offset: offset, isFromEnd: isFromEnd, among: among, id: symbols.nextID()))
  }
}

/// The an+b of CSS Syntax 3, section 6.
///
/// The tokenizer cuts `2n+1` as `2n` and `+1`, and `2n-1` as one dimension, so
/// the pieces are put together again and read as text.
func readFormula(_ components: [Component]) -> (step: Int, offset: Int)? {
  var text = ""
  for component in components {
    switch component.kind {
    case .number where component.isInteger:
      let sign = component.number >= 0 && text.hasSuffix("n") ? "+" : ""
      text += sign + String(bounded(component.number))
    case .dimension where component.isInteger: text += String(bounded(component.number)) + component.word
    case .ident: text += component.word
    case .delimiter where component.text == "+" || component.text == "-": text += component.text
    default: return nil
    }
  }
  if text == "odd" { return (2, 1) }
  if text == "even" { return (2, 0) }
  let parts = text.split(separator: "n", maxSplits: 1, omittingEmptySubsequences: false)
  guard parts.count == 2 else { return Int(text).map { (0, $0) } }
  let step: Int?
  switch parts[0] {
  case "", "+": step = 1
  case "-": step = -1
  default: step = Int(parts[0])
  }
  guard let step, let offset = parts[1].isEmpty ? 0 : Int(parts[1]) else { return nil }
  return (step, offset)
}

/// A whole number within what `Int` and sums of a few of them hold.
private func bounded(_ number: Double) -> Int {
  Int(min(max(number, -1e9), 1e9))
}
