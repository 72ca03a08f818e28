import Geometry
import Markup
import Styles
import Text

extension ComputedStyle {
  /// Whether lines that are too long end in one.
  var showsEllipsis: Bool { overflowX != .visible && textOverflow != .clip && !ellipsis.isEmpty }

  /// What stands for text that is cut off at a line's end (CSS UI 4, 5.2): only where it is cut off; else empty.
  var ellipsis: String {
    guard overflowX != .visible else { return "" }
    switch textOverflow {
    case .clip: return ""
    case .ellipsis: return "\u{2026}"
    case .text(let text): return text
    }
  }
}

extension LayoutSession {
  /// Builds the line box of one line; its offset is for the caller to set.
  mutating func buildLine(_ source: Line, of paragraph: BrokenParagraph, box: Int32) -> FragmentNode {
    let item = tree[box]
    let paragraph = paragraph.showing(source)
    var root = FragmentNode(kind: .line, node: item.node, style: item.style)
    root.box = box
    root.pseudo = item.pseudo
    let decorations = propagatedDecorations(box)
    var line = buildLine(
      styles[item.style].showsEllipsis ? paragraph.shaped.ellipsized(source) : source,
      of: paragraph,
      root: root,
      decorations: decorations
    )
    line.marks = paragraph.text.source.marks(onLine: source.bytes, isLast: source.isLast)
    if let mark = styles[item.style].textAlignMark, let axis = markAxes[box] {
      let offset = paragraph.shaped.alignmentOffset(of: source, mark: mark)
      line.moveContent(by: min(axis - offset, source.room - source.width))
    } else {
      source.align(&line, style: styles[item.style])
    }
    line.offset.x = source.start
    line.size.width = source.room + source.indent
    return line
  }

  /// Builds a line box without aligning it in its container; `root` is its empty fragment.
  mutating func buildLine(
    _ line: Line,
    of paragraph: BrokenParagraph,
    root: FragmentNode,
    decorations: [Decoration]
  ) -> FragmentNode {
    let rootStyle = root.style
    var builder = LineBuilder(root: root, decorations: decorations, strut: metrics(ofStyle: rootStyle))
    builder.root.fragment.size.width = paragraph.width
    openAround(line.segments.first, paragraph: paragraph, rootStyle: rootStyle, in: &builder)
    for segment in line.segments {
      add(segment, of: line, paragraph: paragraph, rootStyle: rootStyle, to: &builder)
    }
    closeOpen(at: line.segments.last.map { $0.x + $0.width } ?? 0, width: paragraph.width, in: &builder)
    if line.endsWithForcedBreak { builder.isPhantom = false }
    return builder.finish()
  }

  /// Opens the inline boxes that earlier lines left open.
  private mutating func openAround(
    _ segment: LineSegment?,
    paragraph: BrokenParagraph,
    rootStyle: Int32,
    in builder: inout LineBuilder
  ) {
    guard let segment else { return }
    var box: Int32
    switch segment.kind {
    case .text(let run, _, _, _): box = paragraph.text.source.runBoxes[Int(run)]
    case .object(let index):
      box = paragraph.text.source.objectParents[Int(index)]
      if case .closeEdge = paragraph.text.source.content.objects[Int(index)].kind {
        box = paragraph.text.source.objectTargets[Int(index)]
      }
    }
    var chain: [Int32] = []
    while box >= 0 {
      chain.append(box)
      box = paragraph.text.source.boxes[Int(box)].parent
    }
    let edges = chain.map { clonedStart(paragraph.text.source.boxes[Int($0)], width: paragraph.width) }
    var x = segment.x - edges.reduce(0, +)
    for (inner, edge) in zip(chain, edges).reversed() {
      push(
        inner,
        x: x,
        edge: edge,
        isStart: edge > 0,
        paragraph: paragraph,
        rootStyle: rootStyle,
        in: &builder
      )
      x += edge
    }
  }

