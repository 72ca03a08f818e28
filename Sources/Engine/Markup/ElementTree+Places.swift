public import Diagnostics

extension ElementTree {
  /// The place in the source of a stretch of a text node, given in bytes of the node's own text.
  ///
  /// Only for nodes of a tree that was read, not of an expanded one: there, `origins` has the answer.
  public func span(ofText range: Range<Int>, in id: NodeID) -> SourceSpan {
    let whole = self[id].span
    let start = sourceOffset(ofTextByte: range.lowerBound, in: id)
    // The end is the end of the last byte, which may stand in another piece than the byte after it.
    let end = range.isEmpty ? start : sourceOffset(ofTextByte: range.upperBound - 1, in: id) + 1
    return SourceSpan(source: whole.source, offset: start, length: end - start)
  }

  private func sourceOffset(ofTextByte offset: Int, in id: NodeID) -> Int {
    guard let pieces = textPieces[id.index] else { return Int(self[id].span.offset) + offset }
    var low = 0
    var high = pieces.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].offset) <= offset { low = middle } else { high = middle }
    }
    return Int(pieces[low].sourceOffset) + offset - Int(pieces[low].offset)
  }
}

extension Attribute {
  /// The place in the source of a stretch of the value, given in bytes of `value`.
  ///
  /// `source` holds the bytes of the file that the attribute was read from.
  public func span(ofValue range: Range<Int>, source: [UInt8]) -> SourceSpan {
    let first = Int(valueSpan.offset)
    guard value.utf8.count != Int(valueSpan.length) else {
      return SourceSpan(source: valueSpan.source, offset: first + range.lowerBound, length: range.count)
    }
    let raw = first..<min(first + Int(valueSpan.length), source.count)
    let starts = AttributeScanner.decodedStarts(of: raw, in: source)
    let start = starts[min(range.lowerBound, starts.count - 1)]
    let end = starts[min(range.upperBound, starts.count - 1)]
    return SourceSpan(source: valueSpan.source, offset: start, length: end - start)
  }
}
