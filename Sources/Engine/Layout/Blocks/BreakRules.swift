import Styles

extension LayoutSession {
  /// The forced break between two siblings, if there is one: by `break-after`, `break-before`, or a change of named page.
  func forcedBreak(between previous: Int32, and next: Int32) -> BreakBetween? {
    let before = startBreak(of: next)
    let after = endBreak(of: previous)
    // Where both force a break, the later one says on which side of the sheet to go on (CSS Fragmentation 3, 4.3).
    if isForced(before) { return before }
    if isForced(after) { return after }
    return startPage(of: next) != endPage(of: previous) ? .page : nil
  }

  /// Whether `avoid` on either side asks that two siblings stay together.
  func avoidsBreak(between previous: Int32, and next: Int32) -> Bool {
    isAvoided(startBreak(of: next)) || isAvoided(endBreak(of: previous))
  }

  /// Whether a value forces a break here; `column` does in columns only.
  func isForced(_ value: BreakBetween) -> Bool {
    value.isForced || (value == .column && columnDepth > 0)
  }

  /// Whether a value asks for no break: those that name columns count inside them, those that name pages outside.
  func isAvoided(_ value: BreakBetween) -> Bool {
    value == .avoid || value == (columnDepth > 0 ? .avoidColumn : .avoidPage)
  }

  /// Whether a box asks for no break inside it.
  func avoidsBreakInside(_ box: Int32) -> Bool {
    let value = style(box).breakInside
    return value == .avoid || value == (columnDepth > 0 ? .avoidColumn : .avoidPage)
  }

  /// Notes how much content lacks to stay in its column.
  mutating func noteShortage(_ shortage: Double) {
    if shortage > tolerance { leastShortage = min(leastShortage, shortage) }
  }

  /// `break-before` of a box and of the first boxes inside it: it propagates outwards (CSS Fragmentation 3, 3.1).
  func startBreak(of box: Int32) -> BreakBetween {
    var result = tree[box].isAnonymous ? .auto : style(box).breakBefore
    var child = firstInside(box)
    while child >= 0, tree[child].breaksAsBlock {
      let inner = tree[child].isAnonymous ? .auto : style(child).breakBefore
      if isForced(inner) || (isAvoided(inner) && result == .auto) { result = inner }
      child = firstInside(child)
    }
    return result
  }

  /// `break-after` of a box and of the last boxes inside it.
  func endBreak(of box: Int32) -> BreakBetween {
    var result = tree[box].isAnonymous ? .auto : style(box).breakAfter
    var child = lastInside(box)
    while child >= 0, tree[child].breaksAsBlock {
      let inner = tree[child].isAnonymous ? .auto : style(child).breakAfter
      if isForced(inner) || (isAvoided(inner) && result == .auto) { result = inner }
      child = lastInside(child)
    }
    return result
  }

  /// The first box inside a box whose break is its own as well: of a table its first group of rows, of a row none.
  private func firstInside(_ box: Int32) -> Int32 {
    switch tree[box].kind {
    case .tableWrapper:
      let groups = rowGroups(of: box)
      return groups.first { tree[$0].kind == .headerGroup } ?? groups.first ?? -1
    case .row, .table: return -1
    default: return tree.firstChildInFlow(of: box)
    }
  }

  private func lastInside(_ box: Int32) -> Int32 {
    switch tree[box].kind {
    case .tableWrapper:
      let groups = rowGroups(of: box)
      return groups.first { tree[$0].kind == .footerGroup } ?? groups.last ?? -1
    case .row, .table: return -1
    default: return tree.lastChildInFlow(of: box)
    }
  }

  private func rowGroups(of wrapper: Int32) -> [Int32] {
    tree.children(of: wrapper).first { tree[$0].kind == .table }.map { tree.children(of: $0) } ?? []
  }

  /// The named page on which a box begins (CSS Paged Media 3, 8.1: the first child's name counts).
  func startPage(of box: Int32) -> String {
    var current = box
    while tree[current].kind == .block, case let first = tree.firstChildInFlow(of: current), first >= 0 {
      current = first
    }
    return pageName(of: current)
  }

  /// The named page on which a box ends.
  func endPage(of box: Int32) -> String {
    var current = box
    while tree[current].kind == .block, case let last = tree.lastChildInFlow(of: current), last >= 0 { current = last }
    return pageName(of: current)
  }

  /// An anonymous box is on its element's page; `page` as used has been handed down already.
  private func pageName(of box: Int32) -> String {
    styles[document.styleIndices[Int(tree[box].node)]].page
  }
}

extension BreakBetween {
  /// Whether the value forces a page break.
  var isForced: Bool {
    switch self {
    case .page, .left, .right, .recto, .verso, .always: true
    case .auto, .avoid, .avoidPage, .avoidColumn, .column: false
    }
  }

  /// Whether the value asks for no break.
  var isAvoided: Bool { self == .avoid || self == .avoidPage }
}
