import CCairo
import Geometry

/// Owns one `cairo_surface_t` and the context that draws on it.
///
/// Not Sendable: one painter, one task. Cairo's errors are sticky: they are asked for once, in `finish`.
final class Surface {
  /// What is written.
  enum Kind {
    case pdf, svg, pixels
  }

  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink: ByteSink?
  private var isFinished = false
  /// Pixels a point of a copy of a repeated drawing.
  private var pixelScale = (x: 1.0, y: 1.0)

  /// A PDF surface that writes to `sink` while pages are shown; sizes are points.
  static func pdf(size: Size, sink: ByteSink) throws(RenderingError) -> Surface {
    let raw = cairo_pdf_surface_create_for_stream(writeToSink, sink.context, size.width, size.height)
    return try Surface(raw, sink: sink)
  }

  /// An SVG surface of one page; sizes are points.
  static func svg(size: Size, sink: ByteSink) throws(RenderingError) -> Surface {
    let raw = cairo_svg_surface_create_for_stream(writeToSink, sink.context, size.width, size.height)
    return try Surface(raw, sink: sink)
  }

  /// A surface of pixels, transparent.
  static func image(width: Int, height: Int) throws(RenderingError) -> Surface {
    try Surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)), sink: nil)
  }

  /// A surface for one copy of a repeated drawing: vectors where this one keeps vectors, else pixels.
  ///
  /// - Parameters:
  ///   - size: in points.
  ///   - scale: pixels a point; 1 for vectors.
  /// - Returns: the surface.
  /// - Throws: ``RenderingError/cairo(status:text:)``.
  func recording(size: Size, scale: Double) throws(RenderingError) -> Surface {
    let type = cairo_surface_get_type(surface)
    guard type == CAIRO_SURFACE_TYPE_IMAGE else {
      var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
      return try Surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents), sink: nil)
    }
    // A whole number of pixels, so that the copies have no seams; the pattern is scaled back.
    let width = max(1, min(4096, (size.width * scale).rounded()))
    let height = max(1, min(4096, (size.height * scale).rounded()))
    let made = try Surface.image(width: Int(width), height: Int(height))
    made.pixelScale = (width / size.width, height / size.height)
    made.withContext { cairo_scale($0, made.pixelScale.x, made.pixelScale.y) }
    return made
  }

  /// Makes this surface the source of another context, repeated.
  func setAsSource(of context: OpaquePointer, filter: cairo_filter_t) {
    cairo_set_source_surface(context, surface, 0, 0)
    let pattern = cairo_get_source(context)
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT)
    cairo_pattern_set_filter(
      pattern,
      cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE ? filter : CAIRO_FILTER_FAST
    )
    guard pixelScale.x != 1 || pixelScale.y != 1 else { return }
    var matrix = cairo_matrix_t()
    cairo_matrix_init_scale(&matrix, pixelScale.x, pixelScale.y)
    cairo_pattern_set_matrix(pattern, &matrix)
  }

  private init(_ raw: OpaquePointer?, sink: ByteSink?) throws(RenderingError) {
    guard let raw else { throw .cairo(status: -1, text: "out of memory") }
    let status = cairo_surface_status(raw)
    guard status == CAIRO_STATUS_SUCCESS, let context = cairo_create(raw) else {
      // Cairo reports failure as an error object, not as NULL.
      cairo_surface_destroy(raw)
      try check(status)
      throw .cairo(status: -1, text: "out of memory")
    }
    surface = raw
    self.context = context
    self.sink = sink
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Calls `body` with the drawing context; the pointer must not be kept.
  func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    body(context)
  }

  /// Calls `body` with the surface; the pointer must not be kept.
  func withSurface<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    body(surface)
  }

  /// Writes what is left; throws the first error of all calls so far.
  func finish() throws(RenderingError) {
    guard !isFinished else { return }
    isFinished = true
    let drawing = cairo_status(context)
    cairo_surface_finish(surface)
    if let sink, sink.failure != 0 { throw .sink(errno: sink.failure) }
    try check(drawing)
    try check(cairo_surface_status(surface))
  }

  /// Throws the first error of the calls so far.
  func checkStatus() throws(RenderingError) {
    if let sink, sink.failure != 0 { throw .sink(errno: sink.failure) }
    try check(cairo_status(context))
  }

  /// The pixels as a PNG file.
  func png() throws(RenderingError) -> [UInt8] {
    var bytes: [UInt8] = []
    let sink = ByteSink { buffer in
      bytes.append(contentsOf: buffer)
      return 0
    }
    cairo_surface_flush(surface)
    try check(cairo_status(context))
    try check(cairo_surface_write_to_png_stream(surface, writeToSink, sink.context))
    return bytes
  }
}
