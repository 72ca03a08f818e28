import Geometry
import Styles

/// How much a note is made to fit.
private enum NoteFit {
  /// Well: whole, or broken where `auto` lets it and orphans and widows are kept.
  case well
  /// As much of it as there is room for: its call can go nowhere else.
  case anyhow
  /// All that the page holds, at least one line: nothing else is in the area.
  case overflowing
}

extension LayoutSession {
  /// What is left of the fragmentainer for content, notes taken off; `nil` where content is not to be broken.
  func room(in space: ConstraintSpace) -> Double? {
    space.remaining.map { $0 - footnotes.taken }
  }

  /// Places the notes of content that is to be placed; gives `false`, and places none, where they do not fit.
  ///
  /// The footnote area grows upwards from the end of the page area, the content downwards: both must have room
  /// (CSS GCPM 3, 2.7).
  /// - Parameters:
  ///   - notes: the boxes of the notes, in the order of their calls.
  ///   - free: distance from the bottom of the content to the end of the fragmentainer; `nil` where content is not to be
  ///     broken, so that whoever places it places its notes.
  /// - Returns: whether they have their place.
  mutating func placeNotes(_ notes: [Int32], free: Double?) -> Bool {
    guard !notes.isEmpty, let free, footnotes.takesNotes else { return true }
    let mark = footnotes.mark
    let most = min(free + footnotes.roomBelow, footnotes.clearHeight)
    for note in notes where !isPlaced(note) {
      guard place(FootnoteArea.Pending(box: note), most: most, .well) else {
        footnotes.revert(to: mark)
        return false
      }
    }
    return true
  }

  /// Places the notes of a line; gives `false` where the line, or the line with its notes, does not fit.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - bottom: its bottom edge.
  ///   - space: that of its container.
  ///   - following: how many lines must stay with it: a long note leaves room for them where it may break.
  /// - Returns: whether the line has its place.
  mutating func placeNotes(of line: FragmentNode, bottom: Double, in space: ConstraintSpace, following: Int = 0) -> Bool
  {
    guard let room = room(in: space) else { return true }
    guard bottom <= room + tolerance else { return false }
    guard !line.notes.isEmpty, let free = space.remaining.map({ $0 - bottom }) else { return true }
    if following > 0, placeNotes(line.notes, free: free - Double(following) * line.size.height) { return true }
    return placeNotes(line.notes, free: free)
  }

  /// How many lines must stay on a page with the ones placed so far: those that orphans want, and all where too few would be
  /// left for widows.
  ///
  /// - Parameters:
  ///   - placed: lines of the container on this page.
  ///   - all: lines from the first on this page to the last.
  ///   - style: the container's.
  /// - Returns: how many more belong here.
  func linesFollowing(_ placed: Int, of all: Int, style: ComputedStyle) -> Int {
    let least = max(0, style.orphans - placed)
    let left = all - placed - least
    return left > 0 && left < style.widows ? all - placed : min(least, max(0, all - placed))
  }

  /// Ends the page before the paragraph of a line whose notes do not fit, where they ask for that (CSS GCPM 3, 2.7: `block`).
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - isResumed: whether the paragraph began on an earlier page: then it cannot be moved as a whole.
  ///   - entry: the fragmentainer when the paragraph began.
  /// - Returns: content that sends layout back to the best break before the paragraph; `nil` where there is none.
  mutating func breakBlock(
    before line: FragmentNode,
    isResumed: Bool,
    since entry: FragmentainerProgress
  ) -> BlockContent? {
    guard !isResumed, entry.best != nil, !fragmentainer.mayOverflow, footnotes.takesNotes,
      line.notes.contains(where: { style($0).footnotePolicy == .block })
    else { return nil }
    fragmentainer = entry
    return BlockContent(status: .outOfSpace)
  }

  /// Places as much of the notes as there is room for and puts the rest off: their calls can stand nowhere else.
  mutating func forceNotes(_ notes: [Int32], free: Double?) {
    guard !notes.isEmpty, let free, footnotes.takesNotes else { return }
    let most = min(free + footnotes.roomBelow, footnotes.clearHeight)
    for note in notes where !isPlaced(note) { force(FootnoteArea.Pending(box: note), most: most, .anyhow) }
  }

