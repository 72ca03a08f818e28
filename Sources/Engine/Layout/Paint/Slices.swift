import Geometry
import Styles

/// A box whose pieces show one background: an element's own box, or that of one of its pseudo-elements.
struct SlicedBox: Hashable {
  var node: Int32
  var pseudo: PseudoElement?
  var kind: FragmentKind
}

/// What pieces of boxes have shown so far, so that backgrounds go on where a break has cut them
/// (`box-decoration-break: slice`, CSS Fragmentation 3, 5.4).
struct Slices {
  /// The piece of a box that goes on: what came before, and the edges at the start, which later pieces lack.
  private struct Piece {
    var length = 0.0
    var border = 0.0
    var padding = 0.0
  }

  /// The lengths of whole boxes, as far as they are known.
  var totals: [SlicedBox: Double] = [:]
  private var placed: [SlicedBox: Piece] = [:]

  /// Where a piece's background is placed: the box as if it had not been broken, and its edges; `nil` where the piece stands
  /// for itself.
  ///
  /// Pieces come in order. Where the length of the whole box is not known, the piece is taken for the last one.
  mutating func whole(of node: FragmentNode, at box: Rect, style: ComputedStyle) -> BackgroundBoxes? {
    guard node.continuesBefore || node.continuesAfter, let key = node.slicedBox(style) else { return nil }
    let isInline = node.kind == .inline
    let own = isInline ? box.size.width : box.size.height
    var piece = (node.continuesBefore ? placed[key] : nil) ?? Piece()
    let before = piece.length
    if before == 0 {
      piece.border = isInline ? node.border.left : node.border.top
      piece.padding = isInline ? node.padding.left : node.padding.top
    }
    piece.length += own
    placed[key] = node.continuesAfter ? piece : nil
    let total = node.continuesAfter ? max(totals[key] ?? 0, piece.length) : piece.length
    var (border, padding) = (node.border, node.padding)
    var rect = box
    if isInline {
      rect.origin.x -= before
      rect.size.width = total
      (border.left, padding.left) = (piece.border, piece.padding)
      if node.continuesAfter {
        (border.right, padding.right) = (style.borderWidth.right, style.padding.right.used(of: 0))
      }
    } else {
      rect.origin.y -= before
      rect.size.height = total
      (border.top, padding.top) = (piece.border, piece.padding)
      if node.continuesAfter {
        (border.bottom, padding.bottom) = (style.borderWidth.bottom, style.padding.bottom.used(of: 0))
      }
    }
    return BackgroundBoxes(border: RoundedRect(rect), widths: border, padding: padding)
  }

  /// Adds the length of a piece to that of its box.
  mutating func measure(_ node: FragmentNode, style: ComputedStyle) {
    guard node.continuesBefore || node.continuesAfter, let key = node.slicedBox(style) else { return }
    let own = node.kind == .inline ? node.size.width : node.size.height
    totals[key] = (node.continuesBefore ? totals[key] ?? 0 : 0) + own
  }
}

extension FragmentNode {
  /// The box whose background its pieces share; `nil` where each has its own.
  fileprivate func slicedBox(_ style: ComputedStyle) -> SlicedBox? {
    guard !style.background.hasNoImages, !style.clonesDecoration, !isRepeated, hasOwnStyle || kind == .table,
      kind != .tableWrapper
    else { return nil }
    return SlicedBox(node: node, pseudo: pseudo, kind: kind)
  }
}

extension StyledDocument {
  /// Whether a background may ask how high a box is over all its pages, which is known when the last of them is.
  var placesByWholeBoxes: Bool {
    styles.contains { style in
      !style.clonesDecoration && style.background.layers.contains { $0.refersToHeight }
    }
  }
}

extension BackgroundLayer {
  fileprivate var refersToHeight: Bool {
    guard attachment != .fixed else { return false }
    switch image {
    case .none: return false
    case .file: break
    case .gradient: if case .size(_, nil) = size { return true }
    }
    if position.y.percent != 0 || tiling.y == .round || tiling.y == .space { return true }
    switch size {
    case .cover, .contain: return true
    case .size(_, let height): return (height?.percent ?? 0) != 0
    }
  }
}
