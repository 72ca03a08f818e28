import Markup

/// What selectors ask of elements, worked out once for a tree; indices are the tree's node indices.
struct ElementFacts {
  let tree: ElementTree
  /// Number of an id, or -1 where no selector names it.
  private(set) var ids: [Int32]
  /// Numbers of the classes that selectors name: `classes[classStart[n]..<classStart[n + 1]]`.
  private(set) var classes: [Int32] = []
  private(set) var classStart: [Int32]
  /// Place among the parent's elements from 1, and how many there are.
  private(set) var position: [Int32]
  private(set) var siblingCount: [Int32]
  /// The element before, or -1.
  private(set) var previous: [Int32]
  /// The language of an element (`languages`), inherited.
  private(set) var language: [Int32]
  private(set) var languages: [String] = [""]

  init(_ tree: ElementTree, symbols: Symbols) {
    self.tree = tree
    let count = tree.nodes.count
    ids = Array(repeating: -1, count: count)
    classStart = Array(repeating: 0, count: count + 1)
    position = Array(repeating: 1, count: count)
    siblingCount = Array(repeating: 1, count: count)
    previous = Array(repeating: -1, count: count)
    language = Array(repeating: 0, count: count)
    readAttributes(symbols)
    countSiblings()
  }

  private mutating func readAttributes(_ symbols: Symbols) {
    var known: [String: [Int32]] = [:]
    var languageNumbers: [String: Int32] = ["": 0]
    for (index, node) in tree.nodes.enumerated() {
      if node.parent >= 0 { language[index] = language[Int(node.parent)] }
      if node.kind != .text {
        for place in Int(node.first)..<Int(node.first + node.count) {
          switch tree.attributes[place].name {
          case "id": ids[index] = symbols.numbers[tree.attributes[place].value] ?? -1
          case "class": classes += numbers(of: tree.attributes[place].value, symbols, &known)
          case "lang", "xml:lang":
            let tag = tree.attributes[place].value
            if languageNumbers[tag] == nil {
              languageNumbers[tag] = Int32(languages.count)
              languages.append(tag)
            }
            language[index] = languageNumbers[tag] ?? 0
          default: break
          }
        }
      }
      classStart[index + 1] = Int32(classes.count)
    }
  }

  private func numbers(of value: String, _ symbols: Symbols, _ known: inout [String: [Int32]]) -> [Int32] {
    if let numbers = known[value] { return numbers }
    let numbers = value.utf8.split(whereSeparator: isSpace).compactMap { symbols.numbers[String(Substring($0))] }
    known[value] = numbers
    return numbers
  }

  private mutating func countSiblings() {
    var last = Array(repeating: Int32(-1), count: tree.nodes.count)
    for index in tree.nodes.indices where tree.nodes[index].kind != .text && tree.nodes[index].parent >= 0 {
      let parent = Int(tree.nodes[index].parent)
      previous[index] = last[parent]
      position[index] = last[parent] < 0 ? 1 : position[Int(last[parent])] + 1
      last[parent] = Int32(index)
    }
    for index in tree.nodes.indices where tree.nodes[index].kind != .text && tree.nodes[index].parent >= 0 {
      let lastSibling = last[Int(tree.nodes[index].parent)]
      siblingCount[index] = position[Int(lastSibling)]
    }
  }

  func has(class number: Int32, _ node: Int) -> Bool {
    var place = classStart[node]
    let end = classStart[node + 1]
    while place < end {
      if classes[Int(place)] == number { return true }
      place += 1
    }
    return false
  }

  /// The elements among a node's children.
  func elementChildren(of node: Int) -> [Int] {
    var children: [Int] = []
    var child = tree.nodes[node].firstChild
    while child >= 0 {
      if tree.nodes[Int(child)].kind != .text { children.append(Int(child)) }
      child = tree.nodes[Int(child)].nextSibling
    }
    return children
  }
}
