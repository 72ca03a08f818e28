import Geometry
import Styles

/// An absolutely positioned box that goes on on the next page.
struct BrokenBox {
  var box: Int32
  var token: BreakToken?
  /// Left border edge in the page area.
  var left: Double
  var size: SettledSize
  /// The size of its containing block.
  var available: Size
  var margin: Edges
}

extension LayoutSession {
  /// Breaks a positioned box that reaches below the page area: what does not fit goes on at the top of the next page
  /// (CSS 2.2, 13.2.1).
  ///
  /// - Parameters:
  ///   - fragment: the whole box; its offset is in the page area.
  ///   - block: its containing block.
  ///   - height: the height of the page area.
  /// - Returns: the piece of this page; the whole box where it stands by its bottom, or nothing of it would fit.
  mutating func breakPositioned(_ fragment: FragmentNode, in block: PositioningBlock, height: Double) -> FragmentNode {
    let (top, bottom) = (fragment.offset.y, fragment.offset.y + fragment.size.height)
    let style = style(fragment.box)
    guard bottom > height + tolerance, top < height - tolerance,
      style.inset.top != .auto || style.inset.bottom == .auto, mayBreak(fragment.box, style)
    else { return fragment }
    let isTable = tree[fragment.box].kind == .tableWrapper
    let whole = BrokenBox(
      box: fragment.box,
      left: fragment.offset.x,
      size: SettledSize(width: fragment.size.width, height: .atLeast(fragment.size.height, isDefinite: true)),
      available: Size(
        width: isTable ? fragment.size.width + fragment.margin.horizontal : block.rect.size.width,
        height: block.rect.size.height
      ),
      margin: fragment.margin
    )
    return piece(of: whole, at: top, height: height, FragmentainerStart(mustProgress: false)) ?? fragment
  }

  /// Places what is left of positioned boxes at the top of a page.
  mutating func placeBroken(in root: inout FragmentNode, height: Double) {
    let waiting = brokenBoxes
    brokenBoxes.removeAll()
    for broken in waiting {
      guard var fragment = piece(of: broken, at: 0, height: height, FragmentainerStart()) else { continue }
      fragment.offset.x -= root.offset.x
      fragment.offset.y -= root.offset.y
      root.children.append(fragment)
    }
  }

  private func mayBreak(_ box: Int32, _ style: ComputedStyle) -> Bool {
    guard style.breakInside == .auto, !style.overflowY.isScrollable else { return false }
    switch tree[box].kind {
    case .block, .flex: return true
    // A percentage would be taken twice.
    case .tableWrapper:
      guard case .length(let width) = style.width else { return true }
      return width.percent == 0
    default: return false
    }
  }

  /// One piece of a broken box; `nil` where nothing fits.
  ///
  /// What is left of it waits for the next page.
  private mutating func piece(of broken: BrokenBox, at y: Double, height: Double, _ start: FragmentainerStart)
    -> FragmentNode?
  {
    let outer = floats
    floats = FloatContext()
    defer { floats = outer }
    var space = ConstraintSpace(available: broken.available.width)
    space.availableHeight = broken.available.height
    space.remaining = height - y
    space.settled = tree[broken.box].kind == .tableWrapper ? nil : broken.size
    let filled = withNotesAside { session in
      session.fillFragmentainer(start) { $0.layOut(broken.box, in: space, from: broken.token) }
    }
    var fragment = filled.result.fragment
    fragment.margin = broken.margin
    if broken.token != nil { fragment.margin.top = 0 }
    fragment.offset = Point(x: broken.left, y: y)
    switch filled.result.status {
    case .outOfSpace: return nil
    case .complete: break
    case .broken(let token):
      fragment.margin.bottom = 0
      var rest = broken
      rest.token = token
      brokenBoxes.append(rest)
    }
    return fragment
  }
}
