import CCairo
import Geometry
import Layout

extension Canvas {
  /// Paints shadows, background and borders of a box (CSS Backgrounds 3, 2, 4 and 6).
  func paint(_ box: BoxPaint, of page: Page) throws(RenderingError) {
    let outline = RoundedRect(box.box, radii: box.radii)
    for shadow in box.shadows where !page.shadows[Int(shadow)].isInset { paint(page.shadows[Int(shadow)]) }
    for layer in box.under { try paint(page.backgrounds[Int(layer)]) }
    if box.background.alpha > 0 { fill(box.colorArea ?? outline, with: box.background) }
    for layer in box.layers { try paint(page.backgrounds[Int(layer)]) }
    for shadow in box.shadows where page.shadows[Int(shadow)].isInset { paint(page.shadows[Int(shadow)]) }
    guard box.widths != .zero else { return }
    surface.withContext { BorderPainter(box: box, context: $0).paint(hasRadii: outline.isRounded) }
  }

  /// Fills a rectangle with round corners.
  func fill(_ area: RoundedRect, with color: Color) {
    guard area.isRounded else { return fill(area.rect, with: color) }
    surface.withContext { context in
      setSource(color, of: context)
      addRounded(area, to: context)
      cairo_fill(context)
    }
  }

  private func paint(_ layer: BackgroundPaint) throws(RenderingError) {
    guard layer.area.rect.size.width > 0, layer.area.rect.size.height > 0 else { return }
    switch layer.content {
    case .color(let color): fill(layer.area, with: color)
    case .picture(let file, let number):
      var image = ImagePaint(rect: layer.tile, file: file, number: number, alternative: "")
      image.isPixelated = layer.isPixelated
      try tile(layer) { canvas, rect throws(RenderingError) in
        image.rect = rect
        try canvas.draw(image)
      }
    case .gradient(let gradient):
      if let color = gradient.solidColor, layer.coversArea { return fill(layer.area, with: color) }
      try tile(layer) { canvas, rect throws(RenderingError) in canvas.draw(gradient, in: rect) }
    }
  }

  /// Draws the copies of a tile that touch the area, clipped to it.
  private func tile(_ layer: BackgroundPaint, draw: (Canvas, Rect) throws(RenderingError) -> Void)
    throws(RenderingError)
  {
    surface.withContext { context in
      cairo_save(context)
      clipTo(layer.area, of: context)
    }
    defer { surface.withContext { cairo_restore($0) } }
    let columns = layer.copies(from: layer.area.rect.left, to: layer.area.rect.right, at: layer.tile.left, .x)
    let rows = layer.copies(from: layer.area.rect.top, to: layer.area.rect.bottom, at: layer.tile.top, .y)
    if columns.isEmpty || rows.isEmpty { return }
    if columns.count == 1, rows.count == 1 {
      return try draw(self, layer.copy(column: columns.lowerBound, row: rows.lowerBound))
    }
    try drawPattern(of: layer, draw: draw)
  }

  /// Many copies are one drawing that the painter repeats.
  private func drawPattern(of layer: BackgroundPaint, draw: (Canvas, Rect) throws(RenderingError) -> Void)
    throws(RenderingError)
  {
    // One period of each axis; without a period the drawing reaches over the whole area.
    let size = Size(
      width: layer.period.width > 0
        ? layer.period.width : layer.area.rect.right - layer.tile.left + layer.tile.size.width,
      height: layer.period.height > 0
        ? layer.period.height : layer.area.rect.bottom - layer.tile.top + layer.tile.size.height
    )
    let recording = try surface.recording(size: size, scale: pictures.kind == .pixels ? deviceScale : 1)
    let inner = Canvas(surface: recording, faces: faces, pictures: pictures)
    try draw(inner, Rect(x: 0, y: 0, width: layer.tile.size.width, height: layer.tile.size.height))
    surface.withContext { context in
      cairo_translate(context, layer.tile.left, layer.tile.top)
      recording.setAsSource(of: context, filter: layer.isPixelated ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_GOOD)
      let far = 4 * (abs(layer.area.rect.left) + layer.area.rect.size.width + abs(layer.tile.left) + 1)
      let deep = 4 * (abs(layer.area.rect.top) + layer.area.rect.size.height + abs(layer.tile.top) + 1)
      let left = layer.period.width > 0 ? -far : 0
      let top = layer.period.height > 0 ? -deep : 0
      cairo_rectangle(
        context,
        left,
        top,
        layer.period.width > 0 ? 2 * far : layer.tile.size.width,
        layer.period.height > 0 ? 2 * deep : layer.tile.size.height
      )
      cairo_fill(context)
    }
  }

