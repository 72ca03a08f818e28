extension FlexPlan {
  /// Gives the items of a line their used main sizes (CSS Flexbox 1, 9.7).
  mutating func resolveFlexibleLengths(of line: FlexLine) {
    guard !line.items.isEmpty else { return }
    let grows = outerMain(of: line.items, by: \.hypothetical) < main
    var open = unfrozen(of: line, grows: grows)
    let initialFree = freeSpace(of: line, open: open)
    while !open.isEmpty {
      var free = freeSpace(of: line, open: open)
      let factors = open.reduce(0) { $0 + factor(of: $1, grows: grows) }
      // Factors of less than one in all take that share of the space, not all of it.
      if factors < 1, abs(initialFree * factors) < abs(free) { free = initialFree * factors }
      distribute(free, over: open, factors: factors, grows: grows)
      open = freeze(open)
    }
  }

  private func factor(of index: Int, grows: Bool) -> Double {
    grows ? items[index].grow : items[index].shrink
  }

  /// Step 3: what cannot flex, or would leave its bounds at once, has its hypothetical size.
  private mutating func unfrozen(of line: FlexLine, grows: Bool) -> [Int] {
    var open: [Int] = []
    for index in line.items {
      let item = items[index]
      let isPastBound = grows ? item.baseSize > item.hypothetical : item.baseSize < item.hypothetical
      items[index].main = item.hypothetical
      if factor(of: index, grows: grows) > 0, !isPastBound { open.append(index) }
    }
    return open
  }

  /// The space left beside frozen items at their used and open items at their base sizes.
  private mutating func freeSpace(of line: FlexLine, open: [Int]) -> Double {
    for index in open { items[index].main = items[index].baseSize }
    return main - outerMain(of: line.items, by: \.main)
  }

  private mutating func distribute(_ free: Double, over open: [Int], factors: Double, grows: Bool) {
    guard free != 0 else { return }
    if grows {
      for index in open { items[index].main += free * (items[index].grow / factors) }
      return
    }
    let scaled = open.reduce(0) { $0 + items[$1].shrink * items[$1].baseSize }
    guard scaled > 0 else { return }
    for index in open {
      items[index].main -= abs(free) * (items[index].shrink * items[index].baseSize / scaled)
    }
  }

  /// Steps 4 d and e: clamps the open items and freezes all, those below their minimum, or those above their maximum.
  private mutating func freeze(_ open: [Int]) -> [Int] {
    var violation = 0.0
    var changes = [Double](repeating: 0, count: open.count)
    for (place, index) in open.enumerated() {
      let clamped = max(items[index].minMain, min(items[index].main, items[index].maxMain))
      changes[place] = clamped - items[index].main
      violation += changes[place]
      items[index].main = max(0, clamped)
    }
    if abs(violation) < tolerance * tolerance { return [] }
    return zip(open, changes).filter { violation > 0 ? $0.1 <= 0 : $0.1 >= 0 }.map(\.0)
  }
}
