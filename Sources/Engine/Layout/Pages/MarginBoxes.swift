import Geometry
import Styles
import Text

/// What margin boxes show of their page.
struct PageFurniture {
  var strings: NamedStrings
  var running: RunningPlaces
  var pageCounters: PageContextCounters
  var counters: PageCounters
  var totalPages: Int

  init(notes: PageNotes, totalPages: Int) {
    strings = notes.strings
    running = notes.running
    pageCounters = notes.pageCounters
    counters = notes.counters
    self.totalPages = totalPages
  }

  /// The values of a counter, outermost first: the margin box's own, its page's, then those of the flow.
  func nest(of name: String, in box: MarginBoxName? = nil) -> [Int] {
    if name == "pages" { return [totalPages] }
    return pageCounters.value(of: name, in: box).map { [$0] } ?? counters.nest(of: name)
  }
}

extension LayoutSession {
  /// Lays out the margin boxes of a page (CSS Paged Media 3, 5); offsets are page coordinates.
  mutating func layOutMarginBoxes(_ style: PageStyle, margin: Edges, furniture: PageFurniture) -> [FragmentNode] {
    guard !style.marginBoxes.isEmpty else { return [] }
    let areas = MarginAreas(size: style.size, margin: margin)
    var result: [FragmentNode] = []
    for (name, area) in areas.corners {
      guard let box = marginBox(name, style, in: area, furniture: furniture) else { continue }
      let across = FixedMarginBoxAxis(room: area.size.width, isAtPageStart: name.isLeft).resolved(box.horizontal)
      let down = FixedMarginBoxAxis(room: area.size.height, isAtPageStart: name.isTop).resolved(box.vertical)
      result.append(fragment(of: box, at: area.origin, across: across, down: down))
    }
    for side in areas.sides {
      let boxes = side.names.map { marginBox($0, style, in: side.area, furniture: furniture) }
      result.append(contentsOf: side.isHorizontal ? layOutRow(boxes, of: side) : layOutColumn(boxes, of: side))
    }
    return result
  }

  /// The boxes above or below the page area: as high as the margin, and sharing its width.
  private mutating func layOutRow(_ boxes: [MarginBox?], of side: MarginSide) -> [FragmentNode] {
    var row = MarginBoxSide(boxes: boxes.map { $0?.horizontal }, room: side.area.size.width)
    for (index, box) in boxes.enumerated() {
      guard let box, box.horizontal.size == nil else { continue }
      row.boxes[index]?.content = widths(of: box.content)
    }
    let sizes = row.sizes()
    let starts = row.starts(of: sizes)
    var result: [FragmentNode] = []
    for (index, box) in boxes.enumerated() {
      guard let box else { continue }
      let isTop = side.names[index].isTop
      let down = FixedMarginBoxAxis(room: side.area.size.height, isAtPageStart: isTop).resolved(box.vertical)
      let across = box.horizontal.extent(of: sizes[index])
      let corner = Point(x: side.area.left + starts[index], y: side.area.top)
      result.append(fragment(of: box, at: corner, across: across, down: down))
    }
    return result
  }

  /// The boxes beside the page area: as wide as the margin, and sharing its height.
  private mutating func layOutColumn(_ boxes: [MarginBox?], of side: MarginSide) -> [FragmentNode] {
    let fixed = FixedMarginBoxAxis(room: side.area.size.width, isAtPageStart: side.names[0].isLeft)
    let widths = boxes.map { $0.map { fixed.resolved($0.horizontal) } }
    var column = MarginBoxSide(boxes: boxes.map { $0?.vertical }, room: side.area.size.height)
    for (index, box) in boxes.enumerated() {
      guard let box, box.vertical.size == nil else { continue }
      let height = contentFragments(of: box, width: widths[index]?.size ?? 0).height
      column.boxes[index]?.content = IntrinsicWidths(min: height, max: height)
    }
    let sizes = column.sizes()
    let starts = column.starts(of: sizes)
    var result: [FragmentNode] = []
    for (index, box) in boxes.enumerated() {
      guard let box, let across = widths[index] else { continue }
      let corner = Point(x: side.area.left, y: side.area.top + starts[index])
      result.append(fragment(of: box, at: corner, across: across, down: box.vertical.extent(of: sizes[index])))
    }
    return result
  }

