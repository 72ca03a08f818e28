import Diagnostics
import Geometry
package import Pictures
package import Styles

/// A picture that an element shows, read before layout.
package struct Picture: Sendable {
  /// The file.
  package var file: PictureFile
  /// Numbers the document's files: the same file has the same number wherever it is shown.
  package var number: Int32
  /// The text alternative; empty for decoration.
  package var alternative: String

  /// A picture of its parts.
  package init(file: PictureFile, number: Int32, alternative: String) {
    self.file = file
    self.number = number
    self.alternative = alternative
  }
}

/// The pictures of a document.
package struct PictureTable: Sendable {
  /// Pictures of `img` elements, by node.
  package var elements: [Int32: Picture] = [:]
  /// Pictures that style sheets name.
  package var named: [ImageReference: Picture] = [:]

  /// No pictures.
  package init() {}

  /// The picture of an `img` element.
  subscript(node: Int32) -> Picture? { elements[node] }
}

extension LayoutSession {
  /// Lays out a picture, a chart or a code as one piece that does not break (CSS 2.2, 10.3.2, 10.6.2).
  mutating func layOutReplaced(_ box: Int32, in space: ConstraintSpace) -> LayoutResult {
    let style = style(box)
    var edges = BoxEdges(of: style, available: space.available)
    let graphic = tree[box].image < 0 ? tree.graphics[tree[box].node] : nil
    let asked =
      graphic.map { graphicSize(of: $0, box: box, edges: edges, in: space) }
      ?? pictureSize(of: box, style: style, edges: edges, in: space)
    let content = space.settled.map { settledSize(of: box, $0, asked: asked, edges: edges) } ?? asked
    if !tree[box].isInlineLevel, space.settled == nil {
      settleMargins(&edges, style: style, width: content.width, available: space.available)
    }
    var fragment = FragmentNode(kind: .replaced, node: tree[box].node, style: tree[box].style)
    fragment.box = box
    fragment.margin = edges.margin
    fragment.border = edges.border
    fragment.padding = edges.padding
    fragment.size = Size(width: content.width + edges.horizontal, height: content.height + edges.vertical)
    fragment.isAnonymous = tree[box].isAnonymous
    if tree[box].image >= 0 {
      fragment.payload = .image(tree[box].image)
    } else {
      fragment.payload = drawing(of: box, size: content).map { .drawing($0) } ?? .picture(tree[box].node)
    }
    var bottom = MarginStrut()
    bottom.add(edges.margin.bottom)
    if let remaining = room(in: space), fragment.size.height > remaining + tolerance {
      noteShortage(fragment.size.height - remaining)
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

  /// The content size of a replaced box whose border box its parent has settled.
  private mutating func settledSize(of box: Int32, _ settled: SettledSize, asked: Size, edges: BoxEdges) -> Size {
    let width = max(0, settled.width - edges.horizontal)
    switch settled.height {
    case .fixed(let height, _), .atLeast(let height, _):
      return Size(width: width, height: max(0, height - edges.vertical))
    case .asStyled, .content:
      if case .asStyled = settled.height, style(box).height != .auto { return Size(width: width, height: asked.height) }
      if let graphic = tree.graphics[tree[box].node] {
        return Size(width: width, height: graphicHeight(of: graphic, box: box, width: width))
      }
      guard let ratio = preferredRatio(of: box), ratio > 0 else { return Size(width: width, height: asked.height) }
      return Size(width: width, height: width / ratio)
    }
  }

  /// Content widths of a picture in a container whose own width is not known: percentages count as `auto`, and let it
  /// shrink to nothing (CSS Sizing 3, 5.2.2).
  func pictureWidths(of box: Int32) -> IntrinsicWidths {
    let style = style(box)
    let edges = BoxEdges(of: style, available: 0)
    let size = replacedSize(
      width: nil,
      height: length(style.height, of: nil, edges: edges.vertical, style: style),
      natural: naturalSize(of: box, style: style),
      bounds: bounds(of: style, edges: edges, available: nil, availableHeight: nil)
    )
    let isCompressible = style.width.isPercentage || style.maxWidth.isPercentage
    return IntrinsicWidths(min: isCompressible ? 0 : size.width, max: size.width)
  }

  private func pictureSize(of box: Int32, style: ComputedStyle, edges: BoxEdges, in space: ConstraintSpace) -> Size {
    replacedSize(
      width: length(style.width, of: space.available, edges: edges.horizontal, style: style),
      height: length(style.height, of: space.availableHeight, edges: edges.vertical, style: style),
      natural: naturalSize(of: box, style: style),
      bounds: bounds(of: style, edges: edges, available: space.available, availableHeight: space.availableHeight),
      room: max(0, space.available - edges.margin.horizontal - edges.horizontal)
    )
  }

  /// The picture's own dimensions and the ratio that holds for it (CSS Sizing 4, 4.1); `0` by `0` where there is none.
  func naturalSize(of box: Int32, style: ComputedStyle) -> NaturalSize {
    let picture = tree[box].image >= 0 ? pictures.named[tree.images[Int(tree[box].image)]] : pictures[tree[box].node]
    var natural = picture?.file.natural(style) ?? NaturalSize(width: 0, height: 0)
    if let ratio = style.aspectRatio.ratio, !style.aspectRatio.isAuto || natural.ratio == nil {
      natural.ratio = ratio
      // A width and a ratio give the height.
      if natural.width != nil { natural.height = nil }
    }
    return natural
  }

  private func bounds(of style: ComputedStyle, edges: BoxEdges, available: Double?, availableHeight: Double?)
    -> SizeBounds
  {
    var bounds = SizeBounds()
    let (across, down) = (edges.horizontal, edges.vertical)
    if let least = length(style.minWidth, of: available, edges: across, style: style) { bounds.minWidth = least }
    if let most = length(style.maxWidth, of: available, edges: across, style: style) { bounds.maxWidth = most }
    if let least = length(style.minHeight, of: availableHeight, edges: down, style: style) { bounds.minHeight = least }
    if let most = length(style.maxHeight, of: availableHeight, edges: down, style: style) { bounds.maxHeight = most }
    return bounds
  }
}

extension PictureFile {
  /// The natural dimensions under `image-orientation` and `image-resolution` (CSS Images 3, 5.4, 5.3).
  func natural(_ style: ComputedStyle) -> NaturalSize {
    var natural = oriented(style).natural
    guard format != .svg else { return natural }
    var (across, down) = (style.imageResolution.dotsPerPixel, style.imageResolution.dotsPerPixel)
    if style.imageResolution.usesOwn, let own = oriented(style).resolution {
      (across, down) = (own.width / 96, own.height / 96)
    }
    guard across > 0, down > 0 else { return natural }
    natural.width = natural.width.map { $0 / across }
    natural.height = natural.height.map { $0 / down }
    if let width = natural.width, let height = natural.height, height > 0 { natural.ratio = width / height }
    return natural
  }

  /// The file as it is looked at: turned, unless `image-orientation` is `none`.
  func oriented(_ style: ComputedStyle) -> PictureFile {
    guard style.ignoresImageOrientation else { return self }
    return unturned
  }
}
