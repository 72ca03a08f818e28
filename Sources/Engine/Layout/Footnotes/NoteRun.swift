import Geometry
import Styles
import Text

/// Notes that follow each other on lines of their own anonymous block (CSS GCPM 3, 2.4: `footnote-display`).
struct NoteRun {
  /// The anonymous block that holds them; a lone compact note's own box.
  var box: Int32
  /// The notes in it, in order.
  var notes: [Int32]
  /// Where the block goes on, if it began on an earlier page.
  var token: BreakToken?
  /// Whether its notes are all on one line.
  var isCompact = false
  /// Bottom border edge of the note above it, and the margin below that.
  var bottom: Double
  var strut: MarginStrut
}

extension LayoutSession {
  /// The run that a note would join, or begin; `nil` for a note that is a block.
  ///
  /// A note that holds blocks would be split around them (CSS 2.2, 9.2.1.1): it stands as a block.
  mutating func noteRun(with note: FootnoteArea.Pending) -> NoteRun? {
    guard note.run.isEmpty, note.token == nil, tree[note.box].inline >= 0 else { return nil }
    let open = footnotes.run
    switch style(note.box).footnoteDisplay {
    case .block: return nil
    case .inline:
      guard let open, !open.isCompact else {
        return newRun(of: [note.box])
      }
      return extended(open, by: note.box)
    case .compact:
      let own = NoteRun(
        box: note.box,
        notes: [note.box],
        isCompact: true,
        bottom: footnotes.bottom,
        strut: footnotes.strut
      )
      guard let open, open.isCompact else { return own }
      var joined = open
      joined.notes.append(note.box)
      let source = inlineSource(ofNotes: joined.notes)
      // Notes that fit whole on one line share it.
      guard inlineWidths(of: source).max <= footnotes.width + tolerance else { return own }
      joined.box = noteBlock(source)
      return joined
    }
  }

  private mutating func newRun(of notes: [Int32]) -> NoteRun {
    let box = noteBlock(inlineSource(ofNotes: notes))
    return NoteRun(box: box, notes: notes, bottom: footnotes.bottom, strut: footnotes.strut)
  }

  /// A run with one more note; notes that ended on earlier pages are dropped from it.
  private mutating func extended(_ run: NoteRun, by note: Int32) -> NoteRun {
    var result = run
    if let token = run.token, case .line(let number, let byte) = token.position {
      var (start, first) = (Int32(0), 0)
      while first + 1 < run.notes.count {
        let length = Int32(tree.inlines[Int(tree[run.notes[first]].inline)].content.text.count + noteGap.count)
        guard start + length < byte else { break }
        start += length
        first += 1
      }
      result.notes.removeFirst(first)
      result.token?.position = .line(number, byte: byte - start)
    }
    result.notes.append(note)
    result.box = noteBlock(inlineSource(ofNotes: result.notes))
    result.token?.box = result.box
    return result
  }

  private mutating func noteBlock(_ source: InlineSource) -> Int32 {
    var box = Box(kind: .block, node: -1, style: styles.anonymous(display: .block, parent: footnotes.style))
    box.isAnonymous = true
    box.isContextRoot = true
    tree.inlines.append(source)
    box.inline = Int32(tree.inlines.count - 1)
    let index = tree.append(box, to: -1)
    noteBlocks.append(index)
    return index
  }

  /// The content of notes as that of one block: each is an inline box, and lines may end between them.
  private mutating func inlineSource(ofNotes notes: [Int32]) -> InlineSource {
    let textStyle = styles.text(footnotes.style)
    var result = InlineSource()
    for note in notes {
      if note != notes.first { result.addGap(textStyle: textStyle) }
      let item = tree[note]
      result.add(tree.inlines[Int(item.inline)], in: InlineBox(node: item.node, style: item.style, parent: -1))
    }
    return result
  }

  /// Drops the content of blocks made for the notes of a page, except what goes on.
  mutating func forgetNoteBlocks() {
    noteBlocks.removeAll { block in
      guard !waitingNotes.contains(where: { $0.box == block }) else { return false }
      tree.inlines[Int(tree[block].inline)] = InlineSource()
      return true
    }
  }

