/// A tab among the glyphs; how wide it is depends on where its line has it.
struct TabGlyph: Sendable {
  var glyph: Int32
  /// Advance of all that stands before, tabs not counted.
  var x = 0.0
  /// The distance of tab stops; 0 for tabs that take no room.
  var interval: Double
  /// The least that a tab advances: half the width of a zero.
  var least: Double

  /// How far a tab advances from a place, measured from the start edge of the block (CSS Text 3, 4.2).
  func advance(from place: Double) -> Double {
    guard interval > 0 else { return 0 }
    let stops = (place / interval + tolerance).rounded(.down)
    let advance = (stops + 1) * interval - place
    // A stop nearer than half a zero is passed over.
    return advance < least - tolerance
      ? advance + interval * max(1, ((least - advance) / interval).rounded(.up)) : advance
  }
}

/// Adds up the tabs of one line from left to right.
struct TabWalk {
  private let paragraph: ShapedParagraph
  private let origin: Double
  private let startX: Double
  private var next: Int
  private var added = 0.0

  /// A walk along the line that begins at a break, `origin` points from the start edge of the block.
  init(paragraph: ShapedParagraph, from start: LineBreak, origin: Double) {
    self.paragraph = paragraph
    self.origin = origin
    startX = start.x
    next = paragraph.tabIndex(from: start.glyph)
  }

  /// What the tabs before a glyph add to the line's width.
  mutating func width(before glyph: Int32) -> Double {
    while next < paragraph.tabs.count, paragraph.tabs[next].glyph < glyph {
      let tab = paragraph.tabs[next]
      added += tab.advance(from: origin + tab.x - startX + added)
      next += 1
    }
    return added
  }
}

extension ShapedParagraph {
  /// The index of the first tab at or after a glyph.
  func tabIndex(from glyph: Int32) -> Int {
    var low = 0
    var high = tabs.count
    while low < high {
      let middle = (low + high) / 2
      if tabs[middle].glyph < glyph { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Natural width of a line that begins `origin` points from the start edge of the block.
  func width(from start: Int, to end: Int, origin: Double) -> Double {
    let plain = width(from: start, to: end)
    guard !tabs.isEmpty else { return plain }
    var walk = TabWalk(paragraph: self, from: breaks[start], origin: origin)
    return plain + walk.width(before: breaks[end].trimmedGlyph)
  }
}
