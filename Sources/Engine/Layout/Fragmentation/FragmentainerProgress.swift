import Styles

/// Where a fragmentainer (a page, a column, a cell's share of a page) may end.
enum BreakPoint: Hashable {
  /// Before a box, after what precedes it (CSS Fragmentation 3, 4.1, class A).
  case before(Int32)
  /// Before a line of a container of lines (class B).
  case line(box: Int32, index: Int)
  /// Inside a box whose parts stand side by side, each part at the best place of its own; or in its height below its content.
  case inside(Int32)
}

/// How good a break is; more is better (CSS Fragmentation 3, 4.4: rules are dropped in this order).
enum BreakAppeal: Int, Comparable {
  /// Against `avoid`.
  case violatingAvoid = 1
  /// Against orphans or widows.
  case violatingOrphansAndWidows
  case perfect

  static func < (first: BreakAppeal, second: BreakAppeal) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// What layout knows of the fragmentainer that it is filling.
struct FragmentainerProgress {
  /// The last of the best places to break so far.
  private(set) var best: BreakPoint?
  private(set) var bestAppeal = BreakAppeal.violatingAvoid
  /// Where this fragmentainer must end: found by an earlier try.
  var target: BreakPoint?
  /// Where it did end.
  var actual: BreakPoint?
  /// The forced break that ended it.
  var forced: BreakBetween?
  /// Whether the one before ended with a forced break, so that the margin at its start stays.
  var keepsMarginAtStart = false
  /// Whether content that fits nowhere is placed all the same: breaking earlier was tried.
  var mayOverflow = false

  /// Whether content that fits nowhere is given back: what stands before this flow can end the page.
  var givesBack = false

  /// Whether the fragmentainer can end earlier than here.
  var canBreakEarlier: Bool { (best != nil || givesBack) && !mayOverflow }

  /// Notes a place to break; the last of equals wins.
  mutating func record(_ point: BreakPoint, appeal: BreakAppeal) {
    guard best == nil || appeal >= bestAppeal else { return }
    best = point
    bestAppeal = appeal
  }
}
