import Markup

/// All rules of a document's sheets, found by what an element must have to be selected at all.
struct RuleIndex {
  /// One selector of a rule.
  struct Entry {
    var selector: Selector
    /// Index into `blocks`.
    var block: Int32
    /// Origin, specificity and order in one number: the greater one wins.
    var precedence: UInt64
  }

  private(set) var entries: [Entry] = []
  private(set) var blocks: [DeclarationBlock] = []
  private var byID: [Int32: [Int32]] = [:]
  private var byClass: [[Int32]]
  private var byKind: [ElementKind: [Int32]] = [:]
  private var universal: [Int32] = []

  init(_ sheets: [StyleSheet], symbols: Symbols) {
    byClass = Array(repeating: [], count: symbols.numbers.count)
    for sheet in sheets {
      for rule in sheet.rules {
        let block = Int32(blocks.count)
        blocks.append(rule.block)
        for selector in rule.selectors { add(selector, block) }
      }
    }
  }

  private mutating func add(_ selector: Selector, _ block: Int32) {
    let number = Int32(entries.count)
    let origin = UInt64(blocks[Int(block)].origin.rawValue)
    let precedence = origin << 62 | UInt64(selector.specificity.packed) << 32 | UInt64(number)
    entries.append(Entry(selector: selector, block: block, precedence: precedence))
    let subject = selector.compounds[0]
    var classNumber: Int32?
    for test in subject.tests {
      if case .id(let id) = test {
        byID[id, default: []].append(number)
        return
      }
      if case .class(let name) = test, classNumber == nil { classNumber = name }
    }
    if let classNumber {
      byClass[Int(classNumber)].append(number)
    } else if let kind = subject.kind {
      byKind[kind, default: []].append(number)
    } else {
      universal.append(number)
    }
  }

  /// Adds to `result` the rules that may select the element at `node`, unordered.
  func candidates(_ node: Int, _ facts: ElementFacts, into result: inout [Int32]) {
    result.append(contentsOf: universal)
    if let kind = byKind[facts.tree.nodes[node].kind] { result.append(contentsOf: kind) }
    if facts.ids[node] >= 0, let id = byID[facts.ids[node]] { result.append(contentsOf: id) }
    var place = facts.classStart[node]
    while place < facts.classStart[node + 1] {
      result.append(contentsOf: byClass[Int(facts.classes[Int(place)])])
      place += 1
    }
  }
}

/// Numbers lists of blocks, so that elements which the same rules select share their styles.
///
/// A list is a path from the root (0, no blocks): each step adds one block.
struct BlockPaths {
  private var steps: [UInt64: Int32] = [:]
  private var parents: [Int32] = [-1]
  private var blocks: [Int32] = [-1]

  mutating func step(from path: Int32, block: Int32) -> Int32 {
    let key = UInt64(UInt32(bitPattern: path)) << 32 | UInt64(UInt32(bitPattern: block))
    if let known = steps[key] { return known }
    let next = Int32(parents.count)
    parents.append(path)
    blocks.append(block)
    steps[key] = next
    return next
  }

  /// The blocks of a path, from the root on.
  func blocks(of path: Int32) -> [Int32] {
    var result: [Int32] = []
    var current = path
    while current > 0 {
      result.append(blocks[Int(current)])
      current = parents[Int(current)]
    }
    return result.reversed()
  }
}
