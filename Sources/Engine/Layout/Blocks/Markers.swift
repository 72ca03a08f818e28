import Geometry
import Styles
import Text

extension LayoutSession {
  /// Puts the marker of a list item beside its first line, outside its border edge (CSS Lists 3, 3.5).
  mutating func addMarker(to fragment: inout FragmentNode, box: Int32, edges: BoxEdges) {
    let source = tree.inlines[Int(tree[box].marker)]
    var paragraph = breakParagraph(source, style: ComputedStyle(), width: .greatestFiniteMagnitude)
    guard let first = paragraph.lines.first else { return }
    // The space after a number hangs at the line's end and is no part of its width, but of the marker's.
    let width = first.segments.last.map { $0.x + $0.width } ?? 0
    paragraph.width = width
    var root = FragmentNode(kind: .line, node: tree[box].node, style: tree[box].style)
    root.pseudo = .marker
    var line = buildLine(first, of: paragraph, root: root, decorations: [])
    var marker = FragmentNode(kind: .marker, node: tree[box].node, style: tree[box].style)
    marker.pseudo = .marker
    marker.size = Size(width: width, height: line.size.height)
    let baseline = fragment.firstBaseline ?? edges.top + line.baseline
    marker.offset = Point(x: -width, y: baseline - line.baseline)
    marker.baseline = line.baseline
    line.offset = .zero
    marker.children = [line]
    fragment.children.insert(marker, at: 0)
    // An item without lines is as high as its marker.
    fragment.size.height = max(fragment.size.height, marker.offset.y + marker.size.height + edges.bottom)
  }
}
