import Geometry

/// Walks over the segments of a JPEG up to its scans (ITU-T T.81, B.1.1, B.2.2; JFIF 1.02; EXIF 2.3, 4.5.4).
func readJPEG(_ bytes: [UInt8]) throws(PictureError) -> PictureFile {
  var picture = PictureFile(format: .jpeg, bytes: bytes)
  let reader = ByteReader(bytes[...])
  var size: PixelSize?
  var offset = 2
  while let marker = try nextMarker(&offset, in: reader) {
    guard let length = reader.short(offset), length >= 2, offset + length <= bytes.count else {
      throw .damaged("a part of it is cut off")
    }
    let content = bytes[offset + 2..<offset + length]
    switch marker {
    case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: size = try frameSize(content, marker: marker, &picture)
    case 0xE0: picture.resolution = picture.resolution ?? jfifResolution(content)
    case 0xE1: readEXIF(content, into: &picture)
    case 0xEE: if ByteReader(content).has("Adobe", at: 0) { picture.hasInvertedColors = true }
    case 0xDA:
      guard let size else { throw .damaged("its size is missing") }
      guard endsProperly(bytes) else { throw .damaged("its end is missing") }
      try picture.settle(size)
      return picture
    default: break
    }
    offset += length
  }
  throw .damaged("it holds no pixels")
}

/// The code of the next marker with a segment; `offset` then stands at the segment's length.
private func nextMarker(_ offset: inout Int, in reader: ByteReader) throws(PictureError) -> Int? {
  while let byte = reader.byte(offset) {
    guard byte == 0xFF else { throw .damaged("its segments do not follow one another") }
    while reader.byte(offset) == 0xFF { offset += 1 }
    guard let marker = reader.byte(offset) else { return nil }
    offset += 1
    if marker == 0xD9 { return nil }
    // TEM and restart markers stand alone.
    if marker != 0x01, !(0xD0...0xD7).contains(marker) { return marker }
  }
  return nil
}

private func frameSize(_ content: ArraySlice<UInt8>, marker: Int, _ picture: inout PictureFile) throws(PictureError)
  -> PixelSize
{
  // Baseline, extended and progressive with Huffman codes: what a PDF's DCTDecode understands (ISO 32000-1, 7.4.8).
  guard marker <= 0xC2 else { throw .unsupported("a lossless, hierarchical or arithmetic JPEG") }
  let reader = ByteReader(content)
  guard let precision = reader.byte(0), let height = reader.short(1), let width = reader.short(3),
    let components = reader.byte(5)
  else { throw .damaged("its size is cut off") }
  guard precision == 8 else { throw .unsupported("a JPEG with \(precision) bits a channel") }
  guard [1, 3, 4].contains(components) else { throw .unsupported("a JPEG with \(components) channels") }
  picture.components = components
  return PixelSize(width: width, height: height)
}

private func jfifResolution(_ content: ArraySlice<UInt8>) -> Size? {
  let reader = ByteReader(content)
  guard reader.has("JFIF\0", at: 0), let unit = reader.byte(7), let horizontal = reader.short(8),
    let vertical = reader.short(10), horizontal > 0, vertical > 0
  else { return nil }
  switch unit {
  case 1: return Size(width: Double(horizontal), height: Double(vertical))
  case 2: return Size(width: Double(horizontal) * 2.54, height: Double(vertical) * 2.54)
  default: return nil
  }
}

private func readEXIF(_ content: ArraySlice<UInt8>, into picture: inout PictureFile) {
  guard ByteReader(content).has("Exif\0", at: 0) else { return }
  if let orientation = exifOrientation(content.dropFirst(6)) { picture.orientation = orientation }
}

/// The orientation in a TIFF header's first directory (TIFF 6.0, 2; EXIF 2.3, 4.6.4).
func exifOrientation(_ content: ArraySlice<UInt8>) -> Orientation? {
  let start = ByteReader(content)
  let isLittleEndian = start.has("II", at: 0)
  guard isLittleEndian || start.has("MM", at: 0) else { return nil }
  let reader = ByteReader(content, isLittleEndian: isLittleEndian)
  guard reader.short(2) == 42, let directory = reader.long(4), let count = reader.short(directory) else { return nil }
  for index in 0..<count {
    let entry = directory + 2 + index * 12
    guard let tag = reader.short(entry) else { return nil }
    if tag == 0x0112, reader.short(entry + 2) == 3 { return reader.short(entry + 8).flatMap(Orientation.init) }
  }
  return nil
}

/// Whether an end marker follows the last scan; bytes after it are let be, as cameras append some.
private func endsProperly(_ bytes: [UInt8]) -> Bool {
  var index = bytes.count - 1
  while index > 0 {
    if bytes[index] == 0xD9, bytes[index - 1] == 0xFF { return true }
    index -= 1
  }
  return false
}