  /// Where the content of the last note begins in the text of its run.
  private func start(ofLastNoteOf run: NoteRun) -> Int32 {
    guard let last = run.notes.last else { return 0 }
    let all = tree.inlines[Int(tree[run.box].inline)].content.text.count
    return Int32(all - tree.inlines[Int(tree[last].inline)].content.text.count)
  }

  /// Whether a run that breaks holds anything of its last note before the break.
  func showsLastNote(of run: NoteRun, before token: BreakToken) -> Bool {
    guard case .line(_, let byte) = token.position else { return true }
    return byte > start(ofLastNoteOf: run)
  }

  /// Ends a long run before its last line, where it goes on as a block of its own: what stands above cannot change any more,
  /// and need not be laid out again for each note.
  mutating func closeLines(of run: inout NoteRun) {
    guard run.notes.count >= mostNotesInRun, var fragment = footnotes.notes.last,
      let line = fragment.children.last, line.kind == .line, fragment.children.count > 1,
      let paragraph = paragraphs[run.box], let last = paragraph.lines.last
    else { return }
    fragment.children.removeLast()
    fragment.size.height -= line.size.height
    fragment.continuesAfter = true
    let number = paragraph.firstLine + paragraph.lines.count - 1
    footnotes.replaceLast(by: fragment)
    run.token = BreakToken(box: run.box, position: .line(number, byte: last.bytes.lowerBound))
    run.bottom = fragment.offset.y + fragment.size.height
    run.strut = MarginStrut()
    var rest = fragment
    rest.children = [line.moved(by: Point(x: 0, y: -line.offset.y))]
    rest.size.height = line.size.height
    rest.offset.y = run.bottom
    rest.continuesBefore = true
    rest.continuesAfter = false
    footnotes.addRest(rest, of: run)
  }
}

extension InlineSource {
  /// Adds a place where a line may end between two notes.
  fileprivate mutating func addGap(textStyle: Int32) {
    let start = content.text.count
    content.text.append(contentsOf: noteGap)
    content.runs.append(StyledRun(start: start, end: content.text.count, style: Int(textStyle), span: nil))
    runBoxes.append(-1)
  }

  /// Adds the content of another block as an inline box.
  fileprivate mutating func add(_ other: InlineSource, in box: InlineBox) {
    let start = Int32(content.text.count)
    let parent = Int32(boxes.count)
    boxes.append(box)
    boxes[Int(parent)].hasEnd = true
    addEdge(.openEdge, of: parent)
    func moved(_ box: Int32) -> Int32 { box < 0 ? parent : box + parent + 1 }
    boxes += other.boxes.map { inner in
      var result = inner
      result.parent = moved(inner.parent)
      return result
    }
    content.text += other.content.text
    for (run, box) in zip(other.content.runs, other.runBoxes) {
      var run = run
      run.start += start
      run.end += start
      content.runs.append(run)
      runBoxes.append(moved(box))
    }
    for index in other.content.objects.indices {
      var object = other.content.objects[index]
      object.offset += start
      content.objects.append(object)
      let isEdge = object.kind == .openEdge || object.kind == .closeEdge
      objectTargets.append(isEdge ? moved(other.objectTargets[index]) : other.objectTargets[index])
      objectParents.append(moved(other.objectParents[index]))
    }
    content.anchors += other.content.anchors.map { anchor in
      SourceAnchor(byte: Int(anchor.byte + start), offset: anchor.offset)
    }
    marks += other.marks.map { ($0.offset + start, $0.mark) }
    addEdge(.closeEdge, of: parent)
  }

  private mutating func addEdge(_ kind: InlineObject.Kind, of box: Int32) {
    content.objects.append(InlineObject(kind: kind, offset: content.text.count, width: 0))
    objectTargets.append(box)
    objectParents.append(-1)
  }
}

/// U+200B ZERO WIDTH SPACE: lines may end between notes; a gap is for `margin` and `padding` to make.
private let noteGap: [UInt8] = [0xE2, 0x80, 0x8B]

/// From how many notes on a run lays out only its last line again.
private let mostNotesInRun = 12
