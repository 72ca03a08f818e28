import Styles

/// What filling one fragmentainer came to.
struct FilledFragmentainer {
  var result: LayoutResult
  /// How good the break is that ended it; `perfect` where nothing broke, or a break was forced.
  var appeal = BreakAppeal.perfect
  /// The forced break that ended it.
  var forced: BreakBetween?
}

/// How a fragmentainer begins.
struct FragmentainerStart {
  /// Whether the margin at its start stays: the one before ended with a forced break.
  var keepsMargin = false
  /// Whether it is empty and nothing before it can give room: then content that fits nowhere is placed all the same.
  ///
  /// A cell beside others, below earlier rows, is not: there the rows before it can end the page.
  var mustProgress = true
}

extension LayoutSession {
  /// Fills one fragmentainer with a flow that breaks at places of its own: a page, a column, a cell beside others.
  ///
  /// The flow is laid out once; a second time where its end was not the best place to break; a third time where nothing
  /// better is left and content must overflow. The fragmentainer around it, if any, is as it was afterwards.
  /// - Parameters:
  ///   - start: how the fragmentainer begins.
  ///   - layOutFlow: lays the flow out from its token; called up to three times, with the same state each time.
  /// - Returns: what was laid out, how good its end is, and which forced break made it.
  mutating func fillFragmentainer(
    _ start: FragmentainerStart,
    with layOutFlow: (inout LayoutSession) -> LayoutResult
  ) -> FilledFragmentainer {
    let outer = fragmentainer
    defer { fragmentainer = outer }
    var fresh = FragmentainerProgress()
    fresh.keepsMarginAtStart = start.keepsMargin
    fresh.givesBack = !start.mustProgress
    fragmentainer = fresh
    let floatsBefore = floats
    let footnotesBefore = footnotes
    var result = layOutFlow(&self)
    var appeal = fragmentainer.bestAppeal
    if columnNesting <= deepestColumnTries, let target = betterBreak(than: result.status) {
      fragmentainer = fresh
      fragmentainer.target = target
      floats = floatsBefore
      footnotes = footnotesBefore
      result = layOutFlow(&self)
    }
    if case .outOfSpace = result.status {
      floats = floatsBefore
      footnotes = footnotesBefore
      guard start.mustProgress else { return FilledFragmentainer(result: result, appeal: .violatingAvoid) }
      fragmentainer = fresh
      fragmentainer.mayOverflow = true
      result = layOutFlow(&self)
      appeal = fragmentainer.bestAppeal
    }
    if case .broken = result.status, fragmentainer.forced == nil {
      return FilledFragmentainer(result: result, appeal: appeal)
    }
    return FilledFragmentainer(result: result, forced: fragmentainer.forced)
  }

  /// The place where the fragmentainer should have ended instead; `nil` where it ended well.
  func betterBreak(than status: LayoutResult.Status) -> BreakPoint? {
    switch status {
    case .complete: return nil
    case .outOfSpace: return fragmentainer.best
    case .broken:
      guard fragmentainer.forced == nil, let best = fragmentainer.best, best != fragmentainer.actual else { return nil }
      return best
    }
  }
}

/// How deep columns may stand in columns and still have the best place to break looked for.
private let deepestColumnTries = 3
