import Geometry
import Styles
import Text

/// One line set beside floats.
private struct SetLine {
  var line: Line
  /// The line box; its offset is in the containing block's content box.
  var fragment: FragmentNode
  /// The floats that stand in the line, placed beside or below it.
  var floats: [FragmentNode]
  /// The floats of the formatting context once the line is placed.
  var context: FloatContext
  /// Floats before this object have been placed.
  var firstFloat: Int32

  /// The line with the notes that its floats call after its own.
  func withNotesOfFloats(in session: LayoutSession) -> FragmentNode {
    var result = fragment
    for float in floats { result.notes.append(contentsOf: session.notes(in: float)) }
    return result
  }
}

extension LayoutSession {
  /// Places lines beside floats: each has the room that floats leave, floats in the text are placed with their line (CSS 2.2, 9.5).
  mutating func layOutLinesBesideFloats(
    of box: Int32,
    paragraph: BrokenParagraph,
    in space: ConstraintSpace,
    from token: BreakToken?
  ) -> BlockContent {
    var setter = LineByLine(paragraph: paragraph, box: box, style: style(box), space: space)
    if case .line(let number, let byte) = token?.position { (setter.number, setter.byte) = (number, byte) }
    setter.firstFloat = token?.firstFloat ?? 0
    var firstFloat = setter.firstFloat
    let firstNumber = setter.number
    var context = floats
    let lines = setLines(&setter)
    // Lines that go on the next page take their floats along.
    floats = context
    var content = BlockContent()
    let entry = fragmentainer
    for (index, set) in lines.enumerated() {
      let number = firstNumber + index
      let point = BreakPoint.line(box: box, index: number)
      if index > 0, space.remaining != nil {
        if fragmentainer.target == point {
          return stop(content, before: set.line, number: number, of: box, firstFloat: firstFloat)
        }
        let appeal = appeal(before: index, after: lines.count - index, of: box, in: space)
        fragmentainer.record(point, appeal: appeal)
      }
      let bottom = set.fragment.offset.y + set.fragment.size.height
      let line = set.withNotesOfFloats(in: self)
      if !placeNotes(of: line, bottom: bottom, in: space) {
        if let end = breakBlock(before: line, isResumed: token != nil, since: entry) { return end }
        if index > 0 { return stop(content, before: set.line, number: number, of: box, firstFloat: firstFloat) }
        if fragmentainer.canBreakEarlier { return BlockContent(status: .outOfSpace) }
        place(overflowing: line, bottom: bottom, in: space)
      }
      for float in set.floats { keepNotesClear(of: float, in: space) }
      content.height = max(content.height, bottom)
      content.children.append(set.fragment)
      content.children.append(contentsOf: set.floats)
      context = set.context
      floats = context
      firstFloat = set.firstFloat
    }
    return content
  }

  /// Sets lines until the paragraph ends, or as many below the page's end as widows may ask about.
  private mutating func setLines(_ setter: inout LineByLine) -> [SetLine] {
    var result: [SetLine] = []
    var beyond = 0
    let end = Int32(setter.paragraph.shaped.content.text.count)
    while setter.byte < end || result.isEmpty {
      guard let set = setLine(&setter) else { break }
      if let remaining = room(in: setter.space), setter.y > remaining + tolerance { beyond += 1 }
      reportOverflow(of: set.line, setter)
      result.append(set)
      if beyond > setter.style.widows { break }
    }
    if setter.byte >= end, let last = result.indices.last { placeRest(of: &setter, after: &result[last]) }
    return result
  }

  /// Places floats behind a forced break that ends the paragraph: no line follows that would hold them.
  private mutating func placeRest(of setter: inout LineByLine, after last: inout SetLine) {
    let objects = setter.paragraph.shaped.content.objects
    for object in Int(setter.firstFloat)..<max(objects.count, Int(setter.firstFloat)) {
      guard objects[object].kind == .anchor else { continue }
      let target = setter.target(of: Int32(object), in: tree)
      guard tree[target].outOfFlow == .float else { continue }
      setter.firstFloat = Int32(object) + 1
      if let float = placeFloat(target, at: setter.y, in: setter.space) { last.floats.append(float) }
    }
    last.context = floats
    last.firstFloat = setter.firstFloat
  }

  private mutating func reportOverflow(of line: Line, _ setter: LineByLine) {
    guard line.overflows else { return }
    var alone = setter.paragraph
    alone.lines = [line]
    reportOverflow(of: alone, box: setter.box)
  }

