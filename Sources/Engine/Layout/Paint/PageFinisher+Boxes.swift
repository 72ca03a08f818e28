import Geometry
import Pictures
import Styles

/// A row or row group, or their like, whose background its cells show (CSS 2.2, 17.5.1).
struct Track {
  var style: Int32
  /// Its own box on the page: where its images are placed.
  var rect: Rect
}

extension PageFinisher {
  /// The paint of a fragment's own box, or -1; `tracks` are the rows and columns whose backgrounds it shows.
  mutating func boxPaint(of node: FragmentNode, at corner: Point, on tracks: [Track]) -> Int32 {
    guard isBox(node.kind), node.size.width > 0 || node.size.height > 0 else { return -1 }
    // A wrapper's edges and background are its table's; those of rows are their cells'.
    guard node.kind != .tableWrapper, node.kind != .row, node.kind != .rowGroup, !node.isAnonymous || !tracks.isEmpty
    else { return -1 }
    let style = styles[node.style]
    let isCollapsed = style.collapsesBorders && (node.kind == .cell || node.kind == .table)
    if node.paintsNothing { return -1 }
    let widths = isCollapsed ? .zero : node.border
    let hasBackground = style.hasBackground && (node.node < 0 || node.node != canvasNode) && !node.isAnonymous
    guard hasBackground || widths != .zero || !tracks.isEmpty || !style.boxShadows.isEmpty else { return -1 }
    let rect = Rect(x: corner.x, y: corner.y, width: node.size.width, height: node.size.height)
    var paint = BoxPaint(box: rect, background: .transparent)
    paint.widths = widths
    paint.styles = style.borderStyle
    paint.colors = style.borderColor
    paint.radii = isCollapsed ? Sides(all: .zero) : radii(of: node, style: style, box: rect.size)
    if !style.boxShadows.isEmpty { addShadows(of: style, to: &paint) }
    if !tracks.isEmpty { addTracks(tracks, to: &paint) }
    if hasBackground {
      var edges = BoxEdges()
      (edges.border, edges.padding) = (node.border, node.padding)
      addBackground(of: style, edges: edges, to: &paint, whole: slices.whole(of: node, at: rect, style: style))
    }
    page.boxPaints.append(paint)
    return Int32(page.boxPaints.count - 1)
  }

  /// Corner radii; corners where a break cut the box are sharp (CSS Fragmentation 3, 5.4).
  func radii(of node: FragmentNode, style: ComputedStyle, box: Size) -> Sides<Size> {
    guard style.borderRadius != Sides(all: .zero) else { return Sides(all: .zero) }
    var radii = style.borderRadius.map { radius in
      Size(width: max(0, radius.x.used(of: box.width)), height: max(0, radius.y.used(of: box.height)))
    }
    if style.clonesDecoration { return radii }
    if node.kind == .inline {
      if node.continuesBefore { (radii.top, radii.left) = (.zero, .zero) }
      if node.continuesAfter { (radii.right, radii.bottom) = (.zero, .zero) }
    } else {
      if node.continuesBefore { (radii.top, radii.right) = (.zero, .zero) }
      if node.continuesAfter { (radii.bottom, radii.left) = (.zero, .zero) }
    }
    return radii
  }

  /// Adds the colour and the layers of a background (CSS Backgrounds 3, 2).
  ///
  /// Where `root` is given, images are placed in it, and painted all over the box: the canvas. Where the box is a piece, they
  /// are placed in the `whole`.
  mutating func addBackground(
    of style: ComputedStyle,
    edges: BoxEdges,
    to paint: inout BoxPaint,
    root: Rect? = nil,
    whole: BackgroundBoxes? = nil
  ) {
    paint.background = style.backgroundColor
    let boxes = BackgroundBoxes(
      border: RoundedRect(paint.box, radii: paint.radii),
      widths: edges.border,
      padding: edges.padding
    )
    if style.background.colorClip != .border { paint.colorArea = boxes[style.background.colorClip] }
    guard !style.background.hasNoImages else { return }
    let shown = root == nil ? boxes.border.inset(by: style.hiddenUnderBorder(edges.border)) : boxes.border
    if style.background.colorClip == .border { paint.colorArea = shown }
    let first = Int32(page.backgrounds.count)
    for layer in style.background.layers.reversed() {
      let place = layer.attachment == .fixed ? pageArea : root ?? (whole ?? boxes)[layer.origin].rect
      add(layer, of: style, in: place, clip: layer.clip == .border || root != nil ? shown : boxes[layer.clip])
    }
    paint.layers = first..<Int32(page.backgrounds.count)
  }

