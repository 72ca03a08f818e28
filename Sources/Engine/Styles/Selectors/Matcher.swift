import Markup

/// Says whether a selector selects an element.
///
/// Remembers what would otherwise be counted again for every sibling, so that no selector costs more than its tree.
struct Matcher {
  let facts: ElementFacts
  var memory = SiblingMemory()

  init(_ facts: ElementFacts) {
    self.facts = facts
  }

  /// Whether `selector`, leaving its pseudo-element aside, selects the element at `node`.
  mutating func matches(_ selector: Selector, _ node: Int) -> Bool {
    matches(selector, from: 0, node)
  }

  mutating func matchesAny(_ selectors: [Selector], _ node: Int) -> Bool {
    for selector in selectors where matches(selector, node) { return true }
    return false
  }

  /// What looking leftwards from an element came to.
  private enum Outcome {
    case fits
    /// Another element further left may fit.
    case fails
    /// No ancestor further up fits either: those above this one have been tried, and all ancestors of theirs are its own.
    case failsForAncestors
  }

  /// Whether the compounds from `index` on, to the left, fit an element at `node` and what stands before it.
  private mutating func matches(_ selector: Selector, from index: Int, _ node: Int) -> Bool {
    outcome(of: selector, from: index, node) == .fits
  }

  /// Without the third outcome, a chain of descendant combinators would try every choice of ancestors.
  private mutating func outcome(of selector: Selector, from index: Int, _ node: Int) -> Outcome {
    guard matches(selector.compounds[index], node) else { return .fails }
    guard index < selector.combinators.count else { return .fits }
    switch selector.combinators[index] {
    case .child:
      let parent = Int(facts.tree.nodes[node].parent)
      return parent >= 0 ? outcome(of: selector, from: index + 1, parent) : .failsForAncestors
    case .descendant:
      var ancestor = Int(facts.tree.nodes[node].parent)
      while ancestor >= 0 {
        let found = outcome(of: selector, from: index + 1, ancestor)
        if found != .fails { return found }
        ancestor = Int(facts.tree.nodes[ancestor].parent)
      }
      return .failsForAncestors
    case .nextSibling:
      let sibling = Int(facts.previous[node])
      return sibling >= 0 ? outcome(of: selector, from: index + 1, sibling) : .fails
    case .laterSibling:
      return hasEarlierSibling(selector, from: index + 1, node) ? .fits : .fails
    }
  }

  /// The first sibling that fits is remembered: with 50,000 siblings each is asked once, not once for each later one.
  private mutating func hasEarlierSibling(_ selector: Selector, from index: Int, _ node: Int) -> Bool {
    let parent = facts.tree.nodes[node].parent
    guard parent >= 0 else { return false }
    let key = SiblingMemory.Key(test: selector.id << 8 | Int32(index & 255), parent: parent)
    let first: Int32
    if let known = memory.firstMatch[key] {
      first = known
    } else {
      let found = facts.elementChildren(of: Int(parent)).first { matches(selector, from: index, $0) }
      first = found.map(Int32.init) ?? Int32.max
      memory.firstMatch[key] = first
    }
    return first < Int32(node)
  }

  private mutating func matches(_ compound: Compound, _ node: Int) -> Bool {
    if let kind = compound.kind, facts.tree.nodes[node].kind != kind { return false }
    for test in compound.tests where !matches(test, node) { return false }
    return true
  }

  private mutating func matches(_ test: Compound.Test, _ node: Int) -> Bool {
    switch test {
    case .id(let number): return facts.ids[node] == number
    case .class(let number): return facts.has(class: number, node)
    case .attribute(let test): return matches(test, node)
    case .root: return facts.tree.nodes[node].parent < 0
    case .empty: return isEmpty(node)
    case .link:
      return facts.tree.nodes[node].kind == .a && facts.tree.attribute("href", of: NodeID(node)) != nil
    case .language(let ranges):
      let language = facts.languages[Int(facts.language[node])].lowercased()
      return ranges.contains { language == $0 || language.hasPrefix($0 + "-") }
    case .nth(let nth): return matches(nth, node)
    case .anyOf(let selectors): return matchesAny(selectors, node)
    case .noneOf(let selectors): return !matchesAny(selectors, node)
    case .has(let relatives):
      for relative in relatives where has(relative, node) { return true }
      return false
    }
  }

  private func isEmpty(_ node: Int) -> Bool {
    var child = facts.tree.nodes[node].firstChild
    while child >= 0 {
      let other = facts.tree.nodes[Int(child)]
      if other.kind != .text || other.count > 0 { return false }
      child = other.nextSibling
    }
    return true
  }

  private func matches(_ test: AttributeTest, _ node: Int) -> Bool {
    guard var found = facts.tree.attribute(test.name, of: NodeID(node)) else { return false }
    var wanted = test.value
    if test.ignoresCase { (found, wanted) = (found.lowercased(), wanted.lowercased()) }
    switch test.comparison {
    case .exists: return true
    case .equals: return found == wanted
    case .includes:
      return !wanted.isEmpty && found.utf8.split(whereSeparator: isSpace).contains { $0.elementsEqual(wanted.utf8) }
    case .dash: return found == wanted || found.hasPrefix(wanted + "-")
    case .prefix: return !wanted.isEmpty && found.hasPrefix(wanted)
    case .suffix: return !wanted.isEmpty && found.hasSuffix(wanted)
    case .contains: return !wanted.isEmpty && found.contains(wanted)
    }
  }
}
