import CCairo

/// The pixels of a PNG file, row by row from the top, four bytes each in the machine's order of Cairo's ARGB32.
///
/// - Parameter png: the file's bytes.
/// - Returns: width and height in pixels, and width × height × 4 bytes.
/// - Throws: ``RenderingError/picture`` where it cannot be read.
package func decodedPixels(_ png: [UInt8]) throws(RenderingError) -> (width: Int, height: Int, bytes: [UInt8]) {
  let picture = try DecodedPicture(png: png)
  let size = (width: picture.width, height: picture.height)
  let bytes = picture.withSurface { surface -> [UInt8] in
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    return (0..<size.height).flatMap { row in
      Array(UnsafeBufferPointer(start: data + row * stride, count: size.width * 4))
    }
  }
  return (size.width, size.height, bytes)
}
