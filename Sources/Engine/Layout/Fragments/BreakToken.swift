import Styles

/// Where a box goes on on the next page.
///
/// Copyable; costs the depth of the break, never the length of what was placed.
struct BreakToken {
  var box: Int32
  /// Content block size placed on earlier pages.
  var consumed = 0.0
  /// What comes next inside the box.
  var position: Position

  enum Position {
    /// A block container: the child to go on with, or -1 when all are placed; whether it has not begun; its own token.
    case child(Int32, inner: [BreakToken])
    /// A container of lines: the next line.
    case line(Int)
    /// A table: the next row in the order of rows.
    case row(Int)
  }
}

/// Where a page may end.
enum BreakPoint: Hashable {
  /// Before a box, after what precedes it (CSS Fragmentation 3, 4.1, class A).
  case before(Int32)
  /// Before a line of a container of lines (class B).
  case line(box: Int32, index: Int)
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

/// What layout knows of the page it is filling.
struct PageProgress {
  /// The last of the best places to break so far.
  var best: BreakPoint?
  var bestAppeal = BreakAppeal.violatingAvoid
  /// Where this page must end: found by an earlier try.
  var target: BreakPoint?
  /// Where it did end.
  var actual: BreakPoint?
  /// The forced break that ended it.
  var forced: BreakBetween?
  /// Whether the page before ended with a forced break, so that the margin at its start stays.
  var keepsMarginAtStart = false
  /// Whether content that fits nowhere is placed all the same: breaking earlier was tried.
  var mayOverflow = false

  /// Whether the page can end earlier than here.
  var canBreakEarlier: Bool { best != nil && !mayOverflow }

  /// Notes a place to break; the last of equals wins.
  mutating func record(_ point: BreakPoint, appeal: BreakAppeal) {
    guard best == nil || appeal >= bestAppeal else { return }
    best = point
    bestAppeal = appeal
  }
}

/// What a formatting context is given by its parent.
struct ConstraintSpace {
  /// Inline size of the containing block, in points.
  var available: Double
  /// Block size of the containing block where it is definite.
  var availableHeight: Double?
  /// Block size left on the page from the box's border edge; `nil` where the content is not to be broken.
  var remaining: Double?
  /// Whether a box around asks that it be not broken.
  var isInsideAvoid = false
}

/// What a formatting context gives back.
struct LayoutResult {
  enum Status {
    /// All of the box is in the fragment.
    case complete
    /// The fragment ends the page; the token says where to go on.
    case broken(BreakToken)
    /// What comes next fits nowhere on this page: break at the best earlier place.
    case outOfSpace
  }

  var fragment: FragmentNode
  var status: Status
  /// Margins at the end that collapse with what follows.
  var bottomMargin = MarginStrut()
}
