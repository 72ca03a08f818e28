import Geometry
import Styles
import Text

/// A page-margin box with its content, before it has a place.
private struct MarginBox {
  var name: MarginBoxName
  var style: Int32
  var source: InlineSource
  var edges: BoxEdges
  /// What it asks for along its side of the page, edges included.
  var widths: IntrinsicWidths
  /// A fixed extent along its side, edges included.
  var fixed: Double?
}

/// The three boxes of one side of the page, in order; the corners are not among them.
private struct MarginSide {
  var names: [MarginBoxName]
  /// Where the side lies on the page.
  var area: Rect
  var isHorizontal: Bool
}

/// What margin boxes show of their page.
struct PageFurniture {
  var strings: NamedStrings
  var pageCounters: PageContextCounters
  var counters: PageCounters
  var totalPages: Int

  /// The values of a counter, outermost first: the page's own counters, then those of the flow.
  func nest(of name: String) -> [Int] {
    if name == "pages" { return [totalPages] }
    return pageCounters.values[name].map { [$0] } ?? counters.nest(of: name)
  }
}

extension LayoutSession {
  /// Lays out the margin boxes of a page (CSS Paged Media 3, 5); offsets are page coordinates.
  mutating func layOutMarginBoxes(_ style: PageStyle, margin: Edges, furniture: PageFurniture) -> [FragmentNode] {
    let size = style.size
    let inner = Rect(
      x: margin.left,
      y: margin.top,
      width: size.width - margin.horizontal,
      height: size.height - margin.vertical
    )
    var result: [FragmentNode] = []
    for (name, area) in corners(inner: inner, size: size) {
      guard let box = marginBox(name, style, isHorizontal: true, available: area.size.width, furniture: furniture)
      else { continue }
      result.append(fragment(of: box, in: area))
    }
    for side in sides(inner: inner, size: size) {
      result.append(contentsOf: layOut(side, style: style, furniture: furniture))
    }
    return result
  }

  private func corners(inner: Rect, size: Size) -> [(MarginBoxName, Rect)] {
    let right = size.width - inner.right
    let bottom = size.height - inner.bottom
    return [
      (.topLeftCorner, Rect(x: 0, y: 0, width: inner.left, height: inner.top)),
      (.topRightCorner, Rect(x: inner.right, y: 0, width: right, height: inner.top)),
      (.bottomRightCorner, Rect(x: inner.right, y: inner.bottom, width: right, height: bottom)),
      (.bottomLeftCorner, Rect(x: 0, y: inner.bottom, width: inner.left, height: bottom)),
    ]
  }

  private func sides(inner: Rect, size: Size) -> [MarginSide] {
    let right = size.width - inner.right
    let bottom = size.height - inner.bottom
    let width = inner.size.width
    let height = inner.size.height
    return [
      MarginSide(
        names: [.topLeft, .topCenter, .topRight],
        area: Rect(x: inner.left, y: 0, width: width, height: inner.top),
        isHorizontal: true
      ),
      MarginSide(
        names: [.rightTop, .rightMiddle, .rightBottom],
        area: Rect(x: inner.right, y: inner.top, width: right, height: height),
        isHorizontal: false
      ),
      MarginSide(
        names: [.bottomLeft, .bottomCenter, .bottomRight],
        area: Rect(x: inner.left, y: inner.bottom, width: width, height: bottom),
        isHorizontal: true
      ),
      MarginSide(
        names: [.leftTop, .leftMiddle, .leftBottom],
        area: Rect(x: 0, y: inner.top, width: inner.left, height: height),
        isHorizontal: false
      ),
    ]
  }

  private mutating func layOut(_ side: MarginSide, style: PageStyle, furniture: PageFurniture) -> [FragmentNode] {
    let across = side.isHorizontal ? side.area.size.width : side.area.size.height
    let boxes = side.names.map { name in
      marginBox(name, style, isHorizontal: side.isHorizontal, available: side.area.size.width, furniture: furniture)
    }
    let extents = share(across, among: boxes)
    // The middle box is centred, the last one ends where the side ends (CSS Paged Media 3, 5.3).
    let starts = [0, (across - extents[1]) / 2, across - extents[2]]
    var result: [FragmentNode] = []
    for (index, box) in boxes.enumerated() {
      guard let box else { continue }
      let area = side.area
      let place =
        side.isHorizontal
        ? Rect(x: area.left + starts[index], y: area.top, width: extents[index], height: area.size.height)
        : Rect(x: area.left, y: area.top + starts[index], width: area.size.width, height: extents[index])
      result.append(fragment(of: box, in: place))
    }
    return result
  }

  /// The extents of three boxes along one side (CSS Paged Media 3, 5.3.2.3).
  private func share(_ room: Double, among boxes: [MarginBox?]) -> [Double] {
    guard let middle = boxes[1] else {
      let pair = flexFit(room, boxes[0], boxes[2])
      return [pair.0, 0, pair.1]
    }
    // Both outer boxes count as one of twice the larger, so that the middle one stays centred.
    var outer: MarginBox?
    for box in [boxes[0], boxes[2]] {
      guard let box else { continue }
      guard var known = outer else {
        outer = box
        continue
      }
      known.widths.formUnion(box.widths)
      known.fixed = known.fixed.flatMap { first in box.fixed.map { max(first, $0) } }
      outer = known
    }
    if var both = outer {
      both.widths = IntrinsicWidths(min: 2 * both.widths.min, max: 2 * both.widths.max)
      both.fixed = both.fixed.map { 2 * $0 }
      outer = both
    }
    let center = flexFit(room, middle, outer).0
    let rest = max(0, room - center) / 2
    return [boxes[0] == nil ? 0 : boxes[0]?.fixed ?? rest, center, boxes[2] == nil ? 0 : boxes[2]?.fixed ?? rest]
  }

