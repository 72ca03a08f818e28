import Text

extension InlineSource {
  /// Takes over the combining marks at the start of a text that compose with the letter before it.
  ///
  /// Normalisation form C (UAX 15) is that of the paragraph, and a letter may stand in one text node, its tone in the next
  /// one: the letter that they make belongs to the first box (CSS Text 3, 1.3).
  /// - Returns: what is left of the text.
  mutating func composeMarks(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    // Below U+0300 nothing combines.
    guard let lead = bytes.first, lead >= 0xCC, let run = content.runs.indices.last else { return bytes }
    let rest = bytes[combiningPrefixEnd(of: bytes)...]
    let end = content.text.count
    guard rest.startIndex > bytes.startIndex, Int(content.runs[run].end) == end else { return bytes }
    let start = lastLetterStart(from: Int(content.runs[run].start))
    let apart = Array(content.text[start...]) + bytes[..<rest.startIndex]
    let composed = normalized(apart)
    guard composed != apart else { return bytes }
    content.text.replaceSubrange(start..., with: composed)
    content.runs[run].end = Int32(content.text.count)
    // The edges between the two stand behind the letter now.
    var object = content.objects.count - 1
    while object >= 0, Int(content.objects[object].offset) == end {
      content.objects[object].offset = Int32(content.text.count)
      object -= 1
    }
    return rest
  }

  /// The place of the last letter of the text with its marks, not before `lower`.
  private func lastLetterStart(from lower: Int) -> Int {
    var start = content.text.count
    repeat {
      start -= 1
      while start > lower, content.text[start] & 0xC0 == 0x80 { start -= 1 }
    } while start > lower && isMark(content.text[start...])
    return start
  }
}

/// Where the marks at the start of a text end.
private func combiningPrefixEnd(of bytes: ArraySlice<UInt8>) -> Int {
  var end = bytes.startIndex
  while end < bytes.endIndex, bytes[end] >= 0xCC, isMark(bytes[end...]) {
    end += 1
    while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
  }
  return end
}

/// Whether a text begins with a character that combines with the one before it.
private func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
  guard let scalar = String(decoding: bytes.prefix(4), as: UTF8.self).unicodeScalars.first else { return false }
  return scalar.properties.canonicalCombiningClass != .notReordered
}