  /// Sets the next line: finds room, breaks, places the floats in it, and tries again where they took some of its room.
  private mutating func setLine(_ setter: inout LineByLine) -> SetLine? {
    var placed: [FragmentNode] = []
    var height = metrics(ofStyle: tree[setter.box].style).lineHeight
    let floor = setter.y
    var beforeFloat: FloatTry?
    while true {
      let room = roomForLine(&setter, height: height)
      guard var line = setter.next(in: room, floats: floats, height: height) else { return nil }
      if let tried = beforeFloat, !line.holds(tried.object) {
        // The word that it stands in goes on the next line, and the float with it (CSS 2.2, 9.5.1, rule 6).
        (floats, placed, setter.firstFloat, setter.y) = (tried.floats, tried.placed, tried.object, floor)
        let whole = roomForLine(&setter, height: height)
        line = setter.widened(line, to: whole)
        let fragment = buildLine(line, of: setter.paragraph, box: setter.box)
        return finish(line, fragment, setter: &setter, placed: placed)
      }
      if let (object, isBelow) = nextFloat(in: line, of: setter, room: room), !isBelow {
        beforeFloat = FloatTry(object: object, floats: floats, placed: placed)
        setter.firstFloat = object + 1
        let target = setter.target(of: object, in: tree)
        if let fragment = placeFloat(target, at: setter.y, in: setter.space) { placed.append(fragment) }
        // What has no room beside the float may have it where the line stood before.
        setter.y = floor
        continue
      }
      let fragment = buildLine(line, of: setter.paragraph, box: setter.box)
      if fragment.size.height > height + tolerance, roomChanges(setter, room: room, height: fragment.size.height) {
        height = fragment.size.height
        continue
      }
      return finish(line, fragment, setter: &setter, placed: placed)
    }
  }

  private mutating func finish(
    _ line: Line,
    _ fragment: FragmentNode,
    setter: inout LineByLine,
    placed: [FragmentNode]
  ) -> SetLine {
    var box = fragment
    var placed = placed
    box.offset.y = setter.y
    setter.y += box.size.height
    setter.byte = line.bytes.upperBound
    setter.number += 1
    let room = FloatContext.Opportunity(left: 0, right: 0)
    while let (object, _) = nextFloat(in: line, of: setter, room: room) {
      setter.firstFloat = object + 1
      if let float = placeFloat(setter.target(of: object, in: tree), at: setter.y, in: setter.space) {
        placed.append(float)
      }
    }
    return SetLine(line: line, fragment: box, floats: placed, context: floats, firstFloat: setter.firstFloat)
  }

  /// The room at the line's place, moved down while not even its first word has room beside floats.
  private func roomForLine(_ setter: inout LineByLine, height: Double) -> FloatContext.Opportunity {
    let left = setter.space.offset.x
    let right = left + setter.space.available
    let least = setter.leastWidth
    while true {
      let y = setter.space.offset.y + setter.y
      let room = floats.opportunity(at: y, height: height, left: left, right: right)
      guard room.width < setter.space.available - tolerance, least > room.width + tolerance,
        let edge = floats.nextEdge(at: y, height: height)
      else { return room }
      setter.y = edge - setter.space.offset.y
    }
  }

  private func roomChanges(_ setter: LineByLine, room: FloatContext.Opportunity, height: Double) -> Bool {
    let left = setter.space.offset.x
    let y = setter.space.offset.y + setter.y
    return floats.opportunity(at: y, height: height, left: left, right: left + setter.space.available) != room
  }

  /// The next float in a line that has no place yet, and whether it goes below the line because it has no room beside it.
  private mutating func nextFloat(
    in line: Line,
    of setter: LineByLine,
    room: FloatContext.Opportunity
  ) -> (object: Int32, isBelow: Bool)? {
    guard setter.paragraph.holdsFloats else { return nil }
    let objects = setter.paragraph.shaped.content.objects
    for segment in line.segments {
      guard case .object(let object) = segment.kind, object >= setter.firstFloat,
        objects[Int(object)].kind == .anchor
      else { continue }
      let target = setter.target(of: object, in: tree)
      guard tree[target].outOfFlow == .float else { continue }
      let before = segment.x - line.indent
      return (object, before > tolerance && before + floatWidth(target, in: setter.space) > room.width + tolerance)
    }
    return nil
  }

  /// The width of a float's margin box.
  private mutating func floatWidth(_ box: Int32, in space: ConstraintSpace) -> Double {
    let edges = BoxEdges(of: style(box), available: space.available)
    if tree[box].kind == .block {
      let width = shrinkToFitWidth(of: box, edges: edges, available: space.available)
      return width + edges.horizontal + edges.margin.horizontal
    }
    let fragment = layOutShrinkToFit(box, in: ConstraintSpace(available: space.available), from: nil).fragment
    return fragment.size.width + fragment.margin.horizontal
  }
}

/// What was before a float was placed beside its line.
private struct FloatTry {
  var object: Int32
  var floats: FloatContext
  var placed: [FragmentNode]
}

extension Line {
  /// Whether an object of the content stands in the line.
  fileprivate func holds(_ object: Int32) -> Bool {
    segments.contains { if case .object(object) = $0.kind { true } else { false } }
  }
}