  /// Shares room between two boxes by what their content wants.
  private func flexFit(_ room: Double, _ first: MarginBox?, _ second: MarginBox?) -> (Double, Double) {
    guard let first else { return (0, second.map { $0.fixed ?? room } ?? 0) }
    guard let second else { return (first.fixed ?? room, 0) }
    switch (first.fixed, second.fixed) {
    case (let one?, let two?): return (one, two)
    case (let one?, nil): return (one, max(0, room - one))
    case (nil, let two?): return (max(0, room - two), two)
    case (nil, nil): break
    }
    let most = first.widths.max + second.widths.max
    let least = first.widths.min + second.widths.min
    if most <= room {
      return split(room - most, first.widths.max, second.widths.max, weights: (first.widths.max, second.widths.max))
    }
    if least <= room {
      let weights = (first.widths.max - first.widths.min, second.widths.max - second.widths.min)
      return split(room - least, first.widths.min, second.widths.min, weights: weights)
    }
    return split(room - least, first.widths.min, second.widths.min, weights: (first.widths.min, second.widths.min))
  }

  private func split(_ rest: Double, _ first: Double, _ second: Double, weights: (Double, Double)) -> (Double, Double) {
    let sum = weights.0 + weights.1
    guard sum > 0 else { return (first + rest / 2, second + rest / 2) }
    return (max(0, first + rest * weights.0 / sum), max(0, second + rest * weights.1 / sum))
  }

  /// A margin box with its generated content; `nil` where the page has none of that name.
  private mutating func marginBox(
    _ name: MarginBoxName,
    _ page: PageStyle,
    isHorizontal: Bool,
    available: Double,
    furniture: PageFurniture
  ) -> MarginBox? {
    guard let own = page.marginBoxes[name], case .items(let items) = own.content else { return nil }
    let style = styles.shared(own)
    var inline = InlineBuilder()
    for item in items {
      if case .leader(let pattern) = item {
        inline.addLeader(pattern: pattern, textStyle: styles.text(style), span: nil)
        continue
      }
      let text = normalized(Array(furnitureText(item, furniture).utf8))
      inline.addText(text[...], style: own, textStyle: styles.text(style), span: nil)
    }
    let edges = BoxEdges(of: own, available: available)
    let outer = edges.horizontal + edges.margin.horizontal
    var box = MarginBox(
      name: name,
      style: style,
      source: inline.source,
      edges: edges,
      widths: IntrinsicWidths(),
      fixed: nil
    )
    if isHorizontal {
      box.widths = inlineWidths(of: inline.source)
      box.widths.min += outer
      box.widths.max += outer
      box.fixed = length(own.width, of: available, edges: edges.horizontal, style: own).map { $0 + outer }
    } else {
      let vertical = edges.vertical + edges.margin.vertical
      let height = lines(of: box, width: available - outer).reduce(0) { $0 + $1.size.height } + vertical
      box.widths = IntrinsicWidths(min: height, max: height)
      box.fixed = length(own.height, of: nil, edges: edges.vertical, style: own).map { $0 + vertical }
    }
    return box
  }

  private func furnitureText(_ item: ContentItem, _ furniture: PageFurniture) -> String {
    switch item {
    case .text(let text): text
    case .counter(let name, let style): style.text(for: furniture.nest(of: name).last ?? 0)
    case .counters(let name, let separator, let style):
      furniture.nest(of: name).map { style.text(for: $0) }.joined(separator: separator)
    case .string(let name, let which): furniture.strings.value(of: name, which)
    default: ""
    }
  }

  private mutating func lines(of box: MarginBox, width: Double) -> [FragmentNode] {
    let style = styles[box.style]
    let paragraph = breakParagraph(box.source, style: style, width: max(0, width))
    var result: [FragmentNode] = []
    for index in paragraph.lines.indices {
      let root = FragmentNode(kind: .line, node: -1, style: box.style)
      let decorations = decorations(ofStyle: box.style)
      var line = buildLine(index, of: paragraph, source: box.source, root: root, decorations: decorations)
      align(&line, paragraph.lines[index], style: style, width: paragraph.width, isFirst: index == 0)
      result.append(line)
    }
    return result
  }

  /// Fills a rectangle of the margin; the content stands where `vertical-align` says.
  private mutating func fragment(of box: MarginBox, in area: Rect) -> FragmentNode {
    let edges = box.edges
    var fragment = FragmentNode(kind: .marginBox, node: -1, style: box.style)
    fragment.marginBox = box.name
    fragment.margin = edges.margin
    fragment.border = edges.border
    fragment.padding = edges.padding
    fragment.offset = Point(x: area.left + edges.margin.left, y: area.top + edges.margin.top)
    fragment.size = Size(
      width: max(edges.horizontal, area.size.width - edges.margin.horizontal),
      height: max(edges.vertical, area.size.height - edges.margin.vertical)
    )
    let lines = lines(of: box, width: fragment.size.width - edges.horizontal)
    let rest = fragment.size.height - edges.vertical - lines.reduce(0) { $0 + $1.size.height }
    var y = edges.top
    switch styles[box.style].verticalAlign {
    case .middle: y += rest / 2
    case .bottom, .textBottom: y += rest
    default: break
    }
    for line in lines {
      var child = line
      child.offset = Point(x: edges.left, y: y)
      y += line.size.height
      fragment.children.append(child)
    }
    return fragment
  }
}
