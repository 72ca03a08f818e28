/// The characters that a named entity of HTML stands for, as UTF-8, or `nil` for an unknown name.
///
/// A binary search over the sorted lines of the generated table: nothing is built when the process starts.
func entityReplacement(of name: some Collection<UInt8>) -> [UInt8]? {
  entityLines.withUTF8Buffer { lines in
    var low = 0  // The first byte of a line that may be the answer.
    var high = lines.count
    while low < high {
      let line = lineAround((low + high) / 2, in: lines)
      let nameEnd = lines[line].firstIndex(of: space) ?? line.upperBound
      if lines[line.lowerBound..<nameEnd].elementsEqual(name) {
        return characters(lines[nameEnd..<line.upperBound])
      }
      if lines[line.lowerBound..<nameEnd].lexicographicallyPrecedes(name) {
        low = line.upperBound + 1
      } else {
        high = line.lowerBound
      }
    }
    return nil
  }
}

/// Every entity name, in the order of their bytes.
///
/// Only for help lines: it makes an array of all of them.
func entityNames() -> [String] {
  entityLines.withUTF8Buffer { lines in
    lines.split(separator: lineEnd).compactMap { line in
      line.split(separator: space).first.map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

private let lineEnd = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")

private func lineAround(_ index: Int, in lines: UnsafeBufferPointer<UInt8>) -> Range<Int> {
  var start = index
  while start > 0, lines[start - 1] != lineEnd { start -= 1 }
  var end = index
  while end < lines.count, lines[end] != lineEnd { end += 1 }
  return start..<end
}

private func characters(_ codes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  codes.split(separator: space).flatMap { code in
    let scalar = UInt32(String(decoding: code, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
    return scalar.map { Array(String($0).utf8) } ?? []
  }
}