/// The place reached in a paragraph that is set line by line.
private struct LineByLine {
  let paragraph: BrokenParagraph
  let box: Int32
  let style: ComputedStyle
  let space: ConstraintSpace
  /// The first byte and the number of the next line, and its top in the containing block's content box.
  var byte: Int32 = 0
  var number = 0
  var y = 0.0
  /// Objects before this one have been placed if they are floats.
  var firstFloat: Int32 = 0
  /// Lines for the rooms that floats were seen to leave: good while each line has the room that was foreseen.
  private var foreseen: [Line] = []
  private var nextForeseen = 0
  private var forecasts = 0

  init(paragraph: BrokenParagraph, box: Int32, style: ComputedStyle, space: ConstraintSpace) {
    self.paragraph = paragraph
    self.box = box
    self.style = style
    self.space = space
  }

  /// The width of what the next line holds at the least, indent included.
  var leastWidth: Double {
    let indent = isIndented ? style.textIndent.length.used(of: space.available) : 0
    return shaped.leastWidth(from: byte) + max(0, indent)
  }

  /// The glyphs of the next line: the first line may be in a style of its own.
  private var shaped: ShapedParagraph { byte == 0 ? paragraph.firstText?.shaped ?? paragraph.shaped : paragraph.shaped }

  /// Whether `text-indent` holds for the next line (CSS Text 3, 7.1).
  private var isIndented: Bool {
    let text = paragraph.shaped.content.text
    // A forced break is U+2028 in the text.
    let isAfterForcedBreak = byte >= 3 && text[Int(byte) - 3..<Int(byte)].elementsEqual([0xE2, 0x80, 0xA8])
    let isFirst = byte == 0 && !style.textIndent.isContinued
    return (isFirst || (style.textIndent.indentsEachLine && isAfterForcedBreak)) != style.textIndent.hangs
  }

  /// The box of an anchor.
  func target(of object: Int32, in tree: BoxTree) -> Int32 {
    tree.inlines[Int(tree[box].inline)].objectTargets[Int(object)]
  }

  /// The next line for a room; of justified text the best lines for all rooms that can be foreseen.
  mutating func next(in room: FloatContext.Opportunity, floats: FloatContext, height: Double) -> Line? {
    let start = room.left - space.offset.x
    if style.textAlign == .justify, let line = foreseenLine(start: start, width: room.width) { return line }
    let isOwnStyle = byte == 0 && paragraph.firstText != nil
    if style.textAlign == .justify, !style.whiteSpace.preservesSpaces, !isOwnStyle, forecasts < 16 {
      foresee(floats: floats, height: height)
      if let line = foreseenLine(start: start, width: room.width) { return line }
    }
    var line = shaped.nextLine(
      from: byte,
      width: room.width,
      indent: style.textIndent.length.used(of: space.available),
      isFirst: isIndented,
      isJustified: style.textAlign == .justify
    )
    guard line.bytes.upperBound > byte || paragraph.shaped.content.text.isEmpty else { return nil }
    line.start = start
    if style.textAlignLast == .justify, line.isLast || line.endsWithForcedBreak {
      line = shaped.justified(line, to: line.room)
    }
    return line
  }

  /// A line with as much text as before in a wider room.
  func widened(_ line: Line, to room: FloatContext.Opportunity) -> Line {
    let shaped = byte == 0 ? paragraph.firstText?.shaped ?? paragraph.shaped : paragraph.shaped
    var result = line
    result.start = room.left - space.offset.x
    result.room = room.width - line.indent
    return style.textAlign == .justify ? shaped.justified(result, to: result.room) : result
  }

  private mutating func foreseenLine(start: Double, width: Double) -> Line? {
    while nextForeseen < foreseen.count, foreseen[nextForeseen].bytes.lowerBound < byte { nextForeseen += 1 }
    guard nextForeseen < foreseen.count else { return nil }
    let line = foreseen[nextForeseen]
    let fits = abs(line.start - start) < tolerance && abs(line.room + line.indent - width) < tolerance
    return line.bytes.lowerBound == byte && fits ? line : nil
  }

  /// Breaks the rest of the paragraph for the rooms that lines of one height would have.
  private mutating func foresee(floats: FloatContext, height: Double) {
    forecasts += 1
    var measure = LineMeasure(width: space.available, firstIndent: style.textIndent.length.used(of: space.available))
    measure.isJustified = true
    measure.hangsIndent = style.textIndent.hangs
    measure.indentsEachLine = style.textIndent.indentsEachLine
    measure.holdsFirstLine = !style.textIndent.isContinued
    var top = y + space.offset.y
    let left = space.offset.x
    while floats.reaches(below: top), measure.rooms.count < 512, height > tolerance {
      let room = floats.opportunity(at: top, height: height, left: left, right: left + space.available)
      measure.rooms.append(LineRoom(start: room.left - left, width: room.width))
      top += height
    }
    foreseen = paragraph.shaped.lines(measure, .totalFit, from: byte)
    nextForeseen = 0
  }
}
