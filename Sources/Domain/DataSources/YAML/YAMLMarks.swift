/// Turns libyaml's lines and columns into byte offsets.
///
/// Marks come nearly in order, so the last one is remembered: a long line is walked once, not once a mark.
struct YAMLMarks {
  private let bytes: ArraySlice<UInt8>
  private var lineStarts: [Int]
  private var last = (line: -1, column: 0, offset: 0)

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    lineStarts = [bytes.startIndex]
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = breakLength(at: index, in: bytes)
      index += max(length, 1)
      if length > 0 { lineStarts.append(index) }
    }
  }

  /// The byte offset of a mark; the end of the text for a mark behind it.
  mutating func offset(of mark: YAMLMark) -> Int {
    guard mark.line < lineStarts.count else { return bytes.endIndex }
    var column = 0
    var offset = lineStarts[mark.line]
    if last.line == mark.line, last.column <= mark.column { (_, column, offset) = last }
    while column < mark.column, offset < bytes.endIndex {
      offset += 1
      while offset < bytes.endIndex, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    last = (mark.line, column, offset)
    return offset
  }
}

/// Bytes of the line break at `index`, 0 where there is none.
///
/// libyaml breaks lines as YAML 1.1 does: also at NEL, LS and PS.
private func breakLength(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
  switch bytes[index] {
  case 0x0A: return 1
  case 0x0D: return index + 1 < bytes.endIndex && bytes[index + 1] == 0x0A ? 2 : 1
  case 0xC2: return bytes[index + 1] == 0x85 ? 2 : 0
  case 0xE2: return bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9) ? 3 : 0
  default: return 0
  }
}
