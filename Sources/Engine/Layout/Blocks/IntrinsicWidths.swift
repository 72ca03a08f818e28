import Geometry
import Styles
import Text

/// The narrowest and the widest that a box's content makes sense at, in points (CSS Sizing 3, 5.1).
struct IntrinsicWidths {
  var min = 0.0
  var max = 0.0

  /// Of two pieces below each other.
  mutating func formUnion(_ other: IntrinsicWidths) {
    min = Swift.max(min, other.min)
    max = Swift.max(max, other.max)
  }

  /// What a width, or a bound of it, comes to while the container's size is not known: the length that it asks for, or what
  /// its keyword makes of these; `nil` for `auto`, and where percentages would need the container's (CSS Sizing 3, 5.2.1).
  func asked(by extent: Extent, length: Double?) -> IntrinsicWidths? {
    switch extent {
    case .auto: return nil
    case .length: return length.map { IntrinsicWidths(min: $0, max: $0) }
    case .minContent: return IntrinsicWidths(min: min, max: min)
    case .maxContent: return IntrinsicWidths(min: max, max: max)
    case .fitContent: return self
    case .fitContentWithin(let limit):
      guard limit.percent == 0 else { return self }
      let width = Swift.min(max, Swift.max(min, limit.points))
      return IntrinsicWidths(min: width, max: width)
    }
  }
}

extension LayoutSession {
  /// Content widths of a box, its own edges not included.
  mutating func intrinsicWidths(of box: Int32) -> IntrinsicWidths {
    if let known = intrinsics[box] { return known }
    let made = measureIntrinsicWidths(of: box)
    intrinsics[box] = made
    return made
  }

  /// What a box contributes to its container: content, edges and margins, or its own `width` (CSS Sizing 3, 5.2).
  mutating func contribution(of box: Int32) -> IntrinsicWidths {
    let style = style(box)
    if tree[box].kind == .tableWrapper {
      let margins = BoxEdges(of: style, available: 0).margin.horizontal
      let widths = intrinsicWidths(of: box)
      return IntrinsicWidths(min: widths.min + margins, max: widths.max + margins)
    }
    // Percentages count as nothing while the container's size is asked for.
    let edges = BoxEdges(of: style, available: 0)
    let extra = edges.horizontal + edges.margin.horizontal
    // A box whose widths are lengths is not measured: its content has no part in them.
    func content() -> IntrinsicWidths {
      tree[box].kind == .replaced ? replacedWidths(of: box) : intrinsicWidths(of: box)
    }
    func asked(by extent: Extent) -> IntrinsicWidths? {
      let length = length(extent, of: nil, edges: edges.horizontal, style: style)
      return (extent.isIntrinsic ? content() : IntrinsicWidths()).asked(by: extent, length: length)
    }
    var widths = asked(by: style.width) ?? content()
    if style.width == .auto, tree[box].kind != .replaced,
      let height = contentHeight(of: style, edges: edges, availableHeight: nil),
      let width = ratioWidth(of: box, style: style, edges: edges, height: height)
    {
      widths = IntrinsicWidths(min: width, max: width)
    }
    if let most = asked(by: style.maxWidth) {
      widths.min = min(widths.min, most.min)
      widths.max = min(widths.max, most.max)
    }
    if let least = asked(by: style.minWidth) { widths.formUnion(least) }
    return IntrinsicWidths(min: widths.min + extra, max: widths.max + extra)
  }

  private mutating func measureIntrinsicWidths(of box: Int32) -> IntrinsicWidths {
    let item = tree[box]
    if item.kind == .table { return tableIntrinsicWidths(of: box) }
    if item.kind == .tableWrapper { return wrapperIntrinsicWidths(of: box) }
    if item.kind == .replaced { return replacedWidths(of: box) }
    if item.kind == .flex { return flexIntrinsicWidths(of: box) }
    var result = IntrinsicWidths()
    if item.inline >= 0 {
      // Percentages of `text-indent` count as nothing (CSS Text 3, 7.1).
      let measure = lineMeasure(of: style(box), width: 0)
      let marked = style(box).textAlignMark == nil ? -1 : box
      result = inlineWidths(of: tree.inlines[Int(item.inline)], measure: measure, markedBox: marked)
      if let first = firstLineSource(of: box) { result.formUnion(inlineWidths(of: first, measure: measure)) }
    }
    formUnionOfBlocks(in: box, &result)
    return isColumnContainer(box) ? columnIntrinsicWidths(of: box, content: result) : result
  }

  /// Widths of the blocks in a container: floats that follow each other stand side by side where there is room.
  private mutating func formUnionOfBlocks(in box: Int32, _ result: inout IntrinsicWidths) {
    var child = tree[box].firstChild
    var beside = 0.0
    while child >= 0 {
      guard tree[child].outOfFlow != .absolute, tree[child].outOfFlow != .footnote else {
        child = tree[child].nextSibling
        continue
      }
      let widths = contribution(of: child)
      result.min = max(result.min, widths.min)
      if tree[child].outOfFlow == .float {
        if style(child).clear != .none { beside = 0 }
        beside += max(0, widths.max)
        result.max = max(result.max, beside)
      } else {
        // What keeps clear of floats stands beside them; what does not lies under them.
        let sum = tree[child].isContextRoot || tree[child].kind != .block ? beside + widths.max : widths.max
        result.max = max(result.max, sum)
        beside = 0
      }
      child = tree[child].nextSibling
    }
  }

  /// Widths of inline content: its widest unbreakable piece, and all of it on one line.
  ///
  /// Of `markedBox`, aligned at a character, it keeps how far its lines reach on both sides of it.
  mutating func inlineWidths(
    of source: InlineSource,
    measure: LineMeasure = LineMeasure(width: 0),
    markedBox: Int32 = -1
  ) -> IntrinsicWidths {
    var content = source.content
    content.styles = styles.textStyles
    var beside = IntrinsicWidths()
    var narrow: [(object: Int, width: Double)] = []
    for index in content.objects.indices {
      let target = source.objectTargets[index]
      switch content.objects[index].kind {
      case .atomic:
        let widths = contribution(of: target)
        content.objects[index].width = widths.max
        if widths.min < widths.max { narrow.append((index, widths.min)) }
      case .anchor:
        guard tree[target].outOfFlow == .float else { break }
        let widths = contribution(of: target)
        beside.min = max(beside.min, widths.min)
        beside.max += max(0, widths.max)
      case .openEdge, .closeEdge:
        let edges = BoxEdges(of: styles[source.boxes[Int(target)].style], available: 0)
        let isStart = content.objects[index].kind == .openEdge
        content.objects[index].width =
          isStart ? edges.margin.left + edges.left : edges.margin.right + edges.border.right + edges.padding.right
      case .forcedBreak, .leader: break
      }
    }
    setClones(of: &content, from: source, width: 0)
    // The same text is shaped again, and reported, when it is laid out.
    var unused = diagnostics
    let shaped = shaper.shape(content, diagnostics: &unused)
    if markedBox >= 0, let mark = style(markedBox).textAlignMark {
      let extents = shaped.alignmentExtents(mark: mark)
      let indent = max(0, style(markedBox).textIndent.length.points)
      markExtents[markedBox] = MarkExtents(before: extents.before + indent, after: extents.after)
    }
    var least = shaped.minContentWidth(measure)
    if !narrow.isEmpty {
      for (object, width) in narrow { content.objects[object].width = width }
      least = shaper.shape(content, diagnostics: &unused).minContentWidth(measure)
    }
    return IntrinsicWidths(min: max(beside.min, least), max: beside.max + shaped.maxContentWidth(measure))
  }
}