  /// Places the notes of content that may not be moved to the next page: well, else anyhow.
  mutating func placeOrForceNotes(_ notes: [Int32], free: Double?) {
    guard !placeNotes(notes, free: free) else { return }
    forceNotes(notes, free: free)
  }

  /// Places a note that is called between blocks, where no line holds its call.
  mutating func placeFootnote(_ box: Int32, at y: Double, in space: ConstraintSpace, stack: inout BlockStack) {
    stack.notes.append(box)
    placeOrForceNotes([box], free: space.remaining.map { $0 - y })
  }

  /// Keeps the area from growing into a float, which may reach below the line that calls the next note.
  mutating func keepNotesClear(of float: FragmentNode, in space: ConstraintSpace) {
    keepNotesClear(of: space.remaining.map { $0 - float.offset.y - float.size.height - float.margin.bottom })
  }

  /// Keeps the area from growing into content that ends at a distance from the end of the fragmentainer.
  mutating func keepNotesClear(of distance: Double?) {
    guard tree.hasFootnotes, footnotes.takesNotes else { return }
    footnotes.keepClear(of: distance)
  }

  /// Places notes that earlier pages have put off, at the top of the area.
  mutating func placeWaitingNotes(most: Double) {
    guard most > 0 else { return footnotes.putOff(contentsOf: waitingNotes[...]) }
    for (index, note) in waitingNotes.enumerated() {
      guard footnotes.pending.isEmpty else { return footnotes.putOff(contentsOf: waitingNotes[index...]) }
      force(note, most: most, footnotes.isEmpty ? .overflowing : .anyhow)
    }
  }

  /// Lays out content that does not place its notes itself: whoever places the content does.
  mutating func withNotesAside<Result>(_ layOutContent: (inout LayoutSession) -> Result) -> Result {
    let outer = footnotes.roomBelow
    footnotes.roomBelow = .infinity
    defer { footnotes.roomBelow = outer }
    return layOutContent(&self)
  }

  /// The notes called from a fragment and all inside it, in order.
  func notes(in fragment: FragmentNode) -> [Int32] {
    guard tree.hasFootnotes else { return [] }
    var result: [Int32] = []
    collectNotes(in: fragment, into: &result)
    return result
  }

  private func collectNotes(in fragment: FragmentNode, into result: inout [Int32]) {
    guard !fragment.isRepeated else { return }
    // A line has gathered those of its boxes, but for those that took their place after the flow; who places notes knows
    // which ones it has seen.
    result.append(contentsOf: fragment.notes)
    for child in fragment.children { collectNotes(in: child, into: &result) }
  }

  private func isPlaced(_ note: Int32) -> Bool {
    footnotes.knows(note) || placedNotes.contains(note)
  }

  private mutating func force(_ note: FootnoteArea.Pending, most: Double, _ fit: NoteFit) {
    if !place(note, most: most, fit) { footnotes.putOff(note) }
  }

  /// Places a note below those before it or on their last line, and the notes that it calls below it; the area may become
  /// `most` high.
  private mutating func place(_ note: FootnoteArea.Pending, most: Double, _ fit: NoteFit) -> Bool {
    // No note overtakes one that waits for the next page.
    guard footnotes.pending.isEmpty else { return false }
    let around = footnotes.edges.vertical + footnotes.edges.margin.vertical
    let height = min(most - around, footnotes.mostHeight)
    let isPlaced =
      if let run = noteRun(with: note) {
        placeRun(run, height: height, fit)
      } else {
        placeBlock(note, height: height, fit)
      }
    guard isPlaced, let fragment = footnotes.notes.last else { return false }
    for inner in notes(in: fragment) where !self.isPlaced(inner) {
      let next = FootnoteArea.Pending(box: inner)
      if fit == .well {
        guard place(next, most: most, fit) else { return false }
      } else {
        force(next, most: most, .anyhow)
      }
    }
    return true
  }