  private mutating func add(
    _ segment: LineSegment,
    of line: Line,
    paragraph: BrokenParagraph,
    rootStyle: Int32,
    to builder: inout LineBuilder
  ) {
    switch segment.kind {
    case .text(let run, _, _, _):
      addText(
        segment,
        of: line,
        run: run,
        paragraph: paragraph,
        rootStyle: rootStyle,
        to: &builder
      )
    case .object(let index):
      let target = paragraph.text.source.objectTargets[Int(index)]
      switch paragraph.text.source.content.objects[Int(index)].kind {
      case .openEdge:
        push(
          target,
          x: segment.x,
          edge: segment.width,
          isStart: paragraph.text.source.boxes[Int(target)].hasStart,
          paragraph: paragraph,
          rootStyle: rootStyle,
          in: &builder
        )
      case .closeEdge:
        let style = styles[paragraph.text.source.boxes[Int(target)].style]
        let margin =
          paragraph.text.source.boxes[Int(target)].hasEnd
          ? BoxEdges(of: style, available: paragraph.width).margin.right : 0
        if segment.width != 0 { builder.isPhantom = false }
        closeEdge(of: paragraph.text.source.boxes[Int(target)], style: style, width: paragraph.width, in: &builder)
        builder.pop(right: segment.x + segment.width - margin)
      case .atomic:
        guard let fragment = paragraph.atomics[index] else { return }
        builder.root.fragment.notes.append(contentsOf: notes(in: fragment))
        addAtomic(fragment, x: segment.x, rootStyle: rootStyle, to: &builder)
      case .forcedBreak: builder.isPhantom = false
      case .anchor:
        if tree[target].outOfFlow == .footnote { builder.root.fragment.notes.append(target) }
        guard tree[target].outOfFlow == .absolute else { break }
        // What was a block would begin a line of its own (CSS Positioned Layout 3, 3.5.3); so would all behind a forced break.
        let offset = paragraph.text.source.content.objects[Int(index)].offset
        let isBehindBreak = line.endsWithForcedBreak && offset >= line.bytes.upperBound
        let isInline = styles[tree[target].style].wasInlineLevel
        let place: StaticPlace =
          isBehindBreak ? .belowLine : isInline ? .here : builder.isPhantom ? .lineStart : .belowLine
        builder.add(staticPosition(of: target, at: .zero, place), x: segment.x, y: 0)
      case .leader: break
      }
    }
  }

  private mutating func addText(
    _ segment: LineSegment,
    of line: Line,
    run: Int32,
    paragraph: BrokenParagraph,
    rootStyle: Int32,
    to builder: inout LineBuilder
  ) {
    let box = paragraph.text.source.runBoxes[Int(run)]
    let style = box >= 0 ? paragraph.text.source.boxes[Int(box)].style : rootStyle
    let node = box >= 0 ? paragraph.text.source.boxes[Int(box)].node : builder.root.fragment.node
    let metrics = metrics(ofStyle: style)
    var fragment = FragmentNode(kind: .text, node: node, style: style)
    fragment.pseudo = box >= 0 ? paragraph.text.source.boxes[Int(box)].pseudo : builder.root.fragment.pseudo
    fragment.size = Size(width: segment.width, height: metrics.ascent + metrics.descent)
    fragment.baseline = metrics.ascent
    fragment.payload = .text(
      TextPiece(
        paragraph: paragraph.text,
        segment: segment,
        line: line,
        decorations: builder.top.decorations
      )
    )
    builder.isPhantom = false
    builder.add(fragment, x: segment.x, y: -builder.top.shift - metrics.ascent)
  }

  private mutating func push(
    _ box: Int32,
    x: Double,
    edge: Double,
    isStart: Bool,
    paragraph: BrokenParagraph,
    rootStyle: Int32,
    in builder: inout LineBuilder
  ) {
    let item = paragraph.text.source.boxes[Int(box)]
    let parentStyle = item.parent >= 0 ? paragraph.text.source.boxes[Int(item.parent)].style : rootStyle
    var edges = BoxEdges(of: styles[item.style], available: paragraph.width)
    edges.margin.top = 0
    edges.margin.bottom = 0
    if !isStart {
      edges.margin.left = 0
      edges.border.left = 0
      edges.padding.left = 0
    } else if edge != 0 {
      builder.isPhantom = false
    }
    // The end edges are added when the box ends on this line.
    edges.margin.right = 0
    edges.border.right = 0
    edges.padding.right = 0
    var fragment = FragmentNode(kind: .inline, node: item.node, style: item.style)
    fragment.linkTarget = item.linkTarget
    fragment.isAnonymous = item.linkTarget >= 0
    fragment.pseudo = item.pseudo
    fragment.margin = edges.margin
    fragment.border = edges.border
    fragment.padding = edges.padding
    fragment.continuesBefore = !isStart
    let measures = LineBuilder.Metrics(
      own: metrics(ofStyle: item.style),
      parent: metrics(ofStyle: parentStyle),
      decorations: decorations(ofStyle: item.style)
    )
    builder.push(box, fragment: fragment, style: styles[item.style], metrics: measures, left: x + edges.margin.left)
  }

