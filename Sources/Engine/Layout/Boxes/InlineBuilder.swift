import Diagnostics
import Styles
import Text

/// Fills one inline formatting context: collapses white space, transforms text, keeps track of open inline boxes.
///
/// White space by CSS Text 3, 4.1.1 and 4.1.2; spaces at line ends are left to line breaking.
struct InlineBuilder {
  var source = InlineSource()
  /// Indices of the open inline boxes, outermost first.
  private(set) var open: [Int32] = []
  /// Whether a collapsible space here would be dropped: at a line's start or after another.
  private var dropsSpace = true
  /// Whether the next letter begins a word, for `capitalize`.
  private var isAtWordStart = true

  /// Index of the innermost open inline box, or -1.
  var current: Int32 { open.last ?? -1 }

  mutating func openBox(_ box: InlineBox, showsEdge: Bool) {
    var box = box
    box.parent = current
    source.boxes.append(box)
    let index = Int32(source.boxes.count - 1)
    addObject(.openEdge, target: index)
    source.boxes[Int(index)].hasStart = showsEdge
    open.append(index)
  }

  mutating func closeBox(showsEdge: Bool) {
    let index = open.removeLast()
    source.boxes[Int(index)].hasEnd = showsEdge
    addObject(.closeEdge, target: index)
  }

  /// `textStyle` is that of the text around it: it says whether lines may end beside the box.
  mutating func addAtomic(box: Int32, textStyle: Int32) {
    addObject(.atomic, target: box)
    append(objectReplacement, textStyle: textStyle, span: nil)
    dropsSpace = false
    isAtWordStart = true
  }

  /// Notes the place of a box that is out of the flow.
  mutating func addAnchor(box: Int32) {
    addObject(.anchor, target: box)
  }

  /// Notes a place in the text.
  mutating func addMark(_ mark: Int32) {
    source.marks.append((Int32(source.content.text.count), mark))
  }

  mutating func addForcedBreak(textStyle: Int32) {
    addObject(.forcedBreak, target: -1)
    append(lineSeparator, textStyle: textStyle, span: nil)
    dropsSpace = true
    isAtWordStart = true
  }

  mutating func addLeader(pattern: String, textStyle: Int32, span: SourceSpan?) {
    addObject(.leader(pattern: pattern), target: -1)
    append(objectReplacement, textStyle: textStyle, span: span)
    dropsSpace = false
  }

  /// Adds text as the source has it.
  mutating func addText(_ bytes: ArraySlice<UInt8>, style: ComputedStyle, textStyle: Int32, span: SourceSpan?) {
    let bytes = source.composeMarks(of: bytes)
    let transformed = transform(bytes, by: style.textTransform)
    switch style.whiteSpace {
    case .normal, .nowrap: addCollapsed(transformed, keepsNewlines: false, textStyle: textStyle, span: span)
    case .preLine: addCollapsed(transformed, keepsNewlines: true, textStyle: textStyle, span: span)
    case .pre, .preWrap, .breakSpaces: addPreserved(transformed, textStyle: textStyle, span: span)
    }
  }

