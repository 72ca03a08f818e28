import Markup

/// What a matcher has found out about the children of elements.
struct SiblingMemory {
  struct Key: Hashable {
    var test: Int32
    var parent: Int32
  }

  /// The first child that a test fits, by node; `Int32.max` where there is none.
  var firstMatch: [Key: Int32] = [:]
  /// The last child that a test fits; -1 where there is none.
  var lastMatch: [Key: Int32] = [:]
  /// Place and number of equals, by node, for tests that do not count all siblings.
  var places: [Int32: [Int32: Place]] = [:]
  /// Which parents' children `places` holds.
  var counted: Set<Key> = []

  struct Place {
    var position: Int32
    var count: Int32
  }
}

/// `:nth-child()` and `:has()`.
extension Matcher {
  mutating func matches(_ nth: Nth, _ node: Int) -> Bool {
    let place: SiblingMemory.Place
    if case .siblings = nth.among {
      place = SiblingMemory.Place(position: facts.position[node], count: facts.siblingCount[node])
    } else {
      let parent = facts.tree.nodes[node].parent
      let key = SiblingMemory.Key(test: nth.id, parent: parent)
      if memory.counted.insert(key).inserted { count(nth, parent) }
      guard let found = memory.places[nth.id]?[Int32(node)] else { return false }
      place = found
    }
    return nth.contains(Int(nth.isFromEnd ? place.count - place.position + 1 : place.position))
  }

  /// Numbers the children of a parent that belong together for a test.
  private mutating func count(_ nth: Nth, _ parent: Int32) {
    let children = parent < 0 ? [0] : facts.elementChildren(of: Int(parent))
    var groups: [String: [Int]] = [:]
    for child in children {
      switch nth.among {
      case .sameType: groups[facts.tree.localName(of: NodeID(child)), default: []].append(child)
      case .matching(let selectors):
        if matchesAny(selectors, child) { groups["", default: []].append(child) }
      case .siblings: break
      }
    }
    for group in groups.values {
      for (index, child) in group.enumerated() {
        let place = SiblingMemory.Place(position: Int32(index + 1), count: Int32(group.count))
        memory.places[nth.id, default: [:]][Int32(child)] = place
      }
    }
  }

  mutating func has(_ relative: Relative, _ node: Int) -> Bool {
    switch relative.combinator {
    case .child: return lastMatch(relative.selector, childOf: Int32(node)) >= 0
    case .descendant:
      // In preorder a subtree is the run of nodes up to the next node that is not below: at most depth × nodes in all.
      var next = node + 1
      let end = subtreeEnd(node)
      while next < end {
        if facts.tree.nodes[next].kind != .text, matches(relative.selector, next) { return true }
        next += 1
      }
      return false
    case .nextSibling:
      var sibling = facts.tree.nodes[node].nextSibling
      while sibling >= 0, facts.tree.nodes[Int(sibling)].kind == .text {
        sibling = facts.tree.nodes[Int(sibling)].nextSibling
      }
      return sibling >= 0 && matches(relative.selector, Int(sibling))
    case .laterSibling:
      let parent = facts.tree.nodes[node].parent
      return parent >= 0 && lastMatch(relative.selector, childOf: parent) > Int32(node)
    }
  }

  private mutating func lastMatch(_ selector: Selector, childOf parent: Int32) -> Int32 {
    let key = SiblingMemory.Key(test: selector.id, parent: parent)
    if let known = memory.lastMatch[key] { return known }
    let found = facts.elementChildren(of: Int(parent)).last { matches(selector, $0) }
    let last = found.map(Int32.init) ?? -1
    memory.lastMatch[key] = last
    return last
  }

  /// The node after the last one below `node`.
  private func subtreeEnd(_ node: Int) -> Int {
    var current = node
    while current >= 0 {
      let sibling = facts.tree.nodes[current].nextSibling
      if sibling >= 0 { return Int(sibling) }
      current = Int(facts.tree.nodes[current].parent)
    }
    return facts.tree.nodes.count
  }
}
