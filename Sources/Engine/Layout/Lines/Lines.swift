import Diagnostics
import Geometry
import Styles
import Text

/// A paragraph that has been shaped and broken into lines for one width.
struct BrokenParagraph {
  var shaped: ShapedParagraph
  var lines: [Line]
  var width: Double
  /// Laid-out atomic inlines by object index.
  var atomics: [Int32: FragmentNode]
}

extension LayoutSession {
  /// Places the lines of a block container until the page ends.
  mutating func layOutLines(of box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> BlockContent {
    let paragraph = paragraph(of: box, width: space.available)
    var start = 0
    if case .line(let next) = token?.position { start = min(next, paragraph.lines.count) }
    var content = BlockContent()
    for index in start..<paragraph.lines.count {
      let point = BreakPoint.line(box: box, index: index)
      if index > start, space.remaining != nil {
        if fragmentainer.target == point { return stop(content, at: index, of: box) }
        fragmentainer.record(point, appeal: appeal(of: index, start: start, paragraph: paragraph, box: box, in: space))
      }
      var line = buildLine(index, of: paragraph, box: box)
      if let remaining = space.remaining, content.height + line.size.height > remaining + tolerance {
        if index > start { return stop(content, at: index, of: box) }
        if fragmentainer.canBreakEarlier { return BlockContent(status: .outOfSpace) }
        reportTall(line, box: box, remaining: remaining)
      }
      line.offset.y = content.height
      content.height += line.size.height
      content.children.append(line)
    }
    return content
  }

  private mutating func stop(_ content: BlockContent, at line: Int, of box: Int32) -> BlockContent {
    fragmentainer.actual = .line(box: box, index: line)
    var result = content
    result.status = .broken(BreakToken(box: box, position: .line(line)))
    return result
  }

  /// How good it is to break before a line (CSS Fragmentation 3, 3.3): lines left behind and lines taken along.
  private func appeal(
    of index: Int,
    start: Int,
    paragraph: BrokenParagraph,
    box: Int32,
    in space: ConstraintSpace
  ) -> BreakAppeal {
    if space.isInsideAvoid { return .violatingAvoid }
    let style = style(box)
    let hasOrphans = index - start < style.orphans
    let hasWidows = paragraph.lines.count - index < style.widows
    return hasOrphans || hasWidows ? .violatingOrphansAndWidows : .perfect
  }

  private mutating func reportTall(_ line: FragmentNode, box: Int32, remaining: Double) {
    guard line.size.height > 0 else { return }
    diagnostics.report(
      .contentTooTall(page: pageNumber, height: line.size.height, room: remaining, span: span(ofNode: tree[box].node))
    )
  }

  /// The paragraph of a container of lines: shaped and broken once for a width, kept until it is placed.
  mutating func paragraph(of box: Int32, width: Double) -> BrokenParagraph {
    if let known = paragraphs[box], known.width == width { return known }
    let made = breakParagraph(tree.inlines[Int(tree[box].inline)], style: style(box), width: width)
    reportOverflow(of: made, box: box)
    paragraphs[box] = made
    return made
  }

  /// Shapes inline content and breaks it into lines.
  mutating func breakParagraph(_ source: InlineSource, style: ComputedStyle, width: Double) -> BrokenParagraph {
    var atomics: [Int32: FragmentNode] = [:]
    let shaped = shape(source, width: width, atomics: &atomics)
    let indent = style.textIndent.used(of: width)
    let isJustified = style.textAlign == .justify
    let measure = LineMeasure(width: width, firstIndent: indent, isJustified: isJustified)
    var lines = shaped.lines(measure, isJustified ? .totalFit : .firstFit)
    if style.textAlignLast == .justify {
      for index in lines.indices where lines[index].isLast || lines[index].endsWithForcedBreak {
        lines[index] = shaped.justified(lines[index], to: width - (index == 0 ? indent : 0))
      }
    }
    if isJustified { worstLine = max(worstLine, shaped.worstRatio(of: lines)) }
    return BrokenParagraph(shaped: shaped, lines: lines, width: width, atomics: atomics)
  }

  /// Gives objects their widths, then text its glyphs.
  private mutating func shape(
    _ source: InlineSource,
    width: Double,
    atomics: inout [Int32: FragmentNode]
  ) -> ShapedParagraph {
    var content = source.content
    content.styles = styles.textStyles
    for index in content.objects.indices {
      let target = source.objectTargets[index]
      switch content.objects[index].kind {
      case .openEdge: content.objects[index].width = edgeWidth(source.boxes[Int(target)], isStart: true, width: width)
      case .closeEdge: content.objects[index].width = edgeWidth(source.boxes[Int(target)], isStart: false, width: width)
      case .atomic:
        let fragment = layOutAtomic(target, available: width)
        content.objects[index].width = fragment.size.width + fragment.margin.horizontal
        atomics[Int32(index)] = fragment
      case .forcedBreak, .leader: break
      }
    }
    return shaper.shape(content, diagnostics: &diagnostics)
  }

  private func edgeWidth(_ box: InlineBox, isStart: Bool, width: Double) -> Double {
    let edges = BoxEdges(of: styles[box.style], available: width)
    if isStart { return box.hasStart ? edges.margin.left + edges.left : 0 }
    return box.hasEnd ? edges.margin.right + edges.border.right + edges.padding.right : 0
  }

  /// Lays out an inline-block, an inline table or a picture as one piece.
  private mutating func layOutAtomic(_ box: Int32, available: Double) -> FragmentNode {
    let outer = fragmentainer
    fragmentainer = FragmentainerProgress()
    defer { fragmentainer = outer }
    var space = ConstraintSpace(available: available)
    guard tree[box].kind == .block else { return layOut(box, in: space, from: nil).fragment }
    let style = style(box)
    var edges = BoxEdges(of: style, available: available)
    let room = max(0, available - edges.margin.horizontal - edges.horizontal)
    let shrunk = intrinsicWidths(of: box)
    let width =
      contentWidth(of: box, style: style, edges: edges, available: available) ?? min(max(shrunk.min, room), shrunk.max)
    let used = clampWidth(width, of: box, style: style, edges: edges, available: available)
    edges.margin = BoxEdges(of: style, available: available).margin
    let height = contentHeight(of: style, edges: edges, availableHeight: nil)
    space.remaining = nil
    return layOutBlock(box, measure: BlockMeasure(edges: edges, width: used, height: height), in: space, from: nil)
      .fragment
  }

  private mutating func reportOverflow(of paragraph: BrokenParagraph, box: Int32) {
    for line in paragraph.lines where line.overflows {
      let bytes = paragraph.shaped.content.text[Int(line.bytes.lowerBound)..<Int(line.bytes.upperBound)]
      diagnostics.report(
        .lineOverflows(
          text: String(decoding: bytes, as: UTF8.self),
          excess: line.width - paragraph.width,
          span: paragraph.shaped.span(ofByte: line.bytes.lowerBound) ?? span(ofNode: tree[box].node)
        )
      )
    }
  }
}
