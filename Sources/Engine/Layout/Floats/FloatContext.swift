import Geometry
import Styles

/// The floats of one block formatting context, as far as they matter for what comes later.
///
/// Coordinates are those of the context root's content box in this fragmentainer. Places only move down, so floats that lie
/// above the place reached are forgotten: a look-up costs the number of floats beside it.
struct FloatContext {
  /// A float's margin box.
  struct Placed {
    var rect: Rect
    var side: FloatSide
  }

  /// A float, or the rest of one, that goes on in the next fragmentainer.
  struct Pending {
    var box: Int32
    var token: BreakToken?
    /// The content edges of its containing block.
    var left: Double
    var right: Double
    /// The height of its containing block where it is definite.
    var height: Double?
  }

  /// Room between floats.
  struct Opportunity: Equatable {
    var left: Double
    var right: Double

    var width: Double { right - left }
  }

  private var placed: [Placed] = []
  private(set) var pending: [Pending] = []
  /// No float may be higher than one before it (CSS 2.2, 9.5.1, rule 5).
  private var lowestTop = -Double.infinity
  private var leftBottom = -Double.infinity
  private var rightBottom = -Double.infinity

  var isEmpty: Bool { placed.isEmpty && pending.isEmpty }

  /// The lower edge of all floats; 0 without any.
  var bottom: Double { max(0, leftBottom, rightBottom) }

  /// Whether a float reaches below `y`.
  func reaches(below y: Double) -> Bool {
    max(leftBottom, rightBottom) > y + tolerance
  }

  /// Where a box with `clear` may begin at the earliest (CSS 2.2, 9.5.2).
  func clearance(_ clear: Clear) -> Double {
    switch clear {
    case .none: -.infinity
    case .left: leftBottom
    case .right: rightBottom
    case .both: max(leftBottom, rightBottom)
    }
  }

  /// The highest place at which the next float may have its top, from `y` on.
  func top(from y: Double) -> Double { max(y, lowestTop) }

  /// The room between two edges of a containing block, from `y` to `y + height`.
  func opportunity(at y: Double, height: Double, left: Double, right: Double) -> Opportunity {
    var result = Opportunity(left: left, right: right)
    for float in placed where isBeside(float, y, height) {
      if float.side == .left {
        result.left = max(result.left, float.rect.right)
      } else {
        result.right = min(result.right, float.rect.left)
      }
    }
    return result
  }

  /// The nearest lower edge of a float that stands beside `y` to `y + height`: below it there is more room.
  func nextEdge(at y: Double, height: Double) -> Double? {
    placed.lazy.filter { isBeside($0, y, height) }.map(\.rect.bottom).min()
  }

  private func isBeside(_ float: Placed, _ y: Double, _ height: Double) -> Bool {
    float.rect.bottom > y + tolerance && (float.rect.top < y + height - tolerance || float.rect.top <= y + tolerance)
  }

  /// Notes where a float stands; `y` is the place that the flow has reached.
  mutating func add(_ rect: Rect, side: FloatSide) {
    lowestTop = max(lowestTop, rect.top)
    if side == .left { leftBottom = max(leftBottom, rect.bottom) } else { rightBottom = max(rightBottom, rect.bottom) }
    guard rect.size.height > 0, rect.size.width != 0 else { return }
    placed.append(Placed(rect: rect, side: side))
  }

  /// Forgets the floats that end above `y`: nothing will be placed there any more.
  mutating func forget(above y: Double) {
    guard placed.count > 16 else { return }
    placed.removeAll { $0.rect.bottom <= y + tolerance }
  }

  /// Puts a float, or what is left of it, off to the next fragmentainer.
  mutating func putOff(_ float: Pending) {
    pending.append(float)
  }
}
