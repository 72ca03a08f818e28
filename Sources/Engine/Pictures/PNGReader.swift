import Geometry

let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

/// Reads the chunks of a PNG as far as they say something of its size (PNG 3, 5.3, 11.2.1, 11.3.4.3, 11.3.4.4).
func readPNG(_ bytes: [UInt8]) throws(PictureError) -> PictureFile {
  var picture = PictureFile(format: .png, bytes: bytes)
  let reader = ByteReader(bytes[...])
  guard reader.has("IHDR", at: 12), let width = reader.long(16), let height = reader.long(20), width < 1 << 31,
    height < 1 << 31
  else { throw .damaged("it does not begin with its size") }
  try picture.settle(PixelSize(width: width, height: height))
  var offset = pngSignature.count
  var hasData = false
  while let length = reader.long(offset) {
    guard length < 1 << 31, offset + 12 + length <= bytes.count else { throw .damaged("a part of it is cut off") }
    let content = bytes[offset + 8..<offset + 8 + length]
    if reader.has("IDAT", at: offset + 4) { hasData = true }
    if reader.has("pHYs", at: offset + 4) { picture.resolution = pngResolution(ByteReader(content)) }
    if reader.has("eXIf", at: offset + 4), let orientation = exifOrientation(content) {
      picture.orientation = orientation
    }
    if reader.has("IEND", at: offset + 4) {
      guard hasData else { throw .damaged("it holds no pixels") }
      try picture.settle(PixelSize(width: width, height: height))
      return picture
    }
    offset += 12 + length
  }
  throw .damaged("its end is missing")
}

/// Pixels an inch from pixels a metre.
private func pngResolution(_ chunk: ByteReader) -> Size? {
  guard let horizontal = chunk.long(0), let vertical = chunk.long(4), chunk.byte(8) == 1, horizontal > 0, vertical > 0
  else { return nil }
  return Size(width: Double(horizontal) * 0.0254, height: Double(vertical) * 0.0254)
}
