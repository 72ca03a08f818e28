import Geometry
import Styles

/// Where a box goes on in the next fragmentainer: on the next page, in the next column.
///
/// Copyable; costs the depth of the break, never the length of what was placed.
struct BreakToken {
  var box: Int32
  /// Content block size placed in earlier fragmentainers.
  var consumed = 0.0
  /// What comes next inside the box.
  var position: Position
  /// Of a container of lines: objects of its content before this one have been placed if they are floats, also where the line
  /// that holds their place comes next.
  var firstFloat: Int32 = 0
  /// Floats of the box's formatting context that go on, or begin, in the next fragmentainer.
  var floats: [FloatContext.Pending] = []
  /// Boxes inside that have ended earlier and whose content overflows them into the next fragmentainer, beside what follows
  /// them (CSS Fragmentation 3, 4.1: parallel flows).
  var parallel: [BreakToken] = []
  /// Whether the box itself has ended: only content that overflows it goes on.
  var isEnded = false
  /// The forced break at which such content ended.
  var forced: BreakBetween?

  enum Position {
    /// A block container: the child to go on with, or -1 when all are placed; whether it has not begun; its own token.
    case child(Int32, inner: [BreakToken])
    /// A container of lines: the next line and the byte of the paragraph at which it begins.
    case line(Int, byte: Int32)
    /// A table: the next row in the order of rows, and cells that go on.
    case row(TableBreak)
    /// A flex container: the line, or the items, to go on with.
    case flex(FlexResume)
    /// A multi-column container: the flow, or the spanning box, to go on with.
    indirect case columns(ColumnsResume)
  }

  /// The tokens of the boxes inside that go on as well.
  var inner: [BreakToken] {
    let waiting = floats.compactMap(\.token) + parallel
    switch position {
    case .child(_, let inner): return inner + waiting
    case .line: return waiting
    case .row(let position): return position.cells.compactMap(\.token) + waiting
    case .columns(let resume): return [resume.flow, resume.spannerToken].compactMap { $0 } + waiting
    case .flex(let resume): return resume.parts.compactMap(\.token) + waiting
    }
  }
}

/// What a formatting context is given by its parent.
struct ConstraintSpace {
  /// Inline size of the containing block, in points.
  var available: Double
  /// The widest border box of automatic width, where floats or insets leave less room than the containing block has.
  var widestBox: Double?
  /// Block size of the containing block where it is definite.
  var availableHeight: Double?
  /// Block size left in the fragmentainer from the box's border edge; `nil` where the content is not to be broken.
  var remaining: Double?
  /// The place of the containing block's left content edge and of the box's top border edge in the formatting context.
  var offset = Point.zero
  /// The margins that adjoin at the top of the box, its own among them; `nil` where none but its own do.
  var joined: JoinedMargins?
  /// The border box that the formatting context around has settled for the box, such as a flex item's.
  var settled: SettledSize?
  /// Whether boxes here may span the columns around (CSS Multi-column Layout 1, 6.1).
  var allowsSpanners = false
  /// Whether a box around asks that it be not broken.
  var isInsideAvoid = false
  /// Whether content that overflows the box at the end of the fragmentainer may go on beside what follows the box.
  var allowsParallel = false
}

/// The border-box size of a box whose parent's formatting context has settled it.
struct SettledSize: Hashable {
  var width: Double
  var height = Height.asStyled

  enum Height: Hashable {
    /// As `height`, `min-height` and `max-height` say.
    case asStyled
    /// As high as the content, whatever those say.
    case content
    /// So many points; percentages inside refer to it where it is definite.
    case fixed(Double, isDefinite: Bool)
    /// As `fixed`, or more: content that breaks may need more than it did unbroken.
    case atLeast(Double, isDefinite: Bool)
  }

  /// The height that the box is to have, if any.
  var leastHeight: Double? {
    switch height {
    case .asStyled, .content: nil
    case .fixed(let height, _), .atLeast(let height, _): height
    }
  }
}

/// What a formatting context gives back.
struct LayoutResult {
  enum Status {
    /// All of the box is in the fragment.
    case complete
    /// The fragment ends its page or column; the token says where to go on.
    case broken(BreakToken)
    /// What comes next fits nowhere in this fragmentainer: break at the best earlier place.
    case outOfSpace
  }

  var fragment: FragmentNode
  var status: Status
  /// Margins at the end that collapse with what follows.
  var bottomMargin = MarginStrut()
  /// Where content that overflows a complete box goes on in the next fragmentainer.
  var overflow: BreakToken?
}
