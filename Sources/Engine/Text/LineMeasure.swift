/// How the lines of a paragraph are found.
public enum LineBreaking: Sendable, Hashable {
  /// As much as fits, line by line.
  case firstFit
  /// The best set of lines for the whole paragraph (Knuth and Plass), for justified text.
  case totalFit
  /// Line by line in rooms as narrow as the number of lines allows, so that lines are of like length (`text-wrap: balance`); ten lines at most.
  case balance
  /// Line by line, with a last line that is not too short (`text-wrap: pretty`).
  case pretty
}

/// The room for one line between what stands beside it.
public struct LineRoom: Sendable, Hashable {
  /// Where the line may begin, in points from the start edge of the block: what a float takes there.
  public var start: Double
  /// The width that it may take, in points, its indent included.
  public var width: Double

  /// A room of `width` points that begins at `start`.
  public init(start: Double = 0, width: Double) {
    self.start = start
    self.width = width
  }
}

/// The widths that lines may take, in points.
public struct LineMeasure: Sendable, Hashable {
  /// Width available to every line that has no room of its own.
  public var width: Double
  /// Indent of the first line (`text-indent`); may be negative.
  public var firstIndent: Double
  /// Whether lines other than the last will be justified to the full width.
  public var isJustified: Bool
  /// Whether lines are justified between all characters, rather than between words (`text-justify: inter-character`).
  public var spreadsCharacters = false
  /// The rooms of the first lines, from where breaking begins: those beside floats.
  ///
  /// Later lines take `width`.
  public var rooms: [LineRoom] = []
  /// Whether last lines, and those before forced breaks, are justified too (`text-align-last: justify`).
  public var justifiesLast = false
  /// Whether lines after forced breaks are indented as the first (`text-indent: each-line`).
  public var indentsEachLine = false
  /// Whether the indent holds for all lines but those (`text-indent: hanging`).
  public var hangsIndent = false
  /// Whether the paragraph's first line is the first of the element that holds it.
  public var holdsFirstLine = true

  /// Lines of `width` points.
  public init(width: Double, firstIndent: Double = 0, isJustified: Bool = false) {
    self.width = width
    self.firstIndent = firstIndent
    self.isJustified = isJustified
  }

  /// The room of a line, counted from where breaking begins.
  public func room(ofLine index: Int) -> LineRoom {
    index < rooms.count ? rooms[index] : LineRoom(width: width)
  }

  /// The least that a line may take, its indent taken off.
  var narrowest: Double {
    rooms.reduce(width) { min($0, $1.width) } - max(0, firstIndent)
  }

  /// The indent of a line (CSS Text 3, 7.1): `isFirst` of the paragraph, or after a forced break.
  func indent(isFirst: Bool, isAfterForcedBreak: Bool) -> Double {
    (isFirst ? holdsFirstLine : indentsEachLine && isAfterForcedBreak) != hangsIndent ? firstIndent : 0
  }
}
