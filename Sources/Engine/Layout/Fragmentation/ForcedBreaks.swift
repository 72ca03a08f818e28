import Styles

/// Which boxes hold a forced break: such a box is broken even where all of it fits.
struct ForcedBreaks {
  /// By box.
  private let holds: [Bool]

  /// One walk over the tree; children stand behind their parents in it.
  init(in session: LayoutSession) {
    // A break between columns counts: whether there are columns around is not known here.
    var session = session
    session.columnDepth = 1
    let boxes = session.tree.boxes
    var holds = [Bool](repeating: false, count: boxes.count)
    for index in boxes.indices.reversed() {
      // A table may be split into groups of columns, between which a break is forced.
      if boxes[index].kind == .tableWrapper, session.styles[boxes[index].style].tableSplit == .columns {
        holds[index] = true
      }
      var child = boxes[index].firstChild
      var previous: Int32 = -1
      while child >= 0 {
        let isForced = previous >= 0 && session.forcedBreak(between: previous, and: child) != nil
        if isForced || holds[Int(child)] { holds[index] = true }
        previous = child
        child = boxes[Int(child)].nextSibling
      }
    }
    self.holds = holds
  }

  /// Boxes made since, for one page only, hold none.
  func isHeld(by box: Int32) -> Bool { Int(box) < holds.count && holds[Int(box)] }
}

extension LayoutSession {
  /// Whether a forced break stands inside a box.
  mutating func holdsForcedBreak(_ box: Int32) -> Bool {
    if let forcedBreaks { return forcedBreaks.isHeld(by: box) }
    let made = ForcedBreaks(in: self)
    forcedBreaks = made
    return made.isHeld(by: box)
  }
}