  private mutating func addCollapsed(
    _ bytes: ArraySlice<UInt8>,
    keepsNewlines: Bool,
    textStyle: Int32,
    span: SourceSpan?
  ) {
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count)
    var isAfterSpace = true
    for (index, byte) in zip(bytes.indices, bytes) {
      guard isSpace(byte) else {
        if isAfterSpace { anchor(piece.count, sourceOffset: index - bytes.startIndex, of: span) }
        isAfterSpace = false
        piece.append(byte)
        dropsSpace = false
        continue
      }
      isAfterSpace = true
      if keepsNewlines, byte == newline {
        while let last = piece.last, last == space { piece.removeLast() }
        flush(&piece, textStyle: textStyle, span: span)
        addForcedBreak(textStyle: textStyle)
      } else if !dropsSpace {
        piece.append(space)
        dropsSpace = true
      }
    }
    flush(&piece, textStyle: textStyle, span: span)
  }

  private mutating func addPreserved(_ bytes: ArraySlice<UInt8>, textStyle: Int32, span: SourceSpan?) {
    var piece: [UInt8] = []
    piece.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte == newline {
        flush(&piece, textStyle: textStyle, span: span)
        addForcedBreak(textStyle: textStyle)
      } else {
        // Tabs too: line breaking sets them at their stops (CSS Text 3, 4.2).
        piece.append(byte)
      }
    }
    flush(&piece, textStyle: textStyle, span: span)
    dropsSpace = false
  }

  /// Notes where the text goes on in its source.
  private mutating func anchor(_ byte: Int, sourceOffset: Int, of span: SourceSpan?) {
    guard let span else { return }
    let anchor = SourceAnchor(byte: source.content.text.count + byte, offset: span.offset + Int32(sourceOffset))
    // One after each white space would be as many as there are words: only where the two have drifted apart.
    if let last = source.content.anchors.last, last.offset - last.byte == anchor.offset - anchor.byte { return }
    source.content.anchors.append(anchor)
  }

  private mutating func flush(_ piece: inout [UInt8], textStyle: Int32, span: SourceSpan?) {
    guard !piece.isEmpty else { return }
    appendRun(piece, textStyle: textStyle, span: span)
    piece.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ placeholder: [UInt8], textStyle: Int32, span: SourceSpan?) {
    appendRun(placeholder, textStyle: textStyle, span: span)
  }

  private mutating func appendRun(_ bytes: [UInt8], textStyle: Int32, span: SourceSpan?) {
    let start = source.content.text.count
    source.content.text.append(contentsOf: bytes)
    let end = source.content.text.count
    let box = current
    if span == nil, let last = source.content.runs.indices.last, source.content.runs[last].style == textStyle,
      source.runBoxes[last] == box, source.content.runs[last].span == nil
    {
      source.content.runs[last].end = Int32(end)
      return
    }
    source.content.runs.append(StyledRun(start: start, end: end, style: Int(textStyle), span: span))
    source.runBoxes.append(box)
  }

  private mutating func addObject(_ kind: InlineObject.Kind, target: Int32) {
    source.content.objects.append(InlineObject(kind: kind, offset: source.content.text.count, width: 0))
    source.objectTargets.append(target)
    source.objectParents.append(current)
  }

  private mutating func transform(_ bytes: ArraySlice<UInt8>, by transform: TextTransform) -> ArraySlice<UInt8> {
    if transform != .capitalize { noteWord(in: bytes) }
    switch transform {
    case .none: return bytes
    case .uppercase: return Array(String(decoding: bytes, as: UTF8.self).uppercased().utf8)[...]
    case .lowercase: return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)[...]
    case .capitalize: return capitalized(bytes)
    }
  }

  private mutating func capitalized(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var result = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      let isFirst = isAtWordStart && (character.isLetter || character.isNumber)
      result += isFirst ? character.uppercased() : String(character)
      isAtWordStart = startsWord(after: character)
    }
    return Array(result.utf8)[...]
  }

  /// Notes whether text that keeps its case ends inside a word: what follows may be in capitals.
  private mutating func noteWord(in bytes: ArraySlice<UInt8>) {
    var last = bytes.endIndex - 1
    while last > bytes.startIndex, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    guard last >= bytes.startIndex, let character = String(decoding: bytes[last...], as: UTF8.self).first else {
      return
    }
    isAtWordStart = startsWord(after: character)
  }
}

/// Whether the letter after a character begins a word (CSS Text 3, 2.1.1): an apostrophe stands inside one.
private func startsWord(after character: Character) -> Bool {
  character.isWhitespace || character.isPunctuation && character != "'" && character != "’"
}

private func isSpace(_ byte: UInt8) -> Bool {
  byte == space || byte == newline || byte == tab || byte == 0x0D || byte == 0x0C
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let newline = UInt8(ascii: "\n")
/// U+FFFC OBJECT REPLACEMENT CHARACTER.
private let objectReplacement: [UInt8] = [0xEF, 0xBF, 0xBC]
/// U+2028 LINE SEPARATOR.
private let lineSeparator: [UInt8] = [0xE2, 0x80, 0xA8]