  /// What `background-attachment: fixed` refers to: the page's area.
  private var pageArea: Rect {
    let edges = page.margin + page.border + page.padding
    return Rect(
      x: edges.left,
      y: edges.top,
      width: page.size.width - edges.horizontal,
      height: page.size.height - edges.vertical
    )
  }

  private mutating func add(_ layer: BackgroundLayer, of style: ComputedStyle, in area: Rect, clip: RoundedRect) {
    switch layer.image {
    case .none: return
    case .file(let reference):
      guard let picture = pictures.named[reference] else { return }
      let file = picture.file.oriented(style)
      guard let placed = placeBackground(layer, in: area, natural: picture.file.natural(style)) else { return }
      append(.picture(file, number: picture.number), placed, in: clip, style: style)
    case .gradient(let gradient):
      guard let placed = placeBackground(layer, in: area, natural: NaturalSize()) else { return }
      append(.gradient(GradientPaint(gradient, size: placed.tile.size)), placed, in: clip, style: style)
    }
  }

  private mutating func append(
    _ content: BackgroundPaint.Content,
    _ placed: TilePlacement,
    in area: RoundedRect,
    style: ComputedStyle
  ) {
    var paint = BackgroundPaint(content: content, area: area, tile: placed.tile, period: placed.period)
    paint.isPixelated = style.imageRendering == .pixelated || style.imageRendering == .crispEdges
    page.backgrounds.append(paint)
  }

  /// A row or row group with a background.
  func track(of node: FragmentNode, at corner: Point) -> Track? {
    guard node.kind == .row || node.kind == .rowGroup, !node.isAnonymous, styles[node.style].hasBackground else {
      return nil
    }
    return Track(
      style: node.style,
      rect: Rect(x: corner.x, y: corner.y, width: node.size.width, height: node.size.height)
    )
  }

  /// Adds the backgrounds of rows and columns inside one cell, the lowest first.
  private mutating func addTracks(_ tracks: [Track], to paint: inout BoxPaint) {
    let first = Int32(page.backgrounds.count)
    let cell = RoundedRect(paint.box, radii: paint.radii)
    for track in tracks {
      let style = styles[track.style]
      if style.backgroundColor.alpha > 0 {
        page.backgrounds.append(
          BackgroundPaint(content: .color(style.backgroundColor), area: cell, tile: paint.box, period: .zero)
        )
      }
      for layer in style.background.layers.reversed() { add(layer, of: style, in: track.rect, clip: cell) }
    }
    paint.under = first..<Int32(page.backgrounds.count)
  }

  private mutating func addShadows(of style: ComputedStyle, to paint: inout BoxPaint) {
    let first = Int32(page.shadows.count)
    let border = RoundedRect(paint.box, radii: paint.radii)
    for shadow in style.boxShadows.reversed() {
      let box = shadow.isInset ? border.inset(by: paint.widths) : border
      let spread = Edges(all: shadow.isInset ? shadow.spread : -shadow.spread)
      var shape = shadow.spread == 0 ? box : box.spread(by: spread)
      shape.rect.origin.x += shadow.x
      shape.rect.origin.y += shadow.y
      page.shadows.append(
        ShadowPaint(
          shape: shape,
          box: box,
          blur: max(0, min(shadow.blur, 500)),
          color: shadow.color ?? style.color,
          isInset: shadow.isInset
        )
      )
    }
    paint.shadows = first..<Int32(page.shadows.count)
  }

