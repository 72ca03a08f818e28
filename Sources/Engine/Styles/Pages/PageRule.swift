import Diagnostics

/// `:first`, `:left`, `:right` and `:blank`.
enum PagePseudo: String, CaseIterable, Sendable {
  case first, left, right, blank
}

/// One selector of an `@page` rule (CSS Paged Media 3, 4.1).
struct PageSelector: Sendable {
  /// The named page, or empty for all.
  var name = ""
  var pseudos: [PagePseudo] = []
  /// `:nth()`: each must hold.
  var places: [NthPage] = []

  /// The name counts most, then `:first` and `:blank`, then `:left` and `:right` (4.2 of the specification).
  var specificity: Specificity {
    let weak = pseudos.count { $0 == .left || $0 == .right }
    let named = (name.isEmpty ? 0 : 1) + places.count { !$0.name.isEmpty }
    return Specificity(ids: min(1, named), classes: pseudos.count - weak + places.count, types: weak)
  }

  func matches(_ page: PageContext) -> Bool {
    guard name.isEmpty || name == page.name, places.allSatisfy({ $0.matches(page) }) else { return false }
    return pseudos.allSatisfy { pseudo in
      switch pseudo {
      case .first: page.number == 1
      case .left: page.side == .left
      case .right: page.side == .right
      case .blank: page.isBlank
      }
    }
  }
}

/// `:nth(An+B)` or `:nth(An+B of name)` (CSS GCPM 3, 6.1).
struct NthPage: Sendable {
  var step: Int
  var offset: Int
  /// The named pages that are counted, or empty for all.
  var name: String

  func matches(_ page: PageContext) -> Bool {
    guard name.isEmpty || name == page.name else { return false }
    let distance = (name.isEmpty ? page.number : page.numberInGroup) - offset
    if step == 0 { return distance == 0 }
    return distance % step == 0 && distance / step >= 0
  }
}

/// An `@page` rule.
struct PageRule: Sendable {
  var selectors: [PageSelector]
  var block: DeclarationBlock
  var marginBoxes: [(name: MarginBoxName, block: DeclarationBlock)]
  /// The blocks of `@footnote`.
  var footnotes: [DeclarationBlock]
}

/// Reading of `@page`.
extension SheetReader {
  mutating func readPage(_ components: inout ComponentReader, _ reporter: inout Reporter) {
    guard let keyword = components.current else { return }
    components.position += 1
    let prelude = components.components(until: [.semicolon, .openBrace, .closeBrace], .kept)
    guard components.current?.kind == .openBrace else {
      reporter.report(.wrongAtRule, "@page has no block", at: keyword, help: "write @page { size: A4; margin: 2cm }")
      if components.current?.kind == .semicolon { components.position += 1 }
      return
    }
    let selectors = pageSelectors(prelude, &reporter)
    let rule = readPageBlock(&components, selectors ?? [], &reporter)
    if selectors != nil { add(page: rule) }
  }

  private func pageSelectors(_ prelude: [Component], _ reporter: inout Reporter) -> [PageSelector]? {
    var selectors: [PageSelector] = []
    for part in prelude.split(omittingEmptySubsequences: false, whereSeparator: { $0.kind == .comma }) {
      var selector = PageSelector()
      var rest = part.drop { $0.kind == .whitespace }
      while rest.last?.kind == .whitespace { rest.removeLast() }
      if let name = rest.first, name.kind == .ident {
        selector.name = name.text
        rest.removeFirst()
      }
      while let colon = rest.first {
        rest.removeFirst()
        if colon.kind == .colon, let call = rest.first, call.isFunction("nth") {
          guard let place = nthPage(call.children) else {
            reportNthPage(call, &reporter)
            return nil
          }
          rest.removeFirst()
          selector.places.append(place)
          continue
        }
        guard colon.kind == .colon, let name = rest.first, let pseudo = PagePseudo(rawValue: name.word) else {
          reportPageSelector(colon.kind == .colon ? rest.first ?? colon : colon, &reporter)
          return nil
        }
        rest.removeFirst()
        selector.pseudos.append(pseudo)
      }
      selectors.append(selector)
    }
    return selectors.isEmpty ? [PageSelector()] : selectors
  }

