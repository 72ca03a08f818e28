import Geometry
import Styles
import Text

extension LayoutSession {
  /// Gives content its inline boxes whose edges are repeated where lines end in them.
  ///
  /// - Parameters:
  ///   - content: the content of `source`.
  ///   - source: the boxes.
  ///   - width: what percentages refer to.
  func setClones(of content: inout InlineContent, from source: InlineSource, width: Double) {
    guard source.boxes.contains(where: { styles[$0.style].clonesDecoration }) else { return }
    content.clones = []
    /// Where each box stands in the list, and which is around the place.
    var indices: [Int32: Int32] = [:]
    var around: Int32 = -1
    for (object, target) in zip(content.objects, source.objectTargets) {
      switch object.kind {
      case .openEdge where styles[source.boxes[Int(target)].style].clonesDecoration:
        let edges = BoxEdges(of: styles[source.boxes[Int(target)].style], available: width)
        let last = edges.margin.right + edges.border.right + edges.padding.right
        indices[target] = Int32(content.clones.count)
        content.clones.append(
          ClonedEdges(
            bytes: object.offset..<Int32.max,
            start: edges.margin.left + edges.left,
            end: last,
            parent: around
          )
        )
        around = Int32(content.clones.count) - 1
      case .closeEdge:
        guard let index = indices[target] else { break }
        let start = content.clones[Int(index)].bytes.lowerBound
        content.clones[Int(index)].bytes = start..<max(start, object.offset)
        around = content.clones[Int(index)].parent
      default: break
      }
    }
  }

  /// The start edge that a box repeats on a line that goes on with it.
  func clonedStart(_ box: InlineBox, width: Double) -> Double {
    guard styles[box.style].clonesDecoration else { return 0 }
    let edges = BoxEdges(of: styles[box.style], available: width)
    return edges.margin.left + edges.left
  }

  /// Ends the boxes that go on in the next line; some repeat their end edges here.
  func closeOpen(at end: Double, width: Double, in builder: inout LineBuilder) {
    var right = end
    while let last = builder.open.indices.last {
      let style = styles[builder.open[last].fragment.style]
      guard style.clonesDecoration else {
        builder.open[last].fragment.continuesAfter = true
        builder.pop(right: right)
        continue
      }
      let edges = BoxEdges(of: style, available: width)
      builder.open[last].fragment.margin.right = edges.margin.right
      builder.open[last].fragment.border.right = edges.border.right
      builder.open[last].fragment.padding.right = edges.padding.right
      right += edges.border.right + edges.padding.right
      builder.pop(right: right)
      right += edges.margin.right
    }
  }
}
