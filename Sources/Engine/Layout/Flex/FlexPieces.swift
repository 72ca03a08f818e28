import Diagnostics
import Geometry
import Styles

/// What decides how an unbroken flex item comes out.
struct FlexPieceKey: Hashable {
  var box: Int32
  var size: SettledSize
  /// Width and height that percentages of the item refer to.
  var available: Double
  var availableHeight: Double?
}

/// A flex item laid out unbroken, and what was reported meanwhile.
struct FlexPiece {
  var fragment: FragmentNode
  var reports: [Diagnostic]
}

extension LayoutSession {
  /// Lays out an item unbroken, to see how large it is: reports are kept back.
  ///
  /// Every size is laid out once, so that nested containers cost their depth, not a power of it.
  mutating func flexPiece(_ box: Int32, _ size: SettledSize, in container: FlexContainer) -> FragmentNode {
    let key = FlexPieceKey(
      box: box,
      size: size,
      available: container.width,
      availableHeight: container.definiteHeight
    )
    if let known = flexPieces[key] { return known.fragment }
    let outer = (diagnostics, fragmentainer)
    diagnostics = DiagnosticList()
    fragmentainer = FragmentainerProgress()
    let result = layOut(box, in: space(of: size, in: container), from: nil)
    // What an earlier try at the same width reported was said of lines that are kept.
    let reports = diagnostics.all
    (diagnostics, fragmentainer) = outer
    let piece = FlexPiece(fragment: result.fragment, reports: reports)
    flexPieces[key] = piece
    return piece.fragment
  }

  /// The space that an item with a settled size is laid out in.
  func space(of size: SettledSize, in container: FlexContainer) -> ConstraintSpace {
    var space = ConstraintSpace(available: container.width)
    space.availableHeight = container.definiteHeight
    space.settled = size
    return space
  }

  /// Reports what was kept back about an item: the paragraph of a width is broken and reported once, whatever the height.
  mutating func reportFlexPiece(_ box: Int32, _ sizes: [SettledSize], in container: FlexContainer) {
    var told: [Diagnostic] = []
    for size in sizes {
      let key = FlexPieceKey(
        box: box,
        size: size,
        available: container.width,
        availableHeight: container.definiteHeight
      )
      for report in flexPieces[key]?.reports ?? [] where !told.contains(report) {
        told.append(report)
        diagnostics.report(report)
      }
    }
  }
}