  private func closeEdge(of box: InlineBox, style: ComputedStyle, width: Double, in builder: inout LineBuilder) {
    guard let last = builder.open.indices.last else { return }
    guard box.hasEnd else {
      builder.open[last].fragment.continuesAfter = true
      return
    }
    let edges = BoxEdges(of: style, available: width)
    builder.open[last].fragment.margin.right = edges.margin.right
    builder.open[last].fragment.border.right = edges.border.right
    builder.open[last].fragment.padding.right = edges.padding.right
  }

  /// Puts an atomic inline on the line by its margin box (CSS 2.2, 10.8.1).
  private mutating func addAtomic(_ atomic: FragmentNode, x: Double, rootStyle: Int32, to builder: inout LineBuilder) {
    var fragment = atomic
    var align = styles[fragment.style].verticalAlign
    let height = fragment.margin.vertical + fragment.size.height
    var ascent = height
    if let baseline = baseline(of: fragment) { ascent = fragment.margin.top + baseline }
    let parentStyle = builder.open.last?.fragment.style ?? rootStyle
    let parent = metrics(ofStyle: parentStyle)
    var own = parent
    own.lineAscent = ascent
    own.lineDescent = height - ascent
    // Percentages refer to the line height of the box itself, whatever its content (CSS 2.2, 10.8.1).
    if case .percent(let percent) = align {
      align = .length(percent / 100 * metrics(ofStyle: fragment.style).lineHeight)
    }
    var shift = builder.top.shift
    var group = builder.top.group
    if let relative = parent.shift(of: align, child: own) {
      shift += relative
    } else {
      builder.groups.append(LineBuilder.Group(align: align))
      group = builder.groups.count - 1
      fragment.alignmentGroup = group
      shift = 0
    }
    builder.count(ascent, height - ascent, shift: shift, group: group)
    fragment.baseline = ascent - fragment.margin.top
    builder.isPhantom = false
    builder.add(fragment, x: x + fragment.margin.left, y: -shift - ascent + fragment.margin.top)
  }

  /// The baseline of an atomic inline, from the top of its border box; `nil` where it stands on its bottom margin edge.
  ///
  /// An inline-block has that of its last line, unless it may be scrolled; an inline table that of its first row (CSS 2.2,
  /// 10.8.1).
  private func baseline(of fragment: FragmentNode) -> Double? {
    switch fragment.kind {
    case .replaced: return nil
    // That of its first line of items (CSS Flexbox 1, 8.5).
    case .flex: return fragment.firstBaseline
    case .tableWrapper: return fragment.lastBaseline
    default:
      let style = styles[fragment.style]
      guard style.overflowX == .visible || style.overflowX == .clip else { return nil }
      return fragment.lastBaseline
    }
  }

  /// The decorations that boxes around a block container draw on its text (CSS Text Decoration 3, 2: propagation).
  mutating func propagatedDecorations(_ box: Int32) -> [Decoration] {
    var result: [Decoration] = []
    var node = tree[box].node
    while node >= 0 {
      let style = document.styleIndices[Int(node)]
      result.append(contentsOf: decorations(ofStyle: style))
      // Not through atomic inlines: they are decorated on their own.
      if styles[style].display == .inlineBlock || styles[style].display == .inlineTable { break }
      node = document.tree.nodes[Int(node)].parent
    }
    return result
  }
}

extension Line {
  /// Moves the content of a line where `text-align` wants it (CSS Text 3, 6.1).
  func align(_ line: inout FragmentNode, style: ComputedStyle) {
    var align = style.textAlign
    if isLast || endsWithForcedBreak {
      if style.textAlignLast != .auto {
        align = style.textAlignLast
      } else if align == .justify {
        align = .start
      }
    }
    let rest = room - width
    let shift: Double
    switch align {
    case .auto, .start, .left, .justify: shift = 0
    case .center: shift = rest / 2
    case .end, .right: shift = rest
    }
    line.moveContent(by: rest > 0 ? shift : 0)
  }
}

extension FragmentNode {
  /// Moves the content of a line towards its end.
  fileprivate mutating func moveContent(by shift: Double) {
    // A line wider than its box overflows at its end, not at its start (CSS Text 3, 6.1).
    guard shift > 0 else { return }
    for index in children.indices { children[index].offset.x += shift }
  }
}