  /// Collapsed borders, as boxes with one border each.
  mutating func addRules(_ rules: [BorderRule], at corner: Point) -> Range<Int32> {
    let start = Int32(page.boxPaints.count)
    for rule in rules {
      var rect = rule.rect
      rect.origin.x += corner.x
      rect.origin.y += corner.y
      var paint = BoxPaint(box: rect, background: .transparent)
      if rule.isHorizontal { paint.widths.top = rect.size.height } else { paint.widths.left = rect.size.width }
      paint.styles = Sides(all: rule.style)
      paint.colors = Sides(all: rule.color)
      page.boxPaints.append(paint)
    }
    return start..<Int32(page.boxPaints.count)
  }

  /// A picture inside its content box, by `object-fit` (CSS Images 3, 5.5).
  mutating func addPicture(_ picture: Picture, in node: FragmentNode, at corner: Point) -> Int32 {
    let style = styles[node.style]
    let outer = Rect(x: corner.x, y: corner.y, width: node.size.width, height: node.size.height)
    let content = RoundedRect(outer, radii: radii(of: node, style: style, box: node.size))
      .inset(by: node.border + node.padding)
    let rect = objectRect(
      of: picture.file.natural(style),
      in: content.rect,
      fit: style.objectFit,
      position: style.objectPosition
    )
    var image = ImagePaint(
      rect: rect,
      file: picture.file.oriented(style),
      number: picture.number,
      alternative: picture.alternative
    )
    if content.isRounded || !content.rect.contains(rect) { image.clip = content }
    image.isPixelated = style.imageRendering == .pixelated || style.imageRendering == .crispEdges
    page.images.append(image)
    return Int32(page.images.count - 1)
  }
}

/// The boxes of a fragment that backgrounds refer to.
struct BackgroundBoxes {
  var border: RoundedRect
  var widths: Edges
  var padding: Edges

  subscript(box: BackgroundBox) -> RoundedRect {
    switch box {
    case .border: border
    case .padding: border.inset(by: widths)
    case .content: border.inset(by: widths + padding)
    }
  }
}

extension ComputedStyle {
  /// Whether there is a background to paint.
  var hasBackground: Bool { backgroundColor.alpha > 0 || !background.hasNoImages }
}

extension ComputedStyle {
  /// What an opaque border hides of the background: half of it is left out, so that nothing shines through at its edge.
  fileprivate func hiddenUnderBorder(_ widths: Edges) -> Edges {
    func hidden(_ width: Double, _ style: BorderStyle, _ color: Color) -> Double {
      switch style {
      case .solid, .groove, .ridge, .inset, .outset: color.alpha == 1 ? width / 2 : 0
      default: 0
      }
    }
    return Edges(
      top: hidden(widths.top, borderStyle.top, borderColor.top),
      right: hidden(widths.right, borderStyle.right, borderColor.right),
      bottom: hidden(widths.bottom, borderStyle.bottom, borderColor.bottom),
      left: hidden(widths.left, borderStyle.left, borderColor.left)
    )
  }
}

extension RoundedRect {
  /// The same with each side moved outwards by `distance`, or inwards where it is negative.
  func grown(by distance: Double) -> RoundedRect { spread(by: Edges(all: -distance)) }

  /// Moves each side outwards by a negative width: round corners grow with it, sharp ones stay (CSS Backgrounds 3, 6.1.1).
  fileprivate func spread(by edges: Edges) -> RoundedRect {
    guard edges.top < 0 else { return inset(by: edges) }
    func grown(_ radius: Size) -> Size {
      guard radius.width > 0, radius.height > 0 else { return .zero }
      return Size(width: radius.width - edges.left, height: radius.height - edges.top)
    }
    let outer = Rect(
      x: rect.left + edges.left,
      y: rect.top + edges.top,
      width: rect.size.width - edges.horizontal,
      height: rect.size.height - edges.vertical
    )
    return RoundedRect(outer, radii: scaledRadii.map(grown))
  }
}

extension Rect {
  /// Whether another rectangle lies inside.
  fileprivate func contains(_ other: Rect) -> Bool {
    other.left >= left - 1e-6 && other.right <= right + 1e-6 && other.top >= top - 1e-6
      && other.bottom <= bottom + 1e-6
  }
}
