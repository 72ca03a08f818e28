import CCairo
import Glibc
import Pictures

/// Owns the `cairo_surface_t` of a picture of pixels, decoded, or passed through as the JPEG that it is.
final class DecodedPicture {
  private let raw: OpaquePointer
  /// Pixels across, as stored.
  let width: Int
  /// Pixels down, as stored.
  let height: Int

  /// Decodes a PNG.
  convenience init(png bytes: [UInt8]) throws(RenderingError) {
    var source = ByteSource(bytes: bytes)
    let raw = withUnsafeMutablePointer(to: &source) {
      cairo_image_surface_create_from_png_stream(readFromSource, UnsafeMutableRawPointer($0))
    }
    try self.init(raw)
  }

  /// A picture whose JPEG goes into the file as it is: the surface's pixels are never looked at.
  convenience init(passingThrough file: PictureFile) throws(RenderingError) {
    try self.init(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(file.pixels.width), Int32(file.pixels.height))
    )
    // Cairo keeps the bytes until the surface is gone: they are its own.
    guard let copy = malloc(file.bytes.count) else { throw .cairo(status: -1, text: "out of memory") }
    file.bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { copy.copyMemory(from: start, byteCount: bytes.count) }
    }
    let data = copy.assumingMemoryBound(to: UInt8.self)
    try check(cairo_surface_set_mime_data(raw, CAIRO_MIME_TYPE_JPEG, data, UInt(file.bytes.count), { free($0) }, copy))
  }

  /// Decodes a JPEG.
  convenience init(decoding file: PictureFile) throws(RenderingError) {
    guard let library = TurboJPEG.shared else { throw .library("libturbojpeg.so.0") }
    try self.init(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(file.pixels.width), Int32(file.pixels.height))
    )
    cairo_surface_flush(raw)
    guard let pixels = cairo_image_surface_get_data(raw) else { throw .picture(reason: "") }
    let stride = Int(cairo_image_surface_get_stride(raw))
    let size = file.pixels
    guard library.decode(file, into: pixels, stride: stride) else {
      throw .picture(reason: "its \(size.width) × \(size.height) pixels cannot be decoded")
    }
    cairo_surface_mark_dirty(raw)
  }

  private init(_ raw: OpaquePointer?) throws(RenderingError) {
    guard let raw else { throw .cairo(status: -1, text: "out of memory") }
    self.raw = raw
    width = Int(cairo_image_surface_get_width(raw))
    height = Int(cairo_image_surface_get_height(raw))
    // Cairo says 'out of memory' where libpng meets a broken stream, so that its own words would mislead.
    guard cairo_surface_status(raw) == CAIRO_STATUS_SUCCESS else {
      throw .picture(reason: "its pixels cannot be decoded")
    }
  }

  deinit { cairo_surface_destroy(raw) }

  /// Names the picture: Cairo writes pictures of one name once.
  func setIdentity(_ number: Int32) {
    let name = Array("vanban-\(number)".utf8)
    guard let copy = malloc(name.count) else { return }
    copy.copyMemory(from: name, byteCount: name.count)
    let data = copy.assumingMemoryBound(to: UInt8.self)
    let status = cairo_surface_set_mime_data(
      raw,
      CAIRO_MIME_TYPE_UNIQUE_ID,
      data,
      UInt(name.count),
      { free($0) },
      copy
    )
    if status != CAIRO_STATUS_SUCCESS { free(copy) }
  }

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
  let start = source.pointee.offset
  let end = start + Int(length)
  guard end <= source.pointee.bytes.count else { return CAIRO_STATUS_READ_ERROR }
  source.pointee.bytes.withUnsafeBufferPointer { bytes in
    if let first = bytes.baseAddress { data.update(from: first + start, count: Int(length)) }
  }
  source.pointee.offset = end
  return CAIRO_STATUS_SUCCESS
}
