import Diagnostics
import Geometry
import Styles
import Text

extension LayoutSession {
  /// Places the lines of a block container until the page ends.
  mutating func layOutLines(of box: Int32, in space: ConstraintSpace, from token: BreakToken?) -> BlockContent {
    if case .line(.max, _) = token?.position { return BlockContent() }
    let shaped = paragraph(of: box, width: space.available, height: space.availableHeight)
    if shaped.holdsFloats || floats.reaches(below: space.offset.y) {
      return layOutLinesBesideFloats(of: box, paragraph: shaped, in: space, from: token)
    }
    let (paragraph, start) = broken(shaped, of: box, from: token)
    var content = BlockContent()
    let entry = fragmentainer
    for index in start..<paragraph.lines.count {
      let point = BreakPoint.line(box: box, index: paragraph.firstLine + index)
      if index > start, space.remaining != nil {
        if fragmentainer.target == point { return stop(content, at: paragraph, line: index, of: box) }
        let count = (index - start, paragraph.lines.count - index)
        fragmentainer.record(point, appeal: appeal(before: count.0, after: count.1, of: box, in: space))
      }
      var line = buildLine(paragraph.lines[index], of: paragraph, box: box)
      let following =
        line.notes.isEmpty
        ? 0 : linesFollowing(index - start + 1, of: paragraph.lines.count - start, style: style(box))
      if !placeNotes(of: line, bottom: content.height + line.size.height, in: space, following: following) {
        if let room = room(in: space) { noteShortage(content.height + line.size.height - room) }
        if let end = breakBlock(before: line, isResumed: token != nil, since: entry) { return end }
        if index > start { return stop(content, at: paragraph, line: index, of: box) }
        if fragmentainer.canBreakEarlier { return BlockContent(status: .outOfSpace) }
        place(overflowing: line, bottom: content.height + line.size.height, in: space)
      }
      line.offset.y = content.height
      content.height += line.size.height
      content.children.append(line)
    }
    return content
  }

  private mutating func stop(
    _ content: BlockContent,
    at paragraph: BrokenParagraph,
    line index: Int,
    of box: Int32
  ) -> BlockContent {
    stop(content, before: paragraph.lines[index], number: paragraph.firstLine + index, of: box)
  }

  /// Ends the fragmentainer before a line.
  mutating func stop(
    _ content: BlockContent,
    before line: Line,
    number: Int,
    of box: Int32,
    firstFloat: Int32 = 0
  ) -> BlockContent {
    fragmentainer.actual = .line(box: box, index: number)
    var result = content
    var next = BreakToken(box: box, position: .line(number, byte: line.bytes.lowerBound))
    next.firstFloat = firstFloat
    result.status = .broken(next)
    return result
  }

  /// How good it is to break between lines (CSS Fragmentation 3, 3.3): those left behind, and those taken along.
  func appeal(before: Int, after: Int, of box: Int32, in space: ConstraintSpace) -> BreakAppeal {
    if space.isInsideAvoid { return .violatingAvoid }
    let style = tree[box].style
    let isTooFew = before < styles[style].orphans || after < styles[style].widows
    return isTooFew ? .violatingOrphansAndWidows : .perfect
  }

  /// Places a line that fits nowhere in the fragmentainer all the same, with what there is room for of its notes.
  mutating func place(overflowing line: FragmentNode, bottom: Double, in space: ConstraintSpace) {
    if let room = room(in: space), bottom > room + tolerance { reportTall(line, remaining: room) }
    forceNotes(line.notes, free: space.remaining.map { $0 - bottom })
  }

  private mutating func reportTall(_ line: FragmentNode, remaining: Double) {
    guard line.size.height > 0 else { return }
    diagnostics.report(
      .contentTooTall(page: pageNumber, height: line.size.height, room: remaining, span: span(ofNode: line.node))
    )
  }
}