  /// Places a note as a block, or goes on with a block of several.
  private mutating func placeBlock(_ note: FootnoteArea.Pending, height: Double, _ fit: NoteFit) -> Bool {
    let start = (bottom: footnotes.bottom, strut: footnotes.strut)
    guard let (fragment, result) = layOut(note, below: start, height: height, fit) else { return false }
    if case .broken = result.status, fit == .well {
      guard style(note.box).footnotePolicy == .auto else { return false }
    }
    footnotes.add(fragment, of: note.box, bottomMargin: result.bottomMargin)
    if case .broken(let token) = result.status {
      footnotes.putOff(FootnoteArea.Pending(box: note.box, token: token, run: note.run))
    } else if !note.run.isEmpty {
      footnotes.open(
        NoteRun(box: note.box, notes: note.run, token: note.token, bottom: start.bottom, strut: start.strut)
      )
    }
    return true
  }

  /// Places the block of a run with its new last note, in place of that without it.
  private mutating func placeRun(_ run: NoteRun, height: Double, _ fit: NoteFit) -> Bool {
    let block = FootnoteArea.Pending(box: run.box, token: run.token, run: run.notes.count > 1 ? run.notes : [])
    guard let (fragment, result) = layOut(block, below: (run.bottom, run.strut), height: height, fit) else {
      return false
    }
    if case .broken(let token) = result.status {
      guard let note = run.notes.last, fit != .well || style(note).footnotePolicy == .auto,
        showsLastNote(of: run, before: token)
      else { return false }
      footnotes.add(fragment, of: run, bottomMargin: result.bottomMargin)
      footnotes.putOff(FootnoteArea.Pending(box: run.box, token: token, run: run.notes))
      return true
    }
    footnotes.add(fragment, of: run, bottomMargin: result.bottomMargin)
    var long = run
    closeLines(of: &long)
    return true
  }

  /// Lays a note's block out below those before it; `nil` where it does not fit as it should.
  private mutating func layOut(
    _ note: FootnoteArea.Pending,
    below start: (bottom: Double, strut: MarginStrut),
    height: Double,
    _ fit: NoteFit
  ) -> (FragmentNode, LayoutResult)? {
    var strut = start.strut
    let edges = BoxEdges(of: style(note.box), available: footnotes.width)
    if note.token == nil { strut.add(edges.margin.top) }
    let y = start.bottom + strut.sum
    guard fit == .overflowing || height > y + tolerance,
      fit == .overflowing || height + tolerance >= footnotes.leastHeight,
      let result = layOut(note, room: height - y, fit)
    else { return nil }
    var fragment = result.fragment
    if fragment.kind == .block, !fragment.isAnonymous { fragment.kind = .footnote }
    fragment.offset = Point(x: fragment.margin.left, y: y)
    if case .broken = result.status { endWithContent(&fragment) }
    return (fragment, result)
  }

  /// Makes a note that goes on end with its last line: what is left of the page is no part of the area.
  private func endWithContent(_ fragment: inout FragmentNode) {
    guard fragment.continuesAfter, fragment.kind == .block || fragment.kind == .footnote else { return }
    var bottom = fragment.border.top + fragment.padding.top
    for index in fragment.children.indices {
      endWithContent(&fragment.children[index])
      bottom = max(bottom, fragment.children[index].offset.y + fragment.children[index].size.height)
    }
    fragment.size.height = min(fragment.size.height, bottom)
  }

  /// Lays a note out in the room that is left in the area; `nil` where it does not fit as it should.
  private mutating func layOut(_ note: FootnoteArea.Pending, room: Double, _ fit: NoteFit) -> LayoutResult? {
    var space = ConstraintSpace(available: footnotes.width)
    space.remaining = room
    let start = FragmentainerStart(mustProgress: fit == .overflowing)
    let filled = withNotesAside { session in
      session.fillFragmentainer(start) { $0.layOut(note.box, in: space, from: note.token) }
    }
    switch filled.result.status {
    case .outOfSpace: return nil
    case .complete:
      let bottom = filled.result.fragment.size.height + max(0, filled.result.bottomMargin.sum)
      return fit == .overflowing || bottom <= room + tolerance ? filled.result : nil
    case .broken:
      guard fit == .well else { return filled.result }
      return filled.appeal == .perfect ? filled.result : nil
    }
  }
}
