/// Finds the lines of a paragraph that together look best, after Knuth and Plass, "Breaking Paragraphs into Lines" (1981).
///
/// Stretch between forced breaks is optimised by itself, with more and more looseness allowed; in the last pass a place that has no good line
/// takes the fullest one. A break needs one best way for each fitness class; while lines have rooms of their own (beside floats), one for each
/// number of lines that lead to it.
struct TotalFit {
  private struct Node {
    /// Index into `candidates`.
    var place: Int
    var fitness: Int
    /// How many lines lead here; counted up to where lines no longer differ.
    var line: Int
    var demerits: Double
    /// Index into `nodes`; -1 at the start.
    var previous: Int
  }

  /// The paragraph's breaks, and nothing else of it: methods that only read would copy all its arrays at each call, so those of the inner loop are
  /// `mutating` (measured: half of the layout of prose).
  private let breaks: [LineBreak]
  private let measure: LineMeasure
  private let spacing: WordSpacing
  /// The line that the stretch between two forced breaks begins with.
  private var firstLine = 0
  /// The best ways to the place that is looked at: four classes for each number of lines.
  private var best: [Node] = []
  /// Indices into the paragraph's breaks.
  private var candidates: [Int] = []
  /// The last candidate at or before each that does not break a word anywhere.
  private var ordinary: [Int] = []
  private var nodes: [Node] = []
  private var active: [Int] = []

  init(paragraph: ShapedParagraph, measure: LineMeasure, spacing: WordSpacing) {
    breaks = paragraph.breaks
    self.measure = measure
    self.spacing = spacing
  }

  /// The breaks that end lines from the break `start` on, as indices into the paragraph's breaks, in order.
  mutating func breakLines(from start: Int) -> [Int] {
    var ends: [Int] = []
    var start = start
    while start < breaks.count - 1 {
      firstLine = min(ends.count, measure.rooms.count)
      collectCandidates(from: start)
      guard let last = candidates.last else { break }
      ends += bestEnds()
      start = last
    }
    return ends
  }

  /// Lists the start and the opportunities up to the next forced break; weak ones, and those of `overflow-wrap`, only where the text between two
  /// others is too wide.
  private mutating func collectCandidates(from start: Int) {
    candidates.removeAll(keepingCapacity: true)
    ordinary.removeAll(keepingCapacity: true)
    add(candidate: start)
    let narrowest = narrowestRoom(from: start)
    var weak: [Int] = []
    var before = start
    for index in breaks.indices[(start + 1)...] {
      let strength = breaks[index].strength
      if strength <= .weak {
        weak.append(index)
        continue
      }
      if !weak.isEmpty, width(from: before, to: index) > narrowest + tolerance {
        for index in weak { add(candidate: index) }
      }
      weak.removeAll(keepingCapacity: true)
      add(candidate: index)
      before = index
      if strength >= .forced { return }
    }
  }

  private mutating func add(candidate index: Int) {
    let isOrdinary = breaks[index].strength != .emergency
    ordinary.append(isOrdinary ? candidates.count : ordinary.last ?? 0)
    candidates.append(index)
  }

  private mutating func bestEnds() -> [Int] {
    for looseness in spacing.looseness {
      if let ends = attempt(looseness: looseness, acceptsAny: false) { return ends }
    }
    return attempt(looseness: spacing.looseness.last ?? 1, acceptsAny: true) ?? Array(candidates.dropFirst())
  }

  private mutating func attempt(looseness: Double, acceptsAny: Bool) -> [Int]? {
    nodes.removeAll(keepingCapacity: true)
    nodes.append(Node(place: 0, fitness: 1, line: firstLine, demerits: 0, previous: -1))
    active.removeAll(keepingCapacity: true)
    active.append(0)
    for place in candidates.indices.dropFirst() {
      let nearest = advance(to: place, looseness: looseness)
      guard active.isEmpty else { continue }
      guard acceptsAny else { return nil }
      rescue(place, from: nearest, looseness: looseness)
    }
    return ends()
  }

