/// An inline box whose start and end edges stand at both ends of each of its pieces (`box-decoration-break: clone`, CSS
/// Fragmentation 3, 5.4).
public struct ClonedEdges: Sendable, Hashable {
  /// The bytes of the paragraph's text inside the box.
  public var bytes: Range<Int32>
  /// Margin, border and padding at the start of a line that goes on with the box.
  public var start: Double
  /// The same at the end of a line that does not end it.
  public var end: Double
  /// Index of the next such box around it, or -1.
  public var parent: Int32

  /// A box of its parts.
  public init(bytes: Range<Int32>, start: Double, end: Double, parent: Int32) {
    self.bytes = bytes
    self.start = start
    self.end = end
    self.parent = parent
  }
}

extension InlineContent {
  /// The edges that a line has at a break besides those in its content: those of the boxes that the break stands in.
  func clonedEdges(at byte: Int32) -> (start: Double, end: Double) {
    guard !clones.isEmpty else { return (0, 0) }
    var low = 0
    var high = clones.count
    while low < high {
      let middle = (low + high) / 2
      if clones[middle].bytes.lowerBound < byte { low = middle + 1 } else { high = middle }
    }
    var sum = (start: 0.0, end: 0.0)
    var index = low - 1
    while index >= 0 {
      if clones[index].bytes.upperBound > byte {
        sum.start += clones[index].start
        sum.end += clones[index].end
      }
      index = Int(clones[index].parent)
    }
    return sum
  }
}

extension ShapedParagraph {
  /// Makes lines that end in boxes with cloned edges wider by them: they count as what stands right around each break.
  mutating func widenBreaks() {
    guard !content.clones.isEmpty else { return }
    for index in breaks.indices {
      let edges = content.clonedEdges(at: breaks[index].byte)
      breaks[index].x -= edges.start
      breaks[index].trimmedX += edges.end
    }
  }
}