  /// Device pixels a point.
  private var deviceScale: Double {
    surface.withContext { context in
      var matrix = cairo_matrix_t()
      cairo_get_matrix(context, &matrix)
      return max(1e-3, abs(matrix.xx * matrix.yy - matrix.xy * matrix.yx).squareRoot())
    }
  }

  private func draw(_ gradient: GradientPaint, in rect: Rect) {
    guard let pattern = gradient.pattern else { return }
    defer { cairo_pattern_destroy(pattern) }
    for stop in gradient.stops {
      let color = stop.color
      cairo_pattern_add_color_stop_rgba(pattern, stop.offset, color.red, color.green, color.blue, color.alpha)
    }
    surface.withContext { context in
      cairo_save(context)
      cairo_translate(context, rect.left, rect.top)
      cairo_set_source(context, pattern)
      cairo_rectangle(context, 0, 0, rect.size.width, rect.size.height)
      cairo_fill(context)
      cairo_restore(context)
    }
  }
}

extension BackgroundPaint {
  /// Whether one copy or more fill the area.
  fileprivate var coversArea: Bool {
    func covers(_ period: Double, _ size: Double, _ start: Double, _ from: Double, _ end: Double) -> Bool {
      period > 0 ? period <= size + 1e-6 : start <= from + 1e-6 && start + size >= end - 1e-6
    }
    let rect = area.rect
    return covers(period.width, tile.size.width, tile.left, rect.left, rect.right)
      && covers(period.height, tile.size.height, tile.top, rect.top, rect.bottom)
  }

  fileprivate enum Direction { case x, y }

  /// Numbers of the copies along an axis that touch a stretch, counted from the tile.
  fileprivate func copies(from start: Double, to end: Double, at place: Double, _ direction: Direction) -> Range<Int> {
    let size = direction == .x ? tile.size.width : tile.size.height
    let step = direction == .x ? period.width : period.height
    guard step > 0 else { return place < end && place + size > start ? 0..<1 : 0..<0 }
    let first = ((start - place - size) / step + 1e-6).rounded(.down) + 1
    let last = ((end - place) / step - 1e-6).rounded(.up)
    guard last > first, last - first < 1e9, abs(first) < 1e9 else { return 0..<0 }
    return Int(first)..<Int(last)
  }

  fileprivate func copy(column: Int, row: Int) -> Rect {
    Rect(
      x: tile.left + Double(column) * period.width,
      y: tile.top + Double(row) * period.height,
      width: tile.size.width,
      height: tile.size.height
    )
  }
}

extension GradientPaint {
  /// Cairo's pattern without stops; before the first and after the last stop their colours go on.
  fileprivate var pattern: OpaquePointer? {
    switch shape {
    case .linear(let from, let to): return cairo_pattern_create_linear(from.x, from.y, to.x, to.y)
    case .radial(let center, let radii):
      // An ellipse is a circle seen through a scale; one without extent shows the last colour all over.
      let (width, height) = (max(radii.width, 1e-4), max(radii.height, 1e-4))
      let pattern = cairo_pattern_create_radial(0, 0, 0, 0, 0, width)
      var matrix = cairo_matrix_t()
      cairo_matrix_init_scale(&matrix, 1, width / height)
      cairo_matrix_translate(&matrix, -center.x, -center.y)
      cairo_pattern_set_matrix(pattern, &matrix)
      return pattern
    }
  }
}