  /// Tries every active node as the start of a line that ends at `place`.
  ///
  /// Returns the best of the nodes that became too far away.
  private mutating func advance(to place: Int, looseness: Double) -> Int? {
    let isEnd = place == candidates.count - 1
    best.removeAll(keepingCapacity: true)
    var dropped: Int?
    var kept = 0
    for position in active.indices {
      let node = active[position]
      let ratio = self.ratio(from: nodes[node], to: place, isEnd: isEnd)
      if ratio >= -1 {
        if ordinary[place] != place {
          // A word is broken anywhere only where it has a line to itself, and as late as it can be.
          if isFullest(node, place) { offer(node, place: place, ratio: 0) }
        } else if ratio <= looseness {
          offer(node, place: place, ratio: ratio)
        }
      } else if breaks[candidates[place]].hyphen >= 0 {
        // A hyphen may be too much where the next letters without one are not.
        active[kept] = node
        kept += 1
      } else {
        if dropped.map({ nodes[node].demerits < nodes[$0].demerits }) ?? true { dropped = node }
      }
      // At the end no line goes on from what is behind.
      if ratio >= -1 && !isEnd {
        active[kept] = node
        kept += 1
      }
    }
    active.removeSubrange(kept...)
    appendBest()
    return dropped
  }

  private mutating func append(_ node: Node) {
    active.append(nodes.count)
    nodes.append(node)
  }

  private mutating func offer(_ node: Int, place: Int, ratio: Double) {
    let fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3
    let demerits = nodes[node].demerits + self.demerits(from: node, to: place, ratio: ratio, fitness: fitness)
    let line = line(after: node)
    var slot = 0
    while slot < best.count, best[slot].line != line { slot += 4 }
    if slot == best.count {
      for _ in 0..<4 { best.append(Node(place: place, fitness: 0, line: line, demerits: .infinity, previous: -1)) }
    }
    if demerits < best[slot + fitness].demerits {
      best[slot + fitness] = Node(place: place, fitness: fitness, line: line, demerits: demerits, previous: node)
    }
  }

  /// Makes nodes of the best ways to a place; where many numbers of lines lead to it, of those next to the best one's.
  private mutating func appendBest() {
    var center = 0
    if best.count > 4 * Self.mostLineNumbers, let leader = best.min(by: { $0.demerits < $1.demerits }) {
      center = leader.line
    }
    for node in best where node.previous >= 0 {
      if best.count <= 4 * Self.mostLineNumbers || abs(node.line - center) <= Self.mostLineNumbers / 2 { append(node) }
    }
  }

  private mutating func isFullest(_ node: Int, _ place: Int) -> Bool {
    guard nodes[node].place >= ordinary[place], place + 1 < candidates.count else { return false }
    return ratio(from: nodes[node], to: place + 1, isEnd: place + 2 == candidates.count) < -1
  }

  /// Goes on where no line of bounded looseness ends: the line up to the opportunity before, or else the overfull one up to this.
  private mutating func rescue(_ place: Int, from dropped: Int?, looseness: Double) {
    var start = dropped ?? nodes.count - 1
    // A word is not broken anywhere where its line could end before it.
    let end = ordinary[place - 1] > nodes[start].place ? ordinary[place - 1] : place - 1
    if nodes[start].place < end {
      let demerits = nodes[start].demerits + Self.rescueDemerits
      append(Node(place: end, fitness: 3, line: line(after: start), demerits: demerits, previous: start))
      start = nodes.count - 1
      var farther: Int?
      for next in (end + 1)...place {
        farther = advance(to: next, looseness: looseness)
        if active.isEmpty, next < place { rescue(next, from: farther, looseness: looseness) }
      }
      guard active.isEmpty, farther != nil else { return }
    }
    let demerits = nodes[start].demerits + Self.rescueDemerits
    append(Node(place: place, fitness: 3, line: line(after: start), demerits: demerits, previous: start))
  }

  private mutating func line(after node: Int) -> Int {
    min(nodes[node].line + 1, measure.rooms.count)
  }

  private func ends() -> [Int]? {
    let last = candidates.count - 1
    var best = -1
    for node in active where nodes[node].place == last {
      if best < 0 || nodes[node].demerits < nodes[best].demerits { best = node }
    }
    guard best >= 0 else { return nil }
    var ends: [Int] = []
    while best > 0 {
      ends.append(candidates[nodes[best].place])
      best = nodes[best].previous
    }
    return ends.reversed()
  }

