import Diagnostics
package import Geometry
import Styles

/// A picture that an element shows, read before layout.
package struct Picture: Sendable {
  /// The file's bytes (PNG).
  package var bytes: [UInt8]
  /// Natural size in points: a pixel is 0.75 pt (CSS Images 3, 4.1).
  package var size: Size
  /// The text alternative; empty for decoration.
  package var alternative: String

  /// A picture of its parts.
  package init(bytes: [UInt8], size: Size, alternative: String) {
    self.bytes = bytes
    self.size = size
    self.alternative = alternative
  }
}

extension LayoutSession {
  /// Lays out a picture as one piece that does not break (CSS 2.2, 10.3.2, 10.6.2).
  mutating func layOutPicture(_ box: Int32, in space: ConstraintSpace) -> LayoutResult {
    let style = style(box)
    var edges = BoxEdges(of: style, available: space.available)
    let content = pictureSize(of: box, style: style, edges: edges, in: space)
    if !tree[box].isInlineLevel {
      settleMargins(&edges, style: style, width: content.width, available: space.available)
    }
    var fragment = FragmentNode(kind: .replaced, node: tree[box].node, style: tree[box].style)
    fragment.box = box
    fragment.margin = edges.margin
    fragment.border = edges.border
    fragment.padding = edges.padding
    fragment.size = Size(width: content.width + edges.horizontal, height: content.height + edges.vertical)
    fragment.payload = .picture(tree[box].node)
    var bottom = MarginStrut()
    bottom.add(edges.margin.bottom)
    if let remaining = space.remaining, fragment.size.height > remaining + tolerance {
      if fragmentainer.canBreakEarlier { return LayoutResult(fragment: fragment, status: .outOfSpace) }
      diagnostics.report(
        .contentTooTall(
          page: pageNumber,
          height: fragment.size.height,
          room: remaining,
          span: span(ofNode: tree[box].node)
        )
      )
    }
    return LayoutResult(fragment: fragment, status: .complete, bottomMargin: bottom)
  }

  func pictureWidths(of box: Int32) -> IntrinsicWidths {
    let width = pictures[tree[box].node]?.size.width ?? 0
    return IntrinsicWidths(min: width, max: width)
  }

  private mutating func pictureSize(of box: Int32, style: ComputedStyle, edges: BoxEdges, in space: ConstraintSpace)
    -> Size
  {
    let natural = pictures[tree[box].node]?.size ?? .zero
    let ratio = natural.height > 0 ? natural.width / natural.height : 0
    var width = contentWidth(of: box, style: style, edges: edges, available: space.available)
    var height = contentHeight(of: style, edges: edges, availableHeight: space.availableHeight)
    if width == nil, let height, ratio > 0 { width = height * ratio }
    let used = clampWidth(
      width ?? natural.width,
      of: box,
      style: style,
      edges: edges,
      available: space.available
    )
    if height == nil { height = ratio > 0 ? used / ratio : natural.height }
    return Size(
      width: used,
      height: clampHeight(height ?? 0, style: style, edges: edges, availableHeight: space.availableHeight)
    )
  }
}
