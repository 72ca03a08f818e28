import CCairo

/// Owns the `cairo_surface_t` of a decoded PNG.
final class Picture {
  private let raw: OpaquePointer
  /// Pixels across.
  let width: Double
  /// Pixels down.
  let height: Double

  init(png bytes: [UInt8]) throws(RenderingError) {
    var source = ByteSource(bytes: bytes)
    let raw = withUnsafeMutablePointer(to: &source) {
      cairo_image_surface_create_from_png_stream(readFromSource, UnsafeMutableRawPointer($0))
    }
    guard let raw, cairo_surface_status(raw) == CAIRO_STATUS_SUCCESS else {
      if let raw { cairo_surface_destroy(raw) }
      throw .picture
    }
    self.raw = raw
    width = Double(cairo_image_surface_get_width(raw))
    height = Double(cairo_image_surface_get_height(raw))
  }

  deinit { cairo_surface_destroy(raw) }

  /// Calls `body` with the surface; the pointer must not be kept.
  func withSurface<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    body(raw)
  }
}

/// Bytes that a reader takes from the front.
private struct ByteSource {
  var bytes: [UInt8]
  var offset = 0
}

private func readFromSource(
  _ closure: UnsafeMutableRawPointer?,
  _ data: UnsafeMutablePointer<UInt8>?,
  _ length: UInt32
) -> cairo_status_t {
  guard let source = closure?.assumingMemoryBound(to: ByteSource.self), let data else { return CAIRO_STATUS_READ_ERROR }
  let end = source.pointee.offset + Int(length)
  guard end <= source.pointee.bytes.count else { return CAIRO_STATUS_READ_ERROR }
  for index in 0..<Int(length) { data[index] = source.pointee.bytes[source.pointee.offset + index] }
  source.pointee.offset = end
  return CAIRO_STATUS_SUCCESS
}