  /// A margin box with its generated content; `nil` where the page has none of that name.
  private mutating func marginBox(
    _ name: MarginBoxName,
    _ page: PageStyle,
    in area: Rect,
    furniture: PageFurniture
  ) -> MarginBox? {
    guard let own = page.marginBoxes[name], case .items(let items) = own.content else { return nil }
    let style = styles.shared(own)
    let content = content(items, of: name, style: style, furniture: furniture)
    let padding = Edges(
      top: max(0, own.padding.top.used(of: area.size.height)),
      right: max(0, own.padding.right.used(of: area.size.width)),
      bottom: max(0, own.padding.bottom.used(of: area.size.height)),
      left: max(0, own.padding.left.used(of: area.size.width))
    )
    var box = MarginBox(name: name, style: style, content: content, border: own.borderWidth, padding: padding)
    box.horizontal = horizontalAxis(of: own, box: box, room: area.size.width)
    box.vertical = verticalAxis(of: own, box: box, room: area.size.height)
    return box
  }

  private mutating func horizontalAxis(of style: ComputedStyle, box: MarginBox, room: Double) -> MarginBoxAxis {
    var axis = MarginBoxAxis(
      startMargin: style.margin.left.used(of: room),
      endMargin: style.margin.right.used(of: room),
      edges: box.border.horizontal + box.padding.horizontal
    )
    axis.size = marginBoxWidth(style.width, of: box, style: style, edges: axis.edges, room: room)
    axis.leastSize = marginBoxWidth(style.minWidth, of: box, style: style, edges: axis.edges, room: room) ?? 0
    axis.mostSize =
      marginBoxWidth(style.maxWidth, of: box, style: style, edges: axis.edges, room: room) ?? .infinity
    return axis
  }

  private func verticalAxis(of style: ComputedStyle, box: MarginBox, room: Double) -> MarginBoxAxis {
    var axis = MarginBoxAxis(
      startMargin: style.margin.top.used(of: room),
      endMargin: style.margin.bottom.used(of: room),
      edges: box.border.vertical + box.padding.vertical
    )
    axis.size = length(style.height, of: room, edges: axis.edges, style: style)
    axis.leastSize = length(style.minHeight, of: room, edges: axis.edges, style: style) ?? 0
    axis.mostSize = length(style.maxHeight, of: room, edges: axis.edges, style: style) ?? .infinity
    return axis
  }

  /// A width of a margin box, intrinsic keywords included; `nil` for `auto` and `none`.
  private mutating func marginBoxWidth(
    _ extent: Extent,
    of box: MarginBox,
    style: ComputedStyle,
    edges: Double,
    room: Double
  ) -> Double? {
    switch extent {
    case .auto: return nil
    case .length: return length(extent, of: room, edges: edges, style: style)
    case .minContent: return widths(of: box.content).min
    case .maxContent: return widths(of: box.content).max
    case .fitContent:
      let widths = widths(of: box.content)
      return min(widths.max, max(widths.min, room - edges))
    case .fitContentWithin(let limit):
      let widths = widths(of: box.content)
      return min(widths.max, max(widths.min, limit.used(of: room)))
    }
  }

  /// Places a margin box; its content stands where `vertical-align` says (CSS Paged Media 3, 6: as in table cells).
  private mutating func fragment(
    of box: MarginBox,
    at corner: Point,
    across: MarginBoxExtent,
    down: MarginBoxExtent
  ) -> FragmentNode {
    var fragment = FragmentNode(kind: .marginBox, node: -1, style: box.style)
    fragment.marginBox = box.name
    fragment.margin = Edges(
      top: down.startMargin,
      right: across.endMargin,
      bottom: down.endMargin,
      left: across.startMargin
    )
    fragment.border = box.border
    fragment.padding = box.padding
    fragment.offset = Point(x: corner.x + across.startMargin, y: corner.y + down.startMargin)
    fragment.size = Size(
      width: across.size + box.border.horizontal + box.padding.horizontal,
      height: down.size + box.border.vertical + box.padding.vertical
    )
    let content = contentFragments(of: box, width: across.size)
    let rest = down.size - content.height
    var y = box.border.top + box.padding.top
    switch styles[box.style].verticalAlign {
    case .middle: y += rest / 2
    case .bottom: y += rest
    default: break
    }
    fragment.children = content.children.map { $0.moved(by: Point(x: box.border.left + box.padding.left, y: y)) }
    return fragment
  }
}

/// A page-margin box with its content, before it has a place.
struct MarginBox {
  var name: MarginBoxName
  var style: Int32
  var content: MarginBoxContent
  var border: Edges
  var padding: Edges
  var horizontal = MarginBoxAxis()
  var vertical = MarginBoxAxis()
}

extension Margin {
  /// The used length; `nil` for `auto`.
  fileprivate func used(of reference: Double) -> Double? {
    if case .length(let length) = self { length.used(of: reference) } else { nil }
  }
}
