/// Lines of like length, and last lines that are not too short (CSS Text 4, 5.5: `text-wrap-style`).
///
/// Both work on the stretch between two forced breaks, by breaking it line by line in narrower rooms.
struct LineBalance {
  private let setter: LineSetter

  init(setter: LineSetter) {
    self.setter = setter
  }

  /// The breaks that end lines from `start` on.
  func ends(from start: Int, _ breaking: LineBreaking) -> [Int] {
    var ends: [Int] = []
    var start = start
    while start < setter.paragraph.breaks.count - 1 {
      let greedy = stretch(ends.count, from: start, cut: 0, limit: Int.max) ?? []
      let better =
        breaking == .balance ? balanced(greedy, ends.count, from: start) : pretty(greedy, ends.count, from: start)
      ends += better ?? greedy
      guard let last = greedy.last else { break }
      start = last
    }
    return ends
  }

  /// The narrowest rooms that keep the number of lines: found by halving, to a tenth of a point.
  private func balanced(_ greedy: [Int], _ first: Int, from start: Int) -> [Int]? {
    guard 2...Self.mostBalancedLines ~= greedy.count else { return nil }
    var best: [Int]?
    var low = 0.0
    var high = setter.measure.width
    while high - low > 0.1 {
      let middle = (low + high) / 2
      if let ends = stretch(first, from: start, cut: middle, limit: greedy.count) {
        best = ends
        low = middle
      } else {
        high = middle
      }
    }
    return best
  }

  /// Narrows the last lines step by step until the last one is a third of its room; as it was where that takes another line.
  private func pretty(_ greedy: [Int], _ first: Int, from start: Int) -> [Int]? {
    let kept = max(0, greedy.count - Self.prettyLines)
    let tail = greedy.dropFirst(kept)
    guard tail.count > 1 else { return nil }
    let tailStart = kept > 0 ? greedy[kept - 1] : start
    var ends = Array(tail)
    for _ in 0..<Self.prettySteps {
      var from = tailStart
      var cut = Double.infinity
      for (number, end) in ends.enumerated() {
        let room = setter.room(ofLine: first + kept + number, from: from)
        let width = setter.width(first + kept + number, from: from, to: end)
        if end == ends.last, width >= room / 3 { return Array(greedy.prefix(kept)) + ends }
        if end != ends.last { cut = min(cut, room - width) }
        from = end
      }
      guard let next = stretch(first + kept, from: tailStart, cut: cut + 0.01, limit: tail.count) else { return nil }
      ends = next
    }
    return nil
  }

  /// The lines up to the next forced break in rooms narrower by `cut`; `nil` where they are more than `limit`, or a word does not fit that did.
  private func stretch(_ first: Int, from start: Int, cut: Double, limit: Int) -> [Int]? {
    var ends: [Int] = []
    var start = start
    while start < setter.paragraph.breaks.count - 1 {
      guard ends.count < limit else { return nil }
      let end = setter.firstFit(first + ends.count, from: start, cut: cut)
      if cut > 0 {
        let room = setter.room(ofLine: first + ends.count, from: start)
        let width = setter.width(first + ends.count, from: start, to: end) - Double(setter.paragraph.breaks[end].hang)
        if width > room - cut + tolerance, width <= room + tolerance { return nil }
      }
      ends.append(end)
      start = end
      if setter.paragraph.breaks[end].strength >= .forced { break }
    }
    return ends
  }

  /// Longer stretches are left as they are: balance is for titles.
  private static let mostBalancedLines = 10
  /// How many of the last lines are moved for the last one's sake, and how often at most.
  private static let prettyLines = 4
  private static let prettySteps = 30
}
