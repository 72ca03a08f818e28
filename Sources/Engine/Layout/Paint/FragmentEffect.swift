public import Geometry

/// What takes a fragment out of plain painting order, or changes how it and all inside it are painted.
public struct FragmentEffect: Sendable, Hashable {
  /// Where it is painted (CSS 2.2, appendix E).
  public enum Layer: Sendable, Hashable {
    /// With its neighbours.
    case inFlow
    /// Over the blocks around it, under their text.
    case float
    /// Over what is in flow, as if it were a stacking context: `z-index: auto`.
    case positioned
    /// A stacking context.
    case context
  }

  /// Where it is painted.
  public var layer = Layer.inFlow
  /// `z-index` of a stacking context.
  public var zIndex = 0
  /// `opacity` of it and all inside it as one.
  public var opacity = 1.0
  /// In the page's coordinates; `nil` for none.
  ///
  /// One that cannot be inverted hides the fragment.
  public var transform: Transform?
  /// What may be seen of what is inside it; `nil` for all.
  public var clip: RoundedRect?
  /// The outline, painted over all else of its stacking context: into the page's `boxPaints`, or -1.
  public var outline: Int32 = -1

  /// No effect.
  public init() {}

  /// Whether it paints in a layer of its own in the stacking context around it.
  public var leavesFlow: Bool { layer == .positioned || layer == .context }
}

extension Page {
  /// Where a rectangle of a fragment is seen: moved by the transforms of the fragment and of those around it.
  public func seen(_ rect: Rect, of fragment: Int) -> Rect {
    var result = rect
    for index in transformed.reversed() where index <= fragment && fragment < Int(fragments[index].end) {
      if let transform = effects[Int(fragments[index].effect)].transform { result = transform.bounds(of: result) }
    }
    return result
  }
}