  private func nthPage(_ arguments: [Component]) -> NthPage? {
    let of = arguments.firstIndex { $0.kind == .ident && $0.word == "of" }
    let formula = arguments[..<(of ?? arguments.count)].filter { $0.kind != .whitespace }
    guard let (step, offset) = readFormula(formula) else { return nil }
    guard let of else { return NthPage(step: step, offset: offset, name: "") }
    let names = arguments[(of + 1)...].filter { $0.kind != .whitespace }
    guard names.count == 1, names[0].kind == .ident else { return nil }
    return NthPage(step: step, offset: offset, name: names[0].text)
  }

  private func reportNthPage(_ call: Component, _ reporter: inout Reporter) {
    reporter.report(
      .wrongAtRule,
      ":nth() cannot be read",
      at: call.children.first { $0.kind != .whitespace } ?? call,
      help: "write :nth(3), :nth(2n+1) or :nth(2 of name)"
    )
  }

  private func reportPageSelector(_ component: Component, _ reporter: inout Reporter) {
    let names = PagePseudo.allCases.map(\.rawValue)
    let near = nearestName(to: component.text, in: names).map { "did you mean :\($0)? " } ?? ""
    reporter.report(
      .wrongAtRule,
      "'\(component.description)' is not a known page selector",
      at: component,
      help: near + "write @page, @page name, or @page name:first; there are :first :left :right :blank :nth()"
    )
  }

  private mutating func readPageBlock(
    _ components: inout ComponentReader,
    _ selectors: [PageSelector],
    _ reporter: inout Reporter
  ) -> PageRule {
    let opening = components.current
    components.position += 1
    var reader = DeclarationReader(place: .page, origin: origin, folder: folder)
    var boxes: [(name: MarginBoxName, block: DeclarationBlock)] = []
    var footnotes: [DeclarationBlock] = []
    while let token = components.current, token.kind != .closeBrace {
      switch token.kind {
      case .whitespace, .semicolon: components.position += 1
      case .atKeyword:
        if token.word == "footnote" {
          if let block = readFootnoteArea(&components, token, &reporter) { footnotes.append(block) }
        } else if let box = readMarginBox(&components, token, &reporter) {
          boxes.append(box)
        }
      default: reader.read(&components, &reporter)
      }
    }
    if components.current == nil, let opening { reportUnclosed(opening, &reporter) }
    components.position += 1
    return PageRule(selectors: selectors, block: reader.block, marginBoxes: boxes, footnotes: footnotes)
  }

  private mutating func readFootnoteArea(
    _ components: inout ComponentReader,
    _ keyword: Component,
    _ reporter: inout Reporter
  ) -> DeclarationBlock? {
    components.position += 1
    components.skipSpaces()
    guard components.current?.kind == .openBrace else {
      let help = "write @footnote { border-top: 0.5pt solid }"
      reporter.report(.wrongAtRule, "@footnote has no block", at: keyword, help: help)
      skipAtRule(&components)
      return nil
    }
    return readBlock(&components, .marginBox, &reporter, isFootnoteArea: true)
  }

  private mutating func readMarginBox(
    _ components: inout ComponentReader,
    _ keyword: Component,
    _ reporter: inout Reporter
  ) -> (name: MarginBoxName, block: DeclarationBlock)? {
    guard let name = MarginBoxName(rawValue: keyword.word) else {
      let names = MarginBoxName.allCases.map(\.rawValue) + ["footnote"]
      reporter.report(
        .unknownAtRule,
        "@\(keyword.text) is not a margin box",
        at: keyword,
        help: nearestName(to: keyword.text, in: names).map { "did you mean @\($0)?" }
          ?? "there are " + names.map { "@" + $0 }.joined(separator: " ")
      )
      skipAtRule(&components)
      return nil
    }
    components.position += 1
    components.skipSpaces()
    guard components.current?.kind == .openBrace else {
      let help = "write @\(name.rawValue) { content: ... }"
      reporter.report(.wrongAtRule, "@\(name.rawValue) has no block", at: keyword, help: help)
      skipAtRule(&components)
      return nil
    }
    return (name, readBlock(&components, .marginBox, &reporter))
  }
}