  /// The narrowest room of a line of the stretch that begins at a break.
  private mutating func narrowestRoom(from start: Int) -> Double {
    let later = measure.rooms.dropFirst(firstLine + 1).reduce(measure.width) { min($0, $1.width) }
    return min(room(ofLine: firstLine, from: start), measure.hangsIndent ? later - measure.firstIndent : later)
  }

  private mutating func room(ofLine number: Int, from start: Int) -> Double {
    let width = number < measure.rooms.count ? measure.rooms[number].width : measure.width
    let isAfterForcedBreak = measure.indentsEachLine && breaks[start].strength == .forced
    return width - measure.indent(isFirst: start == 0, isAfterForcedBreak: isAfterForcedBreak)
  }

  private mutating func width(from start: Int, to end: Int) -> Double {
    max(0, breaks[end].trimmedX - breaks[start].x)
  }

  private mutating func spaces(from start: Int, to end: Int) -> (count: Int, width: Double) {
    let count = Int(breaks[end].trimmedSpaces - breaks[start].spaces)
    return count > 0 ? (count, breaks[end].trimmedSpaceWidth - breaks[start].spaceWidth) : (0, 0)
  }

  /// How far a line's spaces must stretch (1: gladly) or shrink (-1: at most).
  ///
  /// Below -1 the line is too long.
  private mutating func ratio(from node: Node, to end: Int, isEnd: Bool) -> Double {
    let from = candidates[node.place]
    let to = candidates[end]
    let room = self.room(ofLine: node.line, from: from)
    var gap = room - width(from: from, to: to)
    if gap < 0 { gap = min(0, gap + Double(breaks[to].hang)) }
    if abs(gap) <= tolerance || (isEnd && gap >= 0) { return 0 }
    let spaces = spaces(from: from, to: to)
    if gap < 0 {
      let shrink = spaces.width * spacing.shrink
      return shrink > 0 && gap >= -shrink - tolerance ? max(-1, gap / shrink) : -2
    }
    let stretch = spaces.width * spacing.stretch
    return stretch > 0 ? gap / stretch : .infinity
  }

  private mutating func demerits(from node: Int, to place: Int, ratio: Double, fitness: Int) -> Double {
    let badness = 100 * abs(ratio * ratio * ratio)
    var demerits = (10 + badness) * (10 + badness)
    if abs(fitness - nodes[node].fitness) > 1 { demerits += Self.contrastDemerits }
    let to = candidates[place]
    let from = candidates[nodes[node].place]
    if breaks[to].strength == .weak { demerits += Self.weakBreakDemerits }
    if breaks[to].strength == .emergency { demerits += Self.emergencyDemerits }
    if breaks[to].hyphen >= 0 {
      demerits += Self.hyphenDemerits
      if breaks[from].hyphen >= 0 { demerits += Self.secondHyphenDemerits }
    }
    let isLonely = place == candidates.count - 1 && from > 0 && spaces(from: from, to: to).count == 0
    if isLonely && width(from: from, to: to) < measure.width / 8 { demerits += Self.shortLastLineDemerits }
    return demerits
  }

  /// More numbers of lines than these are not followed up at one place: the work stays linear beside the longest float.
  private static let mostLineNumbers = 8
  /// A tight line beside a loose one.
  private static let contrastDemerits = 10_000.0
  /// A break that a Vietnamese rule forbids, where the line would overflow without it.
  private static let weakBreakDemerits = 10_000.0
  /// A hyphen at a line's end (TeX's \\hyphenpenalty 50, squared), and one right below another.
  private static let hyphenDemerits = 2_500.0
  private static let secondHyphenDemerits = 10_000.0
  /// A break of `overflow-wrap`: worse than any line, better than an overfull one.
  private static let emergencyDemerits = 1e7
  /// A last line of one short syllable: worth as much as two fairly loose lines.
  private static let shortLastLineDemerits = 5_000.0
  /// More than any good line, and finite, so that the ways to one place still compare.
  private static let rescueDemerits = 1e9
}
